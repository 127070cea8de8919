import Books

extension Rule {
    static let orderTaxMiscalculated = Rule(
        "order.tax-miscalculated", .difference, owner: .sales,
        title: Phrase("含税单价换算有误", "Price with tax miscalculated"),
        meaning: Phrase(
            "含税单价 ＝ 不含税箱价 ×（1＋税率）÷ 箱规，按 0.0001 比较；没有写税率的按订单日期的税率（2018-04-30 前 17%，2019-03-31 前 16%，之后 13%）；写的是别的时期的税率、订单日期那天并不执行的，报税率。一边只写到分时，按那一边的小数位比较。",
            "Unit price = net case price × (1 + tax rate) ÷ pack size, compared at 0.0001; without a rate on the order, that of its date (17 % until 2018-04-30, 16 % until 2019-03-31, 13 % since). A rate of another time that was not in force on the order's date is said by itself. Where one side is written to the fen only, they are compared to its decimals."
        ),
        books: [.orders], columns: [RequiredColumn(.orders, .netPrice, .taxRate), RequiredColumn(.orders, .unitPrice)],
        parameters: [
            Parameter(
                name: "taxRates", meaning: Phrase("各时期的增值税率", "the VAT rate by date"), standard: "17 %, 16 %, 13 %")
        ]
    ) { examination, findings throws(Overflow) in
        let table = examination.orders.table
        for order in examination.orders.orders {
            let standard = examination.settings.taxRate(on: order.date ?? examination.month.period.lastDay)
            for row in order.rows {
                if let stated = table.rate(.taxRate, row), let date = order.date,
                    examination.settings.isOfAnotherTime(stated, on: date)
                {
                    findings.add(
                        key: examination.lineKey(row), party: order.customer, expected: .text(standard.description),
                        actual: .text(stated.description), sources: [findings.source(table, row, .taxRate)],
                        "税率写的是 \(stated.percent)，\(date) 执行的是 \(standard.percent)。请业务员更正税率和含税单价。",
                        "The tax rate says \(stated.percent); on \(date) it was \(standard.percent). Ask sales to correct the rate and the price with tax."
                    )
                    continue
                }
                // A rate that nobody can read is said by itself.
                guard let net = table.price(.netPrice, row), let price = table.price(.unitPrice, row),
                    !examination.unread.contains(row, .taxRate)
                else { continue }
                let rate = table.rate(.taxRate, row) ?? standard, unit = LineUnit(examination, row)
                let pack = table.number(.packSize, row) ?? examination.packSize(row)
                guard let conversion = TaxConversion(net: net, rate: rate, pack: pack, pieces: unit.pieces),
                    !conversion.agrees(with: price)
                else { continue }
                // Without a pack size on the sheet, a net price that is called one for a piece is one for a piece.
                if table.number(.packSize, row) == nil, examination.isPerPiece(.netPrice, table.origins[row]),
                    TaxConversion(net: net, rate: rate, pack: 1, pieces: unit.pieces)?.agrees(with: price) == true
                {
                    continue
                }
                let difference = try price - conversion.price
                let times = unit.pieces == 1 ? "" : " × \(unit.pieces)"
                findings.add(
                    key: examination.lineKey(row), party: order.customer, expected: .price(conversion.price),
                    actual: .price(price), difference: .price(difference),
                    amount: try table.quantity(.quantity, row).map { quantity throws(Overflow) in
                        try difference.times(quantity)
                    },
                    sources: [
                        findings.source(table, row, .unitPrice), findings.source(table, row, .netPrice),
                        findings.source(table, row, .packSize), findings.source(table, row, .taxRate),
                    ],
                    "不含税 \(net) ×（1＋\(rate)）÷ \(pack)\(times) ＝ \(conversion.price)\(unit.chinese)，订单上是 \(price)。",
                    "Net \(net) × (1 + \(rate)) ÷ \(pack)\(times) = \(conversion.price)\(unit.english), but the order says \(price)."
                )
            }
        }
    }
}

extension Examination {
    /// Whether the header of a price calls it one for a piece: 不含税单价, and not 不含税箱价.
    fileprivate func isPerPiece(_ field: Field, _ origin: Origin) -> Bool {
        let region = month.regions[Int(origin.region)]
        guard let column = region.places[field]?.column,
            let header = region.headers.first(where: { $0.column == column })?.text.lowercased()
        else { return false }
        return ["单价", "unit price"].contains { header.contains($0) }
            && !["箱", "件", "case", "carton", "ctn", "pack"].contains { header.contains($0) }
    }
}

extension Settings {
    /// Whether a tax rate was the general one at another time and is not on a day. Reduced rates are nobody's mistake.
    fileprivate func isOfAnotherTime(_ rate: Rate, on day: Day) -> Bool {
        rate != taxRate(on: day) && taxRates.contains { $0.rate == rate }
    }
}

/// The price with tax, of as many pieces as the line's unit has, that a net price of a case gives.
private struct TaxConversion {
    let price: UnitPrice
    private let net: UnitPrice
    private let factor: Int128
    private let pack: Int128

    init?(net: UnitPrice, rate: Rate, pack: Int64, pieces: Int64) {
        guard pack > 0, pieces > 0 else { return nil }
        self.net = net
        self.pack = Int128(pack)
        factor = (1_000_000 + Int128(rate.units)) * Int128(pieces)
        guard let units = rounded(Int128(net.units) * factor, by: 1_000_000 * self.pack) else { return nil }
        price = UnitPrice(units: units)
    }

    /// Whether a price is the one that was worked out, as far as the decimals go that either side is written with.
    func agrees(with stated: UnitPrice) -> Bool {
        if price.agrees(with: stated) { return true }
        let step = Self.step(stated)
        if let near = rounded(Int128(price.units), by: step), Int128(near) * step == Int128(stated.units) {
            return true
        }
        guard factor > 0 else { return false }
        let back = rounded(Int128(stated.units) * 1_000_000 * pack, by: factor) ?? 0
        let netStep = Self.step(net)
        return rounded(Int128(back), by: netStep).map { Int128($0) * netStep == Int128(net.units) } ?? false
    }

    /// The smallest unit a price is written with, the fen at most.
    private static func step(_ price: UnitPrice) -> Int128 {
        var step: Int128 = 1
        while step < 1_000_000, Int128(price.units) % (step * 10) == 0 { step *= 10 }
        return step
    }
}
