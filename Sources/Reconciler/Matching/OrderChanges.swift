import Books

/// What one version of an order says otherwise than another, line by line, in words.
struct OrderChanges {
    /// Each product whose lines are not the same, in the order of its name.
    let lines: [Line]
    /// Each field of the head that both versions state and not alike.
    let heads: [Phrase]

    /// One product's lines before and after.
    struct Line {
        let product: String
        let before: [Content], after: [Content]
    }

    /// What a line orders, in base units.
    struct Content: Hashable, Comparable {
        let quantity: Quantity?
        let price: UnitPrice?

        /// `24 × 31.00`
        var description: String { (quantity?.description ?? "?") + (price.map { " × \($0)" } ?? "") }

        static func < (left: Content, right: Content) -> Bool {
            (left.quantity?.units ?? 0, left.price?.units ?? 0) < (right.quantity?.units ?? 0, right.price?.units ?? 0)
        }
    }

    private static let headFields: [Field] = [
        .deliveryDate, .settlement, .consignee, .phone, .address, .carrier, .carrierPhone, .storeCode, .salesperson,
        .status,
    ]

    init(_ examination: Examination, from before: GroupedRows, to after: GroupedRows) throws(Overflow) {
        let old = try OrderChanges.contents(examination, before), new = try OrderChanges.contents(examination, after)
        lines = Set(old.keys).union(new.keys).sorted().compactMap { product in
            old[product] == new[product]
                ? nil : Line(product: product, before: old[product] ?? [], after: new[product] ?? [])
        }
        heads = OrderChanges.heads(examination, from: before, to: after)
    }

    /// Each field of the head that both versions state and not alike.
    static func heads(_ examination: Examination, from before: GroupedRows, to after: GroupedRows) -> [Phrase] {
        headFields.compactMap { field in
            guard let was = stated(examination, before, field), let now = stated(examination, after, field),
                was != now
            else { return nil }
            return Phrase("\(field.words.chinese) \(was) → \(now)", "\(field.words.english) \(was) → \(now)")
        }
    }

    private static func contents(_ examination: Examination, _ rows: GroupedRows) throws(Overflow) -> [String:
        [Content]]
    {
        let table = examination.orders.table
        var contents: [String: [Content]] = [:]
        for row in rows {
            let product = examination.month.text(examination.goods.product(.orders, row))
            contents[product, default: []].append(
                Content(
                    quantity: try examination.goods.quantity(table, row), price: examination.goods.price(table, row)))
        }
        return contents.mapValues { $0.sorted() }
    }

    private static func stated(_ examination: Examination, _ rows: GroupedRows, _ field: Field) -> String? {
        let table = examination.orders.table
        if field.kind == .day { return rows.compactMap { table.day(field, $0) }.max()?.description }
        let symbol = rows.lazy.map { table.symbol(field, $0) }.first { !$0.isNone }
        return symbol.map(examination.month.text)
    }

    /// Everything that differs, in words; past twelve things how many more there are.
    var words: Phrase {
        let all = lines.map(\.words) + heads
        let more = all.count - 12
        let chinese = all.prefix(12).map(\.chinese).joined(separator: "；") + (more > 0 ? "；另有 \(more) 处" : "")
        let english = all.prefix(12).map(\.english).joined(separator: "; ") + (more > 0 ? "; and \(more) more" : "")
        return Phrase(chinese, english)
    }
}

extension OrderChanges.Line {
    /// `A-01 数量 24 → 48`, `A-02 新增 12 × 36.00`, `A-03 取消（原 24 × 31.00）`
    var words: Phrase {
        func list(_ contents: [OrderChanges.Content]) -> String { contents.map(\.description).joined(separator: " + ") }
        if before.isEmpty { return Phrase("\(product) 新增 \(list(after))", "\(product) added: \(list(after))") }
        if after.isEmpty {
            return Phrase("\(product) 取消（原 \(list(before))）", "\(product) dropped (was \(list(before)))")
        }
        guard before.count == 1, after.count == 1 else {
            return Phrase("\(product) \(list(before)) → \(list(after))", "\(product) \(list(before)) → \(list(after))")
        }
        var chinese: [String] = [], english: [String] = []
        let (old, new) = (before[0], after[0])
        if old.quantity != new.quantity {
            let change = "\(old.quantity?.description ?? "—") → \(new.quantity?.description ?? "—")"
            chinese.append("数量 \(change)")
            english.append("quantity \(change)")
        }
        if old.price != new.price {
            let change = "\(old.price?.description ?? "—") → \(new.price?.description ?? "—")"
            chinese.append("单价 \(change)")
            english.append("price \(change)")
        }
        return Phrase(
            "\(product) \(chinese.joined(separator: "，"))", "\(product) \(english.joined(separator: ", "))")
    }
}
