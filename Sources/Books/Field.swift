/// What a column of a book holds (vocabulary: "Books").
///
/// The raw value is the column's stable identifier in `findings.json` and in the settings.
public enum Field: String, CaseIterable, Hashable, Sendable {
    // Who and which.
    case orderNumber, documentNumber, receiptNumber, voucherNumber, invoiceNumber, waybillNumber
    case basisNumber, appliesTo
    case documentKind
    case customer, customerCode, aliases, channel, salesperson, storeCode, headerCompany
    case productCode, productName, spec, unit, packUnit, packSize, barcode, category, batch
    case warehouse, toWarehouse, location
    // When.
    case date, orderDate, deliveryDate, dueDate, countedAt, validFrom, validTo
    case shippedAt, arrivedAt, signedAt
    // How many and how much.
    case quantity, bookQuantity, countedQuantity, recountQuantity, redeemedTokens, signedQuantity
    case unitPrice, netPrice, minimumPrice, unitCost, standardCost
    case amount, received, balance, debit, credit, creditLimit, charge
    case netAmount, taxAmount, grossAmount, freight
    case taxRate, discount, maximumDiscount
    case creditDays, holdCount
    // Under which terms, and who says so.
    case settlement, method, status
    case approvedBy, confirmedBy, handler, signedBy, signed, supervisor, countedBy, recountedBy
    case voided, voidReason, reason, slipReturned
    case consignee, phone, address, carrier, carrierPhone, taxNumber
    case accountCode, accountName, summary, remark
    // As documents carry it besides its digits.
    case amountInWords

    /// How its values are understood and compared.
    public var kind: FieldKind {
        switch self {
        case .orderNumber, .documentNumber, .receiptNumber, .voucherNumber, .invoiceNumber, .waybillNumber,
            .basisNumber, .appliesTo, .customerCode, .storeCode, .productCode, .barcode, .batch, .location,
            .accountCode, .taxNumber, .phone, .carrierPhone:
            .code
        case .documentKind, .channel, .settlement, .method, .reason, .status: .choice
        case .date, .orderDate, .deliveryDate, .dueDate, .countedAt, .validFrom, .validTo, .shippedAt, .arrivedAt,
            .signedAt:
            .day
        case .quantity, .bookQuantity, .countedQuantity, .recountQuantity, .redeemedTokens, .signedQuantity: .quantity
        case .unitPrice, .netPrice, .minimumPrice, .unitCost, .standardCost: .unitPrice
        case .amount, .received, .balance, .debit, .credit, .creditLimit, .charge, .netAmount, .taxAmount, .grossAmount,
            .freight:
            .amount
        case .taxRate, .discount, .maximumDiscount: .rate
        case .packSize, .creditDays, .holdCount: .count
        case .voided, .slipReturned: .flag
        default: .name
        }
    }

    /// Its place among all fields, for tables indexed by field.
    ///
    /// A case without a value is stored as its number; a test holds it to `allCases`. Looking it up anywhere else, or
    /// comparing and hashing raw values, which are texts, would cost more than most of what rules do with a field.
    @inlinable public var ordinal: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

    /// Whether two are the same, by their places.
    @inlinable public static func == (left: Field, right: Field) -> Bool { left.ordinal == right.ordinal }

    /// Hashes the place.
    @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(UInt8(truncatingIfNeeded: ordinal)) }
}

/// How values of a field are understood and compared.
public enum FieldKind: Hashable, Sendable {
    /// A number or code that names something: half-width, upper case, without blanks.
    case code
    /// A name or free text: half-width, trimmed, blanks single.
    case name
    /// One of a list (channel, settlement, document kind …): the identifier where it is known, else the text.
    case choice
    /// A `Day`.
    case day
    /// A `Quantity`.
    case quantity
    /// A `UnitPrice`.
    case unitPrice
    /// An `Amount`.
    case amount
    /// A `Rate`.
    case rate
    /// A whole number such as a pack size.
    case count
    /// Yes or no.
    case flag

    /// Whether values are symbols; otherwise they are numbers.
    public var isText: Bool {
        switch self {
        case .code, .name, .choice: true
        case .day, .quantity, .unitPrice, .amount, .rate, .count, .flag: false
        }
    }
}
