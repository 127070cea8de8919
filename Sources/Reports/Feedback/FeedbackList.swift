import Books
import WorkbookEditor
import WorkbookWriter

/// The list of a file's findings, as the first sheet of the sender's workbook or as a workbook of its own.
struct FeedbackList {
    let feedback: Feedback
    /// What is to be said above the list.
    let why: Phrase?
    /// Whether the cells stand in the same workbook, so that links lead there.
    let leads: Bool
    /// What sheets are called there, where that is not their own name.
    var sheetNames: [String: String] = [:]

    private var language: Language { feedback.language }

    private enum Column: Int, CaseIterable {
        case number, findingClass, rule, cell, expected, actual, advice, also1, also2, elsewhere

        var label: Phrase {
            switch self {
            case .number: VariancesLabels.number
            case .findingClass: VariancesLabels.findingClass
            case .rule: VariancesLabels.rule
            case .cell: FeedbackWords.cell
            case .expected: VariancesLabels.expected
            case .actual: VariancesLabels.actual
            case .advice: FeedbackWords.advice
            case .also1, .also2: FeedbackWords.also
            case .elsewhere: FeedbackWords.elsewhere
            }
        }

        /// In characters.
        var width: Double {
            switch self {
            case .number: 6
            case .findingClass: 10
            case .rule: 22
            case .cell: 16
            case .expected, .actual: 16
            case .advice: 56
            case .also1, .also2: 14
            case .elsewhere: 30
            }
        }
    }

    var sheet: ListSheet {
        let base = CellLook(font: Look(language).base.font ?? "Calibri")
        let words = FeedbackWords(language: language)
        let name = feedback.file.split(separator: "/").last.map(String.init) ?? feedback.file
        var rows = [
            ListSheet.Row(
                [
                    ListSheet.Cell(
                        "\(FeedbackWords.title[language]) \(feedback.period)  \(name)",
                        base.with {
                            $0.size = 16
                            $0.isBold = true
                            $0.color = Look.header.rgb
                        })
                ], height: 28),
            ListSheet.Row([ListSheet.Cell(subtitle, base.with { $0.color = Look.quiet.rgb })]),
        ]
        let unlisted = feedback.items.count - Feedback.rowLimit
        for remark in [why, unlisted > 0 ? FeedbackWords.notListed(unlisted) : nil].compactMap({ $0 }) {
            rows.append(
                ListSheet.Row([
                    ListSheet.Cell(
                        remark[language],
                        base.with {
                            $0.isBold = true
                            $0.color = FindingClass.missing.colors?.font.rgb
                        })
                ]))
        }
        let head = base.with {
            $0.isBold = true
            $0.color = 0xFFFFFF
            $0.fill = Look.header.rgb
            $0.hasBorder = true
            $0.isCentred = true
        }
        rows.append(ListSheet.Row(Column.allCases.map { ListSheet.Cell($0.label[language], head) }, height: 22))
        let frozen = rows.count
        let cell = base.with {
            $0.hasBorder = true
            $0.wraps = true
        }
        for (number, item) in feedback.items.prefix(Feedback.rowLimit).enumerated() {
            rows.append(row(item, number: number + 1, cell, words))
        }
        return ListSheet(
            name: FeedbackSheet.name[language], tabColor: 0xC00000, widths: Column.allCases.map(\.width), rows: rows,
            frozenRows: frozen)
    }

    private var subtitle: String {
        var said = [FeedbackWords.count(feedback.count)]
        if leads { said.append(FeedbackWords.leads) }
        if feedback.items.contains(where: { $0.finding.findingClass == .timing }) { said.append(FeedbackWords.timing) }
        return said.map { $0[language] }.joined(separator: Phrase("", " ")[language])
    }

    private func row(_ item: Feedback.Item, number: Int, _ look: CellLook, _ words: FeedbackWords) -> ListSheet.Row {
        let finding = item.finding
        let tinted = look.with {
            $0.fill = finding.findingClass.colors?.fill.rgb
            $0.color = finding.findingClass.colors?.font.rgb
        }
        let link = tinted.with { $0.isUnderlined = leads }
        let plainLink = look.with {
            $0.isUnderlined = leads
            $0.color = leads ? 0x0563C1 : nil
        }
        let title = RuleWords.title(finding.code)[language]
        let expected = words.figure(finding.expected, finding) ?? ""
        let actual = words.figure(finding.actual, finding) ?? ""
        let advice = finding.explanation[language]
        let elsewhere = item.elsewhere.isEmpty ? "" : words.places(item.elsewhere)
        // Of more cells than there is room for, the last column says how many.
        let others = item.cells.dropFirst()
        var more = others.dropFirst().first.map { place($0, item, plainLink) }
        if others.count > 2 {
            more?.text += Phrase(" 等 \(others.count - 1) 处", " and \(others.count - 2) more")[language]
        }
        let first =
            item.cells.first.map { place($0, nil, link) }
            ?? ListSheet.Cell(FeedbackWords.whole[language], tinted)
        let height = Look.height([
            (title, Column.rule.width), (first.text, Column.cell.width), (expected, Column.expected.width),
            (actual, Column.actual.width), (advice, Column.advice.width), (elsewhere, Column.elsewhere.width),
            (more?.text ?? "", Column.also2.width),
        ])
        return ListSheet.Row(
            [
                ListSheet.Cell(String(number), look.with { $0.isCentred = true }),
                ListSheet.Cell(finding.findingClass.words[language], tinted.with { $0.isCentred = true }),
                ListSheet.Cell(title, look), first, ListSheet.Cell(expected, look), ListSheet.Cell(actual, look),
                ListSheet.Cell(advice, look),
                others.first.map { place($0, item, plainLink) } ?? ListSheet.Cell("", look),
                more ?? ListSheet.Cell("", look), ListSheet.Cell(elsewhere, look),
            ], height: height)
    }

    /// A cell by its address; with its sheet, unless that is the one of the finding's first cell.
    private func place(_ cell: CellReference, _ item: Feedback.Item?, _ look: CellLook) -> ListSheet.Cell {
        let isSame = item?.cells.first?.sheet == cell.sheet
        let sheet = sheetNames[cell.sheet] ?? cell.sheet
        return ListSheet.Cell(
            isSame ? cell.cell : "\(sheet)!\(cell.cell)", look, link: leads ? (sheet, cell.cell) : nil)
    }
}
