/// A part as chunks of plain UTF-8 markup, each cut where an item begins, so that each can be scanned by itself.
///
/// Bytes of a chunk that stand as they do in the file are left to whoever scans it for the part's checksum, since
/// unpacking is what the others wait for; those that are decoded or rewritten are added up here.
final class PartStream {
    /// Bytes of a chunk, unless a single item is longer.
    static let chunkSize = 512 << 10
    /// Room in a chunk for the beginning of an item that the chunk before it left over.
    static let room = 16 << 10

    /// What a part is cut at.
    enum Item {
        /// A sheet's rows.
        case rows
        /// Shared texts.
        case texts
        /// Nothing: the whole part in one chunk.
        case whole

        fileprivate var opening: StaticString {
            switch self {
            case .rows: "<row"
            case .texts: "<si"
            case .whole: "<"
            }
        }
    }

    /// What a chunk adds to the checksum of its part.
    struct Share {
        /// Of bytes that are not in the chunk as they were in the file. They come before those that are.
        fileprivate(set) var changed = Checksum()
        /// Where in the chunk the bytes begin that stand as they do in the file.
        fileprivate(set) var unchangedFrom = 0

        /// The checksum of all of the chunk's share.
        func checksum(_ chunk: Chunk) -> Checksum {
            var sum = changed
            sum.add(chunk, from: unchangedFrom)
            return sum
        }
    }

    private let inflater: Inflater
    private let part: String
    /// What the archive states of the whole part.
    let statedChecksum: UInt32
    private let item: Item
    private let limits: ReadingLimits
    private var plain: PlainMarkup
    private var transcoder: Transcoder?
    /// Bytes that wait for the next chunk: the beginning of an item, already plain.
    private var tail = Chunk(capacity: 4 << 10)
    /// Bytes as they stand in the file that could not be made plain yet.
    private var raw = Chunk(capacity: 4 << 10)
    private var isFirst = true
    private var isBehindRows = false
    private(set) var isFinished = false
    /// Whether the chunk that was filled last holds no rows any more.
    private(set) var beganBehindRows = false
    /// What the chunk that was filled last adds to the part's checksum.
    private(set) var share = Share()
    /// What of the tail is as in the file.
    private var tailUnchangedFrom = 0

    init(
        _ entry: ZipArchive.Entry, of archive: ZipArchive, item: Item, limits: ReadingLimits
    ) throws(ReadingError) {
        inflater = try Inflater(entry, of: archive, limits: limits)
        part = entry.name
        statedChecksum = entry.checksum
        self.item = item
        self.limits = limits
        plain = PlainMarkup(part: entry.name)
    }

    /// Fills an empty chunk with the next items.
    func next(into chunk: Chunk) throws(ReadingError) {
        beganBehindRows = isBehindRows
        share = Share(unchangedFrom: tailUnchangedFrom)
        chunk.removeAll()
        chunk.append(tail, from: 0)
        tail.removeAll()
        while true {
            try more(into: chunk)
            let isShortEnough = chunk.count + raw.count <= limits.pieceBytes
            if inflater.isFinished, isShortEnough {
                isFinished = true
                return
            }
            if item != .whole, let cut = lastCut(chunk) {
                tail.append(chunk, from: cut)
                chunk.truncate(to: cut)
                tailUnchangedFrom = max(0, share.unchangedFrom - cut)
                share.unchangedFrom = min(share.unchangedFrom, cut)
                return
            }
            guard isShortEnough else { throw .limit(name: "pieceBytes", value: limits.pieceBytes, part: part) }
        }
    }

    /// Adds about a chunk's worth of plain markup, and no more than one byte past the limit.
    private func more(into chunk: Chunk) throws(ReadingError) {
        let allowed = max(0, limits.pieceBytes - chunk.count - raw.count) + 1
        let wanted = min(max(Self.chunkSize, chunk.count, raw.count), allowed)
        if !isFirst, transcoder == nil, raw.count == 0 {
            // A mark cut in two by the border begins in the byte before it.
            let before = chunk.count - (chunk.endsWith(Byte.open) ? 1 : 0)
            chunk.reserve(wanted)
            try chunk.fill(from: inflater, atMost: allowed)
            guard plain.needsRewriting(chunk.markup) else { return }
            addChanged(chunk)
            raw.append(chunk, from: before)
            chunk.truncate(to: before)
            try rewrite(into: chunk)
        } else {
            addChanged(chunk)
            let bytes = Chunk(capacity: wanted)
            try bytes.fill(from: inflater, atMost: allowed)
            share.changed.add(bytes, from: 0)
            try decode(bytes)
            try rewrite(into: chunk)
        }
        share.unchangedFrom = chunk.count
    }

