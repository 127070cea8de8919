import Books

/// Orders held against what left the warehouse for them: one pair an order and product.
struct DispatchMatch {
    /// How a pair ended.
    enum Outcome { case agrees, tolerated, missing, notDue, nextPeriod, short, over, explained, cancelled }

    /// One order and product.
    struct Pair {
        let order: Int
        let product: Symbol
        let orderRows: GroupedRows
        let dispatchRows: GroupedRows
        /// Base units; `nil` where the side is absent.
        let ordered: Quantity?, dispatched: Quantity?
        let outcome: Outcome
        /// The product the order names that is not on file, where that is why the pair does not agree.
        let mistaken: Symbol
    }

    /// Every pair, by order and product.
    private(set) var pairs = DispatchPairs()
    /// Issues that cite no order that is known.
    private(set) var withoutOrder: [Int] = []
    private let book: DocumentBook
    private let orders: OrderBook

    init(
        _ month: Month, settings: Settings, orders: OrderBook, documents book: DocumentBook, goods: Goods,
        otherMonths: OtherMonths
    ) throws(Overflow) {
        self.book = book
        self.orders = orders
        for (place, document) in book.documents.enumerated()
        where document.kind == .salesOut && !document.isVoided
            && orders.place(of: document.basis, for: document.customer) == nil
            && !otherMonths.contain(document.rows, of: book.table)
        {
            if try book.replacesReturn(document, goods) { continue }
            withoutOrder.append(place)
        }
        pairs.reserve(orders.table.count, rows: orders.table.count + book.table.count)
        let judge = DispatchJudge(month: month, settings: settings, orders: orders, book: book, goods: goods)
        var lines: [DispatchLine] = []
        for place in orders.orders.indices {
            lines.removeAll(keepingCapacity: true)
            for row in orders.orders[place].rows {
                lines.append(DispatchLine(goods.product(.orders, row), row: row, isOrder: true))
            }
            eachDocument(ofOrder: place) { document in
                for row in document.rows {
                    lines.append(DispatchLine(goods.product(.movements, row), row: row, isOrder: false))
                }
            }
            lines.sort()
            try pairs.take(lines, order: place, judge)
        }
        pairs.finish()
    }

    /// Visits the sales documents made for an order.
    func eachDocument(ofOrder place: Int, _ visit: (DocumentBook.Document) -> Void) {
        let number = orders.orders[place].number, isShared = orders.isShared(number)
        for document in book.places(ofOrder: number) where book.documents[document].changesWhatIsOwed {
            let customer = book.documents[document].customer
            if isShared, orders.place(of: number, for: customer) != place { continue }
            visit(book.documents[document])
        }
    }

    /// The sales documents made for an order of which something is so.
    func documents(
        ofOrder place: Int, where isWanted: (DocumentBook.Document) -> Bool
    ) -> [DocumentBook.Document] {
        var found: [DocumentBook.Document] = []
        eachDocument(ofOrder: place) { if isWanted($0) { found.append($0) } }
        return found
    }

    /// The pair of an order's place and a product: pairs stand in the order of both.
    func pair(order: Int, product: Symbol) -> Pair? {
        let place = pairs.indices.firstPlace {
            (pairs.order(at: $0), pairs.product(at: $0).index) < (order, product.index)
        }
        guard place < pairs.count, pairs.order(at: place) == order, pairs.product(at: place) == product else {
            return nil
        }
        return pairs[place]
    }
}

/// Everything that is written on an order line besides its product: two lines with the same are one line twice.
struct LineContent: Hashable {
    private let quantity: Int64, unitPrice: Int64, amount: Int64, deliveryDate: Int64, discount: Int64
    private let unit: Symbol, batch: Symbol, remark: Symbol

    init(_ table: Table, _ row: Int) {
        quantity = table.number(.quantity, row) ?? Table.absent
        unitPrice = table.number(.unitPrice, row) ?? Table.absent
        amount = table.number(.amount, row) ?? Table.absent
        deliveryDate = table.number(.deliveryDate, row) ?? Table.absent
        discount = table.number(.discount, row) ?? Table.absent
        unit = table.symbol(.unit, row)
        batch = table.symbol(.batch, row)
        remark = table.symbol(.remark, row)
    }
}
