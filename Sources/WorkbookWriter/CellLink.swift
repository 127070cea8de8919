/// Where a link leads.
public enum CellLink: Hashable, Sendable {
    /// A cell of a sheet of the same workbook; row from 1, column from 0.
    case here(sheet: String, row: Int, column: Int)
    /// A cell of another workbook, whose path is from the folder of this one, with `/`; without a sheet, the workbook.
    case file(path: String, sheet: String, row: Int, column: Int)

    /// As libxlsxwriter wants it.
    var address: String { stem + place }

    /// What stands before the cell: the same for all cells of a sheet.
    fileprivate var stem: String {
        switch self {
        case .here(let sheet, _, _): "internal:" + quotedSheetName(sheet) + "!"
        case .file(let path, let sheet, _, _) where sheet.isEmpty: "external:" + CellLink.escaped(path)
        case .file(let path, let sheet, _, _):
            "external:" + CellLink.escaped(path) + "#" + quotedSheetName(sheet) + "!"
        }
    }

    /// The cell; nothing for a whole workbook.
    fileprivate var place: String {
        switch self {
        case .file(_, let sheet, _, _) where sheet.isEmpty: ""
        case .here(_, let row, let column), .file(_, _, let row, let column): cellName(row: row, column: column)
        }
    }

    /// Whether another link leads to the same sheet.
    fileprivate func sharesStem(with other: CellLink) -> Bool {
        switch (self, other) {
        case (.here(let sheet, _, _), .here(let another, _, _)): sheet == another
        case (.file(let path, let sheet, _, _), .file(let otherPath, let another, _, _)):
            sheet == another && path == otherPath
        default: false
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

/// The addresses of links, many of which lead to the same few sheets one after the other.
struct LinkAddresses {
    private var known: [(link: CellLink, stem: String)] = []
    private var oldest = 0

    mutating func address(of link: CellLink) -> String {
        if let place = known.firstIndex(where: { $0.link.sharesStem(with: link) }) {
            return known[place].stem + link.place
        }
        let new = (link, link.stem)
        if known.count < 4 {
            known.append(new)
        } else {
            known[oldest] = new
            oldest = (oldest + 1) % known.count
        }
        return new.1 + link.place
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
