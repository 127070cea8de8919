import Books

/// What a header, the values below it and the words around it may be: one book, or a question.
struct BookChooser {
    let meanings: HeaderMeanings
    let headers: [ColumnHeader]
    let profiles: [Int32: ColumnProfile]
    let labels: [HeaderKeys]
    let titles: TitleWords
    /// Fields that rows of their own say without a label.
    var said: Set<Field> = []
    /// What is known of the names above its columns.
    var places = Places()

    /// One reading: a book, and which column is which field.
    struct Reading {
        let shape: BookShape
        /// Fields, their columns, and how sure each is, 0 to 100.
        var columns: [Field: (column: Int32, score: Int)]
        /// Fields that the head says, and how sure each is.
        let head: [Field: Int]
        /// In hundredths; compared between readings of one sheet only.
        let points: Int
        /// 0 to 100.
        let confidence: Int
        /// How many of the headers it makes sense of, in percent.
        var explained = 100
        /// Whether everything essential is there.
        let isWhole: Bool
        /// Columns that repeat one field for each channel or warehouse.
        let matrix: Matrix?
        /// Columns of which one says which way the figures of the other go, or that share them.
        var ways: TwoWays?
        /// Columns of packs beside those of pieces.
        var packs: [Field: RegionPlan.Packs] = [:]
    }

    /// What was decided.
    enum Choice {
        case certain([Reading])
        case uncertain(guesses: [BookKind])
    }

    /// A field with less than this is not taken.
    private static let leastScore = 35
    /// A reading must be ahead of the next by this much, in hundredths.
    private static let leastMargin = 75
    private static let leastConfidence = 45
    /// A reading must make sense of so many of its headers, in percent.
    private static let leastExplained = 50
    /// A book that the titles name this loudly, in hundredths, is not passed over for one that they do not name.
    static let loudTitle = 300
    /// How sure a field is that nothing but the look of its values tells.
    static let saidWithoutLabel = 70

    /// Every reading, best first.
    func readings() -> [Reading] {
        let agreements = Agreement.find(
            headers.compactMap { header in profiles[header.column].map { (header.column, $0) } })
        let preferences = ColumnPreferences(headers), counting = headers.map(CountingHeader.init)
        return BookShape.all.map { reading($0, agreements, preferences, counting) }.sorted {
            if $0.isWhole != $1.isWhole { return $0.isWhole }
            return $0.points != $1.points ? $0.points > $1.points : $0.shape.kind.rawValue < $1.shape.kind.rawValue
        }
    }

    /// The book, where it is certain.
    func choose() -> Choice {
        let readings = readings()
        let whole = readings.filter(\.isWhole)
        guard let best = whole.first, best.confidence >= Self.leastConfidence, !titlesContradict(best),
            best.explained >= Self.leastExplained
        else {
            return .uncertain(guesses: readings.prefix(3).filter { $0.points > 0 }.map(\.shape.kind))
        }
        if whole.count > 1 {
            let next = whole[1]
            if best.points - next.points < Self.leastMargin || isBoth(best, next) {
                // A stock report states opening and closing in columns of their own: it is both books at once.
                if isBoth(best, next) { return .certain([best, next]) }
                return .uncertain(guesses: whole.prefix(3).filter { best.points - $0.points < 300 }.map(\.shape.kind))
            }
        }
        return .certain([best])
    }

    /// Whether the titles name another book and not this one: 销售订单 without an order number is no customer file.
    private func titlesContradict(_ best: Reading) -> Bool {
        titles.points(for: best.shape) == 0 && BookShape.all.contains { titles.points(for: $0) >= Self.loudTitle }
    }

    private func isBoth(_ one: Reading, _ other: Reading) -> Bool {
        guard Set([one.shape.kind, other.shape.kind]) == [.opening, .stock], let first = one.columns[.quantity],
            let second = other.columns[.quantity]
        else { return false }
        return first.column != second.column && min(first.score, second.score) >= 85
    }

    // MARK: One book

