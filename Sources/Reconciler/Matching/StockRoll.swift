import Books

/// The stock of each product in each warehouse: rolled forward from the opening, held against the book and the count.
struct StockRoll {
    /// One line a warehouse, product and batch, ordered by their texts.
    var lines: [StockLine] = []
    /// The records each line was made of, in the same order.
    var records: [Records] = []
    /// Warehouses that hold book stock and of which nothing was counted.
    private(set) var uncountedWarehouses: Set<Symbol> = []

    /// The records behind a line.
    struct Records {
        var opening: [Int] = [], movements: [Int] = [], stock: [Int] = [], counts: [Int] = [], afterCount: [Int] = []
    }

    private struct Key: Hashable {
        let warehouse: Symbol, product: Symbol, batch: Symbol

        func hash(into hasher: inout Hasher) {
            hasher.combine(UInt64(warehouse.index) << 32 | UInt64(product.index) ^ UInt64(batch.index) << 16)
        }
    }

    private var places: [Key: Int] = [:]
    /// The last line of each product.
    private var newest: SymbolPlaces
    /// What tells the lines of a product apart, packed closely: a month looks at them a million times.
    private var homes: [Home] = []

    private struct Home {
        let warehouse: Symbol, batch: Symbol
        /// The line before this one of the same product; −1 where it is the first.
        let before: Int32
    }
    private let keepsBatches: Bool
    private let goods: Goods
    /// What left or came between the period's end and a count of a later day, by line.
    var movedBeforeCount: [Int: (rows: [Int], quantity: Quantity)] = [:]
    /// What stands on documents and moves no stock.
    let services: ServiceLines

    init(_ month: Month, documents: DocumentBook, goods: Goods) throws(Overflow) {
        self.goods = goods
        services = ServiceLines(month, goods: goods)
        newest = SymbolPlaces(month)
        // Batches tell lines apart only where both the book and the count speak of them.
        keepsBatches = month[.stock].has(.batch) && month[.counts].has(.batch) && !month[.movements].has(.warehouse)
        try takeOpening(month[.opening])
        try takeStock(month[.stock])
        try takeCounts(month[.counts])
        try takeMovements(month, documents)
        try judge(month)
        sort(month)
    }

    // MARK: Gathering

    /// So many of a product's lines are looked through one by one.
    private static let nearby = 8

    private mutating func place(_ table: Table, _ row: Int, warehouse: Field = .warehouse) -> Int {
        let key = Key(
            warehouse: table.symbol(warehouse, row), product: goods.product(table.kind, row),
            batch: keepsBatches ? table.symbol(.batch, row) : .none)
        // A product lies in a few places: these are found without hashing.
        let newest = newest[key.product] ?? -1
        var last = newest
        for _ in 0..<StockRoll.nearby where last >= 0 {
            let home = homes[last]
            if home.warehouse == key.warehouse, home.batch == key.batch { return last }
            last = Int(home.before)
        }
        if last >= 0, let place = places[key] { return place }
        var line = StockLine(warehouse: key.warehouse, product: key.product)
        line.batch = key.batch
        line.name = goods.symbol(.productName, of: key.product)
        line.spec = goods.symbol(.spec, of: key.product)
        line.unit = goods.symbol(.unit, of: key.product)
        places[key] = lines.count
        homes.append(
            Home(warehouse: key.warehouse, batch: key.batch, before: Int32(truncatingIfNeeded: newest)))
        self.newest[key.product] = lines.count
        lines.append(line)
        records.append(Records())
        return lines.count - 1
    }

    /// The line of a record, where there is one.
    func known(_ table: Table, _ row: Int, warehouse: Field) -> Int? {
        places[
            Key(
                warehouse: table.symbol(warehouse, row), product: goods.product(table.kind, row),
                batch: keepsBatches ? table.symbol(.batch, row) : .none)]
    }

    private mutating func describe(_ place: Int, _ table: Table, _ row: Int) {
        if lines[place].name.isNone { lines[place].name = table.symbol(.productName, row) }
        if lines[place].spec.isNone { lines[place].spec = table.symbol(.spec, row) }
        if lines[place].unit.isNone, goods.factor(table.kind, row) == 1 {
            lines[place].unit = table.symbol(.unit, row)
        }
        if lines[place].unitCost == nil { lines[place].unitCost = goods.price(table, row, .unitCost) }
    }

    private mutating func takeOpening(_ table: Table) throws(Overflow) {
        for row in table.rows {
            let place = place(table, row)
            records[place].opening.append(row)
            describe(place, table, row)
            if let quantity = try goods.quantity(table, row) {
                lines[place].opening = try (lines[place].opening ?? .zero) + quantity
            }
        }
    }

    private mutating func takeStock(_ table: Table) throws(Overflow) {
        for row in table.rows {
            let place = place(table, row)
            records[place].stock.append(row)
            if let cost = goods.price(table, row, .unitCost) { lines[place].unitCost = cost }
            describe(place, table, row)
            lines[place].bookOrigin = lines[place].bookOrigin ?? table.origins[row]
            if let quantity = try goods.quantity(table, row) {
                lines[place].book = try (lines[place].book ?? .zero) + quantity
            }
        }
    }

