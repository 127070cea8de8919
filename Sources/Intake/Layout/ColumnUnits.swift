import Books

/// In what the figures of a region's columns are counted, where their headers or the lines above the table say it.
struct ColumnUnits {
    /// The powers of ten by which columns are multiplied: 4 for one in 万元.
    private(set) var exponents: [Field: Int] = [:]
    /// The units of goods that headers state for quantities, and for one of what their prices are.
    private(set) var goods: [Field: String] = [:]
    /// The unit of all quantities of a row that says none itself; `nil` where columns state different ones, or not all one.
    private(set) var ofRows: String?
    /// The cell that says so; `nil` where a line above the table does.
    private(set) var place: Place?
    /// Quantities in packs on rows that are in another unit, which are to be turned into it.
    private(set) var packed: Set<Field> = []

    /// Whether a list of prices states for what they are: that is then the unit of its rows, whatever a column beside says.
    private(set) var areOfPrices = false

    /// Whether rows that state no unit are in packs, of which somebody has to know the size.
    var areRowsInPacks: Bool { ofRows.map { PackSize.isPack($0) || PackSize.isDozen($0) } ?? false }

    init() {}

    init(_ columns: [Field: Int32], headers: [ColumnHeader], above: [StatedUnit], of book: BookKind) {
        let texts = Dictionary(headers.map { ($0.column, $0.text) }) { first, _ in first }
        var unstated: [Field] = []
        for (field, column) in columns.sorted(by: { $0.value < $1.value }) {
            let kind = field.kind
            guard kind == .amount || kind == .unitPrice || kind == .quantity else { continue }
            let text = texts[column] ?? ""
            var own = StatedUnit.all(inHeader: text)
            if kind == .quantity, own.isEmpty { own = StatedUnit.counted(text).map { [$0] } ?? [] }
            take(field, kind, own, above)
            // Tokens are counted in tokens, and a net price has its own pack beside it.
            let isCounted = kind == .quantity && field != .redeemedTokens || field == .unitPrice
            guard isCounted || book == .prices && field == .minimumPrice else { continue }
            // A column of units says more than a line above the table.
            let isOwn = kind == .unitPrice && book != .prices || columns[.unit] != nil
            goods[field] =
                (isOwn ? own : own + above).filter { kind == .unitPrice || !$0.isMoney }.lazy.compactMap(\.goods)
                .first
            let isStatedHere = kind == .quantity || book == .prices && field == .unitPrice
            if isStatedHere, goods[field] != nil, place == nil, !own.isEmpty { place = Place(column: column) }
            if kind == .quantity, goods[field] == nil { unstated.append(field) }
        }
        if book == .prices {
            // What the header of the price says, the prices are for.
            ofRows = goods[.unitPrice]
            areOfPrices = ofRows != nil
            if !areOfPrices { goods = [:] }
            return
        }
        // Without quantities there is nothing to count.
        if !columns.keys.contains(where: { $0.kind == .quantity }) { goods = [:] }
        settle(unstated)
    }

    /// Takes the power of ten of one column: by itself, else above the table. Prices are seldom in 万元, whatever is said above.
    private mutating func take(_ field: Field, _ kind: FieldKind, _ own: [StatedUnit], _ above: [StatedUnit]) {
        let isMoney = kind != .quantity
        let fitting = own.filter { isMoney ? $0.isMoney || $0.goods == nil : !$0.isMoney }
        // Above a table 万 alone is of money.
        let lines = above.filter { isMoney ? $0.isMoney || $0.goods == nil : $0.goods != nil && !$0.isMoney }
        let stated = fitting.isEmpty && kind != .unitPrice ? lines : fitting
        if let exponent = stated.first(where: { $0.exponent != 0 })?.exponent { exponents[field] = exponent }
    }

    /// Decides what a row is in that says nothing itself.
    private mutating func settle(_ unstated: [Field]) {
        let quantities = goods.filter { $0.key.kind == .quantity }.sorted { $0.key.ordinal < $1.key.ordinal }
        guard let first = quantities.first?.value else { return }
        let all = goods.values
        let isAlike = all.allSatisfy { ColumnUnits.agree($0, first) }
        if isAlike, unstated.isEmpty || !PackSize.isPack(first) {
            ofRows = first
            return
        }
        ofRows = goods.sorted { $0.key.ordinal < $1.key.ordinal }.map(\.value).first { !PackSize.isPack($0) }
        if let ofRows {
            packed = Set(quantities.filter { !ColumnUnits.agree($0.value, ofRows) }.map(\.key))
        } else {
            packed = Set(quantities.map(\.key))
        }
    }

    /// Whether two words may be one unit: any word for a pack is another's, and 瓶 above a column with 支 and 盒 speaks of most.
    static func agree(_ one: String, _ other: String) -> Bool {
        if one.lowercased() == other.lowercased() { return true }
        if PackSize.isPack(one) || PackSize.isPack(other) { return PackSize.isPack(one) && PackSize.isPack(other) }
        return !PackSize.isDozen(one) && !PackSize.isDozen(other)
    }
}

extension StatedUnit {
    /// The unit that a header counts in its own word: 箱数, 出库箱数, Cases, Cartons.
    fileprivate static func counted(_ header: String) -> StatedUnit? {
        let key = WrittenText.key(header)
        for unit in Words.countingUnits where key.hasSuffix(unit + "数") || key.hasSuffix(unit + "数量") || key == unit {
            return StatedUnit(unit)
        }
        return key.utf8.allSatisfy { $0 < 0x80 } ? StatedUnit(header).flatMap { $0.goods == nil ? nil : $0 } : nil
    }
}

extension StatedUnit {
    /// What the lines above a table say of its figures: 单位：万元, （金额单位：元）, RMB'000.
    static func above(_ pairs: [HeadPair], _ titles: [String], _ text: (HeadPair.Value) -> String) -> [StatedUnit] {
        var units: [StatedUnit] = []
        for pair in pairs where pair.label.keys.contains(where: labels.contains) || pair.label.endsInUnit {
            let value = text(pair.value).filter { !"()（）[]【】".contains($0) }
            units += all(in: value)
        }
        for title in titles {
            let plain = title.trimmingBlanks
            let whole = plain.split { $0.isWhitespace }.map(String.init)
            var money = all(inBracketsOf: plain)
            if let unit = StatedUnit(plain) { money.append(unit) }
            // 单位 万元 without a colon.
            if whole.count > 1, labels.contains(WrittenText.key(whole[0])) {
                money += all(in: whole.dropFirst().joined(separator: " "))
            }
            units += money.filter(\.isMoney)
        }
        return units
    }

    private static let labels = Set(Words.unitLabels.map(WrittenText.key))
}

extension HeaderKeys {
    /// Whether a label ends in a word for a unit, as the title does that has it in brackets: 明细表（单位：万元）.
    fileprivate var endsInUnit: Bool { keys.first?.hasSuffix("单位") ?? false }
}

extension RegionPlan {
    /// Takes in what its figures are counted; rows without a unit of their own have the one that is stated for all.
    mutating func state(_ units: ColumnUnits, header row: Int32) {
        self.units = units
        guard let unit = units.ofRows, constants[.unit] == nil, shape.columns.contains(where: { $0.field == .unit })
        else {
            return
        }
        let place = units.place.map { Place(column: $0.column, row: row) }
        constants[.unit] = Constant(place: place, value: .text(unit))
    }
}
