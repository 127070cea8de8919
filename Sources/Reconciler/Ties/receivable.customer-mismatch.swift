import Books

extension Rule {
    static let receivableCustomerMismatch = Rule(
        "receivable.customer-mismatch", .difference, owner: .finance, tie: .dispatchReceivable,
        title: Phrase("应收客户与出库不符", "Receivable under another customer"),
        meaning: Phrase(
            "同一单号，应收记在别的客户名下。别名、简称、公司后缀不算不符。应收就是订单的客户、只有出库单写了别人的，只报「出库客户与订单不符」。",
            "The same document is owed by another customer. Aliases and suffixes make no difference. Where the order's customer owes it and only the document names another, dispatch.customer-mismatch says so."
        ),
        books: [.movements, .receivables], columns: [RequiredColumn(.movements, .customer)]
    ) { examination, findings throws(Overflow) in
        let table = examination.month[.receivables], book = try examination.documents()
        let month = examination.month
        for pair in try examination.receivables().pairs where pair.outcome != .withoutDispatch && !pair.rows.isEmpty {
            let named = pair.documents.lazy.map { book.documents[$0] }.filter { !$0.customer.isNone }
            guard let any = named.first else { continue }
            func owing(_ row: Int) -> Symbol { examination.parties.name(table.symbol(.customer, row)) }
            // Nearly always both sides name one customer, the same one.
            if named.count == 1, pair.rows.allSatisfy({ owing($0).isNone || owing($0) == any.customer }) { continue }
            let delivered = Set(named.map(\.customer)), owed = Set(pair.rows.map(owing)).subtracting([.none])
            if owed.isEmpty || delivered == owed { continue }
            func first(_ names: Set<Symbol>) -> Symbol? { names.min { month.rank($0) < month.rank($1) } }
            // Whom only one side names; where the other names both, any of those is expected.
            guard let other = first(owed.subtracting(delivered)) ?? first(owed),
                let customer = first(delivered.subtracting(owed)) ?? first(delivered.subtracting([other])),
                let row = pair.rows.first(where: { owing($0) == other }),
                let document = named.first(where: { $0.customer == customer })
            else { continue }
            if owed == [other], examination.customerOrdered(document) == other { continue }
            findings.add(
                key: [findings.part(.documentNumber, pair.number)], party: document.customer,
                expected: .text(month.text(document.customer)), actual: .text(month.text(other)), amount: pair.owed,
                sources: [
                    findings.source(book.table, document.rows[0], .customer), findings.source(table, row, .customer),
                ],
                "出库单客户是「\(month.text(document.customer))」，应收记在「\(month.text(other))」名下。",
                "The document is “\(month.text(document.customer))”'s, the receivable “\(month.text(other))”'s.")
        }
    }
}

extension Examination {
    /// The customer of the order that a document was made from, where it is on file; `nil` where no order says.
    func customerOrdered(_ document: DocumentBook.Document) -> Symbol? {
        guard month.has(.orders), document.changesWhatIsOwed,
            let place = orders.place(of: document.basis, for: document.customer)
        else { return nil }
        let order = orders.orders[place]
        return order.customer.isNone || isUnknown(order) ? nil : order.customer
    }
}
