internal import CFreeXL

/// An old workbook (.xls, BIFF 2 to 8), opened with libfreexl.
///
/// The library takes a file at its word more often than it should, so this is only used in a process of its own; see
/// `OldExcelReading`. It tells dates by their number format and gives them as text to the second; it does not tell
/// merged cells, nor what is hidden.
///
/// Invariant: `handle` is what `freexl_open` gave, and is closed when this value goes.
@safe struct FreeXLBook: ~Copyable {
    private let handle: UnsafeRawPointer

    /// Why a workbook cannot be opened.
    enum Failure: Error { case memory, other }

    init(path: String) throws(Failure) {
        var opened: UnsafeRawPointer?
        let code = unsafe freexl_open(path, &opened)
        guard let handle = unsafe opened else { throw code == FREEXL_INSUFFICIENT_MEMORY ? .memory : .other }
        guard code == FREEXL_OK else {
            _ = unsafe freexl_close(handle)
            throw code == FREEXL_INSUFFICIENT_MEMORY ? .memory : .other
        }
        unsafe self.handle = unsafe handle
    }

    deinit { _ = unsafe freexl_close(handle) }

    /// Whether the workbook is protected by a password.
    var isProtected: Bool { info(FREEXL_BIFF_PASSWORD) == UInt32(FREEXL_BIFF_OBFUSCATED) }

    private func info(_ what: Int32) -> UInt32 {
        var value: UInt32 = 0
        return unsafe freexl_get_info(handle, UInt16(what), &value) == FREEXL_OK ? value : 0
    }

    /// Hands over the workbook, sheet by sheet and row by row.
    func read(_ take: (OldExcelRecord) -> Void) {
        for sheet in 0..<UInt16(truncatingIfNeeded: info(FREEXL_BIFF_SHEET_COUNT)) {
            var name: UnsafePointer<CChar>?
            guard unsafe freexl_get_worksheet_name(handle, sheet, &name) == FREEXL_OK,
                unsafe freexl_select_active_worksheet(handle, sheet) == FREEXL_OK
            else { continue }
            let title = unsafe name.map { unsafe [UInt8](String(cString: $0).utf8) } ?? []
            take(OldExcelRecord(kind: .sheet, bytes: title))
            var rows: UInt32 = 0
            var columns: UInt16 = 0
            guard unsafe freexl_worksheet_dimensions(handle, &rows, &columns) == FREEXL_OK else { continue }
            for row in 0..<rows {
                for column in 0..<columns { if let record = cell(row, column) { take(record) } }
            }
        }
    }

    /// A cell; `nil` where nothing is.
    private func cell(_ row: UInt32, _ column: UInt16) -> OldExcelRecord? {
        var value = unsafe FreeXL_CellValue()
        guard unsafe freexl_get_cell_value(handle, row, column, &value) == FREEXL_OK else { return nil }
        var record = OldExcelRecord(kind: .text, row: Int(row), column: Int(column))
        switch unsafe Int32(value.type) {
        case FREEXL_CELL_INT:
            record.kind = .number
            record.bytes = unsafe Array(String(value.value.int_value).utf8)
            return record
        case FREEXL_CELL_DOUBLE:
            let number = unsafe value.value.double_value
            guard number.isFinite else { return nil }
            record.kind = .number
            // The shortest writing that gives the same double again: what Excel shows of it, to 17 digits.
            record.bytes = Array(number.description.utf8)
            return record
        case FREEXL_CELL_DATE, FREEXL_CELL_DATETIME: record.kind = .date
        case FREEXL_CELL_TIME: record.kind = .time
        case FREEXL_CELL_TEXT, FREEXL_CELL_SST_TEXT: break
        default: return nil
        }
        guard let text = unsafe value.value.text_value else { return nil }
        record.bytes = unsafe [UInt8](String(cString: text).utf8)
        return record.bytes.isEmpty ? nil : record
    }
}
