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
        var outcome: Outcome
        /// The product the order names that is not on file, where that is why the pair does not agree.
        var mistaken = Symbol.none
    }

    private(set) var pairs: [Pair] = []
    /// Issues that cite no order that is known.
    private(set) var withoutOrder: [Int] = []
    /// The documents of each order, by the order's place.
    private(set) var documents: [[Int]] = []

    init(_ month: Month, settings: Settings, orders: OrderBook, documents book: DocumentBook, goods: Goods)
        throws(Overflow)
    {
        let table = book.table
        documents = Array(repeating: [], count: orders.orders.count)
        for (place, document) in book.documents.enumerated() where !document.isVoided {
            guard let kind = document.kind, kind == .salesOut || kind == .salesReturn || kind == .reversal else {
                continue
            }
            if let order = orders.place(of: document.basis, for: document.customer) {
                documents[order].append(place)
            } else if kind == .salesOut {
                withoutOrder.append(place)
            }
        }
        let lines = Lines(orders, documents: documents, book, goods)
        pairs.reserveCapacity(lines.pairs.count)
        var first = 0
        for (place, pair) in lines.pairs.enumerated() {
            pairs.append(
                try DispatchMatch.pair(
                    month, settings, orders, book, goods, table, place: pair.order, product: pair.product,
                    orderRows: GroupedRows(base: lines.rows[pair.start..<pair.middle]),
                    dispatchRows: GroupedRows(base: lines.rows[pair.middle..<pair.end])))
            if place + 1 < lines.pairs.count, lines.pairs[place + 1].order == pair.order { continue }
            if month.has(.products) { explainMistakenProducts(from: first, goods) }
            first = pairs.count
        }
    }

    /// The rows of all pairs, one behind the other: for each order and product its order lines, then its dispatch lines.
    private struct Lines {
        var rows: [Int32] = []
        var pairs: [(order: Int, product: Symbol, start: Int, middle: Int, end: Int)] = []

        init(_ orders: OrderBook, documents: [[Int]], _ book: DocumentBook, _ goods: Goods) {
            rows.reserveCapacity(orders.table.count + book.table.count)
            var lines: [Line] = []
            for (place, order) in orders.orders.enumerated() {
                lines.removeAll(keepingCapacity: true)
                for row in order.rows {
                    lines.append(Line(product: goods.product(.orders, row), row: row, isOrder: true))
                }
                for document in documents[place] {
                    for row in book.documents[document].rows {
                        lines.append(Line(product: goods.product(.movements, row), row: row, isOrder: false))
                    }
                }
                lines.sort {
                    ($0.product.index, $0.isOrder ? 0 : 1, $0.row) < ($1.product.index, $1.isOrder ? 0 : 1, $1.row)
                }
                take(lines, order: place)
            }
        }

        private mutating func take(_ lines: [Line], order: Int) {
            var place = 0
            while place < lines.count {
                let product = lines[place].product, start = rows.count
                var middle = start
                while place < lines.count, lines[place].product == product {
                    rows.append(Int32(truncatingIfNeeded: lines[place].row))
                    if lines[place].isOrder { middle = rows.count }
                    place += 1
                }
                pairs.append((order, product, start, middle, rows.count))
            }
        }
    }

    /// Where an order names a product that is not on file and as much of another one left for it, the wrong name is the cause
    /// of both: `order.product-unknown` says it, and nothing is missing or over.
    private mutating func explainMistakenProducts(from first: Int, _ goods: Goods) {
        func isShort(_ outcome: Outcome) -> Bool { outcome == .missing || outcome == .notDue }
        for place in pairs.indices[first...]
        where isShort(pairs[place].outcome) && goods.record(pairs[place].product) == nil {
            let sent = pairs.indices[first...].filter {
                pairs[$0].outcome == .over && pairs[$0].ordered == nil && pairs[$0].dispatched == pairs[place].ordered
            }
            guard sent.count == 1, let other = sent.first else { continue }
            pairs[place].outcome = .explained
            pairs[other].outcome = .explained
            for both in [place, other] { pairs[both].mistaken = pairs[place].product }
        }
    }

    /// The pair of an order's place and a product: pairs stand in the order of both.
    func pair(order: Int, product: Symbol) -> Pair? {
        var low = 0, high = pairs.count
        while low < high {
            let middle = (low + high) / 2
            if (pairs[middle].order, pairs[middle].product.index) < (order, product.index) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < pairs.count && pairs[low].order == order && pairs[low].product == product ? pairs[low] : nil
    }

    private struct Line {
        let product: Symbol
        let row: Int
        let isOrder: Bool
    }

    private static func pair(
        _ month: Month, _ settings: Settings, _ orders: OrderBook, _ book: DocumentBook, _ goods: Goods,
        _ table: Table, place: Int, product: Symbol, orderRows: GroupedRows, dispatchRows: GroupedRows
    ) throws(Overflow) -> Pair {
        var ordered: Quantity?, inTime: Quantity?, later: Quantity?
        let order = orders.orders[place]
        var isCancelled = !orderRows.isEmpty
        for row in orderRows where !orders.isCancelled(row, of: order) {
            isCancelled = false
            if let quantity = try goods.quantity(orders.table, row) { ordered = try (ordered ?? .zero) + quantity }
        }
        if isCancelled { ordered = .zero }
        let end = month.period.lastDay
        for row in dispatchRows {
            guard let quantity = try goods.quantity(table, row) else { continue }
            let out = book.kind(row) == .salesOut ? quantity : quantity.magnitude.negated
            if let day = table.day(.date, row), day > end {
                later = try (later ?? .zero) + out
            } else {
                inTime = try (inTime ?? .zero) + out
            }
        }
        // Nothing left, or all of it came back: nobody waits for what was cancelled.
        let outcome =
            isCancelled && (inTime ?? .zero) == .zero
            ? .cancelled
            : try judge(
                ordered: ordered, inTime: inTime, later: later, isDue: order.deliveryDate.map { $0 <= end } ?? true,
                repeated: try repeatedQuantity(orders, order, orderRows, goods), settings: settings)
        return Pair(
            order: place, product: product, orderRows: orderRows, dispatchRows: dispatchRows,
            ordered: ordered, dispatched: inTime, outcome: outcome)
    }

    private static func judge(
        ordered: Quantity?, inTime: Quantity?, later: Quantity?, isDue: Bool, repeated: Quantity, settings: Settings
    ) throws(Overflow) -> Outcome {
        let wanted = ordered ?? .zero, shipped = inTime ?? .zero
        if wanted == shipped { return .agrees }
        let difference = try shipped - wanted
        if inTime != nil, settings.tolerates(shipped, expected: wanted) { return .tolerated }
        if difference < .zero {
            if let later, try shipped + later >= wanted { return .nextPeriod }
            if inTime == nil { return later != nil ? .nextPeriod : isDue ? .missing : .notDue }
            // A line keyed twice is its own finding; goods shipped once for it are right.
            if repeated > .zero, difference.magnitude == repeated { return .explained }
            return isDue ? .short : .notDue
        }
        return .over
    }

    /// What identical lines of one order repeat.
    private static func repeatedQuantity(
        _ orders: OrderBook, _ order: OrderBook.Order, _ rows: GroupedRows, _ goods: Goods
    )
        throws(Overflow) -> Quantity
    {
        var repeated = Quantity.zero
        if rows.count < 2 { return repeated }
        var seen: Set<LineContent> = []
        for row in rows where !orders.isCancelled(row, of: order) {
            if seen.insert(LineContent(orders.table, row)).inserted { continue }
            if let quantity = try goods.quantity(orders.table, row) { repeated = try repeated + quantity }
        }
        return repeated
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
