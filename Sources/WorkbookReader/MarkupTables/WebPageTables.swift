/// The tables of a web page as one sheet, one below the other, and the text around them in rows of its own, as Excel
/// opens such a page. A table inside a cell is text of that cell.
struct WebPageTables {
    private var scanner: WebPageScanner
    private let limits: ReadingLimits
    private var cells: CellCollector
    private var styles = WebPageStyles()
    /// Tables that are open, one inside the other.
    private var depth = 0
    private var tableCount = 0
    private var row = 0
    private var column = 0
    private var isInRow = false
    /// The cell that is open.
    private var cell: WebPageTag?
    private var text = WebPageText()
    /// Text outside cells.
    private var loose = WebPageText()
    /// The last row that a cell from above takes in each column.
    private var taken: [Int] = []
    private var spannedCells = 0
    private var merges: [CellRange] = []
    private var tableMerges = 0

    /// Reads a page's bytes as a sheet, which is named after the file if the page does not name it; `nil` if it has
    /// no table.
    static func read(_ bytes: [UInt8], named path: String, limits: ReadingLimits) throws(ReadingError) -> Workbook? {
        let page = try PlainText(bytes, stated: statedEncoding(bytes))
        defer { withExtendedLifetime(page.chunk) {} }
        let markup = page.chunk.markup
        var tables = WebPageTables(markup, limits: limits)
        try tables.readAll()
        guard tables.tableCount > 0 else { return nil }
        try tables.cells.endSheet(
            name: sheetName(markup) ?? WorkbookReader.title(of: path), merges: tables.merges)
        return tables.cells.workbook(notes: [.webPage(encoding: page.encoding)])
    }

    private init(_ markup: Markup, limits: ReadingLimits) {
        scanner = WebPageScanner(markup)
        self.limits = limits
        cells = CellCollector(limits: limits)
    }

    /// The encoding that a `meta` element names near the beginning.
    private static func statedEncoding(_ bytes: [UInt8]) -> String? {
        let beginning = Chunk(Array(bytes.prefix(4_096)))
        defer { withExtendedLifetime(beginning) {} }
        var scanner = WebPageScanner(beginning.markup)
        while true {
            switch scanner.next() {
            case .done: return nil
            case .start(let tag) where tag.name == "meta":
                let content = tag["content"] ?? ""
                let stated =
                    tag["charset"]
                    ?? content.lowercased().split(separator: "charset=").dropFirst().first
                    .map(String.init)
                if let stated { return String(stated.prefix { $0 != ";" && $0 != " " }).uppercased() }
            default: break
            }
        }
    }

    /// The sheet's name in what Excel writes for itself into a page: `<x:Name>Sheet1</x:Name>`.
    private static func sheetName(_ markup: Markup) -> String? {
        guard let start = markup.find("<x:Name>", from: 0) else { return nil }
        var text = WebPageText()
        text.add(start + 8..<min(markup.find(Byte.open, from: start + 8), start + 200), of: markup)
        let name = String(decoding: text.take(), as: UTF8.self)
        return name.isEmpty ? nil : name
    }

    private mutating func readAll() throws(ReadingError) {
        while true {
            switch scanner.next() {
            case .text(let range):
                if cell != nil { text.add(range, of: scanner.markup) } else { loose.add(range, of: scanner.markup) }
                try checkText()
            case .style(let range): styles.add(scanner.markup.string(range))
            case .start(let tag): try start(tag)
            case .end(let name): try end(name)
            case .done:
                try endTable()
                try flushLoose()
                return
            }
        }
    }

    private func checkText() throws(ReadingError) {
        guard max(text.bytes.count, loose.bytes.count) <= limits.textBytes else {
            throw .limit(name: "textBytes", value: limits.textBytes, part: CellRange.address(row: row, column: column))
        }
    }

    private mutating func start(_ tag: WebPageTag) throws(ReadingError) {
        switch tag.name {
        case "table":
            if depth > 0, cell == nil { try endTable() }
            depth += 1
            if depth == 1 {
                try flushLoose()
                tableCount += 1
                tableMerges = merges.count
                taken = []
            }
        case "tr" where depth > 1: text.breakLine()
        case "td" where depth > 1, "th" where depth > 1: text.addBlank()
        case "tr" where depth == 1: try beginRow()
        case "td" where depth == 1, "th" where depth == 1:
            try endCell()
            if !isInRow { try beginRow() }
            while column < taken.count, taken[column] >= row { column += 1 }
            cell = tag
        case "br": if cell != nil { text.addLineEnd() } else { loose.addBlank() }
        default: try breakLine(at: tag.name)
        }
    }

