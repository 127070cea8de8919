import Books
import WorkbookReader

/// Rows that state the sum of others.
extension RegionReader {
    /// The cell that makes a row one of totals, if its key is not there apart from it.
    func totalCell(_ place: Int) -> (text: String, words: (text: String, column: Int32)?, column: Int32)? {
        var head: (text: String, column: Int32)?
        var words: (text: String, column: Int32)?
        var label: String?
        for cell in view.cells(place) where cell.tag.kind == .text && plan.block.bounds.contains(cell.column) {
            let traits = reader.texts.traits(cell.payload)
            if traits.contains(.total), head == nil { head = (reader.texts.text(cell.payload), cell.column) }
            if traits.contains(.amountInWords), words == nil {
                words = totalInWords(reader.texts.text(cell.payload), after: label).map { ($0, cell.column) }
            }
            label = reader.texts.text(cell.payload)
        }
        guard let column = head?.column ?? words?.column else { return nil }
        return (head?.text ?? "", words, column)
    }

    /// Takes a form's row of a text and an amount that is no line: freight, a discount on the whole, a deposit below the
    /// total.
    mutating func takeCharge(_ place: Int, filled: Int) -> Bool {
        guard filled == 2, plan.layout == .form, plan.shape.kind == .orders,
            let amount = buffer.places[.amount], ownFilled(amount),
            let label = view.cells(place).first(where: { $0.tag.kind == .text })
        else { return false }
        let text = reader.texts.text(label.payload).lowercased()
        if text.utf8.count > 60 { return false }
        let isDeduction = Words.deductions.contains { text.contains($0) }
        if !totals.isClosed, isDeduction || Words.charges.contains(where: { text.contains($0) }) {
            totals.charge(buffer, isDeduction: isDeduction)
            return true
        }
        return totals.isClosed
    }

    /// The amount in words that a cell states of the sum; `nil` where it speaks of something else (押金：叁拾元整).
    private func totalInWords(_ text: String, after label: String?) -> String? {
        let parts = text.split(maxSplits: 1) { $0 == ":" || $0 == "：" }
        let words = String(parts.last ?? "").trimmingBlanks
        let said =
            parts.count == 2 ? String(parts[0]) : label.map { $0.hasSuffix(":") || $0.hasSuffix("：") ? $0 : "" } ?? ""
        if (said + words).isEmpty || AmountInWords.isUnfilled(words) { return nil }
        let speaksOfTheSum = Words.amountLabels.contains { said.contains($0) }
        if !said.isEmpty { return speaksOfTheSum ? words : nil }
        let isAlone = AmountInWords.read(words) != nil || Words.amountLabels.contains { words.hasPrefix($0) }
        return isAlone ? words : nil
    }

    /// Takes the open row as totals, unless it is a record whose text merely looks like one.
    mutating func takeTotal(
        _ total: (text: String, words: (text: String, column: Int32)?, column: Int32), _ row: SheetView.Row
    ) -> Bool {
        var own: Int?
        if Int(total.column) < slotOfColumn.count, slotOfColumn[Int(total.column)] >= 0 {
            own = Int(slotOfColumn[Int(total.column)])
        }
        let isRecord = key.allSatisfy { group in group.contains { $0 != own && ownFilled($0) } }
        if isRecord { return false }
        let covers = TextTraits.total(total.text) ?? .all
        totals.state(buffer, row: row.number, covers: covers, words: total.words)
        return true
    }
}
