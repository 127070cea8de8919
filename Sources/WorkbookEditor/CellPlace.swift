/// A cell by its row, from 1, and its column, from 0. Ordered as one reads.
struct CellPlace: Hashable, Comparable {
    var row: Int
    var column: Int

    static func < (left: CellPlace, right: CellPlace) -> Bool {
        left.row != right.row ? left.row < right.row : left.column < right.column
    }

    /// Excel's last row and the number of its columns.
    static let rows = 1_048_576, columns = 16_384

    init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// The cell that `AB12`, in whatever letters, names.
    init?(_ address: some Sequence<UInt8>) {
        var row = 0
        var column = 0
        var digits = false
        for byte in address {
            switch byte {
            case UInt8(ascii: "$"): continue
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where !digits: column = column * 26 + Int(byte) - 64
            case UInt8(ascii: "a")...UInt8(ascii: "z") where !digits: column = column * 26 + Int(byte) - 96
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits = true
                row = row * 10 + Int(byte) - 48
            default: return nil
            }
            guard row <= CellPlace.rows, column <= CellPlace.columns else { return nil }
        }
        guard row > 0, column > 0 else { return nil }
        self.init(row: row, column: column - 1)
    }

    /// `AB12`.
    var address: String {
        var letters: [UInt8] = []
        var rest = column
        while rest >= 0 {
            letters.append(UInt8(65 + rest % 26))
            rest = rest / 26 - 1
        }
        return String(decoding: letters.reversed(), as: UTF8.self) + String(row)
    }
}

/// A rectangle of cells.
struct CellArea {
    var first: CellPlace
    var last: CellPlace

    /// The rectangle that `A1:C4` or `A1` names.
    init?(_ reference: ArraySlice<UInt8>) {
        let ends = reference.split(separator: UInt8(ascii: ":"))
        guard (1...2).contains(ends.count), let first = CellPlace(ends[0]), let last = CellPlace(ends[ends.count - 1])
        else { return nil }
        self.first = first
        self.last = last
    }

    func contains(_ place: CellPlace) -> Bool {
        (first.row <= place.row && place.row <= last.row)
            && (first.column <= place.column && place.column <= last.column)
    }

    /// The rectangle grown so that a cell lies in it.
    mutating func include(_ place: CellPlace) {
        first = CellPlace(row: min(first.row, place.row), column: min(first.column, place.column))
        last = CellPlace(row: max(last.row, place.row), column: max(last.column, place.column))
    }

    var reference: String { first == last ? first.address : first.address + ":" + last.address }
}
