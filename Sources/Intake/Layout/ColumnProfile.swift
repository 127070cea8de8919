import Books
import WorkbookReader

/// What the values of a column look like, from a sample of its rows.
struct ColumnProfile {
    var filled = 0
    var numbers = 0
    var integers = 0
    var negatives = 0
    var days = 0
    var codes = 0
    var names = 0
    var phones = 0
    var companies = 0
    var shares = 0
    var flags = 0
    var addresses = 0
    /// Texts that begin with four digits or more: 1122 应收账款.
    var numbered = 0
    var choices: [Field: Int] = [:]
    /// How many values are the one before plus one, and how many were compared.
    var steps = 0
    private var last: Int64?

    /// Values in millionths by row of the sample, for agreement between columns.
    var values: [Int: Int64] = [:]

    /// Takes one cell in.
    mutating func take(_ cell: SheetView.Cell, sampleRow: Int, texts: WorkbookTexts) {
        switch cell.tag.kind {
        case .number:
            filled += 1
            takeNumber(payload: cell.payload, decimals: cell.tag.decimals, sampleRow: sampleRow)
            if cell.tag.decimals == 0, WrittenDay.day(number: cell.payload, uses1904: false) != nil,
                cell.payload > 19_000_000
            {
                days += 1
            }
            if cell.tag.decimals == 0, (10_000_000_000...19_999_999_999).contains(cell.payload) { phones += 1 }
        case .date:
            filled += 1
            days += 1
        case .boolean:
            filled += 1
            flags += 1
        case .text: takeText(cell.payload, sampleRow: sampleRow, texts: texts)
        case .uncalculated, .time, .error, .wide: break
        }
    }

    private mutating func takeNumber(payload: Int64, decimals: Int, sampleRow: Int) {
        numbers += 1
        if payload < 0 { negatives += 1 }
        guard let value = WrittenNumber.units(payload: payload, decimals: decimals, target: 6) else { return }
        values[sampleRow] = value
        if value % 1_000_000 == 0 { integers += 1 }
        if (0...1_000_000).contains(value) || [3, 6, 9, 13, 16, 17].contains(value / 1_000_000) { shares += 1 }
        // Lines are numbered from 1 again in each form.
        if let last, value == last + 1_000_000 || value == 1_000_000 { steps += 1 }
        last = value
    }

    private mutating func takeText(_ index: Int64, sampleRow: Int, texts: WorkbookTexts) {
        if texts.traits(index).contains(.blank) { return }
        let text = known[index] ?? TextProfile(texts.bytes(index), texts.interner.meanings)
        known[index] = text
        if text.isDitto { return }
        filled += 1
        if let number = text.number {
            takeNumber(payload: number.payload, decimals: number.decimals, sampleRow: sampleRow)
            if number.isPercent { shares += 1 }
        }
        if text.isDay { days += 1 }
        if text.isNumbered { numbered += 1 }
        if text.isCode { codes += 1 }
        if text.isName { names += 1 }
        if text.isPhone { phones += 1 }
        if text.isCompany { companies += 1 }
        if text.isAddress { addresses += 1 }
        if text.isFlag { flags += 1 }
        for field in text.lists { choices[field, default: 0] += 1 }
    }

    /// Texts that came before: many columns repeat a few.
    private var known: [Int64: TextProfile] = [:]

    /// How well the values suit a field, 0 to 100; `nil` where there are no values to judge by.
    func fit(_ field: Field) -> Int? {
        if filled == 0 { return nil }
        func share(_ count: Int) -> Int { min(100, 100 * count / filled) }
        let isSequence = filled >= 3 && steps * 10 >= (filled - 1) * 9
        switch field.kind {
        case .day: return share(days)
        case .quantity: return days > numbers / 2 ? share(numbers - days) : share(numbers)
        case .unitPrice, .amount: return share(numbers)
        case .rate: return field == .taxRate ? share(shares) : share(numbers)
        case .count: return share(integers)
        case .flag: return max(share(flags), 40)
        case .choice:
            if share(numbers) > 60 { return 10 }
            return max(share(choices[field] ?? 0), field == .documentKind ? 45 : 55)
        case .code:
            switch field {
            case .phone, .carrierPhone: return max(share(phones), share(codes) / 2)
            case .productCode, .customerCode, .batch, .location, .storeCode:
                return isSequence ? 20 : max(share(codes), share(integers), share(names) * 6 / 10)
            case .accountCode: return max(share(integers), share(codes), share(numbered), share(names) * 3 / 10)
            default:
                return isSequence
                    ? 20 : days > codes && days * 2 > filled ? 10 : max(share(codes), share(integers), share(names) / 2)
            }
        case .name:
            if field == .productName || field == .customer || field == .address || field == .accountName {
                return max(share(names), share(codes) / 3) - (days * 2 > filled ? 40 : 0)
            }
            return max(share(names), share(codes) / 2, 30)
        }
    }

    /// How strongly the values alone speak for a field, where the header says nothing, 0 to 40.
    func evidence(_ field: Field) -> Int {
        guard filled >= 2 else { return 0 }
        func share(_ count: Int) -> Int { min(100, 100 * count / filled) }
        switch field {
        case .phone: return share(phones) >= 90 ? 40 : 0
        case .channel, .settlement, .documentKind, .method: return share(choices[field] ?? 0) >= 95 ? 38 : 0
        case .customer: return share(companies) >= 80 && addresses * 2 < filled ? 40 : 0
        case .date, .orderDate: return share(days) >= 95 ? 36 : 0
        default: return 0
        }
    }
}

/// Three columns of which one is the product of the other two, on nearly every row.
struct Agreement {
    let quantity: Int32
    let unitPrice: Int32
    let amount: Int32

    /// Whether a column is what a field would be in it.
    func has(_ column: Int32, as field: Field) -> Bool {
        switch field {
        case .quantity: quantity == column
        case .unitPrice, .unitCost: unitPrice == column
        case .amount: amount == column
        default: false
        }
    }

    /// Finds columns that agree as quantity × price = amount; the whole-numbered factor is the quantity.
    static func find(_ profiles: [(column: Int32, profile: ColumnProfile)]) -> [Agreement] {
        let numeric = profiles.filter { $0.profile.values.count >= 2 && $0.profile.days * 2 < $0.profile.filled }
            .prefix(14)
        var found: [Agreement] = []
        for (i, one) in numeric.enumerated() {
            for other in numeric.dropFirst(i + 1) {
                for product in numeric where product.column != one.column && product.column != other.column {
                    guard agrees(one.profile, other.profile, product.profile) else { continue }
                    let isOneQuantity = one.profile.integers >= other.profile.integers
                    found.append(
                        Agreement(
                            quantity: isOneQuantity ? one.column : other.column,
                            unitPrice: isOneQuantity ? other.column : one.column, amount: product.column))
                }
            }
        }
        return found
    }

    private static func agrees(_ one: ColumnProfile, _ other: ColumnProfile, _ product: ColumnProfile) -> Bool {
        var rows = 0
        var hits = 0
        for (row, a) in one.values {
            // Factors of nought and one prove nothing.
            guard let b = other.values[row], let c = product.values[row], a.magnitude > 1_000_000, b != 0,
                b != 1_000_000
            else { continue }
            rows += 1
            let difference = Int128(a) * Int128(b) - Int128(c) * 1_000_000
            if difference.magnitude <= 11_000_000_000 { hits += 1 }
        }
        return rows >= 2 && hits * 10 >= rows * 8
    }
}
