import Books

/// The month's orders, each counted once however often it was sent.
struct OrderBook {
    /// One order: the version that counts.
    struct Order {
        let number: Symbol
        /// The rows of the version that counts.
        let rows: [Int]
        let customer: Symbol
        let channel: Symbol
        let date: Day?
        /// The latest day any of its lines is due.
        let deliveryDate: Day?
        let settlement: Symbol
    }

    /// The same number sent more than once.
    struct Resend {
        /// How the versions differ.
        enum Kind { case same, changed, otherCustomer }
        let kind: Kind
        let number: Symbol
        /// The rows of the version that counts and of the others.
        let counted: [Int], others: [[Int]]
        /// Why that version counts.
        let why: Phrase
    }

    private(set) var orders: [Order] = []
    private(set) var resends: [Resend] = []
    private var places: SymbolPlaces
    let table: Table

    init(_ month: Month, parties: Parties, goods: Goods) {
        table = month[.orders]
        places = SymbolPlaces(month)
        let versions = Versions(month, table: table, parties: parties, goods: goods)
        let numbers = Grouping(table.symbols(.orderNumber), tableSize: month.texts.count)
        orders.reserveCapacity(numbers.count)
        for place in 0..<numbers.count {
            let number = numbers.symbols[place]
            let (counted, resend) = versions.choose(number: number, rows: numbers.rows(at: place))
            if let resend { resends.append(resend) }
            places[number] = orders.count
            orders.append(order(number, rows: counted, parties: parties))
        }
    }

    /// The place of a number's order.
    func place(of number: Symbol) -> Int? { places[number] }

    private func order(_ number: Symbol, rows: [Int], parties: Parties) -> Order {
        func first(_ field: Field) -> Symbol {
            rows.lazy.map { table.symbol(field, $0) }.first { !$0.isNone } ?? .none
        }
        let customer = parties.name(first(.customer))
        let channel = first(.channel)
        return Order(
            number: number, rows: rows, customer: customer,
            channel: channel.isNone ? parties.symbol(.channel, of: customer) : channel,
            date: rows.lazy.compactMap { table.day(.orderDate, $0) }.first,
            deliveryDate: rows.compactMap { table.day(.deliveryDate, $0) }.max(),
            settlement: first(.settlement))
    }
}

/// Tells the versions of an order apart and says which one counts.
private struct Versions {
    let month: Month
    let table: Table
    let parties: Parties
    let goods: Goods
    /// Where a version stands, by region: one form, or all that one sheet's tables say of an order.
    private let homes: [Int64]

    init(_ month: Month, table: Table, parties: Parties, goods: Goods) {
        homes = month.regions.enumerated().map { $1.layout == .form ? Int64($0) : -1 - Int64($1.sheet) }
        self.month = month
        self.table = table
        self.parties = parties
        self.goods = goods
    }

    private func version(of row: Int) -> Int64 { homes[Int(table.origins[row].region)] }

    func choose(number: Symbol, rows: GroupedRows) -> (counted: [Int], resend: OrderBook.Resend?) {
        guard let first = rows.first else { return ([], nil) }
        let home = version(of: first)
        if rows.allSatisfy({ version(of: $0) == home }) { return (Array(rows), nil) }
        var byVersion: [Int64: [Int]] = [:]
        for row in rows { byVersion[version(of: row), default: []].append(row) }
        // Rows stand in the order of their files' content, so this order does not depend on names.
        let versions = byVersion.values.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
        let customers = Set(rows.map { parties.name(table.symbol(.customer, $0)) }.filter { !$0.isNone })
        if customers.count > 1 {
            let why = Phrase("客户不同，视为两张订单，都计入", "the customers differ, so both are counted")
            return (Array(rows), resend(.otherCustomer, number, versions, counted: 0, why: why))
        }
        let lines = versions.map(content)
        if lines.allSatisfy({ $0 == lines[0] }) {
            let why = Phrase("内容相同，只计一次", "the lines are the same, so one is counted")
            return (versions[0], resend(.same, number, versions, counted: 0, why: why))
        }
        let (counted, why) = latest(versions)
        return (versions[counted], resend(.changed, number, versions, counted: counted, why: why))
    }

    private func resend(
        _ kind: OrderBook.Resend.Kind, _ number: Symbol, _ versions: [[Int]], counted: Int, why: Phrase
    ) -> OrderBook.Resend {
        var others = versions
        let chosen = others.remove(at: counted)
        return OrderBook.Resend(kind: kind, number: number, counted: chosen, others: others, why: why)
    }

    /// What a version orders, whatever the order of its lines.
    private func content(_ rows: [Int]) -> [Line] {
        rows.map { row in
            Line(
                product: goods.product(.orders, row).index,
                quantity: (table.number(.quantity, row) ?? 0).multipliedReportingOverflow(
                    by: goods.factor(.orders, row)
                ).partialValue,
                price: goods.price(table, row)?.compared ?? Int64.min)
        }.sorted()
    }

    /// The version to count: the later order date, else the one with more lines, else the one further on.
    private func latest(_ versions: [[Int]]) -> (Int, Phrase) {
        let dates = versions.map { $0.compactMap { table.day(.orderDate, $0) }.max()?.number ?? Int32.min }
        let newest = dates.max() ?? Int32.min
        let candidates = versions.indices.filter { dates[$0] == newest }
        if candidates.count == 1 {
            return (candidates[0], Phrase("以订单日期较晚的一份为准", "the one with the later order date is counted"))
        }
        let most = candidates.map { versions[$0].count }.max() ?? 0
        let longest = candidates.filter { versions[$0].count == most }
        if longest.count == 1 {
            return (longest[0], Phrase("日期相同，以行数较多的一份为准", "same date; the one with more lines is counted"))
        }
        return (
            longest[longest.count - 1],
            Phrase("日期和行数都相同，无法分辨新旧，请确认以哪份为准", "same date and length; please confirm which one is right")
        )
    }

    private struct Line: Comparable {
        let product: UInt32
        let quantity: Int64
        let price: Int64
        static func < (left: Line, right: Line) -> Bool {
            (left.product, left.quantity, left.price) < (right.product, right.quantity, right.price)
        }
    }
}
