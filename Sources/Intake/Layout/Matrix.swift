import Books

/// Columns that hold the same again for each channel or warehouse: 直销价 | 二批价 | 商超价, or 账面 | 实盘 below each of
/// 一号仓 | 二号仓.
///
/// Each channel or warehouse is a region of its own, whose records have the columns below its name and those that belong to
/// all, if there are any.
struct Matrix {
    /// What the groups are: channels, or warehouses.
    let by: Field
    /// The field that the columns hold where nothing but the names heads them.
    let value: Field?
    let groups: [Group]
    /// The headers to read the book by: those of all groups, and those of the first as if it were the only one.
    let headers: [ColumnHeader]
    /// Columns that say of all groups together what the others say of each.
    let sums: Set<Int32>

    /// The columns of one channel or warehouse.
    struct Group {
        let text: String
        /// Where its name stands: the column, and whether in the upper one of two rows.
        let column: Int32
        let isAbove: Bool
        /// Its columns by what heads them below its name.
        fileprivate(set) var columns: [String: Int32]
    }

    /// Finds them in a header; `nil` where fewer than two channels or warehouses head columns alike.
    init?(_ shape: BookShape, _ headers: [ColumnHeader], _ meanings: HeaderMeanings, _ places: Places = Places()) {
        switch shape.kind {
        case .prices: by = .channel
        case .opening, .stock, .counts, .movements: by = .warehouse
        default: return nil
        }
        var named = headers.compactMap { Matrix.named($0, shape.kind, meanings, places) }
        if by == .warehouse { named += Matrix.plain(beside: named, shape.kind, headers, meanings, places) }
        named.sort { $0.header.column < $1.header.column }
        guard let first = named.first else { return nil }
        var groups: [Group] = []
        for header in named {
            let place = groups.firstIndex { $0.text == header.text } ?? groups.endIndex
            if place == groups.endIndex {
                groups.append(
                    Group(text: header.text, column: header.column, isAbove: header.isAbove, columns: [:]))
            }
            // The same twice is no matrix: nothing says which one counts.
            guard groups[place].columns.updateValue(header.header.column, forKey: header.key) == nil else { return nil }
        }
        guard groups.count > 1, named.allSatisfy({ $0.leaf.isEmpty == first.leaf.isEmpty }) else { return nil }
        let leaves = Set(groups[0].columns.keys)
        if groups.contains(where: { !leaves.isSuperset(of: $0.columns.keys) }) { return nil }
        let others = headers.filter { header in !named.contains { $0.header.column == header.column } }
        sums = Set(others.filter { $0.group.map { leaves.contains(WrittenText.key($0.leaf)) } ?? false }.map(\.column))
        let common = others.filter { [sums] in !sums.contains($0.column) }
        let own = named.filter { $0.text == first.text && !$0.leaf.isEmpty }.map {
            ColumnHeader(column: $0.header.column, text: $0.leaf, keys: HeaderKeys($0.leaf))
        }
        self.headers = (common + own).sorted { $0.column < $1.column }
        value =
            first.leaf.isEmpty
            ? shape.kind == .prices ? .unitPrice : shape.kind == .counts ? .countedQuantity : .quantity : nil
        self.groups = groups
        areApart = common.isEmpty
    }

    /// Whether each group is a table by itself, with no column that belongs to all.
    let areApart: Bool

    /// Whether a column is the first group's own.
    func isOwn(_ column: Int32) -> Bool { groups[0].columns.values.contains(column) }

    /// The column of a group for one of the first group's.
    func column(of group: Group, for column: Int32) -> Int32? {
        groups[0].columns.first { $0.value == column }.flatMap { group.columns[$0.key] }
    }

    /// The columns of a group that stands apart from the others, with those between it and the next.
    func bounds(of place: Int) -> ClosedRange<Int32> {
        let starts = groups.map { $0.columns.values.min() ?? 0 }
        let lower = place == 0 ? 0 : starts[place]
        let upper = place + 1 < starts.count ? starts[place + 1] - 1 : Int32.max
        return lower...max(lower, upper)
    }

