import Books

/// How a text becomes a symbol.
enum TextReading {
    case code, account, name
    case choice(Field)

    /// How the texts of a field are read.
    init(_ field: Field, _ kind: FieldKind) {
        switch kind {
        case .code: self = field == .accountCode ? .account : .code
        case .choice: self = .choice(field)
        default: self = .name
        }
    }

    /// Its place among all readings.
    var place: Int {
        switch self {
        case .code: 0
        case .account: 1
        case .name: 2
        case .choice(let field): 3 + field.ordinal
        }
    }

    /// How many readings there are.
    static let count = 3 + Field.allCases.count
}

extension Interner {
    /// Whether a text is its symbol's as it stands, as most codes and names are.
    func isAsWritten(_ bytes: ArraySlice<UInt8>, _ reading: TextReading) -> Bool {
        switch reading {
        case .code: WrittenText.isCode(bytes) && !WrittenNumber.isBlank(bytes) && !WrittenNumber.isExponent(bytes)
        case .name: WrittenText.isValue(bytes) && !WrittenNumber.isBlank(bytes)
        case .account, .choice: false
        }
    }

    /// The symbol of a text; `nil` for a code that has lost its digits.
    func symbol(_ bytes: ArraySlice<UInt8>, as reading: TextReading) -> UInt32? {
        switch reading {
        case .name: name(bytes)
        case .choice(let field): choice(bytes, of: field)
        case .code: WrittenNumber.isExponent(bytes) ? nil : code(bytes)
        case .account: WrittenNumber.isExponent(bytes) ? nil : account(code(bytes))
        }
    }

    /// An account's code without the name that some books write behind it: 1122 应收账款.
    private func account(_ symbol: UInt32) -> UInt32 {
        let text = text(symbol)
        let code = text.utf8.prefix { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E }
        if code.isEmpty || code.count == text.utf8.count { return symbol }
        let digits = String(decoding: code.last == 0x2E ? code.dropLast() : code, as: UTF8.self)
        return symbols.intern(digits).index
    }
}
