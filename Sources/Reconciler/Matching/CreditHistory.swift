import Books

/// What each customer owed on any day of the month, and since when some of it was overdue.
///
/// A receivable that is paid at the period's end was open until the day of the receipt that paid it. Where it says that it
/// was paid and no receipt shows when, it counts as paid all along: an order is only held against what is certain.
struct CreditHistory {
    /// One delivery or order that a customer owes for.
    struct Debt {
        let pair: Int
        let number: Symbol
        let date: Day
        /// The settlement's identifier.
        let settlement: String
        /// What was owed on its day, and what of it was paid on which days.
        let amount: Amount
        /// The first day nothing of it is open; `nil` where that never comes.
        let settledOn: Day?
        /// The first day it is past its terms; `nil` where that depends on how many are open, or where terms do not say.
        var overdueFrom: Day?
        /// Why it is overdue then.
        var reason: Reason?

        /// Why a debt is overdue.
        enum Reason { case delivered(Day), due(Day) }

        /// Why it is overdue, in words.
        var why: Phrase? {
            switch reason {
            case .delivered(let day): Phrase("\(day) 又送了下一张", "the next delivery was made on \(day)")
            case .due(let day): Phrase("\(day) 到期", "it was due on \(day)")
            case nil: nil
            }
        }
    }

    /// The debts of each customer by date and number.
    private(set) var debts: [Symbol: [Debt]] = [:]
    /// What each customer's account changed by on which day: debts, payments, and money that paid for nothing yet.
    private var changes: [Symbol: [(day: Day, sum: Amount)]] = [:]
    private var holds: [Symbol: Int] = [:]

    init(
        _ month: Month, settings: Settings, parties: Parties, match: ReceivableMatch, receipts: ReceiptAllocation,
        items: [OpenItems.Item]
    ) throws(Overflow) {
        let paid = Payments(month, receipts)
        for item in items where item.amount > .zero {
            guard let date = item.date else { continue }
            let payments = paid[item.pair]
            var known = Amount.zero
            for payment in payments { known = try known + payment.amount }
            // What is neither open at the end nor paid by a receipt that is known was paid before anybody looked.
            let amount = min(try item.open + known, item.amount)
            debts[item.customer, default: []].append(
                Debt(
                    pair: item.pair, number: match.pairs[item.pair].number, date: date, settlement: item.settlement,
                    amount: amount, settledOn: CreditHistory.settled(amount, date, payments)))
        }
        for customer in Array(debts.keys) {
            var own = debts[customer] ?? []
            own.sort { ($0.date.number, month.rank($0.number)) < ($1.date.number, month.rank($1.number)) }
            let terms = Terms(month, settings, parties, customer: customer)
            holds[customer] = terms.holdLimit(own)
            debts[customer] = terms.dated(own, month[.receivables], match)
            changes[customer] = try CreditHistory.changes(own, paid)
        }
        try subtractAdvances(month, receipts)
    }

    /// The day on which the payments reach the amount.
    private static func settled(_ amount: Amount, _ date: Day, _ payments: ArraySlice<Payment>) -> Day? {
        var paid: Int64 = 0
        for payment in payments {
            paid = paid.addingReportingOverflow(payment.amount.units).partialValue
            if paid >= amount.units { return payment.day }
        }
        return amount <= .zero ? date : nil
    }

    private static func changes(_ debts: [Debt], _ paid: Payments) throws(Overflow) -> [(day: Day, sum: Amount)] {
        var changes: [(day: Day, sum: Amount)] = []
        for debt in debts {
            changes.append((debt.date, debt.amount))
            var left = debt.amount
            for payment in paid[debt.pair] {
                let part = min(payment.amount, left)
                // Paid on the day of an order counts as paid before it.
                changes.append((max(payment.day.adding(days: -1), debt.date), part.negated))
                left = try left - part
            }
        }
        return changes
    }

    /// Money that came and paid for nothing yet lowers what is owed, then sums up.
    private mutating func subtractAdvances(_ month: Month, _ receipts: ReceiptAllocation) throws(Overflow) {
        for receipt in receipts.receipts where receipt.unapplied > .zero {
            guard let day = month[.receipts].day(.date, receipt.row), changes[receipt.customer] != nil else { continue }
            changes[receipt.customer]?.append((day.adding(days: -1), receipt.unapplied.negated))
        }
        for customer in Array(changes.keys) {
            var running = Amount.zero
            var sums: [(day: Day, sum: Amount)] = []
            for change in (changes[customer] ?? []).sorted(by: { $0.day < $1.day }) {
                running = try running + change.sum
                if sums.last?.day == change.day { sums.removeLast() }
                sums.append((change.day, running))
            }
            changes[customer] = sums
        }
    }

    /// What a customer owed of earlier days on a day, less what was paid by its end.
    func owed(_ customer: Symbol, before day: Day) -> Amount {
        let sums = changes[customer] ?? []
        let first = sums.firstPlace { $0.day < day }
        return first == 0 ? .zero : max(sums[first - 1].sum, .zero)
    }

