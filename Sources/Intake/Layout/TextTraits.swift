/// What a text may be on a sheet, judged by itself.
enum TextTraits {
    /// Traits of a text, without regard to where it stands.
    static func of(_ bytes: ArraySlice<UInt8>, words: HeaderWords) -> WorkbookTexts.Traits {
        var bytes = WrittenNumber.trimmed(bytes)
        if bytes.count > 400 { return .wordy }
        let isASCII = bytes.allSatisfy { $0 < 0x80 }
        if isASCII, bytes.contains(where: { $0 >= 0x30 && $0 <= 0x39 }), !bytes.contains(UInt8(ascii: ":")),
            !bytes.contains(0x20), !bytes.contains(0x28)
        {
            return .wordy  // Most codes, numbers and days, at the price of one pass.
        }
        if !isASCII, !words.endsInNumbers, isNumbered(bytes) { return bytes.count > 60 ? .wordy : [] }
        if !isASCII, isPlain(bytes) { return ofPlain(bytes, words) }
        let text = WrittenText.name(bytes)
        bytes = ArraySlice(text.utf8)
        if WrittenNumber.isBlank(bytes) { return .blank }
        var traits: WorkbookTexts.Traits = []
        if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon - bytes.startIndex <= 40, colon > bytes.startIndex
        {
            traits.insert(.label)
        }
        if isTotal(text) { traits.insert(.total) }
        if isAmountInWords(text) { traits.insert(.amountInWords) }
        if bytes.count <= 80, isHeader(text, words) { traits.insert(.header) }
        if bytes.count > 60 { traits.insert(.wordy) }
        return traits
    }

    /// Whether a text is of ideographs, digits and strokes and ends with four digits or more: 记-000123, 矿泉水0012.
    ///
    /// No word for a column or a total is written so, nothing in it ends a label, and without a unit of money it is no
    /// amount in words; a ledger has hundreds of thousands of these.
    private static func isNumbered(_ bytes: ArraySlice<UInt8>) -> Bool {
        var digits = 0
        var place = bytes.startIndex
        while place < bytes.endIndex {
            switch bytes[place] {
            case 0x30...0x39: digits += 1
            case UInt8(ascii: "-"): digits = 0
            // Ideographs from U+4000 to U+9FFF; 元 and 圆 end the look, since an amount may be meant.
            case 0xE4...0xE9:
                guard place + 2 < bytes.endIndex else { return false }
                let (second, third) = (bytes[place + 1], bytes[place + 2])
                if bytes[place] == 0xE5, second == 0x85 && third == 0x83 || second == 0x9C && third == 0x86 {
                    return false
                }
                digits = 0
                place += 2
            default: return false
            }
            place += 1
        }
        return digits >= 4
    }

    /// Whether a text is of ideographs (U+4000 to U+9FFF) and digits only, as most names of customers and goods are.
    private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
        var place = bytes.startIndex
        while place < bytes.endIndex {
            switch bytes[place] {
            case 0x30...0x39: place += 1
            case 0xE4...0xE9: place += 3
            default: return false
            }
        }
        return place == bytes.endIndex
    }

    /// Traits of a plain text: it has one key, and neither a label's colon nor blanks.
    private static func ofPlain(_ bytes: ArraySlice<UInt8>, _ words: HeaderWords) -> WorkbookTexts.Traits {
        if WrittenNumber.isBlank(bytes) { return .blank }
        let text = String(decoding: bytes, as: UTF8.self)
        let key = WrittenText.key(text)
        var traits: WorkbookTexts.Traits = []
        if total(key: key, lower: text) != nil { traits.insert(.total) }
        if isAmountInWords(text) { traits.insert(.amountInWords) }
        if bytes.count <= 80, words.isKnown(key) { traits.insert(.header) }
        if bytes.count > 60 { traits.insert(.wordy) }
        return traits
    }

    /// Whether a text is a word that heads a column of some book, units in brackets aside.
    static func isHeader(_ text: String, _ words: HeaderWords) -> Bool {
        HeaderKeys(text).keys.contains { words.isKnown($0) }
    }

    /// How much a total word covers.
    enum Total { case all, part }

    /// Whether a text heads a row of totals.
    static func isTotal(_ text: String) -> Bool { total(text) != nil }

    /// What a text that heads a row of totals covers.
    static func total(_ text: String) -> Total? {
        // Only what stands before a colon or bracket heads the row: 合计（大写）：叁仟元整.
        let head = text.prefix { !":：(（[【".contains($0) && $0 != "¥" && $0 != "￥" }
        return total(key: WrittenText.key(String(head)), lower: head.lowercased())
    }

    private static func total(key: String, lower: String) -> Total? {
        if key.isEmpty || key.utf8.count > 60 { return nil }
        if let whole = wholeTotals[key] { return whole }
        guard key.utf8.count <= 45, let end = key.utf8.last, let lowerEnd = lower.utf8.last,
            endingBytes.contains(end) || endingBytes.contains(lowerEnd)
        else { return nil }
        return Words.totalEndings.contains {
            key.hasSuffix($0) && !$0.hasPrefix(" ") || lower.hasSuffix($0) && $0.hasPrefix(" ")
        }
            ? .part : nil
    }

    /// Whether a text holds an amount in words, such as 人民币叁仟贰佰元整.
    static func isAmountInWords(_ text: String) -> Bool {
        // Without a yuan it is none; asked of every text, so asked of its bytes first.
        if !hasYuan(text) { return false }
        var run = 0
        var hasUnit = false
        for character in text {
            if Words.amountDigits.contains(character) {
                run += 1
                if "元圆圓块塊".contains(character) { hasUnit = true }
                if run >= 3, hasUnit { return true }
            } else if character != " " {
                run = 0
                hasUnit = false
            }
        }
        return false
    }

    /// Whether 元 or 圆 stands in a text.
    private static func hasYuan(_ text: String) -> Bool {
        var before: (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            if before == (0xE5, 0x85) && byte == 0x83 || before == (0xE5, 0x9C) && byte == 0x86 { return true }
            before = (before.1, byte)
        }
        return false
    }

    private static let wholeTotals = Dictionary(
        Words.totals.map { (WrittenText.key($0), Total.all) } + Words.subtotals.map { (WrittenText.key($0), .part) },
        uniquingKeysWith: { $1 })
    /// The bytes that the endings end with: asked of hundreds of thousands of names.
    private static let endingBytes = Words.totalEndings.compactMap(\.utf8.last)
}
