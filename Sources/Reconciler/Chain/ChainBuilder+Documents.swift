import Books

/// Ordered, shipped and stocked, straight from the records.
extension ChainBuilder {
    /// Whether a document is a sale, a return or a reversal that counts.
    func isSale(_ document: DocumentBook.Document) -> Bool { document.changesWhatIsOwed }

    /// Whose an order is: its customer, else that of its first document that names one.
    func customer(ofOrder place: Int) -> Symbol {
        let order = examination.orders.orders[place]
        if !order.customer.isNone { return order.customer }
        return documents.places(ofOrder: order.number).lazy.map { documentCustomers[$0] }.first { !$0.isNone }
            ?? .none
    }

    mutating func takeOrders() throws(Overflow) {
        let inQuantity = quantity.place(of: .ordered), inMoney = money.place(of: .ordered)
        let orders = examination.orders.orders, goods = goods
        for (place, order) in orders.enumerated() {
            var sum: Int64 = 0
            for row in order.rows {
                let worth = lines.ordered[row]
                let line = products.place(of: goods.product(.orders, row))
                try quantity.add(line, inQuantity, worth.quantity)
                try money.add(line, inMoney, worth.money)
                sum = try checked(sum, plus: worth.money)
            }
            try add(.ordered, customer: customer(ofOrder: place), sum)
        }
    }

    mutating func takeDocuments() throws(Overflow) {
        let table = documents.table, goods = goods
        for (place, document) in documents.documents.enumerated() where document.isOfSales {
            // A void keeps the lines that are not marked from being shipped, though the stock may have moved by them.
            let isSale = isSale(document), customer = documentCustomers[place]
            var sums = (shipped: Int64(0), stocked: Int64(0))
            for row in document.rows {
                let worth = lines.sold[row], isShipped = isSale && lines.isInTime(row)
                let obstacle = stockObstacle(table, row)
                if !isShipped && obstacle != nil { continue }
                let line = products.place(of: goods.product(.movements, row))
                if isShipped {
                    try take(.shipped, line, worth)
                    sums.shipped = try checked(sums.shipped, plus: worth.money)
                }
                if obstacle == nil {
                    try take(.stocked, line, worth)
                    try shelf.add(line, shelf.place(of: .stocked), worth.quantity)
                    sums.stocked = try checked(sums.stocked, plus: worth.money)
                }
                if isShipped != (obstacle == nil) {
                    try explainStock(
                        line, customer, .named(obstacle ?? .voided), worth, isStocked: obstacle == nil)
                }
            }
            try add(.shipped, customer: customer, sums.shipped)
            try add(.stocked, customer: customer, sums.stocked)
        }
    }

    private mutating func take(_ stage: ChainStage, _ line: Int, _ worth: ChainLines.Worth) throws(Overflow) {
        try quantity.add(line, quantity.place(of: stage), worth.quantity)
        try money.add(line, money.place(of: stage), worth.money)
    }

    /// What was shipped and moved no stock, or moved stock and was not shipped.
    private mutating func explainStock(
        _ line: Int, _ customer: Symbol, _ cause: ChainCause, _ worth: ChainLines.Worth, isStocked: Bool
    ) throws(Overflow) {
        let sign: Int64 = isStocked ? 1 : -1
        try quantity.explain(line, quantity.step(to: .stocked), cause, sign * worth.quantity)
        for (stage, sign) in [(ChainStage.stocked, sign), (.owed, -sign)] where money.place(of: .stocked) != nil {
            // What moved no stock is owed all the same, so the next step takes it back.
            try money.explain(line, money.step(to: stage), cause, sign * worth.money)
            try explain(stage, customer: customer, cause, sign * worth.money)
        }
    }

    /// Why the roll-forward of the period does not move stock by a record; `nil` when it does.
    private func stockObstacle(_ table: Table, _ row: Int) -> ChainClass? {
        if table.flag(.voided, row) { return .voided }
        if let day = table.day(.date, row) {
            if day < month.period.firstDay { return .carried }
            if day > month.period.lastDay { return .nextPeriod }
        }
        switch documents.kind(row) {
        case .salesOut, .salesReturn, .reversal: break
        default: return .notStocked
        }
        if services.contains(line: row) { return .service }
        if table.quantity(.quantity, row) == nil || table.symbol(.warehouse, row).isNone { return .notStocked }
        return nil
    }
}
