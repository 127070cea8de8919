import Books

/// Lists whose prices are for a bottle though their unit says box, or for a box though it says bottle.
///
/// Held to the unit that is written, every order would be off; held to the other one, they agree. So the other one counts, and
/// that is said once for the list.
extension Gathering {
    mutating func settlePriceUnits(_ packs: ProductPacks) {
        guard let lists = records[.prices], let orders = records[.orders] else { return }
        let sizes = PackedProducts(packs, symbols)
        let asked = AskedPrices(orders, sizes)
        if asked.byProduct.isEmpty { return }
        for (place, list) in lists.enumerated() {
            var list = list
            for areInPacks in [true, false] where PriceEvidence(list, sizes, asked, areInPacks).isOfTheOther {
                let region = regions[Int(list.region)], sheet = sheet(list.region)
                problems.append(
                    ProblemWording.otherPriceUnit(
                        areInPacks, files[Int(sheet.file)].path, sheet: sheet.name,
                        region.places[.unit] ?? region.places[.unitPrice], header: region.headerRow))
                list.records.turnPrices(list, sizes, areInPacks)
            }
            records[.prices]?[place] = list
        }
    }
}

/// How many pieces the packs hold of the products that the month's symbols mean.
private struct PackedProducts {
    private let packs: ProductPacks
    private let symbols: SymbolTable

    init(_ packs: ProductPacks, _ symbols: SymbolTable) { (self.packs, self.symbols) = (packs, symbols) }

    /// How many pieces a pack of a record's product holds, and whether the record is in packs; `nil` where that is unknown.
    func size(_ placed: Gathering.Placed, _ row: Int) -> (pieces: Int64, isInPacks: Bool)? {
        func text(_ field: Field) -> String {
            symbols[Symbol(index: UInt32(truncatingIfNeeded: placed.symbol(field, row)))]
        }
        let (code, name, unit) = (text(.productCode), text(.productName), text(.unit))
        if !unit.isEmpty, let size = packs.size(code: code, name: name, packUnit: unit, pieceUnit: "") {
            return (size, true)
        }
        return packs.size(code: code, name: name).map { ($0, false) }
    }
}

/// What some order lines ask for a piece of each product.
private struct AskedPrices {
    private(set) var byProduct: [Int64: Set<Int64>] = [:]
    /// So many lines tell enough of any list.
    private static let most = 2_000

    init(_ orders: [Gathering.Placed], _ sizes: PackedProducts) {
        let count = orders.reduce(0) { $0 + $1.records.rows.count }
        let step = max(1, count / Self.most)
        for order in orders {
            guard let prices = order.records.columns[.unitPrice] else { continue }
            for row in stride(from: 0, to: order.records.rows.count, by: step) {
                let price = prices[row]
                guard price > 0, let size = sizes.size(order, row),
                    let each = UnitPrice(units: price).divided(by: size.isInPacks ? size.pieces : 1)
                else { continue }
                for field in [Field.productCode, .productName] {
                    let product = order.symbol(field, row)
                    if product != 0 { byProduct[product, default: []].insert(each.compared) }
                }
            }
        }
    }
}

/// How many of the asked prices the rows of a list agree with, as their unit says and as the other unit would have it.
private struct PriceEvidence {
    private var asked = 0, stated = 0, turned = 0

    init(_ list: Gathering.Placed, _ sizes: PackedProducts, _ prices: AskedPrices, _ areInPacks: Bool) {
        guard let column = list.records.columns[.unitPrice] else { return }
        var said: [Int64: (stated: Set<Int64>, turned: Set<Int64>)] = [:]
        for row in list.records.rows.indices {
            let code = list.symbol(.productCode, row), product = code == 0 ? list.symbol(.productName, row) : code
            guard prices.byProduct[product] != nil, column[row] > 0, let size = sizes.size(list, row), size.pieces > 1,
                size.isInPacks == areInPacks, let part = UnitPrice(units: column[row]).divided(by: size.pieces)
            else { continue }
            let whole = UnitPrice(units: column[row])
            said[product, default: ([], [])].stated.insert((areInPacks ? part : whole).compared)
            said[product, default: ([], [])].turned.insert((areInPacks ? whole : part).compared)
        }
        for (product, own) in said {
            for price in prices.byProduct[product] ?? [] {
                asked += 1
                if own.stated.contains(price) { stated += 1 }
                if own.turned.contains(price) { turned += 1 }
            }
        }
    }

    /// Whether the prices are plainly of the other unit: a few orders may be off whatever the unit is.
    var isOfTheOther: Bool { turned >= 3 && turned * 5 >= asked * 4 && stated * 20 <= asked }
}

extension RegionRecords {
    /// Takes the prices of rows in packs, or of all others, for those of the other unit.
    fileprivate mutating func turnPrices(_ list: Gathering.Placed, _ sizes: PackedProducts, _ areInPacks: Bool) {
        let found = rows.indices.map { sizes.size(list, $0) }
        if areInPacks, let units = columns[.unit] {
            replace(.unit) { found[$0]?.isInPacks == true ? 0 : units[$0] }
            return
        }
        for field in [Field.unitPrice, .minimumPrice] {
            guard let column = columns[field] else { continue }
            replace(field) { row in
                guard let size = found[row], !size.isInPacks, column[row] != Table.absent else { return column[row] }
                return UnitPrice(units: column[row]).divided(by: size.pieces)?.units ?? column[row]
            }
        }
    }
}

extension ProblemWording {
    /// A list of prices that are for another unit than it says.
    fileprivate static func otherPriceUnit(
        _ areInPacks: Bool, _ path: String, sheet: String, _ place: Place?, header: Int32
    ) -> Problem {
        let row = place?.row ?? header
        return Problem(
            kind: .sheetUnrecognised(guesses: [.prices]), file: path, sheet: sheet,
            cell: place.map { CellReference.letters(ofColumn: Int($0.column)) + String(row) }, row: Int(row),
            expected: areInPacks
                ? Phrase("一箱（件）的价格", "prices for a pack") : Phrase("一瓶（单件）的价格", "prices for a single piece"),
            found: "",
            advice: areInPacks
                ? Phrase(
                    "单位写的是箱（件），可价格和订单里一瓶的单价一样：已按一瓶的价格核对，没有除以箱规。请确认，并更正单位。",
                    "The unit says pack, yet the prices are those that orders ask for a single piece: they were held to orders as such and not divided by the pack size. Please confirm, and correct the unit."
                )
                : Phrase(
                    "没有写是一箱的价格，可除以箱规后和订单里一瓶的单价一样：已按一箱的价格核对。请确认，并写上单位。",
                    "Nothing says that the prices are for a pack, yet divided by the pack size they are those that orders ask for a single piece: they were held to orders as prices for a pack. Please confirm, and state the unit."
                ))
    }
}
