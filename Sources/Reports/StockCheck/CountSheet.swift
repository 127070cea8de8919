import Books
import Reconciler
import WorkbookWriter

/// One warehouse's count sheet, fit for printing and signing. Over, short and value are live: they follow what is
/// written into the counted and recounted columns.
struct CountSheet {
    let edition: Edition
    let book: WorkbookWriter
    let sheet: SheetWriter
    let warehouse: String
    let lines: [StockLine]

    private typealias Labels = StockCheckLabels
    private var language: Language { edition.language }
    private var look: Look { edition.look }

    /// High enough to write in by hand.
    static let rowHeight = 21.0

    enum Column: Int, CaseIterable {
        case number, code, name, spec, unit, location, book, moved, counted, recounted, over, short, unitCost, value
        case reason, remarks

        var label: Phrase {
            switch self {
            case .number: Labels.number
            case .code: Labels.code
            case .name: Labels.name
            case .spec: Labels.spec
            case .unit: Labels.unit
            case .location: Labels.location
            case .book: Labels.book
            case .moved: Labels.moved
            case .counted: Labels.counted
            case .recounted: Labels.recounted
            case .over: Labels.over
            case .short: Labels.short
            case .unitCost: Labels.unitCost
            case .value: Labels.value
            case .reason: Labels.reason
            case .remarks: Labels.remarks
            }
        }

        var width: Double {
            switch self {
            case .number, .unit: 6
            case .code: 15
            case .name: 24
            case .spec: 14
            case .location: 10
            case .book, .counted, .recounted, .over, .short: 11
            case .moved: 10
            case .unitCost: 11
            case .value: 13
            case .reason: 14
            case .remarks: 28
            }
        }

        var isEntry: Bool { [.counted, .recounted, .reason, .remarks].contains(self) }
    }

    static let headerRow = 4, firstRow = 5
    var lastRow: Int { max(CountSheet.firstRow, CountSheet.firstRow + lines.count - 1) }
    var totalRow: Int { lastRow + 1 }

    /// A column's cells as a formula on another sheet writes them.
    func range(_ column: Column) -> String {
        fixedRange(
            sheet: sheet.name, rows: CountSheet.firstRow...lastRow, columns: column.rawValue...column.rawValue)
    }

    /// A column's total as a formula on another sheet writes it.
    func totalCell(_ column: Column) -> String {
        quotedSheetName(sheet.name) + "!" + fixedCellName(row: totalRow, column: column.rawValue)
    }

    /// Over and short of a line; `nil` where there is nothing to compare.
    static func overAndShort(_ line: StockLine) -> (over: Quantity, short: Quantity)? {
        line.difference.map { ($0 > .zero ? $0 : .zero, $0 < .zero ? $0.magnitude : .zero) }
    }

    func write() {
        let days = lines.compactMap(\.countedAt)
        let counted =
            days.max().map { "\(Labels.countedAt[language]) \($0)" } ?? "\(Labels.countedAt[language]) ____________"
        let hasMoved = lines.contains { !$0.movedAfterCount.isZero }
        let hint = hasMoved ? "    " + Labels.movedHint[language] : ""
        edition.heading(
            sheet, book, title: "\(Labels.title[language]) \(edition.month.period)",
            subtitle: "\(Labels.warehouse[language])\(Labels.colon[language])\(warehouse)    \(counted)\(hint)")
        for column in Column.allCases {
            sheet.text(
                column.label[language], row: CountSheet.headerRow, column: column.rawValue,
                style: book.style(column.isEntry ? look.entryHead : look.head))
            sheet.width(
                column.width, columns: column.rawValue...column.rawValue,
                isHidden: column == .moved && !hasMoved)
        }
        sheet.height(24, row: CountSheet.headerRow)
        let format = edition.quantityFormat(
            lines.flatMap { [edition.held($0), $0.counted, $0.recounted, $0.movedAfterCount, $0.difference] })
        for (place, line) in lines.enumerated() { write(line, number: place + 1, format: format) }
        arrange()
        writeTotals(format: format)
        writeSignatures(row: totalRow + 2)
    }

    private func write(_ line: StockLine, number: Int, format: String) {
        let row = CountSheet.firstRow + number - 1, month = edition.month
        let base = look.tinted(look.cell, edition.findingClass(line))
        let text = book.style(look.tinted(look.textCell, edition.findingClass(line)))
        let figure = book.style(
            look.figure(base, format))
        let entry = book.style(
            look.figure(look.entry, format))
        let written = book.style(look.entry.with { $0.wraps = true })
        sheet.number(StoredNumber(number), row: row, column: 0, style: book.style(base.with { $0.across = .center }))
        let code =
            line.batch.isNone ? month.text(line.product) : "\(month.text(line.product)) / \(month.text(line.batch))"
        for (column, value) in [
            (Column.code, code), (.name, month.text(line.name)), (.spec, month.text(line.spec)),
            (.unit, month.text(line.unit)), (.location, month.text(line.location)),
        ] {
            sheet.text(value, row: row, column: column.rawValue, style: text)
        }
        let moved = line.movedAfterCount.isZero ? nil : line.movedAfterCount
        for (column, value, style) in [
            (Column.book, edition.held(line), figure), (.moved, moved, figure), (.counted, line.counted, entry),
            (.recounted, line.recounted, entry),
        ] {
            put(value, row: row, column, style)
        }
        writeFormulas(line, row: row, figure: figure, base: base)
        sheet.text(
            Reason.words(month.text(line.reason), language), row: row, column: Column.reason.rawValue, style: written)
        sheet.text(edition.remarks(line), row: row, column: Column.remarks.rawValue, style: written)
    }

