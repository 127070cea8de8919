internal import CXlsxWriter

extension SheetWriter {
    // MARK: Rows, columns, what is seen

    /// Sets the width of columns in characters, and the style of their empty cells.
    public func width(_ characters: Double, columns: ClosedRange<Int>, style: StyleID = .plain, isHidden: Bool = false)
    {
        guard let first = place(1, columns.lowerBound), let last = place(1, columns.upperBound) else { return }
        var options = lxw_row_col_options()
        options.hidden = isHidden ? 1 : 0
        let width = min(max(characters, 0), 255)
        book.check(
            unsafe worksheet_set_column_opt(sheet, first.column, last.column, width, book.format(style), &options))
    }

    /// Sets a row's height in points.
    public func height(_ points: Double, row: Int) {
        guard let place = begin(row, 0) else { return }
        book.check(unsafe worksheet_set_row(sheet, place.row, points, nil))
    }

    /// Sets the height, in points, of the rows that have none of their own.
    public func defaultHeight(_ points: Double) { unsafe worksheet_set_default_row(sheet, points, 0) }

    /// Keeps the rows above and the columns left of a cell in sight.
    public func freeze(aboveRow row: Int, leftOfColumn column: Int) {
        guard let place = place(row, column) else { return }
        unsafe worksheet_freeze_panes(sheet, place.row, place.column)
    }

    /// Puts filter buttons on the first of these rows; in a long sheet before a row below them is begun.
    public func filter(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        checkNothing(below: rows.upperBound)
        guard let first = place(rows.lowerBound, columns.lowerBound),
            let last = place(rows.upperBound, columns.upperBound)
        else { return }
        book.check(unsafe worksheet_autofilter(sheet, first.row, first.column, last.row, last.column))
    }

    /// Hides the lines between cells, on the screen and in print.
    public func hideGridLines() {
        unsafe worksheet_gridlines(sheet, UInt8(truncatingIfNeeded: LXW_HIDE_ALL_GRIDLINES.rawValue))
    }

    /// Colours the tab.
    public func tab(_ color: Color) { unsafe worksheet_set_tab_color(sheet, color.rgb) }

    /// Shows this sheet when the workbook is opened.
    public func activate() { unsafe worksheet_activate(sheet) }

    /// Shows the sheet at so many per cent.
    public func zoom(_ percent: Int) { unsafe worksheet_set_zoom(sheet, UInt16(clamping: min(max(percent, 10), 400))) }

    // MARK: Print

    /// How a sheet is printed, on A4.
    public struct Print: Sendable {
        /// Whether the long side lies below.
        public var isLandscape = false
        /// The rows that each page begins with.
        public var repeatedRows: ClosedRange<Int>?
        /// The cells that are printed; `nil` is all.
        public var area: (rows: ClosedRange<Int>, columns: ClosedRange<Int>)?
        /// The head and the foot of each page, in Excel's codes (`&P` the page, `&N` their number, `&&` an ampersand).
        public var header = "", footer = ""
        /// Rows before which a new page begins.
        public var breaks: [Int] = []
        /// Makes a set-up in portrait.
        public init() {}
    }

    /// Sets the sheet up for A4 paper, as wide as one page and as high as it needs.
    public func print(_ setup: Print) {
        unsafe worksheet_set_paper(sheet, 9)
        if setup.isLandscape { unsafe worksheet_set_landscape(sheet) }
        unsafe worksheet_set_margins(sheet, 0.4, 0.4, 0.6, 0.6)
        unsafe worksheet_fit_to_pages(sheet, 1, 0)
        unsafe worksheet_center_horizontally(sheet)
        if let rows = setup.repeatedRows, let first = place(rows.lowerBound, 0), let last = place(rows.upperBound, 0) {
            book.check(unsafe worksheet_repeat_rows(sheet, first.row, last.row))
        }
        if let area = setup.area, let first = place(area.rows.lowerBound, area.columns.lowerBound),
            let last = place(area.rows.upperBound, area.columns.upperBound)
        {
            book.check(unsafe worksheet_print_area(sheet, first.row, first.column, last.row, last.column))
        }
        if !setup.header.isEmpty { book.check(unsafe worksheet_set_header(sheet, SheetWriter.margin(setup.header))) }
        if !setup.footer.isEmpty { book.check(unsafe worksheet_set_footer(sheet, SheetWriter.margin(setup.footer))) }
        let breaks = setup.breaks.filter { $0 > 1 }.sorted().prefix(1_023).map { UInt32($0 - 1) } + [0]
        if breaks.count > 1 {
            var rows = Array(breaks)
            book.check(unsafe worksheet_set_h_pagebreaks(sheet, &rows))
        }
    }

    /// Excel takes at most 255 characters in a page's head or foot.
    private static func margin(_ text: String) -> String { String(text.prefix(200)) }
}
