import Books

extension Rule {
    static let orderTotalMiscalculated = Rule(
        "order.total-miscalculated", .difference, owner: .sales,
        title: Phrase("订单合计算错", "Order total miscalculated"),
        meaning: Phrase(
            "合计行应等于各行之和，几行合并的金额应等于这几行数量 × 单价之和。某一行金额算错的，按那一行改正以后的金额加总；合计与改正前或改正后的和相同的，只报那一行。",
            "The total must be the sum of its lines, and an amount merged over several lines that of their quantities × prices, a line whose amount is wrong being taken as it will be once corrected. Where the total is the sum of the lines as written or as corrected, only the line is reported."
        ),
        books: [.orders],
        parameters: [.amountTolerance, .amountToleranceShare, .quantityTolerance, .quantityToleranceShare]
    ) { examination, findings throws(Overflow) in
        let month = examination.month, table = examination.orders.table
        var rowsOfRegion: [Int32: [Int]] = [:]
        for row in table.rows { rowsOfRegion[table.origins[row].region, default: []].append(row) }
        for (place, region) in month.regions.enumerated() where region.book == .orders {
            let own = rowsOfRegion[Int32(place)] ?? []
            // A region's records stand in the order of their rows.
            func first(at row: Int32) -> Int { own.firstPlace { table.origins[$0].row < row } }
            func lines(_ covered: Range<Int32>) -> [Int] {
                Array(own[first(at: covered.lowerBound)..<first(at: covered.upperBound)])
            }
            for total in region.totals {
                guard let summed = total.summed, summed != total.stated else { continue }
                let rows = lines(total.firstRow..<max(total.firstRow, total.row))
                // The lines as they will be: what their own findings ask for and what this one asks for must agree.
                let right =
                    total.field == .amount
                    ? try examination.corrected(rows, besides: total.besides)?.units ?? summed : summed
                if right == total.stated { continue }
                try report(
                    total.field, stated: total.stated, right: right, rows,
                    at: Place(column: total.column, row: total.row), of: region, examination, &findings,
                    Phrase("合计", "The total"), areCorrected: right != summed)
            }
            for merged in region.mergedAmounts {
                let rows = lines(Range(merged.rows))
                guard !(try mayComeTo(Amount(units: merged.stated), rows, examination)),
                    let right = try examination.corrected(rows)
                else { continue }
                try report(
                    .amount, stated: merged.stated, right: right.units, rows,
                    at: Place(column: merged.column, row: merged.rows.lowerBound), of: region, examination, &findings,
                    Phrase("合并单元格的金额", "The merged amount"), isPart: true)
            }
        }
    }

    /// Whether lines without amounts of their own come to a sum, as their price and discount may be meant.
    private static func mayComeTo(_ stated: Amount, _ rows: [Int], _ examination: Examination) throws(Overflow) -> Bool
    {
        var sums = (full: Amount.zero, paid: Amount.zero, takenOff: Amount.zero)
        for row in rows {
            guard let line = try LineAmount(examination.orders.table, row), !examination.unread.contains(row, .discount)
            else { return true }
            sums = (
                try sums.full + line.full, try sums.paid + line.expected, try sums.takenOff + line.takenOff
            )
        }
        return [sums.full, sums.paid, sums.takenOff].contains(stated)
    }

    private static func report(
        _ field: Field, stated: Int64, right: Int64, _ rows: [Int], at place: Place, of region: Region,
        _ examination: Examination, _ findings: inout Findings, _ what: Phrase, areCorrected: Bool = false,
        isPart: Bool = false
    ) throws(Overflow) {
        let month = examination.month, table = examination.orders.table
        let numbers = Set(rows.map { table.symbol(.orderNumber, $0) })
        let sheet = month.sheets[Int(region.sheet)]
        let cell = CellReference(
            file: month.files[Int(sheet.file)].path, sheet: sheet.name, row: Int(place.row ?? region.headerRow),
            column: Int(place.column))
        let written = figure(field, stated), sum = figure(field, right)
        var key = [KeyPart("orderNumber", numbers.count == 1 ? month.text(numbers.first ?? .none) : "*")]
        if numbers.count != 1 || isPart { key.append(KeyPart("cell", cell.cell)) }
        let difference = try Amount(units: stated) - Amount(units: right)
        let customer = numbers.count == 1 ? rows.first.map { table.symbol(.customer, $0) } ?? .none : .none
        findings.add(
            key: key, party: examination.parties.name(customer), expected: sum, actual: written,
            difference: figure(field, difference.units), amount: field.kind == .amount ? difference : nil,
            sources: [Source(role: "orders", reference: cell)],
            isTolerated: tolerates(examination.settings, field, stated, expected: right),
            "\(what.chinese)写的是 \(written.description)，各行\(areCorrected ? "改正以后" : "")相加是 \(sum.description)。请业务员核对合计或有无漏行。",
            "\(what.english) says \(written.description), the lines\(areCorrected ? ", once corrected," : "") add up to \(sum.description). Check the total, or whether a line is missing."
        )
    }

    private static func figure(_ field: Field, _ units: Int64) -> Figure {
        switch field.kind {
        case .quantity: .quantity(Quantity(units: units))
        case .unitPrice: .price(UnitPrice(units: units))
        default: .amount(Amount(units: units))
        }
    }

    /// Whether the company lets the difference pass. No tolerance is meant for sums of prices.
    private static func tolerates(_ settings: Settings, _ field: Field, _ stated: Int64, expected summed: Int64) -> Bool
    {
        switch field.kind {
        case .amount: settings.tolerates(Amount(units: stated), expected: Amount(units: summed))
        case .quantity: settings.tolerates(Quantity(units: stated), expected: Quantity(units: summed))
        default: false
        }
    }
}
