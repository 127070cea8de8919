/// What one chunk of a sheet holds; `SheetAssembly` makes segments of them.
struct SheetDraft {
    var found = ScannedRows()
    var columns: [UInt16] = []
    var tags: [CellTag] = []
    var payloads = Payloads([])
    /// The chunk's own texts; cells refer to them by negative indices.
    var texts = TextInterner()
    var frame = SheetFrame()
    /// Whether the sheet's data end in this chunk, or had ended before it.
    var isBehindRows = false
    /// Not a sheet of cells: a chart or a dialogue.
    var isOtherSheet = false
    /// How many elements more this chunk opens than it closes, rows and what stands in them aside; over a whole sheet
    /// nothing is left. `nil` where the part breaks off within a tag.
    var depth: Int? = 0
}

/// What a sheet says before and behind its rows.
struct SheetFrame {
    var hiddenColumns: [ClosedRange<Int32>] = []
    var merges: [CellRange] = []

    /// Where a sheet's rows begin.
    struct Beginning {
        let rows: Int
        /// Whether there are none, so that what stands behind them begins there.
        let isEmpty: Bool
        /// How many elements are open there.
        let depth: Int
    }

    /// Reads what stands before the rows. Returns where they begin, or `nil` if this is no sheet of cells.
    mutating func readBeginning(
        _ markup: Markup, part: String, limits: ReadingLimits
    ) throws(ReadingError) -> Beginning? {
        var elements = ElementReader(markup, part: part, limits: limits)
        while true {
            switch (try elements.next(), elements.name) {
            case (.done, _): throw .damaged(part: part, damage: .markup)
            case (.start, "chartsheet"), (.start, "dialogsheet"), (.start, "macrosheet"): return nil
            case (.start, "sheetData"):
                let isEmpty = elements.closesItself
                return Beginning(
                    rows: elements.index, isEmpty: isEmpty, depth: elements.depth - (isEmpty ? 1 : 0))
            case (.start, "col") where elements.flag("hidden"):
                guard let low = elements.number("min"), let high = elements.number("max"), 1 <= low, low <= high else {
                    continue
                }
                hiddenColumns.append(
                    Int32(low - 1)...Int32(min(high, limits.columns) - 1).clamped(from: Int32(low - 1)))
            case (.end, "worksheet"):
                // A sheet without rows, not even an empty list of them.
                return Beginning(rows: elements.index, isEmpty: true, depth: elements.depth)
            default: break
            }
        }
    }

    /// Reads what stands behind the rows, or any piece of it that no tag is cut by. Returns how many elements more it
    /// opens than it closes, or `nil` if it breaks off within a tag.
    mutating func readEnd(_ markup: Markup, from start: Int) -> Int? {
        var index = start
        var depth = 0
        while true {
            index = markup.find(Byte.open, from: index)
            guard index < markup.count else { return depth }
            if markup.opens("mergeCell", at: index), let value = markup.value(of: "ref", at: index + 10) {
                if let range = CellRange(markup, value) { merges.append(range) }
            }
            let tag = markup.tagEnd(index + 1)
            guard markup[tag.next - 1] == Byte.close else { return nil }
            if !tag.closesItself, markup.wrapperEnd(at: index) == nil {
                depth += markup[index + 1] == Byte.slash ? -1 : 1
            }
            index = tag.next
        }
    }
}

extension Int32 {
    fileprivate func clamped(from low: Int32) -> Int32 { Swift.max(self, low) }
}

extension CellRange {
    /// A range as written: `A1:B2`.
    init?(_ markup: Markup, _ text: Range<Int>) {
        let colon = markup.find(Byte.colon, from: text.lowerBound)
        guard colon < text.upperBound, let first = markup.reference(text.lowerBound..<colon),
            let last = markup.reference(colon + 1..<text.upperBound)
        else { return nil }
        let rows = min(first.row, last.row)...max(first.row, last.row)
        let columns = min(first.column, last.column)...max(first.column, last.column)
        guard rows.lowerBound >= 1, rows.upperBound <= Int(Int32.max), columns.upperBound <= Int(Int32.max) else {
            return nil
        }
        self.init(
            rows: Int32(rows.lowerBound)...Int32(rows.upperBound),
            columns: Int32(columns.lowerBound)...Int32(columns.upperBound))
    }
}

extension SheetScanner {
    /// Scans one chunk: the beginning of the sheet, a run of rows, or what stands behind them.
    mutating func draft(
        _ markup: Markup, isFirst: Bool, isBehindRows: Bool
    ) throws(ReadingError) -> SheetDraft {
        reset()
        var draft = SheetDraft()
        var index: Int? = 0
        if isBehindRows {
            draft.isBehindRows = true
        } else if isFirst {
            guard let beginning = try draft.frame.readBeginning(markup, part: part, limits: limits) else {
                draft.isOtherSheet = true
                return draft
            }
            index = beginning.isEmpty ? beginning.rows : scan(markup, from: beginning.rows)
            draft.isBehindRows = index != nil
            draft.depth = beginning.depth
        } else {
            index = scan(markup, from: 0)
            draft.isBehindRows = index != nil
        }
        if let failure { throw failure }
        guard TextEncoding.isUTF8(texts.bytes, ends: texts.ends) else { throw .damaged(part: part, damage: .encoding) }
        if let index {
            let change = draft.frame.readEnd(markup, from: index)
            draft.depth = draft.depth.flatMap { depth in change.map { depth + $0 } }
        }
        take(into: &draft)
        return draft
    }

    private mutating func reset() {
        cells.removeAll()
        found = ScannedRows()
        failure = nil
        row = 0
    }

    private mutating func take(into draft: inout SheetDraft) {
        draft.found = found
        draft.columns = cells.copyColumns()
        draft.tags = cells.copyTags()
        draft.payloads = cells.copyPayloads()
        if texts.count > 0 {
            swap(&draft.texts, &texts)
            texts.removeAll()
        }
    }
}
