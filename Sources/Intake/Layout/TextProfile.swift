import Books

/// What one text may be as a value of a column.
struct TextProfile {
    /// Repeats what is above it, and is nothing itself.
    let isDitto: Bool
    let number: WrittenNumber?
    let isDay: Bool
    /// Begins with four digits or more: 1122 应收账款.
    let isNumbered: Bool
    let isCode: Bool
    let isName: Bool
    let isPhone: Bool
    let isCompany: Bool
    let isAddress: Bool
    let isFlag: Bool
    /// The fields on whose lists it is.
    let lists: [Field]

    /// The fields whose lists values are held against.
    private static let listed: [Field] = [.channel, .settlement, .documentKind, .method]

    /// Looks at a text.
    init(_ bytes: ArraySlice<UInt8>, _ meanings: HeaderMeanings) {
        isDitto = DittoMark.isOne(bytes)
        let text = WrittenText.name(bytes)
        let key = WrittenText.key(text)
        let written = Array(text.utf8)
        isDay =
            switch WrittenDay.read(bytes) {
            case .day, .ambiguous, .twoDigits: true
            case .withoutYear: written.contains(Self.monthMark) || written.contains(0x2D) || written.contains(0x2F)
            default: false
            }
        if case .number(let read) = WrittenNumber.read(bytes) { number = read } else { number = nil }
        isNumbered = written.prefix(4).count(where: { $0 >= 0x30 && $0 <= 0x39 }) == 4
        let digits = written.count { $0 >= 0x30 && $0 <= 0x39 }
        let hasDigit = digits > 0, hasDash = written.contains(0x2D)
        let isPlainCode =
            hasDigit && written.count <= 40 && !written.contains(0x20) && written.allSatisfy { $0 < 0x80 }
        isCode = isPlainCode || (hasDigit && hasDash && text.unicodeScalars.count <= 16)
        isName = text.unicodeScalars.contains(where: Self.isLetter) && !(isPlainCode && hasDash)
        let isDialled = written.allSatisfy { $0 < 0x3A && $0 >= 0x20 }
        isPhone =
            isDialled
            && (digits == 11 && text.hasPrefix("1") || digits >= 10 && digits <= 12 && text.hasPrefix("0"))
        isCompany = Self.companyMarks.contains { written.contains($0) }
        isAddress = hasDigit && Self.addressMarks.contains { written.contains($0) }
        isFlag = Choice.flag(text, key: key) != nil
        lists = Self.listed.filter { meanings.choices[$0]?.identifier(ofKey: key) != nil }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0x4E00...0x9FFF: true
        case 0..<0x80: false
        default: scalar.properties.isAlphabetic
        }
    }

    private static let companyMarks = [
        "公司", "商行", "超市", "经营部", "商店", "批发部", "酒店", "商贸", " Ltd", " Co.", " Inc", "LLC", "GmbH", "门店", "便利店",
    ].map { Array($0.utf8) }
    private static let addressMarks = ["路", "街", "号", "市", "县", "镇", " Road", " Street", " Rd", " St", " Ave"]
        .map { Array($0.utf8) }
    private static let monthMark = Array("月".utf8)
}