    private mutating func takeCounts(_ table: Table) throws(Overflow) {
        for row in table.rows {
            let counted = try goods.quantity(table, row, .countedQuantity)
            let recounted = try goods.quantity(table, row, .recountQuantity)
            if counted == nil, recounted == nil { continue }
            let place = place(table, row)
            // The same product on several shelves is counted once a shelf; the counts add up.
            let isFurther = lines[place].countOrigin != nil
            records[place].counts.append(row)
            describe(place, table, row)
            lines[place].countOrigin = lines[place].countOrigin ?? table.origins[row]
            let before = lines[place].final ?? .zero
            lines[place].final = try before + (recounted ?? counted ?? .zero)
            if let counted { lines[place].counted = try (lines[place].counted ?? .zero) + counted }
            if recounted != nil || lines[place].recounted != nil {
                let earlier = lines[place].recounted ?? (isFurther ? before : .zero)
                lines[place].recounted = try earlier + (recounted ?? counted ?? .zero)
            }
            fill(place, table, row)
        }
    }

    private mutating func fill(_ place: Int, _ table: Table, _ row: Int) {
        if lines[place].location.isNone { lines[place].location = table.symbol(.location, row) }
        if lines[place].reason.isNone { lines[place].reason = table.symbol(.reason, row) }
        if lines[place].countedBy.isNone { lines[place].countedBy = table.symbol(.countedBy, row) }
        if lines[place].recountedBy.isNone { lines[place].recountedBy = table.symbol(.recountedBy, row) }
        if let day = table.day(.countedAt, row) { lines[place].countedAt = max(day, lines[place].countedAt ?? day) }
    }

    private mutating func takeMovements(_ month: Month, _ documents: DocumentBook) throws(Overflow) {
        let table = documents.table
        let first = month.period.firstDay, last = month.period.lastDay
        let isCountedLater = lines.contains { $0.countedAt.map { $0 > last } ?? false }
        for row in table.rows where !table.flag(.voided, row) {
            guard let kind = documents.kind(row), let quantity = try goods.quantity(table, row) else { continue }
            if services.contains(line: row) { continue }
            let day = table.day(.date, row)
            if let day, day > last {
                if isCountedLater { try takeLater(row, table, day, kind, quantity) }
                continue
            }
            if let day, day < first { continue }
            switch kind {
            case .transfer:
                try move(row, table, day, quantity.magnitude, out: true, transfer: true, warehouse: .warehouse)
                try move(row, table, day, quantity.magnitude, out: false, transfer: true, warehouse: .toWarehouse)
            case .adjustment:
                try move(
                    row, table, day, quantity.magnitude, out: quantity < .zero, transfer: false, warehouse: .warehouse)
            default:
                // A red document is written with or without its minus; which way it goes is its kind's business.
                let size = kind == .reversal || kind == .salesReturn ? quantity.magnitude : quantity
                try move(row, table, day, size, out: kind.direction < 0, transfer: false, warehouse: .warehouse)
            }
        }
    }

    private mutating func move(
        _ row: Int, _ table: Table, _ day: Day?, _ quantity: Quantity, out: Bool, transfer: Bool, warehouse: Field
    ) throws(Overflow) {
        if table.symbol(warehouse, row).isNone { return }
        let place = place(table, row, warehouse: warehouse)
        records[place].movements.append(row)
        switch (out, transfer) {
        case (true, true): lines[place].transferredOut = try lines[place].transferredOut + quantity
        case (false, true): lines[place].transferredIn = try lines[place].transferredIn + quantity
        case (true, false): lines[place].issued = try lines[place].issued + quantity
        case (false, false): lines[place].received = try lines[place].received + quantity
        }
        if let day, let counted = lines[place].countedAt, day > counted {
            records[place].afterCount.append(row)
            lines[place].movedAfterCount = try lines[place].movedAfterCount + (out ? quantity.negated : quantity)
        }
    }

    // MARK: Judging

    private mutating func judge(_ month: Month) throws(Overflow) {
        let hasOpening = month.has(.opening), hasStock = month.has(.stock)
        var counted: Set<Symbol> = []
        for place in lines.indices {
            if hasOpening {
                let moved =
                    try lines[place].received - lines[place].issued + lines[place].transferredIn
                    - lines[place].transferredOut
                lines[place].expected = try (lines[place].opening ?? .zero) + moved
            }
            if lines[place].final != nil { counted.insert(lines[place].warehouse) }
            if lines[place].unitCost == nil { lines[place].unitCost = goods.standardCost(of: lines[place].product) }
            guard let final = lines[place].final,
                let book = hasStock ? lines[place].book : lines[place].expected
            else { continue }
            try countLater(place, final: final, book: book)
            let difference = try final - (book - lines[place].movedAfterCount)
            lines[place].difference = difference
            lines[place].value = try lines[place].unitCost?.times(difference)
        }
        if month.has(.counts) {
            for line in lines where !counted.contains(line.warehouse) {
                if let held = hasStock ? line.book : line.expected, !held.isZero {
                    uncountedWarehouses.insert(line.warehouse)
                }
            }
        }
    }

    private mutating func sort(_ month: Month) {
        let keys = lines.map { [month.text($0.warehouse), month.text($0.product), month.text($0.batch)] }
        let order = lines.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
        lines = order.map { lines[$0] }
        records = order.map { records[$0] }
    }
}

extension StockLine {
    /// What the books say should lie there: the stock book, or without one what the roll-forward expects.
    func held(hasStockBook: Bool) -> Quantity? { hasStockBook ? book : expected }
}
