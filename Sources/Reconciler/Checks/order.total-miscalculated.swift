import Books

extension Rule {
    static let orderTotalMiscalculated = Rule(
        "order.total-miscalculated", .difference, owner: .sales,
        title: Phrase("订单合计算错", "Order total miscalculated"),
        meaning: Phrase(
            "合计行应等于各行之和。某一行金额算错的，按那一行改正以后的金额加总；合计与改正前或改正后的和相同的，只报那一行。",
            "The total must be the sum of its lines, a line whose amount is wrong being taken as it will be once corrected. Where the total is the sum of the lines as written or as corrected, only the line is reported."
        ),
        books: [.orders],
        parameters: [.amountTolerance, .amountToleranceShare, .quantityTolerance, .quantityToleranceShare]
    ) { examination, findings throws(Overflow) in
        let month = examination.month, table = examination.orders.table
        var rowsOfRegion: [Int32: [Int]] = [:]
        for row in table.rows { rowsOfRegion[table.origins[row].region, default: []].append(row) }
        for (place, region) in month.regions.enumerated() where region.book == .orders {
            for total in region.totals {
                guard let summed = total.summed, summed != total.stated else { continue }
                let rows = (rowsOfRegion[Int32(place)] ?? []).filter {
                    table.origins[$0].row >= total.firstRow && table.origins[$0].row < total.row
                }
                // The lines as they will be: what their own findings ask for and what this one asks for must agree.
                let right =
                    total.field == .amount
                    ? try examination.corrected(rows, besides: total.besides)?.units ?? summed : summed
                if right == total.stated { continue }
                let numbers = Set(rows.map { table.symbol(.orderNumber, $0) })
                let sheet = month.sheets[Int(region.sheet)]
                let cell = CellReference(
                    file: month.files[Int(sheet.file)].path, sheet: sheet.name, row: Int(total.row),
                    column: Int(total.column))
                let stated = figure(total.field, total.stated), sum = figure(total.field, right)
                var key = [KeyPart("orderNumber", numbers.count == 1 ? month.text(numbers.first ?? .none) : "*")]
                if numbers.count != 1 { key.append(KeyPart("cell", cell.cell)) }
                let isMoney = total.field.kind == .amount
                let difference = try Amount(units: total.stated) - Amount(units: right)
                let customer = numbers.count == 1 ? rows.first.map { table.symbol(.customer, $0) } ?? .none : .none
                findings.add(
                    key: key, party: examination.parties.name(customer), expected: sum, actual: stated,
                    difference: figure(total.field, difference.units),
                    amount: isMoney ? difference : nil, sources: [Source(role: "orders", reference: cell)],
                    isTolerated: tolerates(examination.settings, total.field, total.stated, expected: right),
                    "合计写的是 \(stated.description)，各行\(right == summed ? "" : "改正以后")相加是 \(sum.description)。请业务员核对合计或有无漏行。",
                    "The total says \(stated.description), the lines\(right == summed ? "" : ", once corrected,") add up to \(sum.description). Check the total, or whether a line is missing."
                )
            }
        }
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
