/// A table written as text: fields between delimiters, records between line ends (RFC 4180, and what is done in its
/// name).
///
/// A field may stand in quotes, and then hold delimiters, line ends and doubled quotes. Text behind a closing quote
/// belongs to the field. Line ends are LF, CR LF or CR.
struct DelimitedText {
    private let text: Markup
    private let limits: ReadingLimits
    private let name: String
    private let delimiter: UInt8
    private var index: Int
    private var row = 1
    private var column = 0
    private var quoted: [UInt8] = []

    /// Reads a whole file as one sheet, which is named after it.
    static func read(_ bytes: [UInt8], named path: String, limits: ReadingLimits) throws(ReadingError) -> Workbook {
        let plain = try PlainText(bytes)
        defer { withExtendedLifetime(plain.chunk) {} }
        let markup = plain.chunk.markup
        let choice = Delimiter.choose(markup, ending: WorkbookReader.ending(of: path))
        var cells = CellCollector(limits: limits)
        var reader = DelimitedText(
            text: markup, limits: limits, name: WorkbookReader.fileName(of: path), delimiter: choice.byte,
            index: choice.start)
        try reader.readRecords(into: &cells)
        try cells.endSheet(name: WorkbookReader.title(of: path))
        let delimiter = Character(Unicode.Scalar(choice.byte))
        return cells.workbook(notes: [
            .delimited(encoding: plain.encoding, delimiter: delimiter, isStated: choice.isStated)
        ])
    }

    private init(text: Markup, limits: ReadingLimits, name: String, delimiter: UInt8, index: Int) {
        self.text = text
        self.limits = limits
        self.name = name
        self.delimiter = delimiter
        self.index = index
    }

    private mutating func readRecords(into cells: inout CellCollector) throws(ReadingError) {
        while index < text.count {
            if text[index] == Byte.quote {
                try readQuoted(into: &cells)
            } else {
                let end = fieldEnd(index)
                try add(index..<end, of: text, into: &cells)
                index = end
            }
            passEnd()
        }
    }

    /// Where the field at an index ends: at a delimiter, a line end, or the end of the text.
    private func fieldEnd(_ start: Int) -> Int {
        var index = start
        while index < text.count {
            let byte = text[index]
            if byte == delimiter || byte == Byte.newline || byte == Byte.carriageReturn { break }
            index += 1
        }
        return index
    }

    /// Goes past a delimiter or a line end.
    private mutating func passEnd() {
        guard index < text.count else { return }
        if text[index] == delimiter {
            column += 1
            index += 1
        } else {
            index += text[index] == Byte.carriageReturn && text[index + 1] == Byte.newline ? 2 : 1
            row += 1
            column = 0
        }
    }

    /// A field whose first byte is a quote.
    private mutating func readQuoted(into cells: inout CellCollector) throws(ReadingError) {
        quoted.removeAll(keepingCapacity: true)
        var from = index + 1
        while true {
            let close = text.find(Byte.quote, from: from)
            guard close < text.count else { throw .damaged(part: "\(name):\(line(of: index))", damage: .quote) }
            text.append(from..<close, to: &quoted)
            guard quoted.count <= limits.textBytes else {
                throw .limit(name: "textBytes", value: limits.textBytes, part: "\(name):\(line(of: index))")
            }
            if text[close + 1] == Byte.quote {
                quoted.append(Byte.quote)
                from = close + 2
            } else {
                let end = fieldEnd(close + 1)
                text.append(close + 1..<end, to: &quoted)
                index = end
                break
            }
        }
        let chunk = Chunk(quoted)
        defer { withExtendedLifetime(chunk) {} }
        try add(0..<quoted.count, of: chunk.markup, into: &cells)
    }

    /// Adds a field. `="00123"` and a tab before or behind are how programs keep Excel from taking a code for a number.
    private func add(_ range: Range<Int>, of text: Markup, into cells: inout CellCollector) throws(ReadingError) {
        var range = range
        var isText = false
        if text.has("=\"", at: range.lowerBound), range.count >= 3, text[range.upperBound - 1] == Byte.quote,
            text.find(Byte.quote, from: range.lowerBound + 2) == range.upperBound - 1
        {
            range = range.lowerBound + 2..<range.upperBound - 1
            isText = true
        }
        while text[range.lowerBound] == Byte.tab, !range.isEmpty {
            range.removeFirst()
            isText = true
        }
        while !range.isEmpty, text[range.upperBound - 1] == Byte.tab {
            range.removeLast()
            isText = true
        }
        guard !range.isEmpty else { return }
        if !isText, let number = PlainNumber.parse(text, range) {
            try cells.add(row: row, column: column, CellTag(.number, decimals: number.decimals), number.digits)
            return
        }
        var bytes: [UInt8] = []
        text.append(range, to: &bytes)
        try cells.add(row: row, column: column, text: bytes)
    }

    /// The number of the line that an index lies in, from 1.
    private func line(of index: Int) -> Int {
        var line = 1
        var at = text.find(Byte.newline, from: 0)
        while at < index {
            line += 1
            at = text.find(Byte.newline, from: at + 1)
        }
        return line
    }
}
