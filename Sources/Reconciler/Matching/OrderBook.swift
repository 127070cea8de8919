import Books

/// The month's orders, each counted once however often it was sent. Two customers' orders under one number are two.
struct OrderBook {
    /// One order: the version that counts.
    struct Order {
        let number: Symbol
        /// The rows of the version that counts.
        let rows: GroupedRows
        let customer: Symbol
        /// The channel it states, where that is known; else the customer file's.
        let channel: Symbol
        /// What it states as its channel and nobody knows; none where it states none or a known one.
        let unknownChannel: Symbol
        let date: Day?
        /// The latest day any of its lines is due.
        let deliveryDate: Day?
        let settlement: Symbol
        /// Whether every line of it that has a status says that it was cancelled.
        let isCancelled: Bool
    }

    /// The same number sent more than once.
    struct Resend {
        /// How the versions differ.
        enum Kind { case same, changed, otherCustomer, continued }
        let kind: Kind
        let number: Symbol
        /// The rows of the version that counts and of the others.
        let counted: GroupedRows, others: [GroupedRows]
        /// Why that version counts.
        let why: Phrase
    }

    private(set) var orders: [Order] = []
    private(set) var resends: [Resend] = []
    private var places: SymbolPlaces
    /// All orders under a number that several customers use.
    private var shared: [Symbol: [Int]] = [:]
    private let cancelled: Symbol?
    /// Remarks that call a line void, as far as the month has them.
    private let voidRemarks: Set<Symbol>
    private let channels: KnownChannels
    let table: Table

    init(_ month: Month, settings: Settings = Settings(), parties: Parties, goods: Goods) {
        channels = KnownChannels(month, settings: settings)
        table = month[.orders]
        places = SymbolPlaces(month)
        cancelled = month.texts.find("cancelled")
        voidRemarks = table.has(.remark) ? Set(OrderBook.voidWords.compactMap { month.texts.find($0) }) : []
        let versions = Versions(month, table: table, parties: parties, goods: goods)
        let numbers = Grouping(table.symbols(.orderNumber), tableSize: month.texts.count)
        orders.reserveCapacity(numbers.count)
        for place in 0..<numbers.count {
            let number = numbers.symbols[place]
            let (counted, again) = versions.choose(ordersOf: number, rows: numbers.rows(at: place))
            resends += again
            places[number] = orders.count
            if counted.count > 1 { shared[number] = counted.indices.map { orders.count + $0 } }
            for rows in counted { orders.append(order(number, month, rows: rows, parties: parties)) }
        }
    }

    /// The place of a number's order: where several customers use the number that of the one named, else that of the one
    /// whose name comes first.
    func place(of number: Symbol, for customer: Symbol) -> Int? {
        guard let first = places[number] else { return nil }
        return shared[number]?.first { orders[$0].customer == customer } ?? first
    }

    /// Whether any version that came of a number's orders was not cancelled.
    func isStanding(anyVersionOf number: Symbol) -> Bool {
        resends.contains { resend in
            resend.number == number
                && ([resend.counted] + resend.others).contains { !isCancelled($0) }
        }
    }

    /// Whether several customers use a number.
    func isShared(_ number: Symbol) -> Bool { shared[number] != nil }

    /// Whether a line of an order was cancelled: it says so itself, or says nothing in an order that was.
    func isCancelled(_ row: Int, of order: Order) -> Bool { order.isCancelled || saysCancelled(row) }

    /// Remarks that say nothing but that a line is void; a line that is void says so of itself alone.
    private static let voidWords = [
        "作废", "已作废", "此行作废", "本行作废", "原行作废", "原单作废", "旧行作废", "(作废)", "取消", "已取消", "此行取消", "void", "cancelled",
        "VOID", "Void", "Cancelled",
    ]

    private func saysCancelled(_ row: Int) -> Bool { hasCancelledStatus(row) || hasVoidRemark(row) }

    private func hasCancelledStatus(_ row: Int) -> Bool {
        cancelled != nil && table.symbol(.status, row) == cancelled
    }

    private func hasVoidRemark(_ row: Int) -> Bool {
        !voidRemarks.isEmpty && voidRemarks.contains(table.symbol(.remark, row))
    }

