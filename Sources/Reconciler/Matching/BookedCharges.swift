import Books

/// What was kept back of a receipt, as a book states it: a bank's charge, a discount for paying at once, small change let off.
struct StatedCharge: Equatable {
    /// Which book says so, and where in it.
    enum Place: Equatable { case ledger, column, remark }

    let amount: Amount
    let place: Place
    /// The row of the ledger or of the receipts.
    let row: Int
}

/// What vouchers book besides receipts that cleared more of the receivables account than the bank brought.
///
/// A voucher that credits the account with a receipt and just as much more as it debits to charges says what was kept back.
/// One that does so with nothing but charges is for what was kept back alone.
struct BookedCharges {
    private var charges: [Symbol: StatedCharge] = [:]

    /// What is kept back of a receipt's number; `nil` where nothing is booked so.
    subscript(number: Symbol) -> StatedCharge? { charges[number] }

    /// A voucher's number says which only within a day.
    private struct Voucher: Hashable {
        let number: Symbol, day: Int64?

        init(_ table: Table, _ row: Int) {
            number = table.symbol(.voucherNumber, row)
            day = table.number(.date, row)
        }
    }

    init() {}

    /// - Parameter amount: What a receipt's number brought; `nil` where it is none, or several rows'.
    init(
        _ month: Month, _ settings: Settings, _ match: ReceivableMatch, amount: (Symbol) -> Amount?
    ) throws(Overflow) {
        let table = month[.ledger]
        guard table.has(.voucherNumber), month.has(.receipts) else { return }
        let kept = try BookedCharges.charged(month, table)
        if kept.isEmpty { return }
        let credited = try BookedCharges.credits(kept, month, settings, match).sorted {
            (month.rank($0.key.number), $0.key.day ?? 0) < (month.rank($1.key.number), $1.key.day ?? 0)
        }
        for (voucher, credits) in credited {
            // Of several charges the first by its account stands for all, whatever the rows' order.
            func order(_ row: Int) -> (UInt32, Int64) {
                (month.rank(table.symbol(.accountName, row)), table.number(.debit, row) ?? 0)
            }
            guard let rows = kept[voucher], let row = rows.min(by: { order($0) < order($1) }) else { continue }
            var sum = Amount.zero, whole = Amount.zero
            for row in rows { sum = try sum + LedgerMatch.net(table, row) }
            for credit in credits { whole = try whole + credit.amount }
            for credit in whole == sum ? credits : try BookedCharges.beyond(credits, amount, sum) {
                let before = charges[credit.number]?.amount ?? .zero
                charges[credit.number] = StatedCharge(amount: try before + credit.amount, place: .ledger, row: row)
            }
        }
    }

    private typealias Credit = (number: Symbol, amount: Amount)

    /// What vouchers debit to accounts for charges.
    private static func charged(_ month: Month, _ table: Table) throws(Overflow) -> [Voucher: [Int]] {
        var kept: [Voucher: [Int]] = [:]
        var isCharge = BySymbol<Bool?>(month, nil)
        let field: Field = table.has(.accountName) ? .accountName : .accountCode
        let accounts = table.symbols(field)
        if accounts.isEmpty { return [:] }
        for row in table.rows {
            let account = accounts[row]
            if account.isNone { continue }
            let known = isCharge[account]
            let says = known ?? ChargeWords.isAccount(month.text(account))
            if known == nil { isCharge[account] = says }
            guard says, try LedgerMatch.net(table, row) > .zero else { continue }
            kept[Voucher(table, row), default: []].append(row)
        }
        return kept
    }

    /// What those vouchers credit the receivables account with, receipt by receipt; nothing of a voucher that names another
    /// document as well.
    private static func credits(
        _ kept: [Voucher: [Int]], _ month: Month, _ settings: Settings, _ match: ReceivableMatch
    ) throws(Overflow) -> [Voucher: [Credit]] {
        let table = month[.ledger], names = LedgerNames(month, match)
        var isKept = BySymbol<Bool>(month, false), isReceipt = BySymbol<Bool>(month, false)
        for voucher in kept.keys { isKept[voucher.number] = true }
        for number in month[.receipts].symbols(.receiptNumber) where !number.isNone { isReceipt[number] = true }
        var credits: [Voucher: [Credit]] = [:], others: Set<Voucher> = []
        for row in table.rows where isKept[table.symbol(.voucherNumber, row)] {
            let voucher = Voucher(table, row), code = month.text(table.symbol(.accountCode, row))
            guard kept[voucher] != nil, settings.receivablesAccounts.contains(where: { code.hasPrefix($0) }) else {
                continue
            }
            let net = try LedgerMatch.net(table, row)
            let written = table.symbol(.documentNumber, row)
            let named = written.isNone ? names.inSummary(table.symbol(.summary, row)).numbers : [written]
            let receipts = named.filter { isReceipt[$0] }
            guard receipts.count == 1, net < .zero else {
                others.insert(voucher)
                continue
            }
            var own = credits[voucher] ?? []
            if let place = own.firstIndex(where: { $0.number == receipts[0] }) {
                own[place].amount = try own[place].amount - net
            } else {
                own.append((receipts[0], net.negated))
            }
            credits[voucher] = own
        }
        return credits.filter { !others.contains($0.key) }
    }

    /// What each is more than its receipt brought, where that is just what was kept back.
    private static func beyond(
        _ credits: [Credit], _ amount: (Symbol) -> Amount?, _ sum: Amount
    ) throws(Overflow) -> [Credit] {
        var beyond: [Credit] = [], whole = Amount.zero
        for credit in credits {
            guard let brought = amount(credit.number), credit.amount >= brought else { return [] }
            let more = try credit.amount - brought
            whole = try whole + more
            if more > .zero { beyond.append((credit.number, more)) }
        }
        return whole == sum ? beyond : []
    }
}
