import WorkbookReader

/// Rows of labels and values that look like headers because some of their values are blank.
extension HeaderFinder {
    /// Whether a row of words is of labels whose values are blank: right above a header (电话 | | 地址 | …), or below all
    /// lines, where people sign.
    func isLabels(_ row: Int, below isBelowHeader: Bool) -> Bool {
        if isHalfFilled(row), isFollowedByHead(row, below: isBelowHeader) { return true }
        guard isSpread(row) else { return false }
        let above = view.cells(row)
        guard row + 1 < view.rows.count else { return isBelowHeader }
        let below = view.cells(row + 1)
        let shared = above.filter { cell in below.contains { $0.column == cell.column } }.count
        return marks[row + 1].contains(.header) && shared * 10 < below.count * 7
            || isBelowHeader && shared * 2 < above.count
    }

    /// Whether a row that looks like a header stands above one of labels, and is spread as labels are.
    func isLabelsAboveLabels(_ row: Int) -> Bool {
        guard row + 1 < view.rows.count, marks[row + 1].contains(.labelsInTurn),
            view.rows[row + 1].number - view.rows[row].number <= 2
        else { return false }
        return isSpread(row) || isHalfFilled(row, inOneRun: true)
    }

    /// Whether a row is of few cells with blank ones between them, none of them merged.
    private func isSpread(_ row: Int) -> Bool {
        let cells = view.cells(row)
        guard cells.count <= 4, (cells.last?.column ?? 0) - (cells.first?.column ?? 0) >= Int32(cells.count) else {
            return false
        }
        return !cells.contains { merge(row: row, column: $0.column) != nil } && !hasWordsSideBySide(cells)
    }

    /// Whether two words stand side by side that are no label and its value, as headers do: 商品编码 | 品名.
    private func hasWordsSideBySide(_ cells: [SheetView.Cell]) -> Bool {
        func isWord(_ cell: SheetView.Cell) -> Bool {
            cell.tag.kind == .text && texts.traits(cell.payload).contains(.header)
        }
        return zip(cells, cells.dropFirst()).contains { left, right in
            right.column == left.column + 1 && isWord(left) && isWord(right)
                && !isValue(right, of: texts.text(left.payload))
        }
    }

    /// Whether a row is of labels, some with a value beside them and some with none: 收货人 | | | 托运部 | 顺达.
    ///
    /// Behind a label stands its value or a blank cell. Without a blank cell between them (业务员 | 张三 | 电话) it could as
    /// well be a header with a word that nobody knows.
    func isHalfFilled(_ row: Int, inOneRun: Bool = false) -> Bool {
        var labels = 0, values = 0, runs = 0
        var end: Int32 = -2
        var isAfterLabel = false, label = ""
        for cell in view.cells(row) {
            let isBeside = cell.column == end + 1
            let isWord =
                cell.tag.kind == .text && texts.traits(cell.payload).contains(.header)
                && !(isBeside && isAfterLabel && isValue(cell, of: label))
            if !isBeside { runs += 1 }
            switch (isWord, isBeside && isAfterLabel) {
            case (true, false): labels += 1
            case (false, true): values += 1
            // Two words side by side head columns, and a value without a label is none.
            default: return false
            }
            isAfterLabel = isWord
            if isWord { label = texts.text(cell.payload) }
            end = merge(row: row, column: cell.column)?.columns.upperBound ?? cell.column
        }
        return labels >= 2 && values >= 1 && values <= labels && (runs > 1 || inOneRun)
    }

    /// Whether a word is a value that a label's field may have, though words like it head columns: 压单 of 结算方式.
    func isValue(_ cell: SheetView.Cell, of label: String) -> Bool {
        let meanings = texts.interner.meanings, label = HeaderKeys(label), word = texts.text(cell.payload)
        return BookShape.all.contains { shape in
            meanings.matches(label, in: shape.kind).contains {
                meanings.choices[$0.field]?.exactIdentifier(of: word) != nil
            }
        }
    }

    /// Whether what stands below a row is the rest of a form's head, its header or the next form, and not the lines of a
    /// table that this row would head.
    private func isFollowedByHead(_ row: Int, below isBelowHeader: Bool) -> Bool {
        guard row + 1 < view.rows.count else { return isBelowHeader }
        let telling: RowMarks = [.label, .labelsInTurn, .header, .firstIsLabel, .amountInWords]
        return !marks[row + 1].isDisjoint(with: telling) || view.rows[row + 1].count == 1
    }
}
