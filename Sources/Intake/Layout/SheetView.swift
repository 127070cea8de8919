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

    /// The cells of some columns, below some rows at the top that are kept whole.
    func narrowed(to columns: ClosedRange<Int32>, keeping whole: Range<Int>) -> SheetView {
        let last = whole.last.map { rows[$0].number } ?? 0
        return SheetView(
            Sheet(
                name: sheet.name, visibility: sheet.visibility,
                segments: sheet.segments.map { $0.narrowed(to: columns, below: last) }, merges: sheet.merges,
                hiddenRows: sheet.hiddenRows, hiddenColumns: sheet.hiddenColumns))
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
    /// The cells of some columns, and those of the rows down to one whole.
    fileprivate func narrowed(to wanted: ClosedRange<Int32>, below last: Int32) -> Segment {
        var kept: [Int] = [], ends: [Int32] = [0]
        for (row, number) in rows.enumerated() {
            kept += (Int(starts[row])..<Int(starts[row + 1])).filter {
                number <= last || wanted.contains(Int32(columns[$0]))
            }
            ends.append(Int32(truncatingIfNeeded: kept.count))
        }
        return Segment(
            rows: rows, starts: ends, columns: kept.map { columns[$0] }, tags: kept.map { tags[$0] },
            payloads: kept.map { payloads[$0] })
    }
}
