import Books

extension Rule {
    static let receivableOverdue = Rule(
        "receivable.overdue", .difference, owner: .sales,
        title: Phrase("应收逾期", "Overdue"),
        meaning: Phrase(
            "月结：过了到期日（没有写的，从送货当月月底起加账期）。滚单：下一张已送而上一张未付。压单：未付的张数超过所压张数。代销不算。",
            "Monthly: past its due date (without one, the month's end plus the customer's credit days). Rolling: a later delivery was made and this one is open. Hold-N: more than N deliveries are open. Consignment does not count."
        ),
        books: [.receivables],
        parameters: [
            Parameter(
                name: "paymentGraceDays", meaning: Phrase("到期后宽限几天", "days of grace after the due day"),
                standard: "0"),
            Parameter(
                name: "creditDays",
                meaning: Phrase("档案没写账期的月结客户的账期", "credit days of monthly customers whose file says none"),
                standard: "-"),
        ]
    ) { examination, findings throws(Overflow) in
        let table = examination.month[.receivables], match = try examination.receivables()
        let items = try examination.openItems()
        var byCustomer: [Symbol: [OpenItems.Item]] = [:]
        for item in items where item.amount > .zero { byCustomer[item.customer, default: []].append(item) }
        for customer in byCustomer.keys.sorted(by: { examination.month.rank($0) < examination.month.rank($1) }) {
            let own = (byCustomer[customer] ?? []).sorted {
                ($0.date?.number ?? 0, examination.month.rank(match.pairs[$0.pair].number)) < (
                    $1.date?.number ?? 0, examination.month.rank(match.pairs[$1.pair].number)
                )
            }
            for (item, why) in Ageing(examination, customer: customer, items: own).overdue() {
                findings.add(
                    key: [findings.part(.documentNumber, match.pairs[item.pair].number)], party: customer,
                    expected: .amount(.zero), actual: .amount(item.open), difference: .amount(item.open),
                    amount: item.open,
                    sources: [findings.source(table, item.row, .dueDate), findings.source(table, item.row, .balance)],
                    "未收 \(item.open)，\(why.chinese)。请业务员追收。",
                    "\(item.open) is open; \(why.english). Ask sales to collect it.")
            }
        }
    }
}

/// What of one customer's open deliveries is past its terms.
private struct Ageing {
    let examination: Examination
    let customer: Symbol
    /// By date.
    let items: [OpenItems.Item]

    init(_ examination: Examination, customer: Symbol, items: [OpenItems.Item]) {
        self.examination = examination
        self.customer = customer
        self.items = items
    }

    func overdue() -> [(OpenItems.Item, Phrase)] {
        var late: [(OpenItems.Item, Phrase)] = []
        let held = items.filter { $0.settlement.hasPrefix("hold") && $0.open > .zero }
        for (place, item) in items.enumerated() where item.open > .zero {
            switch item.settlement {
            case "monthly":
                if let due = dueDay(item),
                    due.adding(days: examination.settings.paymentGraceDays) < examination.month.period.lastDay
                {
                    late.append((item, Phrase("\(due) 到期", "it was due on \(due)")))
                }
            case "rolling":
                let later = items[(place + 1)...].first { next in
                    guard let day = next.date, let own = item.date else { return false }
                    return day > own && day <= examination.month.period.lastDay
                }
                if let day = later?.date {
                    late.append((item, Phrase("\(day) 又送了下一张", "the next delivery was made on \(day)")))
                }
            default: break
            }
        }
        if let limit = holdLimit(held), held.count > limit {
            for item in held.prefix(held.count - limit) {
                late.append(
                    (
                        item,
                        Phrase(
                            "约定压 \(limit) 单，已压 \(held.count) 单",
                            "\(held.count) deliveries are held, \(limit) were agreed")
                    ))
            }
        }
        return late
    }

    private func dueDay(_ item: OpenItems.Item) -> Day? {
        if let due = examination.month[.receivables].day(.dueDate, item.row) { return due }
        let filed = examination.parties.number(.creditDays, of: customer)
        guard let days = filed ?? examination.settings.creditDays, let date = item.date else { return nil }
        return date.period.lastDay.adding(days: Int(clamping: days))
    }

    private func holdLimit(_ held: [OpenItems.Item]) -> Int? {
        if let stated = held.lazy.compactMap({ Settlement.held($0.settlement) }).first { return Int(clamping: stated) }
        if let filed = examination.parties.number(.holdCount, of: customer), filed > 0 { return Int(clamping: filed) }
        return Settlement.held(examination.month.text(examination.parties.symbol(.settlement, of: customer)))
            .map { Int(clamping: $0) }
    }
}
