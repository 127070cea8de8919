import Books
import WorkbookReader

/// Forms side by side: 订单号 | SO-1 | … | 订单号 | SO-2.
///
/// Each has a head of its own and as many rows as it needs, so that the lines of one may stand beside the header of the
/// next. Such a sheet is cut between them, and each strip of columns is read as if it were a sheet. Tables that share a head
/// (a form's lines in two columns, a list that goes on to the right) are no strips: their head says nothing twice.
struct Strips {
    /// The sheet, or each of its strips from left to right.
    let finders: [HeaderFinder]
    /// Where a form stands beside another and nothing tells where it begins, so that no line can be read for certain.
    let uncut: HeadPair?

    init(_ finder: HeaderFinder) {
        let labels = RepeatedLabels(finder)
        guard let most = labels.most else {
            (finders, uncut) = ([finder], nil)
            return
        }
        let words = WordsOfColumns(finder)
        var starts: [Int32] = [0]
        for (left, right) in zip(most, most.dropFirst()) {
            if let start = words.start(of: left.labelColumn + 1...right.labelColumn, beside: starts[starts.count - 1]) {
                starts.append(start)
            }
        }
        // Words that are not said again head one table, whatever its rows hold.
        let isCut = starts.count > 1
        let isClean = labels.areParted(by: starts) && !words.goOn(over: starts.dropFirst(), finder)
        finders = isCut && isClean ? Strips.cut(finder, starts) : [finder]
        uncut = isCut && !isClean ? most[1] : nil
    }

    /// Each strip as a sheet; a title above all of them belongs to each.
    private static func cut(_ finder: HeaderFinder, _ starts: [Int32]) -> [HeaderFinder] {
        let view = finder.view
        let titles = view.rows.indices.prefix { view.rows[$0].count == 1 && !finder.marks[$0].contains(.label) }
        return starts.indices.map { place in
            let end = place + 1 < starts.count ? starts[place + 1] - 1 : Int32.max
            return HeaderFinder(view.narrowed(to: starts[place]...end, keeping: titles), texts: finder.texts)
        }
    }
}

/// Labels that one row says twice or more, each time of another document.
private struct RepeatedLabels {
    /// For each label of each row that says it again, its pairs from left to right.
    private var repeated: [[HeadPair]] = []

    /// The label that is said most often in one row.
    var most: [HeadPair]? {
        repeated.reduce(nil) { most, pairs in pairs.count > most?.count ?? 1 ? pairs : most }
    }

    /// Looks for them in so many rows of labels.
    private static let mostRows = 1_000

    init(_ finder: HeaderFinder) {
        let head = HeadReader(finder: finder)
        let rows = finder.marks.indices.lazy.filter {
            !finder.marks[$0].contains(.header) && !finder.marks[$0].isDisjoint(with: [.label, .labelsInTurn])
        }
        for row in rows.prefix(Self.mostRows) where finder.view.rows[row].count > 1 {
            var pairs: [(key: String, pairs: [HeadPair])] = []
            for pair in head.read(row..<row + 1).pairs where head.isTelling(pair) && !head.isOfFoot(pair) {
                guard let key = pair.label.keys.first else { continue }
                guard let place = pairs.firstIndex(where: { $0.key == key }) else {
                    pairs.append((key, [pair]))
                    continue
                }
                // Twice in one cell is no form beside another.
                if pairs[place].pairs.allSatisfy({ $0.labelColumn < pair.labelColumn }) {
                    pairs[place].pairs.append(pair)
                }
            }
            repeated += pairs.map(\.pairs).filter { $0.count > 1 }
        }
    }

    /// Whether no strip says a label twice in a row.
    func areParted(by starts: [Int32]) -> Bool {
        repeated.allSatisfy { pairs in
            zip(pairs, pairs.dropFirst()).allSatisfy { left, right in
                starts.contains { left.labelColumn < $0 && $0 <= right.labelColumn }
            }
        }
    }
}

/// The words that each column of a sheet says: headers, and labels.
private struct WordsOfColumns {
    private var words: [Int32: Set<String>] = [:]
    /// Columns that hold anything.
    private var used: Set<Int32> = []

    /// So many words must be said on both sides.
    private static let leastWords = 3

    init(_ finder: HeaderFinder) {
        let texts = finder.texts
        var known: [Int64: String] = [:]
        for row in finder.view.rows.indices {
            for cell in finder.view.cells(row) {
                used.insert(cell.column)
                guard cell.tag.kind == .text else { continue }
                let traits = texts.traits(cell.payload)
                if traits.isDisjoint(with: [.header, .label]) { continue }
                let word = known[cell.payload] ?? Self.word(texts.text(cell.payload), traits, texts)
                known[cell.payload] = word
                if !word.isEmpty { words[cell.column, default: []].insert(word) }
            }
        }
    }

    private static func word(_ text: String, _ traits: WorkbookTexts.Traits, _ texts: WorkbookTexts) -> String {
        let label = HeadReader.parts(text, texts.interner.meanings.words).first?.label
        return label == nil && !traits.contains(.header) ? "" : WrittenText.key(label ?? text)
    }

    /// The column, one of some, from which on most of the words of the strip before are said again; `nil` where hardly any
    /// are.
    func start(of columns: ClosedRange<Int32>, beside before: Int32) -> Int32? {
        let spoken = words.filter { $0.key >= before }.sorted { $0.key < $1.key }
        var left: Set<String> = [], right: [String: Int] = [:]
        for word in spoken.flatMap(\.value) { right[word, default: 0] += 1 }
        var best: (start: Int32, points: Int)?
        var last = before, shared = 0
        for (column, own) in spoken {
            if columns.contains(column), shared >= Self.leastWords {
                // A form begins with what the one before it begins with.
                let points = shared * 2 + (own.isDisjoint(with: spoken[0].value) ? 0 : 1)
                if points > best?.points ?? 0 {
                    best = (begin(after: max(last, columns.lowerBound - 1), at: column), points)
                }
            }
            last = column
            for word in own {
                let isNew = left.insert(word).inserted
                right[word, default: 1] -= 1
                if right[word] == 0 { shared -= isNew ? 0 : 1 } else { shared += isNew ? 1 : 0 }
            }
        }
        return best?.start
    }

    /// Where what stands at a column begins: behind the last empty column before it.
    private func begin(after last: Int32, at column: Int32) -> Int32 {
        guard column - last > 1, column - last < 1_000 else { return column }
        return (last + 1..<column).last { !used.contains($0) }.map { $0 + 1 } ?? column
    }

    /// Whether a header goes on over a start with words that were not said before it: a table as wide as several forms.
    func goOn(over starts: ArraySlice<Int32>, _ finder: HeaderFinder) -> Bool {
        let texts = finder.texts
        return starts.contains { start in
            let before = words.filter { $0.key < start }.reduce(into: Set<String>()) { $0.formUnion($1.value) }
            return finder.marks.indices.contains { row in
                guard finder.marks[row].contains(.header), finder.view.cell(row, column: start - 1) != nil,
                    let cell = finder.view.cell(row, column: start), cell.tag.kind == .text
                else { return false }
                let word = Self.word(texts.text(cell.payload), texts.traits(cell.payload), texts)
                return !before.contains(word)
            }
        }
    }
}
