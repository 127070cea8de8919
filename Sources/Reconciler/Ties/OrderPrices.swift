import Books

/// What an order says that a product costs, and which prices of its documents are right.
///
/// A document may carry the price before the order's discount or after it. Where it carries that before and says what the
/// line comes to, the discount has to be in there, unless the order was not allowed to give it.
struct OrderPrices {
    /// As written, for one base unit.
    let listed: [UnitPrice]
    /// What is to be paid for one: less the discount, unless the price is already that after it.
    let net: [UnitPrice]
    private let isDiscountAllowed: Bool
    private let goods: Goods
    private let book: DocumentBook

    /// Whether each line of a pair's documents plainly has a price of its order, which gives no discount on it: of nearly all
    /// pairs there is nothing else to say.
    static func plainlyAgree(_ examination: Examination, _ pair: DispatchMatch.Pair, _ book: DocumentBook) -> Bool {
        let orders = examination.orders.table
        return pair.orderRows.allSatisfy { orders.rate(.discount, $0) == nil }
            && pair.dispatchRows.allSatisfy { row in
                guard let price = examination.goods.price(book.table, row) else { return true }
                return pair.orderRows.contains {
                    examination.goods.price(orders, $0).map(price.agrees(with:)) ?? false
                }
            }
    }

    /// `nil` where the order has no price for the product.
    init?(_ examination: Examination, _ pair: DispatchMatch.Pair, _ book: DocumentBook) throws(Overflow) {
        let orders = examination.orders.table, order = examination.orders.orders[pair.order]
        goods = examination.goods
        self.book = book
        var listed: [UnitPrice] = [], net: [UnitPrice] = []
        for row in pair.orderRows {
            guard let price = goods.price(orders, row) else { continue }
            listed.append(price)
            guard let discount = orders.rate(.discount, row) else {
                net.append(price)
                continue
            }
            net.append(price.share(try LineAmount(orders, row)?.paid ?? discount) ?? price)
        }
        if listed.isEmpty { return nil }
        self.listed = listed
        self.net = net
        isDiscountAllowed = pair.orderRows.allSatisfy { row in
            guard let paid = orders.rate(.discount, row), let least = examination.leastPaid(order, row)?.share else {
                return true
            }
            return paid >= least
        }
    }

    /// Whether a line of a sales document, or of a return, has a price that is not the order's.
    func isWrong(_ row: Int) -> Bool {
        let kind = book.kind(row)
        guard kind == .salesOut || kind == .salesReturn, let price = goods.price(book.table, row) else { return false }
        if price.agreesWithAny(of: net) { return false }
        return !price.agreesWithAny(of: listed) || isDiscountAllowed && forgetsDiscount(row)
    }

    /// Whether a line comes to its price before the discount, where the discount makes a difference.
    private func forgetsDiscount(_ row: Int) -> Bool {
        guard let stated = book.table.amount(.amount, row), let price = book.table.price(.unitPrice, row),
            let quantity = book.table.quantity(.quantity, row), let full = try? price.times(quantity)
        else { return false }
        return !stated.isZero && stated.magnitude == full.magnitude
    }
}