    private mutating func end(_ name: String) throws(ReadingError) {
        switch name {
        case "table" where depth > 1: depth -= 1
        case "table": try endTable()
        case "tr" where depth == 1:
            try endCell()
            isInRow = false
        case "td" where depth == 1, "th" where depth == 1: try endCell()
        default: try breakLine(at: name)
        }
    }

    private static let blocks: Set<String> = [
        "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "hr", "form", "pre", "body",
    ]

    private mutating func breakLine(at name: String) throws(ReadingError) {
        guard Self.blocks.contains(name) else { return }
        if cell != nil { text.breakLine() } else if depth == 0 { try flushLoose() } else { loose.addBlank() }
    }

    private mutating func beginRow() throws(ReadingError) {
        try endCell()
        isInRow = false
        try flushLoose()
        row += 1
        column = 0
        isInRow = true
    }

    /// Ends the table that is open, and cuts off what its cells take below its last row.
    private mutating func endTable() throws(ReadingError) {
        guard depth > 0 else { return }
        try endCell()
        isInRow = false
        depth = 0
        let last = Int32(truncatingIfNeeded: row)
        for index in tableMerges..<merges.count where merges[index].rows.upperBound > last {
            let range = merges[index]
            merges[index] = CellRange(
                rows: range.rows.lowerBound...max(last, range.rows.lowerBound), columns: range.columns)
        }
    }

    /// Puts text that stood outside all cells into a row of its own.
    private mutating func flushLoose() throws(ReadingError) {
        guard !isInRow else { return }
        let line = loose.take()
        guard !line.isEmpty else { return }
        row += 1
        try cells.add(row: row, column: 0, text: line)
    }

    private mutating func endCell() throws(ReadingError) {
        guard let tag = cell else { return }
        cell = nil
        try addValue(text.take(), tag)
        let columns = tag.span("colspan", limit: limits.columns - column)
        let rows = tag.span("rowspan", limit: limits.rows - row + 1)
        if columns > 1 || rows > 1 {
            spannedCells += columns * rows
            guard spannedCells <= limits.spannedCells else {
                throw .limit(
                    name: "spannedCells", value: limits.spannedCells, part: CellRange.address(row: row, column: column))
            }
            merges.append(
                CellRange(
                    rows: Int32(row)...Int32(row + rows - 1), columns: Int32(column)...Int32(column + columns - 1)))
        }
        if rows > 1 {
            while taken.count < column + columns { taken.append(0) }
            for index in column..<column + columns { taken[index] = row + rows - 1 }
        }
        column += columns
    }

    /// Adds what a cell holds. Only what the page says to be text, or cannot be taken for a plain number, is text.
    private mutating func addValue(_ bytes: [UInt8], _ tag: WebPageTag) throws(ReadingError) {
        guard column < limits.columns else { throw .limit(name: "columns", value: limits.columns, part: "") }
        if let value = tag["x:bool"] {
            return try cells.add(row: row, column: column, CellTag(.boolean), value.lowercased() == "true" ? 1 : 0)
        }
        guard !bytes.isEmpty else { return }
        if tag["x:err"] != nil { return try cells.add(row: row, column: column, text: bytes, kind: .error) }
        let format = styles.format(of: tag)
        guard format != .text, tag["x:str"] == nil else {
            return try cells.add(row: row, column: column, text: bytes)
        }
        var shown = NumberFormat(kind: .number)
        if case .number(let other) = format { shown = other }
        if let exact = tag["x:num"], !exact.isEmpty {
            return try cells.add(row: row, column: column, number: Array(exact.utf8), format: shown)
        }
        guard let number = Chunk(bytes).withMarkup({ PlainNumber.parse($0, 0..<bytes.count) }) else {
            return try cells.add(row: row, column: column, text: bytes)
        }
        let kind = shown.kind(of: number.digits, decimals: Int(number.decimals))
        try cells.add(row: row, column: column, CellTag(kind, decimals: number.decimals), number.digits)
    }
}
