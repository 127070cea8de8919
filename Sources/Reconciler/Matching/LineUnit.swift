import Books

/// The unit that an order line is written in, where its product is counted in a smaller one.
struct LineUnit {
    /// How many of the product's own units one of the line's is; 1 where the line is written in the product's own.
    let pieces: Int64
    private let name: String

    init(_ examination: Examination, _ row: Int) {
        pieces = examination.goods.factor(.orders, row)
        name = pieces == 1 ? "" : examination.month.text(examination.orders.table.symbol(.unit, row))
    }

    /// What stands behind a price for one of them: `/箱`; nothing for the product's own unit.
    var chinese: String { name.isEmpty ? "" : "/\(name)" }
    /// The same between English words.
    var english: String { name.isEmpty ? "" : " per \(name)" }
}

extension UnitPrice {
    /// The price of a pack of so many.
    func pack(of pieces: Int64) throws(Overflow) -> UnitPrice {
        let (product, overflow) = units.multipliedReportingOverflow(by: pieces)
        if overflow { throw Overflow() }
        return UnitPrice(units: product)
    }
}
