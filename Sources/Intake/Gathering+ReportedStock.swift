import Books

/// The opening and the closing stock of a report (期初 | 收入 | 发出 | 结存) beside sheets of their own.
extension Gathering {
    /// Leaves out what a report repeats of an opening or a stock sheet, which would be added to it; what the report alone
    /// says counts, and where the two disagree, that is said.
    mutating func leaveOutReportedStock() {
        let reports = reports
        if reports.isEmpty { return }
        for book in [BookKind.opening, .stock] {
            let placed = records[book] ?? []
            let own = placed.filter { !reports.contains($0.region) }
            if own.isEmpty || own.count == placed.count { continue }
            var stated = StatedStock()
            for sheet in own { stated.take(sheet) }
            records[book] = placed.compactMap { report in
                guard reports.contains(report.region) else { return report }
                return left(of: report, besides: stated, book)
            }
        }
    }

    /// Regions that are one half of a table with opening and closing stock.
    private var reports: Set<Int32> {
        func tables(_ book: BookKind) -> Set<[Int32]> {
            Set((records[book] ?? []).map { table($0.region) })
        }
        let both = tables(.opening).intersection(tables(.stock))
        let halves = (records[.opening] ?? []) + (records[.stock] ?? [])
        return Set(halves.map(\.region).filter { both.contains(table($0)) })
    }

    private func table(_ region: Int32) -> [Int32] {
        let region = regions[Int(region)]
        return [region.sheet, region.headerRow]
    }

    /// The lines of a report that no sheet of its own states; `nil` where there are none.
    private mutating func left(of report: Placed, besides stated: StatedStock, _ book: BookKind) -> Placed? {
        let said = stated.lines(of: report)
        let others = said.indices.filter { said[$0] == nil }
        if others.count == said.count { return report }
        let quantities = StatedStock.quantities(of: report)
        let differing = said.indices.filter { row in said[row].map { $0.differs(from: quantities[row]) } ?? false }
        if let first = differing.first, let other = said[first] {
            let (own, sheet) = (sheet(report.region), sheet(other.region))
            let column = regions[Int(report.region)].places[.quantity]?.column ?? 0
            problems.append(
                ProblemWording.reportDiffers(
                    book, files[Int(own.file)].path, sheet: own.name,
                    at: CellReference.letters(ofColumn: Int(column)) + String(report.records.rows[first]),
                    row: report.records.rows[first], rows: differing.count,
                    found: Quantity(units: quantities[first].units).description,
                    from: files[Int(sheet.file)].path, sheet.name,
                    other: Quantity(units: other.quantity.units).description))
        }
        if others.isEmpty { return nil }
        var report = report
        report.records.keep(others)
        return report
    }

    func sheet(_ region: Int32) -> SourceSheet { sheets[Int(regions[Int(region)].sheet)] }
}

/// What sheets of their own state of each product in each warehouse.
private struct StatedStock {
    struct Line {
        /// The first region that says so.
        let region: Int32
        var quantity: Counted

        /// Whether as much is said of something else: in another unit it cannot be told.
        func differs(from other: Counted) -> Bool {
            quantity.unit == other.unit && quantity.units != other.units
        }
    }

    struct Counted {
        var units: Int64
        /// The symbol of the unit; -1 where several are added.
        var unit: Int64
    }

    private struct Key: Hashable {
        let warehouse: Int64, product: Int64
    }

    private var byField: [Field: [Key: Line]] = [:]

    mutating func take(_ sheet: Gathering.Placed) {
        let quantities = StatedStock.quantities(of: sheet)
        for field in [Field.productCode, .productName] {
            for (row, key) in StatedStock.keys(sheet, field).enumerated() {
                guard let key else { continue }
                let own = quantities[row]
                guard let line = byField[field]?[key] else {
                    byField[field, default: [:]][key] = Line(region: sheet.region, quantity: own)
                    continue
                }
                let (sum, overflow) = line.quantity.units.addingReportingOverflow(own.units)
                byField[field]?[key]?.quantity = Counted(
                    units: sum, unit: overflow || line.quantity.unit != own.unit ? -1 : own.unit)
            }
        }
    }

    /// For each record of a region, what is stated of the same.
    func lines(of report: Gathering.Placed) -> [Line?] {
        var lines: [Line?] = Array(repeating: nil, count: report.records.rows.count)
        for field in [Field.productCode, .productName] {
            guard let known = byField[field] else { continue }
            for (row, key) in StatedStock.keys(report, field).enumerated() where lines[row] == nil {
                lines[row] = key.flatMap { known[$0] }
            }
        }
        return lines
    }

    private static func keys(_ sheet: Gathering.Placed, _ field: Field) -> [Key?] {
        sheet.records.rows.indices.map { row in
            let product = sheet.symbol(field, row)
            return product == 0 ? nil : Key(warehouse: sheet.symbol(.warehouse, row), product: product)
        }
    }

    static func quantities(of sheet: Gathering.Placed) -> [Counted] {
        sheet.records.rows.indices.map { row in
            let units = sheet.records.columns[.quantity].map { $0[row] } ?? Table.absent
            return Counted(units: units == Table.absent ? 0 : units, unit: sheet.symbol(.unit, row))
        }
    }
}

extension ProblemWording {
    /// A report whose opening or closing stock is not what the sheet of its own says.
    static func reportDiffers(
        _ book: BookKind, _ path: String, sheet: String, at cell: String, row: Int32, rows: Int, found: String,
        from other: String, _ otherSheet: String, other figure: String
    ) -> Problem {
        let place = place(of: otherSheet, in: other, besides: path)
        let (chinese, english) = (book.words.chinese, book.words.english)
        return Problem(
            kind: .fileDuplicate(of: other), file: path, sheet: sheet, cell: cell, row: Int(row),
            expected: Phrase("\(chinese) \(figure)", "\(english) \(figure)"), found: found,
            advice: Phrase(
                "「\(sheet)」和 \(place.chinese) 都有\(chinese)，同样的商品只按后者计；不一样的有 \(rows) 行，第一行在 \(cell)。请更正。",
                "Both “\(sheet)” and \(place.english) state the \(english), and the latter counts for what both have. Rows that disagree: \(rows), the first at \(cell). Correct them."
            ))
    }
}
