import Books

/// Receivables and receipts held against the receivables account: one pair a document or receipt number.
struct LedgerMatch {
    /// How a pair ended.
    enum Outcome { case agrees, tolerated, missing, withoutDocument, differs, duplicate, wrongPeriod, explained }

    /// One document or receipt.
    struct Pair {
        let number: Symbol
        let customer: Symbol
        private let receivablePlace: Int32
        let outcome: Outcome
        /// Whether it belongs on the credit side.
        let isReceipt: Bool
        /// The rows of the receipt that it is.
        let receipts: GroupedRows
        /// The ledger's rows.
        let rows: GroupedRows
        /// Whether one of them is for others as well: see `CollectiveEntries`.
        fileprivate(set) var isShared = false
        private let due: PossibleAmount, entered: PossibleAmount

        init(
            number: Symbol, receivable: Int?, receipts: GroupedRows, rows: GroupedRows, customer: Symbol,
            expected: Amount?, booked: Amount?, outcome: Outcome, isReceipt: Bool
        ) {
            self.number = number
            receivablePlace = receivable.map { Int32(truncatingIfNeeded: $0) } ?? -1
            self.receipts = receipts
            self.rows = rows
            self.customer = customer
            due = PossibleAmount(expected)
            entered = PossibleAmount(booked)
            self.outcome = outcome
            self.isReceipt = isReceipt
        }

        /// The receivable it is, by its place in the receivable match; `nil` for a receipt.
        var receivable: Int? { receivablePlace < 0 ? nil : Int(receivablePlace) }

        /// What should be booked: debits for a document, credits for a receipt; `nil` where there is nothing to book.
        var expected: Amount? { due.amount }

        /// What is booked; `nil` where nothing is.
        var booked: Amount? { entered.amount }
    }

    private(set) var pairs: [Pair] = []
    /// The rows on the receivables account, and what they sum to within the period: debits − credits.
    private(set) var accountRows: [Int] = []
    private(set) var accountSum = Amount.zero
    /// The rows on the account within the period that name no document.
    private(set) var unnumbered: [Int] = []
    /// The account's code as the settings name it.
    let account: String
    let table: Table
    /// The rows that name several documents or receipts.
    private(set) var collective = CollectiveEntries()
    /// The rows whose own column names one document, and that are exactly the several that their summaries name.
    private(set) var bySummary: [CollectiveEntries.Naming] = []

    init(
        _ month: Month, settings: Settings, parties: Parties, receivables: ReceivableMatch,
        receipts allocation: ReceiptAllocation
    ) throws(Overflow) {
        table = month[.ledger]
        account = settings.receivablesAccounts.first ?? ""
        let names = LedgerNames(month, receivables)
        let receipts = month[.receipts]
        let receiptNumbers = Grouping(
            allocation.receipts.map { receipts.symbol(.receiptNumber, $0.row) }, tableSize: month.texts.count
        ).mapped { allocation.receipts[$0].row }
        var judge = LedgerJudge(
            month: month, settings: settings, parties: parties, table: table, charges: allocation.charges)
        let single = judge
        let due = { (number: Symbol, isReceipt: Bool) throws(Overflow) -> Amount? in
            if isReceipt { return try single.expected(of: receiptNumbers.rows(of: number)) }
            let places = receivables.places(of: number)
            return places.count == 1 ? places.first.flatMap { receivables.pairs[$0].toBook } : nil
        }
        var (booked, ofSeveral) = try bookedNumbers(month, settings, names, due)
        try sumAccount(month, booked, ofSeveral: Set(ofSeveral.map(\.row)))
        let sides = LedgerSides(month: month, receivables: receivables, receipts: receiptNumbers)
        collective = try CollectiveEntries(ofSeveral, table, expected: due)
        judge.collective = collective
        pairs = try sides.pairs(Grouping(booked, tableSize: month.texts.count), judge)
        bySummary = try SummaryEntries(pairs, names, table, due).entries
        if bySummary.isEmpty { return }
        for entry in bySummary { booked[entry.row] = .none }
        collective = try CollectiveEntries(ofSeveral + bySummary, table, expected: due)
        judge.collective = collective
        pairs = try sides.pairs(Grouping(booked, tableSize: month.texts.count), judge)
    }

