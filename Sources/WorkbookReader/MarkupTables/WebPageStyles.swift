/// The number formats that a web page of Excel's gives its cells, as styles: `mso-number-format:'\@'`.
struct WebPageStyles {
    /// What a format makes of a cell.
    enum Format: Hashable {
        case text
        case number(NumberFormat)
    }

    private var formats: [Substring: Format] = [:]
    private static let property = "mso-number-format"

    /// Reads a style sheet: rules such as `.xl24 {mso-number-format:"\@"; color:red}`.
    mutating func add(_ sheet: String) {
        for rule in sheet.split(separator: "}") {
            guard let brace = rule.firstIndex(of: "{"), let format = Self.format(rule[rule.index(after: brace)...])
            else { continue }
            for selector in rule[..<brace].split(separator: ",") {
                let last = selector.split { $0.isWhitespace }.last ?? ""
                formats[last.split(separator: ".").last ?? last] = format
            }
        }
    }

    /// What a cell's own style, its classes or the style of all cells say, in this order.
    func format(of tag: WebPageTag) -> Format? {
        if let style = tag["style"], let format = Self.format(style[...]) { return format }
        for name in (tag["class"] ?? "").split(separator: " ") {
            if let format = formats[name] { return format }
        }
        return formats[Substring(tag.name)]
    }

    /// The format in a list of declarations; `nil` if there is none.
    private static func format(_ style: Substring) -> Format? {
        for declaration in style.split(separator: ";") {
            let halves = declaration.split(separator: ":", maxSplits: 1)
            guard halves.count == 2, trimmed(halves[0]).lowercased().hasSuffix(property) else { continue }
            let code = code(halves[1])
            if code == "@" { return .text }
            switch code.lowercased() {
            case "general", "": return nil
            case let name where name.hasSuffix(" date"): return .number(NumberFormat(kind: .date))
            case let name where name.hasSuffix(" time"): return .number(NumberFormat(kind: .time, isClock: true))
            default: return .number(NumberFormat(code: code))
            }
        }
        return nil
    }

    /// A format's code without its quotes and backslashes: `\0022` stands for a character, `\@` for what follows.
    private static func code(_ text: Substring) -> String {
        var rest = trimmed(text).replacing("&quot;", with: "\"")[...]
        if let quote = rest.first, quote == "'" || quote == "\"", rest.count > 1, rest.last == quote {
            rest = rest.dropFirst().dropLast()
        }
        var result = ""
        while let character = rest.popFirst() {
            guard character == "\\" else {
                result.append(character)
                continue
            }
            let digits = rest.prefix(4).prefix { $0.isASCII && $0.isHexDigit }
            if digits.count == 4, let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) {
                result.unicodeScalars.append(scalar)
                rest = rest.dropFirst(4)
            } else if let next = rest.popFirst() {
                result.append(next)
            }
        }
        return result
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}
