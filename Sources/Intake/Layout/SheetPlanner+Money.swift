import Books
import WorkbookReader

extension SheetPlanner {
    /// The foreign money that the figures of readings are in.
    func foreignMoney(_ sections: [Section], _ readings: [BookChooser.Reading]) -> String? {
        let columns = readings.flatMap {
            $0.columns.filter { [.amount, .unitPrice].contains($0.key.kind) }.values.map(\.column)
        }
        if columns.isEmpty { return nil }
        return sections.lazy.flatMap(\.block.columns).filter { columns.contains($0.column) }.compactMap {
            ForeignUnit.stated(inHeader: $0.text)
        }.first
            ?? sections.lazy.compactMap {
                ForeignUnit.stated(above: $0.headPairs, $0.titles.map(\.text), head.text)
            }.first
    }
}
