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
        /// Whether the column of pieces is the field's though no word of it says so.
        var isForced = false
    }

    let pairs: [Pair]

    /// Finds them in a header: two columns of one name, one of them in packs.
    init(_ shape: BookShape, _ headers: [CountingHeader], _ meanings: HeaderMeanings) {
        let quantities: Set<Field> = [.quantity, .countedQuantity, .bookQuantity, .recountQuantity]
        guard shape.columns.contains(where: { quantities.contains($0.field) }) else {
            pairs = []
            return
        }
        let named = headers.compactMap { counting in
            counting.stated.map { (counting.header, $0.name, $0.unit) }
        }
        let alike: [Pair] = named.compactMap { packs, name, unit in
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
        let known = Set(alike.flatMap { [$0.packs, $0.pieces] })
        let rest = headers.filter { !known.contains($0.header.column) }
        pairs = alike + PackColumns.besides(rest, shape, meanings, quantities)
    }

    /// Whole packs beside what is left of them, or beside pieces that are called 件, without a word for either's unit.
    private static func besides(
        _ headers: [CountingHeader], _ shape: BookShape, _ meanings: HeaderMeanings, _ quantities: Set<Field>
    ) -> [Pair] {
        let packs = headers.compactMap { counting in
            counting.packs.map { (counting.header, name: counting.name(before: $0.word), unit: $0.unit) }
        }
        let loose = headers.compactMap { counting in
            counting.loose.map { (counting.header, name: counting.name(before: $0)) }
        }
        return packs.compactMap { pack, name, unit in
            let others = packs.filter { $0.name == name && $0.unit == "件" && $0.0.column != pack.column }.map(\.0)
            let left = loose.filter { $0.name == name }.map(\.0)
            // 箱数 | 件数 | 散数 are three of something.
            guard (left + others).count == 1, let pieces = left.first ?? others.first, left.count == 1 || unit == "箱"
            else {
                return nil
            }
            let stated = meanings.matches(HeaderKeys(name), in: shape.kind).map(\.field).first(
                where: quantities.contains)
            let plain = shape.kind == .counts ? Field.countedQuantity : .quantity
            guard let field = name.isEmpty ? plain : stated else { return nil }
            return Pair(packs: pack.column, pieces: pieces.column, unit: unit, fields: [field], isForced: true)
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

/// What a header's words say of packs and pieces, whatever the book: found out once for all of them.
struct CountingHeader {
    let header: ColumnHeader
    /// Its name and the unit that it states.
    let stated: (name: String, unit: String)?
    /// The word for whole packs that it ends with, and their unit.
    let packs: (word: String, unit: String)?
    /// The word for what is left of them that it ends with.
    let loose: String?
    private let key: String

    init(_ header: ColumnHeader) {
        self.header = header
        let key = WrittenText.key(header.text)
        self.key = key
        stated = StatedUnit.named(header.text)
        packs = Words.packCounts.first { key.hasSuffix($0.word) }
        loose = Words.looseCounts.first { key.hasSuffix($0) }
    }

    /// What stands before the word that it ends with.
    func name(before word: String) -> String { String(key.dropLast(word.count)) }
}

extension RegionPlan {
    /// Packs that a field's pieces have in a column beside them.
    struct Packs {
        let column: Int32
        let unit: String
    }
}
