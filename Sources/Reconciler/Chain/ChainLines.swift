import Books

/// What the lines of orders and of sales documents move and are worth, worked out once for all stages.
struct ChainLines {
    /// What a line orders or takes out: base units in millionths, and fen where it has a price or an amount.
    struct Worth {
        var quantity: Int64 = 0
        /// `Table.absent` where the line does not say what it costs.
        fileprivate var stated: Int64 = 0

        var money: Int64 { isPriced ? stated : 0 }
        /// Whether it says what it costs.
        var isPriced: Bool { stated != Table.absent }

        init() {}

        fileprivate init(quantity: Int64, stated: Int64) {
            self.quantity = quantity
            self.stated = stated
        }

        /// Adds another line's to it; a sum says what it costs as far as its lines do.
        mutating func add(_ other: Worth) throws(Overflow) {
            quantity = try checked(quantity, plus: other.quantity)
            stated = try checked(stated, plus: other.money)
        }

        fileprivate init(_ quantity: Quantity?, _ money: Amount?) {
            self.quantity = quantity?.units ?? 0
            stated = money?.units ?? Table.absent
        }
    }

    /// What the lines of a table are worth, by their rows.
    struct Worths {
        private var quantities = Column(), money = Column()

        fileprivate mutating func append(_ worth: Worth) {
            quantities.append(worth.quantity)
            money.append(worth.stated)
        }

        fileprivate mutating func finish() {
            quantities.finish()
            money.finish()
        }

        subscript(row: Int) -> Worth { Worth(quantity: quantities[row], stated: money[row]) }
    }

    /// What orders' lines are worth; nothing for one that does not count.
    private(set) var ordered = Worths()
    /// What sales documents' lines are worth; nothing for one of another kind of document.
    private(set) var sold = Worths()
    /// The place of each line's sales document; −1 for a line of another kind of document.
    private var documentOfRow: [Int32]
    private let documents: Table
    private let lastDay: Day

    init(_ examination: Examination, _ book: DocumentBook) throws(Overflow) {
        let goods = examination.goods, orders = examination.orders.table
        documents = book.table
        lastDay = examination.month.period.lastDay
        var counts = [Bool](repeating: false, count: orders.count)
        for order in examination.orders.orders {
            for row in order.rows where !examination.orders.isCancelled(row, of: order) { counts[row] = true }
        }
        for row in orders.rows {
            ordered.append(
                counts[row] ? Worth(try goods.quantity(orders, row), try DocumentBook.worth(orders, row)) : Worth())
        }
        ordered.finish()
        documentOfRow = [Int32](repeating: -1, count: documents.count)
        for (place, document) in book.documents.enumerated() where document.isOfSales {
            for row in document.rows { documentOfRow[row] = Int32(truncatingIfNeeded: place) }
        }
        for (row, place) in documentOfRow.enumerated() {
            sold.append(
                place < 0 ? Worth() : try ChainLines.shipped(book.documents[Int(place)], row, book, goods, documents))
        }
        sold.finish()
    }

    /// The place of the sales document that a line is on.
    func document(of row: Int) -> Int { Int(documentOfRow[row]) }

    /// Whether a document's line is dated up to the period's end.
    func isInTime(_ row: Int) -> Bool { documents.day(.date, row).map { $0 <= lastDay } ?? true }

    /// What a sales document's line takes out; returns and reversals are negative, with or without their minus.
    private static func shipped(
        _ document: DocumentBook.Document, _ row: Int, _ book: DocumentBook, _ goods: Goods, _ table: Table
    ) throws(Overflow) -> Worth {
        let quantity = try goods.quantity(table, row) ?? .zero
        let worth = try book.worth(row)
        return Worth(
            book.kind(row) == .salesOut ? quantity : quantity.magnitude.negated,
            document.kind?.direction == 1 ? worth?.magnitude.negated : worth)
    }
}
