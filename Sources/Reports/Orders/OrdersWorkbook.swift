import Books
import Reconciler
import WorkbookWriter

/// The orders workbook 订单台: what the supervisor, the warehouse and the clerk need of the orders each day.
struct OrdersWorkbook {
    let edition: Edition
    /// For findings that earlier months had, the month in which each was first found.
    let since: [String: Period]

    /// Writes the workbook.
    ///
    /// - Throws: `WritingError`; what stood there before then still stands there.
    func write(to path: String) throws {
        try WorkbookWriter.write(to: path, properties: edition.properties(OrdersLabels.title)) { book in
            book.defaultStyle = edition.look.base
            let language = edition.language
            let summary = try book.addSheet(OrdersLabels.summarySheet[language])
            let mayShip = MayShipSheet(
                edition: edition, book: book,
                sheet: try book.addLongSheet(OrdersLabels.mayShipSheet[language], rowHeight: Look.rowHeight))
            let irregular = IrregularOrdersSheet(
                edition: edition, book: book,
                sheet: try book.addLongSheet(OrdersLabels.irregularSheet[language], rowHeight: Look.rowHeight))
            let keyIn = try book.addLongSheet(OrdersLabels.keyInSheet[language], rowHeight: Look.rowHeight)
            let doubtful = try book.addLongSheet(OrdersLabels.doubtfulSheet[language], rowHeight: Look.rowHeight)

            OrderSummarySheet(
                edition: edition, book: book, sheet: summary, mayShip: mayShip, irregular: irregular
            ).write()
            mayShip.write()
            irregular.write()
            KeyInSheet(edition: edition, book: book, sheet: keyIn).write()
            DoubtfulDocumentsSheet(edition: edition, book: book, sheet: doubtful, since: since).write()
            summary.activate()
        }
    }
}

/// A column of a sheet: what stands above it, how wide it is, and whether people fill it in.
struct SheetColumn {
    let label: Phrase
    let width: Double
    let isEntry: Bool

    init(_ label: Phrase, _ width: Double, isEntry: Bool = false) {
        self.label = label
        self.width = width
        self.isEntry = isEntry
    }
}

extension Edition {
    /// The header row of a list, and the widths of its columns.
    func header(_ columns: [SheetColumn], row: Int, _ sheet: SheetWriter, _ book: WorkbookWriter) {
        let plain = book.style(look.head), entry = book.style(look.entryHead)
        for (place, column) in columns.enumerated() {
            sheet.text(column.label[language], row: row, column: place, style: column.isEntry ? entry : plain)
            sheet.width(column.width, columns: place...place)
        }
        sheet.height(30, row: row)
    }

    /// Lets people choose how far they are, and enter when.
    func offerHandling(_ sheet: SheetWriter, rows: ClosedRange<Int>, state: Int, day: Int) {
        sheet.offerList(
            HandlingState.allCases.map { $0.words[language] }, rows: rows, columns: state...state,
            title: OrdersLabels.chooseTitle[language], message: OrdersLabels.chooseMessage[language])
        sheet.allowDays(
            rows: rows, columns: day...day, title: OrdersLabels.handledOn[language],
            message: OrdersLabels.dayMessage[language])
    }

    /// Freezes, filters and prints a list as all of them are.
    func arrange(
        _ sheet: SheetWriter, title: Phrase, headerRow: Int, lastRow: Int, lastColumn: Int, frozenColumns: Int,
        printedColumns: Int, tab: Color
    ) {
        sheet.freeze(aboveRow: headerRow + 1, leftOfColumn: frozenColumns)
        sheet.filter(rows: headerRow...lastRow, columns: 0...lastColumn)
        sheet.hideGridLines()
        sheet.tab(tab)
        sheet.zoom(90)
        var setup = printSetup(
            title[language], title: OrdersLabels.title, landscape: true, header: headerRow...headerRow)
        setup.area = (1...(lastRow + 1), 0...printedColumns)
        sheet.print(setup)
    }
}

/// The styles of a row in a class's colours.
struct TintedRow {
    let text: StyleID, wrapped: StyleID, center: StyleID, link: StyleID, money: StyleID, day: StyleID, count: StyleID

    init(_ look: Look, _ findingClass: FindingClass, _ book: WorkbookWriter) {
        let plain = look.tinted(look.textCell, findingClass).with { $0.upright = .top }
        let cell = look.tinted(look.cell, findingClass).with { $0.upright = .top }
        text = book.style(plain)
        wrapped = book.style(plain.with { $0.wraps = true })
        center = book.style(
            cell.with {
                $0.across = .center
                $0.wraps = true
            })
        link = book.style(look.link(plain))
        money = book.style(look.money(cell))
        day = book.style(
            cell.with {
                $0.across = .center
                $0.numberFormat = "yyyy-mm-dd"
            })
        count = book.style(look.count(cell).with { $0.across = .center })
    }
}

/// The styles of the cells that people fill in.
struct EntryCells {
    let text: StyleID, day: StyleID

    init(_ look: Look, _ book: WorkbookWriter) {
        let open = look.entry.with {
            $0.upright = .top
            $0.wraps = true
        }
        text = book.style(open)
        day = book.style(open.with { $0.numberFormat = "yyyy-mm-dd" })
    }
}

extension SheetWriter {
    /// A day, or an empty cell.
    func day(_ day: Day?, row: Int, column: Int, style: StyleID) {
        if let day {
            self.day(Int(day.number), row: row, column: column, style: style)
        } else {
            blank(row: row, column: column, style: style)
        }
    }

    /// An amount, or an empty cell.
    func amount(_ amount: Amount?, row: Int, column: Int, style: StyleID) {
        if let amount {
            number(amount.stored, row: row, column: column, style: style)
        } else {
            blank(row: row, column: column, style: style)
        }
    }
}
