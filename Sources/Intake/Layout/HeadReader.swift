import Books
import WorkbookReader

/// A label and its value above or below a form's lines.
struct HeadPair {
    /// The label's keys.
    let label: HeaderKeys
    /// The column that the label stands in.
    let labelColumn: Int32
    /// Where the value stands: the row from 1, the column from 0.
    let row: Int32
    let column: Int32
    /// What stands there.
    let value: Value

    enum Value {
        /// The rest of the label's own cell.
        case text(String)
        /// A cell beside the label.
        case cell(CellTag, Int64)
    }
}

/// A text of the head that is no label and no label's value: a title, a company, a note.
struct HeadTitle {
    let text: String
    let place: Place

    /// The company that a title begins with: 昆明滇云商贸有限公司 in 昆明滇云商贸有限公司  销售订货单.
    var company: String? {
        let name = WrittenText.name(ArraySlice(text.utf8))
        let lower = name.lowercased()
        guard lower.count == name.count else { return nil }
        for ending in HeadTitle.endings {
            guard let end = HeadTitle.end(of: ending, in: Array(lower)) else { continue }
            return end >= ending.count + 2 ? String(name.prefix(end)) : nil
        }
        return nil
    }

    /// What a company's name ends with, the longer before those that end alike.
    static let endings = [
        "有限责任公司", "股份有限公司", "有限公司", "分公司", "公司", "经营部", "批发部", "商行", "co., ltd.", "co.,ltd.", "co., ltd", "co.,ltd",
        "co ltd", " ltd.", " ltd", " inc.", " inc", " llc",
    ]

    /// Where the first run of some characters ends.
    private static func end(of run: String, in text: [Character]) -> Int? {
        let run = Array(run)
        guard run.count <= text.count else { return nil }
        return (0...text.count - run.count).first { text[$0..<$0 + run.count].elementsEqual(run) }.map {
            $0 + run.count
        }
    }
}

/// Reads labels and values in the head and foot of a form: 客户：… in one cell, or a label's cell and the cell beside it.
struct HeadReader {
    let finder: HeaderFinder
    private var view: SheetView { finder.view }
    private var texts: WorkbookTexts { finder.texts }

    /// The pairs of some rows, and the texts that are none: titles and notes.
    func read(_ rows: Range<Int>) -> (pairs: [HeadPair], titles: [HeadTitle]) {
        var pairs: [HeadPair] = []
        var titles: [HeadTitle] = []
        for row in rows {
            let cells = view.cells(row).filter { !isBlank($0) }
            var place = 0
            while place < cells.count {
                let cell = cells[place]
                place += 1
                guard cell.tag.kind == .text else { continue }
                let text = texts.text(cell.payload)
                let parts = HeadReader.parts(text, texts.interner.meanings.words)
                if parts.isEmpty {
                    // A label without a colon counts only where its value stands beside it, or other labels do.
                    let isWord = texts.traits(cell.payload).contains(.header)
                    if isWord, place < cells.count, !isLabel(cells, place, in: row) {
                        pairs.append(pair(HeaderKeys(text), cell, row, cells[place]))
                        place += 1
                    } else if isWord, cells.count > 1, hasLabel(cells, besides: place - 1) {
                        pairs.append(unfilled(HeaderKeys(text), row, cell))
                    } else {
                        titles.append(
                            HeadTitle(
                                text: text, place: Place(column: Int32(cell.column), row: view.rows[row].number)))
                    }
                    continue
                }
                for (index, part) in parts.enumerated() {
                    let isLast = index == parts.count - 1
                    let label = HeaderKeys(HeadReader.spelledOut(part.label))
                    if part.value.isEmpty, isLast, place < cells.count, !hasColon(cells[place]) {
                        pairs.append(pair(label, cell, row, cells[place]))
                        place += 1
                    } else {
                        pairs.append(
                            HeadPair(
                                label: label, labelColumn: cell.column, row: view.rows[row].number,
                                column: cell.column, value: .text(part.value)))
                    }
                }
            }
        }
        return (pairs, titles)
    }

    /// What a label stands for that is no word by itself: NO：SO-1 in a form's head is its number, where a column of that
    /// name would count its lines.
    private static func spelledOut(_ label: String) -> String {
        ["no", "no.", "№"].contains(label.trimmingBlanks.lowercased()) ? "单号" : label
    }

    private func pair(_ label: HeaderKeys, _ own: SheetView.Cell, _ row: Int, _ value: SheetView.Cell) -> HeadPair {
        HeadPair(
            label: label, labelColumn: own.column, row: view.rows[row].number, column: value.column,
            value: .cell(value.tag, value.payload))
    }

    private func isBlank(_ cell: SheetView.Cell) -> Bool {
        guard cell.tag.kind == .text else { return false }
        return WrittenText.name(texts.bytes(cell.payload)).isEmpty
    }

    /// A label whose value is blank: the value's place is the cell beside it.
    private func unfilled(_ label: HeaderKeys, _ row: Int, _ cell: SheetView.Cell) -> HeadPair {
        HeadPair(
            label: label, labelColumn: cell.column, row: view.rows[row].number, column: end(of: cell, in: row) + 1,
            value: .text(""))
    }

