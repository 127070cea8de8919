/// What stands between the fields of a text.
enum Delimiter {
    /// The candidates; of two that fit alike the earlier is taken.
    private static let candidates = [Byte.tab, UInt8(ascii: ","), Byte.semicolon, UInt8(ascii: "|")]
    /// Records that are looked at, and bytes.
    private static let sampleRecords = 200
    private static let sampleBytes = 1 << 20

    /// The delimiter, where the records begin, and whether the file itself says so: `sep=;` in its first line, as
    /// Excel understands it, or a name that ends in .tsv.
    static func choose(_ text: Markup, ending: Substring) -> (byte: UInt8, start: Int, isStated: Bool) {
        if text.has("sep=", at: 0), text[5] == Byte.newline || text[5] == Byte.carriageReturn {
            let lineEnd = text[5] == Byte.carriageReturn && text[6] == Byte.newline ? 7 : 6
            return (text[4], lineEnd, true)
        }
        if ending == "tsv" || ending == "tab" { return (Byte.tab, 0, true) }
        var best = (byte: UInt8(ascii: ","), score: 0)
        for candidate in candidates {
            let score = score(of: candidate, text)
            if score > best.score { best = (candidate, score) }
        }
        return (best.byte, 0, false)
    }

    /// How well a delimiter explains the text: the number of records that have as many as most records have, and a
    /// little for having many.
    private static func score(of delimiter: UInt8, _ text: Markup) -> Int {
        var counts: [Int: Int] = [:]
        var records = 0
        var count = 0
        var isFieldStart = true
        var isEmpty = true
        var index = 0
        let end = min(text.count, sampleBytes)
        while index < end, records < sampleRecords {
            let byte = text[index]
            if byte == Byte.quote, isFieldStart {
                index = behindQuotes(text, index, end)
                isFieldStart = false
                isEmpty = false
                continue
            }
            if byte == Byte.newline || byte == Byte.carriageReturn {
                if !isEmpty {
                    counts[count, default: 0] += 1
                    records += 1
                }
                count = 0
                isFieldStart = true
                isEmpty = true
            } else {
                isFieldStart = byte == delimiter
                if isFieldStart { count += 1 }
                isEmpty = false
            }
            index += 1
        }
        if !isEmpty, records < sampleRecords, end == text.count {
            counts[count, default: 0] += 1
            records += 1
        }
        let usual = counts.filter { $0.key > 0 }.max { ($0.value, $0.key) < ($1.value, $1.key) }
        guard let usual, records > 0 else { return 0 }
        return usual.value * 1_000 / records * 100 + min(usual.key, 99)
    }

    /// Behind the quotes that open at an index.
    private static func behindQuotes(_ text: Markup, _ start: Int, _ end: Int) -> Int {
        var index = start + 1
        while index < end {
            index = text.find(Byte.quote, from: index)
            guard index < end, text[index + 1] == Byte.quote else { return min(index + 1, end) }
            index += 2
        }
        return end
    }
}
