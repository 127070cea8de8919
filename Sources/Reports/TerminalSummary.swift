public import Books
public import Reconciler
internal import WorkbookWriter

/// What a run found, in few lines for a terminal or a log.
public struct TerminalSummary: Sendable {
    let month: Month
    let reconciliation: Reconciliation
    let language: Language
    /// Whether bold and colours may be used; nothing is said by them alone.
    let usesColour: Bool

    /// Makes a summary.
    ///
    /// - Parameter usesColour: True only when a person reads it on a terminal.
    public init(month: Month, reconciliation: Reconciliation, language: Language, usesColour: Bool = false) {
        self.month = month
        self.reconciliation = reconciliation
        self.language = language
        self.usesColour = usesColour
    }

    /// The lines, each ended.
    ///
    /// - Parameter files: The paths of what was written.
    public func text(files: [String]) -> String {
        var lines = heading()
        lines += uncalculated()
        lines += settings()
        lines += ties()
        lines += classes()
        lines += chain()
        lines += questions()
        lines += mostMoney()
        lines += orders()
        lines += notChecked()
        if !files.isEmpty {
            lines += ["", bold(said("写出的文件", "Written"))] + files.map { "  " + $0 }
        }
        return lines.map { shown($0) + "\n" }.joined()
    }

    private func said(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }

