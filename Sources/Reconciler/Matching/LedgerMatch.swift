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

    init(
        _ month: Month, settings: Settings, parties: Parties, receivables: ReceivableMatch,
        receipts allocation: ReceiptAllocation
    ) throws(Overflow) {
        table = month[.ledger]
        account = settings.receivablesAccounts.first ?? ""
        let booked = bookedNumbers(month, settings, receivables)
        let ledger = Grouping(booked, tableSize: month.texts.count)
        try sumAccount(month, booked)
        let receipts = month[.receipts]
        let receiptNumbers = Grouping(
            allocation.receipts.map { receipts.symbol(.receiptNumber, $0.row) }, tableSize: month.texts.count
        ).mapped { allocation.receipts[$0].row }
        let judge = LedgerJudge(month: month, settings: settings, parties: parties, table: table)
        var numbers: [Symbol] = []
        numbers.reserveCapacity(receivables.pairs.count)
        // Pairs of one number stand one behind the other.
        for pair in receivables.pairs where pair.number != numbers.last { numbers.append(pair.number) }
        for number in receiptNumbers.symbols where receivables.place(of: number) == nil { numbers.append(number) }
        for number in ledger.symbols
        where receivables.place(of: number) == nil && receiptNumbers.rows(of: number).isEmpty {
            numbers.append(number)
        }
        numbers.sort { month.rank($0) < month.rank($1) }
        pairs.reserveCapacity(numbers.count)
        for number in numbers {
            let rows = ledger.rows(of: number), own = receiptNumbers.rows(of: number)
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
    }

    /// The document each row on the account names, in its own column or else in its summary.
    private mutating func bookedNumbers(
        _ month: Month, _ settings: Settings, _ receivables: ReceivableMatch
    ) -> [Symbol] {
        let codes = table.symbols(.accountCode), documents = table.symbols(.documentNumber)
        // Accounts are few: whether each is the receivables account is asked once.
        var isReceivable = BySymbol<Bool?>(month, nil)
        lazy var receiptNumbers = Set(month[.receipts].symbols(.receiptNumber))
        return table.rows.map { row in
            let code = codes.isEmpty ? Symbol.none : codes[row]
            let belongs =
                isReceivable[code]
                ?? settings.receivablesAccounts.contains { month.text(code).hasPrefix($0) }
            isReceivable[code] = belongs
            guard belongs else { return .none }
            accountRows.append(row)
            if !documents.isEmpty, !documents[row].isNone { return receivables.owingNumber(of: documents[row]) }
            let words = month.text(table.symbol(.summary, row)).uppercased().split { character in
                !(character.isASCII && (character.isLetter || character.isNumber || "-_/".contains(character)))
            }
            return words.lazy.compactMap { month.texts.find(String($0)).map(receivables.owingNumber) }.first {
                receivables.place(of: $0) != nil || receiptNumbers.contains($0)
            } ?? .none
        }
    }

    private mutating func sumAccount(_ month: Month, _ numbers: [Symbol]) throws(Overflow) {
        for row in accountRows {
            if let day = table.day(.date, row), !month.period.contains(day) { continue }
            accountSum = try accountSum + LedgerMatch.net(table, row)
            if numbers[row].isNone { unnumbered.append(row) }
        }
    }

    /// A row's debit less its credit.
    static func net(_ table: Table, _ row: Int) throws(Overflow) -> Amount {
        try (table.amount(.debit, row) ?? .zero) - (table.amount(.credit, row) ?? .zero)
    }
}

/// Says how what is booked compares with what should be.
private struct LedgerJudge {
    let month: Month
    let settings: Settings
    let parties: Parties
    let table: Table

