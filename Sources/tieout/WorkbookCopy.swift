import WorkbookReader
import WorkbookWriter

/// The values of a workbook that is no .xlsx, as an .xlsx.
struct WorkbookCopy {
    private let workbook: Workbook
    /// The copy's bytes.
    private(set) var bytes: [UInt8] = []
    /// What each sheet is called in the copy: names of texts and web pages can be longer than Excel allows.
    private(set) var sheetNames: [String: String] = [:]

    /// Copies a workbook; a file in the folder holds the copy for a moment.
    init(of workbook: Workbook, in folder: String) throws {
        self.workbook = workbook
        var names: [String: String] = [:]
        bytes = try OutputFile.bytes(beside: folder + "/copy") { path in
            try WorkbookWriter.write(to: path, properties: DocumentProperties(title: "", createdDay: 0)) { writer in
                for sheet in workbook.sheets {
                    let copy = try writer.addSheet(sheet.name)
                    if names[sheet.name] == nil { names[sheet.name] = copy.name }
                    write(sheet, copy, writer)
                }
            }
        }
        sheetNames = names
    }

    private func write(_ sheet: Sheet, _ copy: SheetWriter, _ writer: WorkbookWriter) {
        // Before the cells: merging writes text, and what is merged may be a number.
        for merge in sheet.merges {
            copy.merged(
                "", rows: Int(merge.rows.lowerBound)...Int(merge.rows.upperBound),
                columns: Int(merge.columns.lowerBound)...Int(merge.columns.upperBound))
        }
        let plain = writer.style(Style())
        let day = writer.style { $0.numberFormat = "yyyy-mm-dd" }
        let moment = writer.style { $0.numberFormat = "yyyy-mm-dd hh:mm" }
        let time = writer.style { $0.numberFormat = "[h]:mm:ss" }
        var widths: [Int: Int] = [:]
        sheet.forEachRow { row, segment, cells in
            for index in cells {
                let (cell, column) = (segment[cell: index], Int(segment.columns[index]))
                let text = workbook.text(of: cell)
                widths[column] = max(widths[column] ?? 8, min(TextWidth.places(text) + 2, 50))
                let number = StoredNumber(units: cell.payload, decimals: cell.decimals)
                // More decimals than a stored number can have are shown as they were written.
                let isNumber = cell.decimals <= 18
                switch cell.kind {
                case .number where isNumber: copy.number(number, row: Int(row), column: column, style: plain)
                case .time where isNumber: copy.number(number, row: Int(row), column: column, style: time)
                case .date where isNumber && !workbook.uses1904:
                    copy.number(
                        number, row: Int(row), column: column, style: cell.decimals == 0 ? day : moment)
                case .uncalculated: break
                default: copy.text(text, row: Int(row), column: column, style: plain)
                }
            }
        }
        for (column, width) in widths.sorted(by: { $0.key < $1.key }) {
            copy.width(Double(width), columns: column...column)
        }
    }
}
