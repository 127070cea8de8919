import Books

/// A quantity written in packs and pieces: 3件+5瓶, 3箱5瓶, 2 cases + 4.
struct PackedQuantity: Equatable {
    /// How many packs, and in which word.
    let packs: Int64
    let packUnit: String
    /// How many pieces besides, and in which word; empty where none is written.
    let pieces: Int64
    let pieceUnit: String

    /// Reads a text; `nil` for anything but whole packs and whole pieces.
    init?(_ bytes: ArraySlice<UInt8>) {
        let text = WrittenText.name(bytes)
        if text.utf8.count > 60 { return nil }
        var parts: [(number: Int64, unit: String)] = []
        var rest = Substring(text)
        while !rest.isEmpty {
            rest = rest.drop { " +又零加和、,&".contains($0) }
            if rest.isEmpty { break }
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard let number = Int64(digits), number <= 1_000_000_000, parts.count < 2 else { return nil }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { !$0.isNumber && !"+又零加和、,&".contains($0) }
            rest = rest.dropFirst(unit.count)
            parts.append((number, String(unit).trimmingBlanks))
        }
        guard parts.count == 2, !parts[0].unit.isEmpty, parts[0].unit != parts[1].unit,
            parts.allSatisfy({ !$0.unit.contains(where: { "./-:()[]".contains($0) }) && $0.unit.utf8.count <= 18 })
        else { return nil }
        (packs, packUnit, pieces, pieceUnit) = (parts[0].number, parts[0].unit, parts[1].number, parts[1].unit)
    }

    /// How many pieces it is, in millionths; `nil` where it does not fit.
    func quantity(packSize: Int64) -> Int64? {
        let (whole, first) = packs.multipliedReportingOverflow(by: packSize)
        let (sum, second) = whole.addingReportingOverflow(pieces)
        let (units, third) = sum.multipliedReportingOverflow(by: 1_000_000)
        return first || second || third || units > Quantity.limit.units ? nil : units
    }
}
