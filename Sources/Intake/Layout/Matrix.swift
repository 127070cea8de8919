import Books

/// Columns that all hold the same field, one for each channel or warehouse: 直销价 | 二批价 | 商超价.
///
/// Each of them is a region of its own, whose records have the channel or warehouse that heads the column.
struct Matrix {
    /// The field that they hold.
    let value: Field
    /// The field that heads them.
    let by: Field
    let columns: [(column: Int32, text: String)]

    /// Finds them in a header; `nil` where fewer than two columns look so.
    init?(_ shape: BookShape, _ headers: [ColumnHeader], _ meanings: HeaderMeanings) {
        switch shape.kind {
        case .prices:
            (value, by) = (.unitPrice, .channel)
            columns = headers.compactMap { header in Matrix.channel(header.text, meanings).map { (header.column, $0) } }
        case .opening, .stock, .counts:
            (value, by) = (shape.kind == .counts ? .countedQuantity : .quantity, .warehouse)
            columns = headers.compactMap { header in Matrix.warehouse(header.text, meanings).map { (header.column, $0) }
            }
        default: return nil
        }
        if columns.count < 2 || Set(columns.map(\.text)).count < columns.count { return nil }
    }

    /// The channel that a header names, alone or with a word for its price.
    private static func channel(_ text: String, _ meanings: HeaderMeanings) -> String? {
        var key = HeaderKeys(text).keys.last ?? ""
        for ending in ["单价", "价格", "售价", "价", "unitprice", "price"] where key.hasSuffix(ending) {
            key.removeLast(ending.count)
            break
        }
        return key.isEmpty ? nil : meanings.choices[.channel]?.identifier(of: key)
    }

    /// The warehouse that a header is the name of.
    private static func warehouse(_ text: String, _ meanings: HeaderMeanings) -> String? {
        let plain = WrittenText.name(ArraySlice(text.utf8))
        if meanings.words.isKnown(HeaderKeys(plain)) { return nil }
        if DerivedWords.warehouse(in: plain) == plain { return plain }
        let words = plain.lowercased().split(separator: " ")
        return words.count > 1 && ["warehouse", "depot", "wh"].contains(words.last.map(String.init) ?? "") ? plain : nil
    }
}
