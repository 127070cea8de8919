import Books

/// A month as the rules look at it: who is who, what is what, and both sides of every tie, worked out once.
///
/// It never changes, so one object serves all who look; a copy of everything it holds would cost more than most rules.
final class Examination: Sendable {
    let month: Month
    let settings: Settings
    let parties: Parties
    let goods: Goods
    let orders: OrderBook
    let prices: PricePolicy
    let unread: UnreadValues
    let otherMonths: OtherMonths
    // A view whose sums do not fit is an error that only the rules that need it meet.
    private let documentResult: Result<DocumentBook, Overflow>
    private let goodsSide: GoodsSide
    private let moneySide: MoneySide

    /// Works everything out, at the same time where the workers can; `done` is told the name of each view as it is done.
    init(
        _ month: Month, settings: Settings, workers: Workers = .one,
        done: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        let viewing = Viewing(done: done)
        let (parties, goods) = workers.both {
            viewing.sure("parties") { Parties(month, aliases: settings.customerAliases) }
        } _: {
            viewing.sure("goods") { Goods(month, aliases: settings.productAliases) }
        }
        let (ordering, documents) = workers.both {
            (
                orders: viewing.sure("order book") {
                    OrderBook(month, settings: settings, parties: parties, goods: goods)
                },
                prices: viewing.sure("price policy") { PricePolicy(month, parties: parties, goods: goods) }
            )
        } _: {
            viewing.view("document book") { () throws(Overflow) in
                try DocumentBook(month, parties: parties, goods: goods)
            }
        }
        let names = Names(
            month: month, settings: settings, parties: parties, goods: goods, orders: ordering.orders,
            otherMonths: OtherMonths(month))
        (goodsSide, moneySide) = workers.both {
            GoodsSide(names, documents, viewing)
        } _: {
            MoneySide(names, documents, viewing, workers)
        }
        self.month = month
        self.settings = settings
        self.parties = parties
        self.goods = goods
        orders = ordering.orders
        prices = ordering.prices
        unread = UnreadValues(month)
        otherMonths = names.otherMonths
        documentResult = documents
    }

    /// The warehouse's documents.
    func documents() throws(Overflow) -> DocumentBook { try documentResult.get() }
    /// Orders held against dispatch.
    func dispatch() throws(Overflow) -> DispatchMatch { try goodsSide.dispatch.get() }
    /// The stock rolled forward and counted.
    func stock() throws(Overflow) -> StockRoll { try goodsSide.stock.get() }
    /// Deliveries held against receivables.
    func receivables() throws(Overflow) -> ReceivableMatch { try moneySide.receivables.get() }
    /// Receipts and what they paid for.
    func receipts() throws(Overflow) -> ReceiptAllocation { try moneySide.receipts.get() }
    /// What is still owed at the period's end.
    func openItems() throws(Overflow) -> [OpenItems.Item] { try moneySide.items.get() }
    /// What customers owed day by day.
    func credit() throws(Overflow) -> CreditHistory { try moneySide.credit.get() }
    /// The amounts in words on the orders.
    func wordedAmounts() throws(Overflow) -> [WordedAmounts.Statement] { try goodsSide.worded.get() }
    /// The runs of document numbers.
    func series() throws(Overflow) -> [NumberSeries] { try goodsSide.series.get() }
    /// What receivables call received, held against receipts.
    func statedReceipts() throws(Overflow) -> StatedReceipts { try moneySide.stated.get() }
    /// Receivables and receipts held against the ledger.
    func ledger() throws(Overflow) -> LedgerMatch { try moneySide.ledger.get() }
}

extension Examination {
    /// The key of an order line: its order and its product.
    func lineKey(_ row: Int) -> [KeyPart] {
        [
            KeyPart("orderNumber", month.text(orders.table.symbol(.orderNumber, row))),
            KeyPart("productCode", month.text(goods.product(.orders, row))),
        ]
    }

    /// The place of the order that a finding is about: by its number, and by its customer where several share the number.
    func order(of finding: Finding) -> Int? {
        let number = finding.key.first { $0.name == Field.orderNumber.rawValue }?.value
        let customer = finding.party.flatMap { month.texts.find($0) }
        return number.flatMap { month.texts.find($0) }.flatMap { orders.place(of: $0, for: customer ?? .none) }
    }

    /// Whether a finding is about an order that was cancelled: nobody need correct or approve that any more.
    ///
    /// Every rule about orders is held to it here. What left the warehouse all the same is a matter of dispatch.
    func isMoot(_ finding: Finding) -> Bool {
        guard let place = order(of: finding), orders.orders[place].isCancelled else { return false }
        // Where another version says that it holds, the two still have to be told apart.
        return !OrderConsequence.isAboutVersions(finding.code)
            || !orders.isStanding(anyVersionOf: orders.orders[place].number)
    }

    /// How many pieces the product of an order line has in a pack; 1 where nobody says.
    func packSize(_ row: Int) -> Int64 {
        let product = goods.product(.orders, row)
        return goods.record(product).flatMap { month[.products].number(.packSize, $0) } ?? 1
    }
}
