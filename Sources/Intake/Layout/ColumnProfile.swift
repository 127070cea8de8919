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

    /// The field lists that values are held against.
    static let listed: [Field] = [.channel, .settlement, .documentKind, .method]

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
        let traits = texts.traits(index)
        if traits.contains(.blank) { return }
        filled += 1
        let bytes = texts.bytes(index)
        let text = WrittenText.name(bytes)
        let written = Array(text.utf8)
        switch WrittenDay.read(bytes) {
        case .day: days += 1
        case .ambiguous: days += 1
        case .withoutYear where written.contains(Self.monthMark) || written.contains(0x2D) || written.contains(0x2F):
            days += 1
        default: break
        }
        if case .number(let number) = WrittenNumber.read(bytes) {
            takeNumber(payload: number.payload, decimals: number.decimals, sampleRow: sampleRow)
            if number.isPercent { shares += 1 }
        }
        if written.prefix(4).count(where: { $0 >= 0x30 && $0 <= 0x39 }) == 4 { numbered += 1 }
        let digits = written.count { $0 >= 0x30 && $0 <= 0x39 }
        let hasDigit = digits > 0, hasDash = written.contains(0x2D)
        let isCode = hasDigit && written.count <= 40 && !written.contains(0x20) && written.allSatisfy { $0 < 0x80 }
        let hasLetter = text.unicodeScalars.contains { $0.properties.isAlphabetic }
        if isCode || (hasDigit && hasDash && text.unicodeScalars.count <= 16) { codes += 1 }
        if hasLetter && !(isCode && hasDash) { names += 1 }
        let isDialled = written.allSatisfy { $0 < 0x3A && $0 >= 0x20 }
        if isDialled, (digits == 11 && text.hasPrefix("1")) || (digits >= 10 && digits <= 12 && text.hasPrefix("0")) {
            phones += 1
        }
        if Self.companyMarks.contains(where: { written.contains($0) }) { companies += 1 }
        if hasDigit, Self.addressMarks.contains(where: { written.contains($0) }) { addresses += 1 }
        if Choice.flag(text) != nil { flags += 1 }
        for field in Self.listed where texts.interner.meanings.choices[field]?.identifier(of: text) != nil {
            choices[field, default: 0] += 1
        }
    }

    private static let companyMarks = [
        "公司", "商行", "超市", "经营部", "商店", "批发部", "酒店", "商贸", " Ltd", " Co.", " Inc", "LLC", "GmbH", "门店", "便利店",
    ].map { Array($0.utf8) }
    private static let addressMarks = ["路", "街", "号", "市", "县", "镇", " Road", " Street", " Rd", " St", " Ave"]
        .map { Array($0.utf8) }
    private static let monthMark = Array("月".utf8)

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
