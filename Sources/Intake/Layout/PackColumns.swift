import Books

/// Quantities in two columns, of packs and of pieces: 实盘数(箱) | 实盘数(瓶), or 数量 above 箱 | 瓶.
///
/// The pieces may be those beside whole packs, or all of them once more; which, each row's figures say.
struct PackColumns {
    struct Pair {
        let packs: Int32
        let pieces: Int32
        /// What a pack is called.
        let unit: String
        /// The quantities that either column may be.
        let fields: Set<Field>
    }

    let pairs: [Pair]

    /// Finds them in a header: two columns of one name, one of them in packs.
    init(_ shape: BookShape, _ headers: [ColumnHeader], _ meanings: HeaderMeanings) {
        let quantities: Set<Field> = [.quantity, .countedQuantity, .bookQuantity, .recountQuantity]
        guard shape.columns.contains(where: { quantities.contains($0.field) }) else {
            pairs = []
            return
        }
        let named = headers.compactMap { header in StatedUnit.named(header.text).map { (header, $0.name, $0.unit) } }
        pairs = named.compactMap { packs, name, unit in
            guard PackSize.isPack(unit) else { return nil }
            let others = named.filter { $0.1 == name && $0.0.column != packs.column }
            guard others.count == 1, let pieces = others.first, !PackSize.isPack(pieces.2), !PackSize.isDozen(pieces.2)
            else { return nil }
            let fields = [packs, pieces.0].map { header in
                Set(meanings.matches(header.keys, in: shape.kind).map(\.field)).intersection(quantities)
            }
            let both = fields[0].intersection(fields[1])
            return both.isEmpty ? nil : Pair(packs: packs.column, pieces: pieces.0.column, unit: unit, fields: both)
        }
    }

    /// The columns that are no quantity by themselves: those of packs; of pieces too where another column has the sum.
    ///
    /// - Parameter assigned: The columns of fields when neither is one.
    func excluded(_ assigned: [Field: (column: Int32, score: Int)]) -> Set<Int32> {
        var columns: Set<Int32> = []
        for pair in pairs {
            columns.insert(pair.packs)
            if pair.fields.contains(where: { assigned[$0] != nil }) { columns.insert(pair.pieces) }
        }
        return columns
    }

    /// All columns of all pairs.
    var columns: Set<Int32> { Set(pairs.flatMap { [$0.packs, $0.pieces] }) }
}

extension RegionPlan {
    /// Packs that a field's pieces have in a column beside them.
    struct Packs {
        let column: Int32
        let unit: String
    }
}
