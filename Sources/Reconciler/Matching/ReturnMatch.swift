import Books

/// Returns held against the deliveries that they cite: whose they are, what was on them, how much of it, and at what price.
struct ReturnMatch {
    /// A return, or a line of one, that does not fit.
    struct Misfit {
        enum Kind {
            /// The delivery is another customer's.
            case customer(Symbol)
            /// The delivery does not have the product.
            case product
            /// More came back than the delivery has.
            case quantity(delivered: Quantity, returned: Quantity)
            case price(sold: UnitPrice, returned: UnitPrice)
        }

        let kind: Kind
        /// The return and its line, and the lines of the delivery it is held against.
        let document: Int, row: Int, delivered: [Int]
        let product: Symbol
    }

    private(set) var misfits: [Misfit] = []
    private let examination: Examination
    private let book: DocumentBook
    /// What came back so far of a delivery's product.
    private var returned: [Key: Quantity] = [:]

    private struct Key: Hashable {
        let delivery: Int
        let product: Symbol
    }

    init(_ examination: Examination) throws(Overflow) {
        self.examination = examination
        book = try examination.documents()
        let month = examination.month
        var returns = book.documents.indices.filter { place in
            let document = book.documents[place]
            return document.kind == .salesReturn && !document.isVoided && !document.basis.isNone
                && document.date.map { $0 <= month.period.lastDay } ?? true
                && !examination.otherMonths.contain(document.rows, of: book.table)
        }
        // The later one is the one too many, whatever the order of files.
        returns.sort { left, right in
            let (one, other) = (book.documents[left], book.documents[right])
            return (one.date?.number ?? 0, month.rank(one.number)) < (other.date?.number ?? 0, month.rank(other.number))
        }
        for place in returns { try take(place) }
    }

    private mutating func take(_ place: Int) throws(Overflow) {
        let document = book.documents[place]
        let cited = book.places(of: document.basis).filter {
            book.documents[$0].kind == .salesOut && !book.documents[$0].isVoided
        }
        guard let first = cited.first, let line = document.rows.first else { return }
        let own = cited.filter { !isAnother(book.documents[$0].customer, document.customer) }
        if own.isEmpty {
            let delivered = Array(book.documents[first].rows)
            misfits.append(
                Misfit(
                    kind: .customer(book.documents[first].customer), document: place, row: line, delivered: delivered,
                    product: .none))
            return
        }
        let delivered = own.flatMap { Array(book.documents[$0].rows) }
        for row in document.rows { try take(row, of: place, own.first ?? first, delivered) }
    }

    private mutating func take(_ row: Int, of place: Int, _ delivery: Int, _ delivered: [Int]) throws(Overflow) {
        let goods = examination.goods, product = goods.product(.movements, row)
        let same = delivered.filter { goods.product(.movements, $0) == product }
        func misfit(_ kind: Misfit.Kind) {
            misfits.append(Misfit(kind: kind, document: place, row: row, delivered: same, product: product))
        }
        if same.isEmpty { return misfit(.product) }
        guard let back = try goods.quantity(book.table, row)?.magnitude else { return }
        var sold = Quantity.zero
        for row in same { sold = try sold + (goods.quantity(book.table, row) ?? .zero) }
        let key = Key(delivery: delivery, product: product)
        let before = returned[key] ?? .zero, all = try before + back
        returned[key] = all
        // What is too much already is not said again of the next line.
        if all > sold, before <= sold { return misfit(.quantity(delivered: sold, returned: all)) }
        guard let price = goods.price(book.table, row), price > .zero else { return }
        let prices = same.compactMap { goods.price(book.table, $0) }
        guard let first = prices.min(), !price.agreesWithAny(of: prices) else { return }
        for row in same where try isWorth(row, at: price) { return }
        misfit(.price(sold: first, returned: price))
    }

    /// Whether a line comes to its quantity at a price, to the fen of its rounding.
    private func isWorth(_ row: Int, at price: UnitPrice) throws(Overflow) -> Bool {
        guard let amount = book.table.amount(.amount, row),
            let quantity = try examination.goods.quantity(book.table, row)
        else { return false }
        let off = try (price.times(quantity) - amount).magnitude.units
        return off <= 1 + quantity.magnitude.units / 100_000_000
    }

    /// Whether two names are two customers for certain.
    private func isAnother(_ sold: Symbol, _ returning: Symbol) -> Bool {
        if sold == returning || sold.isNone || returning.isNone { return false }
        let parties = examination.parties, month = examination.month
        if parties.hasFile { return parties.record(sold) != nil && parties.record(returning) != nil }
        let (one, other) = (month.text(sold), month.text(returning))
        return !one.contains(other) && !other.contains(one)
    }
}

extension DocumentBook {
    /// Whether an issue cites a return and sends again just what came back with it: goods that were exchanged.
    func replacesReturn(_ document: Document, _ goods: Goods) throws(Overflow) -> Bool {
        guard document.kind == .salesOut, !document.basis.isNone else { return false }
        let returns = places(of: document.basis).filter {
            documents[$0].kind == .salesReturn && !documents[$0].isVoided && documents[$0].customer == document.customer
        }
        if returns.isEmpty { return false }
        let back = try quantities(returns.flatMap { Array(documents[$0].rows) }, goods)
        return try quantities(Array(document.rows), goods) == back
    }

    /// How much of each product some lines have.
    private func quantities(_ rows: [Int], _ goods: Goods) throws(Overflow) -> [Symbol: Quantity] {
        var quantities: [Symbol: Quantity] = [:]
        for row in rows {
            let product = goods.product(.movements, row)
            quantities[product] = try (quantities[product] ?? .zero) + (goods.quantity(table, row)?.magnitude ?? .zero)
        }
        return quantities
    }
}
