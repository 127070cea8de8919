import Books

/// What the product file says of packs, for lines that order packs and do not say themselves how many pieces one holds.
struct ProductPacks {
    fileprivate struct Pack: Hashable {
        let size: Int64
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
            guard let size = stated ?? PackSize.inSpec(text(.spec, row)), size > 0 else { continue }
            let pack = Pack(size: size, unit: text(.unit, row), packUnit: text(.packUnit, row))
            for key in Set([text(.productCode, row), text(.productName, row)]) where !key.isEmpty {
                packs[key] = .some(packs[key, default: pack] == pack ? pack : nil)
            }
        }
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
