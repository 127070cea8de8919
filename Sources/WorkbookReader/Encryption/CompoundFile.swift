/// A compound file ([MS-CFB]): the small file system that old Excel files and encrypted workbooks are wrapped in.
///
/// Every number in it is from outside. A chain of sectors is followed for at most as many steps as the file has
/// sectors, so that a chain that runs in a circle ends in an error, and a stream is never longer than the file.
struct CompoundFile {
    /// What the directory says of a stream or a folder.
    struct Entry {
        let name: String
        let isStream: Bool
        let start: UInt32
        let size: Int
    }

    private let bytes: [UInt8]
    private let sectorShift: Int
    private let miniShift: Int
    /// Streams shorter than this lie in the root's mini stream.
    private let miniCutoff: Int
    /// The next sector of each sector, and of each mini sector.
    private var table: [UInt32] = []
    private var miniTable: [UInt32] = []
    private var miniStream: [UInt8] = []
    /// All entries of the directory, folders and streams, in the order of the file.
    private(set) var entries: [Entry] = []

    /// The first sector number that is none: ends of chains and free sectors.
    private static let special: UInt32 = 0xFFFF_FFFA

    init(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) {
        guard let sectorShift = bytes.little16(at: 30), let miniShift = bytes.little16(at: 32),
            let miniCutoff = bytes.little32(at: 56), sectorShift == 9 || sectorShift == 12, miniShift == 6
        else { throw Self.broken }
        self.bytes = bytes
        self.sectorShift = sectorShift
        self.miniShift = miniShift
        self.miniCutoff = Int(miniCutoff)
        try readTable()
        try readDirectory(limits)
    }

    private static var broken: ReadingError { .damaged(part: "", damage: .compound) }

    private var sectorSize: Int { 1 << sectorShift }

    /// How many sectors can stand in the file, the header's place left out and a last one that is cut off included.
    private var sectorCount: Int { max(0, (bytes.count - 1) >> sectorShift) }

    /// The bytes of a sector; the file's last may be cut off.
    private func sector(_ number: UInt32) throws(ReadingError) -> ArraySlice<UInt8> {
        guard number < Self.special, Int(number) < sectorCount else { throw Self.broken }
        let start = (Int(number) + 1) << sectorShift
        return bytes[start..<min(start + sectorSize, bytes.count)]
    }

    /// Reads which sector follows which: the first 109 sectors of that table are named in the header, the others in a
    /// chain of their own.
    private mutating func readTable() throws(ReadingError) {
        var places: [UInt32] = []
        for index in 0..<109 { places.append(bytes.little32(at: 76 + 4 * index) ?? .max) }
        var next = bytes.little32(at: 68) ?? .max
        var steps = 0
        while next < Self.special {
            steps += 1
            guard steps <= sectorCount else { throw Self.broken }
            let words = try sector(next).littleWords
            guard words.count == sectorSize / 4 else { throw Self.broken }
            places += words.dropLast()
            next = words.last ?? .max
        }
        for place in places where place < Self.special {
            guard table.count <= sectorCount else { break }
            table += try sector(place).littleWords
        }
    }

    private mutating func readDirectory(_ limits: ReadingLimits) throws(ReadingError) {
        guard let first = bytes.little32(at: 48) else { throw Self.broken }
        let directory = try chain(first, size: nil)
        guard directory.count / 128 <= limits.entries else {
            throw .limit(name: "entries", value: limits.entries, part: "")
        }
        var root: Entry?
        for start in stride(from: 0, to: directory.count - 127, by: 128) {
            let kind = directory[start + 66]
            guard kind == 1 || kind == 2 || kind == 5, let length = directory.little16(at: start + 64),
                let first = directory.little32(at: start + 116), let size = directory.little32(at: start + 120)
            else { continue }
            let units = (0..<min(max(0, length / 2 - 1), 31)).map {
                UInt16(truncatingIfNeeded: directory.little16(at: start + 2 * $0) ?? 0)
            }
            // The upper half of the size is only kept in files with large sectors, and may be rubbish in others.
            let high = sectorShift == 12 ? directory.little32(at: start + 124) ?? 0 : 0
            let entry = Entry(
                name: String(decoding: units, as: UTF16.self), isStream: kind == 2, start: first,
                size: Int(high & 0x7FFF_FFFF) << 32 | Int(size))
            if kind == 5, root == nil { root = entry }
            entries.append(entry)
        }
        guard let root else { throw Self.broken }
        guard root.start < Self.special, let first = bytes.little32(at: 60), first < Self.special else { return }
        miniTable = try chain(first, size: nil)[...].littleWords
        miniStream = try chain(root.start, size: root.size)
    }

