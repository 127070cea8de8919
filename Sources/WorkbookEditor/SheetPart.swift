/// A worksheet's part: what stands in it directly, and the changes that are made to it.
struct SheetPart {
    let part: String
    let markup: Markup
    let root: Markup.Tag
    let children: [Markup.Element]
    private let merges: [CellArea]
    var splices = Splices()

    /// The order of the elements of a worksheet (ECMA-376 part 1, 18.3.1.99).
    private static let order = [
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
        "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
        "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins",
        "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors",
        "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls",
        "webPublishItems", "tableParts", "extLst",
    ]

    init(_ part: String, bytes: [UInt8]) throws(EditingError) {
        self.part = part
        markup = try Markup(bytes, part: part)
        root = try markup.root()
        guard markup.named(root, "worksheet") else { throw .damaged(part: part) }
        children = try markup.children(of: root, passingOver: "sheetData").elements
        var merges: [CellArea] = []
        for element in children where markup.named(element.start, "mergeCells") {
            for merge in try markup.children(of: element.start).elements {
                if let place = markup.place(of: "ref", in: merge.start), let area = CellArea(markup.bytes[place]) {
                    merges.append(area)
                }
            }
        }
        self.merges = merges
    }

    /// The prefix of its elements, with the colon.
    var prefix: String { markup.prefix(root) }

    func child(_ name: StaticString) -> Markup.Element? { children.first { markup.named($0.start, name) } }

    /// The cell that shows what stands at a place: of merged ones the top left.
    func shown(_ place: CellPlace) -> CellPlace { merges.first { $0.contains(place) }?.first ?? place }

    /// Whether its tab is among those that are selected.
    func isSelected() throws(EditingError) -> Bool {
        guard let views = child("sheetViews") else { return false }
        return try markup.children(of: views.start).elements.contains { markup.flag("tabSelected", in: $0.start) }
    }

    /// Takes its tab out of the selection: what is typed into one of several selected sheets goes into all.
    mutating func deselect() throws(EditingError) {
        guard let views = child("sheetViews") else { return }
        for view in try markup.children(of: views.start).elements where markup.flag("tabSelected", in: view.start) {
            markup.set("tabSelected", to: "0", in: view.start, &splices)
        }
    }

    /// Enlarges the stated size of the sheet so that some cells lie in it.
    mutating func include(_ places: [CellPlace]) {
        guard let element = child("dimension"), let place = markup.place(of: "ref", in: element.start),
            var area = CellArea(markup.bytes[place])
        else { return }
        let before = area.reference
        for cell in places { area.include(cell) }
        if area.reference != before { splices.replace(place, with: area.reference) }
    }

    /// Refers to the drawing of its notes, in the place that the schema gives it.
    mutating func refer(toNotes relationship: String) throws(EditingError) {
        let rank = SheetPart.order.firstIndex(of: "legacyDrawing") ?? 0
        let before = children.last {
            (SheetPart.order.firstIndex(of: markup.name($0.start)) ?? SheetPart.order.count) < rank
        }
        guard let before else { throw .damaged(part: part) }
        let strict = markup.namespace(of: prefix, in: root).map(OfficeNames.isStrict) ?? false
        let space = OfficeNames.relationships(isStrict: strict)
        let isDeclared = markup.namespace(of: "r:", in: root) == space
        splices.insert(
            "<\(prefix)legacyDrawing" + (isDeclared ? "" : " xmlns:r=\"\(space)\"") + " r:id=\"\(relationship)\"/>",
            at: before.range.upperBound)
    }

    func saved() -> [UInt8] { splices.applied(to: markup.bytes) }
}

/// How wide the columns of a sheet are, and what cells look like that are not there.
struct SheetColumns {
    private struct Span {
        let columns: ClosedRange<Int>
        let width: Double?
        let format: Int?
        let isHidden: Bool
    }

    private var spans: [Span] = []
    private var standardWidth = 8.43
    /// The height of a row in points.
    private(set) var rowHeight = 15.0

    init(_ sheet: SheetPart) throws(EditingError) {
        let markup = sheet.markup
        func decimal(_ name: String, _ tag: Markup.Tag) -> Double? {
            markup.value(of: name, in: tag).flatMap(Double.init).flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
        }
        if let format = sheet.child("sheetFormatPr") {
            standardWidth = decimal("defaultColWidth", format.start) ?? standardWidth
            rowHeight = min(max(decimal("defaultRowHeight", format.start) ?? rowHeight, 1), 409)
        }
        guard let columns = sheet.child("cols") else { return }
        for element in try markup.children(of: columns.start).elements {
            guard let first = markup.number(of: "min", in: element.start),
                let last = markup.number(of: "max", in: element.start), (1...CellPlace.columns).contains(first),
                last >= first
            else { continue }
            spans.append(
                Span(
                    columns: first - 1...min(last, CellPlace.columns) - 1, width: decimal("width", element.start),
                    format: markup.number(of: "style", in: element.start),
                    isHidden: markup.flag("hidden", in: element.start)))
        }
    }

    /// The format of a column's cells that are not there.
    func format(_ column: Int) -> Int? { spans.first { $0.columns.contains(column) }?.format }

    /// A column's width in pixels, as Excel draws it in its usual font.
    func pixels(_ column: Int) -> Int {
        let span = spans.first { $0.columns.contains(column) }
        if span?.isHidden == true { return 0 }
        return Int(min(span?.width ?? standardWidth, 255) * 7 + 5)
    }
}
