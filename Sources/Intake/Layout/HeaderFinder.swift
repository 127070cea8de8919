import WorkbookReader

/// The header of one column.
struct ColumnHeader {
    let column: Int32
    /// As written; two rows are joined by a blank.
    let text: String
    let keys: HeaderKeys
    /// What stands above it in the upper of two rows, and what it says itself below that.
    var group: Group?

    struct Group {
        let text: String
        let column: Int32
        let leaf: String
    }
}

/// One or two rows that head a table's columns.
struct HeaderBlock {
    /// The first and last of its rows, as places in the sheet's view.
    let first: Int
    let last: Int
    let columns: [ColumnHeader]
    /// Columns that belong to its table; cells outside belong to a table beside it.
    let bounds: ClosedRange<Int32>

    /// A table of its own within some of the columns.
    func narrowed(to bounds: ClosedRange<Int32>) -> HeaderBlock {
        HeaderBlock(first: first, last: last, columns: columns.filter { bounds.contains($0.column) }, bounds: bounds)
    }

    /// What two headers of the same table have in common.
    var signature: [String] { columns.map { "\($0.column)\t\($0.keys.keys.first ?? "")" } }
}

/// Finds the rows of a sheet that head tables.
struct HeaderFinder {
    let view: SheetView
    let texts: WorkbookTexts
    private let merges: [Int64: CellRange]
    /// The column of days whose header says no more than 日.
    private let days: Int32?
    /// What each row holds, judged cell by cell.
    private(set) var marks: [RowMarks]

    /// What a row holds.
    struct RowMarks: OptionSet {
        let rawValue: UInt8
        static let total = RowMarks(rawValue: 1)
        static let label = RowMarks(rawValue: 2)
        static let header = RowMarks(rawValue: 4)
        static let number = RowMarks(rawValue: 8)
        static let amountInWords = RowMarks(rawValue: 16)
        static let firstIsLabel = RowMarks(rawValue: 32)
        static let blank = RowMarks(rawValue: 64)
        static let labelsInTurn = RowMarks(rawValue: 128)
    }

    init(_ view: SheetView, texts: WorkbookTexts, days: Int32? = nil) {
        self.view = view
        self.texts = texts
        self.days = days
        var merges: [Int64: CellRange] = [:]
        for range in view.sheet.merges where range.columns.count > 1 || range.rows.count > 1 {
            merges[HeaderFinder.key(range.rows.lowerBound, range.columns.lowerBound)] = range
        }
        self.merges = merges
        marks = Array(repeating: .number, count: view.rows.count)
        for place in HeaderFinder.unusual(view, texts, &marks) {
            let row = view.rows[place]
            marks[place] = mark(place, row, view.sheet.segments[Int(row.segment)])
        }
        findLabels()
    }

    /// Takes rows of labels, some of whose values are blank, for no headers.
    private mutating func findLabels() {
        var isBelowHeader = false
        for row in view.rows.indices where marks[row].contains(.header) {
            if isLabels(row, below: isBelowHeader) {
                marks[row].remove(.header)
                marks[row].insert(.labelsInTurn)
            } else {
                isBelowHeader = true
            }
        }
        // Above a row of labels stands another one, when nothing in it is filled in.
        for row in view.rows.indices.reversed() where marks[row].contains(.header) && isLabelsAboveLabels(row) {
            marks[row].remove(.header)
            marks[row].insert(.labelsInTurn)
        }
    }

    private static func key(_ row: Int32, _ column: Int32) -> Int64 { Int64(row) << 20 | Int64(column) }

    /// The merged area that begins in a cell.
    func merge(row: Int, column: Int32) -> CellRange? { merges[Self.key(view.rows[row].number, column)] }

    // MARK: Rows one by one

    /// Marks the rows without a text that may be more than a value, as nearly all are; returns the others.
    private static func unusual(_ view: SheetView, _ texts: WorkbookTexts, _ marks: inout [RowMarks]) -> [Int] {
        var unusual: [Int] = []
        var traits = texts.lendTraits()
        let telling: WorkbookTexts.Traits = [.blank, .total, .amountInWords, .label, .header]
        var place = 0
        for rows in view.rows.runs(view.rows.indices) {
            let tags = rows.segment.tags, payloads = rows.segment.payloads
            for row in rows {
                var all: UInt8 = 0
                var hasNumber = false
                for cell in Int(row.start)..<Int(row.end) {
                    guard tags[cell].isOf(.text) else {
                        hasNumber = true
                        continue
                    }
                    let text = Int(payloads[cell])
                    guard traits.indices.contains(text) else {
                        all |= telling.rawValue
                        continue
                    }
                    if traits[text] == 0 { traits[text] = texts.madeTraits(text) }
                    all |= traits[text]
                }
                marks[place] = hasNumber ? .number : []
                if all & telling.rawValue != 0 { unusual.append(place) }
                place += 1
            }
        }
        texts.takeBack(traits: traits)
        return unusual
    }

