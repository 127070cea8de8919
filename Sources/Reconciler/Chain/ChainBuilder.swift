import Books

/// Works the chain out: what each stage says straight from the records, and what explains the steps from the matches
/// and their findings. The two meet only in the proof, so that what no finding covers is seen.
struct ChainBuilder {
    let examination: Examination
    let findings: FindingPlaces
    let documents: DocumentBook
    let match: ReceivableMatch
    let allocation: ReceiptAllocation
    let services: ServiceLines
    var products: ChainKeys
    var customers: ChainKeys
    var quantity: ChainAccount
    var shelf: ChainAccount
    var money: ChainAccount
    var parties: ChainAccount
    let lines: ChainLines
    /// For each receivable pair what is owed, product by product.
    var owedSpreads = ChainSpreads()
    /// For each receipt number what was paid, product by product.
    var paidSpreads: [Symbol: ChainSpread] = [:]
    /// The receivable pair that a receipt number paid as it is owed, and nothing else.
    var paidWhole: SymbolPlaces
    /// The finding of each number that is a gap in its series: what is owed under it is said there.
    var gaps: [Symbol: ChainCause] = [:]
    /// Whose each document is: its own customer, else its receivable's, else its order's.
    var documentCustomers: [Symbol] = []

    var month: Month { examination.month }
    var goods: Goods { examination.goods }

    init(_ examination: Examination, findings: [Finding]) throws(Overflow) {
        self.examination = examination
        self.findings = FindingPlaces(findings, examination.month)
        documents = try examination.documents()
        match = try examination.receivables()
        allocation = try examination.receipts()
        services = try examination.stock().services
        let plan = ChainPlan(month: examination.month, hasAccount: try !examination.ledger().accountRows.isEmpty)
        products = ChainKeys(examination.month)
        customers = ChainKeys(examination.month)
        quantity = plan.account(.productQuantity)
        shelf = plan.account(.productStock)
        money = plan.account(.productAmount)
        parties = plan.account(.customerAmount)
        lines = try ChainLines(examination, documents)
        paidWhole = SymbolPlaces(examination.month)
        documentCustomers = whoseDocuments()
        gaps = try gapFindings()
    }

    /// The chain of a month; `nil` where its sums do not fit, which the rules have said already.
    static func chain(_ examination: Examination, findings: [Finding]) -> Chain? {
        try? build(examination, findings)
    }

    private static func build(_ examination: Examination, _ findings: [Finding]) throws(Overflow) -> Chain {
        var builder = try ChainBuilder(examination, findings: findings)
        try builder.takeOrders()
        try builder.takeDocuments()
        try builder.explainDispatch()
        try builder.takeStock()
        try builder.takeReceivables()
        try builder.takeReceipts()
        try builder.takeLedger()
        let month = examination.month
        return Chain(proofs: [
            try builder.quantity.proof(builder.products, month), try builder.shelf.proof(builder.products, month),
            try builder.money.proof(builder.products, month), try builder.parties.proof(builder.customers, month),
        ])
    }

    private func whoseDocuments() -> [Symbol] {
        let orders = examination.orders
        var owing = [Symbol](repeating: .none, count: documents.documents.count)
        for pair in match.pairs {
            for document in pair.documents where owing[document].isNone { owing[document] = pair.customer }
        }
        return documents.documents.indices.map { place in
            let document = documents.documents[place]
            if !document.customer.isNone { return document.customer }
            if !owing[place].isNone { return owing[place] }
            return orders.place(of: document.order, for: .none).map { orders.orders[$0].customer } ?? .none
        }
    }

    // MARK: Texts and places

    func text(_ symbol: Symbol) -> String { month.text(symbol) }

    /// The remaining fen go to products with equal remainders in the order of their texts.
    func resized(_ spread: ChainSpread, to total: Int64) throws(Overflow) -> ChainSpread {
        let month = month
        return try spread.resized(to: total) { month.rank($0) < month.rank($1) }
    }

    /// Adds what a stage says of a sum's products.
    mutating func add(_ stage: ChainStage, _ spread: ChainSpread) throws(Overflow) {
        let column = money.place(of: stage)
        for (product, units) in zip(spread.keys, spread.units) {
            try money.add(products.place(of: product), column, units)
        }
    }

    /// Adds what a stage says of what a receivable pair owes.
    mutating func add(_ stage: ChainStage, owedOf pair: Int) throws(Overflow) {
        let column = money.place(of: stage), spreads = owedSpreads
        try spreads.each(pair) { product, units throws(Overflow) in
            try money.add(products.place(of: product), column, units)
        }
    }

    /// Adds what a stage says of a customer.
    mutating func add(_ stage: ChainStage, customer: Symbol, _ units: Int64) throws(Overflow) {
        try parties.add(customers.place(of: customer), parties.place(of: stage), units)
    }

    /// Explains a step for a customer.
    mutating func explain(
        _ stage: ChainStage, customer: Symbol, _ cause: ChainCause, _ units: Int64
    ) throws(Overflow) {
        try parties.explain(customers.place(of: customer), parties.step(to: stage), cause, units)
    }

    /// Explains a step by several causes, one after the other, dividing each over the products of `base`; the last may
    /// leave something that nothing explains.
    ///
    /// - Returns: What the causes come to.
    mutating func explain(
        _ stage: ChainStage, from base: ChainSpread, to end: ChainSpread, _ causes: [(ChainCause, Int64)],
        customer: Symbol
    ) throws(Overflow) {
        let step = money.step(to: stage)
        let aim = try end.sum()
        var total = try base.sum(), last = base
        for (place, cause) in causes.enumerated() where cause.1 != 0 {
            total = try checked(total, plus: cause.1)
            // The last cause ends where the stage does, so that no fen is lost between two divisions.
            let isLast = place == causes.count - 1 && total == aim
            let next = isLast ? end : try resized(base, to: total)
            for (product, units) in zip(next.keys, next.units) {
                let before = last.keys.firstIndex(of: product).map { last.units[$0] } ?? 0
                try money.explain(products.place(of: product), step, cause.0, try checked(units, minus: before))
            }
            for (product, units) in zip(last.keys, last.units) where !next.keys.contains(product) {
                try money.explain(products.place(of: product), step, cause.0, 0 - units)
            }
            last = next
            try explain(stage, customer: customer, cause.0, cause.1)
        }
    }
}
