import Books
import Reconciler
import WorkbookWriter

/// One tie with its pairs and the totals of both sides.
struct TieSheet {
    let edition: Edition
    let book: WorkbookWriter
    let sheet: SheetWriter
    let tie: TieResult

    private typealias Labels = VariancesLabels

    /// The pairs that are listed: what is matched and not listed is in the totals.
    let listed: ArraySlice<TiePair>
    private let unlisted: (count: Int, left: Int64, right: Int64)

    init(edition: Edition, book: WorkbookWriter, sheet: SheetWriter, tie: TieResult) {
        self.edition = edition
        self.book = book
        self.sheet = sheet
        self.tie = tie
        // A sheet has only so many rows.
        listed = tie.pairs.prefix(1_000_000)
        let rest = tie.pairs.dropFirst(1_000_000)
        // The tie's own sums are known to fit, and these are part of them.
        unlisted = (
            tie.summed.count + rest.count, rest.reduce(tie.summed.left) { $0 &+ ($1.left ?? 0) },
            rest.reduce(tie.summed.right) { $0 &+ ($1.right ?? 0) }
        )
    }

    // MARK: Where things stand

    static let totalRow = 4, filteredRow = 5, unlistedRow = 6, headerRow = 7, firstRow = 8

    var lastRow: Int { max(TieSheet.firstRow, TieSheet.firstRow + listed.count - 1) }
    private var partyColumn: Int { max(tie.keyNames.count, 1) }
    private var leftColumn: Int { partyColumn + 1 }
    private var rightColumn: Int { partyColumn + 2 }
    private var differenceColumn: Int { partyColumn + 3 }
    private var outcomeColumn: Int { partyColumn + 4 }
    private var stageColumn: Int { partyColumn + 5 }
    private var ruleColumn: Int { partyColumn + 6 }
    private var lastColumn: Int { partyColumn + 8 }

    private func range(_ column: Int) -> String {
        fixedRange(sheet: sheet.name, rows: TieSheet.firstRow...lastRow, columns: column...column)
    }

    private func unlistedCell(_ column: Int) -> String {
        quotedSheetName(sheet.name) + "!" + fixedCellName(row: TieSheet.unlistedRow, column: column)
    }

    /// The formula of a side's sum over the listed pairs and what is summed instead.
    func sumFormula(left: Bool) -> String {
        let column = left ? leftColumn : rightColumn
        return "ROUND(SUM(\(range(column)))+N(\(unlistedCell(column))),\(tie.measure.decimals))"
    }

    /// The formula of how many pairs ended so.
    func countFormula(_ outcome: TiePair.Outcome) -> String {
        let listed = "COUNTIF(\(range(outcomeColumn)),\"\(outcome.words[edition.language])\")"
        return outcome == .matched ? "\(listed)+N(\(unlistedCell(outcomeColumn)))" : listed
    }

    // MARK: Writing

    func write() {
        let language = edition.language, look = edition.look
        edition.heading(
            sheet, book, title: "\(tie.name[language]) \(edition.month.period)",
            subtitle: "\(tie.measure.words[language]) · \(tie.left[language]) ↔ \(tie.right[language])")
        writeTotals()
        let head = book.style(look.head)
        var headers = tie.keyNames.map { RuleWords.keyName($0)[language] }
        if headers.isEmpty { headers = [Labels.document[language]] }
        headers += [
            Labels.party[language], tie.left[language], tie.right[language], Labels.difference[language],
            Labels.outcome[language], Labels.matchedBy[language], Labels.rule[language],
            Labels.leftSource[language], Labels.rightSource[language],
        ]
        for (column, header) in headers.enumerated() {
            sheet.text(
                header.prefix(1).uppercased() + header.dropFirst(), row: TieSheet.headerRow, column: column, style: head
            )
        }
        sheet.height(24, row: TieSheet.headerRow)
        writePairs()
        arrange()
    }

