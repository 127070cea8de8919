internal import CXlsxWriter

/// Writes one sheet. Rows count from 1 and columns from 0, as in the addresses of the books.
@safe public final class SheetWriter {
    /// The name on its tab.
    public let name: String
    let sheet: UnsafeMutablePointer<lxw_worksheet>
    let book: WorkbookWriter
    private var links = 0
    private var addresses = LinkAddresses()
    /// How high the rows of a sheet are that is written from top to bottom, and the lowest that was begun; `nil` for any
    /// other sheet.
    private var rows: (height: Double, last: Int)?

    /// Excel's limits for links in one sheet, and for the length of one.
    static let linkLimit = 65_530, linkLengthLimit = 2_079

    init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, name: String, book: WorkbookWriter, rowHeight: Double?) {
        unsafe self.sheet = unsafe sheet
        self.name = name
        self.book = book
        rows = rowHeight.map { ($0, 0) }
    }

    // MARK: Cells

    /// Writes text; text that starts with `=`, `+`, `-` or `@` stays text.
    public func text(_ text: String, row: Int, column: Int, style: StyleID = .plain) {
        guard let place = begin(row, column) else { return }
        let stored = CellText.storable(text)
        book.count(stored)
        book.check(unsafe worksheet_write_string(sheet, place.row, place.column, stored, book.format(style)))
    }

    /// Writes an exact number.
    public func number(_ value: StoredNumber, row: Int, column: Int, style: StyleID = .plain) {
        guard let place = begin(row, column) else { return }
        book.count()
        book.check(
            unsafe worksheet_write_number(sheet, place.row, place.column, value.nearestDouble, book.format(style)))
    }

    /// Writes a day, given in days since 1970-01-01; the style's number format makes it one.
    public func day(_ number: Int, row: Int, column: Int, style: StyleID) {
        // Excel's day 1 is 1900-01-01, and it has a 29 February 1900: 1970-01-01 is 25,569.
        self.number(StoredNumber(number + 25_569), row: row, column: column, style: style)
    }

    /// Writes a cell that holds nothing but a style.
    public func blank(row: Int, column: Int, style: StyleID) {
        guard let place = begin(row, column) else { return }
        book.count()
        book.check(unsafe worksheet_write_blank(sheet, place.row, place.column, book.format(style)))
    }

    /// Writes a formula (without `=`) and the number it gives, which shows until it is calculated anew.
    public func formula(_ formula: String, result: StoredNumber, row: Int, column: Int, style: StyleID = .plain) {
        guard let place = begin(row, column) else { return }
        book.count(formula)
        book.check(
            unsafe worksheet_write_formula_num(
                sheet, place.row, place.column, "=" + formula, book.format(style), result.nearestDouble))
    }

    /// Writes a formula (without `=`) and the text it gives.
    public func formula(_ formula: String, result: String, row: Int, column: Int, style: StyleID = .plain) {
        guard let place = begin(row, column) else { return }
        book.count(formula + result)
        book.check(
            unsafe worksheet_write_formula_str(
                sheet, place.row, place.column, "=" + formula, book.format(style), CellText.storable(result)))
    }

    /// Writes text that leads to a cell. Where Excel allows no more or no longer links, the text alone is written.
    public func link(_ target: CellLink, text: String, row: Int, column: Int, style: StyleID = .plain) {
        guard let place = begin(row, column), !text.isEmpty else {
            return self.text(text, row: row, column: column, style: style)
        }
        let address = addresses.address(of: target)
        guard links < SheetWriter.linkLimit, address.utf8.count <= SheetWriter.linkLengthLimit else {
            return self.text(text, row: row, column: column, style: style)
        }
        links += 1
        book.count(address)
        book.count(text, cells: 0)
        book.check(
            unsafe worksheet_write_url_opt(
                sheet, place.row, place.column, address, book.format(style), CellText.storable(text), nil))
        // libxlsxwriter turns / into \ in the text too; writing the cell again leaves the link where it is.
        if text.utf8.contains(UInt8(ascii: "/")) { self.text(text, row: row, column: column, style: style) }
    }

    /// Writes text over a rectangle of cells made one; in a long sheet it has one row.
    public func merged(_ text: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>, style: StyleID = .plain) {
        guard rows.count > 1 || columns.count > 1 else {
            return self.text(text, row: rows.lowerBound, column: columns.lowerBound, style: style)
        }
        // libxlsxwriter would begin the lowest row first, and drop the cells of the others.
        if rows.count > 1, self.rows != nil { return book.note(.rowOrder) }
        guard let first = begin(rows.lowerBound, columns.lowerBound),
            let last = place(rows.upperBound, columns.upperBound)
        else { return }
        book.count(text, cells: rows.count * columns.count)
        book.check(
            unsafe worksheet_merge_range(
                sheet, first.row, first.column, last.row, last.column, CellText.storable(text), book.format(style)))
    }

    /// Attaches a note to a cell, so many pixels wide and high.
    public func comment(_ text: String, row: Int, column: Int, width: Int = 240, height: Int = 90) {
        guard let place = begin(row, column) else { return }
        var options = unsafe lxw_comment_options()
        unsafe options.width = UInt16(clamping: width)
        unsafe options.height = UInt16(clamping: height)
        let stored = CellText.storable(text)
        // A note stands in two parts, with a drawing of its own.
        book.count(stored, cells: 10)
        unsafe withCString("tieout") { author in
            unsafe options.author = unsafe author
            book.check(unsafe worksheet_write_comment_opt(sheet, place.row, place.column, stored, &options))
        }
    }

    // MARK: Places

    /// The place of a cell or row that is to be written. Above one that was begun in a sheet that is written from top to
    /// bottom there is none: what stands there has left memory, and libxlsxwriter would drop some cells without a word.
    func begin(_ row: Int, _ column: Int) -> (row: UInt32, column: UInt16)? {
        guard let place = place(row, column), let rows, row != rows.last else { return place(row, column) }
        guard row > rows.last else {
            book.note(.rowOrder)
            return nil
        }
        self.rows?.last = row
        // Where one row has a height of its own, libxlsxwriter forgets how high the ones below it are.
        book.check(unsafe worksheet_set_row(sheet, place.row, rows.height, nil))
        return place
    }

    /// Sees that nothing below a row was begun yet, in a sheet that is written from top to bottom.
    func checkNothing(below row: Int) {
        if let rows, rows.last > row { book.note(.rowOrder) }
    }

    /// A place that something refers to.
    func place(_ row: Int, _ column: Int) -> (row: UInt32, column: UInt16)? {
        guard (1...1_048_576).contains(row), (0...16_383).contains(column) else {
            book.note(.outsideTheSheet)
            return nil
        }
        return (UInt32(row - 1), UInt16(column))
    }
}
