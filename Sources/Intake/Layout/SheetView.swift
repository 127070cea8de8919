import WorkbookReader

/// A sheet by row, whatever segments it is stored in.
struct SheetView {
    let sheet: Sheet
    /// Every row that holds anything: its number from 1, and where its cells are.
    let rows: SheetRows

    struct Row {
        let number: Int32
        let segment: Int32
        let start: Int32
        let end: Int32
        var count: Int { Int(end - start) }
    }

    struct Cell {
        let column: Int32
        let tag: CellTag
        let payload: Int64
    }

    init(_ sheet: Sheet) {
        self.sheet = sheet
        rows = SheetRows(sheet.segments)
    }

    /// The cells of a row, by their places in its segment.
    func cells(_ row: Int) -> [Cell] {
        let row = rows[row]
        let segment = sheet.segments[Int(row.segment)]
        return (Int(row.start)..<Int(row.end)).map {
            Cell(column: Int32(segment.columns[$0]), tag: segment.tags[$0], payload: segment.payloads[$0])
        }
    }

    /// A row's cell in a column.
    func cell(_ row: Int, column: Int32) -> Cell? {
        let row = rows[row]
        let segment = sheet.segments[Int(row.segment)]
        for place in Int(row.start)..<Int(row.end) where Int32(segment.columns[place]) == column {
            return Cell(column: column, tag: segment.tags[place], payload: segment.payloads[place])
        }
        return nil
    }
}

extension Segment {
    /// No rows.
    static let empty = Segment(rows: [], starts: [0], columns: [], tags: [], payloads: [])
}
