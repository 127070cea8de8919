import Books

/// What every view of a month is made from.
struct Names: Sendable {
    let month: Month
    let settings: Settings
    let parties: Parties
    let goods: Goods
    let orders: OrderBook
    let otherMonths: OtherMonths
}

/// Works views out, and says which are done.
struct Viewing: Sendable {
    let done: @Sendable (String) -> Void

    /// A view whose sums may not fit.
    func view<View>(_ name: String, _ work: () throws(Overflow) -> View) -> Result<View, Overflow> {
        let view = Result { () throws(Overflow) in try work() }
        done(name)
        return view
    }

    /// A view that nothing can be wrong with.
    func sure<View>(_ name: String, _ work: () -> View) -> View {
        let view = work()
        done(name)
        return view
    }
}

/// What was ordered, what left the warehouse for it, and what lies there.
struct GoodsSide: Sendable {
    let dispatch: Result<DispatchMatch, Overflow>
    let stock: Result<StockRoll, Overflow>
    let worded: Result<[WordedAmounts.Statement], Overflow>
    let series: Result<[NumberSeries], Overflow>

    init(_ names: Names, _ documents: Result<DocumentBook, Overflow>, _ viewing: Viewing) {
        let month = names.month, settings = names.settings, orders = names.orders, goods = names.goods
        dispatch = viewing.view("dispatch match") { () throws(Overflow) in
            try DispatchMatch(
                month, settings: settings, orders: orders, documents: documents.get(), goods: goods,
                otherMonths: names.otherMonths)
        }
        stock = viewing.view("stock roll") { () throws(Overflow) in
            try StockRoll(month, documents: documents.get(), goods: goods)
        }
        worded = viewing.view("amounts in words") { () throws(Overflow) in
            try WordedAmounts(month, orders: orders, parties: names.parties).statements
        }
        series = viewing.view("number series") { () throws(Overflow) in
            NumberSeries.find(month, try documents.get(), declared: settings.series)
        }
    }
}

/// What customers owe, what they paid, and what is booked of both.
struct MoneySide: Sendable {
    let receivables: Result<ReceivableMatch, Overflow>
    let receipts: Result<ReceiptAllocation, Overflow>
    let items: Result<[OpenItems.Item], Overflow>
    let credit: Result<CreditHistory, Overflow>
    let ledger: Result<LedgerMatch, Overflow>
    let stated: Result<StatedReceipts, Overflow>

    init(_ names: Names, _ documents: Result<DocumentBook, Overflow>, _ viewing: Viewing, _ workers: Workers) {
        let month = names.month, settings = names.settings, parties = names.parties
        let receivables = viewing.view("receivable match") { () throws(Overflow) in
            try ReceivableMatch(
                month, settings: settings, parties: parties, documents: documents.get(), otherMonths: names.otherMonths)
        }
        let receipts = viewing.view("receipt allocation") { () throws(Overflow) in
            try ReceiptAllocation(
                month, settings: settings, parties: parties, documents: documents.get(), match: receivables.get(),
                otherMonths: names.otherMonths)
        }
        let (owing, ledger) = workers.both {
            let items = viewing.view("open items") { () throws(Overflow) in
                try OpenItems(
                    month, parties: parties, documents: documents.get(), match: receivables.get(),
                    receipts: receipts.get()
                ).items
            }
            let credit = viewing.view("credit history") { () throws(Overflow) in
                try CreditHistory(
                    month, settings: settings, parties: parties, match: receivables.get(), receipts: receipts.get(),
                    items: items.get())
            }
            return (items: items, credit: credit)
        } _: {
            viewing.view("ledger match") { () throws(Overflow) in
                try LedgerMatch(
                    month, settings: settings, parties: parties, receivables: receivables.get(),
                    receipts: receipts.get())
            }
        }
        self.receivables = receivables
        self.receipts = receipts
        self.ledger = ledger
        items = owing.items
        credit = owing.credit
        stated = viewing.view("stated receipts") { () throws(Overflow) in
            try StatedReceipts(month, receivables.get(), receipts.get(), ledger)
        }
    }
}
