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

    /// A line of a sales document.
    struct Sale {
        fileprivate(set) var worth = Worth()
        /// The document's place; −1 for a line of another kind of document.
        fileprivate(set) var document: Int32 = -1
        /// Whether it is dated up to the period's end.
        fileprivate(set) var isInTime = true
    }

    /// By the rows of the orders.
    private(set) var ordered: [Worth] = []
    /// By the rows of the documents.
    private(set) var sales: [Sale] = []

    init(_ examination: Examination, _ book: DocumentBook) throws(Overflow) {
        let goods = examination.goods, orders = examination.orders.table, table = book.table
        ordered = Array(repeating: Worth(), count: orders.count)
        for order in examination.orders.orders {
            for row in order.rows where !examination.orders.isCancelled(row, of: order) {
                ordered[row] = Worth(try goods.quantity(orders, row), try DocumentBook.worth(orders, row))
            }
        }
        sales = Array(repeating: Sale(), count: table.count)
        let lastDay = examination.month.period.lastDay
        for (place, document) in book.documents.enumerated() where document.isOfSales {
            for row in document.rows {
                sales[row].worth = try ChainLines.shipped(document, row, book, goods, table)
                sales[row].document = Int32(truncatingIfNeeded: place)
                sales[row].isInTime = table.day(.date, row).map { $0 <= lastDay } ?? true
            }
        }
    }

    /// What a sales document's line takes out; returns and reversals are negative, with or without their minus.
    private static func shipped(
        _ document: DocumentBook.Document, _ row: Int, _ book: DocumentBook, _ goods: Goods, _ table: Table
    ) throws(Overflow) -> Worth {
        let quantity = try goods.quantity(table, row) ?? .zero
        let worth = try DocumentBook.worth(table, row)
        return Worth(
            book.kind(row) == .salesOut ? quantity : quantity.magnitude.negated,
            document.kind?.direction == 1 ? worth?.magnitude.negated : worth)
    }
}