    /// The bytes of a chain of sectors, as many as `size` says or all.
    private func chain(_ first: UInt32, size: Int?) throws(ReadingError) -> [UInt8] {
        guard size ?? 0 <= bytes.count else { throw Self.broken }
        var result: [UInt8] = []
        result.reserveCapacity(size ?? 0)
        var next = first
        var steps = 0
        while next < Self.special, size.map({ result.count < $0 }) ?? true {
            steps += 1
            guard steps <= sectorCount, Int(next) < table.count else { throw Self.broken }
            result += try sector(next)
            next = table[Int(next)]
        }
        guard let size else { return result }
        guard result.count >= size else { throw Self.broken }
        return Array(result.prefix(size))
    }

    /// Whether there is a stream of that name, whatever folder it lies in.
    func has(_ name: String) -> Bool { entries.contains { $0.isStream && $0.name == name } }

    /// The bytes of the stream of that name; `nil` if there is none.
    func stream(_ name: String) throws(ReadingError) -> [UInt8]? {
        guard let entry = entries.first(where: { $0.isStream && $0.name == name }) else { return nil }
        if entry.size >= miniCutoff { return try chain(entry.start, size: entry.size) }
        var result: [UInt8] = []
        var next = entry.start
        var steps = 0
        while result.count < entry.size {
            steps += 1
            guard next < Self.special, Int(next) < miniTable.count, steps <= miniTable.count else { throw Self.broken }
            let start = Int(next) << miniShift
            guard start < miniStream.count else { throw Self.broken }
            result += miniStream[start..<min(start + 1 << miniShift, miniStream.count)]
            next = miniTable[Int(next)]
        }
        return Array(result.prefix(entry.size))
    }
}

extension [UInt8] {
    /// Two bytes at an index, the lower first; `nil` past the end.
    func little16(at index: Int) -> Int? {
        guard index >= 0, index <= count - 2 else { return nil }
        return Int(self[index]) | Int(self[index + 1]) << 8
    }

    /// Four bytes at an index, the lowest first; `nil` past the end.
    func little32(at index: Int) -> UInt32? {
        guard index >= 0, index <= count - 4 else { return nil }
        return (0..<4).reduce(0) { $0 | UInt32(self[index + $1]) << UInt32(8 * $1) }
    }

    /// Some bytes at an index; `nil` when there are not so many.
    func bytes(at index: Int, count wanted: Int) -> [UInt8]? {
        guard index >= 0, wanted >= 0, index <= count, wanted <= count - index else { return nil }
        return [UInt8](self[index..<index + wanted])
    }

    /// A number's four bytes, the lowest first.
    init(little number: UInt32) {
        self = (0..<4).map { UInt8(truncatingIfNeeded: number >> UInt32(8 * $0)) }
    }
}

extension ArraySlice<UInt8> {
    /// All whole words of four bytes, each with its lowest byte first.
    fileprivate var littleWords: [UInt32] {
        var words: [UInt32] = []
        words.reserveCapacity(count / 4)
        var index = startIndex
        while index <= endIndex - 4 {
            let low = UInt32(self[index]) | UInt32(self[index + 1]) << 8
            words.append(low | UInt32(self[index + 2]) << 16 | UInt32(self[index + 3]) << 24)
            index += 4
        }
        return words
    }
}