    private func mark(_ place: Int, _ row: SheetView.Row, _ segment: Segment) -> RowMarks {
        var marks: RowMarks = []
        var (filled, numbers, labels, headers, alternations, blanks) = (0, 0, 0, 0, 0, 0)
        var beforeIsHeader = false
        for cell in Int(row.start)..<Int(row.end) {
            switch segment.tags[cell].kind {
            case .text:
                let traits = texts.traits(segment.payloads[cell])
                if traits.contains(.blank) {
                    blanks += 1
                    // A stroke beside a label is its value.
                    if beforeIsHeader { alternations += 1 }
                    beforeIsHeader = false
                    continue
                }
                filled += 1
                if traits.contains(.total) { marks.insert(.total) }
                if traits.contains(.amountInWords) { marks.insert(.amountInWords) }
                let isHeader = traits.contains(.header)
                if traits.contains(.label) {
                    labels += 1
                    if filled == 1 { marks.insert(.firstIsLabel) }
                }
                if isHeader { headers += 1 } else if beforeIsHeader { alternations += 1 }
                beforeIsHeader = isHeader
            default:
                filled += 1
                numbers += 1
                if beforeIsHeader { alternations += 1 }
                beforeIsHeader = false
            }
        }
        if filled == 0 { return .blank }
        if labels > 0 { marks.insert(.label) }
        if numbers > 0 { marks.insert(.number) }
        // 客户 | 昆明… | 渠道 | 商超: labels and values in turn are the head of a form, not a header.
        var isInTurn =
            headers > 0 && alternations == headers && (headers > 1 || filled + blanks == 2)
            && filled <= headers * 2 + 1
        // 结算方式 | 压单 | 交货日期 | 2026-10-15: a value may be such a word too. A row with a figure or a day heads nothing, so
        // it is of labels wherever it can be.
        if !isInTurn, numbers > 0, headers > 1, filled <= headers * 2 { isInTurn = isHalfFilled(place, inOneRun: true) }
        if isInTurn { marks.insert(.labelsInTurn) }
        let isEnough = filled >= 3 ? headers >= 2 && headers * 100 >= filled * 34 : filled == 2 && headers == 2
        if isEnough, numbers * 8 <= filled, !isInTurn, labels * 4 <= filled || labels == filled && filled >= 4 {
            marks.insert(.header)
            marks.subtract([.firstIsLabel, .labelsInTurn])
        }
        return marks
    }

    // MARK: Blocks

    /// Every header on the sheet, from top to bottom; tables side by side give one each.
    func blocks() -> [HeaderBlock] {
        var blocks: [HeaderBlock] = []
        var place = 0
        while place < view.rows.count {
            guard marks[place].contains(.header) else {
                place += 1
                continue
            }
            let lower = isLowerHeader(place + 1, under: place) ? place + 1 : nil
            // A row heads one table: what stands below two headers would be read twice.
            let isFree = place - 1 > blocks.last?.last ?? -1
            let upper = lower == nil && isFree && isGroupHeader(place - 1, over: place) ? place - 1 : nil
            let (first, last) = (upper ?? place, lower ?? place)
            blocks += split(columns(first: first, last: last), first: first, last: last)
            place = last + 1
        }
        return blocks.isEmpty ? guess() : blocks
    }

