/// Text of unknown encoding, turned into UTF-8.
///
/// A mark at the beginning decides; then zero bytes, which only UTF-16 has; then whether it is UTF-8 throughout; and last
/// which of the encodings in use makes the more usual characters of the bytes beyond ASCII.
struct PlainText {
    /// The text as UTF-8.
    let chunk: Chunk
    /// The encoding's name.
    let encoding: String

    /// Decodes a whole file; `stated` is an encoding that the file itself names.
    init(_ bytes: [UInt8], stated: String? = nil) throws(ReadingError) {
        let (name, mark) = Self.detect(bytes, stated: stated)
        encoding = name
        if name == "UTF-8" {
            chunk = mark == 0 ? Chunk(bytes) : Chunk(Array(bytes.dropFirst(mark)))
            return
        }
        guard let transcoder = Transcoder(from: name) else { throw .damaged(part: "", damage: .encoding) }
        chunk = Chunk(capacity: bytes.count + bytes.count / 2)
        var index = mark
        while index < bytes.count {
            let end = min(index + 1 << 20, bytes.count)
            guard Chunk(Array(bytes[index..<end])).withMarkup({ transcoder.append($0, to: chunk) }) else {
                throw .damaged(part: "", damage: .encoding)
            }
            index = end
        }
        guard transcoder.isComplete else { throw .damaged(part: "", damage: .encoding) }
    }

    /// The encoding, and how many bytes its mark takes.
    static func detect(_ bytes: [UInt8], stated: String?) -> (name: String, mark: Int) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]), isUTF8(bytes) { return ("UTF-8", 3) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("UTF-32LE", 4) }
        if bytes.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2) }
        let sample = bytes.prefix(4_096)
        let zeros = sample.enumerated().reduce(into: [0, 0]) { if $1.element == 0 { $0[$1.offset & 1] += 1 } }
        // Digits, delimiters and line ends of UTF-16 have their zero byte on one side.
        if zeros[1] * 10 > sample.count, zeros[0] * 10 < zeros[1] { return ("UTF-16LE", 0) }
        if zeros[0] * 10 > sample.count, zeros[1] * 10 < zeros[0] { return ("UTF-16BE", 0) }
        if isUTF8(bytes) { return ("UTF-8", 0) }
        if let stated, !["UTF-8", "UTF8"].contains(stated) { return (known[stated] ?? stated, 0) }
        return (TextStatistics(bytes).likeliest, 0)
    }

    /// Names that mean less than is written under them: what says GB2312 holds characters of GBK and GB18030.
    private static let known = [
        "GB2312": "GB18030", "GBK": "GB18030", "X-GBK": "GB18030", "GB_2312-80": "GB18030", "CP936": "GB18030",
        "MS936": "GB18030", "UNICODE": "UTF-16LE", "ISO-8859-1": "WINDOWS-1252",
    ]

    /// Whether bytes are UTF-8 from the first to the last, as the standard defines it (Unicode 15, table 3-7).
    static func isUTF8(_ bytes: [UInt8]) -> Bool {
        unsafe bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                let byte = unsafe bytes[index]
                index += 1
                if byte < 0x80 { continue }
                var low: UInt8 = 0x80
                var high: UInt8 = 0xBF
                let more: Int
                switch byte {
                case 0xC2...0xDF: more = 1
                case 0xE0: (more, low) = (2, 0xA0)
                case 0xED: (more, high) = (2, 0x9F)
                case 0xE1...0xEF: more = 2
                case 0xF0: (more, low) = (3, 0x90)
                case 0xF4: (more, high) = (3, 0x8F)
                case 0xF1...0xF3: more = 3
                default: return false
                }
                guard bytes.count - index >= more else { return false }
                for _ in 0..<more {
                    guard unsafe low...high ~= bytes[index] else { return false }
                    (low, high) = (0x80, 0xBF)
                    index += 1
                }
            }
            return true
        }
    }
}
