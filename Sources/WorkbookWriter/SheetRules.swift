internal import CXlsxWriter

extension SheetWriter {
    /// Offers a list to choose from, taken from cells (a range as a formula writes it); other entries are warned of.
    public func offerList(
        from range: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>, title: String, message: String
    ) {
        unsafe withCString("=" + range) { formula in
            unsafe withCString(SheetWriter.cut(title, 32)) { title in
                unsafe withCString(SheetWriter.cut(message, 255)) { message in
                    var rule = unsafe lxw_data_validation()
                    unsafe rule.validate = UInt8(truncatingIfNeeded: LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
                    unsafe rule.value_formula = unsafe formula
                    unsafe rule.error_type = UInt8(truncatingIfNeeded: LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
                    unsafe rule.error_title = unsafe title
                    unsafe rule.error_message = unsafe message
                    unsafe validate(&rule, rows: rows, columns: columns)
                }
            }
        }
    }

    /// Offers a short list of words to choose from (255 characters with their commas); others are warned of.
    public func offerList(
        _ words: [String], rows: ClosedRange<Int>, columns: ClosedRange<Int>, title: String, message: String
    ) {
        let list = words.map { $0.replacing(",", with: "，") }.joined(separator: ",")
        guard list.utf16.count <= 253 else { return book.note(.textTooLong) }
        offerList(
            from: "\"" + list.replacing("\"", with: "\"\"") + "\"", rows: rows, columns: columns, title: title,
            message: message)
    }

    /// Allows only days.
    public func allowDays(rows: ClosedRange<Int>, columns: ClosedRange<Int>, title: String, message: String) {
        unsafe withCString(SheetWriter.cut(title, 32)) { title in
            unsafe withCString(SheetWriter.cut(message, 255)) { message in
                var rule = unsafe lxw_data_validation()
                unsafe rule.validate = UInt8(truncatingIfNeeded: LXW_VALIDATION_TYPE_DATE_NUMBER.rawValue)
                unsafe rule.criteria = UInt8(truncatingIfNeeded: LXW_VALIDATION_CRITERIA_GREATER_THAN.rawValue)
                unsafe rule.value_number = 1
                unsafe rule.error_type = UInt8(truncatingIfNeeded: LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
                unsafe rule.error_title = unsafe title
                unsafe rule.error_message = unsafe message
                unsafe validate(&rule, rows: rows, columns: columns)
            }
        }
    }

    /// Colours cells for which a formula (without `=`, written for the top left cell) is true.
    public func colour(where formula: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>, style: StyleID) {
        guard let first = place(rows.lowerBound, columns.lowerBound),
            let last = place(rows.upperBound, columns.upperBound)
        else { return }
        unsafe withCString("=" + formula) { text in
            var rule = unsafe lxw_conditional_format()
            unsafe rule.type = UInt8(truncatingIfNeeded: LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
            unsafe rule.value_string = unsafe text
            unsafe rule.format = unsafe book.format(style)
            book.check(
                unsafe worksheet_conditional_format_range(
                    sheet, first.row, first.column, last.row, last.column, &rule))
        }
    }

    private func validate(_ rule: inout lxw_data_validation, rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        guard let first = place(rows.lowerBound, columns.lowerBound),
            let last = place(rows.upperBound, columns.upperBound)
        else { return }
        book.check(
            unsafe worksheet_data_validation_range(sheet, first.row, first.column, last.row, last.column, &rule))
    }

    private static func cut(_ text: String, _ length: Int) -> String { String(text.prefix(length)) }
}