    /// Whether a row continues the header above it: its cells stand under merged or grouping cells, or say the same again
    /// in another language.
    private func isLowerHeader(_ lower: Int, under upper: Int) -> Bool {
        guard lower < view.rows.count, view.rows[lower].number == view.rows[upper].number + 1,
            marks[lower].isDisjoint(with: [.number, .label, .blank]),
            // 价税合计 below a grouping cell heads a column and totals nothing.
            !marks[lower].contains(.total) || marks[lower].contains(.header)
        else { return false }
        if isUnits(lower, under: upper) { return true }
        let above = view.cells(upper)
        let below = view.cells(lower).filter { $0.tag.kind == .text && !texts.traits($0.payload).contains(.blank) }
        if below.isEmpty || below.count != view.cells(lower).count { return false }
        if marks[lower].contains(.header) {
            // The same words in the same columns begin a new page; in other columns they contradict.
            let same = below.filter { cell in above.contains { $0.column == cell.column && $0.payload == cell.payload }
            }
            return same.count * 2 < below.count
        }
        var grouped = 0
        for cell in below {
            if above.contains(where: { $0.column == cell.column }) {
                let spans =
                    merge(row: upper, column: cell.column).map { $0.columns.count > 1 && $0.rows.count == 1 } ?? false
                let opens =
                    !above.contains { $0.column == cell.column + 1 } && below.contains { $0.column == cell.column + 1 }
                if !spans && !opens { return false }
            }
            grouped += 1
        }
        return grouped >= 2
    }

    /// Whether a row says nothing but in what the columns above it are counted: (瓶) | (元/瓶) | (元).
    private func isUnits(_ lower: Int, under upper: Int) -> Bool {
        let cells = textCells(lower)
        return cells.count > 1 && cells.count == view.rows[lower].count
            && cells.allSatisfy { cell in
                isUnit(cell.text) && view.cell(upper, column: cell.column) != nil
            }
    }

    private func isUnit(_ text: String) -> Bool {
        StatedUnit(text.filter { !"()（）[]【】 ".contains($0) }) != nil
    }

    /// Whether a row above a header groups its columns.
    private func isGroupHeader(_ upper: Int, over lower: Int) -> Bool {
        guard upper >= 0, view.rows[lower].number == view.rows[upper].number + 1,
            marks[upper].isDisjoint(with: [.number, .total, .label, .blank])
        else { return false }
        let above = view.cells(upper)
        let below = view.cells(lower)
        guard let first = below.first?.column, let last = below.last?.column else { return false }
        // Labels and values in merged cells group nothing; what is grouped mostly repeats (数量 | 金额 | 数量 | 金额).
        if marks[upper].contains(.labelsInTurn), Set(below.map(\.payload)).count == below.count { return false }
        return above.contains { cell in
            guard let range = merge(row: upper, column: cell.column) else { return false }
            let isTitle = range.columns.lowerBound <= first && range.columns.upperBound >= last
            return range.columns.count > 1 && !isTitle || range.rows.count > 1 && above.count > 1
        }
    }

    private func columns(first: Int, last: Int) -> [ColumnHeader] {
        written(first: first, last: last).map { header in
            header.column == days
                ? ColumnHeader(column: header.column, text: header.text, keys: HeaderKeys("日期")) : header
        }
    }

    private func written(first: Int, last: Int) -> [ColumnHeader] {
        if first == last {
            return textCells(first).map { ColumnHeader(column: $0.column, text: $0.text, keys: HeaderKeys($0.text)) }
        }
        let above = textCells(first)
        let below = textCells(last)
        let isTwice = marks[first].contains(.header) && marks[last].contains(.header)
        var headers: [ColumnHeader] = []
        for column in Set(above.map(\.column) + below.map(\.column)).sorted() {
            let own = above.first { $0.column == column }
            let leaf = below.first { $0.column == column }
            switch (own, leaf) {
            case (let own?, nil):
                headers.append(ColumnHeader(column: column, text: own.text, keys: HeaderKeys(own.text)))
            case (let own?, let leaf?) where isUnit(leaf.text):
                let text = own.text + "(" + leaf.text.filter { !"()（）[]【】".contains($0) } + ")"
                headers.append(ColumnHeader(column: column, text: text, keys: HeaderKeys(text)))
            case (let own?, let leaf?) where isTwice && !spans(first, column, further: below):
                let keys = HeaderKeys(own.text, or: leaf.text)
                let group = ColumnHeader.Group(text: own.text, column: column, leaf: leaf.text)
                headers.append(
                    ColumnHeader(column: column, text: own.text + " " + leaf.text, keys: keys, group: group))
            case (_, let leaf?):
                let group = above.last { $0.column <= column && covers(first, $0.column, column) }
                let keys = group.map { HeaderKeys(leaf.text, under: $0.text) } ?? HeaderKeys(leaf.text)
                let text = group.map { $0.text + " " + leaf.text } ?? leaf.text
                headers.append(
                    ColumnHeader(
                        column: column, text: text, keys: keys,
                        group: group.map { ColumnHeader.Group(text: $0.text, column: $0.column, leaf: leaf.text) }))
            case (nil, nil): continue
            }
        }
        return headers
    }

