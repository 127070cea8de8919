/// An XML Spreadsheet of Excel 2002 and 2003 (SpreadsheetML), which many systems still export, mostly as .xls.
struct XMLSpreadsheet {
    private var elements: ElementReader
    private let limits: ReadingLimits
    private var cells: CellCollector
    private var uses1904 = false
    /// What a style makes of a number, by its identifier.
    private var formats: [String: NumberFormat] = [:]

    /// What has been found of the sheet that is being read.
    private struct Frame {
        var name = ""
        var visibility = Sheet.Visibility.visible
        var row = 0
        var column = 0
        var tableColumn = 0
        var merges: [CellRange] = []
        var hiddenRows: [Int32] = []
        var hiddenColumns: [ClosedRange<Int32>] = []
    }

    private var frame = Frame()

    /// Reads the bytes of a file.
    static func read(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Workbook {
        let chunk = try Chunk(plainMarkup: bytes, part: "")
        defer { withExtendedLifetime(chunk) {} }
        var spreadsheet = XMLSpreadsheet(chunk.markup, limits: limits)
        try spreadsheet.readSheets()
        return spreadsheet.cells.workbook(uses1904: spreadsheet.uses1904, notes: [.xmlSpreadsheet])
    }

    private init(_ markup: Markup, limits: ReadingLimits) {
        elements = ElementReader(markup, part: "", limits: limits)
        self.limits = limits
        cells = CellCollector(limits: limits)
    }

    private mutating func readSheets() throws(ReadingError) {
        guard try elements.next() == .start, elements.localName == "Workbook" else {
            throw .notAWorkbook(kind: elements.name.hasPrefix("office:") ? .openDocument : .xml)
        }
        while true {
            switch (try elements.next(), elements.localName) {
            case (.done, _): throw .damaged(part: "", damage: .markup)
            case (.end, "Workbook") where elements.depth == 0: return
            case (.start, "Style"): try readStyle()
            case (.start, "Date1904"): uses1904 = true
            case (.start, "Worksheet"):
                frame = Frame()
                frame.name = elements.prefixedAttribute("Name") ?? "Sheet\(cells.sheetCount + 1)"
                try readSheet()
            default: break
            }
        }
    }

    private mutating func readStyle() throws(ReadingError) {
        let name = elements.prefixedAttribute("ID") ?? ""
        let outside = elements.depth - 1
        while elements.depth > outside {
            guard try elements.next() != .done else { return }
            if elements.localName == "NumberFormat", let format = elements.prefixedAttribute("Format") {
                formats[name] = Self.format(format)
            }
        }
    }

    /// What a number format makes of a number: one of Excel's names for dates, or a code.
    private static func format(_ format: String) -> NumberFormat {
        switch format {
        case "General Date", "Long Date", "Medium Date", "Short Date": NumberFormat(kind: .date)
        case "Long Time", "Medium Time", "Short Time": NumberFormat(kind: .time, isClock: true)
        case "General Number", "Currency", "Euro Currency", "Fixed", "Standard", "Percent", "Scientific", "Yes/No",
            "True/False", "On/Off":
            NumberFormat(kind: .number)
        default: NumberFormat(code: format)
        }
    }

    private mutating func readSheet() throws(ReadingError) {
        let outside = elements.depth - 1
        while elements.depth > outside {
            switch (try elements.next(), elements.localName) {
            case (.done, _): throw .damaged(part: frame.name, damage: .markup)
            case (.start, "Column"): try readColumn()
            case (.start, "Row"): try readRow()
            case (.start, "Visible"):
                var text: [UInt8] = []
                try elements.readText(into: &text)
                if text == Array("SheetHidden".utf8) { frame.visibility = .hidden }
                if text == Array("SheetVeryHidden".utf8) { frame.visibility = .veryHidden }
            default: break
            }
        }
        try cells.endSheet(
            name: frame.name, visibility: frame.visibility, merges: frame.merges, hiddenRows: frame.hiddenRows,
            hiddenColumns: frame.hiddenColumns)
    }

    /// An attribute that is a whole number.
    private func number(_ name: String) -> Int? {
        elements.prefixedAttribute(name).flatMap { Int($0) }.flatMap { 0...Int(Int32.max) ~= $0 ? $0 : nil }
    }

    /// An attribute that says where a row or a column stands: behind the one before it, or nowhere.
    private func place(behind before: Int, limit: Int, _ name: String) throws(ReadingError) -> Int {
        let place = number("Index") ?? before + 1
        guard place > before else { throw .damaged(part: frame.name, damage: .order) }
        guard place <= limit else { throw .limit(name: name, value: limit, part: frame.name) }
        return place
    }

    private mutating func readColumn() throws(ReadingError) {
        let first = try place(behind: frame.tableColumn, limit: limits.columns, "columns")
        let last = min(first + (number("Span") ?? 0), limits.columns)
        frame.tableColumn = last
        if elements.prefixedAttribute("Hidden") == "1" {
            frame.hiddenColumns.append(Int32(first - 1)...Int32(last - 1))
        }
    }

    private mutating func readRow() throws(ReadingError) {
        frame.row = try place(behind: frame.row, limit: limits.rows, "rows")
        frame.column = 0
        let last = min(frame.row + (number("Span") ?? 0), limits.rows)
        if elements.prefixedAttribute("Hidden") == "1" {
            for row in frame.row...last { frame.hiddenRows.append(Int32(row)) }
        }
        let outside = elements.depth - 1
        while elements.depth > outside {
            switch (try elements.next(), elements.localName) {
            case (.done, _): throw .damaged(part: frame.name, damage: .markup)
            case (.start, "Cell"): try readCell()
            default: break
            }
        }
        frame.row = last
    }

    private mutating func readCell() throws(ReadingError) {
        let column = try place(behind: frame.column, limit: limits.columns, "columns")
        let right = min(column + (number("MergeAcross") ?? 0), limits.columns)
        let bottom = min(frame.row + (number("MergeDown") ?? 0), limits.rows)
        if right > column || bottom > frame.row {
            frame.merges.append(
                CellRange(rows: Int32(frame.row)...Int32(bottom), columns: Int32(column - 1)...Int32(right - 1)))
        }
        frame.column = right
        let style = elements.prefixedAttribute("StyleID").flatMap { formats[$0] } ?? NumberFormat(kind: .number)
        let isFormula = elements.prefixedAttribute("Formula") != nil
        var isFilled = false
        let outside = elements.depth - 1
        while elements.depth > outside {
            switch (try elements.next(), elements.localName) {
            case (.done, _): throw .damaged(part: frame.name, damage: .markup)
            case (.start, "Comment"): try elements.skip()
            case (.start, "Data") where !isFilled: isFilled = try readData(column: column - 1, style: style)
            default: break
            }
        }
        if isFormula, !isFilled { try cells.add(row: frame.row, column: column - 1, CellTag(.uncalculated), 0) }
    }

    /// Reads a cell's value. Returns whether there is one.
    private mutating func readData(column: Int, style: NumberFormat) throws(ReadingError) -> Bool {
        let type = elements.prefixedAttribute("Type")
        var text: [UInt8] = []
        try elements.readText(into: &text)
        guard !text.isEmpty else { return false }
        let row = frame.row
        switch type {
        case "Number": try cells.add(row: row, column: column, number: text, format: style)
        case "Boolean":
            try cells.add(row: row, column: column, CellTag(.boolean), text == [Byte.zero] ? 0 : 1)
        case "Error": try cells.add(row: row, column: column, text: text, kind: .error)
        case "DateTime":
            guard let serial = DateSerial.parse(text, uses1904: uses1904) else {
                try cells.add(row: row, column: column, text: text)
                return true
            }
            let kind = style.kind(of: serial.digits, decimals: Int(DateSerial.decimals))
            let tag = CellTag(kind == .time ? .time : .date, decimals: DateSerial.decimals)
            try cells.add(row: row, column: column, tag, serial.digits)
        default: try cells.add(row: row, column: column, text: text)
        }
        return true
    }
}
