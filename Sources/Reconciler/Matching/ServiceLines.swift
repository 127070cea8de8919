import Books

/// Lines of documents, or of orders, that are no goods, such as freight: they are owed and paid, and no stock moves by them.
///
/// Only what is certain is taken for one: it is called a service, no product file has it, and no opening, stock book or count
/// knows it.
struct ServiceLines {
    /// What is taken for a service, in the order of their texts.
    private(set) var products: [Symbol] = []
    private var isService: BySymbol<Bool>
    private let goods: Goods
    private let book: BookKind

    /// - Parameter book: The documents, or the orders.
    init(_ month: Month, goods: Goods, of book: BookKind = .movements) {
        self.goods = goods
        self.book = book
        isService = BySymbol(month, false)
        let table = month[book], names = table.symbols(.productName)
        if names.isEmpty { return }
        var isSeen = BySymbol(month, false), found: Set<Symbol> = []
        for row in table.rows {
            let product = goods.product(book, row)
            // Nearly every line is of something on file.
            if goods.record(product) != nil || isSeen[product] { continue }
            isSeen[product] = true
            if ServiceLines.isCalledService(month.text(names[row])) { found.insert(product) }
        }
        if found.isEmpty { return }
        for kind in [BookKind.opening, .stock, .counts] {
            for row in month[kind].rows { found.remove(goods.product(kind, row)) }
        }
        for product in found { isService[product] = true }
        products = found.sorted { month.rank($0) < month.rank($1) }
    }

    /// Whether there are any: nearly always there are none.
    var exist: Bool { !products.isEmpty }

    /// Whether a line of the book is taken for a service.
    func contains(line row: Int) -> Bool { exist && isService[goods.product(book, row)] }

    /// Names that end so are charges and not goods.
    private static let endings = ["费", "费用", "服务", " fee", " fees", " charge", " charges", " service"]
    private static let names: Set = ["freight", "shipping", "delivery", "handling", "postage", "installation", "运杂费"]
    /// What ends like a charge and is none.
    private static let exceptions = ["免费", "消费"]

    private static func isCalledService(_ name: String) -> Bool {
        let folded = name.lowercased()
        if exceptions.contains(where: folded.hasSuffix) { return false }
        return names.contains(folded) || endings.contains { folded.hasSuffix($0) && folded != $0 }
    }

    /// What was taken for services, said once.
    static func said(_ examination: Examination) -> [NotChecked] {
        guard examination.month.has(.opening), let services = try? examination.stock().services,
            services.exist
        else { return [] }
        let shown = services.products.prefix(10).map { examination.month.text($0) }
        let more = services.products.count > 10 ? "…" : ""
        return [
            NotChecked(
                code: "stock.rollforward-difference",
                why: Phrase(
                    "出入库单上的 \(shown.joined(separator: "、"))\(more) 是费用不是商品（没有档案，期初、账存、盘点都没有），不计入收发存",
                    "\(shown.joined(separator: ", "))\(more) on the documents are charges and not goods (not on file, and in no opening, stock book or count) and move no stock"
                ))
        ]
    }
}
