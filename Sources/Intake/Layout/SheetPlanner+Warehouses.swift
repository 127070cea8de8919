import Books
import WorkbookReader

extension SheetPlanner {
    /// Gives up the column of warehouses where something else says them: rows of their own, or the titles of a table whose
    /// column is blank. 收货仓库 beside rows that name warehouses is where transfers go.
    func yieldWarehouse(
        of columns: inout [Field: Int32], _ section: Section, _ chooser: BookChooser, _ shape: BookShape
    ) {
        guard shape.expected.contains([.warehouse]), let column = columns[.warehouse] else { return }
        let others = Set(columns.keys).subtracting([.warehouse])
        let isSaid = section.groups?.rows(shape, besides: others).contains { $0.field == .warehouse } ?? false
        if isSaid, destination(columns, section, chooser, shape) != nil {
            columns[.toWarehouse] = column
            columns[.warehouse] = nil
        } else if isSaid || section.groups?.hasLone ?? false || saysWarehouse([section]), isBlank(column, section.body)
        {
            columns[.warehouse] = nil
        }
    }

    /// The column of warehouses, where its header may as well say where transfers go and no other one does.
    func destination(
        _ columns: [Field: Int32], _ section: Section, _ chooser: BookChooser, _ shape: BookShape
    ) -> Int32? {
        guard columns[.toWarehouse] == nil, let column = columns[.warehouse],
            let header = section.block.columns.first(where: { $0.column == column })
        else { return nil }
        let meanings = chooser.meanings.words.meanings(header.keys, in: shape.kind)
        return meanings.contains { $0.field == .toWarehouse } ? column : nil
    }

    /// Whether there are lines, and none has anything in a column.
    private func isBlank(_ column: Int32, _ rows: Range<Int>) -> Bool {
        let lines = rows.lazy.filter { place in
            view.rows[place].count > 1 && finder.marks[place].isDisjoint(with: [.total, .header])
        }
        return !lines.isEmpty
            && lines.allSatisfy { place in
                guard let cell = view.cell(place, column: column) else { return true }
                return cell.tag.kind == .text && texts.traits(cell.payload).contains(.blank)
            }
    }

    /// Whether the titles or the heads of tables name a warehouse.
    func saysWarehouse(_ sections: [Section]) -> Bool {
        let titles = sections.flatMap { $0.titles.map(\.text) } + [view.sheet.name]
        return titles.contains { DerivedWords.warehouse(in: $0) != nil }
            || sections.contains { section in
                section.headPairs.contains { pair in
                    head.means(pair) { $0 == .warehouse } && !head.text(pair.value).isEmpty
                }
            }
    }
}