    /// The document each row on the account names, in its own column or else in its summary; the rows that name several have
    /// none of their own.
    private mutating func bookedNumbers(
        _ month: Month, _ settings: Settings, _ names: LedgerNames, _ due: CollectiveEntries.Due
    ) throws(Overflow) -> (numbers: [Symbol], ofSeveral: [CollectiveEntries.Naming]) {
        let codes = table.symbols(.accountCode), documents = table.symbols(.documentNumber)
        // Accounts are few: whether each is the receivables account is asked once.
        var isReceivable = BySymbol<Bool?>(month, nil)
        var numbers: [Symbol] = [], ofSeveral: [CollectiveEntries.Naming] = []
        numbers.reserveCapacity(table.count)
        for row in table.rows {
            let code = codes.isEmpty ? Symbol.none : codes[row]
            let belongs =
                isReceivable[code]
                ?? settings.receivablesAccounts.contains { month.text(code).hasPrefix($0) }
            isReceivable[code] = belongs
            guard belongs else {
                numbers.append(.none)
                continue
            }
            accountRows.append(row)
            let written = documents.isEmpty ? Symbol.none : documents[row]
            // Nearly all name one document in its own column.
            if let number = names.only(written) {
                numbers.append(number)
                continue
            }
            let named = written.isNone ? names.inSummary(table.symbol(.summary, row)) : names.inColumn(written)
            var several = try names.several(named.numbers, table, row)
            if named.needsProof, let entry = several, try !entry.isExactly(table, due) { several = nil }
            let single = several == nil && named.needsProof ? named.otherwise : named.numbers
            if several == nil { several = try names.several(single, table, row) }
            if let several { ofSeveral.append(several) }
            numbers.append(several == nil ? single.first ?? .none : .none)
        }
        return (numbers, ofSeveral)
    }

    private mutating func sumAccount(_ month: Month, _ numbers: [Symbol], ofSeveral: Set<Int>) throws(Overflow) {
        for row in accountRows {
            if let day = table.day(.date, row), !month.period.contains(day) { continue }
            accountSum = try accountSum + LedgerMatch.net(table, row)
            if numbers[row].isNone, !ofSeveral.contains(row) { unnumbered.append(row) }
        }
    }

    /// The entry for several that is all that is booked of a pair; `nil` where there is none, or others besides.
    func onlyEntry(of pair: Pair) -> CollectiveEntries.Entry? {
        pair.isShared && pair.rows.count == 1 ? collective.entry(pair.rows[0]) : nil
    }

    /// The only credit on a document's own number that is all that its entries are off by: money, or a set-off, that no receipt
    /// says; `nil` where there is none.
    func credited(_ pair: Pair) throws(Overflow) -> (row: Int, amount: Amount)? {
        guard pair.receivable != nil, pair.outcome == .differs, pair.rows.count > 1, let expected = pair.expected,
            let booked = pair.booked
        else { return nil }
        let off = try booked - expected
        var found: (row: Int, amount: Amount)?
        for row in pair.rows where off < .zero && !pair.isShared {
            guard try LedgerMatch.net(table, row) == off else { continue }
            if found != nil { return nil }
            found = (row, off.negated)
        }
        return found
    }

    /// What a row moves the account by for a pair: of one that is for several only the pair's share.
    func net(_ row: Int, of pair: Pair) throws(Overflow) -> Amount {
        try pair.isShared ? collective.net(table, row, of: pair.number) : LedgerMatch.net(table, row)
    }

    /// A row's debit less its credit.
    static func net(_ table: Table, _ row: Int) throws(Overflow) -> Amount {
        try (table.amount(.debit, row) ?? .zero) - (table.amount(.credit, row) ?? .zero)
    }
}

/// What should be booked, by number, beside what is.
private struct LedgerSides {
    let month: Month
    let receivables: ReceivableMatch
    /// The rows of each receipt.
    let receipts: Grouping

