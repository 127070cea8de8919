/// What each cell format makes of a number. Nothing else in the styles matters to a reader of values.
struct Styles {
    /// Set in a kind that the number itself decides on; see `NumberFormat.kind(of:decimals:)`.
    static let clock: UInt8 = 8

    /// A kind for each `s` a cell may carry: the raw value of `number`, `date` or `time`, or `time` with `clock`.
    private(set) var kinds: [UInt8] = []

    /// A workbook without a styles part.
    init() {}

    /// Reads a styles part.
    init(_ markup: Markup, part: String, limits: ReadingLimits) throws(ReadingError) {
        var codes: [Int: NumberFormat] = [:]
        var formats: [Int] = []
        var elements = ElementReader(markup, part: part, limits: limits)
        var isInsideCellFormats = false
        while true {
            let event = try elements.next()
            if event == .done { break }
            switch (elements.name, event) {
            case ("numFmt", .start):
                if let id = elements.number("numFmtId"), let code = elements.attribute("formatCode") {
                    codes[id] = NumberFormat(code: code)
                }
            case ("cellXfs", _): isInsideCellFormats = event == .start
            case ("xf", .start) where isInsideCellFormats: formats.append(elements.number("numFmtId") ?? 0)
            default: break
            }
        }
        kinds = formats.map { id in
            let format = codes[id] ?? NumberFormat(builtIn: id)
            return format.kind.rawValue | (format.isClock ? Self.clock : 0)
        }
    }
}
