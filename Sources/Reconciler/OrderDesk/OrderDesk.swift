public import Books

/// The order desk 订单台: every order of the month, where it stands, what holds it and what would release it.
public struct OrderDesk: Sendable {
    /// Every order that is open or cancelled or has a fault, by number. An order that has shipped without a fault is
    /// only counted.
    public let standings: [OrderStanding]
    /// How many orders there are in all, by salesperson, the salesperson's name ascending.
    public let ordersBySalesperson: [(salesperson: Symbol, orders: Int)]
    /// The lines of the orders that may ship and of which nothing has left yet: what is to be keyed in.
    public let lines: [OrderLine]
    /// Lines past the limit, which are not listed.
    public let linesNotListed: Int
    /// How many orders have shipped and have no fault.
    public let shippedWithoutFault: Int
    /// Documents about which something is in doubt: places in the result's findings.
    public let doubtful: [Int]

    /// A desk without orders.
    public static let empty = OrderDesk()

    /// How many orders stand so.
    public func count(_ state: OrderState) -> Int {
        standings.reduce(state == .shipped ? shippedWithoutFault : 0) { $0 + ($1.state == state ? 1 : 0) }
    }

    /// What of the orders that stand so has not left yet, as far as their amounts are known.
    public func openAmount(_ state: OrderState) -> Amount {
        let sum = standings.reduce(Int128(0)) { $1.state == state ? $0 + Int128($1.openAmount?.units ?? 0) : $0 }
        return Amount(units: Int64(clamping: sum))
    }

    private init() {
        standings = []
        ordersBySalesperson = []
        lines = []
        linesNotListed = 0
        shippedWithoutFault = 0
        doubtful = []
    }

    /// A desk with its standings and doubtful documents exchanged.
    init(standings: [OrderStanding], of desk: OrderDesk, doubtful: [Int]) {
        self.standings = standings
        self.doubtful = doubtful
        ordersBySalesperson = desk.ordersBySalesperson
        lines = desk.lines
        linesNotListed = desk.linesNotListed
        shippedWithoutFault = desk.shippedWithoutFault
    }

    /// More lines than anybody keys in.
    static let lineLimit = 20_000

    /// Looks at every order once: linear in orders and lines.
    init(_ examination: Examination, findings: [Finding], lineLimit: Int = Self.lineLimit) {
        let month = examination.month
        let inDoubt = examination.numbersInDoubt
        doubtful = findings.indices.filter { OrderDesk.isDoubt(findings[$0], month, inDoubt) }
        guard month.has(.orders) else {
            (standings, ordersBySalesperson, lines) = ([], [], [])
            (linesNotListed, shippedWithoutFault) = (0, 0)
            return
        }
        let drafts = OrderDrafts(examination, findings: findings, inDoubt: inDoubt)
        standings = drafts.standings
        shippedWithoutFault = drafts.shippedWithoutFault
        ordersBySalesperson = drafts.ordersBySalesperson.sorted { month.text($0.key) < month.text($1.key) }.map {
            ($0.key, $0.value)
        }
        var keying = LinesToKeyIn(examination)
        for (place, standing) in standings.enumerated()
        where standing.state == .mayShip && !standing.isPartlyShipped {
            keying.take(drafts.rows[place], of: place, limit: lineLimit)
        }
        lines = keying.lines
        linesNotListed = keying.notListed
    }

    /// Rules that put a document or an order in doubt, besides all of the family `document`.
    static let doubtfulCodes: Set<String> = ["dispatch.without-order", "dispatch.customer-mismatch"]

    /// Whether a finding belongs into the register of doubtful documents 疑问单据台账: everything of the family
    /// `document`, issues that no order explains, and orders of which it is not certain which version counts.
    private static func isDoubt(_ finding: Finding, _ month: Month, _ inDoubt: Set<Symbol>) -> Bool {
        if finding.code.hasPrefix("document.") || doubtfulCodes.contains(finding.code) { return true }
        guard finding.code.hasPrefix("order."),
            OrderConsequence.of(finding.code).holding == .whileVersionIsInDoubt,
            let number = finding.key.first(where: { $0.name == Field.orderNumber.rawValue })
        else { return false }
        return month.texts.find(number.value).map(inDoubt.contains) ?? false
    }
}