    private func put(_ value: Quantity?, row: Int, _ column: Column, _ style: StyleID) {
        if let value {
            sheet.number(value.stored, row: row, column: column.rawValue, style: style)
        } else {
            sheet.blank(row: row, column: column.rawValue, style: style)
        }
    }

    private func writeFormulas(_ line: StockLine, row: Int, figure: StyleID, base: Style) {
        let sides = CountSheet.overAndShort(line)
        let empty = "IF(OR(G\(row)=\"\",COUNT(I\(row):J\(row))=0),\"\","
        let difference = "IF(J\(row)=\"\",I\(row),J\(row))-(G\(row)-N(H\(row)))"
        for (column, sign, result) in [(Column.over, "", sides?.over), (.short, "-", sides?.short)] {
            let formula = "\(empty)ROUND(MAX(0,\(sign)(\(difference))),6))"
            if let result {
                sheet.formula(formula, result: result.stored, row: row, column: column.rawValue, style: figure)
            } else {
                sheet.formula(formula, result: "", row: row, column: column.rawValue, style: figure)
            }
        }
        if let cost = line.unitCost {
            let format = Look.format(units: cost.compared, decimals: 4, atLeast: 2)
            sheet.number(
                cost.stored, row: row, column: Column.unitCost.rawValue,
                style: book.style(
                    look.figure(base, format)))
        } else {
            sheet.blank(row: row, column: Column.unitCost.rawValue, style: figure)
        }
        let formula = "IF(OR(K\(row)=\"\",M\(row)=\"\"),\"\",ROUND((K\(row)-L\(row))*M\(row),2))"
        let money = book.style(look.dashedMoney(base))
        if let value = line.value {
            sheet.formula(formula, result: value.stored, row: row, column: Column.value.rawValue, style: money)
        } else {
            sheet.formula(formula, result: "", row: row, column: Column.value.rawValue, style: money)
        }
    }

    private func writeTotals(format: String) {
        let label = book.style(look.total)
        for column in Column.allCases {
            sheet.text(
                column == .number ? Labels.total[language] : "", row: totalRow, column: column.rawValue, style: label)
        }
        let total = look.figure(look.total, format)
        let sides = lines.map(CountSheet.overAndShort)
        let sums: [(Column, Quantity)] = [
            (.book, edition.sum(lines.map(edition.held))), (.counted, edition.sum(lines.map(\.counted))),
            (.recounted, edition.sum(lines.map(\.recounted))), (.over, edition.sum(sides.map { $0?.over })),
            (.short, edition.sum(sides.map { $0?.short })),
        ]
        for (column, sum) in sums {
            sheet.formula(
                "ROUND(SUM(\(cells(column))),6)", result: sum.stored, row: totalRow, column: column.rawValue,
                style: book.style(total))
        }
        sheet.formula(
            "ROUND(SUM(\(cells(.value))),2)", result: edition.sum(lines.map(\.value)).stored, row: totalRow,
            column: Column.value.rawValue, style: book.style(look.money(look.total)))
    }

    private func cells(_ column: Column) -> String {
        cellName(row: CountSheet.firstRow, column: column.rawValue) + ":"
            + cellName(row: lastRow, column: column.rawValue)
    }

    private func writeSignatures(row: Int) {
        let people = [lines.map(\.countedBy), lines.map(\.recountedBy)].map { symbols in
            Set(symbols.filter { !$0.isNone }.map(edition.month.text)).sorted().joined(separator: "、")
        }
        let label = book.style(
            look.base.with {
                $0.across = .right
                $0.isBold = true
            })
        let line = book.style(
            look.base.with {
                $0.bottom = .thin
                $0.across = .center
            })
        let places = [(1...1, 2...2), (3...5, 6...8), (9...10, 11...13), (14...14, 15...15)]
        for (row, isName) in [(row, true), (row + 1, false)] {
            for (place, (labels, blanks)) in places.enumerated() {
                let words = isName ? Labels.signatures[place] : Labels.signedOn
                sheet.merged(
                    words[language] + Labels.colon[language], rows: row...row, columns: labels, style: label)
                sheet.merged(
                    isName && place < 2 ? people[place] : "", rows: row...row, columns: blanks, style: line)
            }
            sheet.height(30, row: row)
        }
    }

    private func arrange() {
        let entries = Column.reason.rawValue...Column.reason.rawValue
        sheet.offerList(
            Reason.allCases.filter(\.concernsStock).map { $0.words[language] }, rows: CountSheet.firstRow...lastRow,
            columns: entries, title: Labels.chooseTitle[language], message: Labels.chooseMessage[language])
        sheet.freeze(aboveRow: CountSheet.firstRow, leftOfColumn: Column.spec.rawValue)
        sheet.filter(rows: CountSheet.headerRow...lastRow, columns: 0...Column.remarks.rawValue)
        sheet.hideGridLines()
        sheet.tab(0x2E6B5E)
        var setup = edition.printSetup(
            warehouse, title: Labels.title, landscape: true, header: CountSheet.headerRow...CountSheet.headerRow)
        setup.area = (1...(totalRow + 3), 0...Column.remarks.rawValue)
        sheet.print(setup)
    }
}
