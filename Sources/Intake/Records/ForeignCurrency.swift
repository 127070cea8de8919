import Books
import WorkbookReader

/// A column that says in which currency each row's money is (币种), where the rows of a sheet say more than one.
///
/// Sums of two currencies are sums of nothing, so the rows in another than the books' own are set aside. A sheet that is in
/// one currency throughout is in the books' own, whatever it is called.
struct ForeignCurrency {
    let column: Int32
    /// The own currency, by the text in the sheet.
    private let texts: [Int64: Bool]

    /// `nil` where no such column is, where it is no matter, or where all rows say the same.
    init?(_ plan: RegionPlan, _ view: SheetView, _ texts: WorkbookTexts) {
        guard [.receipts, .receivables].contains(plan.shape.kind),
            let header = plan.headers.first(where: { $0.field == nil && ForeignCurrency.heads($0.text) })
        else { return nil }
        var known: [Int64: Bool] = [:]
        for place in plan.body {
            guard let payload = ForeignCurrency.payload(view, view.rows[place], header.column), known[payload] == nil
            else { continue }
            let text = WrittenText.key(texts.text(payload))
            if !text.isEmpty { known[payload] = ForeignCurrency.own.contains(text) }
        }
        guard known.values.contains(true), known.values.contains(false) else { return nil }
        column = header.column
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
}
