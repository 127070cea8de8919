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
    // A view whose sums do not fit is an error that only the rules that need it meet.
    private let documentResult: Result<DocumentBook, Overflow>
    private let dispatchResult: Result<DispatchMatch, Overflow>
    private let stockResult: Result<StockRoll, Overflow>
    private let receivableResult: Result<ReceivableMatch, Overflow>
    private let receiptResult: Result<ReceiptAllocation, Overflow>
    private let ledgerResult: Result<LedgerMatch, Overflow>
    private let openItemResult: Result<OpenItems, Overflow>
    private let creditResult: Result<CreditHistory, Overflow>
    private let wordedResult: Result<[WordedAmounts.Statement], Overflow>
    private let seriesResult: Result<[NumberSeries], Overflow>

    /// Works everything out; `done` is told the name of each view as it is done.
    init(_ month: Month, settings: Settings, done: (String) -> Void = { _ in }) {
        self.month = month
        self.settings = settings
        let parties = Parties(month, aliases: settings.customerAliases)
        done("parties")
        let goods = Goods(month, aliases: settings.productAliases)
        done("goods")
        let orders = OrderBook(month, parties: parties, goods: goods)
        done("order book")
        let documents = Result { () throws(Overflow) in try DocumentBook(month, parties: parties) }
        done("document book")
        let receivables = Result { () throws(Overflow) in
            try ReceivableMatch(month, settings: settings, parties: parties, documents: documents.get())
        }
        done("receivable match")
        let receipts = Result { () throws(Overflow) in
            try ReceiptAllocation(
                month, settings: settings, parties: parties, documents: documents.get(), match: receivables.get())
        }
        done("receipt allocation")
        self.parties = parties
        self.goods = goods
        self.orders = orders
        prices = PricePolicy(month, parties: parties, goods: goods)
        done("price policy")
        documentResult = documents
        dispatchResult = Result { () throws(Overflow) in
            try DispatchMatch(month, settings: settings, orders: orders, documents: documents.get(), goods: goods)
        }
        done("dispatch match")
        stockResult = Result { () throws(Overflow) in try StockRoll(month, documents: documents.get(), goods: goods) }
        done("stock roll")
        receivableResult = receivables
        receiptResult = receipts
        openItemResult = Result { () throws(Overflow) in
            try OpenItems(
                month, parties: parties, documents: documents.get(), match: receivables.get(), receipts: receipts.get())
        }
        done("open items")
        let openItems = openItemResult
        creditResult = Result { () throws(Overflow) in
            try CreditHistory(
                month, settings: settings, parties: parties, match: receivables.get(), receipts: receipts.get(),
                items: openItems.get().items)
        }
        done("credit history")
        wordedResult = Result { () throws(Overflow) in
            try WordedAmounts(month, orders: orders, parties: parties).statements
        }
        done("amounts in words")
        seriesResult = Result { () throws(Overflow) in
            NumberSeries.find(month, try documents.get(), declared: settings.series)
        }
        done("number series")
        ledgerResult = Result { () throws(Overflow) in
            try LedgerMatch(
                month, settings: settings, parties: parties, receivables: receivables.get(), receipts: receipts.get())
        }
        done("ledger match")
    }

    /// The warehouse's documents.
    func documents() throws(Overflow) -> DocumentBook { try documentResult.get() }
    /// Orders held against dispatch.
    func dispatch() throws(Overflow) -> DispatchMatch { try dispatchResult.get() }
    /// The stock rolled forward and counted.
    func stock() throws(Overflow) -> StockRoll { try stockResult.get() }
    /// Deliveries held against receivables.
    func receivables() throws(Overflow) -> ReceivableMatch { try receivableResult.get() }
    /// Receipts and what they paid for.
    func receipts() throws(Overflow) -> ReceiptAllocation { try receiptResult.get() }
    /// What is still owed at the period's end.
    func openItems() throws(Overflow) -> [OpenItems.Item] { try openItemResult.get().items }
    /// What customers owed day by day.
    func credit() throws(Overflow) -> CreditHistory { try creditResult.get() }
    /// The amounts in words on the orders.
    func wordedAmounts() throws(Overflow) -> [WordedAmounts.Statement] { try wordedResult.get() }
    /// The runs of document numbers.
    func series() throws(Overflow) -> [NumberSeries] { try seriesResult.get() }
    /// Receivables and receipts held against the ledger.
    func ledger() throws(Overflow) -> LedgerMatch { try ledgerResult.get() }
}

extension Examination {
    /// The key of an order line: its order and its product.
    func lineKey(_ row: Int) -> [KeyPart] {
        [
            KeyPart("orderNumber", month.text(orders.table.symbol(.orderNumber, row))),
            KeyPart("productCode", month.text(goods.product(.orders, row))),
        ]
    }

    /// How many pieces the product of an order line has in a pack; 1 where nobody says.
    func packSize(_ row: Int) -> Int64 {
        let product = goods.product(.orders, row)
        return goods.record(product).flatMap { month[.products].number(.packSize, $0) } ?? 1
    }
}