    private var figureFormat: String {
        let figures = listed.flatMap { pair -> [Int64] in [pair.left ?? 0, pair.right ?? 0] }
        return Look.format(
            of: figures, decimals: tie.measure.decimals, atLeast: tie.measure == .amount ? Amount.decimals : 0,
            dashForNought: true)
    }

    private func writeTotals() {
        let look = edition.look, language = edition.language, format = figureFormat
        let total = book.style(look.figure(look.total, format)), shown = book.style(look.figure(look.cell, format))
        let difference = tie.rightSum.subtractingReportingOverflow(tie.leftSum).partialValue
        let all = (left: tie.leftSum, right: tie.rightSum, difference: difference)
        writeSums(Labels.total, row: TieSheet.totalRow, all, label: book.style(look.total), total) { column in
            sumFormula(left: column == leftColumn)
        }
        let own = (
            left: listed.reduce(Int64(0)) { $0 &+ ($1.left ?? 0) },
            right: listed.reduce(Int64(0)) { $0 &+ ($1.right ?? 0) },
            difference: difference &- unlisted.right &+ unlisted.left
        )
        writeSums(Labels.filtered, row: TieSheet.filteredRow, own, label: book.style(look.cell), shown) { column in
            "ROUND(SUBTOTAL(109,\(range(column))),\(tie.measure.decimals))"
        }
        guard unlisted.count > 0 else { return }
        let row = TieSheet.unlistedRow, decimals = tie.measure.decimals
        sheet.text(Labels.notListed(unlisted.count)[language], row: row, column: 0)
        for (column, sum) in [(leftColumn, unlisted.left), (rightColumn, unlisted.right)] {
            sheet.number(StoredNumber(units: sum, decimals: decimals), row: row, column: column, style: shown)
        }
        sheet.number(StoredNumber(unlisted.count), row: row, column: outcomeColumn, style: shown)
    }

    /// A row of sums: both sides, each by a formula, and their difference.
    private func writeSums(
        _ label: Phrase, row: Int, _ sums: (left: Int64, right: Int64, difference: Int64), label labelStyle: StyleID,
        _ style: StyleID, formula: (Int) -> String
    ) {
        let decimals = tie.measure.decimals
        for column in 0...partyColumn {
            sheet.text(column == 0 ? label[edition.language] : "", row: row, column: column, style: labelStyle)
        }
        let difference =
            "ROUND(\(cellName(row: row, column: rightColumn))-\(cellName(row: row, column: leftColumn)),\(decimals))"
        for (column, sum) in [(leftColumn, sums.left), (rightColumn, sums.right), (differenceColumn, sums.difference)] {
            sheet.formula(
                column == differenceColumn ? difference : formula(column),
                result: StoredNumber(units: sum, decimals: decimals), row: row, column: column, style: style)
        }
    }

    private func writePairs() {
        let styles = Styles(edition.look, book, format: figureFormat)
        for (place, pair) in listed.enumerated() {
            let rule = pair.code.flatMap { RuleBook.rule($0) }
            let row =
                pair.outcome == .explained ? styles.explained : styles[rule?.findingClass ?? pair.outcome.findingClass]
            write(pair, rule: rule, row: TieSheet.firstRow + place, row)
        }
    }

    /// The styles of the pairs, by class.
    private struct Styles {
        struct Row {
            let text: StyleID, center: StyleID, figure: StyleID, link: StyleID

            init(_ style: Style, _ look: Look, _ book: WorkbookWriter, format: String) {
                let worded = style.with {
                    $0.numberFormat = "@"
                    $0.across = .left
                    $0.indent = 1
                }
                text = book.style(worded)
                center = book.style(style.with { $0.across = .center })
                figure = book.style(
                    look.figure(style, format))
                link = book.style(look.link(worded))
            }
        }

        private let rows: [FindingClass: Row]
        let explained: Row

        init(_ look: Look, _ book: WorkbookWriter, format: String) {
            rows = Dictionary(
                uniqueKeysWithValues: FindingClass.allCases.map {
                    ($0, Row(look.tinted(look.cell, $0), look, book, format: format))
                })
            explained = Row(
                look.cell.with {
                    $0.color = Look.quiet
                    $0.isItalic = true
                }, look, book, format: format)
        }

