/// Every distinct text of a month, once.
///
/// Texts enter normalised (Intake's business), so that writings which never make a variance share a symbol. They lie one
/// behind the other in a single run of bytes and are found by a hash of those bytes: a month has a million of them, and
/// a `String` and an entry of a dictionary for each would cost more than reading the files.
///
/// Texts of ASCII and ideographs are the same when their bytes are. Others, with accents for instance, are the same when
/// Swift says so, however they are composed; these few are kept in a dictionary beside.
public struct SymbolTable: Sendable {
    private var bytes: [UInt8] = []
    /// Where each text ends; it begins where the one before ends.
    private var ends: [Int] = [0]
    /// Each text's hash; none once the table is finished.
    private var hashes: [UInt32] = [0]
    /// Open addressing: the place of a text; 0 is free, since no text has the place 0.
    private var slots: [UInt32] = Array(repeating: 0, count: 64)
    private var composed: [String: UInt32] = [:]
    // Differs from run to run, so that nobody can prepare texts that collide; symbols do not depend on it.
    private static let seed = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1

    /// Makes a table that holds nothing.
    public init() {}

    /// How many distinct texts there are, the empty one included.
    public var count: Int { ends.count }

    /// The symbol of a text, made where it is new. The empty text is `Symbol.none`.
    public mutating func intern(_ text: String) -> Symbol {
        var text = text
        return text.withUTF8 { intern(UnsafeRawBufferPointer($0)) }
    }

    /// The symbol of a text of well-formed UTF-8, made where it is new.
    public mutating func intern(utf8 text: ArraySlice<UInt8>) -> Symbol { text.withUnsafeBytes { intern($0) } }

    /// The symbols of some texts of well-formed UTF-8, made where they are new; much faster than one text after the other.
    public mutating func intern(utf8 texts: [ArraySlice<UInt8>]) -> [Symbol] {
        var symbols: [Symbol] = []
        symbols.reserveCapacity(texts.count)
        let hashes = texts.map { $0.withUnsafeBytes(Self.hash) }
        for start in stride(from: 0, to: texts.count, by: Self.block) {
            let block = start..<min(start + Self.block, texts.count)
            let guesses = guesses(hashes[block])
            for place in block {
                symbols.append(
                    texts[place].withUnsafeBytes { intern($0, hash: hashes[place], guess: guesses[place - start]) })
            }
        }
        return symbols
    }

    /// The symbols here of all texts of another table, by their places there; made where they are new.
    public mutating func intern(_ other: SymbolTable) -> [Symbol] {
        var symbols: [Symbol] = []
        symbols.reserveCapacity(other.count)
        let hashes = other.knownHashes
        other.bytes.withUnsafeBytes { all in
            for start in stride(from: 0, to: other.count, by: Self.block) {
                let block = start..<min(start + Self.block, other.count)
                let guesses = guesses(hashes[block])
                for place in block {
                    let text = UnsafeRawBufferPointer(rebasing: all[other.range(place)])
                    symbols.append(intern(text, hash: hashes[place], guess: guesses[place - start]))
                }
            }
        }
        return symbols
    }

    /// The symbol of a text that was interned before; `nil` for any other.
    public func find(_ text: String) -> Symbol? {
        if text.isEmpty { return Symbol.none }
        var text = text
        return text.withUTF8 { buffer in
            let text = UnsafeRawBufferPointer(buffer)
            guard Self.isSimple(text) else { return composed[Self.string(text)].map(Symbol.init(index:)) }
            let place = slots[slot(of: text, hash: Self.hash(text))]
            return place == 0 ? nil : Symbol(index: place)
        }
    }

    /// The text of a symbol; empty for `Symbol.none` and for a symbol of another table.
    public subscript(symbol: Symbol) -> String {
        let place = Int(symbol.index)
        guard place > 0, place < ends.count else { return "" }
        return String(decoding: bytes[range(place)], as: UTF8.self)
    }

    /// Lets go of what only further texts would need.
    public mutating func finish() {
        bytes.trim()
        ends.trim()
        hashes = []
    }

    // MARK: Bytes

    /// Where each text's bytes are.
    var ranges: some Collection<Range<Int>> { ends.indices.lazy.map(range) }