    private func reading(
        _ shape: BookShape, _ agreements: [Agreement], _ preferences: ColumnPreferences, _ counting: [CountingHeader]
    ) -> Reading {
        if let matrix = Matrix(shape, headers, meanings, places) {
            var columns = assign(shape, agreements, matrix.headers, ColumnPreferences(matrix.headers))
            if let value = matrix.value, columns[value] == nil {
                columns[value] = matrix.groups[0].columns.values.first.map { ($0, 90) }
            }
            // A quantity that belongs to all would count once for each.
            let isOwn = shape.essential.contains { group in
                group != BookShape.product && group.contains { columns[$0].map { matrix.isOwn($0.column) } ?? false }
            }
            if columns[matrix.by] == nil, isOwn {
                return judge(shape, columns, headScores(shape, columns), matrix)
            }
        }
        let ways = TwoWays(shape, headers, meanings)
        var taken = ways?.columns ?? []
        let packs = PackColumns(shape, counting, meanings)
        if !packs.pairs.isEmpty {
            let others = taken.union(packs.columns)
            taken.formUnion(packs.excluded(assign(shape, agreements, headers, preferences, besides: others)))
        }
        var columns = assign(shape, agreements, headers, preferences, besides: taken)
        let pairColumns = packs.columns
        for (field, column) in ways?.fields ?? [:] { columns[field] = (column, 90) }
        for pair in packs.pairs where pair.isForced && !taken.contains(pair.pieces) {
            for field in pair.fields where columns[field] == nil || pairColumns.contains(columns[field]?.column ?? -1) {
                columns = columns.filter { $0.value.column != pair.pieces }
                columns[field] = (pair.pieces, 80)
            }
        }
        var reading = judge(shape, columns, headScores(shape, columns), nil, besides: taken)
        reading.ways = ways
        for (field, place) in columns {
            guard let pair = packs.pairs.first(where: { $0.pieces == place.column }) else { continue }
            reading.packs[field] = RegionPlan.Packs(column: pair.packs, unit: pair.unit)
        }
        return reading
    }

    /// The best column for each field of a book.
    private func assign(
        _ shape: BookShape, _ agreements: [Agreement], _ headers: [ColumnHeader], _ preferences: ColumnPreferences,
        besides others: Set<Int32> = []
    ) -> [Field: (column: Int32, score: Int)] {
        let fields = shape.columns.map(\.field)
        var scores: [[Int]] = [], ranks: [[Int]] = []
        for header in headers.prefix(200) {
            var row = Array(repeating: 0, count: fields.count), rank = row
            for (field, score) in others.contains(header.column) ? [:] : self.scores(header, shape, agreements) {
                guard score >= Self.leastScore, let place = fields.firstIndex(of: field),
                    !preferences.excludes(header, field)
                else { continue }
                row[place] = score
                let preferred =
                    preferences.points(header, field, in: shape.kind)
                    + (agreements.contains { $0.has(header.column, as: field) } ? 6 : 0)
                // The left one of two equal columns.
                rank[place] = max(1, (score + preferred) * 1000 - min(Int(header.column), 999))
            }
            scores.append(row)
            ranks.append(rank)
        }
        var columns: [Field: (column: Int32, score: Int)] = [:]
        for (place, field) in BestAssignment.solve(ranks).enumerated() {
            guard let field else { continue }
            columns[fields[field]] = (headers[place].column, scores[place][field])
        }
        return columns
    }

    private func headScores(_ shape: BookShape, _ columns: [Field: (column: Int32, score: Int)]) -> [Field: Int] {
        var head: [Field: Int] = [:]
        for label in labels {
            guard let match = headMatch(label, shape, besides: columns) else { continue }
            head[match.field] = max(head[match.field] ?? 0, match.strength)
        }
        for field in said where columns[field] == nil && shape.columns.contains(where: { $0.field == field }) {
            head[field] = max(head[field] ?? 0, Self.saidWithoutLabel)
        }
        return head
    }

    /// What a label in the head means: the best field of the book that no column is and that is said once for all lines.
    func headMatch(_ label: HeaderKeys, _ shape: BookShape, besides columns: [Field: (column: Int32, score: Int)])
        -> HeaderWords.Match?
    {
        meanings.matches(label, in: shape.kind).first {
            !$0.field.isOfLine && columns[$0.field] == nil && $0.strength >= 50
        }
    }

