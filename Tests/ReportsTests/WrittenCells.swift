import Foundation
import WorkbookReader

/// A workbook as it reads back: every cell that holds something, by sheet and address, as plain text.
struct WrittenCells {
    private(set) var sheets: [String: [String: String]] = [:]
    private(set) var names: [String] = []

    init(_ path: String) throws {
        let workbook = try WorkbookReader().read(path: path)
        for sheet in workbook.sheets {
            var cells: [String: String] = [:]
            sheet.forEachRow { row, segment, range in
                for index in range {
                    let column = Int(segment.columns[index])
                    let cell = segment[cell: index]
                    let text = workbook.text(of: cell)
                    cells[WrittenCells.name(row: Int(row), column: column)] =
                        cell.kind == .number ? WrittenCells.shown(text) : text
                }
            }
            names.append(sheet.name)
            sheets[sheet.name] = cells
        }
    }

    /// A number as Excel shows it, at 15 digits; the file holds the 16 of a double (-65.90000000000001).
    private static func shown(_ text: String) -> String { Double(text).map { String(format: "%.15g", $0) } ?? text }

    subscript(sheet: String, cell: String) -> String? { sheets[sheet]?[cell] }

    /// The cells of a row, from column A on, up to the last that holds anything.
    func row(_ sheet: String, _ row: Int, columns: Int) -> [String] {
        (0..<columns).map { self[sheet, WrittenCells.name(row: row, column: $0)] ?? "" }
    }

    /// The first row whose first column holds a text.
    func row(_ sheet: String, startingWith text: String, after first: Int = 0) -> Int? {
        (first + 1...first + 400).first { self[sheet, "A\($0)"] == text }
    }

    static func name(row: Int, column: Int) -> String {
        var rest = column
        var letters = ""
        repeat {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters + String(row)
    }
}
