/// Everything a month's files hold, understood: what the rules look at.
///
/// Files are in the order of their content's hash, so nothing downstream depends on what they are called. It never
/// changes, so one object serves all who look at it.
public final class Month: Sendable {
    /// The month that is tied out.
    public let period: Period
    /// Every file that was looked at, in the order of its hash.
    public let files: [SourceFile]
    /// Every sheet of every file.
    public let sheets: [SourceSheet]
    /// Every table and form found on the sheets.
    public let regions: [Region]
    /// The texts that symbols stand for.
    public let texts: SymbolTable
    /// What could not be taken as it stands: files, sheets, rows and values.
    public let problems: [Problem]
    /// Every book, by its ordinal.
    private let tables: [Table]
    private let ranks: [UInt32]

    /// Makes a month of its parts; the tables are made while the texts are put in order.
    public init(
        period: Period, files: [SourceFile], sheets: [SourceSheet], regions: [Region], texts: SymbolTable,
        problems: [Problem], workers: Workers = .one, tables: @Sendable () -> [BookKind: Table]
    ) {
        self.period = period
        self.files = files
        self.sheets = sheets
        self.regions = regions
        self.texts = texts
        self.problems = problems
        let (made, ranks) = workers.both(tables, texts.ranks)
        self.tables = BookKind.allCases.map { kind in
            var table = made[kind] ?? Table(kind)
            table.finish()
            return table
        }
        self.ranks = ranks
    }

    /// Makes a month of its parts.
    public convenience init(
        period: Period, files: [SourceFile], sheets: [SourceSheet], regions: [Region], texts: SymbolTable,
        tables: [BookKind: Table], problems: [Problem]
    ) {
        self.init(
            period: period, files: files, sheets: sheets, regions: regions, texts: texts, problems: problems
        ) { tables }
    }

    /// A book; empty when no sheet holds it.
    public subscript(kind: BookKind) -> Table { tables[kind.ordinal] }

    /// Whether at least one sheet holds the book.
    public func has(_ kind: BookKind) -> Bool { tables[kind.ordinal].count > 0 }

    /// The text of a symbol.
    public func text(_ symbol: Symbol) -> String { texts[symbol] }

    /// A symbol's place in the order of the texts: of two symbols of this month the one with the lesser rank has the text
    /// that comes first.
    public func rank(_ symbol: Symbol) -> UInt32 {
        Int(symbol.index) < ranks.count ? ranks[Int(symbol.index)] : 0
    }

    /// The cell that a record's field was read from; without the field's column, the record's row at its first column.
    public func cell(_ origin: Origin, _ field: Field?) -> CellReference {
        let region = regions[Int(origin.region)]
        let sheet = sheets[Int(region.sheet)]
        let file = files[Int(sheet.file)]
        var row = origin.row
        var column = region.firstColumn
        if let field, let place = region.groups[field]?.last(where: { ($0.row ?? 0) < row }) ?? region.places[field] {
            column = place.column
            if let fixed = place.row { row = fixed }
        }
        return CellReference(file: file.path, sheet: sheet.name, row: Int(row), column: Int(column))
    }
}

/// A file that was looked at.
public struct SourceFile: Hashable, Sendable {
    /// Its path from the month's folder, with `/`.
    public let path: String
    /// The SHA-256 of its bytes, in hexadecimal.
    public let sha256: String
    /// Makes a file.
    public init(path: String, sha256: String) {
        self.path = path
        self.sha256 = sha256
    }
}

/// A sheet that was looked at, and what became of its rows.
public struct SourceSheet: Sendable {
    /// The file, an index into the month's files.
    public let file: Int32
    /// Its name.
    public let name: String
    /// Whether people see it in Excel.
    public let isHidden: Bool
    /// How its rows were spent. Every row that holds anything is counted in exactly one of them.
    public var rows: RowCounts
    /// Makes a sheet.
    public init(file: Int32, name: String, isHidden: Bool, rows: RowCounts) {
        self.file = file
        self.name = name
        self.isHidden = isHidden
        self.rows = rows
    }
}

/// How the rows of a sheet that hold anything were spent.
public struct RowCounts: Hashable, Sendable {
    /// Rows that hold anything at all.
    public var present = 0
    /// Titles, headers, label–value rows, notes and signatures.
    public var structure = 0
    /// Totals and sub-totals, checked and not taken for records.
    public var totals = 0
    /// Records.
    public var records = 0
    /// Records that could not be understood, each with a `Problem`.
    public var setAside = 0
    /// Makes counts of nothing.
    public init() {}
    /// Whether every row is accounted for.
    public var isComplete: Bool { present == structure + totals + records + setAside }
}

/// One table, or one form, on a sheet.
public struct Region: Sendable {
    /// The sheet, an index into the month's sheets.
    public let sheet: Int32
    /// Which book it is.
    public let book: BookKind
    /// A table, or a form with label–value pairs above its lines.
    public let layout: Layout
    /// The (last) header row, from 1.
    public let headerRow: Int32
    /// The first column that it uses, from 0.
    public let firstColumn: Int32
    /// Where each field stands.
    public let places: [Field: Place]
    /// The headers as they are written, in order of column, each with the field it was taken for, if any.
    public let headers: [HeaderCell]
    /// How sure the reading is, 0 to 100.
    public let confidence: Int
    /// The totals that the sheet states.
    public let totals: [StatedTotal]
    /// The amounts that stand for several lines each.
    public let mergedAmounts: [MergedAmount]

