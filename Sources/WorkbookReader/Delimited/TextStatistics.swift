/// Which of the encodings that offices still use makes the most usual text of some bytes that are not UTF-8.
///
/// In GB 18030 the 3,755 characters that nearly all Chinese text is made of have a first byte of B0 to D7 and a second
/// from A1 on, and punctuation one of A1 to A3; in Big5 the usual ones begin with A4 to C6. Western text has its few
/// letters beyond ASCII between letters of ASCII.
struct TextStatistics {
    private var gbUsual = 0
    private var gbRare = 0
    private var isGB = true
    private var bigUsual = 0
    private var bigRare = 0
    private var isBig = true
    private var betweenLetters = 0
    private var beyondASCII = 0

    /// A few hundred kilobytes tell.
    private static let sampleSize = 1 << 18

    init(_ bytes: [UInt8]) {
        let sample = Array(bytes.prefix(Self.sampleSize))
        countGB(sample)
        countBig(sample)
        for (index, byte) in sample.enumerated() where byte >= 0x80 {
            beyondASCII += 1
            let before = index > 0 ? sample[index - 1] : 0x20
            let after = index + 1 < sample.count ? sample[index + 1] : 0x20
            if before < 0x80, after < 0x80 { betweenLetters += 1 }
        }
    }

    /// The name of the likeliest encoding.
    var likeliest: String {
        // Chinese text has hardly a byte beyond ASCII by itself in GB 18030; Western text has little else.
        let standsAlone = betweenLetters * 2 > beyondASCII
        if isGB, !standsAlone, gbUsual * 10 >= (gbUsual + gbRare) * 7 { return "GB18030" }
        if isBig, !standsAlone, bigUsual * 10 >= (bigUsual + bigRare) * 9 { return "BIG5-HKSCS" }
        if isGB, !standsAlone { return "GB18030" }
        return "WINDOWS-1252"
    }

    private mutating func countGB(_ bytes: [UInt8]) {
        var index = 0
        while index + 1 < bytes.count {
            let first = bytes[index]
            let second = bytes[index + 1]
            index += 1
            guard first >= 0x80 else { continue }
            index += 1
            switch (first, second) {
            case (0x80, _), (0xFF, _), (_, 0x7F), (_, 0xFF): isGB = false
            case (_, 0x30...0x39):
                guard index + 1 < bytes.count else { return }
                if !(0x81...0xFE ~= bytes[index]) || !(0x30...0x39 ~= bytes[index + 1]) { isGB = false }
                index += 2
                gbRare += 1
            case (0xB0...0xD7, 0xA1...), (0xA1...0xA3, 0xA1...): gbUsual += 1
            case (_, 0x40...): gbRare += 1
            default: isGB = false
            }
        }
    }

    private mutating func countBig(_ bytes: [UInt8]) {
        var index = 0
        while index + 1 < bytes.count {
            let first = bytes[index]
            let second = bytes[index + 1]
            index += 1
            guard first >= 0x80 else { continue }
            index += 1
            let isSecond = 0x40...0x7E ~= second || 0xA1...0xFE ~= second
            switch first {
            case 0xA1...0xC6 where isSecond: bigUsual += 1
            case 0x81...0xFE where isSecond: bigRare += 1
            default: isBig = false
            }
        }
    }
}
