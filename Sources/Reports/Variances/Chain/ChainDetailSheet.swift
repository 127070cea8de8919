import Books
import Reconciler
import WorkbookWriter

/// The parts of every residual, a row each, with the finding that each is.
struct ChainDetailSheet {
    let edition: Edition
    let book: WorkbookWriter
    let sheet: SheetWriter
    let variances: SheetWriter
    let chain: Chain

    private typealias Labels = ChainLabels
    private var language: Language { edition.language }
    private var look: Look { edition.look }

    /// Parts of one proof above which the smaller ones are not listed.
    static let listLimit = 2_000

    static let headerRow = 4

    private struct Row {
        let proof: ChainProof
        let line: ChainLine
        let step: ChainStep
        let part: ChainPart
    }

    /// The parts that are listed: of each proof the largest, in the order of lines and steps; and how many are not.
    private func rows() -> ([Row], unlisted: Int) {
        var listed: [Row] = [], unlisted = 0
        // Money by product is a division of money by customer, so its parts are the customers' over again.
        for proof in chain.proofs where proof.name != .productAmount {
            var own: [Row] = []
            for line in proof.lines {
                for (step, parts) in zip(proof.steps, line.parts) {
                    own += parts.map { Row(proof: proof, line: line, step: step, part: $0) }
                }
            }
            let largest = own.indices.sorted {
                (own[$1].part.units.magnitude, $0) < (own[$0].part.units.magnitude, $1)
            }.prefix(ChainDetailSheet.listLimit).sorted()
            listed += largest.map { own[$0] }
            unlisted += own.count - largest.count
        }
        return (listed, unlisted)
    }

    func write() {
        edition.heading(
            sheet, book, title: "\(Labels.detailSheet[language]) \(edition.month.period)",
            subtitle: Labels.detailHint[language])
        let heads: [(Phrase, Double)] = [
            (Labels.proof, 24), (Labels.line, 28), (Labels.step, 20), (VariancesLabels.findingClass, 12),
            (Labels.cause, 30), (VariancesLabels.document, 26), (Labels.part, 15), (Labels.finding, 12),
        ]
        for (column, head) in heads.enumerated() {
            sheet.text(
                head.0[language], row: ChainDetailSheet.headerRow, column: column, style: book.style(look.head))
            sheet.width(head.1, columns: column...column)
        }
        sheet.height(24, row: ChainDetailSheet.headerRow)
        let (rows, unlisted) = rows()
        for (place, row) in rows.enumerated() { write(row, ChainDetailSheet.headerRow + 1 + place) }
        let last = ChainDetailSheet.headerRow + max(rows.count, 1)
        sheet.freeze(aboveRow: ChainDetailSheet.headerRow + 1, leftOfColumn: 2)
        sheet.filter(rows: ChainDetailSheet.headerRow...last, columns: 0...heads.count - 1)
        sheet.hideGridLines()
        sheet.tab(0x2E6B5E)
        sheet.zoom(90)
        sheet.print(
            edition.printSetup(
                Labels.detailSheet[language], title: VariancesLabels.title, landscape: true,
                header: ChainDetailSheet.headerRow...ChainDetailSheet.headerRow))
        if unlisted > 0 {
            sheet.text(Labels.notListed(unlisted)[language], row: last + 1, column: 0, style: book.style(look.subtitle))
        }
    }

    private func write(_ row: Row, _ place: Int) {
        let (words, findingClass, classWords) = edition.words(row.part.cause)
        let style = look.tinted(look.cell, findingClass)
        let text = book.style(look.tinted(look.textCell, findingClass))
        sheet.text(row.proof.name.words[language], row: place, column: 0, style: text)
        sheet.text(edition.name(row.line, of: row.proof), row: place, column: 1, style: text)
        sheet.text(edition.words(row.step), row: place, column: 2, style: text)
        sheet.text(
            classWords[language], row: place, column: 3, style: book.style(style.with { $0.across = .center }))
        sheet.text(words[language], row: place, column: 4, style: text)
        let format =
            row.proof.measure == .amount
            ? Look.moneyFormat
            : Look.format(units: row.part.units, decimals: row.proof.measure.decimals, atLeast: 0)
        sheet.number(
            StoredNumber(units: row.part.units, decimals: row.proof.measure.decimals), row: place, column: 6,
            style: book.style(look.figure(style, format)))
        guard case .finding(let number) = row.part.cause, edition.reconciliation.findings.indices.contains(number)
        else {
            for column in [5, 7] { sheet.text("", row: place, column: column, style: text) }
            return
        }
        let key = KeyColumns(edition.reconciliation.findings[number].key, language)
        let about = [key.document, key.place].filter { !$0.isEmpty }.joined(separator: " ")
        sheet.text(about, row: place, column: 5, style: text)
        sheet.link(
            edition.link(toFinding: number, in: variances), text: QuestionLabels.row(number + 1)[language], row: place,
            column: 7, style: book.style(look.link(look.tinted(look.centered, findingClass))))
    }
}