    /// Shows all texts' bytes, one behind the other.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result { bytes.withUnsafeBytes(body) }

    private func range(_ place: Int) -> Range<Int> { (place == 0 ? 0 : ends[place - 1])..<ends[place] }

    private mutating func intern(_ text: UnsafeRawBufferPointer) -> Symbol {
        text.isEmpty ? .none : intern(text, hash: Self.hash(text))
    }

    private mutating func intern(_ text: UnsafeRawBufferPointer, hash: UInt32) -> Symbol {
        if hashes.isEmpty { hashes = knownHashes }
        let slot = slot(of: text, hash: hash)
        let known = slots[slot]
        if known != 0 { return Symbol(index: known) }
        if !Self.isSimple(text) {
            let string = Self.string(text)
            if let known = composed[string] { return Symbol(index: known) }
            composed[string] = UInt32(truncatingIfNeeded: ends.count)
        }
        let place = UInt32(truncatingIfNeeded: ends.count)
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
        hashes.append(hash)
        slots[slot] = place
        if ends.count * 2 > slots.count { grow() }
        return Symbol(index: place)
    }

    /// Each text's hash, worked out anew where they were let go of.
    private var knownHashes: [UInt32] {
        if !hashes.isEmpty { return hashes }
        return bytes.withUnsafeBytes { all in ranges.map { Self.hash(.init(rebasing: all[$0])) } }
    }

    /// How many texts are looked for together.
    private static let block = 64

    /// The text that stands in the slot where each of some hashes would be looked for first, if its hash is the same; else 0.
    ///
    /// Slots lie all over a large table, and so do the hashes: asked for together, they come together.
    private func guesses(_ wanted: ArraySlice<UInt32>) -> [UInt32] {
        let mask = slots.count - 1
        var guesses = wanted.map { slots[Int($0) & mask] }
        if hashes.isEmpty { return guesses }
        for (place, hash) in wanted.enumerated() where hashes[Int(guesses[place])] != hash { guesses[place] = 0 }
        return guesses
    }

    private mutating func intern(_ text: UnsafeRawBufferPointer, hash: UInt32, guess: UInt32) -> Symbol {
        if text.isEmpty { return .none }
        return guess != 0 && holds(text, hash: hash, at: Int(guess))
            ? Symbol(index: guess) : intern(text, hash: hash)
    }

    /// The slot that holds a text, or the free one where it belongs.
    private func slot(of text: UnsafeRawBufferPointer, hash: UInt32) -> Int {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            if holds(text, hash: hash, at: Int(slots[slot])) { return slot }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private func holds(_ text: UnsafeRawBufferPointer, hash: UInt32, at place: Int) -> Bool {
        if !hashes.isEmpty, hashes[place] != hash { return false }
        let range = range(place)
        guard range.count == text.count else { return false }
        return bytes.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[range]).elementsEqual(text) }
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * (slots.count < 1 << 16 ? 4 : 2))
        let mask = slots.count - 1
        for place in 1..<ends.count {
            var slot = Int(hashes[place]) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(truncatingIfNeeded: place)
        }
    }

    private static func string(_ text: UnsafeRawBufferPointer) -> String { String(decoding: text, as: UTF8.self) }

    /// Whether a text is of ASCII and ideographs (U+4000 to U+9FFF), which can be written in one way only.
    static func isSimple(_ text: UnsafeRawBufferPointer) -> Bool {
        var place = 0
        while place < text.count {
            let byte = text[place]
            if byte < 0x80 { place += 1 } else if (0xE4...0xE9).contains(byte) { place += 3 } else { return false }
        }
        return true
    }

    /// A hash of eight bytes at a time, multiplied and folded.
    private static func hash(_ text: UnsafeRawBufferPointer) -> UInt32 {
        var hash = seed ^ UInt64(truncatingIfNeeded: text.count)
        var place = 0
        while place + 8 <= text.count {
            hash = folded(hash ^ text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            place += 8
        }
        var rest: UInt64 = 0
        while place < text.count {
            rest = rest << 8 | UInt64(text[place])
            place += 1
        }
        hash = folded(hash ^ rest)
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    }

    private static func folded(_ value: UInt64) -> UInt64 {
        let (high, low) = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return high ^ low ^ seed
    }
}
