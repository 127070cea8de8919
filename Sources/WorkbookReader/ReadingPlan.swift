/// Which parts of an archive make up the workbook, found by following the relationships from its root.
struct ReadingPlan {
    let archive: ZipArchive
    let limits: ReadingLimits
    let styles: Styles
    let uses1904: Bool
    let sharedTexts: ZipArchive.Entry?
    let sheets: [PlannedSheet]

    struct PlannedSheet {
        let entry: WorkbookPart.SheetEntry
        let part: ZipArchive.Entry
    }

    init(_ archive: ZipArchive, limits: ReadingLimits) throws(ReadingError) {
        self.archive = archive
        self.limits = limits
        let parts = Parts(archive: archive, limits: limits)
        let main = try parts.mainPart()
        let (folder, relationshipsPart) = PartName.relationships(of: main)
        let relationships = try parts.relationships(relationshipsPart, folder: folder)
        guard let bytes = try parts.whole(main) else { throw .missingPart(main) }
        let workbook = try bytes.withMarkup { markup throws(ReadingError) in
            try WorkbookPart(markup, part: main, limits: limits)
        }
        uses1904 = workbook.uses1904

        let stylesPart = relationships.part(of: "styles") ?? PartName.resolve("styles.xml", in: folder)
        if let bytes = try parts.whole(stylesPart) {
            styles = try bytes.withMarkup { markup throws(ReadingError) in
                try Styles(markup, part: stylesPart, limits: limits)
            }
        } else {
            styles = Styles()
        }
        let textsPart = relationships.part(of: "sharedStrings") ?? PartName.resolve("sharedStrings.xml", in: folder)
        sharedTexts = try archive.entry(textsPart, limits: limits)
        var sheets: [PlannedSheet] = []
        for entry in workbook.sheets {
            guard let target = relationships.targets[entry.relationship] else {
                throw .missingPart("\(entry.name) (\(entry.relationship))")
            }
            guard target.kind == "worksheet" else { continue }
            guard let part = try archive.entry(target.part, limits: limits) else { throw .missingPart(target.part) }
            sheets.append(PlannedSheet(entry: entry, part: part))
        }
        self.sheets = sheets
        // The same part may be named by many sheets, each of which would be unpacked.
        let unpacked = sheets.reduce(sharedTexts?.size ?? 0) { $0 + $1.part.size }
        guard unpacked <= limits.unpackedBytes else {
            throw .limit(name: "unpackedBytes", value: limits.unpackedBytes, part: "")
        }
    }
}

/// Reads the small parts.
private struct Parts {
    let archive: ZipArchive
    let limits: ReadingLimits

    /// A whole part, as plain markup; `nil` if there is none.
    func whole(_ name: String) throws(ReadingError) -> Chunk? {
        guard let entry = try archive.entry(name, limits: limits) else { return nil }
        let chunk = Chunk(capacity: min(entry.size, PartStream.chunkSize) + 64)
        let stream = try PartStream(entry, of: archive, item: .whole, limits: limits)
        try stream.next(into: chunk)
        guard stream.share.checksum(chunk).value == stream.statedChecksum else {
            throw .damaged(part: entry.name, damage: .checksum)
        }
        return chunk
    }

    func relationships(_ part: String, folder: String) throws(ReadingError) -> Relationships {
        guard let bytes = try whole(part) else { return Relationships() }
        return try bytes.withMarkup { markup throws(ReadingError) in
            try Relationships(markup, part: part, folder: folder, limits: limits)
        }
    }

    /// The workbook part. Where the root does not say, or names a part that is not there, it is where it always is.
    func mainPart() throws(ReadingError) -> String {
        let root = try relationships("_rels/.rels", folder: "")
        let usual = "xl/workbook.xml"
        var main = root.part(of: "officeDocument") ?? usual
        if main.lowercased().hasSuffix(".bin") { throw .notAWorkbook(kind: .binaryExcel) }
        if !archive.has(main), archive.has(usual) { main = usual }
        let isOther = !main.lowercased().hasPrefix("xl/") && (archive.hasFolder("word/") || archive.hasFolder("ppt/"))
        if archive.has(main), !isOther { return main }
        if archive.has("xl/workbook.bin") { throw .notAWorkbook(kind: .binaryExcel) }
        if archive.has("content.xml") && archive.has("mimetype") { throw .notAWorkbook(kind: .openDocument) }
        throw archive.hasFolder("xl/") ? .missingPart(main) : .notAWorkbook(kind: .archive)
    }
}
