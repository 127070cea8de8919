import Books

/// Orders of which nothing was shipped, and that most likely are another one of the same customer, sent or keyed again under
/// a new number.
struct OrderTwice {
    private struct Line: Hashable {
        let product: Symbol
        let quantity: Int64, price: Int64
    }

    /// More than these alike say nothing about which it was.
    private static let mostAlike = 3
    /// Orders of so many lines are not the same by chance, so that a few days may lie between them.
    private static let manyLines = 3, fewDays = 7

    private let examination: Examination
    /// The shipped orders of each customer who has one of which nothing was shipped.
    private var shipped: [Symbol: [Int]] = [:]

    init(_ examination: Examination, _ findings: [Finding]) {
        self.examination = examination
        let places = findings.lazy.filter { $0.code == "dispatch.missing" }.compactMap { examination.order(of: $0) }
        let orders = examination.orders.orders
        let customers = Set(places.map { orders[$0].customer })
        guard !customers.isEmpty, let match = try? examination.dispatch() else { return }
        for (place, order) in orders.enumerated() where customers.contains(order.customer) && !order.isCancelled {
            if !match.documents(ofOrder: place, where: { _ in true }).isEmpty {
                shipped[order.customer, default: []].append(place)
            }
        }
    }

    /// That the order of a finding is most likely another one again.
    func causes(_ finding: Finding) -> [Cause] {
        guard finding.code == "dispatch.missing", let place = examination.order(of: finding) else { return [] }
        let orders = examination.orders, own = orders.orders[place], month = examination.month
        guard let others = shipped[own.customer], !others.contains(place) else { return [] }
        let content = content(own)
        let twins = others.filter { other in
            let order = orders.orders[other]
            return order.rows.count == own.rows.count && isNear(own, order) && self.content(order) == content
        }.sorted { month.rank(orders.orders[$0].number) < month.rank(orders.orders[$1].number) }
        guard !twins.isEmpty, twins.count <= OrderTwice.mostAlike else { return [] }
        let names = twins.map { month.text(orders.orders[$0].number) }
        let rows = twins.compactMap { orders.orders[$0].rows.first }
        return [
            Cause(
                .documentTwice, explains: finding.difference,
                Phrase(
                    "同一客户的 \(names.joined(separator: "、")) 货品、数量、单价完全相同，已经发货：可能是同一张订单换了单号又录了一次。请业务员确认要不要再发。",
                    "\(names.joined(separator: ", ")), of the same customer, has the same goods, quantities and prices and was shipped: perhaps this is the same order again under a new number. Ask sales whether it is to be shipped as well."
                ),
                sources: Array(finding.sources.prefix(1))
                    + rows.map { row in
                        Source(
                            role: orders.table.kind.rawValue,
                            reference: month.cell(orders.table.origins[row], .orderNumber))
                    })
        ]
    }

    private func isNear(_ own: OrderBook.Order, _ other: OrderBook.Order) -> Bool {
        guard let day = own.date, let otherDay = other.date else { return false }
        let apart = abs(Int(day.number) - Int(otherDay.number))
        return apart == 0 || own.rows.count >= OrderTwice.manyLines && apart <= OrderTwice.fewDays
    }

    private func content(_ order: OrderBook.Order) -> [Line: Int] {
        let table = examination.orders.table
        var lines: [Line: Int] = [:]
        for row in order.rows {
            let quantity = (try? examination.goods.quantity(table, row)) ?? nil
            let line = Line(
                product: examination.goods.product(.orders, row), quantity: quantity?.units ?? Table.absent,
                price: examination.goods.price(table, row)?.units ?? Table.absent)
            lines[line, default: 0] += 1
        }
        return lines
    }
}
