import Books

/// A table or form that was recognised, before its records are read.
struct RegionPlan {
    let shape: BookShape
    let layout: Region.Layout
    let block: HeaderBlock
    /// The rows below the header that are its own, as places in the sheet's view.
    let body: Range<Int>
    /// Fields that are columns.
    private(set) var columns: [Field: Int32]
    /// Fields that are said once for all records.
    var constants: [Field: Constant]
    private(set) var headers: [HeaderCell]
    let confidence: Int
    /// Texts that may name the warehouse, where nothing else does: titles and the tab's name.
    let warehouseHints: [String]
    /// In what its figures are counted, where the sheet says so.
    var units = ColumnUnits()
    /// The month that the words around it say it is of: its titles, its tab's and file's name.
    var month: StatedMonth?
    /// Columns of which one says which way the figures of the other go, or that share them.
    var ways: TwoWays?
    /// Columns of packs beside those of pieces.
    var packs: [Field: Packs] = [:]
    /// The fields that this region takes from its own columns of a matrix; a row without any of them is no record here.
    var matrixFields: [Field] = []

    /// Rows that say something of the rows below them, from top to bottom.
    private(set) var groups: [GroupRow] = []
    /// Rows that may name a warehouse, once the warehouses of other sheets are known.
    fileprivate(set) var unsettled: GroupRows?

    /// The first of the matrix's columns.
    var matrixColumn: Int32 { matrixFields.compactMap { columns[$0] }.min() ?? -1 }

    /// Whether its records need a warehouse that no cell of the sheet says for all of them.
    var wantsWarehouse: Bool {
        shape.expected.contains([.warehouse]) && columns[.warehouse] == nil && constants[.warehouse]?.place == nil
    }

    /// Whether rows of it may name warehouses that other sheets know.
    var mayNameWarehouses: Bool { unsettled != nil }

    /// Whether its column of warehouses may be where transfers go (收货仓库), should rows name the warehouses.
    var mayGoToWarehouse = false

    /// Takes rows that say something of the rows below them; a form of one document has none.
    mutating func take(_ rows: GroupRows) {
        let isDocument = layout == .form && [.orderNumber, .documentNumber].contains { constants[$0] != nil }
        if isDocument { return }
        groups = rows.rows(shape, besides: Set(columns.keys))
        if columns[.warehouse] == nil || mayGoToWarehouse, shape.expected.contains([.warehouse]) { unsettled = rows }
    }

    /// Takes a field from nothing but what heads its columns.
    mutating func takeNoRows(for field: Field) {
        groups.removeAll { $0.field == field }
        if field == .warehouse { unsettled = nil }
    }

    /// Takes what a title or tab says of whose its records are, and rows of their own that say the same of those below them.
    mutating func take(_ party: Constant?, _ rows: [GroupRow]) {
        constants[.customer] = party
        let places = Set(rows.map(\.place))
        groups = (groups.filter { !places.contains($0.place) } + rows).sorted()
    }

    /// Takes the rows that are called what warehouses of other sheets are.
    mutating func takeRows(called warehouses: [String]) {
        defer { unsettled = nil }
        let named = unsettled?.rows(called: warehouses) ?? []
        guard let first = named.first else { return }
        if let column = columns[.warehouse] {
            // Lines above the first name would be in no warehouse.
            guard first.place == body.lowerBound else { return }
            columns[.warehouse] = nil
            columns[.toWarehouse] = column
            headers = headers.map {
                $0.column == column ? HeaderCell(column: column, text: $0.text, field: .toWarehouse) : $0
            }
        }
        let places = Set(named.map(\.place))
        groups = (groups.filter { !places.contains($0.place) } + named).sorted()
    }

    /// Whether it is a form that gives its one order's number.
    var isNamedOrder: Bool { shape.kind == .orders && layout == .form && constants[.orderNumber] != nil }

    /// A value that every record of a region has.
    struct Constant {
        /// The cell it stands in; `nil` where it is the tab's name or follows from the title.
        let place: Place?
        let value: HeadPair.Value
    }
}

/// A part of a sheet of which it is not certain what it is.
struct Unrecognised {
    /// Where it begins, or what it is about.
    let place: Place?
    /// What stands there.
    var text: String
    let rows: Range<Int>
    let guesses: [BookKind]
    let why: Why

    enum Why: Equatable {
        /// No book, or several, fit its headers.
        case headers
        /// No row looks like a header.
        case noHeader
        /// There are headers, and nothing below them.
        case noRows
        /// Two rows could be the header, and they disagree.
        case twoHeaders
        /// Forms stand side by side, and nothing tells where the next one begins.
        case uncutForms
        /// Its figures are in the money of another country.
        case foreignMoney
        /// Nothing says of which customer its records are.
        case noCustomer
        /// Columns that it can do without are in the money of another country.
        case foreignColumns
        /// Columns hold the same again under other names than the one that was read.
        case otherGroups(read: String)
    }
}

extension Unrecognised {
    /// What stands below a header.
    init(_ block: HeaderBlock, in view: SheetView, rows: Range<Int>, guesses: [BookKind], why: Why) {
        self.init(
            place: Place(column: block.columns.first?.column ?? 0, row: view.rows[block.first].number),
            text: block.columns.map(\.text).joined(separator: " | "), rows: rows, guesses: guesses, why: why)
    }
}

/// What the rows of a sheet turned out to be, and the regions on it.
struct SheetPlan {
    var regions: [RegionPlan] = []
    var unrecognised: [Unrecognised] = []
    /// Whether its titles or its tab may name a customer whom other sheets know.
    var mayNameParty = false
    /// The companies that the titles and tabs of tables without a customer name, by the headers of these tables.
    var companies: [[String]: Set<String>] = [:]
    /// Names above columns that were not read, which may be warehouses where other sheets say so.
    var names: Set<String> = []
}
