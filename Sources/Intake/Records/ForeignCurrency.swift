import Books
import WorkbookReader

/// A column that says in which currency each row's money is (币种), where the rows of a sheet say more than one.
///
/// Sums of two currencies are sums of nothing, so of a row in another than the books' own no money is taken: the row is set
/// aside where it is about nothing else, and keeps its goods where it has some. A sheet that is in one currency throughout is
/// in the books' own, whatever it is called.
struct ForeignCurrency {
    let column: Int32
    /// Whether its rows are of goods, which count whatever they cost.
    let isOfGoods: Bool
    /// The own currency, by the text in the sheet.
    private let texts: [Int64: Bool]

    /// `nil` where no such column is, where it is no matter, or where all rows say the same.
    init?(_ plan: RegionPlan, _ finder: HeaderFinder) {
        let kind = plan.shape.kind, view = finder.view, texts = finder.texts
        guard [.receipts, .receivables, .invoices, .prices, .orders, .movements].contains(kind),
            let header = plan.headers.first(where: { $0.field == nil && ForeignCurrency.heads($0.text) })
        else { return nil }
        let money = Set(plan.columns.filter { [.amount, .unitPrice].contains($0.key.kind) }.values)
        var known: [Int64: Bool] = [:], currencies: Set<String> = []
        var (silent, foreign) = (0, 0)
        for place in plan.body where finder.marks[place].isDisjoint(with: [.header, .total, .amountInWords, .blank]) {
            guard let payload = ForeignCurrency.payload(view, view.rows[place], header.column) else {
                if view.cells(place).contains(where: { money.contains($0.column) }) { silent += 1 }
                continue
            }
            if known[payload] == nil {
                let text = WrittenText.key(texts.text(payload))
                if text.isEmpty { continue }
                known[payload] = ForeignCurrency.own.contains(text)
                currencies.insert(ForeignCurrency.names[text] ?? text)
            }
            if known[payload] == false { foreign += 1 }
        }
        // Where few rows name a foreign currency, those that name none are in the books' own.
        guard foreign > 0, known.values.contains(true) || currencies.count > 1 || silent > foreign else { return nil }
        column = header.column
        isOfGoods = kind == .orders || kind == .movements
        self.texts = known
    }

    /// Whether a row is in another currency.
    func isForeign(_ row: SheetView.Row, _ view: SheetView) -> Bool {
        ForeignCurrency.payload(view, row, column).map { texts[$0] == false } ?? false
    }

    private static func payload(_ view: SheetView, _ row: SheetView.Row, _ column: Int32) -> Int64? {
        let segment = view.sheet.segments[Int(row.segment)]
        for cell in Int(row.start)..<Int(row.end)
        where Int32(segment.columns[cell]) == column && segment.tags[cell].isOf(.text) {
            return segment.payloads[cell]
        }
        return nil
    }

    private static func heads(_ text: String) -> Bool { HeaderKeys(text).keys.contains { headers.contains($0) } }

    private static let headers = Set(["币别", "币种", "货币", "Currency", "Currency code"].map(WrittenText.key))
    private static let own = Set(
        ["人民币", "人民币元", "RMB", "CNY", "元", "¥", "￥", "本币", "本位币", "Renminbi", "Yuan", "Local"].map(WrittenText.key))
    /// Other names of one currency.
    private static let names = [
        "美元": "usd", "美金": "usd", "us$": "usd", "$": "usd", "港币": "hkd", "港元": "hkd", "hk$": "hkd",
    ]
    .merging(["欧元": "eur", "€": "eur", "日元": "jpy", "英镑": "gbp", "£": "gbp"]) { one, _ in one }
}

extension RegionReader {
    /// Takes no money from the open row where it is in another currency; why the row is no record, where it is about nothing
    /// but that money.
    mutating func leaveForeignMoney(_ row: SheetView.Row) -> (field: Field, issue: CellReader.Issue)? {
        guard let currency, currency.isForeign(row, view) else { return nil }
        guard currency.isOfGoods else { return (.amount, .foreignCurrency) }
        for (place, slot) in buffer.slots.enumerated() where buffer.isFilled(place) {
            guard [.amount, .unitPrice].contains(slot.kind), let column = plan.columns[slot.field] else { continue }
            buffer.set(place, number: Table.absent)
            if plan.shape.kind == .orders { issues.append((place, column, .foreignCurrency)) }
        }
        // What an order line lacks is said of the order; what a document lacks nobody else says.
        if plan.shape.kind == .movements {
            problems.append(
                wording.withoutMoney(row: row.number, column: currency.column, found: found(row, currency.column)))
        }
        return nil
    }

    /// The column in which a row states money in another currency, where it states none in the books' own.
    func foreignCell(of field: Field, _ row: SheetView.Row) -> Int32? {
        guard [.amount, .unitPrice].contains(field.kind) else { return nil }
        let segment = view.sheet.segments[Int(row.segment)]
        return plan.headers.first { header in
            header.field == nil && ForeignUnit.stated(inHeader: header.text, isBesideOwn: true) != nil
                && cell(row, segment, header.column) != nil
        }?.column
    }
}
