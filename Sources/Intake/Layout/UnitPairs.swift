/// Quantities in several units, each beside its own: 单位 | 数量 | 基本单位 | 基本单位数量 | 常用单位 | 常用单位数量.
///
/// One pair counts, the quantity with its own unit. Where prices are stated they are for the plain unit; else the basic one,
/// in which stock is kept, says most. A basic quantity needs no unit beside it.
struct UnitPairs {
    /// Of which unit a header speaks.
    private enum Kind { case plain, basic, other }

    /// The pair that counts; `nil` where there is but one, or none that is whole.
    private let counted: Kind?

    /// - Parameter headers: In small letters, without blanks.
    init(_ headers: [String]) {
        let units = Set(headers.filter(Self.isUnit).map(Self.kind))
        let quantities = Set(headers.filter(Self.isQuantity).map(Self.kind))
        let hasPrice = headers.contains { header in ["价", "price"].contains { header.holds($0) } }
        if units.union(quantities).count < 2 {
            counted = nil
        } else if let whole = (hasPrice ? [.plain, .basic, .other] : [.basic, .plain, .other]).first(where: {
            units.contains($0) && quantities.contains($0)
        }) {
            counted = whole
        } else {
            counted = quantities.contains(.basic) ? .basic : nil
        }
    }

    /// Whether a header is of a unit that does not count.
    func excludes(_ header: String) -> Bool { counted.map { $0 != Self.kind(header) } ?? false }

    private static func isQuantity(_ header: String) -> Bool {
        ["数量", "qty", "quantity", "库存", "结存"].contains { header.holds($0) } && !isNoQuantity(header)
    }

    private static func isUnit(_ header: String) -> Bool {
        ["单位", "unit", "uom"].contains { header.hasSuffix($0) } && !isQuantity(header)
    }

    /// 库存单位 is a unit, 箱装数量 a pack's size.
    private static func isNoQuantity(_ header: String) -> Bool {
        header.hasSuffix("单位") || ["箱装", "每箱", "每件", "per"].contains { header.holds($0) }
    }

    private static func kind(_ header: String) -> Kind {
        if ["基本", "主单位", "主计量", "主数量", "base"].contains(where: { header.holds($0) }) { return .basic }
        return ["常用", "辅", "alt", "secondary"].contains { header.holds($0) } ? .other : .plain
    }
}
