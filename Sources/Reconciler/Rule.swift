public import Books

/// One thing that is checked: a check of one book or one outcome of a tie between two.
///
/// Each rule is a value in a file named after its code, and its code is also the code of its findings, the name of its
/// test and of its page in the manual.
public struct Rule: Sendable {
    /// Its code, such as `dispatch.quantity-short`.
    public let code: String
    /// The class of its findings.
    public let findingClass: FindingClass
    /// Who can usually clear its findings.
    public let owner: Owner
    /// The tie it belongs to, if any.
    public let tie: TieName?
    /// What it is called.
    public let title: Phrase
    /// What is compared, when it fires and when not, and what to do.
    public let meaning: Phrase
    /// The books without which it is not run.
    public let books: [BookKind]
    /// The columns without which it is not run: for each list, at least one of them must be on some sheet.
    public let columns: [RequiredColumn]
    /// What a company can set.
    public let parameters: [Parameter]
    /// Looks at the month and says what it finds.
    let check: @Sendable (Examination, inout Findings) throws(Overflow) -> Void

    init(
        _ code: String, _ findingClass: FindingClass, owner: Owner, tie: TieName? = nil, title: Phrase, meaning: Phrase,
        books: [BookKind], columns: [RequiredColumn] = [], parameters: [Parameter] = [],
        check: @escaping @Sendable (Examination, inout Findings) throws(Overflow) -> Void
    ) {
        self.code = code
        self.findingClass = findingClass
        self.owner = owner
        self.tie = tie
        self.title = title
        self.meaning = meaning
        self.books = books
        self.columns = columns
        self.parameters = parameters
        self.check = check
    }

    /// The part of the code before the point, such as `dispatch`.
    public var family: String { String(code.prefix { $0 != "." }) }
}

/// A column that a rule cannot do without: any one of `fields`, on at least one sheet of `book`.
public struct RequiredColumn: Hashable, Sendable {
    /// The book.
    public let book: BookKind
    /// The columns of which one is enough.
    public let fields: [Field]

    init(_ book: BookKind, _ fields: Field...) {
        self.book = book
        self.fields = fields
    }
}

/// Something that a company can set for a rule.
public struct Parameter: Hashable, Sendable {
    /// Its stable name, such as `amountTolerance`.
    public let name: String
    /// What it is for.
    public let meaning: Phrase
    /// What it is when nobody sets it.
    public let standard: String
}

/// The comparisons of two books.
public enum TieName: String, CaseIterable, Hashable, Sendable {
    case ordersDispatch = "orders-dispatch"
    case stockRollForward = "stock-rollforward"
    case stockCount = "stock-count"
    case dispatchReceivable = "dispatch-receivable"
    case receivableReceipts = "receivable-receipts"
    case receivableLedger = "receivable-ledger"
    case receiptsLedger = "receipts-ledger"

    /// What it is called.
    public var title: Phrase {
        switch self {
        case .ordersDispatch: Phrase("订单 ↔ 出库", "Orders ↔ dispatch")
        case .stockRollForward: Phrase("期初＋出入库 ↔ 账存", "Opening + movements ↔ stock book")
        case .stockCount: Phrase("账存 ↔ 盘点", "Stock book ↔ count")
        case .dispatchReceivable: Phrase("出库 ↔ 应收", "Dispatch ↔ receivables")
        case .receivableReceipts: Phrase("应收已收 ↔ 回款", "Received on receivables ↔ receipts")
        case .receivableLedger: Phrase("应收 ↔ 明细账借方", "Receivables ↔ ledger debits")
        case .receiptsLedger: Phrase("回款 ↔ 明细账贷方", "Receipts ↔ ledger credits")
        }
    }

    /// The side that is expected, and the side held against it.
    public var sides: (left: Phrase, right: Phrase) {
        switch self {
        case .ordersDispatch: (Phrase("订单", "Orders"), Phrase("出库单", "Dispatch documents"))
        case .stockRollForward: (Phrase("期初＋出入库", "Opening + movements"), Phrase("账存", "Stock book"))
        case .stockCount: (Phrase("账存", "Book"), Phrase("实盘", "Count"))
        case .dispatchReceivable: (Phrase("出库单", "Dispatch documents"), Phrase("应收", "Receivables"))
        case .receivableReceipts: (Phrase("应收上的已收", "Received, as receivables say"), Phrase("回款", "Receipts"))
        case .receivableLedger: (Phrase("应收", "Receivables"), Phrase("明细账借方", "Ledger debits"))
        case .receiptsLedger: (Phrase("回款", "Receipts"), Phrase("明细账贷方", "Ledger credits"))
        }
    }
}
