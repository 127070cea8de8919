extension SheetPart {
    /// The cells of one row that are to be filled, each with its colour, by column.
    struct RowFills {
        let row: Int
        var cells: [(column: Int, color: UInt32)]
    }

    /// Fills cells, making those that are not there. Rows are looked at only as far down as there is something to fill.
    mutating func fill(
        _ rows: [RowFills], _ columns: SheetColumns, _ styles: inout StylesPart
    ) throws(EditingError) {
        guard let data = child("sheetData") else { throw .damaged(part: part) }
        var filling = CellFilling(sheet: self, columns: columns, rows: rows)
        let content = try filling.run(data, &styles)
        splices = filling.splices
        if !content.isEmpty { markup.append(content, to: data, &splices) }
        include(filling.made)
    }
}

/// Goes through a sheet's rows and gives cells another format.
private struct CellFilling {
    let sheet: SheetPart
    let columns: SheetColumns
    private var rows: [SheetPart.RowFills]
    var splices: Splices
    /// The cells that were not there before.
    private(set) var made: [CellPlace] = []
    private var next = 0
    private let markup: Markup
    private let prefix: String

    init(sheet: SheetPart, columns: SheetColumns, rows: [SheetPart.RowFills]) {
        self.sheet = sheet
        self.columns = columns
        self.rows = rows
        splices = sheet.splices
        markup = sheet.markup
        prefix = sheet.prefix
    }

    private var damaged: EditingError { .damaged(part: sheet.part) }

    /// Changes the rows that are there; the markup of those that belong behind the last.
    mutating func run(_ data: Markup.Element, _ styles: inout StylesPart) throws(EditingError) -> [UInt8] {
        var tags = Tags(markup, from: data.start.range.upperBound)
        var last = 0
        while data.end != nil, next < rows.count, let tag = try tags.next() {
            if tag.kind == .end {
                if markup.named(tag, "sheetData") { break }
                continue
            }
            guard markup.named(tag, "row") else { continue }
            // A row without a number is the one below the one before.
            let number = markup.number(of: "r", in: tag) ?? last + 1
            guard number >= last, number <= CellPlace.rows else { throw damaged }
            last = number
            while next < rows.count, rows[next].row < number {
                splices.insert(try whole(rows[next], &styles), at: tag.range.lowerBound)
                next += 1
            }
            if next < rows.count, rows[next].row == number {
                rows[next].cells = try change(tag, rows[next], &tags, &styles)
                if rows[next].cells.isEmpty { next += 1 }
            }
        }
        var content: [UInt8] = []
        for row in rows[next...] { content += try whole(row, &styles) }
        return content
    }

    /// A row that is not there yet.
    private mutating func whole(
        _ row: SheetPart.RowFills, _ styles: inout StylesPart
    ) throws(EditingError) -> [UInt8] {
        var text = "<\(prefix)row r=\"\(row.row)\">"
        for cell in row.cells { text += try new(cell, row.row, nil, &styles) }
        return Array((text + "</\(prefix)row>").utf8)
    }

    /// A cell that is not there yet: empty, in the format of its row or of its column.
    private mutating func new(
        _ cell: (column: Int, color: UInt32), _ row: Int, _ rowFormat: Int?, _ styles: inout StylesPart
    ) throws(EditingError) -> String {
        let place = CellPlace(row: row, column: cell.column)
        made.append(place)
        let base = rowFormat ?? columns.format(cell.column) ?? 0
        return "<\(prefix)c r=\"\(place.address)\" s=\"\(try styles.format(like: base, filled: cell.color))\"/>"
    }

    /// Fills the cells of a row; those that are left for a next row of the same number, for there are such sheets.
    private mutating func change(
        _ row: Markup.Tag, _ fills: SheetPart.RowFills, _ tags: inout Tags, _ styles: inout StylesPart
    ) throws(EditingError) -> [(column: Int, color: UInt32)] {
        let rowFormat = markup.flag("customFormat", in: row) ? markup.number(of: "s", in: row) : nil
        let madeBefore = made.count
        defer { if made.count > madeBefore { widen(row, made[madeBefore...].map(\.column)) } }
        if row.kind == .empty {
            var text = ""
            for cell in fills.cells { text += try new(cell, fills.row, rowFormat, &styles) }
            markup.append(Array(text.utf8), to: Markup.Element(start: row, end: nil), &splices)
        } else {
            var waiting = fills.cells[...]
            var last = -1
            while let tag = try tags.next() {
                if tag.kind == .end {
                    guard markup.named(tag, "row") else { continue }
                    if goesOn(fills.row, behind: tags) { return Array(waiting) }
                    for cell in waiting {
                        splices.insert(try new(cell, fills.row, rowFormat, &styles), at: tag.range.lowerBound)
                    }
                    break
                }
                guard markup.named(tag, "c"), tag.prefix.count == prefix.utf8.count else { continue }
                let column =
                    markup.place(of: "r", in: tag).flatMap { CellPlace(markup.bytes[$0]) }?.column ?? last + 1
                guard column > last else { throw damaged }
                last = column
                while let cell = waiting.first, cell.column < column {
                    splices.insert(try new(cell, fills.row, rowFormat, &styles), at: tag.range.lowerBound)
                    waiting.removeFirst()
                }
                if let cell = waiting.first, cell.column == column {
                    let format = try styles.format(like: markup.number(of: "s", in: tag) ?? 0, filled: cell.color)
                    markup.set("s", to: "\(format)", in: tag, &splices)
                    waiting.removeFirst()
                }
            }
        }
        return []
    }

    /// Whether the next row has the same number.
    private func goesOn(_ row: Int, behind tags: Tags) -> Bool {
        var ahead = tags
        guard let tag = try? ahead.next(), tag.kind != .end, markup.named(tag, "row") else { return false }
        return markup.number(of: "r", in: tag) == row
    }

    /// The columns that a row says it spans are to hold its new cells.
    private mutating func widen(_ row: Markup.Tag, _ new: [Int]) {
        guard let place = markup.place(of: "spans", in: row) else { return }
        let ends = markup.bytes[place].split(separator: UInt8(ascii: ":")).map {
            Int(String(decoding: $0, as: UTF8.self))
        }
        guard ends.count == 2, let first = ends[0], let last = ends[1], let low = new.min(), let high = new.max() else {
            return
        }
        let span = "\(min(first, low + 1)):\(max(last, high + 1))"
        if span != "\(first):\(last)" { splices.replace(place, with: span) }
    }
}