    /// Whether another cell of a row is a label, so that it is no title.
    private func hasLabel(_ cells: [SheetView.Cell], besides place: Int) -> Bool {
        cells.indices.contains { $0 != place && isWord(cells[$0]) }
    }

    /// Whether a cell is a label of its own and not the value of the one before it.
    ///
    /// Values can be words that also head columns (压单); so a word counts as a label only where a value follows it, or where
    /// the cell beside the label before it is blank.
    private func isLabel(_ cells: [SheetView.Cell], _ place: Int, in row: Int) -> Bool {
        if hasColon(cells[place]) || isWordBehindGap(cells, place, in: row) { return true }
        guard cells[place].tag.kind == .text, texts.traits(cells[place].payload).contains(.header) else { return false }
        return place + 1 < cells.count && !isWord(cells[place + 1])
    }

    /// Whether a cell is a word that heads columns, parted by a blank cell from a label before it that it is no value of.
    private func isWordBehindGap(_ cells: [SheetView.Cell], _ place: Int, in row: Int) -> Bool {
        guard place > 0, cells[place].tag.kind == .text, texts.traits(cells[place].payload).contains(.header),
            cells[place].column > end(of: cells[place - 1], in: row) + 1
        else { return false }
        guard cells[place - 1].tag.kind == .text else { return true }
        return !finder.isValue(cells[place], of: texts.text(cells[place - 1].payload))
    }

    /// The last column of the area that a cell is merged with; its own where it is not.
    private func end(of cell: SheetView.Cell, in row: Int) -> Int32 {
        finder.merge(row: row, column: cell.column)?.columns.upperBound ?? cell.column
    }

    private func isWord(_ cell: SheetView.Cell) -> Bool {
        cell.tag.kind == .text && (texts.traits(cell.payload).contains(.header) || hasColon(cell))
    }

    private func hasColon(_ cell: SheetView.Cell) -> Bool {
        guard cell.tag.kind == .text, texts.traits(cell.payload).contains(.label) else { return false }
        return !HeadReader.parts(texts.text(cell.payload), texts.interner.meanings.words).isEmpty
    }

    /// The labels and values of one text: 客户：甲 日期：2026-10-05 has two.
    ///
    /// A colon ends a label where what stands before it is a known word, or where it is the text's first; so a time of
    /// day or an address with a colon stays in its value.
    static func parts(_ text: String, _ words: HeaderWords) -> [(label: String, value: String)] {
        let plain = WrittenText.name(ArraySlice(text.utf8))
        var parts: [(label: String, value: String)] = []
        var rest = Substring(plain)
        guard let first = rest.firstIndex(of: ":") else { return printedNumber(plain).map { [("单号", $0)] } ?? [] }
        let label = String(rest[..<first]).trimmingBlanks
        if label.isEmpty || label.utf8.count > 40 || label.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return [] }
        rest = rest[rest.index(after: first)...]
        var current = label
        var ahead = rest
        while let colon = ahead.firstIndex(of: ":") {
            ahead = ahead[ahead.index(after: colon)...]
            guard let start = labelStart(rest[..<colon], words) else { continue }
            parts.append((current, String(rest[..<start]).trimmingFillLine))
            current = String(rest[start..<colon]).trimmingBlanks
            rest = ahead
        }
        parts.append((current, String(rest).trimmingFillLine))
        return parts
    }

    /// The number of a form that has it printed behind a sign: No.SO-0001, №0012.
    private static func printedNumber(_ text: String) -> String? {
        guard let sign = ["№", "no."].first(where: { text.lowercased().hasPrefix($0) }) else { return nil }
        let number = String(text.dropFirst(sign.count)).trimmingFillLine
        let isNumber = number.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "/"): true
            default: false
            }
        }
        return isNumber && number.utf8.count >= 3 && number.utf8.last.map { $0 >= 0x30 && $0 <= 0x39 } == true
            ? number : nil
    }

    /// Where the longest known label at the end of a text begins, blanks before it.
    private static func labelStart(_ whole: Substring, _ words: HeaderWords) -> Substring.Index? {
        let text = whole.suffix(40)
        var starts = text.startIndex == whole.startIndex ? [text.startIndex] : []
        for index in text.indices where text[index] == " " || text[index] == ";" || text[index] == "；" {
            starts.append(text.index(after: index))
        }
        for start in starts {
            let key = WrittenText.key(String(text[start...]))
            if !key.isEmpty, words.isKnown(key) || HeadReader.otherLabels.contains(key) { return start }
        }
        return nil
    }

    /// Labels that belong to no book's field and still end the value before them.
    private static let otherLabels = Set(
        ["制表", "制表人", "复核", "主管", "会计", "出纳", "页", "电话", "传真", "单位", "币别"].map(WrittenText.key))
}

extension String {
    /// Without blanks at both ends.
    var trimmingBlanks: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// Without the line that a form has to write on: SO-1____.
    var trimmingFillLine: String {
        var text = Substring(trimmingBlanks)
        while text.hasPrefix("__") { text = text.drop { $0 == "_" || $0.isWhitespace } }
        while text.hasSuffix("__") { while text.last == "_" || text.last?.isWhitespace == true { text.removeLast() } }
        return String(text)
    }
}
