import Books

/// What customers have paid for orders that want cash before the goods leave.
struct OrderPayments {
    /// An order on cash terms that is still open.
    struct Order {
        let place: Int
        let customer: Symbol
        let amount: Amount?
    }

    private var paid: [Int: Amount] = [:]
    /// Money of a customer that no document was named for.
    private var onAccount: [Symbol: Amount] = [:]
    /// Customers whose money without a document covers all their open cash orders, however it is divided.
    private var covered: Set<Symbol> = []
    private let hasReceipts: Bool

    init(_ examination: Examination, orders: [Order]) {
        hasReceipts = examination.month.has(.receipts)
        guard hasReceipts, !orders.isEmpty, let allocation = try? examination.receipts() else { return }
        let table = examination.month[.receipts],
            amounts = Dictionary(
                orders.map { ($0.place, $0.amount) }, uniquingKeysWith: { first, _ in first })
        let offset = examination.month.texts.find("offset")
        for receipt in allocation.receipts {
            // An expense offset counts as payment once it is approved.
            let isOffset = offset != nil && table.symbol(.method, receipt.row) == offset
            if isOffset, table.has(.approvedBy),
                !Signature.isGiven(table.symbol(.approvedBy, receipt.row), examination.month)
            {
                continue
            }
            let cited = table.symbol(.appliesTo, receipt.row)
            if cited.isNone {
                onAccount[receipt.customer] = sum(onAccount[receipt.customer], receipt.unapplied)
                continue
            }
            let places = OrderPayments.orders(examination, citedAs: cited, by: receipt.customer)
            if places.count == 1, let only = places.first {
                paid[only] = sum(paid[only], receipt.amount)
            } else if places.count > 1 {
                // One sum for several orders is divided only where it is exactly theirs.
                let own = places.compactMap { place in amounts[place].flatMap { $0 }.map { (place, $0) } }
                let total = own.reduce(Int128(0)) { $0 + Int128($1.1.units) }
                if own.count == places.count, total == Int128(receipt.amount.units) {
                    for (place, amount) in own { paid[place] = sum(paid[place], amount) }
                }
            }
        }
        settle(orders)
    }

    private mutating func settle(_ orders: [Order]) {
        var wanted: [Symbol: Int128] = [:], unknown: Set<Symbol> = []
        for order in orders {
            guard let amount = order.amount else {
                unknown.insert(order.customer)
                continue
            }
            let open = Int128(amount.units) - Int128(paid[order.place]?.units ?? 0)
            if open > 0 { wanted[order.customer, default: 0] += open }
        }
        for (customer, money) in onAccount where !unknown.contains(customer) {
            if Int128(money.units) >= wanted[customer] ?? 0 { covered.insert(customer) }
        }
    }

    private func sum(_ amount: Amount?, _ more: Amount) -> Amount {
        Amount(units: Int64(clamping: Int128(amount?.units ?? 0) + Int128(more.units)))
    }

    /// The orders that a receipt's citation means.
    private static func orders(_ examination: Examination, citedAs cited: Symbol, by customer: Symbol) -> Set<Int> {
        let numbers = Parties.split(examination.month.text(cited))
        if numbers.count == 1 { return order(examination, citedAs: cited, by: customer).map { [$0] } ?? [] }
        let symbols = numbers.compactMap { examination.month.texts.find($0) }
        return Set(symbols.compactMap { order(examination, citedAs: $0, by: customer) })
    }

    /// The order that a number means: its own, or that of a document made from it.
    private static func order(_ examination: Examination, citedAs symbol: Symbol, by customer: Symbol) -> Int? {
        if let own = examination.orders.place(of: symbol, for: customer) { return own }
        guard let document = try? examination.documents().document(symbol) else { return nil }
        return examination.orders.place(of: document.order, for: customer)
    }

    /// What keeps a cash order waiting; `nil` for one that is paid.
    func hold(_ order: Order) -> OrderHold? {
        guard let amount = order.amount else {
            return OrderHold(
                code: "cash-unpaid", state: .awaitingPayment,
                reason: Phrase("现款订单，金额还不能确定", "cash terms, and the amount is not certain yet"),
                release: Phrase("补齐单价或金额后收款", "Complete prices or amounts, then collect"))
        }
        let already = paid[order.place] ?? .zero
        guard let open = try? amount - already, open > .zero, !covered.contains(order.customer) else { return nil }
        guard hasReceipts else {
            return OrderHold(
                code: "cash-unpaid", state: .awaitingPayment,
                reason: Phrase("现款订单，没有回款表可查", "cash terms, and no receipts to look in"),
                release: Phrase("收到现款 \(open)", "Collect \(open)"), toPay: open)
        }
        let waiting = onAccount[order.customer] ?? .zero
        let hint =
            waiting > .zero
            ? Phrase("；该客户另有未核销回款 \(waiting)", "; the customer has \(waiting) on account") : Phrase("", "")
        return OrderHold(
            code: "cash-unpaid", state: .awaitingPayment,
            reason: Phrase("现款订单 \(amount)，已收 \(already)", "cash terms: \(already) of \(amount) received"),
            release: Phrase("收到现款 \(open)\(hint.chinese)", "Collect \(open)\(hint.english)"), toPay: open)
    }
}
