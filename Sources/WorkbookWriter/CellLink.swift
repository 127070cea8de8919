/// Where a link leads.
public enum CellLink: Hashable, Sendable {
    /// A cell of a sheet of the same workbook; row from 1, column from 0.
    case here(sheet: String, row: Int, column: Int)
    /// A cell of another workbook, whose path is from the folder of this one, with `/`; without a sheet, the workbook.
    case file(path: String, sheet: String, row: Int, column: Int)

    /// As libxlsxwriter wants it.
    var address: String {
        switch self {
        case .here(let sheet, let row, let column):
            return "internal:" + quotedSheetName(sheet) + "!" + cellName(row: row, column: column)
        case .file(let path, let sheet, _, _) where sheet.isEmpty:
            return "external:" + CellLink.escaped(path)
        case .file(let path, let sheet, let row, let column):
            return "external:" + CellLink.escaped(path) + "#" + quotedSheetName(sheet) + "!"
                + cellName(row: row, column: column)
        }
    }

    /// A file's name may hold what means something in a link: these signs are written as `%23` and the like.
    private static func escaped(_ path: String) -> String {
        let special = "%#? ".utf8
        guard path.utf8.contains(where: special.contains) else { return path }
        var escaped = ""
        for character in path {
            switch character {
            case "%": escaped += "%25"
            case "#": escaped += "%23"
            case "?": escaped += "%3F"
            case " ": escaped += "%20"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}

/// `F12`; row from 1, column from 0.
public func cellName(row: Int, column: Int) -> String { columnName(column) + String(row) }

/// `$F$12`; row from 1, column from 0.
public func fixedCellName(row: Int, column: Int) -> String { "$" + columnName(column) + "$" + String(row) }

/// `F`; column from 0.
public func columnName(_ column: Int) -> String {
    var rest = max(column, 0)
    var letters: [UInt8] = []
    repeat {
        letters.append(UInt8(65 + rest % 26))
        rest = rest / 26 - 1
    } while rest >= 0
    return String(decoding: letters.reversed(), as: UTF8.self)
}

/// A rectangle in a sheet as a formula writes it: `'Sheet'!$A$1:$B$9`.
public func fixedRange(sheet: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>) -> String {
    quotedSheetName(sheet) + "!" + fixedCellName(row: rows.lowerBound, column: columns.lowerBound) + ":"
        + fixedCellName(row: rows.upperBound, column: columns.upperBound)
}