        subscript(findingClass: FindingClass) -> Row { rows[findingClass] ?? explained }
    }

    private func write(_ pair: TiePair, rule: Rule?, row: Int, _ styles: Styles.Row) {
        let month = edition.month, language = edition.language, decimals = tie.measure.decimals
        for column in 0..<partyColumn {
            let text = column < pair.key.count ? month.text(pair.key[column]) : ""
            sheet.text(text, row: row, column: column, style: styles.text)
        }
        sheet.text(month.text(pair.party), row: row, column: partyColumn, style: styles.text)
        for (side, column) in [(pair.left, leftColumn), (pair.right, rightColumn)] {
            if let side {
                sheet.number(
                    StoredNumber(units: side, decimals: decimals), row: row, column: column, style: styles.figure)
            } else {
                // Absent is not nought: the cell stays empty.
                sheet.blank(row: row, column: column, style: styles.figure)
            }
        }
        let difference = (pair.right ?? 0).subtractingReportingOverflow(pair.left ?? 0).partialValue
        sheet.formula(
            "ROUND(\(cellName(row: row, column: rightColumn))-\(cellName(row: row, column: leftColumn)),\(decimals))",
            result: StoredNumber(units: difference, decimals: decimals), row: row, column: differenceColumn,
            style: styles.figure)
        sheet.text(pair.outcome.words[language], row: row, column: outcomeColumn, style: styles.center)
        sheet.text(pair.stage?.words[language] ?? "", row: row, column: stageColumn, style: styles.text)
        sheet.text(rule?.title[language] ?? pair.code ?? "", row: row, column: ruleColumn, style: styles.text)
        for (origin, column) in [(pair.leftOrigin, lastColumn - 1), (pair.rightOrigin, lastColumn)] {
            guard let cell = origin.flatMap({ edition.cell(of: $0, in: tie) }) else {
                sheet.text("", row: row, column: column, style: styles.text)
                continue
            }
            sheet.link(edition.link(cell), text: edition.shortName(cell), row: row, column: column, style: styles.link)
        }
    }

    private func arrange() {
        for column in 0..<partyColumn { sheet.width(column == 0 ? 22 : 16, columns: column...column) }
        sheet.width(24, columns: partyColumn...partyColumn)
        sheet.width(17, columns: leftColumn...differenceColumn)
        sheet.width(12, columns: outcomeColumn...outcomeColumn)
        sheet.width(20, columns: stageColumn...stageColumn)
        sheet.width(26, columns: ruleColumn...ruleColumn)
        sheet.width(34, columns: (lastColumn - 1)...lastColumn)
        sheet.freeze(aboveRow: TieSheet.firstRow, leftOfColumn: partyColumn)
        sheet.filter(rows: TieSheet.headerRow...lastRow, columns: 0...lastColumn)
        sheet.hideGridLines()
        sheet.tab(0x1F3A5F)
        sheet.zoom(90)
        sheet.print(
            edition.printSetup(
                tie.name[edition.language], title: Labels.title, landscape: true,
                header: TieSheet.headerRow...TieSheet.headerRow))
    }
}

extension Edition {
    /// The cell of a pair's record that holds what the tie compares; the row's first cell where it cannot be told.
    func cell(of origin: Origin, in tie: TieResult) -> CellReference? {
        guard month.regions.indices.contains(Int(origin.region)) else { return nil }
        let region = month.regions[Int(origin.region)]
        let field: Field =
            switch region.book {
            case .counts: .countedQuantity
            case .receivables: tie.id == TieName.receivableReceipts.rawValue ? .received : .amount
            case .ledger: tie.id == TieName.receiptsLedger.rawValue ? .credit : .debit
            case .receipts: .amount
            case .movements, .orders: tie.measure == .amount ? .amount : .quantity
            default: .quantity
            }
        return month.cell(origin, [field, .quantity].first { region.places[$0] != nil })
    }
}