    /// A header under a channel or warehouse that is called one.
    static func named(
        _ header: ColumnHeader, _ kind: BookKind, _ meanings: HeaderMeanings, _ places: Places
    ) -> NamedHeader? {
        func name(_ text: String) -> String? {
            if kind == .prices { return channel(text, meanings) }
            return warehouse(text, meanings) ?? places.known[WrittenText.key(text)]
        }
        guard let group = header.group else { return inOneRow(header, kind, meanings, places, name) }
        if let above = name(group.text) {
            return NamedHeader(text: above, column: group.column, isAbove: true, header: header, leaf: group.leaf)
        }
        return name(group.leaf).map {
            NamedHeader(text: $0, column: header.column, isAbove: false, header: header, leaf: group.text)
        }
    }

    /// A header in one row, which may say what it heads behind the name: 一号仓账面.
    private static func inOneRow(
        _ header: ColumnHeader, _ kind: BookKind, _ meanings: HeaderMeanings, _ places: Places,
        _ name: (String) -> String?
    ) -> NamedHeader? {
        if kind != .prices, !meanings.words.isKnown(header.keys) {
            if let (name, rest) = DerivedWords.warehouse(beginning: header.text), !rest.isEmpty,
                !meanings.matches(HeaderKeys(rest), in: kind).isEmpty
            {
                return NamedHeader(text: name, column: header.column, isAbove: false, header: header, leaf: rest)
            }
            if let (named, _) = NamedHeader.plain(header, kind, meanings),
                let name = places.known[WrittenText.key(named.text)]
            {
                return NamedHeader(
                    text: name, column: header.column, isAbove: false, header: header, leaf: named.leaf)
            }
        }
        return name(header.text).map {
            NamedHeader(text: $0, column: header.column, isAbove: false, header: header, leaf: "")
        }
    }

    /// Headers under names that nothing calls warehouses, where they say the same again under each.
    ///
    /// Beside warehouses such a name is one more. By themselves they are what stock lies in and is counted in, where every
    /// group holds the same and the sheet does not say otherwise where it lies.
    private static func plain(
        beside sure: [NamedHeader], _ kind: BookKind, _ headers: [ColumnHeader], _ meanings: HeaderMeanings,
        _ places: Places
    ) -> [NamedHeader] {
        let others = headers.filter { header in !sure.contains { $0.header.column == header.column } }
        let plain = others.compactMap { NamedHeader.plain($0, kind, meanings) }
        if !sure.isEmpty {
            return plain.filter { one in
                one.name == .place
                    && sure.contains {
                        $0.key == one.named.key && $0.isAbove == one.named.isAbove
                            && ($0.header.group == nil) == (one.named.header.group == nil)
                    }
            }.map(\.named)
        }
        guard kind != .movements, !places.isSaid else { return [] }
        let names = Dictionary(grouping: plain) { $0.named.text }
        func leaves(_ name: String) -> Set<String> { Set(names[name, default: []].map(\.named.key)) }
        let most = plain.reduce(into: Set<String>()) { most, one in
            let own = leaves(one.named.text)
            if own.count > most.count { most = own }
        }
        let repeated = names.filter { leaves($0.key) == most }.map(\.value)
        let isApart = plain.allSatisfy { $0.named.header.group != nil } || most.count > 1
        // Another group of the same, which is neither a place nor the sum of all, is of another kind than places.
        let isAlone = others.allSatisfy { header in
            guard let group = header.group, most.contains(WrittenText.key(group.leaf)) else { return true }
            return names[group.text] != nil || Words.sumMarks.contains { group.text.contains($0) }
                || Words.sumWords.contains(WrittenText.key(group.text))
        }
        guard isApart, isAlone, repeated.count > 1, repeated.allSatisfy({ $0.allSatisfy { $0.name == .place } }) else {
            return []
        }
        return repeated.flatMap { $0.map(\.named) }
    }

    /// The channel that a header names, alone or with a word for its price.
    private static func channel(_ text: String, _ meanings: HeaderMeanings) -> String? {
        HeaderKeys(text).keys.reversed().lazy.compactMap { key in
            let ending = ["单价", "价格", "售价", "价", "unitprice", "price"].first(where: key.hasSuffix) ?? ""
            let name = String(key.dropLast(ending.count))
            return name.isEmpty ? nil : meanings.choices[.channel]?.identifier(of: name)
        }.first
    }

    /// The warehouse that a header is the name of.
    private static func warehouse(_ text: String, _ meanings: HeaderMeanings) -> String? {
        meanings.words.isKnown(HeaderKeys(text)) ? nil : DerivedWords.warehouse(calledBy: text)
    }
}
