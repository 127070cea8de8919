import Books
import Reconciler
import WorkbookWriter

/// The register of doubtful documents 疑问单据台账: what is in doubt about which document, since when, and what came of it.
struct DoubtfulDocumentsSheet {
    let edition: Edition
    let book: WorkbookWriter
    let sheet: SheetWriter
    /// For findings that earlier months had, the month in which each was first found.
    let since: [String: Period]

    private typealias Labels = OrdersLabels
    private var language: Language { edition.language }

    private static let columns = [
        SheetColumn(Labels.number, 6), SheetColumn(Labels.document, 20), SheetColumn(Labels.documentKind, 12),
        SheetColumn(Labels.documentDate, 12), SheetColumn(Labels.warehouse, 14), SheetColumn(Labels.party, 26),
        SheetColumn(Labels.doubt, 22), SheetColumn(Labels.explanation, 54), SheetColumn(Labels.amount, 14),
        SheetColumn(Labels.owner, 10), SheetColumn(Labels.since, 10), SheetColumn(Labels.handling, 12, isEntry: true),
        SheetColumn(Labels.outcome, 28, isEntry: true), SheetColumn(Labels.handler, 12, isEntry: true),
        SheetColumn(Labels.handledOn, 12, isEntry: true), SheetColumn(Labels.source, 30),
        SheetColumn(Labels.source, 30), SheetColumn(Labels.code, 26), SheetColumn(Labels.id, 14),
    ]
    private static let headerRow = 4, firstRow = 5, amountColumn = 8

    private var findings: [Finding] {
        let all = edition.reconciliation.findings
        return edition.reconciliation.orderDesk.doubtful.filter(all.indices.contains).map { all[$0] }
    }

    func write() {
        edition.heading(
            sheet, book, title: "\(Labels.doubtfulSheet[language]) \(edition.month.period)",
            subtitle: Labels.doubtfulHint[language])
        edition.header(DoubtfulDocumentsSheet.columns, row: DoubtfulDocumentsSheet.headerRow, sheet, book)
        let findings = findings, first = DoubtfulDocumentsSheet.firstRow
        let last = max(first, first + findings.count - 1)
        let documents = WrittenDocuments(edition.month, numbers: findings.compactMap { $0.key.first?.value })
        let styles = Dictionary(
            uniqueKeysWithValues: FindingClass.allCases.map { ($0, TintedRow(edition.look, $0, book)) })
        let cells = EntryCells(edition.look, book), plain = TintedRow(edition.look, .tied, book)
        for (place, finding) in findings.enumerated() {
            let row = first + place, tinted = styles[finding.findingClass] ?? plain
            sheet.number(StoredNumber(place + 1), row: row, column: 0, style: plain.count)
            write(finding, documents, row: row, tinted, plain)
            for column in 11...14 {
                let words = column == 11 ? HandlingState.open.words[language] : ""
                sheet.text(words, row: row, column: column, style: column == 14 ? cells.day : cells.text)
            }
        }
        if findings.isEmpty {
            sheet.text(Labels.noDoubt[language], row: first, column: 1, style: book.style(edition.look.base))
        }
        edition.offerHandling(sheet, rows: first...last, state: 11, day: 14)
        edition.arrange(
            sheet, title: Labels.doubtfulSheet, headerRow: DoubtfulDocumentsSheet.headerRow, lastRow: last,
            lastColumn: DoubtfulDocumentsSheet.columns.count - 1, frozenColumns: 2, printedColumns: 14, tab: 0x5F497A)
        writeTotal(findings, first: first, last: last)
    }

    private func write(
        _ finding: Finding, _ documents: WrittenDocuments, row: Int, _ tinted: TintedRow, _ plain: TintedRow
    ) {
        let columns = DoubtfulDocumentsSheet.columns, number = finding.key.first?.value ?? ""
        let document = documents[number]
        let title = RuleWords.title(finding.code)[language], explanation = finding.explanation[language]
        sheet.text(number, row: row, column: 1, style: plain.wrapped)
        sheet.text(document?.kind[language] ?? "", row: row, column: 2, style: plain.center)
        sheet.day(document?.date, row: row, column: 3, style: plain.day)
        sheet.text(document?.warehouse ?? "", row: row, column: 4, style: plain.wrapped)
        sheet.text(finding.party ?? "", row: row, column: 5, style: plain.wrapped)
        sheet.text(title, row: row, column: 6, style: tinted.wrapped)
        sheet.text(explanation, row: row, column: 7, style: tinted.wrapped)
        sheet.amount(finding.amount, row: row, column: DoubtfulDocumentsSheet.amountColumn, style: plain.money)
        sheet.text(finding.owner.words[language], row: row, column: 9, style: plain.center)
        let period = since[finding.id] ?? edition.month.period
        sheet.text(period.description, row: row, column: 10, style: plain.center)
        for (place, column) in [15, 16].enumerated() {
            guard place < finding.sources.count else {
                sheet.text("", row: row, column: column, style: plain.text)
                continue
            }
            let cell = finding.sources[place].reference
            sheet.link(edition.link(cell), text: edition.shortName(cell), row: row, column: column, style: plain.link)
        }
        sheet.text(finding.code, row: row, column: 17, style: plain.text)
        sheet.text(finding.id, row: row, column: 18, style: plain.text)
        sheet.height(
            Look.height([
                (explanation, columns[7].width), (title, columns[6].width), (finding.party ?? "", columns[5].width),
                (number, columns[1].width),
            ]), row: row)
    }

    private func writeTotal(_ findings: [Finding], first: Int, last: Int) {
        let look = edition.look
        for column in 0...14 {
            sheet.text(
                column == 0 ? Labels.total[language] : "", row: last + 1, column: column, style: book.style(look.total))
        }
        sheet.formula(
            "COUNT(A\(first):A\(last))", result: StoredNumber(findings.count), row: last + 1, column: 1,
            style: book.style(look.count(look.total)))
        sheet.formula(
            "ROUND(SUM(I\(first):I\(last)),2)", result: edition.sum(findings.map(\.amount)).stored, row: last + 1,
            column: DoubtfulDocumentsSheet.amountColumn, style: book.style(look.dashedMoney(look.total)))
    }
}

/// What the warehouse's documents and the orders say of themselves, for some numbers.
private struct WrittenDocuments {
    struct Document {
        let kind: Phrase
        let date: Day?
        let warehouse: String
    }

    private var documents: [String: Document] = [:]

    init(_ month: Month, numbers: [String]) {
        var wanted: [Symbol: String] = [:]
        for number in numbers { if let symbol = month.texts.find(number) { wanted[symbol] = number } }
        let orders = month[.orders], movements = month[.movements]
        var before = Symbol.none
        for (row, symbol) in movements.symbols(.documentNumber).enumerated() where symbol != before {
            before = symbol
            guard let number = wanted[symbol], documents[number] == nil else { continue }
            let kind = month.text(movements.symbol(.documentKind, row))
            documents[number] = Document(
                kind: DocumentKind(rawValue: kind)?.words ?? Phrase(kind, kind), date: movements.day(.date, row),
                warehouse: month.text(movements.symbol(.warehouse, row)))
        }
        for (row, symbol) in orders.symbols(.orderNumber).enumerated() where symbol != before {
            before = symbol
            guard let number = wanted[symbol], documents[number] == nil else { continue }
            documents[number] = Document(
                kind: BookKind.orders.words, date: orders.day(.orderDate, row), warehouse: "")
        }
    }

    subscript(number: String) -> Document? { documents[number] }
}