    /// Adds up what is still as in the file before it, or what follows it, is changed.
    private func addChanged(_ chunk: Chunk) {
        share.changed = share.checksum(chunk)
        share.unchangedFrom = chunk.count
    }

    /// Adds bytes of the file to `raw`, as UTF-8.
    private func decode(_ bytes: Chunk) throws(ReadingError) {
        var mark = 0
        if isFirst {
            let encoding = bytes.withMarkup { TextEncoding.detect($0) }
            mark = encoding.mark
            if let name = encoding.name {
                guard let opened = Transcoder(from: name) else { throw .damaged(part: part, damage: .encoding) }
                transcoder = opened
            }
        }
        if let transcoder {
            let start = Chunk(capacity: bytes.count)
            start.append(bytes, from: mark)
            guard start.withMarkup({ transcoder.append($0, to: raw) }), !inflater.isFinished || transcoder.isComplete
            else {
                throw .damaged(part: part, damage: .encoding)
            }
        } else {
            raw.append(bytes, from: mark)
        }
        if isFirst {
            plain.learnPrefixes(raw.markup)
            raw = raw.withoutDeclaration
        }
        isFirst = false
    }

    /// Moves what can be made plain from `raw` to a chunk.
    private func rewrite(into chunk: Chunk) throws(ReadingError) {
        guard plain.needsRewriting(raw.markup) else {
            // A last `<` may be the beginning of a mark that the next bytes show.
            let holdsBack = !inflater.isFinished && raw.endsWith(Byte.open)
            chunk.append(raw, 0..<raw.count - (holdsBack ? 1 : 0))
            raw.removeAll()
            if holdsBack { raw.append(Byte.open) }
            return
        }
        let done = try plain.rewrite(raw, into: chunk, isLast: inflater.isFinished)
        let rest = Chunk(capacity: max(4 << 10, raw.count - done))
        rest.append(raw, from: done)
        raw = rest
    }

    /// Where the last item of a chunk begins; `nil` if there is no place to cut.
    private func lastCut(_ chunk: Chunk) -> Int? {
        let markup = chunk.markup
        if !isBehindRows, let cut = markup.last(item.opening) { return cut }
        guard item == .rows else { return nil }
        // Behind the rows nothing is wanted but small elements, so the beginning of any tag will do.
        isBehindRows = isBehindRows || markup.find("</sheetData", from: 0) != nil
        guard isBehindRows, let cut = markup.last(Byte.open) else { return nil }
        return cut > 0 ? cut : nil
    }
}

extension Chunk {
    /// Whether that byte is the last one.
    func endsWith(_ byte: UInt8) -> Bool { count > 0 && markup[count - 1] == byte }

    /// The same without the XML declaration, which nearly every part begins with.
    fileprivate var withoutDeclaration: Chunk {
        guard markup.has("<?xml", at: 0), let end = markup.find("?>", from: 0) else { return self }
        let rest = Chunk(capacity: count)
        rest.append(self, from: end + 2)
        return rest
    }
}

extension Markup {
    /// Where an element of that name begins last, but not at the very beginning.
    func last(_ opening: StaticString) -> Int? {
        var end = count
        while let open = last(Byte.open, before: end), open > 0 {
            if has(opening, at: open), Byte.endsName(self[open + opening.utf8CodeUnitCount]) { return open }
            end = open
        }
        return nil
    }

    private func last(_ byte: UInt8, before end: Int) -> Int? {
        var index = end - 1
        while index >= 0 {
            if self[index] == byte { return index }
            index -= 1
        }
        return nil
    }

    /// Where a byte is found last.
    func last(_ byte: UInt8) -> Int? { last(byte, before: count) }
}
