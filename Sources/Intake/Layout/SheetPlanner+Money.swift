import Books
import WorkbookReader

extension SheetPlanner {
    /// The foreign money that the figures of readings are in.
    func foreignMoney(_ sections: [Section], _ readings: [BookChooser.Reading]) -> String? {
        let columns = readings.flatMap(\.moneyColumns)
        if columns.isEmpty { return nil }
        return foreignHeaders(sections).lazy.filter { columns.contains($0.header.column) }.map(\.money).first
            ?? sections.lazy.compactMap {
                ForeignUnit.stated(above: $0.headPairs, $0.titles.map(\.text), head.text)
            }.first
    }

    /// Readings without the foreign money that they can do without, and the columns left out: a cost in dollars takes
    /// nothing from how much there is. Where a column in the books' own money is the field, a foreign one is none, and
    /// nothing is said of it.
    func leavingOutForeignMoney(_ sections: [Section], _ readings: [BookChooser.Reading]) -> (
        readings: [BookChooser.Reading], left: Unrecognised?
    ) {
        let foreign = foreignHeaders(sections)
        if foreign.isEmpty { return (readings, nil) }
        var readings = readings
        var left: [ColumnHeader] = []
        for place in readings.indices {
            let reading = readings[place]
            let columns = reading.moneyColumns.intersection(foreign.map(\.header.column))
            let remaining = reading.columns.filter { !columns.contains($0.value.column) }
            let isWhole = (reading.shape.essential + reading.shape.key).allSatisfy { group in
                group.contains { remaining[$0] != nil || reading.head[$0] != nil }
                    || !group.contains { reading.columns[$0] != nil }
            }
            if columns.isEmpty || reading.matrix != nil || !isWhole { continue }
            readings[place].columns = remaining
            left += foreign.map(\.header).filter { columns.contains($0.column) }
        }
        guard let first = left.first, let section = sections.first else { return (readings, nil) }
        return (
            readings,
            Unrecognised(
                place: Place(column: first.column, row: view.rows[section.block.last].number),
                text: left.map(\.text).joined(separator: " | "), rows: 0..<0, guesses: readings.map(\.shape.kind),
                why: .foreignColumns)
        )
    }

    private func foreignHeaders(_ sections: [Section]) -> [(header: ColumnHeader, money: String)] {
        guard let headers = sections.first?.block.columns else { return [] }
        let isBesideOwn = headers.contains { ForeignUnit.statesOwn($0.text) }
        return headers.compactMap { header in
            ForeignUnit.stated(inHeader: header.text, isBesideOwn: isBesideOwn).map { (header, $0) }
        }
    }
}

extension BookChooser.Reading {
    fileprivate var moneyColumns: Set<Int32> {
        Set(columns.filter { [.amount, .unitPrice].contains($0.key.kind) }.values.map(\.column))
    }
}
