import Books

/// Ordered, shipped and stocked, straight from the records.
extension ChainBuilder {
    /// What a record of an order or a sale moves and is worth: base units in millionths, and fen where it has a price
    /// or an amount.
    struct Worth {
        var quantity: Int64 = 0
        var money: Int64 = 0
        /// Whether it says what it costs.
        var isPriced = true
    }

    /// What an order line orders.
    func ordered(_ row: Int, of order: OrderBook.Order) throws(Overflow) -> Worth {
        let table = examination.orders.table
        if examination.orders.isCancelled(row, of: order) { return Worth() }
        let worth = try DocumentBook.worth(table, row)
        return Worth(
            quantity: try goods.quantity(table, row)?.units ?? 0, money: worth?.units ?? 0, isPriced: worth != nil)
    }

    /// What a sales document's line takes out; returns and reversals are negative, with or without their minus.
    func shipped(_ document: DocumentBook.Document, _ row: Int) throws(Overflow) -> Worth {
        let table = documents.table
        let quantity = try goods.quantity(table, row) ?? .zero
        let worth = try DocumentBook.worth(table, row)
        let out = documents.kind(row) == .salesOut ? quantity : quantity.magnitude.negated
        let money = document.kind?.direction == 1 ? worth?.magnitude.negated : worth
        return Worth(quantity: out.units, money: money?.units ?? 0, isPriced: worth != nil)
    }

    /// Whether a document is a sale, a return or a reversal that counts.
    func isSale(_ document: DocumentBook.Document) -> Bool { document.changesWhatIsOwed }

    /// Whether a record is dated up to the period's end.
    func isInTime(_ row: Int) -> Bool { documents.table.day(.date, row).map { $0 <= month.period.lastDay } ?? true }

    /// Whose an order is: its customer, else that of its first document that names one.
    func customer(ofOrder place: Int) -> Symbol {
        let order = examination.orders.orders[place]
        if !order.customer.isNone { return order.customer }
        return documents.places(withBasis: order.number).lazy.map { documentCustomers[$0] }.first { !$0.isNone }
            ?? .none
    }

    mutating func takeOrders() throws(Overflow) {
        let inQuantity = quantity.place(of: .ordered), inMoney = money.place(of: .ordered)
        for (place, order) in examination.orders.orders.enumerated() {
            var sum: Int64 = 0
            for row in order.rows {
                let worth = try ordered(row, of: order)
                let line = products.place(of: goods.product(.orders, row))
                try quantity.add(line, inQuantity, worth.quantity)
                try money.add(line, inMoney, worth.money)
                sum = try checked(sum, plus: worth.money)
            }
            try add(.ordered, customer: customer(ofOrder: place), sum)
        }
    }

    mutating func takeDocuments() throws(Overflow) {
        for (place, document) in documents.documents.enumerated() {
            // A void keeps the lines that are not marked from being shipped, though the stock may have moved by them.
            let kind = document.kind
            guard kind == .salesOut || kind == .salesReturn || kind == .reversal else { continue }
            for row in document.rows { try takeDocument(document, row, customer: documentCustomers[place]) }
        }
    }

    private mutating func takeDocument(
        _ document: DocumentBook.Document, _ row: Int, customer: Symbol
    ) throws(Overflow) {
        let isShipped = isSale(document) && isInTime(row)
        let obstacle = stockObstacle(row)
        let isStocked = obstacle == nil
        if !isShipped && !isStocked { return }
        let worth = try shipped(document, row)
        let line = products.place(of: goods.product(.movements, row))
        for (stage, isThere) in [(ChainStage.shipped, isShipped), (.stocked, isStocked)] where isThere {
            try quantity.add(line, quantity.place(of: stage), worth.quantity)
            try money.add(line, money.place(of: stage), worth.money)
            try add(stage, customer: customer, worth.money)
        }
        if isStocked { try shelf.add(line, shelf.place(of: .stocked), worth.quantity) }
        if isShipped == isStocked { return }
        let cause = ChainCause.named(obstacle ?? .voided)
        let sign: Int64 = isStocked ? 1 : -1
        try quantity.explain(line, quantity.step(to: .stocked), cause, sign * worth.quantity)
        for (stage, sign) in [(ChainStage.stocked, sign), (.owed, -sign)] where money.place(of: .stocked) != nil {
            // What moved no stock is owed all the same, so the next step takes it back.
            try money.explain(line, money.step(to: stage), cause, sign * worth.money)
            try explain(stage, customer: customer, cause, sign * worth.money)
        }
    }

    /// Why the roll-forward of the period does not move stock by a record; `nil` when it does.
    private func stockObstacle(_ row: Int) -> ChainClass? {
        let table = documents.table
        if table.flag(.voided, row) { return .voided }
        if let day = table.day(.date, row) {
            if day < month.period.firstDay { return .carried }
            if day > month.period.lastDay { return .nextPeriod }
        }
        switch documents.kind(row) {
        case .salesOut, .salesReturn, .reversal: break
        default: return .notStocked
        }
        if table.quantity(.quantity, row) == nil || table.symbol(.warehouse, row).isNone { return .notStocked }
        return nil
    }
}
