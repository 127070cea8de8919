import Books

/// A line of an order, or of a document made for it.
struct DispatchLine: Comparable {
    /// The product's place, whether it left the warehouse, and the row, so that sorting is of plain numbers.
    private let number: UInt64

    init(_ product: Symbol, row: Int, isOrder: Bool) {
        number = UInt64(product.index) << 32 | (isOrder ? 0 : 1 << 31) | UInt64(truncatingIfNeeded: row) & 0x7FFF_FFFF
    }

    var product: Symbol { Symbol(index: UInt32(truncatingIfNeeded: number >> 32)) }
    var isOrder: Bool { number & 1 << 31 == 0 }
    var row: Int { Int(number & 0x7FFF_FFFF) }

    static func < (left: DispatchLine, right: DispatchLine) -> Bool { left.number < right.number }
}

/// Every pair of an order and a product, as columns of as little as they need: a month has a million of them.
struct DispatchPairs: RandomAccessCollection, Sendable {
    private var orders: [Int32] = []
    private var products: [Symbol] = []
    private var outcomes: [DispatchMatch.Outcome] = []
    /// Millionths; `Table.absent` where the side is absent.
    private var ordered = Column(), dispatched = Column()
    /// The product that is the cause of a pair's outcome, by the pair's place.
    private var mistaken: [Int: Symbol] = [:]
    /// The rows of all pairs, one behind the other: of each its order lines and, behind them, its dispatch lines.
    private var rows: [Int32] = []
    /// Where among the rows those of each end, and how many of them are dispatch lines.
    private var ends: [Int32] = [], dispatchLines = Column()
    /// The pairs that do not agree, ascending.
    private(set) var differing: [Int] = []

    var startIndex: Int { 0 }
    var endIndex: Int { orders.count }

    subscript(place: Int) -> DispatchMatch.Pair {
        let start = place == 0 ? 0 : ends[place - 1], end = ends[place]
        let middle = end - Int32(truncatingIfNeeded: dispatchLines[place])
        return DispatchMatch.Pair(
            order: order(at: place), product: product(at: place), orderRows: GroupedRows(rows, start..<middle),
            dispatchRows: GroupedRows(rows, middle..<end),
            ordered: DispatchPairs.quantity(ordered[place]), dispatched: DispatchPairs.quantity(dispatched[place]),
            outcome: outcomes[place], mistaken: mistaken[place] ?? .none)
    }

    /// The order and the product that a pair is of, without looking at its rows.
    func order(at place: Int) -> Int { Int(orders[place]) }
    func product(at place: Int) -> Symbol { products[place] }

    /// All pairs of the order that the pair at a place is of.
    func ofOrder(at place: Int) -> Slice<DispatchPairs> {
        var first = place, last = place
        while first > 0, orders[first - 1] == orders[place] { first -= 1 }
        while last + 1 < orders.count, orders[last + 1] == orders[place] { last += 1 }
        return self[first..<last + 1]
    }

    /// How a pair ended, without looking at its rows.
    func outcome(at place: Int) -> DispatchMatch.Outcome { outcomes[place] }

    private static func quantity(_ units: Int64) -> Quantity? {
        units == Table.absent ? nil : Quantity(units: units)
    }

    mutating func reserve(_ pairs: Int, rows count: Int) {
        orders.reserveCapacity(pairs)
        products.reserveCapacity(pairs)
        outcomes.reserveCapacity(pairs)
        ends.reserveCapacity(pairs)
        rows.reserveCapacity(count)
    }

    /// Takes an order's lines, sorted.
    mutating func take(_ lines: [DispatchLine], order: Int, _ judge: DispatchJudge) throws(Overflow) {
        let first = count
        var place = 0
        while place < lines.count {
            let start = place, product = lines[start].product
            var middle = start
            while place < lines.count, lines[place].product == product {
                if lines[place].isOrder { middle = place + 1 }
                rows.append(Int32(truncatingIfNeeded: lines[place].row))
                place += 1
            }
            let verdict = try judge.verdict(order, lines[start..<middle], lines[middle..<place])
            if verdict.outcome != .agrees { differing.append(count) }
            orders.append(Int32(truncatingIfNeeded: order))
            products.append(product)
            outcomes.append(verdict.outcome)
            ordered.append(verdict.ordered?.units ?? Table.absent)
            dispatched.append(verdict.dispatched?.units ?? Table.absent)
            dispatchLines.append(Int64(place - middle))
            ends.append(Int32(truncatingIfNeeded: rows.count))
        }
        if judge.knowsProducts { explainMistakenProducts(from: first, judge.goods) }
    }

