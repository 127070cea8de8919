public import Books

/// Runs every rule over a month. Pure: no input, no output, no clock.
public struct Reconciler: Sendable {
    /// What the company has set.
    public let settings: Settings

    /// Makes a reconciler.
    public init(settings: Settings = Settings()) { self.settings = settings }

    /// Everything the rules find, the same whatever the order of the files.
    ///
    /// - Parameter done: Told the name of each stage and the code of each rule as it is done, for whoever holds a watch.
    public func reconcile(_ month: Month, done: (_ stage: String) -> Void = { _ in }) -> Reconciliation {
        let examination = Examination(month, settings: settings, done: done)
        var found: [Finding] = []
        var notChecked: [NotChecked] = []
        for rule in RuleBook.rules {
            if let why = RuleBook.obstacle(rule, month) {
                notChecked.append(NotChecked(code: rule.code, why: why))
                continue
            }
            do throws(Overflow) {
                var findings = Findings(rule: rule, month: month)
                try rule.check(examination, &findings)
                found += FindingOrder.sorted(findings.found)
            } catch {
                let why = Phrase("金额或数量太大，无法准确计算", "amounts or quantities too large to work out exactly")
                notChecked.append(NotChecked(code: rule.code, why: why))
            }
            done(rule.code)
        }
        notChecked += UnaskedFields.said(examination)
        let findings = Diagnosis.explained(FindingIdentity.identify(found), examination)
        let stock = stockLines(examination, findings)
        done("identities")
        let ties = TieTables(examination).all()
        done("tie tables")
        let chain = ChainBuilder.chain(examination, findings: findings)
        done("chain")
        let questions = Question.all(examination, findings)
        done("questions")
        let desk = OrderDesk(examination, findings: findings)
        done("order desk")
        let proposals = AliasProposals.find(examination)
        done("alias proposals")
        return Reconciliation(
            findings: findings, ties: ties, stock: stock, notChecked: notChecked, chain: chain,
            questions: questions, orderDesk: desk, settings: settings, aliasProposals: proposals)
    }

    /// The stock lines, each with the codes of what was found about it.
    private func stockLines(_ examination: Examination, _ findings: [Finding]) -> [StockLine] {
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
