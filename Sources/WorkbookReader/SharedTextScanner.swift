/// The shared texts of a chunk.
struct ScannedTexts {
    /// A part of a run of texts.
    struct Piece {
        let run: Int
        let bytes: Range<Int>
    }

    let piece: Piece
    /// Where each text ends in the run.
    let ends: [UInt32]
    let failure: ReadingError?
    /// Whether the list of texts ends in this chunk.
    let isEnd: Bool
}

/// Scans shared texts, chunk by chunk; their order is their number.
///
/// Texts are copied once, into a run of bytes that becomes part of the workbook as it is. Each thread fills a run of its
/// own, chunk behind chunk.
struct SharedTextScanner {
    /// The run that is being filled.
    private(set) var run = TextRun()
    private var ends: [UInt32] = []
    private var failure: ReadingError?
    private var isEnd = false
    private let part: String
    private let limits: ReadingLimits
    private var scratch: [UInt8] = []

    init(part: String, limits: ReadingLimits) {
        self.part = part
        self.limits = limits
    }

    /// Goes on with another run; returns the one that there was.
    mutating func change(to next: TextRun) -> TextRun {
        let last = run
        run = next
        return last
    }

    /// Has memory ready for the texts of a chunk with so many bytes.
    mutating func makeReady(for count: Int) { run.makeReady(count) }

    /// Reads every `<si>` of a chunk.
    mutating func scan(_ markup: Markup) -> ScannedTexts {
        let start = run.bytes.count
        ends = []
        failure = nil
        isEnd = false
        scanItems(markup)
        return ScannedTexts(
            piece: .init(run: run.number, bytes: start..<run.bytes.count), ends: ends, failure: failure,
            isEnd: isEnd)
    }

    private mutating func scanItems(_ markup: Markup) {
        var index = 0
        while failure == nil {
            index = markup.find(Byte.open, from: index)
            guard index < markup.count else { return }
            guard markup.opens("si", at: index) else {
                let tag = markup.tagEnd(index + 1)
                isEnd = isEnd || markup.closes("sst", at: index) || markup.opens("sst", at: index) && tag.closesItself
                index = tag.next
                continue
            }
            let before = run.bytes.count
            index = scanItem(markup, index)
            ends.append(UInt32(truncatingIfNeeded: run.bytes.count))
            if run.bytes.count - before > limits.textBytes {
                fail(.limit(name: "textBytes", value: limits.textBytes, part: part))
            }
        }
    }

    /// Reads one item; returns the index behind it.
    @inline(__always) private mutating func scanItem(_ markup: Markup, _ start: Int) -> Int {
        if let text = markup.onlyText(ofItem: start), let end = markup.plainTextEnd(from: text),
            markup.has("</t></si>", at: end)
        {
            markup.append(text..<end, to: &run.bytes)
            return end &+ 9
        }
        return scanOddItem(markup, start)
    }

    /// Reads an item that is more than a plain text.
    @inline(never) private mutating func scanOddItem(_ markup: Markup, _ start: Int) -> Int {
        guard let end = markup.skipElement(start, depth: limits.depth) else {
            fail(.damaged(part: part, damage: .markup))
            return markup.count
        }
        scratch.removeAll(keepingCapacity: true)
        if !markup.decodeRichText(start..<end, depth: limits.depth, into: &scratch) {
            fail(.forbiddenMarkup(part: part))
        } else if !(unsafe scratch.withUnsafeBytes { unsafe TextEncoding.isUTF8($0) }) {
            fail(.damaged(part: part, damage: .encoding))
        } else {
            run.bytes.append(contentsOf: scratch)
        }
        return end
    }

    /// Keeps the first thing that went wrong.
    private mutating func fail(_ error: ReadingError) {
        if failure == nil { failure = error }
    }
}

extension Markup {
    /// Where the text begins of an item that holds nothing else, as nearly every one does: `<si><t>` or
    /// `<si><t xml:space="preserve">`.
    @inline(__always) fileprivate func onlyText(ofItem start: Int) -> Int? {
        guard word(start) & 0xFFFF_FFFF_FFFF == 0x743C_3E69_733C else { return nil }  // `<si><t`
        if self[start &+ 6] == Byte.close { return start &+ 7 }
        return has(" xml:space=\"preserve\">", at: start &+ 6) ? start &+ 28 : nil
    }
}
