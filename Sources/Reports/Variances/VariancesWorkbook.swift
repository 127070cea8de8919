import Books
import Reconciler
import WorkbookWriter

/// The variances workbook 差异表: what was found, for people to work.
struct VariancesWorkbook {
    let edition: Edition

    /// Writes the workbook.
    ///
    /// - Throws: `WritingError`; what stood there before then still stands there.
    func write(to path: String) throws {
        try WorkbookWriter.write(to: path, properties: edition.properties(VariancesLabels.title)) { book in
            book.defaultStyle = edition.look.base
            let language = edition.language
            // The tabs stand in the order in which they are made; what refers to what does not matter.
            let summary = try book.addSheet(VariancesLabels.summarySheet[language])
            let variances = try book.addLongSheet(VariancesLabels.variancesSheet[language], rowHeight: Look.rowHeight)
            // A month that asks nothing and has no chain has no sheets for them.
            let questions =
                edition.reconciliation.questions.isEmpty
                ? nil : try book.addLongSheet(QuestionLabels.sheet[language], rowHeight: Look.rowHeight)
            let chain = try edition.reconciliation.chain.map { chain in
                (chain, try book.addLongSheet(ChainLabels.sheet[language], rowHeight: Look.rowHeight))
            }
            let ties = try edition.reconciliation.ties.map { tie in
                TieSheet(
                    edition: edition, book: book,
                    sheet: try book.addLongSheet(tie.name[language], rowHeight: Look.rowHeight), tie: tie)
            }
            let detail = try chain.map { _ in
                try book.addLongSheet(ChainLabels.detailSheet[language], rowHeight: Look.rowHeight)
            }
            let legend = LegendSheet(
                edition: edition, book: book, sheet: try book.addSheet(VariancesLabels.legendSheet[language]))
            let sources = try book.addSheet(VariancesLabels.sourcesSheet[language])

            SummarySheet(edition: edition, book: book, sheet: summary, variances: variances, ties: ties).write()
            VariancesSheet(
                edition: edition, book: book, sheet: variances, reasonList: legend.reasonList,
                stateList: legend.stateList
            ).write()
            if let questions {
                QuestionsSheet(edition: edition, book: book, sheet: questions, variances: variances).write()
            }
            if let (chain, sheet) = chain {
                ChainSheet(edition: edition, book: book, sheet: sheet, variances: variances, chain: chain).write()
            }
            for tie in ties { tie.write() }
            if let chain = chain?.0, let detail {
                ChainDetailSheet(edition: edition, book: book, sheet: detail, variances: variances, chain: chain)
                    .write()
            }
            legend.write()
            SourcesSheet(edition: edition, book: book, sheet: sources).write()
            summary.activate()
        }
    }
}
