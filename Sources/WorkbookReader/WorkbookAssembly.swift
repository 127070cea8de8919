/// Puts a workbook together from drafts that come in the order of the file: the shared texts, then sheet after sheet.
struct WorkbookAssembly {
    private let limits: ReadingLimits
    private let uses1904: Bool
    private var sheets: [SheetAssembly] = []
    private var sharedBytes: [UInt8] = []
    private var sharedEnds: [UInt32] = []
    /// Texts that stand in cells, numbered behind the shared ones.
    private var ownTexts = TextInterner()
    private var cellCount = 0

    /// - Parameter sharedSize: Bytes of the part with the shared texts, which are no longer than it.
    init(uses1904: Bool, sharedSize: Int, limits: ReadingLimits) {
        self.uses1904 = uses1904
        self.limits = limits
        // Room that is never used costs nothing, but a size is only what the file says.
        sharedBytes.reserveCapacity(min(sharedSize, 256 << 20))
    }

    /// Adds the texts of a chunk of the shared ones.
    mutating func add(_ texts: SharedTextScanner) throws(ReadingError) {
        if let failure = texts.failure { throw failure }
        guard sharedBytes.count + texts.bytes.count <= limits.allTextBytes else {
            throw .limit(name: "allTextBytes", value: limits.allTextBytes, part: texts.part)
        }
        guard sharedEnds.count + texts.ends.count <= limits.texts else {
            throw .limit(name: "texts", value: limits.texts, part: texts.part)
        }
        let start = UInt32(truncatingIfNeeded: sharedBytes.count)
        sharedBytes += texts.bytes
        sharedEnds.reserveCapacity(sharedEnds.count + texts.ends.count)
        for end in texts.ends { sharedEnds.append(start &+ end) }
    }

    /// Begins a sheet.
    mutating func begin(name: String, visibility: Sheet.Visibility, part: String) {
        sheets.append(SheetAssembly(name: name, visibility: visibility, part: part))
    }

    /// Adds a chunk of the sheet that was begun last.
    mutating func add(_ draft: SheetDraft) throws(ReadingError) {
        guard !sheets.isEmpty else { return }
        let part = sheets[sheets.count - 1].part
        cellCount += draft.tags.count + draft.found.strays.count
        guard cellCount <= limits.cells else { throw .limit(name: "cells", value: limits.cells, part: part) }
        var indices: [Int64] = []
        indices.reserveCapacity(draft.texts.count)
        for text in 0..<draft.texts.count {
            guard let index = ownTexts.intern(text, of: draft.texts),
                sharedBytes.count + ownTexts.bytes.count <= limits.allTextBytes
            else { throw .limit(name: "allTextBytes", value: limits.allTextBytes, part: part) }
            guard sharedEnds.count + ownTexts.count <= limits.texts else {
                throw .limit(name: "texts", value: limits.texts, part: part)
            }
            indices.append(Int64(sharedEnds.count + index))
        }
        try sheets[sheets.count - 1].add(draft, limits: limits) { payloads, strays throws(ReadingError) in
            for (index, tag) in draft.tags.enumerated() where payloads[index] < 0 && tag.refersToText {
                payloads[index] = indices[Int(~payloads[index])]
            }
            for index in strays.indices where strays[index].payload < 0 && strays[index].tag.refersToText {
                strays[index].payload = indices[Int(~strays[index].payload)]
            }
        }
    }

    /// The workbook, when everything has been added.
    mutating func workbook() throws(ReadingError) -> Workbook {
        var made: [Sheet] = []
        for assembly in sheets where !assembly.isOtherSheet {
            guard assembly.sharedTexts <= sharedEnds.count else {
                throw .damaged(part: assembly.part, damage: .reference)
            }
            made.append(try assembly.sheet())
        }
        return Workbook(sheets: made, texts: textTable(), uses1904: uses1904)
    }

    /// All texts in one table; takes the arrays out of here, for they can be the larger part of all memory.
    private mutating func textTable() -> TextTable {
        if sharedEnds.isEmpty { return TextTable(bytes: ownTexts.bytes, ends: ownTexts.ends) }
        var bytes: [UInt8] = []
        var ends: [UInt32] = []
        swap(&bytes, &sharedBytes)
        swap(&ends, &sharedEnds)
        let start = UInt32(truncatingIfNeeded: bytes.count)
        if ownTexts.count > 0 {
            bytes += ownTexts.bytes
            ends += ownTexts.ends.map { start &+ $0 }
        }
        return TextTable(bytes: bytes, ends: ends)
    }
}

extension CellTag {
    /// Whether the payload is the index of a text.
    var refersToText: Bool { kind == .text || kind == .error || kind == .wide }
}
