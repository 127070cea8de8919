import Books

/// What the product file says of packs, for lines that order packs and do not say themselves how many pieces one holds.
struct ProductPacks {
    fileprivate struct Pack: Hashable {
        /// `nil` where nobody says.
        let size: Int64?
        /// The words for a piece and for a pack; empty where the file does not say.
        let unit: String, packUnit: String
    }

    /// By code and by name; `nil` where the file says two things.
    private var packs: [String: Pack?] = [:]

    /// Takes a region of the product file.
    mutating func take(_ records: RegionRecords, _ interner: Interner) {
        func text(_ field: Field, _ row: Int) -> String {
            records.columns[field].map { interner.text(UInt32(truncatingIfNeeded: $0[row])) } ?? ""
        }
        let sizes = records.columns[.packSize]
        for row in records.rows.indices {
            let stated = sizes.map { $0[row] }.flatMap { $0 == Table.absent ? nil : $0 }
            let size = (stated ?? PackSize.inSpec(text(.spec, row))).flatMap { $0 > 0 ? $0 : nil }
            let pack = Pack(size: size, unit: text(.unit, row), packUnit: text(.packUnit, row))
            for key in Set([text(.productCode, row), text(.productName, row)]) where !key.isEmpty {
                packs[key] = .some(ProductPacks.joined(packs[key, default: pack], pack))
            }
        }
    }

    /// What two rows of one product say together: a row without a size takes nothing from one that has it.
    private static func joined(_ one: Pack?, _ other: Pack) -> Pack? {
        guard let one else { return nil }
        if one.size == nil || other.size == nil { return one.size == nil ? other : one }
        return one == other ? one : nil
    }

    /// Whether a product can be counted in a unit for packs: its size is known, or the product is kept in packs, or no file
    /// says in what anything is kept.
    func canCount(code: String, name: String, in unit: String) -> Bool {
        if packs.isEmpty { return true }
        guard let known = packs[code.isEmpty ? name : code], let pack = known else { return false }
        return pack.unit == unit || PackSize.isPack(pack.unit) && PackSize.isPack(unit)
            || size(code: code, name: name, packUnit: unit, pieceUnit: "") != nil
    }

    /// How many pieces a pack of a product holds that is kept in pieces.
    func size(code: String, name: String) -> Int64? {
        guard let known = packs[code.isEmpty ? name : code], let pack = known, !PackSize.isPack(pack.unit) else {
            return nil
        }
        return pack.size
    }

    /// How many pieces a pack of a product holds, where the words written for pack and piece can only be the file's.
    func size(code: String, name: String, packUnit: String, pieceUnit: String) -> Int64? {
        guard let known = packs[code.isEmpty ? name : code], let pack = known else { return nil }
        let isItsPack = packUnit == pack.packUnit || PackSize.isPack(packUnit) && pack.isCalledPack
        let isItsPiece = pieceUnit.isEmpty || pack.unit.isEmpty || pieceUnit == pack.unit
        return isItsPack && isItsPiece && packUnit != pack.unit ? pack.size : nil
    }
}

extension ProductPacks.Pack {
    /// Whether any of the usual words for a pack means it.
    fileprivate var isCalledPack: Bool { packUnit.isEmpty || PackSize.isPack(packUnit) }
}
