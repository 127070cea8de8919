import Books

/// Divides what is booked under one number between the customers who use the number.
///
/// What names one of them is that one's. The rest goes where the amount is exactly what is expected, or to the only one who
/// has nothing yet; what could be several's stays over.
struct LedgerShares {
    private let customers: [Symbol]
    private let expected: [Amount?]
    /// What each of them has, in their order, and what nobody has.
    private(set) var rows: [[Int]]
    private(set) var left: [Int] = []

    init(_ owners: [(customer: Symbol, expected: Amount?)]) {
        customers = owners.map(\.customer)
        expected = owners.map(\.expected)
        rows = Array(repeating: [], count: owners.count)
    }

    /// - Parameter sign: 1 where debits are expected, −1 where credits are.
    mutating func divide(
        _ booked: GroupedRows, sign: Int, _ table: Table, _ month: Month, _ parties: Parties
    ) throws(Overflow) {
        var places: [Symbol: Int] = [:]
        for (place, customer) in customers.enumerated() where places[customer] == nil { places[customer] = place }
        var others: [(net: Amount, day: Int64, customer: UInt32, row: Int)] = []
        for row in booked {
            let customer = parties.name(table.symbol(.customer, row))
            if !customer.isNone, let place = places[customer] {
                rows[place].append(row)
            } else {
                let net = try LedgerMatch.net(table, row)
                others.append(
                    (sign < 0 ? net.negated : net, table.number(.date, row) ?? 0, month.rank(customer), row))
            }
        }
        others.sort { ($0.net, $0.day, $0.customer, $0.row) < ($1.net, $1.day, $1.customer, $1.row) }
        // Of several who expect the same the first ones; nothing tells them apart.
        var awaited: [Amount: [Int]] = [:]
        for place in rows.indices.reversed() where rows[place].isEmpty {
            if let amount = expected[place] { awaited[amount, default: []].append(place) }
        }
        for other in others {
            if let place = awaited[other.net]?.popLast() {
                rows[place].append(other.row)
            } else {
                left.append(other.row)
            }
        }
        let open = rows.indices.filter { rows[$0].isEmpty }
        if open.count == 1, !left.isEmpty {
            rows[open[0]] = left
            left = []
        }
    }
}
