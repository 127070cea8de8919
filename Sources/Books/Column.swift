/// The values of one field, one a record, in as few bytes as they allow.
///
/// Most columns say a few things again and again: a warehouse, a day, a price. Those are kept once, and each record has only
/// the place of its value, in one byte or two. A column of many different values has each of them in four bytes where they
/// fit once the noughts that all of them end with are left out, else in eight.
public struct Column: Sendable {
    /// What stands where there is no number.
    public static let absent = Int64.min

    private enum Form { case bytes, shorts, words, wide }

    private var form = Form.bytes
    /// How many values there are.
    public private(set) var count = 0
    /// The different values, in the order in which they came first.
    private var distinct: [Int64] = []
    private var bytes: [UInt8] = []
    private var shorts: [UInt16] = []
    /// Values divided by `scale`; the least number stands for `absent`.
    private var words: [Int32] = []
    private var scale: Int64 = 1
    private var wide: [Int64] = []
    private var index = DistinctIndex()
    /// Whether `index` knows all of `distinct`.
    private var isIndexed = true
    /// The value that was looked up last, and its place: most rows say what the one above them says.
    private var lookedUp: (value: Int64, place: Int)?

    /// How many values are to come: with room for them from the start, none has to be moved when there are more.
    private let expected: Int

    /// Makes a column without values.
    public init() { expected = 0 }

    /// Makes a column without values, into which about so many are to come.
    public init(expecting count: Int) { expected = max(0, count) }

    /// Makes a column of values.
    public init(_ values: some Sequence<Int64>) {
        expected = values.underestimatedCount
        for value in values { append(value) }
    }

    /// The value of a record.
    public subscript(row: Int) -> Int64 { value(row) }

    @inline(__always) func value(_ row: Int) -> Int64 {
        switch form {
        case .bytes: return distinct[Int(bytes[row])]
        case .shorts: return distinct[Int(shorts[row])]
        case .words:
            let word = words[row]
            return word == .min ? Column.absent : Int64(word) * scale
        case .wide: return wide[row]
        }
    }

    // MARK: Filling

    /// Adds a value.
    public mutating func append(_ value: Int64) {
        count += 1
        if !keepsPlaces { return appendDirectly(value) }
        appendPlace(lookUp(value))
    }

    /// The place of a value, which nearly always is what the one before it was.
    private mutating func lookUp(_ value: Int64) -> Int {
        if let lookedUp, lookedUp.value == value { return lookedUp.place }
        let place = place(of: value)
        lookedUp = (value, place)
        return place
    }

    private mutating func place(of value: Int64) -> Int {
        if !isIndexed {
            index = DistinctIndex(distinct)
            isIndexed = true
        }
        return index.place(of: value, in: &distinct)
    }

    /// Adds the place of one of the different values.
    private mutating func appendPlace(_ place: Int) {
        if form == .bytes {
            if place <= 0xFF { return bytes.append(UInt8(truncatingIfNeeded: place)) }
            widen()
        }
        if place <= 0xFFFF { return shorts.append(UInt16(truncatingIfNeeded: place)) }
        let value = distinct[place]
        spread()
        appendDirectly(value)
    }

    private var keepsPlaces: Bool { form == .bytes || form == .shorts }

    /// Adds some values, all of a form at once.
    public mutating func append(_ values: ArraySlice<Int64>) {
        switch form {
        case .bytes, .shorts: appendPlaces(of: values)
        case .words where scale == 1 && values.allSatisfy(Column.fitsAsWord):
            words.append(contentsOf: values.lazy.map { $0 == Column.absent ? .min : Int32(truncatingIfNeeded: $0) })
            count += values.count
        case .words: for value in values { append(value) }
        case .wide:
            wide.append(contentsOf: values)
            count += values.count
        }
    }

    private mutating func appendPlaces(of values: ArraySlice<Int64>) {
        let places = values.map { lookUp($0) }
        guard let last = places.max(), last <= 0xFFFF else {
            for (place, value) in zip(places, values) {
                count += 1
                if keepsPlaces { appendPlace(place) } else { appendDirectly(value) }
            }
            return
        }
        if form == .bytes, last > 0xFF { widen() }
        if form == .bytes {
            bytes.append(contentsOf: places.lazy.map { UInt8(truncatingIfNeeded: $0) })
        } else {
            shorts.append(contentsOf: places.lazy.map { UInt16(truncatingIfNeeded: $0) })
        }
        count += places.count
    }

    /// Whether a value can be one of `words` as it is. The least number there stands for none.
    private static func fitsAsWord(_ value: Int64) -> Bool {
        value == absent || value > Int64(Int32.min) && value <= Int64(Int32.max)
    }

