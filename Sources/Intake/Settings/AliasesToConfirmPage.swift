public import Books
public import WorkbookReader

extension SettingsPage {
    /// Aliases that the program proposes and a person confirms.
    public static let aliasesToConfirm = SettingsPage(
        title: Phrase("别名待确认", "Aliases to confirm"),
        purpose: Phrase(
            "这些写法和已有的名称很像，可能是同一个。在「确认」里写「是」，下次核对就按它算；写「否」，以后不再提。「可能是」里的名称可以改。确认前不影响任何数字。",
            "These writings are very like a known name and may be the same. Type “yes” under confirm and the next run takes it so; “no”, and it is not proposed again. The name may be corrected. Until confirmed nothing changes a figure."
        ),
        columns: [
            Column(
                Phrase("种类", "kind"), Phrase("客户、商品或栏目。", "Customer, product or column."), width: 10, .required),
            Column(Phrase("文件里写的", "written"), Phrase("文件里的原话。", "The very words in the file."), width: 30, .required),
            Column(
                Phrase("可能是", "may be"), Phrase("可以改成正确的名称或编码。", "May be corrected to the right name or code."),
                width: 34,
                .required),
            Column(Phrase("哪种表", "book"), Phrase("只对栏目：在哪种表里。", "For columns: on which sheets."), width: 12, .optional),
            Column(Phrase("确认", "confirm"), Phrase("是 或 否", "yes or no"), width: 10, .optional, offer: .yes),
            Column(Phrase("依据", "because"), Phrase("为什么像。", "Why they are alike."), width: 40, .explanation),
            Column(Phrase("出处", "source"), Phrase("第一次出现的地方。", "Where it stands first."), width: 34, .explanation),
            Column(Phrase("备注", "remark"), Phrase("随便写，会保留。", "Anything; it is kept."), width: 28, .optional),
        ],
        lines: { _, _ in [] },
        read: { table, reading in
            for line in table.lines {
                if let decision = reading.decision(line) { reading.decisions.append(decision) }
            }
        })
}

extension SettingsReading {
    /// The decisions that stand in a workbook of aliases to confirm, and what in it could not be used.
    public static func decisions(in workbook: Workbook) -> (decisions: [AliasDecision], problems: [SettingProblem]) {
        var reading = SettingsReading()
        for sheet in workbook.sheets where SettingsPage.aliasesToConfirm.title.isWritten(sheet.name) {
            let table = SettingsTable(.aliasesToConfirm, sheet, of: workbook)
            if table.missing.isEmpty { SettingsPage.aliasesToConfirm.read(table, &reading) }
        }
        return (reading.decisions, reading.problems)
    }

    /// The lines of a workbook of aliases to confirm, to the letter and by the columns of its page; `nil` where it holds
    /// anything else, which writing it anew would lose.
    public static func linesToConfirm(in workbook: Workbook) -> [[String]]? {
        guard workbook.sheets.count == 1, let sheet = workbook.sheets.first else { return nil }
        let page = SettingsPage.aliasesToConfirm
        let table = SettingsTable(page, sheet, of: workbook)
        if !page.title.isWritten(sheet.name) || !table.missing.isEmpty || table.isCut { return nil }
        return table.lines.map { line in page.columns.indices.map(line.exactly) }
    }

    fileprivate mutating func decision(_ line: SettingsTable.Line) -> AliasDecision? {
        let note = line.text(7), answer = line.text(4)
        var verdict = AliasDecision.Verdict.open
        if !answer.isEmpty {
            guard let said = SettingsReading.answers[WrittenText.key(answer)] ?? SettingsReading.answers[answer] else {
                reject(
                    line, 4, expected: Phrase("「是」或「否」", "“yes” or “no”"),
                    used: Phrase("当作还没有确认", "It counts as not yet decided"))
                return open(line, note)
            }
            verdict = said
        }
        guard let kind = kind(line) else { return nil }
        let means = line.text(2)
        if verdict == .open { return open(line, note) }
        if case .column = kind {
            guard let alias = columnAlias(line, header: 1, field: 2, book: 3) else { return open(line, note) }
            return AliasDecision(
                kind: kind, written: alias.alias, means: alias.means, verdict: verdict, note: note, place: line.place(4)
            )
        }
        guard isFilled(line, 1), isFilled(line, 2) else { return nil }
        return AliasDecision(
            kind: kind, written: line.text(1), means: means, verdict: verdict, note: note, place: line.place(4))
    }

    /// A line that nobody has decided about, kept for what else was written in it.
    private mutating func open(_ line: SettingsTable.Line, _ note: String) -> AliasDecision? {
        guard !note.isEmpty || !line.text(4).isEmpty, let kind = kind(line) else { return nil }
        return AliasDecision(
            kind: kind, written: line.text(1), means: line.text(2), verdict: .open, note: note, place: line.place(4))
    }

    private mutating func kind(_ line: SettingsTable.Line) -> AliasKind? {
        let text = line.text(0)
        if AliasKind.customer.words.isWritten(text) { return .customer }
        if AliasKind.product.words.isWritten(text) { return .product }
        if AliasKind.column(nil).words.isWritten(text) { return .column(SettingsReading.book(line.text(3))) }
        reject(line, 0, expected: Phrase("客户、商品或栏目", "customer, product or column"))
        return nil
    }

    private static let answers: [String: AliasDecision.Verdict] = {
        var answers: [String: AliasDecision.Verdict] = [:]
        for word in ["是", "是的", "对", "确认", "y", "yes", "ok", "true", "1", "√", "✓"] { answers[word] = .confirmed }
        for word in ["否", "不是", "不", "不对", "n", "no", "false", "0", "x", "×"] { answers[word] = .refused }
        return answers
    }()
}