/// The standings while they are put together.
private struct OrderDrafts {
    private(set) var standings: [OrderStanding] = []
    /// The rows of each standing's order.
    private(set) var rows: [GroupedRows] = []
    private(set) var shippedWithoutFault = 0
    private(set) var ordersBySalesperson: [Symbol: Int] = [:]

    private let examination: Examination
    private let findings: [Finding]
    private let aside: LinesSetAside
    private var faults: [Symbol: [Int]] = [:]
    private let inDoubt: Set<Symbol>
    /// What each customer has overdue at the period's end.
    private var overdue: [String: Amount] = [:]

    init(_ examination: Examination, findings: [Finding], inDoubt: Set<Symbol>) {
        self.examination = examination
        self.findings = findings
        self.inDoubt = inDoubt
        aside = LinesSetAside(examination.month)
        let book = examination.orders, month = examination.month
        for (place, finding) in findings.enumerated() where finding.code.hasPrefix("order.") {
            guard let part = finding.key.first(where: { $0.name == Field.orderNumber.rawValue }),
                let number = month.texts.find(part.value)
            else { continue }
            faults[number, default: []].append(place)
        }
        for finding in findings where finding.code == "receivable.overdue" {
            guard let party = finding.party, let amount = finding.amount else { continue }
            overdue[party] = Amount(
                units: Int64(clamping: Int128(overdue[party]?.units ?? 0) + Int128(amount.magnitude.units)))
        }
        let progress = OrderProgress(examination)
        var kept: [(place: Int, state: OrderState?, isPart: Bool)] = []
        for (place, order) in book.orders.enumerated() {
            ordersBySalesperson[first(.salesperson, order), default: 0] += 1
            let state = settled(order, progress[place])
            if state == .shipped, faults(of: order).isEmpty {
                shippedWithoutFault += 1
            } else {
                kept.append((place, state, progress[place] == .part))
            }
        }
        let numbers = kept.map { month.text(book.orders[$0.place].number) }
        let sorted = kept.indices.sorted { numbers[$0] < numbers[$1] }.map { kept[$0] }
        let amounts = sorted.map { amount(book.orders[$0.place]) }
        // What is asked for is what the order comes to once its lines are right.
        let cash = sorted.compactMap { entry -> OrderPayments.Order? in
            let order = book.orders[entry.place]
            guard entry.state == nil, month.text(settlement(order)) == "cash" else { return nil }
            let amount = (try? examination.corrected(order.rows)) ?? nil
            return OrderPayments.Order(place: entry.place, customer: order.customer, amount: amount)
        }
        let payments = OrderPayments(examination, orders: cash)
        let cashHolds = Dictionary(uniqueKeysWithValues: cash.map { ($0.place, payments.hold($0)) })
        for (entry, amount) in zip(sorted, amounts) {
            let order = book.orders[entry.place]
            let holds = entry.state == nil ? holds(order, cash: cashHolds[entry.place] ?? nil) : []
            add(
                order, amount: amount, open: progress.openAmount(entry.place, of: amount),
                state: entry.state ?? holds.first?.state ?? .mayShip, holds, entry.isPart)
        }
    }

    private mutating func add(
        _ order: OrderBook.Order, amount: Amount?, open: Amount?, state: OrderState, _ holds: [OrderHold],
        _ isPart: Bool
    ) {
        let parties = examination.parties, own = first(.customerCode, order)
        standings.append(
            OrderStanding(
                number: order.number, customer: order.customer,
                customerCode: own.isNone ? parties.symbol(.customerCode, of: order.customer) : own,
                channel: order.channel, salesperson: first(.salesperson, order), settlement: settlement(order),
                date: order.date, deliveryDate: order.deliveryDate, amount: amount, openAmount: open, state: state,
                holds: holds,
                faults: faults(of: order), isPartlyShipped: isPart,
                origin: examination.orders.table.origins[order.rows[0]]))
        rows.append(order.rows)
    }

    /// The findings about an order: where customers share its number only its own, and that they share it.
    private func faults(of order: OrderBook.Order) -> [Int] {
        let all = faults[order.number] ?? []
        guard examination.orders.isShared(order.number) else { return all }
        let customer = examination.month.text(order.customer)
        return all.filter { place in
            let finding = findings[place]
            return finding.code == "order.duplicate-number" || finding.party.map { $0 == customer } ?? true
        }
    }

