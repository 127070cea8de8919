import Books

/// Entries on the receivables account that name several documents, or several receipts: what each is for.
///
/// An entry that is exactly one of them is that one's; one that is all that are left of them is shared out, to each what it
/// should be. What such an entry is off by goes to the first of them, so that it is one difference and not several.
struct CollectiveEntries {
    /// An entry for several, and what each of them has of it.
    struct Entry {
        let numbers: [Symbol]
        /// What all of them should be together, and what the entry is.
        let expected: Amount, booked: Amount
        /// What the account moves by for each: below nought for receipts.
        fileprivate let shares: [Symbol: Amount]
    }

    private var entries: [Int: Entry] = [:]
    /// The rows of each number besides those that name it alone.
    private(set) var rows: [Symbol: [Int]] = [:]

    /// What a row names.
    struct Naming {
        let row: Int
        /// Receivables' numbers, or receipts', in the order of their texts.
        let numbers: [Symbol]
        let isOfReceipts: Bool

        /// Whether the row is exactly what all that it names should be together.
        func isExactly(_ table: Table, _ due: Due) throws(Overflow) -> Bool {
            var sum = Amount.zero
            for number in numbers {
                guard let amount = try due(number, isOfReceipts) else { return false }
                sum = try sum + amount
            }
            let net = try LedgerMatch.net(table, row)
            return sum == (isOfReceipts ? net.negated : net)
        }
    }

    /// What should be booked for a number, of a receipt or a document; `nil` where that cannot be said.
    typealias Due = (_ number: Symbol, _ isOfReceipt: Bool) throws(Overflow) -> Amount?

    var isEmpty: Bool { entries.isEmpty && rows.isEmpty }

    /// The entry of a row that is for several; `nil` where it is for one.
    func entry(_ row: Int) -> Entry? { entries[row] }

    /// What a row moves the account by for one of the numbers that it is for.
    func net(_ table: Table, _ row: Int, of number: Symbol) throws(Overflow) -> Amount {
        if let share = entries[row]?.shares[number] { return share }
        return try LedgerMatch.net(table, row)
    }

    init() {}

    /// - Parameter expected: What should be booked for a number; `nil` where that cannot be said.
    init(_ namings: [Naming], _ table: Table, expected: Due) throws(Overflow) {
        for own in CollectiveEntries.grouped(namings) {
            guard let first = own.first else { continue }
            var open: [(number: Symbol, amount: Amount)] = []
            for number in first.numbers {
                if let amount = try expected(number, first.isOfReceipts) { open.append((number, amount)) }
            }
            // Where of one of them nobody can say what it should be, all goes to the first.
            if open.count < first.numbers.count { open = [] }
            var left: [(row: Int, amount: Amount)] = []
            for naming in own {
                let net = try LedgerMatch.net(table, naming.row)
                left.append((naming.row, first.isOfReceipts ? net.negated : net))
            }
            left.sort { ($0.amount, $0.row) < ($1.amount, $1.row) }
            try share(&left, &open, first)
        }
    }

    /// The rows that name the same, in the order of their first ones.
    private static func grouped(_ namings: [Naming]) -> [[Naming]] {
        struct Key: Hashable {
            let numbers: [Symbol], isOfReceipts: Bool
        }
        return Dictionary(grouping: namings) { Key(numbers: $0.numbers, isOfReceipts: $0.isOfReceipts) }.values.sorted {
            ($0.first?.row ?? 0) < ($1.first?.row ?? 0)
        }
    }

    private mutating func share(
        _ left: inout [(row: Int, amount: Amount)], _ open: inout [(number: Symbol, amount: Amount)], _ naming: Naming
    ) throws(Overflow) {
        // What is exactly one of them is for that one.
        for (row, amount) in left {
            guard let place = open.firstIndex(where: { $0.amount == amount }) else { continue }
            rows[open[place].number, default: []].append(row)
            open.remove(at: place)
            left.removeAll { $0.row == row }
        }
        if left.isEmpty { return }
        var sum = Amount.zero
        for document in open { sum = try sum + document.amount }
        let isForAll =
            open.count > 1
            && (left.allSatisfy { $0.amount == sum } || left.count == 1 && (left[0].amount > .zero) == (sum > .zero))
        for (row, amount) in left {
            guard isForAll else {
                rows[open.first?.number ?? naming.numbers[0], default: []].append(row)
                continue
            }
            let numbers = open.map(\.number)
            var shares = Dictionary(uniqueKeysWithValues: open.map { ($0.number, $0.amount) })
            shares[numbers[0]] = try (shares[numbers[0]] ?? .zero) + amount - sum
            if naming.isOfReceipts { shares = shares.mapValues(\.negated) }
            entries[row] = Entry(numbers: numbers, expected: sum, booked: amount, shares: shares)
            for number in numbers { rows[number, default: []].append(row) }
        }
    }
}
