/// Puts a workbook together from drafts that come in the order of the file: the shared texts, then sheet after sheet.
struct WorkbookAssembly {
    private let limits: ReadingLimits
    private let uses1904: Bool
    private var sheets: [SheetAssembly] = []
    /// The pieces of runs that the shared texts were scanned into, and where each text stands; see `TextTable`.
    private var textPieces: [ScannedTexts.Piece] = []
    private var textPlaces: [UInt64] = []
    private var sharedBytes = 0
    /// The part that the shared texts are in, until their list has ended.
    private var unendedPart: String?
    /// Texts that stand in cells, numbered behind the shared ones.
    private var ownTexts = TextInterner()
    private var cellCount = 0

    init(uses1904: Bool, limits: ReadingLimits) {
        self.uses1904 = uses1904
        self.limits = limits
    }

    /// Adds the texts of a chunk of the shared ones.
    mutating func add(_ texts: ScannedTexts, part: String) throws(ReadingError) {
        if let failure = texts.failure { throw failure }
        unendedPart = texts.isEnd ? nil : part
        sharedBytes += texts.piece.bytes.count
        guard sharedBytes <= limits.allTextBytes else {
            throw .limit(name: "allTextBytes", value: limits.allTextBytes, part: part)
        }
        guard textPlaces.count + texts.ends.count <= limits.texts else {
            throw .limit(name: "texts", value: limits.texts, part: part)
        }
        addPlaces(texts.ends, inPiece: textPieces.count)
        textPieces.append(texts.piece)
    }

    private mutating func addPlaces(_ ends: [UInt32], inPiece number: Int) {
        let piece = UInt64(number) << 32
        textPlaces.append(contentsOf: ends.lazy.map { piece | UInt64($0) })
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
                sharedBytes + ownTexts.bytes.count <= limits.allTextBytes
            else { throw .limit(name: "allTextBytes", value: limits.allTextBytes, part: part) }
            guard textPlaces.count + ownTexts.count <= limits.texts else {
                throw .limit(name: "texts", value: limits.texts, part: part)
            }
            indices.append(Int64(textPlaces.count + index))
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

    /// The workbook, when everything has been added; with the runs that the shared texts are in, by their numbers.
    mutating func workbook(runs: [Int: [UInt8]]) throws(ReadingError) -> Workbook {
        if let unendedPart { throw .damaged(part: unendedPart, damage: .markup) }
        var made: [Sheet] = []
        for assembly in sheets where !assembly.isOtherSheet {
            guard assembly.sharedTexts <= textPlaces.count else {
                throw .damaged(part: assembly.part, damage: .reference)
            }
            made.append(try assembly.sheet())
        }
        var pieces = textPieces.map { runs[$0.run, default: []][$0.bytes] }
        addPlaces(ownTexts.ends, inPiece: pieces.count)
        pieces.append(ownTexts.bytes[...])
        return Workbook(sheets: made, texts: TextTable(pieces: pieces, places: textPlaces), uses1904: uses1904)
    }
}

extension CellTag {
    /// Whether the payload is the index of a text.
    var refersToText: Bool { kind == .text || kind == .error || kind == .wide }
}
