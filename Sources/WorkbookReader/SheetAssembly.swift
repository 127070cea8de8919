/// Puts a sheet's drafts together, in their order.
struct SheetAssembly {
    let name: String
    let visibility: Sheet.Visibility
    let part: String
    private var segments: [Segment] = []
    private var merges: [CellRange] = []
    private var hiddenRows: [Int32] = []
    private var hiddenColumns: [ClosedRange<Int32>] = []
    private var strays: [StrayCell] = []
    private var lastRow = 0
    private var lastFilledRow: Int32 = 0
    private var isUnsorted = false
    private var isBehindRows = false
    private(set) var isOtherSheet = false
    /// See `SheetDraft.depth`.
    private var depth: Int? = 0
    private(set) var sharedTexts = 0

    init(name: String, visibility: Sheet.Visibility, part: String) {
        self.name = name
        self.visibility = visibility
        self.part = part
    }

    /// Adds the next draft; its own texts have been numbered anew by `renumber`.
    mutating func add(
        _ draft: SheetDraft, limits: ReadingLimits,
        renumber: (inout [Int64], inout [StrayCell]) throws(ReadingError) -> Void
    ) throws(ReadingError) {
        isOtherSheet = isOtherSheet || draft.isOtherSheet
        isBehindRows = isBehindRows || draft.isBehindRows
        depth = depth.flatMap { sum in draft.depth.map { sum + $0 } }
        merges += draft.frame.merges
        hiddenColumns += draft.frame.hiddenColumns
        sharedTexts = max(sharedTexts, draft.found.sharedTexts)
        var found = draft.found
        try shift(&found, limits: limits)
        hiddenRows += found.hiddenRows
        var payloads = draft.payloads
        if draft.texts.count > 0 {
            var renumbered = Array(payloads)
            try renumber(&renumbered, &found.strays)
            payloads = Payloads(renumbered)
        }
        strays += found.strays
        guard let first = found.rows.first, let last = found.rows.last else { return }
        isUnsorted = isUnsorted || found.isUnsorted || first <= lastFilledRow
        lastFilledRow = max(lastFilledRow, last)
        segments.append(
            Segment(
                rows: found.rows, starts: found.starts + [Int32(truncatingIfNeeded: draft.tags.count)],
                columns: draft.columns, tags: draft.tags, payloads: payloads))
    }

    /// Adds where the draft begins to the rows that were counted from there.
    private mutating func shift(_ found: inout ScannedRows, limits: ReadingLimits) throws(ReadingError) {
        guard found.lastRow > 0 else { return }
        if !found.hasNumberedRow { found.lastRow += lastRow }
        guard found.lastRow <= limits.rows else { throw .limit(name: "rows", value: limits.rows, part: part) }
        for index in 0..<found.relativeRows { found.rows[index] += Int32(truncatingIfNeeded: lastRow) }
        for index in 0..<found.relativeHidden { found.hiddenRows[index] += Int32(truncatingIfNeeded: lastRow) }
        lastRow = found.lastRow
        let border = found.relativeRows
        if border > 0, border < found.rows.count, found.rows[border - 1] >= found.rows[border] {
            found.isUnsorted = true
        }
    }

    /// The sheet, when its last draft has been added.
    func sheet() throws(ReadingError) -> Sheet {
        guard isOtherSheet || isBehindRows && depth == 0 else { throw .damaged(part: part, damage: .markup) }
        let sorted = isUnsorted || !strays.isEmpty ? [Segment(sorting: segments, strays: strays)] : segments
        return Sheet(
            name: name, visibility: visibility, segments: sorted, merges: merges,
            hiddenRows: isAscending(hiddenRows) ? hiddenRows : Array(Set(hiddenRows)).sorted(),
            hiddenColumns: Self.joined(hiddenColumns))
    }

    private func isAscending(_ rows: [Int32]) -> Bool { zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 } }

    /// Spans in order, those that touch made one.
    private static func joined(_ spans: [ClosedRange<Int32>]) -> [ClosedRange<Int32>] {
        var result: [ClosedRange<Int32>] = []
        for span in spans.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if let last = result.last, span.lowerBound <= last.upperBound + 1 {
                result[result.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
            } else {
                result.append(span)
            }
        }
        return result
    }
}

extension Segment {
    /// Cells whose rows came in any order, in the right one; of two for one place the later stays.
    fileprivate init(sorting segments: [Segment], strays: [StrayCell]) {
        var cells: [StrayCell] = []
        for segment in segments {
            for (row, number) in segment.rows.enumerated() {
                for cell in Int(segment.starts[row])..<Int(segment.starts[row + 1]) {
                    cells.append(
                        StrayCell(
                            row: number, column: segment.columns[cell], tag: segment.tags[cell],
                            payload: segment.payloads[cell]))
                }
            }
        }
        cells += strays
        let order = cells.indices.sorted {
            (cells[$0].row, cells[$0].column, $0) < (cells[$1].row, cells[$1].column, $1)
        }
        var rows: [Int32] = []
        var starts: [Int32] = []
        var columns: [UInt16] = []
        var tags: [CellTag] = []
        var payloads: [Int64] = []
        for (position, index) in order.enumerated() {
            let cell = cells[index]
            if position + 1 < order.count {
                let next = cells[order[position + 1]]
                if next.row == cell.row, next.column == cell.column { continue }
            }
            if rows.last != cell.row {
                rows.append(cell.row)
                starts.append(Int32(truncatingIfNeeded: tags.count))
            }
            columns.append(cell.column)
            tags.append(cell.tag)
            payloads.append(cell.payload)
        }
        starts.append(Int32(truncatingIfNeeded: tags.count))
        self.init(rows: rows, starts: starts, columns: columns, tags: tags, payloads: payloads)
    }
}
