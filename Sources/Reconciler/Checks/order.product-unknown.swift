import Books

extension Rule {
    static let orderProductUnknown = Rule(
        "order.product-unknown", .incomplete, owner: .sales,
        title: Phrase("商品不在档案里", "Product not on file"),
        meaning: Phrase(
            "订单行的商品编码（没有编码的按品名）在商品档案里找不到，会列出最接近的编码或品名。请业务员更正，或先给商品建档。没有价格不再另报。运费、服务费等明显是费用、库存里也没有的，不算商品，不报。",
            "The line's product code, or its name where it has no code, is not in the product file; the nearest ones are given. Correct it, or add the product to the file. A missing price is not said again. What plainly is a charge, such as freight, and lies in no stock is no product and is not reported."
        ),
        books: [.orders, .products]
    ) { examination, findings throws(Overflow) in
        let month = examination.month, table = examination.orders.table
        var suggestions: ProductSuggestions?
        var services: ServiceLines?
        for order in examination.orders.orders {
            for row in order.rows where examination.isUnknownProduct(row) {
                let charges = services ?? ServiceLines(month, goods: examination.goods, of: .orders)
                services = charges
                if charges.contains(line: row) { continue }
                let list = suggestions ?? ProductSuggestions(month)
                suggestions = list
                let code = table.symbol(.productCode, row)
                let written = month.text(code.isNone ? table.symbol(.productName, row) : code)
                let near = list.near(
                    code: month.text(code), name: month.text(table.symbol(.productName, row)))
                let shown = near.map(\.shown)
                let known = near.isEmpty ? nil : Phrase(shown.joined(separator: "、"), shown.joined(separator: ", "))
                findings.add(
                    key: examination.lineKey(row), party: order.customer, expected: near.first.map { .text($0.code) },
                    actual: .text(written),
                    sources: [findings.source(table, row, code.isNone ? .productName : .productCode)],
                    "商品档案里没有「\(written)」。"
                        + (known.map { "最接近的是：\($0.chinese)。请业务员更正。" } ?? "请业务员更正，或先给商品建档。"),
                    "The product file has no “\(written)”. "
                        + (known.map { "Nearest: \($0.english). Ask sales to correct it." }
                            ?? "Ask sales to correct it, or add the product to the file."))
            }
        }
    }
}

extension Examination {
    /// Whether there is a product file and an order line's product is not in it.
    func isUnknownProduct(_ row: Int) -> Bool {
        month.has(.products) && goods.record(goods.product(.orders, row)) == nil
    }
}

/// The products that a wrong code or name most likely means.
private struct ProductSuggestions {
    /// A product of the file.
    struct Product: Hashable {
        let code: String, name: String
        /// `DY-103 鲜花饼礼盒`
        var shown: String { code.isEmpty || name.isEmpty || code == name ? code + name : "\(code) \(name)" }
    }

    private let codes: NearestNames
    private let names: NearestNames
    private var byCode: [String: Product] = [:]
    private var byName: [String: [Product]] = [:]

    init(_ month: Month) {
        let file = month[.products]
        for row in file.rows {
            let name = month.text(file.symbol(.productName, row)), code = month.text(file.symbol(.productCode, row))
            let product = Product(code: code.isEmpty ? name : code, name: name)
            byCode[code] = byCode[code] ?? product
            byName[name, default: []].append(product)
        }
        codes = NearestNames(Array(byCode.keys))
        names = NearestNames(Array(byName.keys))
    }

    /// Products of that very name, then those of a like code, then those of a like name; three at most.
    func near(code: String, name: String) -> [Product] {
        var found: [Product] = name.isEmpty ? [] : byName[name] ?? []
        if !code.isEmpty { found += codes.near(code).compactMap { byCode[$0] } }
        if !name.isEmpty { found += names.near(name).flatMap { byName[$0] ?? [] } }
        var seen: Set<Product> = []
        return Array(found.filter { seen.insert($0).inserted }.prefix(3))
    }
}
