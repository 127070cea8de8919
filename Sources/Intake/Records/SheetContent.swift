import Books

/// What was read from a sheet. Its regions and symbols are numbered by themselves, not yet among the month's.
struct SheetContent {
    var rows = RowCounts()
    var regions: [RegionRecords] = []
    var problems: [Problem] = []
    /// Headers with nothing below them, and of what: forms to fill in, unless no other sheet is one of these books.
    var unfilled: [(books: [BookKind], problem: Problem)] = []
}

/// The records of one region, as columns.
struct RegionRecords {
    let region: Region
    /// Each record's row, from 1.
    private(set) var rows: [Int32]
    /// The month that the words around the table say it is of.
    let month: StatedMonth?
    /// By field; texts are symbols of the file's own table.
    private(set) var columns: [Field: Column] = [:]

    /// Takes them from whoever read them: columns that both had would be copied when they are finished.
    init(takenFrom reader: inout RegionReader, _ plan: RegionPlan, _ view: SheetView) {
        rows = reader.buffer.rows
        month = plan.month
        var places = plan.columns.mapValues { Place(column: $0) }
        for (field, constant) in plan.constants where plan.columns[field] == nil { places[field] = constant.place }
        for slot in reader.buffer.slots {
            let isStated = plan.columns[slot.field] != nil || plan.constants[slot.field] != nil
            guard var column = reader.buffer.takeColumn(slot.field) else { continue }
            if slot.isText {
                // A unit that stood behind a quantity's digits, or a kind that its number tells.
                if !isStated, column.holdsOnly(0) { continue }
                if !isStated { places[slot.field] = places[RegionRecords.telling(slot.field)] }
            } else if !isStated {
                places[slot.field] = places[.debit]
            }
            column.finish()
            columns[slot.field] = column
        }
        region = Region(
            sheet: 0, book: plan.shape.kind, layout: plan.layout, headerRow: view.rows[plan.block.last].number,
            firstColumn: plan.headers.first?.column ?? 0, places: places, headers: plan.headers,
            confidence: plan.confidence, totals: reader.totals.stated, mergedAmounts: reader.mergedAmounts,
            groups: Dictionary(grouping: plan.groups, by: \.field).mapValues { $0.compactMap(\.constant.place) })
    }

    /// Keeps some of its records, by their places from top to bottom.
    mutating func keep(_ places: [Int]) {
        rows = places.map { rows[$0] }
        columns = columns.mapValues { column in
            var kept = Column(places.map { column[$0] })
            kept.finish()
            return kept
        }
    }

    /// Puts other values into one of its columns, row by row.
    mutating func replace(_ field: Field, _ value: (Int) -> Int64) {
        var column = Column(rows.indices.map(value))
        column.finish()
        columns[field] = column
    }

    /// The field whose cell tells one that has no cell of its own.
    private static func telling(_ field: Field) -> Field {
        switch field {
        case .unit: .quantity
        case .toWarehouse: .warehouse
        default: .documentNumber
        }
    }
}

extension RowCounts {
    /// Counts of rows by what became of them.
    init(_ classes: [RowClass]) {
        self.init()
        present = classes.count
        for row in classes {
            switch row {
            case .unseen, .structure: structure += 1
            case .total: totals += 1
            case .setAside: setAside += 1
            case .record: records += 1
            }
        }
    }
}
