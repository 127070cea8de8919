/// How texts are brought to one writing, so that what never makes a variance compares equal.
enum WrittenText {
    /// Whether a text already stands as `value` would write it, as most do.
    static func isValue(_ bytes: ArraySlice<UInt8>) -> Bool {
        isPlain(bytes, blanks: true) && bytes.first != apostrophe && !hasBlankBetweenIdeographs(bytes)
    }

    /// Whether a text already stands as `code` would write it, as most do.
    static func isCode(_ bytes: ArraySlice<UInt8>) -> Bool {
        isPlain(bytes, blanks: false) && bytes.first != apostrophe && !bytes.contains { $0 >= 0x61 && $0 <= 0x7A }
    }

    /// What a cell holds as a name: as `name` writes it, without the apostrophe that makes a text of anything, and without
    /// blanks between ideographs, which are only how somebody broke the line.
    static func value(_ bytes: ArraySlice<UInt8>) -> String {
        if isValue(bytes) { return String(decoding: bytes, as: UTF8.self) }
        var value = String.UnicodeScalarView()
        let name = String(name(bytes).drop { $0 == "'" || $0 == "’" }).unicodeScalars
        for place in name.indices {
            if name[place] == " ", let before = value.last, isIdeograph(before),
                isIdeograph(name[name.index(after: place)])
            {
                continue
            }
            value.append(name[place])
        }
        return String(value)
    }

    private static let apostrophe = UInt8(ascii: "'")

    private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool { (0x3400...0x9FFF).contains(scalar.value) }

    private static func hasBlankBetweenIdeographs(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let blank = bytes.firstIndex(of: 0x20) else { return false }
        var place = blank
        while place < bytes.endIndex {
            if bytes[place] == 0x20, place > bytes.startIndex, bytes[place - 1] >= 0x80, place + 1 < bytes.endIndex,
                bytes[place + 1] >= 0x80
            {
                return true
            }
            place += 1
        }
        return false
    }

    /// A name: half-width, without outer blanks, inner blanks single.
    static func name(_ bytes: ArraySlice<UInt8>) -> String {
        isPlain(bytes, blanks: true) ? String(decoding: bytes, as: UTF8.self) : collapsed(bytes, separator: " ")
    }

    /// A code: half-width, upper case, without blanks, every dash a hyphen.
    static func code(_ bytes: ArraySlice<UInt8>) -> String {
        if bytes.first == apostrophe { return code(bytes.dropFirst()) }
        if isPlain(bytes, blanks: false) {
            let hasLower = bytes.contains { $0 >= 0x61 && $0 <= 0x7A }
            if !hasLower { return String(decoding: bytes, as: UTF8.self) }
            return String(decoding: bytes.map { $0 >= 0x61 && $0 <= 0x7A ? $0 & 0xDF : $0 }, as: UTF8.self)
        }
        var scalars = String.UnicodeScalarView()
        for scalar in collapsed(bytes, separator: "").unicodeScalars {
            scalars.append((0x2010...0x2015).contains(scalar.value) || scalar.value == 0x2212 ? "-" : scalar)
        }
        return String(scalars).uppercased()
    }

    /// The part of a header that tells it from others: letters, digits and ideographs, lower case, simplified.
    static func key(_ text: String) -> String {
        var key: [UInt8] = []
        key.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            let narrow = halfWidth(scalar)
            switch narrow.value {
            case 0x30...0x39, 0x61...0x7A, 0x25, 0x23: key.append(UInt8(narrow.value))
            case 0x41...0x5A: key.append(UInt8(narrow.value | 0x20))
            case 0..<0x80: continue
            case 0x4E00...0x9FFF: key.append(contentsOf: simplified(narrow).utf8)
            default:
                if narrow.properties.isAlphabetic || narrow.properties.numericType != nil {
                    key.append(contentsOf: narrow.utf8)
                }
            }
        }
        return String(decoding: key, as: UTF8.self)
    }

    /// Half-width forms for full-width ones; every kind of blank as a space.
    static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0xFFE5: "\u{A5}"
        case 0x3000, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x09, 0x0A, 0x0D: " "
        default: scalar
        }
    }

    /// Whether a text already stands in its normal writing: printable ASCII and ideographs (U+4000 to U+9FFF), and blanks
    /// only single and inside.
    private static func isPlain(_ bytes: ArraySlice<UInt8>, blanks: Bool) -> Bool {
        var before: UInt8 = 0x20
        var place = bytes.startIndex
        while place < bytes.endIndex {
            let byte = bytes[place]
            switch byte {
            case 0x20:
                if !blanks || before == 0x20 { return false }
            case 0x21...0x7E: break
            case 0xE4...0xE9:
                guard place + 2 < bytes.endIndex else { return false }
                place += 2
            default: return false
            }
            before = byte
            place += 1
        }
        return before != 0x20 || bytes.isEmpty
    }

    private static func collapsed(_ bytes: ArraySlice<UInt8>, separator: String) -> String {
        var result = String.UnicodeScalarView()
        var isBlankPending = false
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            let narrow = halfWidth(scalar)
            switch narrow.value {
            case 0x20: isBlankPending = !result.isEmpty
            case 0..<0x20, 0x7F, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF, 0xAD: continue
            default:
                if isBlankPending {
                    result.append(contentsOf: separator.unicodeScalars)
                    isBlankPending = false
                }
                result.append(narrow)
            }
        }
        return String(result)
    }

    /// The simplified form of an ideograph.
    private static func simplified(_ ideograph: Unicode.Scalar) -> Unicode.Scalar {
        let place = Int(ideograph.value) - 0x4E00
        guard simpleForms.indices.contains(place), simpleForms[place] > 0 else { return ideograph }
        return Unicode.Scalar(simpleForms[place]) ?? ideograph
    }

    /// Simplified forms of traditional characters and variants that headers are written with, by their place among the
    /// ideographs from U+4E00 on; 0 for all others.
    private static let simpleForms: [UInt16] = {
        let traditional =
            "單號數價額倉庫貨訂購銷發規稱編碼總計實盤點賬帳應餘結憑證據類員電話戶備註經項產負責審準運費簽門務業錄簡條幣貸開預進調撥沖衝紅廠兌獎現滾壓銀轉採態時間處級領還欠歸優惠確認覆複裝稅淨貿營優訊聯絡據達憑佔損盈虧盤庫儲區"
        let simple =
            "单号数价额仓库货订购销发规称编码总计实盘点账账应余结凭证据类员电话户备注经项产负责审准运费签门务业录简条币贷开预进调拨冲冲红厂兑奖现滚压银转采态时间处级领还欠归优惠确认复复装税净贸营优讯联络据达凭占损盈亏盘库储区"
        var forms = Array(repeating: UInt16(0), count: 0xA000 - 0x4E00)
        for (one, other) in zip(traditional.unicodeScalars, simple.unicodeScalars) {
            let place = Int(one.value) - 0x4E00
            if forms.indices.contains(place), forms[place] == 0 {
                forms[place] = UInt16(truncatingIfNeeded: other.value)
            }
        }
        return forms
    }()
}