    /// How well a column suits each field of a book.
    private func scores(_ header: ColumnHeader, _ shape: BookShape, _ agreements: [Agreement]) -> [Field: Int] {
        let profile = profiles[header.column] ?? ColumnProfile()
        var scores: [Field: Int] = [:]
        for match in meanings.matches(header.keys, in: shape.kind) {
            let fit = profile.fit(match.field) ?? 90
            scores[match.field] = match.strength * (45 + 55 * fit / 100) / 100
        }
        for agreement in agreements {
            let isPrice = agreement.unitPrice == header.column
            if agreement.quantity == header.column, let score = scores[.quantity] {
                scores[.quantity] = min(score + 6, 100)
            }
            if agreement.amount == header.column, let score = scores[.amount] { scores[.amount] = min(score + 12, 100) }
            for field in [Field.unitPrice, .unitCost] where isPrice {
                if let score = scores[field] { scores[field] = min(score + 6, 100) }
            }
        }
        if scores.isEmpty, !meanings.words.isKnown(header.keys) {
            // The header says nothing: the values may still, for what the book cannot do without.
            for column in shape.columns {
                let evidence = profile.evidence(column.field)
                if evidence > 0, shape.weight(of: column.field) > 1 { scores[column.field] = evidence }
            }
            for agreement in agreements {
                if agreement.quantity == header.column { scores[.quantity] = 42 }
                if agreement.unitPrice == header.column { scores[.unitPrice] = 41 }
                if agreement.amount == header.column { scores[.amount] = 41 }
            }
        }
        return scores
    }

    private func judge(
        _ shape: BookShape, _ columns: [Field: (column: Int32, score: Int)], _ head: [Field: Int], _ matrix: Matrix?,
        besides others: Set<Int32> = []
    ) -> Reading {
        func score(_ field: Field) -> Int {
            columns[field]?.score ?? head[field] ?? (matrix?.by == field ? 90 : 0)
        }
        var points = titles.points(for: shape)
        for (field, place) in columns { points += shape.weight(of: field) * place.score }
        for (field, strength) in head { points += shape.weight(of: field) * strength }
        var needed = 0
        var reached = 0
        var isWhole = true
        for (groups, isEssential) in [(shape.essential, true), (shape.expected, false)] {
            for group in groups {
                let best = group.map(score).max() ?? 0
                needed += isEssential ? 300 : 100
                reached += best * (isEssential ? 3 : 1)
                if best > 0 { continue }
                points -= isEssential ? 400 : 120
                if isEssential { isWhole = false }
            }
        }
        if shape.characteristic.filter({ score($0) > 0 }).count < shape.minimumCharacteristic { isWhole = false }
        if namesDocuments(shape) { isWhole = false }
        var taken = Set(columns.values.map(\.column)).union(others)
        if let matrix {
            for group in matrix.groups { taken.formUnion(taken.compactMap { matrix.column(of: group, for: $0) }) }
        }
        let (explained, counted, penalty) = leftOver(shape, taken, besides: matrix?.sums ?? [])
        points -= min(penalty, 600)
        let confidence = (needed == 0 ? 0 : 70 * reached / needed) + (counted == 0 ? 0 : 30 * explained / counted)
        return Reading(
            shape: shape, columns: columns, head: head, points: points, confidence: min(confidence, 100),
            explained: counted == 0 ? 100 : 100 * explained / counted, isWhole: isWhole,
            matrix: matrix)
    }

    /// Whether the sheet numbers its documents, which a list of what there is (stock, prices, products) never does: a stock
    /// card of movements is no stock.
    private func namesDocuments(_ shape: BookShape) -> Bool {
        guard [.stock, .opening, .prices, .products, .customers].contains(shape.kind) else { return false }
        return headers.contains { header in
            header.keys.keys.first.map(HeaderWords.documentKeys.contains) ?? false
        }
    }

    /// Whether a column says what came in or went out between the opening and the closing stock beside it, which documents
    /// say: 入库 in 期初 | 入库 | 出库 | 结存.
    private func isFlow(_ header: ColumnHeader, _ shape: BookShape) -> Bool {
        guard [.opening, .stock].contains(shape.kind) else { return false }
        let texts = header.group.map { [$0.text, $0.leaf] } ?? [header.text]
        return texts.contains { TwoWays.isWay(WrittenText.key($0)) }
            || header.group.map { meanings.words.isUnused(HeaderKeys($0.text), in: shape.kind) } ?? false
    }

    /// Columns that the book leaves unexplained: a known word of other books speaks against it, an unknown one hardly.
    private func leftOver(_ shape: BookShape, _ taken: Set<Int32>, besides others: Set<Int32>) -> (
        explained: Int, counted: Int, penalty: Int
    ) {
        var (explained, counted, penalty) = (0, 0, 0)
        for header in headers where header.keys.keys.first?.isEmpty == false && !others.contains(header.column) {
            if taken.contains(header.column) {
                explained += 1
                counted += 1
            } else if !meanings.words.isUnused(header.keys, in: shape.kind), !isFlow(header, shape) {
                counted += 1
                penalty += meanings.words.isKnown(header.keys) ? 80 : 20
            }
        }
        return (explained, counted, penalty)
    }
}