    func receivable(_ pair: ReceivableMatch.Pair, place: Int, rows: GroupedRows) throws(Overflow) -> LedgerMatch.Pair {
        let expected = pair.rows.isEmpty ? pair.delivered : pair.owed
        let outcome: LedgerMatch.Outcome
        if rows.isEmpty {
            // Without a receivable there is nothing to book, and what the period did not bring is not missing in it. Nor is
            // what was never delivered, which only the documents can say.
            let isUndelivered = pair.outcome == .withoutDispatch && month.has(.movements)
            outcome = pair.rows.isEmpty || !pair.isInPeriod || isUndelivered ? .explained : .missing
        } else {
            outcome = try compare(
                expected, also: pair.delivered, rows: rows, sign: 1, isInPeriod: pair.isInPeriod)
        }
        return LedgerMatch.Pair(
            number: pair.number, receivable: place, receipts: [], rows: rows, customer: pair.customer,
            expected: expected, booked: rows.isEmpty ? nil : try booked(rows, sign: 1), outcome: outcome,
            isReceipt: false)
    }

    /// The receivables of a number that several customers use: each with what is booked to its customer.
    func receivables(
        _ own: [(place: Int, pair: ReceivableMatch.Pair)], _ number: Symbol, rows: GroupedRows
    ) throws(Overflow) -> [LedgerMatch.Pair] {
        var shares = LedgerShares(
            own.map { ($0.pair.customer, $0.pair.rows.isEmpty ? $0.pair.delivered : $0.pair.owed) })
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

    private func expected(of own: GroupedRows) throws(Overflow) -> Amount {
        var expected = Amount.zero
        for row in own { expected = try expected + (month[.receipts].amount(.amount, row) ?? .zero) }
        return expected
    }

    func receipt(_ number: Symbol, _ own: GroupedRows, rows: GroupedRows) throws(Overflow) -> LedgerMatch.Pair {
        let receipts = month[.receipts]
        let expected = try expected(of: own)
        let inPeriod = own.lazy.compactMap { receipts.day(.date, $0) }.min().map(month.period.contains) ?? true
        let outcome: LedgerMatch.Outcome =
            rows.isEmpty
            ? (inPeriod ? .missing : .explained)
            : try compare(expected, also: nil, rows: rows, sign: -1, isInPeriod: inPeriod)
        return LedgerMatch.Pair(
            number: number, receivable: nil, receipts: own, rows: rows,
            customer: parties.name(receipts.symbol(.customer, own[0])), expected: expected,
            booked: rows.isEmpty ? nil : try booked(rows, sign: -1), outcome: outcome, isReceipt: true)
    }

    func unknown(_ number: Symbol, rows: GroupedRows) throws(Overflow) -> LedgerMatch.Pair {
        let net = try booked(rows, sign: 1)
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

    private func booked(_ rows: GroupedRows, sign: Int) throws(Overflow) -> Amount {
        var sum = Amount.zero
        for row in rows { sum = try sum + LedgerMatch.net(table, row) }
        return sign < 0 ? sum.negated : sum
    }

    private func compare(
        _ expected: Amount?, also other: Amount?, rows: GroupedRows, sign: Int, isInPeriod: Bool
    ) throws(Overflow) -> LedgerMatch.Outcome {
        let sum = try booked(rows, sign: sign)
        guard let expected else { return .explained }
        if sum == expected {
            let isOutside = rows.contains { row in
                table.day(.date, row).map { !month.period.contains($0) } ?? false
            }
            return isInPeriod && isOutside ? .wrongPeriod : .agrees
        }
        if try isDuplicate(rows, expected, sign: sign) { return .duplicate }
        // Booked as delivered while the receivable is wrong: the receivable's finding is the cause.
        if sum == other { return .explained }
        return settings.tolerates(sum, expected: expected) ? .tolerated : .differs
    }

    /// The same entry in more than one voucher.
    private func isDuplicate(_ rows: GroupedRows, _ expected: Amount, sign: Int) throws(Overflow) -> Bool {
        guard rows.count > 1, !expected.isZero else { return false }
        let vouchers = Set(rows.map { table.symbol(.voucherNumber, $0) })
        guard vouchers.count > 1 else { return false }
        let first = try LedgerMatch.net(table, rows[0])
        for row in rows where try LedgerMatch.net(table, row) != first { return false }
        return true
    }
}
