/// The workbook part: which sheets there are, and from when days are counted.
struct WorkbookPart {
    struct SheetEntry {
        let name: String
        let visibility: Sheet.Visibility
        let relationship: String
    }

    private(set) var sheets: [SheetEntry] = []
    private(set) var uses1904 = false

    init(_ markup: Markup, part: String, limits: ReadingLimits) throws(ReadingError) {
        var elements = ElementReader(markup, part: part, limits: limits)
        var isWorkbook = false
        var prefixes: Set<String> = []
        while true {
            let event = try elements.next()
            if event == .done { break }
            guard event == .start else { continue }
            switch elements.name {
            case "workbook":
                isWorkbook = true
                prefixes = elements.prefixes(ofNamespace: "/relationships")
            case "workbookPr": uses1904 = elements.flag("date1904")
            case "sheet":
                // A module sheet of old macros has no part of its own.
                guard let relationship = elements.prefixedAttribute("id", preferring: prefixes), !relationship.isEmpty
                else { continue }
                guard sheets.count < limits.sheets else {
                    throw .limit(name: "sheets", value: limits.sheets, part: part)
                }
                sheets.append(
                    SheetEntry(
                        name: elements.attribute("name") ?? "",
                        visibility: Self.visibility(elements.attribute("state")),
                        relationship: relationship))
            default: break
            }
        }
        guard isWorkbook else { throw .damaged(part: part, damage: .markup) }
    }

    private static func visibility(_ state: String?) -> Sheet.Visibility {
        switch state {
        case "hidden": .hidden
        case "veryHidden": .veryHidden
        default: .visible
        }
    }
}
