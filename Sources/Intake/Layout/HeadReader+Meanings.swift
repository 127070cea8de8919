import Books
import WorkbookReader

/// What labels say, whatever book they turn out to belong to.
extension HeadReader {
    /// Whether a pair says something of a whole document that sets it apart from others: its number, its customer, its day.
    func isTelling(_ pair: HeadPair) -> Bool {
        !text(pair.value).isEmpty && means(pair) { !$0.isOfLine && !$0.isSignature }
    }

    /// Whether people sign behind a label.
    func isSignature(_ pair: HeadPair) -> Bool { means(pair, \.isSignature) }

    /// Whether a label may as well stand below the lines: where people sign, where the goods go, what is remarked.
    func isOfFoot(_ pair: HeadPair) -> Bool {
        // 致：甲商行 opens a letter.
        if let label = pair.label.keys.first, HeadReader.addressing.contains(label) { return false }
        return !means(pair) {
            !$0.isSignature && ![.address, .phone, .remark, .settlement, .amountInWords].contains($0) && !$0.isOfLine
        }
    }

    private static let addressing = Set(Words.addressing.map(WrittenText.key))

    /// A value as a text to compare.
    func text(_ value: HeadPair.Value) -> String {
        switch value {
        case .text(let text): text
        case .cell(let tag, let payload):
            tag.kind == .text ? finder.texts.text(payload) : "\(tag.bits):\(payload)"
        }
    }

    /// Whether a label means a field that is wanted, in whatever book.
    func means(_ pair: HeadPair, _ isWanted: (Field) -> Bool) -> Bool {
        let words = finder.texts.interner.meanings.words
        return BookShape.all.contains { shape in
            words.meanings(pair.label, in: shape.kind).contains { $0.strength >= 80 && isWanted($0.field) }
        }
    }
}