    /// One pair a document or receipt number, in the order of their texts.
    func pairs(_ ledger: Grouping, _ judge: LedgerJudge) throws(Overflow) -> [LedgerMatch.Pair] {
        var numbers: [Symbol] = []
        numbers.reserveCapacity(receivables.pairs.count)
        // Pairs of one number stand one behind the other.
        for pair in receivables.pairs where pair.number != numbers.last { numbers.append(pair.number) }
        for number in receipts.symbols where receivables.place(of: number) == nil { numbers.append(number) }
        for number in ledger.symbols
        where receivables.place(of: number) == nil && receipts.rows(of: number).isEmpty {
            numbers.append(number)
        }
        numbers.sort { month.rank($0) < month.rank($1) }
        var pairs: [LedgerMatch.Pair] = []
        pairs.reserveCapacity(numbers.count)
        for number in numbers {
            var rows = ledger.rows(of: number)
            if let further = judge.collective.rows[number] { rows = GroupedRows((rows + further).sorted()) }
            let own = receipts.rows(of: number)
            let places = receivables.places(of: number)
            if places.count > 1 {
                pairs += try judge.receivables(places.map { ($0, receivables.pairs[$0]) }, number, rows: rows)
            } else if let place = places.first {
                pairs.append(try judge.receivable(receivables.pairs[place], place: place, rows: rows))
            } else if !own.isEmpty {
                pairs += try judge.receipts(number, own, rows: rows)
            } else {
                pairs.append(try judge.unknown(number, rows: rows))
            }
        }
        return pairs
    }
}

/// Says how what is booked compares with what should be.
private struct LedgerJudge {
    let month: Month
    let settings: Settings
    let parties: Parties
    let table: Table
    /// What was kept back of receipts and clears the account with them.
    let charges: [Int: StatedCharge]
    var collective = CollectiveEntries()

    func receivable(_ pair: ReceivableMatch.Pair, place: Int, rows: GroupedRows) throws(Overflow) -> LedgerMatch.Pair {
        let expected = pair.toBook
        let outcome: LedgerMatch.Outcome
        if rows.isEmpty {
            // Without a receivable there is nothing to book, and what the period did not bring is not missing in it. Nor is
            // what was never delivered, which only the documents can say.
            let isUndelivered = pair.outcome == .withoutDispatch && month.has(.movements)
            outcome = pair.rows.isEmpty || !pair.isInPeriod || isUndelivered ? .explained : .missing
        } else {
            outcome = try compare(
                expected, also: pair.delivered, rows: rows, of: pair.number, sign: 1, isInPeriod: pair.isInPeriod)
        }
        return shared(
            LedgerMatch.Pair(
                number: pair.number, receivable: place, receipts: [], rows: rows, customer: pair.customer,
                expected: expected, booked: rows.isEmpty ? nil : try booked(rows, of: pair.number, sign: 1),
                outcome: outcome, isReceipt: false))
    }

    /// The receivables of a number that several customers use: each with what is booked to its customer.
    func receivables(
        _ own: [(place: Int, pair: ReceivableMatch.Pair)], _ number: Symbol, rows: GroupedRows
    ) throws(Overflow) -> [LedgerMatch.Pair] {
        var shares = LedgerShares(
            own.map { ($0.pair.customer, $0.pair.toBook) })
        try shares.divide(rows, sign: 1, table, month, parties)
        var pairs: [LedgerMatch.Pair] = []
        for (owed, rows) in zip(own, shares.rows) {
            pairs.append(try receivable(owed.pair, place: owed.place, rows: GroupedRows(rows)))
        }
        if !shares.left.isEmpty { pairs.append(try unknown(number, rows: GroupedRows(shares.left))) }
        return pairs
    }

    /// A receipt; one of each customer where several customers' have one number.
    func receipts(_ number: Symbol, _ own: GroupedRows, rows: GroupedRows) throws(Overflow) -> [LedgerMatch.Pair] {
        let receipts = month[.receipts]
        func customer(_ row: Int) -> Symbol { parties.name(receipts.symbol(.customer, row)) }
        let first = customer(own[0])
        if own.allSatisfy({ customer($0) == first }) { return [try receipt(number, own, rows: rows)] }
        let byCustomer = Dictionary(grouping: own, by: customer).sorted { month.rank($0.key) < month.rank($1.key) }
        var sums: [(Symbol, Amount?)] = []
        for (customer, own) in byCustomer { sums.append((customer, try expected(of: GroupedRows(own)))) }
        var shares = LedgerShares(sums)
        try shares.divide(rows, sign: -1, table, month, parties)
        var pairs: [LedgerMatch.Pair] = []
        for (own, rows) in zip(byCustomer, shares.rows) {
            pairs.append(try receipt(number, GroupedRows(own.value), rows: GroupedRows(rows)))
        }
        if !shares.left.isEmpty { pairs.append(try unknown(number, rows: GroupedRows(shares.left))) }
        return pairs
    }