    func bold(_ text: String) -> String { usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

    /// A text from a file could hold codes that a terminal obeys; only this program's own pass.
    private func shown(_ line: String) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in line.unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            shown.append(isControl && !(usesColour && scalar == "\u{1B}") ? " " : scalar)
        }
        return String(shown)
    }

    static func plain(_ text: String) -> String {
        text.replacing("\u{1B}", with: " ").replacing("\n", with: " ")
    }

    // MARK: Parts

    private func heading() -> [String] {
        let records = month.sheets.reduce(0) { $0 &+ $1.rows.records }
        let aside = month.sheets.reduce(0) { $0 &+ $1.rows.setAside }
        let count = reconciliation.findings.count
        let verdict =
            count == 0 && reconciliation.tiesThroughout
            ? said("全部相符，没有差异。", "Everything ties; nothing was found.")
            : count == 0
                ? said("没有规则报出差异，但有的合计对不上，见下。", "No rule found anything, but not everything ties; see below.")
                : said("发现 \(count) 条差异。", count == 1 ? "1 finding." : "\(count) findings.")
        return [
            bold("tieout \(month.period)  ") + verdict,
            said(
                "读取文件 \(month.files.count) 个，记录 \(records) 条，未采用 \(aside) 行",
                "\(month.files.count) files, \(records) records, \(aside) rows set aside"),
        ]
    }

    /// Rows that are left out for formulas without a stored value: said first, for most of the rest may come of it.
    private func uncalculated() -> [String] {
        let problems = month.problems.filter { $0.uncalculated > 0 && $0.kind.isRowSetAside }
        if problems.isEmpty { return [] }
        let most = 5
        var lines = ["", bold(said("先处理", "First"))]
        lines += problems.prefix(most).map { problem in
            let place = [problem.file, problem.sheet, problem.cell].compactMap(\.self).joined(separator: " ")
            return Self.plain(
                said(
                    "  \(place) \(problem.expected.chinese)：\(problem.advice.chinese)",
                    "  \(place) \(problem.expected.english): \(problem.advice.english)"))
        }
        let more = problems.count - most
        return more > 0 ? lines + [said("  还有 \(more) 处", "  and \(more) more")] : lines
    }

    /// The settings workbook, what in it is not at its default, and everything that could not be used.
    private func settings() -> [String] {
        let settings = reconciliation.settings, changed = settings.changed.map { $0.words[language] }
        guard let origin = settings.origin else { return [] }
        let names = changed.joined(separator: language == .chinese ? "、" : ", ")
        let what =
            changed.isEmpty
            ? said("全部用默认值", "all at their defaults")
            : said("改了 \(changed.count) 项：\(names)", "\(changed.count) set: \(names)")
        var lines = [said("设置 \(origin.file)：", "Settings \(origin.file): ") + TerminalSummary.plain(what)]
        if !origin.passedOver.isEmpty {
            let others = origin.passedOver.joined(separator: ", ")
            lines.append(said("没有用：\(others)", "not used: \(others)"))
        }
        if origin.problems.isEmpty { return lines }
        lines.append(
            bold(said("设置里有 \(origin.problems.count) 处写错：", "\(origin.problems.count) wrong settings:")))
        return lines + origin.problems.map { "  " + TerminalSummary.plain($0.sentence(language)) }
    }

    private func ties() -> [String] {
        guard !reconciliation.ties.isEmpty else { return [] }
        let head = [
            VariancesLabels.tie, VariancesLabels.leftSum, VariancesLabels.rightSum, VariancesLabels.difference,
            TiePair.Outcome.matched.words, Phrase("不相符", "Not tied"),
        ].map { $0[language] }
        let rows = reconciliation.ties.map { tie in
            let difference = tie.rightSum.subtractingReportingOverflow(tie.leftSum).partialValue
            let matched = tie.count(.matched)
            return [tie.name[language]]
                + [tie.leftSum, tie.rightSum, difference].map { TerminalSummary.grouped(tie.measure.text($0)) }
                + [String(matched), String(tie.pairCount - matched)]
        }
        return [""] + table(head, rows, textColumns: [0])
    }

    private func classes() -> [String] {
        let findings = reconciliation.findings
        guard !findings.isEmpty else { return [] }
        let head = [VariancesLabels.findingClass, VariancesLabels.count, VariancesLabels.absolute].map { $0[language] }
        let rows = FindingClass.allCases.compactMap { findingClass -> [String]? in
            let own = findings.filter { $0.findingClass == findingClass }
            guard !own.isEmpty else { return nil }
            let total = own.reduce(Int128(0)) { $0 + Int128($1.amount?.magnitude.units ?? 0) }
            let amount = Amount(units: Int64(clamping: total))
            return [findingClass.words[language], String(own.count), TerminalSummary.grouped(amount.description)]
        }
        return [""] + table(head, rows, textColumns: [0])
    }

    private func mostMoney() -> [String] {
        let top = reconciliation.findings.enumerated().filter { $0.element.amount?.isZero == false }.sorted {
            let left = $0.element.amount?.magnitude ?? .zero, right = $1.element.amount?.magnitude ?? .zero
            return left == right ? $0.offset < $1.offset : left > right
        }.prefix(8).map(\.element)
        guard !top.isEmpty else { return [] }
        let rows = top.map { finding in
            [
                TerminalSummary.grouped(finding.amount?.description ?? ""), finding.findingClass.words[language],
                RuleWords.title(finding.code)[language],
                TextWidth.cut(TerminalSummary.plain(finding.key.map(\.value).joined(separator: " ")), to: 34),
                TextWidth.cut(TerminalSummary.plain(finding.party ?? ""), to: 24), finding.id,
            ]
        }
        let head = [
            VariancesLabels.amount, VariancesLabels.findingClass, VariancesLabels.rule, Phrase("关键字", "Key"),
            VariancesLabels.party, VariancesLabels.id,
        ].map { $0[language] }
        return ["", bold(said("金额最大的差异", "Largest findings"))] + table(head, rows, textColumns: [1, 2, 3, 4, 5])
    }

    private func orders() -> [String] {
        let desk = reconciliation.orderDesk
        let open = OrderState.open.filter { desk.count($0) > 0 }
        guard !open.isEmpty else { return [] }
        let head = [OrdersLabels.orderState, OrdersLabels.orders, OrdersLabels.openAmount].map { $0[language] }
        let rows = open.map { state in
            [
                state.words[language], String(desk.count(state)),
                TerminalSummary.grouped(desk.openAmount(state).description),
            ]
        }
        return ["", bold(OrdersLabels.notAllLeft[language])] + table(head, rows, textColumns: [0])
    }

    private func notChecked() -> [String] {
        guard !reconciliation.notChecked.isEmpty else { return [] }
        // Many rules wait for the same book: one line a reason.
        var order: [String] = [], codes: [String: [String]] = [:]
        for entry in reconciliation.notChecked {
            let why = entry.why[language]
            if codes[why] == nil { order.append(why) }
            codes[why, default: []].append(entry.code)
        }
        return ["", bold(VariancesLabels.notChecked[language])]
            + order.map { why in
                let named = codes[why] ?? []
                let shown = named.prefix(4).joined(separator: ", ")
                let more = named.count > 4 ? said(" 等 \(named.count) 条", ", … (\(named.count) rules)") : ""
                return "  \(TerminalSummary.plain(why)): \(shown)\(more)"
            }
    }

    // MARK: Tables

    /// Columns two blanks apart; figures to the right.
    func table(_ head: [String], _ rows: [[String]], textColumns: Set<Int>) -> [String] {
        let widths = head.indices.map { column in
            ([head] + rows).reduce(0) { max($0, TextWidth.places($1[column])) }
        }
        func line(_ cells: [String]) -> String {
            var padded = cells.indices.map {
                TextWidth.padded(cells[$0], to: widths[$0], atRight: !textColumns.contains($0))
            }
            if let last = padded.indices.last, textColumns.contains(last) { padded[last] = cells[last] }
            return "  " + padded.joined(separator: "  ")
        }
        return [bold(line(head))] + rows.map(line)
    }

    /// Decimal digits with the thousands parted.
    static func grouped(_ digits: String) -> String {
        let sign = digits.hasPrefix("-") ? "-" : ""
        let parts = digits.dropFirst(sign.count).split(separator: ".", maxSplits: 1)
        guard let whole = parts.first else { return digits }
        var grouped = ""
        for (place, digit) in whole.enumerated() {
            if place > 0, (whole.count - place) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return sign + grouped + (parts.count > 1 ? "." + parts[1] : "")
    }
}
