import Books

/// Sheets of other months beside this month's, as in a workbook with a sheet a month.
///
/// What stands on them explains what this month's sheets say: a document carried over, a delivery that followed. Whether it
/// agrees with books that are not of its month nobody can say; that was asked in its own month, or will be. A sheet is of another
/// month where every day on it is, where there are enough of them to be no slip of the pen, and where another sheet of its book
/// is of this month.
struct OtherMonths {
    /// Whether each region is of another month; empty where none is.
    private var isOther: [Bool] = []
    private let month: Month

    /// Fewer records may be ones that were dated wrongly.
    static let fewestRecords = 5

    init(_ month: Month) {
        self.month = month
        for book in [BookKind.movements, .receivables, .receipts, .ledger] {
            // Nearly always a book has one table, and forms are a document each.
            let tables = month.regions.indices.filter {
                month.regions[$0].book == book && month.regions[$0].layout == .table
            }
            if tables.count > 1 { take(tables, month[book]) }
        }
    }

    private mutating func take(_ regions: [Int], _ table: Table) {
        var days = Array(repeating: 0, count: month.regions.count)
        var isOfMonth = Array(repeating: false, count: month.regions.count)
        for row in table.rows {
            guard let day = table.day(.date, row) else { continue }
            let region = Int(table.origins[row].region)
            days[region] += 1
            if month.period.contains(day) { isOfMonth[region] = true }
        }
        guard isOfMonth.contains(true) else { return }
        for region in regions where days[region] >= OtherMonths.fewestRecords && !isOfMonth[region] {
            if isOther.isEmpty { isOther = Array(repeating: false, count: month.regions.count) }
            isOther[region] = true
        }
    }

    /// Whether a record stands on a sheet of another month.
    func contains(_ row: Int, of table: Table) -> Bool {
        !isOther.isEmpty && isOther[Int(table.origins[row].region)]
    }

    /// Whether all of some records do; none do not.
    func contain(_ rows: some Collection<Int>, of table: Table) -> Bool {
        !isOther.isEmpty && !rows.isEmpty && rows.allSatisfy { contains($0, of: table) }
    }

    /// Whether all of some documents do.
    func contain(_ documents: some Collection<Int>, of book: DocumentBook) -> Bool {
        !isOther.isEmpty && !documents.isEmpty
            && documents.allSatisfy { contain(book.documents[$0].rows, of: book.table) }
    }

    /// The part of the chain that a record on such a sheet is.
    func part(_ day: Day?) -> ChainClass { (day.map { $0 > month.period.lastDay } ?? false) ? .nextPeriod : .carried }

    // MARK: For people

    /// Which sheets those are: whoever misses what they hold should know why.
    static func said(_ examination: Examination) -> [NotChecked] {
        let month = examination.month
        return examination.otherMonths.isOther.enumerated().filter(\.element).map { place, _ in
            let region = month.regions[place], sheet = month.sheets[Int(region.sheet)]
            let path = month.files[Int(sheet.file)].path
            return NotChecked(
                code: code(region.book),
                why: Phrase(
                    "\(path)「\(sheet.name)」是别的月份的\(region.book.words.chinese)，只用来解释本月的数，自己不核对",
                    "\(path) “\(sheet.name)” holds the \(region.book.words.english) of another month, which explain this month's figures and are not checked themselves"
                ))
        }
    }

    /// The rule that would have found most of its lines.
    private static func code(_ book: BookKind) -> String {
        switch book {
        case .movements: "dispatch.without-order"
        case .receivables: "receivable.without-dispatch"
        case .receipts: "receipt.unapplied"
        default: "ledger.without-document"
        }
    }
}