    private func spans(_ row: Int, _ column: Int32, further below: [(column: Int32, text: String)]) -> Bool {
        if let range = merge(row: row, column: column) { return range.columns.count > 1 }
        return view.cell(row, column: column + 1) == nil && below.contains { $0.column == column + 1 }
    }

    /// Whether a grouping cell reaches as far as a column: by its merged area, or up to the next cell of its row.
    private func covers(_ row: Int, _ group: Int32, _ column: Int32) -> Bool {
        if let range = merge(row: row, column: group) { return range.columns.contains(column) && range.rows.count == 1 }
        return column == group || !view.cells(row).contains { $0.column > group && $0.column <= column }
    }

    private func textCells(_ row: Int) -> [(column: Int32, text: String)] {
        view.cells(row).compactMap { cell in
            switch cell.tag.kind {
            case .text:
                texts.traits(cell.payload).contains(.blank) ? nil : (cell.column, texts.text(cell.payload))
            case .number where cell.tag.decimals == 0: (cell.column, String(cell.payload))
            default: nil
            }
        }
    }

    /// Parts a header whose words begin again behind an empty column: two tables side by side.
    private func split(_ columns: [ColumnHeader], first: Int, last: Int) -> [HeaderBlock] {
        var runs: [[ColumnHeader]] = []
        for header in columns {
            if let before = runs.last?.last, header.column - before.column == 1 {
                runs[runs.count - 1].append(header)
            } else {
                runs.append([header])
            }
        }
        let whole = HeaderBlock(first: first, last: last, columns: columns, bounds: 0...Int32.max)
        if runs.count == 1 { runs = HeaderFinder.repeats(columns) }
        guard runs.count > 1, runs.allSatisfy({ $0.count >= 3 }) else { return [whole] }
        let words = runs.map { Set($0.compactMap(\.keys.keys.first)) }
        guard words.dropFirst().allSatisfy({ $0.intersection(words[0]).count * 2 >= $0.count }) else { return [whole] }
        return runs.enumerated().map { index, run in
            let lower = index == 0 ? 0 : run.first?.column ?? 0
            let upper = index + 1 < runs.count ? (runs[index + 1].first?.column ?? 1) - 1 : Int32.max
            return HeaderBlock(first: first, last: last, columns: run, bounds: lower...max(lower, upper))
        }
    }

    /// The columns of a header that says the same words again from its middle on, or oftener: 品名 | 数量 | 单价 | 品名 | 数量 | 单价.
    private static func repeats(_ columns: [ColumnHeader]) -> [[ColumnHeader]] {
        let words = columns.map { $0.group == nil ? $0.keys.keys.first ?? "" : "" }
        guard words.count >= 6, !words.contains(""),
            let length = (3...words.count / 2).first(where: { length in
                words.count % length == 0 && Set(words.prefix(length)).count == length
                    && words.indices.dropFirst(length).allSatisfy { words[$0] == words[$0 - length] }
            })
        else { return [columns] }
        return stride(from: 0, to: columns.count, by: length).map { Array(columns[$0..<$0 + length]) }
    }

    /// The first row of short, different texts above rows with numbers: a header of words that no book knows.
    private func guess() -> [HeaderBlock] {
        for place in view.rows.indices.prefix(30) {
            let cells = view.cells(place)
            let texts = textCells(place)
            guard cells.count >= 3, texts.count == cells.count, place + 1 < view.rows.count,
                !cells.contains(where: { $0.tag.kind != .text }),
                marks[place].isDisjoint(with: [.firstIsLabel, .labelsInTurn]),
                Set(texts.map(\.text)).count == texts.count, texts.allSatisfy({ $0.text.utf8.count <= 40 })
            else { continue }
            let below = view.cells(place + 1)
            let shared = below.filter { cell in cells.contains { $0.column == cell.column } }
            if shared.count * 2 >= cells.count, shared.contains(where: { $0.tag.kind != .text }) {
                return split(columns(first: place, last: place), first: place, last: place)
            }
        }
        return []
    }
}
