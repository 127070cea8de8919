import Books
import Reconciler
import WorkbookWriter

/// Where everything came from: files, sheets, what they were taken for and how their rows were spent.
struct SourcesSheet {
    let edition: Edition
    let book: WorkbookWriter
    let sheet: SheetWriter

    private typealias Labels = VariancesLabels
    private var language: Language { edition.language }
    private var look: Look { edition.look }

    private static let headers = [
        Labels.file, Labels.sheet, Labels.book, Labels.layout, Labels.confidence, Labels.headerRow, Labels.present,
        Labels.records, Labels.totals, Labels.structure, Labels.setAside, Labels.check, Labels.hash,
    ]

    func write() {
        edition.heading(
            sheet, book, title: "\(Labels.sourcesSheet[language]) \(edition.month.period)",
            subtitle: "\(Labels.title[language]) \(edition.month.period)")
        head(SourcesSheet.headers, row: 4)
        sheet.height(30, row: 4)
        var row = writeSheets(from: 5)
        row = writeStatedTotals(from: row + 2)
        row = writeSettings(from: row + 2)
        writeProblems(from: row + 2)
        for (column, width) in [40.0, 22, 22, 14, 13, 13, 13, 12, 12, 14, 12, 12, 68].enumerated() {
            sheet.width(width, columns: column...column)
        }
        sheet.freeze(aboveRow: 5, leftOfColumn: 1)
        sheet.hideGridLines()
        sheet.tab(0x7F7F7F)
        sheet.zoom(90)
        sheet.defaultHeight(Look.rowHeight)
        var setup = edition.printSetup(
            Labels.sourcesSheet[language], title: Labels.title, landscape: true, header: nil)
        setup.area = (1...max(row + 3 + edition.month.problems.count, 6), 0...11)
        sheet.print(setup)
    }

    func head(_ words: [Phrase], row: Int) {
        for (column, phrase) in words.enumerated() {
            sheet.text(phrase[language], row: row, column: column, style: book.style(look.head))
        }
    }

    func section(_ words: Phrase, row: Int) {
        for column in 0...11 {
            sheet.text(column == 0 ? words[language] : "", row: row, column: column, style: book.style(look.section))
        }
        sheet.height(20, row: row)
    }

    // MARK: Sheets

    /// What one line says: a sheet (or a file without any) and one of the books on it.
    private struct Line {
        let file: SourceFile
        var sheet: SourceSheet?
        var region: Region?
        /// A sheet's rows are said once, though it may hold several books.
        var saysRows = false
    }

    private func lines() -> [Line] {
        let month = edition.month
        var lines: [Line] = []
        for (place, file) in month.files.enumerated() {
            let sheets = month.sheets.indices.filter { Int(month.sheets[$0].file) == place }
            if sheets.isEmpty { lines.append(Line(file: file)) }
            for number in sheets {
                let regions = month.regions.filter { Int($0.sheet) == number }
                // Forms one under the other are alike: one line for all that read the same.
                var seen: Set<String> = []
                let distinct = regions.filter { seen.insert("\($0.book) \($0.layout)").inserted }
                for (order, region) in distinct.enumerated() {
                    lines.append(Line(file: file, sheet: month.sheets[number], region: region, saysRows: order == 0))
                }
                if regions.isEmpty { lines.append(Line(file: file, sheet: month.sheets[number], saysRows: true)) }
            }
        }
        // By path for people; the month itself has them in the order of their hashes.
        return lines.enumerated().sorted {
            $0.element.file.path == $1.element.file.path
                ? $0.offset < $1.offset : $0.element.file.path < $1.element.file.path
        }.map(\.element)
    }

    private func writeSheets(from first: Int) -> Int {
        let lines = lines()
        let text = book.style(look.textCell), count = book.style(look.count(look.cell))
        let percent = book.style(look.count(look.cell).with { $0.numberFormat = "0\"%\"" })
        let center = book.style(look.centered)
        for (place, line) in lines.enumerated() {
            let row = first + place
            sheet.link(
                .file(path: edition.booksPath + line.file.path, sheet: line.sheet?.name ?? "", row: 1, column: 0),
                text: line.file.path, row: row, column: 0, style: book.style(look.link(look.textCell)))
            let hidden = line.sheet?.isHidden == true ? Labels.hidden[language] : ""
            sheet.text((line.sheet?.name ?? "") + hidden, row: row, column: 1, style: text)
            sheet.text(line.region?.book.words[language] ?? "", row: row, column: 2, style: text)
            sheet.text(line.region?.layout.words[language] ?? "", row: row, column: 3, style: center)
            for column in 4...11 { sheet.blank(row: row, column: column, style: count) }
            if let region = line.region {
                sheet.number(StoredNumber(region.confidence), row: row, column: 4, style: percent)
                sheet.number(StoredNumber(Int(region.headerRow)), row: row, column: 5, style: count)
            }
            if line.saysRows, let rows = line.sheet?.rows { write(rows, row: row, count: count, center: center) }
            sheet.text(line.file.sha256, row: row, column: 12, style: book.style(look.textCell.with { $0.size = 8 }))
        }
        let last = max(first + lines.count - 1, first)
        writeTotals(first: first, last: last)
        return last + 1
    }

