/// One edit of one package, part by part.
struct WorkbookEditing {
    private let edit: WorkbookEdit
    private let package: Package
    private let workbook: WorkbookPart
    private var relationships: RelationshipsPart
    private var types: ContentTypesPart
    private var styles: StylesPart
    private let stylesPart: String
    private let hasStyles: Bool
    private var result = WorkbookEdit.Result(bytes: [])
    private var usedBlock: Int?

    init(_ edit: WorkbookEdit, _ package: Package, _ limits: EditingLimits) throws(EditingError) {
        self.edit = edit
        self.package = package
        let root = try RelationshipsPart(of: "", in: package)
        if root.targets.contains(where: { $0.type.contains("/digital-signature/") })
            || package.partNames.contains(where: { $0.lowercased().hasPrefix("_xmlsignatures/") })
        {
            throw .signed
        }
        workbook = try WorkbookPart(root.part(of: "officeDocument") ?? "xl/workbook.xml", in: package)
        if workbook.isStructureLocked { throw .structureLocked }
        relationships = try RelationshipsPart(of: workbook.part, in: package)
        if relationships.part(of: "revisionHeaders") != nil { throw .shared }
        types = try ContentTypesPart(in: package)
        let folder = PartName.folder(of: workbook.part)
        let known = relationships.part(of: "styles")
        let part = known ?? PartName.inside(folder, "styles.xml")
        let bytes = try package.read(part)
        stylesPart = part
        hasStyles = known != nil
        styles = try StylesPart(part, bytes: bytes, namespace: workbook.namespace, limits: limits)
    }

    private var folder: String { PartName.folder(of: workbook.part) }
    private var isStrict: Bool { OfficeNames.isStrict(workbook.namespace) }

    /// Makes all changes.
    mutating func run() throws(EditingError) -> WorkbookEdit.Result {
        var parts: [SheetPart] = []
        var annotations: [[WorkbookEdit.Annotation]] = []
        let wanted = Dictionary(grouping: edit.annotations, by: \.sheet)
        for sheet in workbook.sheets {
            guard let own = wanted[sheet.name], let target = relationships.target(sheet.relationship),
                target.kind == "worksheet", !parts.contains(where: { $0.part == target.part })
            else { continue }
            guard let bytes = try package.read(target.part) else { throw .damaged(part: target.part) }
            parts.append(try SheetPart(target.part, bytes: bytes))
            annotations.append(own)
        }
        let names = Set(workbook.sheets.map(\.name))
        result.withoutSheet = edit.annotations.filter { !names.contains($0.sheet) }
        let opens = try opensOnList(parts)
        for (place, part) in parts.enumerated() {
            var part = part
            if opens { try part.deselect() }
            try annotate(&part, annotations[place])
            package.set(part.part, to: part.saved())
        }
        if let list = edit.list { try put(list, opens: opens) }
        if let bytes = try styles.saved() {
            package.set(stylesPart, to: bytes)
            types.define(part: stylesPart, as: OfficeNames.content + ".spreadsheetml.styles+xml")
            if !hasStyles {
                _ = relationships.add(OfficeNames.relationships(isStrict: isStrict) + "/styles", to: stylesPart)
            }
        }
        try relationships.save(in: package)
        try types.save(in: package)
        result.bytes = try package.finish()
        return result
    }

    // MARK: Sheets

    /// Whether the workbook may open on the list: not when a sheet is selected that is otherwise not to be touched.
    /// Two sheets would be selected then, and what is typed into one goes into both.
    private func opensOnList(_ edited: [SheetPart]) throws(EditingError) -> Bool {
        guard edit.list != nil else { return false }
        for sheet in workbook.sheets {
            guard let target = relationships.target(sheet.relationship),
                !edited.contains(where: { $0.part == target.part })
            else { continue }
            // What is selected is said near a sheet's beginning.
            let head = try package.read(target.part, first: 32 << 10) ?? []
            if Markup(utf8: head, part: target.part).find(Array("tabSelected=".utf8), from: 0) != nil { return false }
        }
        return true
    }

    private mutating func annotate(
        _ sheet: inout SheetPart, _ annotations: [WorkbookEdit.Annotation]
    ) throws(EditingError) {
        var places: [CellPlace] = []
        var joined: [CellPlace: WorkbookEdit.Annotation] = [:]
        for annotation in annotations {
            guard (1...CellPlace.rows).contains(annotation.row), (0..<CellPlace.columns).contains(annotation.column)
            else { continue }
            let place = sheet.shown(CellPlace(row: annotation.row, column: annotation.column))
            if let known = joined[place] {
                joined[place]?.note = known.note + "\n\n" + annotation.note
                joined[place]?.noteHeight = min(known.noteHeight + annotation.noteHeight, 600)
            } else {
                joined[place] = annotation
                places.append(place)
            }
        }
        places.sort()
        var rows: [SheetPart.RowFills] = []
        for place in places {
            guard let annotation = joined[place] else { continue }
            if rows.last?.row != place.row { rows.append(SheetPart.RowFills(row: place.row, cells: [])) }
            rows[rows.count - 1].cells.append((place.column, annotation.fill))
        }
        let columns = try SheetColumns(sheet)
        try sheet.fill(rows, columns, &styles)
        let notes = places.compactMap { place in joined[place].map { (place, $0) } }.filter { !$0.1.note.isEmpty }
        if !notes.isEmpty { try note(&sheet, notes, columns) }
    }

