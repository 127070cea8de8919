import Books
import Reconciler
import Reports

/// What a check of order sheets came to, for the terminal: by file, order and fault.
struct CheckListing {
    let month: Month
    let result: Reconciliation
    /// The files that were to be checked.
    let files: [String]
    let language: Language

    private var desk: OrderDesk { result.orderDesk }

    /// Whether a file could not be read, or none of them holds anything that is checked here.
    var couldNotBeDone: Bool {
        let names = Set(files)
        let hasBooks = month.regions.contains { region in
            [.orders, .movements].contains(region.book) && names.contains(file(of: region))
        }
        return !hasBooks || result.findings.contains { $0.code == "file.unreadable" }
    }

    /// The lines, each ended.
    func text() -> String {
        var lines: [String] = []
        let standings = Dictionary(grouping: desk.standings) { month.cell($0.origin, nil).file }
        var rest = Set(result.findings.indices)
        for standing in desk.standings { rest.subtract(standing.faults) }
        let others = Dictionary(grouping: rest.sorted()) { place in
            result.findings[place].sources.lazy.map(\.reference.file).first { files.contains($0) } ?? ""
        }
        for file in files {
            lines.append(file)
            for standing in standings[file] ?? [] { lines += order(standing, in: file) }
            for place in others[file] ?? [] { lines.append("  ! " + fault(result.findings[place], in: file)) }
            lines += whatItIs(file)
        }
        lines += summary()
        return lines.map { CheckListing.shown($0) + "\n" }.joined()
    }

    // MARK: Orders

    private func order(_ standing: OrderStanding, in file: String) -> [String] {
        let amount = standing.amount.map { "  \($0)" } ?? ""
        let part = standing.isPartlyShipped ? said("（已发部分）", " (partly shipped)") : ""
        var lines = [
            "  \(standing.state.words[language])\(part)  \(month.text(standing.number))  \(month.text(standing.customer))\(amount)"
        ]
        for place in standing.faults where result.findings.indices.contains(place) {
            lines.append("    ! " + fault(result.findings[place], in: file))
        }
        for hold in standing.holds {
            lines.append("    → \(hold.state.words[language])\(said("：", ": "))\(hold.release[language])")
        }
        return lines
    }

    private func fault(_ finding: Finding, in file: String) -> String {
        let cells = finding.sources.map(\.reference).filter { $0.file == file }
        let several = month.sheets.count { month.files[Int($0.file)].path == file } > 1
        let place = cells.first.map { several ? "\($0.sheet)!\($0.cell) " : "\($0.cell) " } ?? ""
        let title = RuleBook.rule(finding.code)?.title[language] ?? finding.code
        return "\(place)\(title)\(said("：", ": "))\(finding.explanation[language])"
    }

    // MARK: Files

    /// What a file without orders is, so that nobody wonders.
    private func whatItIs(_ file: String) -> [String] {
        let books = BookKind.allCases.filter { kind in
            month.regions.contains { $0.book == kind && self.file(of: $0) == file }
        }
        if books.contains(.orders) { return [] }
        let problems = month.problems.contains { $0.file == file }
        if books.isEmpty {
            return problems ? [] : [said("  里面没有表格", "  it holds no table")]
        }
        let named = books.map { $0.words[language] }.joined(separator: said("、", ", "))
        if books == [.movements] { return [said("  \(named)：按单据核对", "  \(named): checked as documents")] }
        let masters: Set<BookKind> = [.prices, .customers, .products]
        return books.allSatisfy(masters.contains)
            ? [said("  \(named)：用来核对订单", "  \(named): used to check the orders")]
            : [said("  认作\(named)，不是订单，没有核对", "  taken for \(named), not orders; not checked")]
    }

    private func file(of region: Region) -> String { month.files[Int(month.sheets[Int(region.sheet)].file)].path }

    // MARK: All together

    private func summary() -> [String] {
        let states = OrderState.allCases.filter { desk.count($0) > 0 }.map {
            "\($0.words[language]) \(desk.count($0))"
        }
        let orders = OrderState.allCases.reduce(0) { $0 + desk.count($1) }
        let faults = result.findings.count
        var lines = [""]
        if orders > 0 {
            lines.append(
                said(
                    "订单 \(orders) 张：\(states.joined(separator: "，"))。问题 \(faults) 个。",
                    "\(orders) \(orders == 1 ? "order" : "orders"): \(states.joined(separator: ", ")). \(faults) \(faults == 1 ? "fault" : "faults")."
                ))
        }
        if let unchecked = unchecked() { lines.append(unchecked) }
        return lines
    }

    /// One line about all the rules for which something was not there.
    private func unchecked() -> String? {
        let rules = Set(result.notChecked.map(\.code)).compactMap(RuleBook.rule).filter { rule in
            // Without documents nobody asks for their rules, and without orders not for theirs.
            rule.books.first.map(month.has) ?? true
        }
        guard !rules.isEmpty else { return nil }
        let absent = BookKind.allCases.filter { kind in
            !month.has(kind) && rules.contains { $0.books.contains(kind) }
        }
        let named = absent.map { $0.words[language] }.joined(separator: said("、", ", "))
        if absent.isEmpty {
            return said(
                "表上缺少栏目，没有核对的规则：\(rules.count) 条。",
                "Rules not run because the sheets lack their columns: \(rules.count).")
        }
        return said(
            "没有\(named)，没有核对的规则：\(rules.count) 条；可用 --with 给出月份文件夹。",
            "Rules not run without \(named): \(rules.count); --with a month's folder gives them.")
    }

    private func said(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }

    /// A text from a file could hold codes that a terminal obeys.
    private static func shown(_ line: String) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in line.unicodeScalars {
            shown.append(scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? " " : scalar)
        }
        return String(shown)
    }
}