    /// Whether every line of a version that has a status says that it was cancelled, or every line says that it is void.
    func isCancelled(_ rows: GroupedRows) -> Bool {
        if rows.contains(where: { hasCancelledStatus($0) }),
            rows.allSatisfy({ saysCancelled($0) || table.symbol(.status, $0).isNone })
        {
            return true
        }
        return !voidRemarks.isEmpty && rows.allSatisfy { saysCancelled($0) }
    }

    private func order(_ number: Symbol, _ month: Month, rows: GroupedRows, parties: Parties) -> Order {
        /// What the rows say; where they say different things, the same one whatever their order.
        func said(_ field: Field, isBetter: (Symbol, Symbol) -> Bool) -> Symbol {
            var said = Symbol.none
            for row in rows {
                let own = table.symbol(field, row)
                if own == said || own.isNone { continue }
                if said.isNone || isBetter(own, said) { said = own }
            }
            return said
        }
        func isEarlier(_ left: Symbol, _ right: Symbol) -> Bool { month.rank(left) < month.rank(right) }
        // A name that is not on file is a slip of one that is.
        let customer = parties.name(
            said(.customer) { own, other in
                let isKnown = parties.record(own) != nil
                return isKnown == (parties.record(other) != nil) ? isEarlier(own, other) : isKnown
            })
        let channel = said(.channel, isBetter: isEarlier), isUnknown = !channel.isNone && !channels.has(channel)
        return Order(
            number: number, rows: rows, customer: customer,
            channel: channel.isNone || isUnknown ? parties.symbol(.channel, of: customer) : channel,
            unknownChannel: isUnknown ? channel : .none,
            date: rows.lazy.compactMap { table.day(.orderDate, $0) }.min(),
            deliveryDate: rows.compactMap { table.day(.deliveryDate, $0) }.max(),
            settlement: said(.settlement, isBetter: isEarlier),
            isCancelled: isCancelled(rows))
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

    /// The rows of each order under a number, nearly always one, and what was sent again.
    func choose(ordersOf number: Symbol, rows: GroupedRows) -> (counted: [GroupedRows], resends: [OrderBook.Resend]) {
        let byCustomer = split(rows)
        guard byCustomer.count > 1 else {
            let (counted, again) = choose(number: number, rows: byCustomer[0])
            return ([counted], again.map { [$0] } ?? [])
        }
        let why = Phrase("客户不同，视为两张订单，都计入", "the customers differ, so both are counted")
        var counted: [GroupedRows] = [], resends = [resend(.otherCustomer, number, byCustomer, counted: 0, why: why)]
        for rows in byCustomer {
            let (own, again) = choose(number: number, rows: rows)
            counted.append(own)
            if let again { resends.append(again) }
        }
        return (counted, resends)
    }

    /// The rows of each customer, by their names; a line that names no customer is of the one above it.
    private func split(_ rows: GroupedRows) -> [GroupedRows] {
        var order: [Symbol] = [], byCustomer: [Symbol: [Int]] = [:]
        var last = rows.first { !customer($0).isNone }.map { customer($0) } ?? .none
        if rows.allSatisfy({ customer($0) == last }) { return [rows] }
        for row in rows {
            let own = customer(row)
            if !own.isNone { last = own }
            if byCustomer[last] == nil { order.append(last) }
            byCustomer[last, default: []].append(row)
        }
        // Within one sheet a name that is not on file may be a slip of the other: then it is one order.
        let isOneSheet = Set(rows.map(version)).count == 1
        if isOneSheet, parties.hasFile, order.contains(where: { parties.record($0) == nil }) { return [rows] }
        return order.sorted { month.rank($0) < month.rank($1) }.map { GroupedRows(byCustomer[$0] ?? []) }
    }

    private func customer(_ row: Int) -> Symbol { parties.name(table.symbol(.customer, row)) }

    private func choose(number: Symbol, rows: GroupedRows) -> (counted: GroupedRows, resend: OrderBook.Resend?) {
        guard let first = rows.first else { return (rows, nil) }
        let home = version(of: first)
        if rows.allSatisfy({ version(of: $0) == home }) { return (rows, nil) }
        var byVersion: [Int64: [Int]] = [:]
        for row in rows { byVersion[version(of: row), default: []].append(row) }
        // Rows stand in the order of their files' content, so this order does not depend on names.
        let versions = byVersion.values.sorted { ($0.first ?? 0) < ($1.first ?? 0) }.map { GroupedRows($0) }
        let lines = versions.map(content)
        if lines.allSatisfy({ $0 == lines[0] }) {
            // An order is cancelled after it was given, whichever file is read first.
            if let cancelled = versions.firstIndex(where: isCancelled), !versions.allSatisfy(isCancelled) {
                let why = Phrase("以已取消的一份为准", "the cancelled one is counted")
                return (versions[cancelled], resend(.same, number, versions, counted: cancelled, why: why))
            }
            let counted = newest(versions)
            let why = Phrase("以订单日期较晚的一份为准", "the one with the later order date is counted")
            return (versions[counted], resend(.same, number, versions, counted: counted, why: why))
        }
        if isContinued(versions, lines) {
            let why = Phrase("商品不重复，合在一起计", "no product is in two of them, so all are counted")
            return (rows, resend(.continued, number, versions, counted: 0, why: why))
        }
        let (counted, why) = latest(versions)
        return (versions[counted], resend(.changed, number, versions, counted: counted, why: why))
    }

    /// Whether versions are the parts of one order: of one day, and no product in two of them. Where the same quantities
    /// stand for other products, one may be the other with its products put right.
    private func isContinued(_ versions: [GroupedRows], _ lines: [[Line]]) -> Bool {
        var products: Set<UInt32> = [], quantities: Set<[Int64]> = []
        for own in lines {
            let named = Set(own.map(\.product))
            guard products.isDisjoint(with: named), !named.contains(Symbol.none.index),
                quantities.insert(own.map(\.quantity).sorted()).inserted
            else { return false }
            products.formUnion(named)
        }
        let dates = versions.map { $0.compactMap { table.day(.orderDate, $0) }.max() }
        return Set(dates).count == 1 && !versions.contains(where: isCancelled)
    }

    private func resend(
        _ kind: OrderBook.Resend.Kind, _ number: Symbol, _ versions: [GroupedRows], counted: Int, why: Phrase
    ) -> OrderBook.Resend {
        var others = versions
        let chosen = others.remove(at: counted)
        return OrderBook.Resend(kind: kind, number: number, counted: chosen, others: others, why: why)
    }

    private func isCancelled(_ rows: GroupedRows) -> Bool {
        guard let cancelled = month.texts.find("cancelled") else { return false }
        return rows.allSatisfy { table.symbol(.status, $0) == cancelled }
    }

    /// What a version orders, whatever the order of its lines.
    private func content(_ rows: GroupedRows) -> [Line] {
        rows.map { row in
            Line(
                product: goods.product(.orders, row).index,
                quantity: (table.number(.quantity, row) ?? 0).multipliedReportingOverflow(
                    by: goods.factor(.orders, row)
                ).partialValue,
                price: goods.price(table, row)?.compared ?? Int64.min)
        }.sorted()
    }

    /// The version of the latest order date; of several the first.
    private func newest(_ versions: [GroupedRows]) -> Int {
        let dates = versions.map { $0.compactMap { table.day(.orderDate, $0) }.max()?.number ?? Int32.min }
        return dates.firstIndex(of: dates.max() ?? Int32.min) ?? 0
    }

    /// The version to count: the later order date, else the one with more lines, else the one further on.
    private func latest(_ versions: [GroupedRows]) -> (Int, Phrase) {
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
        // Which of them it is must not hang on how the files are called or what else stands in them.
        let contents = longest.map { versions[$0].map(words).sorted { $0.lexicographicallyPrecedes($1) } }
        let counted = longest.indices.max {
            contents[$0].lexicographicallyPrecedes(contents[$1]) { $0.lexicographicallyPrecedes($1) }
        }
        return (
            longest[counted ?? longest.count - 1],
            Phrase("日期和行数都相同，无法分辨新旧，请确认以哪份为准", "same date and length; please confirm which one is right")
        )
    }

    /// What a line orders, in numbers that are the same however the files came.
    private func words(_ row: Int) -> [Int64] {
        [
            Int64(month.rank(goods.product(.orders, row))), table.number(.quantity, row) ?? Table.absent,
            goods.price(table, row)?.compared ?? Table.absent, table.number(.amount, row) ?? Table.absent,
        ]
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
