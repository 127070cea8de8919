public import Books

/// Runs every rule over a month. Pure: no input, no output, no clock.
public struct Reconciler: Sendable {
    /// What the company has set.
    public let settings: Settings

    /// Makes a reconciler.
    public init(settings: Settings = Settings()) { self.settings = settings }

    /// Everything the rules find, the same whatever the order of the files and whoever does the work.
    ///
    /// - Parameters:
    ///   - workers: Who does what can be done at the same time.
    ///   - done: Told the name of each stage and the code of each rule as it is done, for whoever holds a watch.
    public func reconcile(
        _ month: Month, workers: Workers = .one, done: @escaping @Sendable (_ stage: String) -> Void = { _ in }
    ) -> Reconciliation {
        let examination = Examination(month, settings: settings, workers: workers, done: done)
        let answers = workers.map(RuleBook.rules.count) { place in
            let answer = RuleBook.rules[place].asked(of: examination)
            done(RuleBook.rules[place].code)
            return answer
        }
        let found = FindingIdentity.identify(answers.flatMap(\.found))
        // The chain takes longest and needs nobody, so it is begun first.
        let (chain, (told, shown)) = workers.both {
            let chain = ChainBuilder.chain(examination, findings: found)
            done("chain")
            return chain
        } _: {
            (told: Told(examination, found, done), shown: Shown(examination, done))
        }
        return Reconciliation(
            findings: told.findings, ties: shown.ties, stock: told.stock,
            notChecked: answers.compactMap(\.notChecked) + SheetsLeftOut.said(month)
                + UnaskedFields.said(examination) + AssumedPayments.said(examination)
                + ServiceLines.said(examination) + SummaryEntries.said(examination)
                + OtherMonths.said(examination), chain: chain,
            questions: told.questions, orderDesk: told.desk, settings: settings(examination),
            aliasProposals: shown.proposals)
    }

    /// The settings with what the month shows to be wrong in them.
    private func settings(_ examination: Examination) -> Settings {
        let problems = AliasTargets.problems(examination)
        if problems.isEmpty { return settings }
        var checked = settings
        checked.origin = settings.origin?.adding(problems)
        return checked
    }
}

/// What people must do something about: the findings with what may have made them, and what follows from them.
private struct Told: Sendable {
    let findings: [Finding]
    let stock: [StockLine]
    let questions: [Question]
    let desk: OrderDesk

    init(_ examination: Examination, _ found: [Finding], _ done: (String) -> Void) {
        findings = Diagnosis.explained(found, examination)
        stock = Told.stockLines(examination, findings)
        done("identities")
        questions = Question.all(examination, findings)
        done("questions")
        desk = OrderDesk(examination, findings: findings)
        done("order desk")
    }

    /// The stock lines, each with the codes of what was found about it.
    private static func stockLines(_ examination: Examination, _ findings: [Finding]) -> [StockLine] {
        guard let roll = try? examination.stock() else { return [] }
        var codes: [[KeyPart]: [String]] = [:]
        for finding in findings where finding.code.hasPrefix("stock.") {
            codes[finding.key, default: []].append(finding.code)
        }
        return roll.lines.map { line in
            var key = [
                KeyPart("warehouse", examination.month.text(line.warehouse)),
                KeyPart("productCode", examination.month.text(line.product)),
            ]
            if !line.batch.isNone { key.append(KeyPart("batch", examination.month.text(line.batch))) }
            var described = line
            described.codes = codes[key] ?? []
            return described
        }
    }
}

/// What is held against each other for people to see.
private struct Shown: Sendable {
    let ties: [TieResult]
    let proposals: [AliasProposal]

    init(_ examination: Examination, _ done: (String) -> Void) {
        ties = TieTables(examination).all()
        done("tie tables")
        proposals = AliasProposals.find(examination)
        done("alias proposals")
    }
}

extension Rule {
    /// What a rule finds in a month, or why it was not run.
    fileprivate func asked(of examination: Examination) -> (found: [Finding], notChecked: NotChecked?) {
        if let why = RuleBook.obstacle(self, examination.month) { return ([], NotChecked(code: code, why: why)) }
        do throws(Overflow) {
            var findings = Findings(rule: self, month: examination.month)
            try check(examination, &findings)
            let found = family == "order" ? findings.found.filter { !examination.isMoot($0) } : findings.found
            return (FindingOrder.sorted(found), nil)
        } catch {
            let why = Phrase("金额或数量太大，无法准确计算", "amounts or quantities too large to work out exactly")
            return ([], NotChecked(code: code, why: why))
        }
    }
}

/// The order in which the findings of one rule are listed.
enum FindingOrder {
    static func sorted(_ findings: [Finding]) -> [Finding] {
        let keys = findings.map { finding in
            finding.key.map(\.value) + [finding.expected?.description ?? "", finding.actual?.description ?? ""]
        }
        return findings.indices.sorted {
            keys[$0] == keys[$1] ? $0 < $1 : keys[$0].lexicographicallyPrecedes(keys[$1])
        }.map { findings[$0] }
    }
}

/// Fields that an order should carry and that no sheet has a column for: said once, not order by order.
enum UnaskedFields {
    static func said(_ examination: Examination) -> [NotChecked] {
        let orders = examination.orders
        guard examination.month.has(.orders) else { return [] }
        let channels = Set(orders.orders.map { examination.month.text($0.channel) })
        var absent: [Field] = []
        for channel in channels.sorted() {
            for fields in examination.settings.requiredByChannel[channel] ?? []
            where !fields.contains(where: { orders.table.has($0) }) {
                absent += fields.filter { !absent.contains($0) }
            }
        }
        let known = Set(examination.settings.channels.map(\.identifier)).union(
            examination.settings.requiredByChannel.keys)
        let unknown = channels.subtracting(known).subtracting([""]).sorted().map { channel in
            NotChecked(
                code: "order.field-missing",
                why: Phrase(
                    "没有设置渠道「\(channel)」，不知道它必填哪些栏目", "nobody has said which fields the channel “\(channel)” requires"))
        }
        return unknown
            + absent.sorted { $0.ordinal < $1.ordinal }.map { field in
                NotChecked(
                    code: "order.field-missing",
                    why: Phrase("订单都没有「\(field.words.chinese)」栏", "no order has a column “\(field.words.english)”"))
            }
    }
}