    // MARK: Notes

    private mutating func note(
        _ sheet: inout SheetPart, _ wanted: [(CellPlace, WorkbookEdit.Annotation)], _ columns: SheetColumns
    ) throws(EditingError) {
        var own = try RelationshipsPart(of: sheet.part, in: package)
        let conversations = try conversationCells(own)
        let known = own.part(of: "comments")
        let part = known ?? package.freeName(PartName.inside(folder, "comments"), ".xml")
        let namespace = sheet.markup.namespace(of: sheet.prefix, in: sheet.root) ?? workbook.namespace
        var notes = try NotesPart(part, bytes: try package.read(part), namespace: namespace)
        var boxes: [NoteShapes.Box] = []
        var isChanged = false
        for (place, annotation) in wanted {
            if conversations.contains(place) {
                result.withoutNote.append(annotation)
                continue
            }
            switch try notes.add(annotation.note, at: place, author: edit.author, font: edit.font) {
            case .added:
                boxes.append(
                    NoteShapes.Box(cell: place, width: annotation.noteWidth, height: annotation.noteHeight))
                isChanged = true
            case .appended: isChanged = true
            case .refused: result.withoutNote.append(annotation)
            }
        }
        guard isChanged else { return }
        package.set(part, to: notes.saved(author: edit.author))
        types.define(part: part, as: OfficeNames.content + ".spreadsheetml.comments+xml")
        if known == nil { _ = own.add(OfficeNames.relationships(isStrict: isStrict) + "/comments", to: part) }
        if !boxes.isEmpty { try draw(boxes, on: &sheet, &own, columns) }
        try own.save(in: package)
    }

    private mutating func draw(
        _ boxes: [NoteShapes.Box], on sheet: inout SheetPart, _ own: inout RelationshipsPart, _ columns: SheetColumns
    ) throws(EditingError) {
        let block = try freeBlock()
        usedBlock = block + (boxes.count - 1) / 1_023
        types.define(ending: "vml", as: OfficeNames.content + ".vmlDrawing")
        if let reference = sheet.child("legacyDrawing") {
            guard let id = sheet.markup.prefixed("id", in: reference.start)?.value, let target = own.target(id),
                let bytes = try package.read(target.part)
            else { throw .damaged(part: sheet.part) }
            let drawing = try NoteShapes.adding(boxes, to: bytes, part: target.part, block: block, columns: columns)
            return package.set(target.part, to: drawing)
        }
        let part = package.freeName(PartName.inside(folder, "drawings/vmlDrawing"), ".vml")
        package.set(
            part, to: try NoteShapes.adding(boxes, to: nil, part: part, block: block, columns: columns))
        // VML is no part of the strict standard, so its relationship has one type only.
        try sheet.refer(toNotes: own.add(OfficeNames.relationships(isStrict: false) + "/vmlDrawing", to: part))
    }

    /// The first block of identifiers that no drawing uses.
    private func freeBlock() throws(EditingError) -> Int {
        if let usedBlock { return usedBlock + 1 }
        var last = 0
        for name in package.partNames where name.lowercased().hasSuffix(".vml") {
            last = max(last, NoteShapes.blocks(of: try package.read(name) ?? []).max() ?? 0)
        }
        return last + 1
    }

    /// The cells that have a conversation.
    private func conversationCells(_ own: RelationshipsPart) throws(EditingError) -> Set<CellPlace> {
        var cells: Set<CellPlace> = []
        for target in own.targets where target.kind == "threadedComment" {
            guard let bytes = try package.read(target.part) else { continue }
            let markup = try Markup(bytes, part: target.part)
            var tags = Tags(markup)
            while let tag = try tags.next() {
                guard tag.kind != .end, let place = markup.place(of: "ref", in: tag),
                    let cell = CellPlace(markup.bytes[place])
                else { continue }
                cells.insert(cell)
            }
        }
        return cells
    }

    // MARK: The list

    private mutating func put(_ list: ListSheet, opens: Bool) throws(EditingError) {
        let part = package.freeName(PartName.inside(folder, "worksheets/sheet"), ".xml")
        package.set(part, to: list.part(namespace: workbook.namespace, isSelected: opens, &styles))
        types.define(part: part, as: OfficeNames.content + ".spreadsheetml.worksheet+xml")
        let id = relationships.add(OfficeNames.relationships(isStrict: isStrict) + "/worksheet", to: part)
        package.set(
            workbook.part, to: try workbook.adding(name: workbook.freeName(list.name), relationship: id, opens: opens))
    }
}