    /// Where rows of their own say a field of the rows below them, from top to bottom.
    public let groups: [Field: [Place]]

    /// Makes a region.
    public init(
        sheet: Int32, book: BookKind, layout: Layout, headerRow: Int32, firstColumn: Int32, places: [Field: Place],
        headers: [HeaderCell], confidence: Int, totals: [StatedTotal], mergedAmounts: [MergedAmount] = [],
        groups: [Field: [Place]] = [:]
    ) {
        self.groups = groups
        self.mergedAmounts = mergedAmounts
        self.sheet = sheet
        self.book = book
        self.layout = layout
        self.headerRow = headerRow
        self.firstColumn = firstColumn
        self.places = places
        self.headers = headers
        self.confidence = confidence
        self.totals = totals
    }

    /// The two shapes a book comes in.
    public enum Layout: String, Hashable, Sendable { case table, form }
}

/// Where a field stands: a column of every record's row, or for a form's head one cell.
public struct Place: Hashable, Sendable {
    /// The column, from 0.
    public let column: Int32
    /// The row, from 1, where the field is said once for the whole form; `nil` for the record's own row.
    public let row: Int32?
    /// Makes a place.
    public init(column: Int32, row: Int32? = nil) {
        self.column = column
        self.row = row
    }
}

/// A header and what it was taken for.
public struct HeaderCell: Hashable, Sendable {
    /// The column, from 0.
    public let column: Int32
    /// The words as written.
    public let text: String
    /// The field, where one was recognised.
    public let field: Field?
    /// Where none was, the one whose name the header nearly is and whose values the column seems to hold.
    public let resembles: Field?
    /// Makes a header.
    public init(column: Int32, text: String, field: Field?, resembles: Field? = nil) {
        self.column = column
        self.text = text
        self.field = field
        self.resembles = resembles
    }
}

/// A total that a sheet states, and what its lines add up to.
public struct StatedTotal: Hashable, Sendable {
    /// Which column is totalled.
    public let field: Field
    /// What stands there, in the field's smallest units.
    public let stated: Int64
    /// What the lines above it add up to, in the same units, with what it has besides; `nil` when that does not fit.
    public let summed: Int64?
    /// What rows that are no lines add to it: freight, less a discount on the whole.
    public let besides: Int64
    /// The row, from 1.
    public let row: Int32
    /// The column, from 0.
    public let column: Int32
    /// The first record row it covers, from 1.
    public let firstRow: Int32
    /// The amount in words beside it, as written.
    public let words: String?
    /// Where those words stand.
    public let wordsPlace: Place?
    /// Makes a stated total.
    public init(
        field: Field, stated: Int64, summed: Int64?, besides: Int64 = 0, row: Int32, column: Int32, firstRow: Int32,
        words: String?, wordsPlace: Place? = nil
    ) {
        self.besides = besides
        self.wordsPlace = wordsPlace
        self.field = field
        self.stated = stated
        self.summed = summed
        self.row = row
        self.column = column
        self.firstRow = firstRow
        self.words = words
    }
}

/// An amount in one cell merged over several lines of an order, each with its quantity and its price: what they come to.
///
/// None of the lines has an amount of its own.
public struct MergedAmount: Hashable, Sendable {
    /// What stands there, in fen.
    public let stated: Int64
    /// The lines' rows, from 1; the cell is in the first of them.
    public let rows: ClosedRange<Int32>
    /// The column, from 0.
    public let column: Int32
    /// Makes a merged amount.
    public init(stated: Int64, rows: ClosedRange<Int32>, column: Int32) {
        self.stated = stated
        self.rows = rows
        self.column = column
    }
}

/// Something that could not be taken as it stands.
public struct Problem: Sendable {
    /// What it is about.
    public enum Kind: Sendable {
        /// The whole file: no workbook, damaged, protected, past a limit.
        case fileUnreadable
        /// The same bytes as another file, which is the one that counts.
        case fileDuplicate(of: String)
        /// A sheet, or a part of one, of which it is not sure what it is; the best guesses, best first.
        case sheetUnrecognised(guesses: [BookKind])
        /// Stock or counts of an earlier month, left out since another sheet has this month's.
        case sheetOfEarlierMonth(BookKind)
        /// Lines that another sheet, named as people see it, has all of, left out since they would count twice.
        case sheetRepeated(BookKind, of: Phrase)
        /// A record without which the month may be wrong.
        case rowSetAside
        /// An optional value that could not be understood; the record counts without it.
        case valueUnread(Field, record: Origin)
    }

    /// What it is about.
    public let kind: Kind
    /// Where: the file's path, and sheet and cell as far as they apply.
    public let file: String
    /// The sheet's name.
    public let sheet: String?
    /// The cell, such as `C12`.
    public let cell: String?
    /// The row, from 1.
    public let row: Int?
    /// What was expected.
    public let expected: Phrase
    /// What stands there.
    public let found: String
    /// What to do.
    public let advice: Phrase
    /// How many formulas without a stored value it is about: 0 if it is about something else.
    public let uncalculated: Int

    /// Makes a problem.
    public init(
        kind: Kind, file: String, sheet: String? = nil, cell: String? = nil, row: Int? = nil, expected: Phrase,
        found: String, advice: Phrase, uncalculated: Int = 0
    ) {
        self.kind = kind
        self.file = file
        self.sheet = sheet
        self.cell = cell
        self.row = row
        self.expected = expected
        self.found = found
        self.advice = advice
        self.uncalculated = uncalculated
    }
}
