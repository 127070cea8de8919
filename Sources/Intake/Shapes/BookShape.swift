import Books

/// What a book looks like: which fields it has, under which words, and which of them it cannot do without.
struct BookShape: Sendable {
    /// The book.
    let kind: BookKind
    /// Groups of which one field each must be there, or the sheet is not this book.
    let essential: [[Field]]
    /// Groups that the book should have; a sheet without one is less surely this book.
    let expected: [[Field]]
    /// Groups of which one field each must hold a value, or a row is no record.
    let key: [[Field]]
    /// Fields that few other books have.
    let characteristic: Set<Field>
    /// How many characteristic fields must be there.
    var minimumCharacteristic = 0
    /// Its fields and their words.
    let columns: [Column]
    /// Words in a title, a tab's name or a path that speak for the book, and how loudly (1 to 3).
    let titles: [(word: String, weight: Int)]

    /// A field and the words that head it in this book.
    struct Column: Sendable {
        let field: Field
        /// Words that mean the field in this book.
        let words: [String]
        /// Words that may mean it where nothing better does.
        let weak: [String]

        init(_ field: Field, _ words: [String], weak: [String] = []) {
            self.field = field
            self.words = words
            self.weak = weak
        }
    }

    /// Every book, in the order of `BookKind`.
    static let all: [BookShape] = [
        .orders, .prices, .customers, .products, .movements, .opening, .stock, .counts, .receivables, .receipts,
        .ledger, .invoices, .waybills,
    ]

    /// The shape of a book.
    static func of(_ kind: BookKind) -> BookShape { all.first { $0.kind == kind } ?? .orders }

    /// A product is named by its code or its name.
    static let product: [Field] = [.productCode, .productName]

    /// How much a field counts for the book.
    func weight(of field: Field) -> Int {
        if essential.contains(where: { $0.contains(field) }) { return 3 }
        if expected.contains(where: { $0.contains(field) }) || characteristic.contains(field) { return 2 }
        return 1
    }
}

extension Field {
    /// Whether it belongs to one line of a document and is never said once for the whole of it.
    var isOfLine: Bool {
        switch self {
        case .productCode, .productName, .spec, .unit, .packUnit, .packSize, .barcode, .category, .batch, .location,
            .quantity, .bookQuantity, .countedQuantity, .recountQuantity, .signedQuantity, .unitPrice, .netPrice,
            .minimumPrice, .unitCost, .standardCost, .amount, .received, .balance, .debit, .credit, .netAmount,
            .taxAmount, .grossAmount, .discount, .maximumDiscount, .taxRate, .reason, .summary, .aliases,
            .creditLimit, .redeemedTokens:
            true
        default: false
        }
    }

    /// Whether it adds up over lines, so that a merged cell or a total states the sum of them.
    var isSummable: Bool {
        switch kind {
        case .quantity, .amount: true
        default: false
        }
    }

    /// Whether people sign for it below a document.
    var isSignature: Bool {
        switch self {
        case .approvedBy, .confirmedBy, .handler, .signedBy, .signed, .supervisor, .countedBy, .recountedBy: true
        default: false
        }
    }
}
