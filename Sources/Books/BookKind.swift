/// What a sheet is (vocabulary: "Books").
public enum BookKind: String, CaseIterable, Hashable, Sendable {
    case orders, prices, customers, products, movements, opening, stock, counts, receivables, receipts, ledger
    case invoices, waybills

    /// Its place among all books, for tables indexed by book; see `Field.ordinal`.
    @inlinable public var ordinal: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

    /// Whether two are the same, by their places.
    @inlinable public static func == (left: BookKind, right: BookKind) -> Bool { left.ordinal == right.ordinal }

    /// Hashes the place.
    @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(UInt8(truncatingIfNeeded: ordinal)) }
}

/// What a warehouse document does (vocabulary: "Document kinds"). The raw value is what a `documentKind` symbol says.
public enum DocumentKind: String, CaseIterable, Hashable, Sendable {
    case salesOut, salesReturn, purchaseIn, transfer, reversal, factoryReturn, repairOut, repairIn, redemption
    case adjustment

    /// +1 where its quantity enters the document's warehouse, −1 where it leaves; a transfer leaves `warehouse` and
    /// enters `toWarehouse`; a reversal (red document) cancels an issue, so it enters; an adjustment carries its own sign.
    public var direction: Int64 {
        switch self {
        case .salesOut, .transfer, .factoryReturn, .repairOut, .redemption: -1
        case .salesReturn, .purchaseIn, .reversal, .repairIn, .adjustment: 1
        }
    }
}