    private func first(_ field: Field, _ order: OrderBook.Order) -> Symbol {
        let table = examination.orders.table
        for row in order.rows where !table.symbol(field, row).isNone { return table.symbol(field, row) }
        return .none
    }

    private func settlement(_ order: OrderBook.Order) -> Symbol {
        order.settlement.isNone ? examination.parties.symbol(.settlement, of: order.customer) : order.settlement
    }

    /// The state of an order that is done with; `nil` for one that is still to be dealt with.
    private func settled(_ order: OrderBook.Order, _ step: OrderProgress.Step) -> OrderState? {
        if step == .everything { return .shipped }
        if order.isCancelled { return .cancelled }
        switch examination.month.text(first(.status, order)) {
        // Where the warehouse's documents are there, they are believed and not the remark on the order.
        case "shipped": return examination.month.has(.movements) ? nil : .shipped
        default: return nil
        }
    }

    private func amount(_ order: OrderBook.Order) -> Amount? {
        let table = examination.orders.table
        var sum = Int128(0)
        for row in order.rows {
            guard let amount = LinesToKeyIn.amount(table, row) else { return nil }
            sum += Int128(amount.units)
        }
        return Int64(exactly: sum).map(Amount.init(units:))
    }

    // MARK: Holds

    private func holds(_ order: OrderBook.Order, cash: OrderHold?) -> [OrderHold] {
        var holds: [OrderHold] = [aside.hold(order.number), suspension(order), cash].compactMap { $0 }
        var codes: [String] = [], byCode: [String: [Finding]] = [:]
        for place in faults(of: order) {
            let finding = findings[place]
            if finding.findingClass == .tolerated { continue }
            if byCode[finding.code] == nil { codes.append(finding.code) }
            byCode[finding.code, default: []].append(finding)
        }
        for code in codes {
            let consequence = OrderConsequence.of(code)
            var toPay: Amount?
            switch consequence.holding {
            case .always: break
            case .whileVersionIsInDoubt: if !inDoubt.contains(order.number) { continue }
            case .whileCustomerIsOverdue:
                toPay = overdue[examination.month.text(order.customer)]
                if toPay == nil { continue }
            }
            holds.append(hold(code, consequence, byCode[code] ?? [], toPay: toPay))
        }
        // Sorted by what decides the list; within it faults stand in the order of the rules, facts behind them.
        let ranks = Dictionary(uniqueKeysWithValues: OrderState.precedence.enumerated().map { ($1, $0) })
        return holds.enumerated().sorted { left, right in
            let (one, other) = (ranks[left.element.state] ?? 9, ranks[right.element.state] ?? 9)
            return one == other ? left.offset < right.offset : one < other
        }.map(\.element)
    }

    private func suspension(_ order: OrderBook.Order) -> OrderHold? {
        guard examination.month.text(first(.status, order)) == "suspended" else { return nil }
        return OrderHold(
            code: "suspended", state: .awaitingApproval, reason: Phrase("状态写的是暂停", "its status says it is suspended"),
            release: Phrase("由要求暂停的人取消暂停", "Whoever suspended it lifts that"))
    }

    /// One hold for all findings of a code.
    private func hold(
        _ code: String, _ consequence: OrderConsequence, _ findings: [Finding], toPay: Amount?
    ) -> OrderHold {
        let title = RuleBook.rule(code)?.title ?? Phrase(code, code)
        let products = findings.compactMap { finding in
            finding.key.first { $0.name == Field.productCode.rawValue }?.value
        }.filter { !$0.isEmpty }
        let shown = 4
        let named = products.prefix(shown).joined(separator: ", ") + (products.count > shown ? " …" : "")
        var seen: Set<Phrase> = []
        let releases = findings.map(consequence.release).filter { seen.insert($0).inserted }
        let more =
            releases.count > shown ? Phrase("；等 \(releases.count) 处", "; \(releases.count) in all") : Phrase("", "")
        let sum = toPay.map { " \($0)" } ?? ""
        return OrderHold(
            code: code, state: consequence.state,
            reason: products.isEmpty
                ? title : Phrase("\(title.chinese)（\(named)）", "\(title.english) (\(named))"),
            release: Phrase(
                releases.prefix(shown).map(\.chinese).joined(separator: "；") + sum + more.chinese,
                releases.prefix(shown).map(\.english).joined(separator: "; ") + sum + more.english),
            toPay: toPay)
    }
}