    /// Where an order names a product that is not on file and as much of another one left for it, the wrong name is the cause
    /// of both: `order.product-unknown` says it, and nothing is missing or over.
    private mutating func explainMistakenProducts(from first: Int, _ goods: Goods) {
        guard let last = differing.last, last >= first else { return }
        func isShort(_ outcome: DispatchMatch.Outcome) -> Bool { outcome == .missing || outcome == .notDue }
        for place in first..<count where isShort(outcomes[place]) && goods.record(product(at: place)) == nil {
            let sent = (first..<count).filter {
                outcomes[$0] == .over && ordered[$0] == Table.absent && dispatched[$0] == ordered[place]
            }
            guard sent.count == 1, let other = sent.first else { continue }
            for both in [place, other] {
                outcomes[both] = .explained
                mistaken[both] = product(at: place)
            }
        }
    }

    /// Lets go of what only taking needs.
    mutating func finish() {
        ordered.finish()
        dispatched.finish()
        dispatchLines.finish()
    }
}

/// Says how what left compares with what was ordered.
struct DispatchJudge {
    let month: Month
    let settings: Settings
    let orders: OrderBook
    let book: DocumentBook
    let goods: Goods
    /// Whether there is a file of products to know them by.
    let knowsProducts: Bool
    private let lastDay: Day

    init(month: Month, settings: Settings, orders: OrderBook, book: DocumentBook, goods: Goods) {
        self.month = month
        self.settings = settings
        self.orders = orders
        self.book = book
        self.goods = goods
        knowsProducts = month.has(.products)
        lastDay = month.period.lastDay
    }

    /// What of a product was ordered, what left in time, and how the two compare.
    func verdict(
        _ order: Int, _ orderLines: ArraySlice<DispatchLine>, _ dispatchLines: ArraySlice<DispatchLine>
    ) throws(Overflow) -> (ordered: Quantity?, dispatched: Quantity?, outcome: DispatchMatch.Outcome) {
        var ordered: Quantity?, inTime: Quantity?, later: Quantity?
        let own = orders.orders[order]
        var isCancelled = !orderLines.isEmpty
        for line in orderLines where !orders.isCancelled(line.row, of: own) {
            isCancelled = false
            if let quantity = try goods.quantity(orders.table, line.row) {
                ordered = try (ordered ?? .zero) + quantity
            }
        }
        if isCancelled { ordered = .zero }
        for line in dispatchLines {
            guard let quantity = try goods.quantity(book.table, line.row) else { continue }
            let out = book.kind(line.row) == .salesOut ? quantity : quantity.magnitude.negated
            if let day = book.table.day(.date, line.row), day > lastDay {
                later = try (later ?? .zero) + out
            } else {
                inTime = try (inTime ?? .zero) + out
            }
        }
        // Nothing left, or all of it came back: nobody waits for what was cancelled.
        if isCancelled && (inTime ?? .zero) == .zero { return (ordered, inTime, .cancelled) }
        return (ordered, inTime, try judge(own, ordered: ordered, inTime: inTime, later: later, orderLines: orderLines))
    }

    private func judge(
        _ order: OrderBook.Order, ordered: Quantity?, inTime: Quantity?, later: Quantity?,
        orderLines: ArraySlice<DispatchLine>
    ) throws(Overflow) -> DispatchMatch.Outcome {
        let wanted = ordered ?? .zero, shipped = inTime ?? .zero
        if wanted == shipped { return .agrees }
        let isDue = order.deliveryDate.map { $0 <= lastDay } ?? true
        let difference = try shipped - wanted
        if inTime != nil, settings.tolerates(shipped, expected: wanted) { return .tolerated }
        if difference < .zero {
            if let later, try shipped + later >= wanted { return .nextPeriod }
            if inTime == nil { return later != nil ? .nextPeriod : isDue ? .missing : .notDue }
            // A line keyed twice is its own finding; goods shipped once for it are right.
            let repeated = try repeatedQuantity(order, orderLines)
            if repeated > .zero, difference.magnitude == repeated { return .explained }
            return isDue ? .short : .notDue
        }
        return .over
    }

    /// What identical lines of one order repeat.
    private func repeatedQuantity(
        _ order: OrderBook.Order, _ lines: ArraySlice<DispatchLine>
    ) throws(Overflow) -> Quantity {
        var repeated = Quantity.zero
        if lines.count < 2 { return repeated }
        var seen: Set<LineContent> = []
        for line in lines where !orders.isCancelled(line.row, of: order) {
            if seen.insert(LineContent(orders.table, line.row)).inserted { continue }
            if let quantity = try goods.quantity(orders.table, line.row) { repeated = try repeated + quantity }
        }
        return repeated
    }
}
