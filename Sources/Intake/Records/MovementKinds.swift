import Books

/// What a warehouse document is, where its own column does not say, and which sign its quantities have.
struct MovementKinds {
    private let kind: Int?
    private let number: Int?
    private let voided: Int?
    private let warehouse: Int?
    private let toWarehouse: Int?
    private let signed: [Int]
    private let interner: Interner
    private let symbols: [DocumentKind: UInt32]
    private let reversal: UInt32
    private let salesReturn: UInt32
    private let purchaseIn: UInt32

    init(_ buffer: RowBuffer, _ interner: Interner) {
        kind = buffer.places[.documentKind]
        number = buffer.places[.documentNumber]
        voided = buffer.places[.voided]
        warehouse = buffer.places[.warehouse]
        toWarehouse = buffer.places[.toWarehouse]
        signed = [Field.quantity, .amount].compactMap { buffer.places[$0] }
        self.interner = interner
        symbols = Dictionary(
            uniqueKeysWithValues: DocumentKind.allCases.map { ($0, interner.symbols.intern($0.rawValue).index) })
        reversal = interner.symbols.intern(DocumentKind.reversal.rawValue).index
        salesReturn = interner.symbols.intern(DocumentKind.salesReturn.rawValue).index
        purchaseIn = interner.symbols.intern(DocumentKind.purchaseIn.rawValue).index
    }

    /// Whether the open row is a voided document: it needs no more than its number.
    func isVoided(_ buffer: RowBuffer) -> Bool { voided.map { buffer.number($0) == 1 } ?? false }

    /// Gives the open row the kind that its number's letters stand for, where nothing else says, and the warehouse that goods
    /// came to where it names that alone: 进仓单 | 发货仓库 blank | 收货仓库 一号仓.
    func settle(_ buffer: inout RowBuffer) {
        settleKind(&buffer)
        guard let kind, let warehouse, let toWarehouse, buffer.symbol(warehouse) == 0,
            comesIn(Int64(buffer.symbol(kind)))
        else { return }
        buffer.set(warehouse, symbol: buffer.symbol(toWarehouse))
        buffer.set(toWarehouse, symbol: 0)
    }

    private func comesIn(_ kind: Int64) -> Bool { kind == Int64(purchaseIn) || kind == Int64(salesReturn) }

    private func settleKind(_ buffer: inout RowBuffer) {
        guard let kind, let number, buffer.symbol(kind) == 0, buffer.symbol(number) != 0 else { return }
        let letters = interner.text(buffer.symbol(number)).prefix { $0.isLetter && $0.isASCII }
        if letters.isEmpty { return }
        for (known, prefixes) in Words.numberPrefixes where prefixes.contains(String(letters)) {
            buffer.set(kind, symbol: symbols[known] ?? 0)
            return
        }
    }

    /// Marks the rows of a batch odd whose kind is to be settled or whose sign is to be turned.
    func markOdd(_ batch: inout RowBatch) {
        guard let kind else { return }
        for (row, place) in batch.places(kind).enumerated() where !batch.isOdd[row] {
            let symbol = batch.values[place]
            if let warehouse, let toWarehouse, comesIn(symbol),
                batch.values[batch.places(warehouse).lowerBound + row] == 0
            {
                batch.isOdd[row] = batch.values[batch.places(toWarehouse).lowerBound + row] != 0
            }
            if batch.isOdd[row] { continue }
            if symbol == 0 {
                batch.isOdd[row] = number.map { batch.values[batch.places($0).lowerBound + row] != 0 } ?? false
            } else if symbol == Int64(reversal) || symbol == Int64(salesReturn) {
                batch.isOdd[row] = signed.contains { slot in
                    let value = batch.values[batch.places(slot).lowerBound + row]
                    return value < 0 && value != Table.absent
                }
            }
        }
    }

    /// Turns the sign of returns and reversals that are written below nought: the kind already says which way they go.
    func sign(_ buffer: inout RowBuffer) {
        guard let kind else { return }
        let symbol = buffer.symbol(kind)
        guard symbol == reversal || symbol == salesReturn else { return }
        for slot in signed {
            let value = buffer.number(slot)
            if value != Table.absent, value < 0 { buffer.set(slot, number: 0 &- value) }
        }
    }
}

extension Words {
    /// Letters that document numbers begin with, for sheets that do not say the kind.
    static let numberPrefixes: [(DocumentKind, Set<String>)] = [
        (.salesOut, ["CK", "XSCK", "XOUT", "CC", "XSD", "FH", "CKD", "DN", "GI", "SOUT", "XS"]),
        (.purchaseIn, ["RK", "WIN", "CGRK", "JC", "JCD", "RKD", "GR", "GRN", "JH", "CG"]),
        (.transfer, ["DB", "DBD", "TRAN", "TRF", "ST", "CHG", "TR"]),
        (.salesReturn, ["XSTH", "XT", "TH", "XTH", "THD", "SR", "RET"]),
        (.reversal, ["HC", "CH", "HZ", "RV", "REV"]),
        (.factoryReturn, ["TC", "CGTH", "TCD", "RTV"]),
        (.redemption, ["DJ", "DJD"]),
        (.adjustment, ["TZ", "PY", "PK", "ADJ"]),
    ]
}