    /// Adds a value so many times.
    public mutating func append(_ value: Int64, times: Int) {
        for _ in 0..<max(0, times) { append(value) }
    }

    /// Adds all values of another column.
    public mutating func append(_ other: Column) {
        guard count > 0 else {
            self = other
            return
        }
        // So many different values would not keep their places here either.
        if keepsPlaces, !other.keepsPlaces { spread() }
        guard keepsPlaces else {
            count += other.count
            if form == .words, other.form == .words, scale == other.scale {
                words += other.words
            } else {
                for row in 0..<other.count { appendDirectly(other[row]) }
            }
            return
        }
        // Each different value is looked up once, however often it stands there.
        var places: [Int] = []
        places.reserveCapacity(other.distinct.count)
        for value in other.distinct { places.append(place(of: value)) }
        lookedUp = nil
        for row in 0..<other.count {
            count += 1
            if !keepsPlaces {
                appendDirectly(other[row])
            } else {
                appendPlace(places[other.form == .bytes ? Int(other.bytes[row]) : Int(other.shorts[row])])
            }
        }
    }

    /// Whether each record has the same value.
    public func holdsOnly(_ value: Int64) -> Bool { (0..<count).allSatisfy { self[$0] == value } }

    /// The column with each value replaced.
    public func mapped(_ replacement: (Int64) -> Int64) -> Column {
        var mapped = self
        mapped.forgetIndex()
        switch form {
        // Places stay what they are: different values have different replacements, or else stand twice, which harms nothing.
        case .bytes, .shorts: mapped.distinct = distinct.map(replacement)
        case .words, .wide:
            mapped = Column()
            mapped.form = .words
            mapped.words.reserveCapacity(count)
            for row in 0..<count {
                mapped.count += 1
                mapped.appendDirectly(replacement(self[row]))
            }
        }
        return mapped
    }

    /// Lets go of what only filling needs.
    public mutating func finish() {
        forgetIndex()
        // Places pay only where values come again.
        if form == .shorts, distinct.count * 8 > shorts.count * 2 { spread() }
        bytes.trim()
        shorts.trim()
        words.trim()
        wide.trim()
    }

    private mutating func forgetIndex() {
        (index, isIndexed, lookedUp) = (DistinctIndex(), false, nil)
    }

    private mutating func widen() {
        shorts.reserveCapacity(max(bytes.count, expected))
        shorts.append(contentsOf: bytes.lazy.map(UInt16.init))
        bytes = []
        form = .shorts
    }

    /// Gives up places for the values themselves.
    private mutating func spread() {
        if form == .bytes { widen() }
        let (places, values) = (shorts, distinct)
        (shorts, distinct) = ([], [])
        forgetIndex()
        form = .words
        scale = Column.scale(of: values)
        words.reserveCapacity(max(places.count, expected))
        for place in places { appendDirectly(values[Int(place)]) }
    }

    private mutating func appendDirectly(_ value: Int64) {
        if form == .words {
            if let word = word(value) {
                words.append(word)
                return
            }
            rescale(for: value)
            if let word = word(value) {
                words.append(word)
                return
            }
            wide.reserveCapacity(max(words.count, expected))
            wide.append(contentsOf: words.lazy.map { [scale] in $0 == .min ? Column.absent : Int64($0) * scale })
            words = []
            form = .wide
        }
        wide.append(value)
    }

    /// A value as a word; `nil` where it does not fit.
    private func word(_ value: Int64) -> Int32? {
        if value == Column.absent { return .min }
        if scale == 1 { return Int32(exactly: value).flatMap { $0 == .min ? nil : $0 } }
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: scale)
        guard rest == 0, let word = Int32(exactly: quotient), word != .min else { return nil }
        return word
    }

    /// Takes a scale that suits a further value, if all that are there still fit.
    private mutating func rescale(for value: Int64) {
        let wanted = min(scale, Column.scale(of: [value]))
        let ratio = scale / wanted
        guard ratio > 1,
            words.allSatisfy({ $0 == .min || Int32(exactly: Int64($0) * ratio).map { $0 != .min } ?? false })
        else { return }
        for place in words.indices where words[place] != .min {
            words[place] = Int32(truncatingIfNeeded: Int64(words[place]) * ratio)
        }
        scale = wanted
    }

    /// The greatest power of ten, at most 10^8, that divides all values.
    private static func scale(of values: [Int64]) -> Int64 {
        var scale: Int64 = 100_000_000
        for value in values where value != absent {
            while value % scale != 0 { scale /= 10 }
        }
        return scale
    }
}
