/// What each cell format makes of a number. Nothing else in the styles matters to a reader of values.
struct Styles {
    /// A kind for each `s` a cell may carry; the raw value of `number`, `date` or `time`.
    private(set) var kinds: [UInt8] = []

    /// A workbook without a styles part.
    init() {}

    /// Reads a styles part.
    init(_ markup: Markup, part: String, limits: ReadingLimits) throws(ReadingError) {
        var codes: [Int: CellKind] = [:]
        var formats: [Int] = []
        var elements = ElementReader(markup, part: part, limits: limits)
        var isInsideCellFormats = false
        while true {
            let event = try elements.next()
            if event == .done { break }
            switch (elements.name, event) {
            case ("numFmt", .start):
                if let id = elements.number("numFmtId"), let code = elements.attribute("formatCode") {
                    codes[id] = NumberFormat(code: code).kind
                }
            case ("cellXfs", _): isInsideCellFormats = event == .start
            case ("xf", .start) where isInsideCellFormats: formats.append(elements.number("numFmtId") ?? 0)
            default: break
            }
        }
        kinds = formats.map { id in (codes[id] ?? NumberFormat(builtIn: id).kind).rawValue }
    }
}
