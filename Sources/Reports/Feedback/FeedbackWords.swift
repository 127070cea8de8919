import Books
import WorkbookWriter

/// What is said to the sender of a file, in the language of his sheet.
struct FeedbackWords {
    let language: Language

    static let title = Phrase("核对意见", "Findings")
    static let cell = Phrase("单元格", "Cell")
    static let also = Phrase("相关单元格", "Also")
    static let elsewhere = Phrase("其他文件", "In other files")
    static let advice = Phrase("说明与处理", "What to do")
    static let whole = Phrase("整个文件", "whole file")

    static func count(_ count: Int) -> Phrase {
        Phrase("共 \(count) 条。请在原表中更正后发回。", "\(count) in all. Correct them in the sheets and send the workbook back.")
    }
    static let leads = Phrase("点击单元格可跳到原处。", "A cell's address leads to it.")
    static let timing = Phrase("时间性的不必更正，下月应消除。", "What is a matter of timing needs no correction.")

    static func notListed(_ count: Int) -> Phrase {
        Phrase("另有 \(count) 条没有列出，见差异表。", "\(count) more are not listed; the variance workbook has them.")
    }

    static func onlyListed(_ count: Int) -> Phrase {
        Phrase(
            "另有 \(count) 个单元格只列在表中，没有涂色和批注。",
            "\(count) more cells are only listed, without colour and comment.")
    }

    /// What a cell's note says of a finding: what was expected, what stands there, and what to do.
    func note(_ item: Feedback.Item) -> String {
        let finding = item.finding
        let open = Phrase("【", "[")[language], close = Phrase("】", "] ")[language]
        var lines = [open + finding.findingClass.words[language] + close + RuleWords.title(finding.code)[language]]
        if let expected = figure(finding.expected, finding) {
            lines.append(said(VariancesLabels.expected, expected))
        }
        if let actual = figure(finding.actual, finding) { lines.append(said(VariancesLabels.actual, actual)) }
        lines.append(said(Self.advice, finding.explanation[language]))
        if !item.elsewhere.isEmpty { lines.append(said(Self.elsewhere, places(item.elsewhere))) }
        return lines.joined(separator: "\n")
    }

    /// A figure with its unit; the identifiers of fields become what people call them.
    func figure(_ figure: Figure?, _ finding: Finding) -> String? {
        switch figure {
        case nil: return nil
        case .quantity(let quantity):
            return quantity.description + (finding.unit.map { Phrase($0, " " + $0)[language] } ?? "")
        case .text(let text):
            let parts = text.split(separator: ", ").map { $0.split(separator: "|").map(String.init) }
            guard parts.count > 1 || (parts.first?.count ?? 0) > 1,
                parts.allSatisfy({ $0.allSatisfy { Field(rawValue: $0) != nil } })
            else { return RuleWords.value(text)[language] }
            let or = Phrase("或", " or ")[language], and = Phrase("、", ", ")[language]
            return parts.map { $0.map { RuleWords.value($0)[language] }.joined(separator: or) }.joined(separator: and)
        case .some(let other): return other.text(in: language)
        }
    }

    /// The first few of some cells in other files.
    func places(_ cells: [CellReference]) -> String {
        let shown = cells.prefix(3).map { cell in
            let name = cell.file.split(separator: "/").last.map(String.init) ?? cell.file
            return cell.sheet.isEmpty ? name : "\(name) \(cell.sheet)!\(cell.cell)"
        }
        let more = cells.count > 3 ? Phrase("等 \(cells.count) 处", " and \(cells.count - 3) more")[language] : ""
        return shown.joined(separator: Phrase("；", "; ")[language]) + more
    }

    private func said(_ label: Phrase, _ text: String) -> String {
        label[language] + Phrase("：", ": ")[language] + text
    }

    /// The height in pixels of a note's box so wide, in which a note finds room.
    static func height(_ note: String, width: Int) -> Int {
        min(max(TextWidth.lines(note, room: width / 7) * 16 + 14, 60), 480)
    }
}
