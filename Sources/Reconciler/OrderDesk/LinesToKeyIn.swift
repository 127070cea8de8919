import Books

/// The lines of orders that may ship, with what the book system asks for filled in from the master files.
struct LinesToKeyIn {
    private(set) var lines: [OrderLine] = []
    private(set) var notListed = 0
    private let examination: Examination
    private let table: Table
    /// The one warehouse that keeps a product; none for one that several keep.
    private var warehouses: [Symbol: Symbol] = [:]

    init(_ examination: Examination) {
        self.examination = examination
        table = examination.orders.table
        let month = examination.month
        let kind: BookKind = month.has(.stock) ? .stock : .opening
        let kept = month[kind].symbols(.warehouse)
        guard !kept.isEmpty else { return }
        for row in month[kind].rows {
            let product = examination.goods.product(kind, row)
            if let known = warehouses[product], known != kept[row] {
                warehouses[product] = Symbol.none
            } else {
                warehouses[product] = kept[row]
            }
        }
    }

    /// Takes an order's rows as lines, as long as there is room.
    mutating func take(_ rows: GroupedRows, of standing: Int, limit: Int) {
        for row in rows {
            if lines.count < limit { lines.append(line(row, of: standing)) } else { notListed += 1 }
        }
    }

    private func line(_ row: Int, of standing: Int) -> OrderLine {
        let goods = examination.goods, product = goods.product(.orders, row)
        func own(_ field: Field) -> Symbol {
            let written = table.symbol(field, row)
            return written.isNone ? goods.symbol(field, of: product) : written
        }
        let name = own(.productName)
        // A product that is known by its name alone has no code.
        let code = goods.symbol(.productCode, of: product)
        return OrderLine(
            standing: standing, productCode: !code.isNone ? code : product == name ? .none : product, productName: name,
            spec: own(.spec), unit: own(.unit), quantity: table.quantity(.quantity, row),
            unitPrice: table.price(.unitPrice, row), discount: table.rate(.discount, row),
            amount: LinesToKeyIn.amount(table, row), warehouse: warehouses[product] ?? .none,
            remark: table.symbol(.remark, row), address: table.symbol(.address, row),
            consignee: table.symbol(.consignee, row), phone: table.symbol(.phone, row),
            origin: table.origins[row])
    }

    /// What a line comes to: the amount that is written, else its quantity × price less the discount.
    static func amount(_ table: Table, _ row: Int) -> Amount? {
        if let written = table.amount(.amount, row) { return written }
        return (try? LineAmount(table, row))?.expected
    }
}
