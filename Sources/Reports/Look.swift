import Books
import WorkbookWriter

/// How the workbooks look: one place for fonts, colours and number formats.
struct Look {
    let language: Language
    let base: Style

    /// Deep blue for headers, petrol for what a person fills in, greys for the rest.
    static let header: Color = 0x1F3A5F
    static let handling: Color = 0x2E6B5E
    static let line: Color = 0xBFBFBF
    static let quiet: Color = 0x666666
    static let shade: Color = 0xF2F5F9
    static let entry: Color = 0xFFFDF2
    /// The head of a column of differences between two others.
    static let residual: Color = 0x5B6F8C

    init(_ language: Language) {
        self.language = language
        base = Style {
            // Both are on every machine with Excel; other programs fall back to a font of the same width.
            $0.font = language == .chinese ? "Microsoft YaHei" : "Calibri"
            $0.size = 10
            $0.upright = .center
        }
    }

    var title: Style {
        base.with {
            $0.size = 16
            $0.isBold = true
            $0.color = Look.header
        }
    }
    var subtitle: Style { base.with { $0.color = Look.quiet } }
    var section: Style {
        base.with {
            $0.size = 12
            $0.isBold = true
            $0.color = Look.header
            $0.bottom = .medium
            $0.lineColor = Look.header
        }
    }
    var head: Style {
        base.with {
            $0.isBold = true
            $0.color = 0xFFFFFF
            $0.fill = Look.header
            $0.across = .center
            $0.wraps = true
            $0.border = .thin
            $0.lineColor = Look.line
        }
    }
    /// The header of a column that people fill in.
    var entryHead: Style { head.with { $0.fill = Look.handling } }
    var cell: Style {
        base.with {
            $0.border = .thin
            $0.lineColor = Look.line
        }
    }
    /// Text that stays text when somebody edits it.
    var textCell: Style {
        cell.with {
            $0.numberFormat = "@"
            $0.across = .left
            $0.indent = 1
        }
    }
    var wrapped: Style { textCell.with { $0.wraps = true } }
    var centered: Style { cell.with { $0.across = .center } }
    var entry: Style { textCell.with { $0.fill = Look.entry } }
    var total: Style {
        cell.with {
            $0.isBold = true
            $0.fill = Look.shade
            $0.top = .thin
            $0.bottom = .double
        }
    }

    func money(_ style: Style) -> Style { figure(style, Look.moneyFormat) }
    /// Money that shows a dash for nought.
    func dashedMoney(_ style: Style) -> Style { figure(style, Look.pattern(decimals: 2, dashForNought: true)) }
    func count(_ style: Style) -> Style { figure(style, "#,##0") }
    func percent(_ style: Style) -> Style { figure(style, "0.00%") }
    func link(_ style: Style) -> Style {
        style.with {
            $0.isUnderlined = true
            $0.color = $0.color ?? 0x0563C1
        }
    }

    /// A figure in a number format, to the right.
    func figure(_ style: Style, _ format: String) -> Style {
        style.with {
            $0.numberFormat = format
            $0.across = .right
            $0.indent = 0
        }
    }

    /// A style in a class's colours.
    func tinted(_ style: Style, _ findingClass: FindingClass) -> Style {
        guard let colors = findingClass.colors else { return style }
        return style.with {
            $0.fill = colors.fill
            $0.color = colors.font
        }
    }

    // MARK: Numbers

    static let moneyFormat = pattern(decimals: 2, dashForNought: false)

    /// The height in points of a row in which each text must find room in a column so many characters wide.
    static func height(_ texts: [(text: String, width: Double)], atLeast minimum: Double = rowHeight) -> Double {
        // One character of the width is lost to the indent.
        let lines = texts.map { TextWidth.lines($0.text, room: Int($0.width) - 1) }
        return min(max(Double(lines.max() ?? 1) * 14 + 4, minimum), 400)
    }

    static let rowHeight = 18.0

    /// The number format of one figure: as many decimals as it has, with the thousands parted.
    static func format(units: Int64, decimals: Int, atLeast minimum: Int) -> String {
        format(of: [units], decimals: decimals, atLeast: minimum)
    }

    /// The format of a column of figures: as many decimals as the one that has most.
    static func format(
        of units: some Sequence<Int64>, decimals: Int, atLeast minimum: Int, dashForNought: Bool = false
    ) -> String {
        var shown = minimum
        for value in units {
            var rest = value.magnitude
            var own = decimals
            while own > shown, rest % 10 == 0 {
                rest /= 10
                own -= 1
            }
            shown = max(shown, own)
            if shown == decimals { break }
        }
        return pattern(decimals: shown, dashForNought: dashForNought)
    }

    /// Excel's pattern: thousands parted, negatives red and with their minus, and where wanted a dash for nought, so
    /// that what differs stands out.
    static func pattern(decimals: Int, dashForNought: Bool) -> String {
        let plain = decimals == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: decimals)
        return "\(plain);[Red]-\(plain)" + (dashForNought ? ";\"–\"" : "")
    }
}

extension Exact {
    /// The value on its way into a cell.
    var stored: StoredNumber { StoredNumber(units: units, decimals: Self.decimals) }
}