    private func write(_ rows: RowCounts, row: Int, count: StyleID, center: StyleID) {
        for (place, number) in [rows.present, rows.records, rows.totals, rows.structure, rows.setAside].enumerated() {
            sheet.number(StoredNumber(number), row: row, column: 6 + place, style: count)
        }
        let complete = Labels.complete[language], incomplete = Labels.incomplete[language]
        sheet.formula(
            "IF(G\(row)=SUM(H\(row):K\(row)),\"\(complete)\",\"\(incomplete)\")",
            result: rows.isComplete ? complete : incomplete, row: row, column: 11, style: center)
    }

    private func writeTotals(first: Int, last: Int) {
        let total = book.style(look.count(look.total)), label = book.style(look.total)
        for column in 0...11 {
            sheet.text(column == 0 ? Labels.total[language] : "", row: last + 1, column: column, style: label)
        }
        let sums = edition.month.sheets.map(\.rows)
        let figures: [(RowCounts) -> Int] = [\.present, \.records, \.totals, \.structure, \.setAside]
        for (place, figure) in figures.enumerated() {
            let column = 6 + place
            sheet.formula(
                "SUM(\(cellName(row: first, column: column)):\(cellName(row: last, column: column)))",
                result: StoredNumber(sums.reduce(0) { $0 &+ figure($1) }), row: last + 1, column: column, style: total)
        }
    }

    // MARK: Stated totals and problems

    private func writeStatedTotals(from first: Int) -> Int {
        let month = edition.month
        let stated = statedTotals()
        guard !stated.isEmpty else { return first - 2 }
        section(Labels.statedTotals, row: first)
        head(
            [Labels.file, Labels.sheet, Labels.field, Labels.cell, Labels.stated, Labels.summed, Labels.difference],
            row: first + 1)
        let text = book.style(look.textCell)
        for (place, entry) in stated.enumerated() {
            let row = first + 2 + place
            let (region, total) = entry
            let source = month.sheets[Int(region.sheet)]
            let cell = CellReference(
                file: month.files[Int(source.file)].path, sheet: source.name, row: Int(total.row),
                column: Int(total.column))
            sheet.text(cell.file, row: row, column: 0, style: text)
            sheet.text(cell.sheet, row: row, column: 1, style: text)
            sheet.text(total.field.words[language], row: row, column: 2, style: text)
            sheet.link(
                edition.link(cell), text: cell.cell, row: row, column: 3, style: book.style(look.link(look.textCell)))
            write(total, row: row)
        }
        return first + 1 + stated.count
    }

    /// The totals that sheets state, by the path of the file, as people look for them.
    private func statedTotals() -> [(Region, StatedTotal)] {
        let month = edition.month
        let paths = month.regions.map { month.files[Int(month.sheets[Int($0.sheet)].file)].path }
        return month.regions.indices.sorted { paths[$0] == paths[$1] ? $0 < $1 : paths[$0] < paths[$1] }
            .flatMap { place in month.regions[place].totals.map { (month.regions[place], $0) } }
    }

    private func write(_ total: StatedTotal, row: Int) {
        let decimals =
            switch total.field.kind {
            case .amount: Amount.decimals
            case .quantity: Quantity.decimals
            case .unitPrice: UnitPrice.decimals
            case .rate: Rate.decimals
            default: 0
            }
        let least = total.field.kind == .amount ? Amount.decimals : 0
        func style(_ units: Int64, _ base: Style) -> StyleID {
            let format = Look.format(of: [units], decimals: decimals, atLeast: least, dashForNought: true)
            return book.style(look.figure(base, format))
        }
        func number(_ units: Int64) -> StoredNumber { StoredNumber(units: units, decimals: decimals) }
        sheet.number(number(total.stated), row: row, column: 4, style: style(total.stated, look.cell))
        guard let summed = total.summed else { return }
        sheet.number(number(summed), row: row, column: 5, style: style(summed, look.cell))
        let difference = total.stated.subtractingReportingOverflow(summed).partialValue
        let base = look.tinted(look.cell, difference == 0 ? .tied : .difference)
        sheet.formula(
            "ROUND(E\(row)-F\(row),\(decimals))", result: number(difference), row: row, column: 6,
            style: style(difference, base))
    }

    private func writeProblems(from first: Int) {
        let problems = edition.month.problems
        guard !problems.isEmpty else { return }
        section(Labels.problems, row: first)
        head([Labels.file, Labels.sheet, Labels.cell, Labels.kind], row: first + 1)
        let head = book.style(look.head)
        for (columns, words) in [(4...5, Labels.found), (6...8, Labels.shouldBe), (9...11, Labels.advice)] {
            sheet.merged(words[language], rows: (first + 1)...(first + 1), columns: columns, style: head)
        }
        let style = look.tinted(look.wrapped, .incomplete).with { $0.upright = .top }
        let cell = book.style(style)
        for (place, problem) in problems.enumerated() {
            let row = first + 2 + place
            let place = problem.cell ?? problem.row.map { "\(RuleWords.keyName("row")[language]) \($0)" } ?? ""
            for (column, text) in [problem.file, problem.sheet ?? "", place, problem.kind.words[language]].enumerated()
            {
                sheet.text(text, row: row, column: column, style: cell)
            }
            let texts = [
                (4...5, problem.found, 22.0), (6...8, problem.expected[language], 36.0),
                (9...11, problem.advice[language], 38.0),
            ]
            // Excel does not fit a row's height to merged cells, so it is worked out here.
            sheet.height(
                Look.height(texts.map { ($0.1, $0.2) } + [(problem.file, 40), (problem.sheet ?? "", 22)]), row: row)
            for (columns, text, _) in texts { sheet.merged(text, rows: row...row, columns: columns, style: cell) }
        }
    }
}