    /// The debts of a customer that were past their terms on each of some days, and not paid that day: how many, and the
    /// oldest.
    ///
    /// - Parameter days: Ascending.
    func overdue(_ customer: Symbol, before days: [Day]) -> [(count: Int, oldest: Debt, why: Phrase)?] {
        let own = debts[customer] ?? []
        let dated = Sweep(own.filter { $0.overdueFrom != nil }) { $0.overdueFrom ?? $0.date }
        let held = Sweep(own.filter { $0.settlement.hasPrefix("hold") }) { $0.date }
        let limit = holds[customer]
        var (first, second) = (dated, held)
        return days.map { day in
            let late = first.at(day), open = second.at(day)
            if let debt = late.oldest, let why = debt.why { return (late.count, debt, why) }
            if let limit, let debt = open.oldest, open.count > limit {
                let why = Phrase(
                    "约定压 \(limit) 单，当时已压 \(open.count) 单", "\(open.count) deliveries were held, \(limit) were agreed")
                return (open.count - limit, debt, why)
            }
            return nil
        }
    }

    /// Debts that begin to count on a day and stop when they are settled, looked at day after day.
    private struct Sweep {
        private let starts: [(day: Day, debt: Debt)]
        private let ends: [Day]
        private var started = 0, ended = 0, oldest = 0

        init(_ debts: [Debt], from: (Debt) -> Day) {
            // A debt that was settled before it could count never does.
            let counted = debts.map { (day: from($0), debt: $0) }.filter { start in
                start.debt.settledOn.map { $0 > start.day } ?? true
            }
            starts = counted.sorted { $0.day < $1.day }
            ends = counted.compactMap(\.debt.settledOn).sorted()
        }

        /// How many count when a day begins; days ask in ascending order.
        mutating func at(_ day: Day) -> (count: Int, oldest: Debt?) {
            while started < starts.count, starts[started].day < day { started += 1 }
            while ended < ends.count, ends[ended] <= day { ended += 1 }
            while oldest < started, let settled = starts[oldest].debt.settledOn, settled <= day { oldest += 1 }
            return (started - ended, oldest < started ? starts[oldest].debt : nil)
        }
    }
}

/// What was paid of something on a day.
private struct Payment {
    let day: Day
    let amount: Amount
}

/// What receipts paid of each receivable pair and when, one pair's payments behind another's, by day.
private struct Payments {
    private var starts: [Int32]
    private var payments: [Payment]

    init(_ month: Month, _ receipts: ReceiptAllocation) {
        let table = month[.receipts]
        starts = Array(repeating: 0, count: receipts.paid.count + 1)
        for receipt in receipts.receipts where table.day(.date, receipt.row) != nil {
            for part in receipt.paid { starts[part.pair] += 1 }
        }
        var sum: Int32 = 0
        for place in starts.indices { (starts[place], sum) = (sum, sum + starts[place]) }
        payments = Array(repeating: Payment(day: Day(number: 0), amount: .zero), count: Int(sum))
        var next = starts
        for receipt in receipts.receipts {
            guard let day = table.day(.date, receipt.row) else { continue }
            for part in receipt.paid {
                payments[Int(next[part.pair])] = Payment(day: day, amount: part.amount)
                next[part.pair] += 1
            }
        }
        for pair in receipts.paid.indices where starts[pair + 1] - starts[pair] > 1 {
            payments[Int(starts[pair])..<Int(starts[pair + 1])].sort { ($0.day, $0.amount) < ($1.day, $1.amount) }
        }
    }

    subscript(pair: Int) -> ArraySlice<Payment> { payments[Int(starts[pair])..<Int(starts[pair + 1])] }
}

/// When a customer's debts fall due.
private struct Terms {
    private let month: Month, settings: Settings, parties: Parties
    private let customer: Symbol

    init(_ month: Month, _ settings: Settings, _ parties: Parties, customer: Symbol) {
        self.month = month
        self.settings = settings
        self.parties = parties
        self.customer = customer
    }

    /// How many deliveries the customer may hold unpaid; `nil` where nobody says.
    func holdLimit(_ debts: [CreditHistory.Debt]) -> Int? {
        if let stated = debts.lazy.compactMap({ Settlement.held($0.settlement) }).first { return Int(clamping: stated) }
        if let filed = parties.number(.holdCount, of: customer), filed > 0 { return Int(clamping: filed) }
        return Settlement.held(month.text(parties.symbol(.settlement, of: customer))).map { Int(clamping: $0) }
    }

    /// The debts, each with the day from which it is overdue.
    func dated(_ debts: [CreditHistory.Debt], _ table: Table, _ match: ReceivableMatch) -> [CreditHistory.Debt] {
        // For each debt the next later day on which something was delivered, from the end.
        var dated = debts
        var next: Day?
        var current: Day?
        for place in debts.indices.reversed() {
            if let day = current, day > debts[place].date { next = day }
            current = debts[place].date
            switch debts[place].settlement {
            case "rolling":
                guard let day = next else { continue }
                dated[place].overdueFrom = day.adding(days: settings.paymentGraceDays)
                dated[place].reason = .delivered(day)
            case "monthly":
                guard let due = dueDay(debts[place], table, match) else { continue }
                dated[place].overdueFrom = due.adding(days: settings.paymentGraceDays)
                dated[place].reason = .due(due)
            default: continue
            }
        }
        return dated
    }

    private func dueDay(_ debt: CreditHistory.Debt, _ table: Table, _ match: ReceivableMatch) -> Day? {
        if let row = match.pairs[debt.pair].rows.first, let due = table.day(.dueDate, row) { return due }
        guard let days = parties.number(.creditDays, of: customer) ?? settings.creditDays else { return nil }
        return debt.date.period.lastDay.adding(days: Int(clamping: days))
    }
}
