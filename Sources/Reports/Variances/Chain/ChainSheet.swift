import Books
import Reconciler
import WorkbookWriter

/// The chain from order to ledger: the whole month as a bridge, then customers and products.
struct ChainSheet {
    let edition: Edition
    let book: WorkbookWriter
    let sheet: SheetWriter
    let variances: SheetWriter
    let chain: Chain

    private typealias Labels = ChainLabels
    private var language: Language { edition.language }

    static let nameWidth = 34.0, causesWidth = 46.0, linkWidth = 10.0

    func write() {
        edition.heading(
            sheet, book, title: "\(Labels.title[language]) \(edition.month.period)", subtitle: Labels.hint[language])
        guard let customers = chain[.customerAmount] else { return }
        let bridge = ChainBridge(edition: edition, book: book, sheet: sheet, proof: customers, top: 4)
        var top = bridge.lastRow + 2
        var blocks: [ChainBlock] = []
        for name in [ChainProof.Name.customerAmount, .productAmount, .productQuantity, .productStock] {
            guard let proof = chain[name] else { continue }
            let block = ChainBlock(
                edition: edition, book: book, sheet: sheet, variances: variances, proof: proof, top: top)
            blocks.append(block)
            top = block.totalRow + 2
        }
        let last = (blocks.map(\.causesColumn).max() ?? 6) + 1
        if let first = blocks.first { bridge.write(first, lastColumn: last) }
        for block in blocks { block.write(lastColumn: last, figureWidth: figureWidth) }
        arrange(blocks, lastColumn: last)
    }

    /// Wide enough for the largest sum.
    private var figureWidth: Double {
        let widest =
            chain.proofs.flatMap { proof in
                proof.stages.compactMap { column in
                    proof.total(column.stage).map { TerminalSummary.grouped(proof.measure.text($0)).utf8.count }
                }
            }.max() ?? 0
        return Double(max(widest + 2, 12))
    }

    private func arrange(_ blocks: [ChainBlock], lastColumn: Int) {
        sheet.width(ChainSheet.nameWidth, columns: 0...0)
        sheet.width(figureWidth, columns: 1...(lastColumn - 2))
        sheet.width(ChainSheet.causesWidth, columns: (lastColumn - 1)...(lastColumn - 1))
        sheet.width(ChainSheet.linkWidth, columns: lastColumn...lastColumn)
        sheet.freeze(aboveRow: 3, leftOfColumn: 1)
        sheet.hideGridLines()
        sheet.tab(0x2E6B5E)
        sheet.zoom(90)
        var setup = edition.printSetup(
            Labels.sheet[language], title: VariancesLabels.title, landscape: true, header: nil)
        setup.area = (1...(blocks.last?.totalRow ?? 4), 0...lastColumn)
        setup.breaks = blocks.map(\.top)
        sheet.print(setup)
    }
}