    /// What the rows of a receipt come to, with what was kept back of them.
    func expected(of own: GroupedRows) throws(Overflow) -> Amount {
        var expected = Amount.zero
        for row in own {
            expected = try expected + (month[.receipts].amount(.amount, row) ?? .zero)
            if !charges.isEmpty, let charge = charges[row] { expected = try expected + charge.amount }
        }
        return expected
    }

    func receipt(_ number: Symbol, _ own: GroupedRows, rows: GroupedRows) throws(Overflow) -> LedgerMatch.Pair {
        let receipts = month[.receipts]
        let expected = try expected(of: own)
        let inPeriod = own.lazy.compactMap { receipts.day(.date, $0) }.min().map(month.period.contains) ?? true
        let outcome: LedgerMatch.Outcome =
            rows.isEmpty
            ? (inPeriod ? .missing : .explained)
            : try compare(expected, also: nil, rows: rows, of: number, sign: -1, isInPeriod: inPeriod)
        return shared(
            LedgerMatch.Pair(
                number: number, receivable: nil, receipts: own, rows: rows,
                customer: parties.name(receipts.symbol(.customer, own[0])), expected: expected,
                booked: rows.isEmpty ? nil : try booked(rows, of: number, sign: -1), outcome: outcome, isReceipt: true))
    }

    private func shared(_ pair: LedgerMatch.Pair) -> LedgerMatch.Pair {
        if collective.isEmpty { return pair }
        var own = pair
        own.isShared = pair.rows.contains { collective.entry($0) != nil }
        return own
    }

    func unknown(_ number: Symbol, rows: GroupedRows) throws(Overflow) -> LedgerMatch.Pair {
        let net = try booked(rows, of: number, sign: 1)
        return LedgerMatch.Pair(
            number: number, receivable: nil, receipts: [], rows: rows,
            customer: customer(rows), expected: nil, booked: net.magnitude,
            outcome: .withoutDocument, isReceipt: net < .zero)
    }

    /// Whom the rows name; of several the one whose name comes first.
    private func customer(_ rows: GroupedRows) -> Symbol {
        var first = Symbol.none
        for row in rows {
            let name = parties.name(table.symbol(.customer, row))
            if name == first || name.isNone { continue }
            if first.isNone || month.rank(name) < month.rank(first) { first = name }
        }
        return first
    }

    private func booked(_ rows: GroupedRows, of number: Symbol, sign: Int) throws(Overflow) -> Amount {
        var sum = Amount.zero
        for row in rows { sum = try sum + collective.net(table, row, of: number) }
        return sign < 0 ? sum.negated : sum
    }

    private func compare(
        _ expected: Amount?, also other: Amount?, rows: GroupedRows, of number: Symbol, sign: Int, isInPeriod: Bool
    ) throws(Overflow) -> LedgerMatch.Outcome {
        let sum = try booked(rows, of: number, sign: sign)
        guard let expected else { return .explained }
        if sum == expected {
            let isOutside = rows.contains { row in
                table.day(.date, row).map { !month.period.contains($0) } ?? false
            }
            return isInPeriod && isOutside ? .wrongPeriod : .agrees
        }
        if try isDuplicate(rows, of: number, expected) { return .duplicate }
        // Booked as delivered while the receivable is wrong: the receivable's finding is the cause.
        if sum == other { return .explained }
        return settings.tolerates(sum, expected: expected) ? .tolerated : .differs
    }

    /// The same entry in more than one voucher.
    private func isDuplicate(_ rows: GroupedRows, of number: Symbol, _ expected: Amount) throws(Overflow) -> Bool {
        guard rows.count > 1, !expected.isZero else { return false }
        let vouchers = Set(rows.map { table.symbol(.voucherNumber, $0) })
        guard vouchers.count > 1 else { return false }
        let first = try collective.net(table, rows[0], of: number)
        for row in rows where try collective.net(table, row, of: number) != first { return false }
        return true
    }
}
