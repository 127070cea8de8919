import Books
import Reconciler
import WorkbookWriter

/// The whole month on one page: each stage, below it what the step to the next is made of, and whether that reaches what
/// the next book says.
struct ChainBridge {
    let edition: Edition
    let book: WorkbookWriter
    let sheet: SheetWriter
    let proof: ChainProof
    /// The row of its title.
    let top: Int

    private typealias Labels = ChainLabels
    private var language: Language { edition.language }
    private var look: Look { edition.look }
    private var decimals: Int { proof.measure.decimals }

    /// A row of the bridge.
    private enum Row {
        /// A stage, the rows of the parts that lead to it, and the row of the stage they lead from; none where it
        /// begins anew.
        case stage(ChainStage, from: Int?, parts: ClosedRange<Int>?)
        case part(ChainStepSum.Part)
        case note(String)
    }

    private let rows: [Row]

    init(edition: Edition, book: WorkbookWriter, sheet: SheetWriter, proof: ChainProof, top: Int) {
        self.edition = edition
        self.book = book
        self.sheet = sheet
        self.proof = proof
        self.top = top
        rows = ChainBridge.rows(edition, proof, first: top + 2)
    }

    /// The last row it takes.
    var lastRow: Int { top + 1 + rows.count }

    private static func rows(_ edition: Edition, _ proof: ChainProof, first: Int) -> [Row] {
        let language = edition.language
        var rows: [Row] = []
        /// The stage that the last row stands at.
        var standing: (stage: ChainStage, row: Int)?
        func place(_ stage: ChainStage) {
            if standing?.stage == stage { return }
            rows.append(.stage(stage, from: nil, parts: nil))
            standing = (stage, first + rows.count - 1)
        }
        for (number, step) in proof.steps.enumerated() {
            if let why = step.whyNot {
                rows.append(.note("\(edition.words(step)): \(Labels.notCompared[language]) (\(why[language]))"))
                standing = nil
                continue
            }
            if standing?.stage != step.from, step.to == .debited { rows.append(.note(Labels.other[language])) }
            place(step.from)
            let from = standing?.row
            let parts = ChainStepSum(proof, number).parts(edition.reconciliation.findings).filter {
                $0.name != ChainStepSum.unaccountedName && $0.units != 0
            }
            let start = first + rows.count
            rows += parts.map { .part($0) }
            rows.append(.stage(step.to, from: from, parts: parts.isEmpty ? nil : start...(start + parts.count - 1)))
            standing = (step.to, first + rows.count - 1)
        }
        return rows
    }

    // MARK: Writing

    func write(_ block: ChainBlock, lastColumn: Int) {
        for column in 0...lastColumn {
            sheet.text(
                column == 0 ? Labels.whole[language] : "", row: top, column: column, style: book.style(look.section))
        }
        sheet.height(22, row: top)
        let heads = [
            Labels.stageOrCause, VariancesLabels.findingClass, VariancesLabels.count, Labels.part, Labels.reached,
            Labels.book, Labels.unaccountedHead,
        ]
        for (column, head) in heads.enumerated() {
            sheet.text(head[language], row: top + 1, column: column, style: book.style(look.head))
        }
        sheet.height(24, row: top + 1)
        for (place, row) in rows.enumerated() {
            switch row {
            case .stage(let stage, let from, let parts):
                write(stage, row: top + 2 + place, from: from, parts: parts, block)
            case .part(let part): write(part, row: top + 2 + place)
            case .note(let text):
                let note = look.cell.with {
                    $0.isItalic = true
                    $0.color = Look.quiet
                }
                sheet.merged(text, rows: (top + 2 + place)...(top + 2 + place), columns: 0...6, style: book.style(note))
            }
        }
    }

    private func write(_ part: ChainStepSum.Part, row: Int) {
        let style = look.tinted(look.cell, part.findingClass)
        sheet.text(
            part.words[language], row: row, column: 0, style: book.style(style.with { $0.indent = 3 }))
        let classWords = part.isClass ? Labels.normal : part.findingClass.words
        sheet.text(classWords[language], row: row, column: 1, style: book.style(style.with { $0.across = .center }))
        if part.isClass {
            sheet.blank(row: row, column: 2, style: book.style(style))
        } else {
            sheet.number(StoredNumber(part.count), row: row, column: 2, style: book.style(look.count(style)))
        }
        sheet.number(
            StoredNumber(units: part.units, decimals: decimals), row: row, column: 3,
            style: book.style(look.money(style)))
        for column in 4...6 { sheet.blank(row: row, column: column, style: book.style(style)) }
    }

    private func write(_ stage: ChainStage, row: Int, from: Int?, parts: ClosedRange<Int>?, _ block: ChainBlock) {
        let bold = look.cell.with {
            $0.isBold = true
            $0.fill = Look.shade
        }
        sheet.text(stage.words[language], row: row, column: 0, style: book.style(bold.with { $0.indent = 1 }))
        sheet.merged(
            stage.meaning[language], rows: row...row, columns: 1...3,
            style: book.style(
                bold.with {
                    $0.isBold = false
                    $0.color = Look.quiet
                    $0.size = 8
                    $0.wraps = true
                }))
        sheet.height(28, row: row)
        let money = book.style(look.money(bold))
        let total = proof.total(stage) ?? 0
        let unaccounted = stepSum(to: stage, from: from)
        let reached = StoredNumber(units: total &- unaccounted, decimals: decimals)
        let own = block.totalCell(stage) ?? "0"
        let formula =
            from.map { from in
                "ROUND(F\(from)" + (parts.map { "+SUM(D\($0.lowerBound):D\($0.upperBound))" } ?? "") + ",\(decimals))"
            } ?? own
        sheet.formula(formula, result: reached, row: row, column: 4, style: money)
        sheet.formula(own, result: StoredNumber(units: total, decimals: decimals), row: row, column: 5, style: money)
        let style = unaccounted == 0 ? look.dashedMoney(bold) : look.dashedMoney(look.tinted(bold, .missing))
        sheet.formula(
            "ROUND(F\(row)-E\(row),\(decimals))", result: StoredNumber(units: unaccounted, decimals: decimals),
            row: row, column: 6, style: book.style(style))
    }

    private func stepSum(to stage: ChainStage, from: Int?) -> Int64 {
        guard from != nil, let step = proof.steps.firstIndex(where: { $0.to == stage }) else { return 0 }
        return ChainStepSum(proof, step).unaccounted
    }
}
