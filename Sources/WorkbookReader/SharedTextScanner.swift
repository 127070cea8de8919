/// Scans the shared texts of a chunk; their order is their number.
struct SharedTextScanner {
    private(set) var bytes: [UInt8] = []
    private(set) var ends: [UInt32] = []
    private(set) var failure: ReadingError?
    let part: String
    let limits: ReadingLimits

    init(part: String, limits: ReadingLimits) {
        self.part = part
        self.limits = limits
    }

    /// Reads every `<si>` from an index on.
    mutating func scan(_ markup: Markup, from start: Int) {
        bytes.reserveCapacity(markup.count)
        var index = start
        while failure == nil {
            index = markup.find(Byte.open, from: index)
            guard index < markup.count else {
                if !TextEncoding.isUTF8(bytes, ends: ends) { failure = .damaged(part: part, damage: .encoding) }
                return
            }
            guard markup.opens("si", at: index) else {
                index = markup.tagEnd(index + 1).next
                continue
            }
            index = scanItem(markup, index)
            ends.append(UInt32(truncatingIfNeeded: bytes.count))
            if bytes.count > limits.allTextBytes {
                failure = .limit(name: "allTextBytes", value: limits.allTextBytes, part: part)
            }
        }
    }

    /// Reads one item; returns the index behind it.
    private mutating func scanItem(_ markup: Markup, _ start: Int) -> Int {
        let before = bytes.count
        defer {
            if bytes.count - before > limits.textBytes {
                failure = .limit(name: "textBytes", value: limits.textBytes, part: part)
            }
        }
        // `<si><t>` text `</t></si>`
        if markup.word(start) & 0xFF_FFFF_FFFF_FFFF == 0x3E_743C_3E69_733C {
            let text = start &+ 7
            let end = markup.find(Byte.open, from: text)
            if markup.has("</t></si>", at: end) {
                if !markup.decode(text..<end, into: &bytes) { failure = .forbiddenMarkup(part: part) }
                return end &+ 9
            }
        }
        guard let end = markup.skipElement(start, depth: limits.depth) else {
            failure = .damaged(part: part, damage: .markup)
            return markup.count
        }
        if !markup.decodeRichText(start..<end, depth: limits.depth, into: &bytes) {
            failure = .forbiddenMarkup(part: part)
        }
        return end
    }
}
