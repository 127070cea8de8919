import Books

extension SettingsPage {
    /// Other names of customers.
    static let customerAliases = names(
        .customer, title: Phrase("客户别名", "Customer aliases"),
        purpose: Phrase(
            "别人写的简称或旧名，指的是哪个客户。右边写客户档案里的名称或编码。",
            "Short or former names that people write, and the customer each means: the name or code in the customer file."
        ),
        means: Phrase("客户", "customer"), example: Phrase("例：大润发 → 昆明大润发商业有限公司", "Example: Metro → Metro Stores Ltd."))

    /// Other names of products.
    static let productAliases = names(
        .product, title: Phrase("商品别名", "Product aliases"),
        purpose: Phrase(
            "别人写的品名或编码，指的是哪个商品。右边写商品档案里的编码或品名。",
            "Names or codes that people write, and the product each means: the code or name in the product file."),
        means: Phrase("商品", "product"), example: Phrase("例：小瓶醋 → GT-1001", "Example: small vinegar → GT-1001"))

    /// Other headers of columns.
    static let columnAliases = SettingsPage(
        title: Phrase("栏目别名", "Column aliases"),
        purpose: Phrase(
            "来的表格里有程序不认识的表头时，在这里说明它是哪个栏目。只对某种表有效的，写明是哪种表。",
            "Where sheets have headers that are not recognised, say here which field each is. Name the book where it holds for one kind of sheet only."
        ),
        columns: [
            Column(
                Phrase("表头写的", "header"), Phrase("表头里的原话。例：要货量", "The header's very words. Example: Qty wanted"),
                width: 24,
                .required),
            Column(
                Phrase("是哪个栏目", "field"), Phrase("从列表选，见「栏目一览」。例：数量", "From the list, see “Fields”. Example: quantity"),
                width: 22, .required, offer: .fields),
            Column(
                Phrase("哪种表", "book"), Phrase("空着表示各种表都算。例：订单", "Empty: on every sheet. Example: orders"), width: 18,
                .optional,
                offer: .books),
            .remark,
        ],
        lines: { settings, language in
            settings.columnAliases.map { alias in
                [
                    .text(alias.header), .text(alias.field.words[language]),
                    alias.book.map { .text($0.words[language]) } ?? .nothing, .nothing,
                ]
            }
        },
        read: { table, reading in
            for line in table.lines {
                if let alias = reading.columnAlias(line, header: 0, field: 1, book: 2) {
                    reading.note(.columnAliases, line, 1)
                    reading.aliases.append(alias)
                }
            }
        })

    private static func names(
        _ kind: AliasKind, title: Phrase, purpose: Phrase, means: Phrase, example: Phrase
    ) -> SettingsPage {
        SettingsPage(
            title: title, purpose: purpose,
            columns: [
                Column(
                    Phrase("别人写的", "written"), Phrase("\(example.chinese)", "\(example.english)"), width: 32, .required),
                Column(
                    means, Phrase("档案里的名称或编码。", "The name or code in the file."), width: 36, .required),
                .remark,
            ],
            lines: { settings, _ in
                let aliases = kind == .customer ? settings.customerAliases : settings.productAliases
                return aliases.sorted { $0.key < $1.key }.map { [.text($0.key), .text($0.value), .nothing] }
            },
            read: { table, reading in
                for line in table.lines {
                    guard reading.isFilled(line, 0), reading.isFilled(line, 1) else { continue }
                    reading.note(kind == .customer ? .customerAliases : .productAliases, line, 0)
                    reading.aliases.append(
                        AliasLine(
                            kind: kind, alias: line.text(0), means: line.text(1), written: line.text(1),
                            place: line.place(0), meansPlace: line.place(1)))
                }
            })
    }
}

extension SettingsReading {
    /// Whether a cell holds something; notes one that does not.
    mutating func isFilled(_ line: SettingsTable.Line, _ column: Int) -> Bool {
        if !line.text(column).isEmpty { return true }
        reject(line, column, expected: Phrase("两边都要写", "both sides filled in"))
        return false
    }

    /// A header's alias; notes a field or a book that does not exist.
    mutating func columnAlias(
        _ line: SettingsTable.Line, header: Int, field column: Int, book bookColumn: Int
    ) -> AliasLine? {
        guard isFilled(line, header), isFilled(line, column) else { return nil }
        let text = line.text(column)
        guard let field = SettingsReading.field(text) else {
            reject(line, column, expected: SettingsReading.fieldExpected(text, among: Field.allCases))
            return nil
        }
        var book: BookKind?
        if !line.text(bookColumn).isEmpty {
            book = SettingsReading.book(line.text(bookColumn))
            guard let book else {
                let names = BookKind.allCases.flatMap { [$0.words.chinese, $0.words.english] }
                let near = SettingsReading.perhaps(line.text(bookColumn), among: names)
                reject(
                    line, bookColumn,
                    expected: Phrase("一种表，如 订单\(near.chinese)", "a kind of sheet such as orders\(near.english)"))
                return nil
            }
            guard BookShape.of(book).columns.contains(where: { $0.field == field }) else {
                reject(
                    line, column,
                    expected: Phrase("\(book.words.chinese)有的栏目", "a field that the \(book.words.english) \(book.has)"))
                return nil
            }
        }
        return AliasLine(
            kind: .column(book), alias: line.text(header), means: field.rawValue, written: text,
            place: line.place(header), meansPlace: line.place(column))
    }
}
