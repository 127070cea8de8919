import Books

/// The products or customers of a chain, each with a place, found without hashing.
struct ChainKeys {
    private var places: SymbolPlaces
    private(set) var keys: [Symbol] = []

    init(_ month: Month) { places = SymbolPlaces(month) }

    /// The place of a product or customer, made where it is new.
    mutating func place(of key: Symbol) -> Int {
        if let place = places[key] { return place }
        places[key] = keys.count
        keys.append(key)
        return keys.count - 1
    }
}

/// What each stage says of each line, and what explains the steps: a proof as it is gathered.
struct ChainAccount {
    let name: ChainProof.Name
    let by: Field
    let measure: TieResult.Measure
    let columns: [ChainColumn]
    let steps: [ChainStep]
    /// Where a stage's figures stand in a line; −1 for one that the proof does not have or cannot compare.
    private let stagePlaces: [Int?]
    /// Which step leads to a stage.
    private let stepPlaces: [Int?]
    private var values: [Int64] = []
    private var parts: [PartKey: Int64] = [:]

    private struct PartKey: Hashable {
        let line: Int32
        let step: Int32
        let cause: ChainCause
    }

    init(_ name: ChainProof.Name, by: Field, _ measure: TieResult.Measure, columns: [ChainColumn], steps: [ChainStep]) {
        self.name = name
        self.by = by
        self.measure = measure
        self.columns = columns
        self.steps = steps
        stagePlaces = ChainStage.allCases.map { stage in
            columns.firstIndex { $0.stage == stage && $0.whyNot == nil }
        }
        stepPlaces = ChainStage.allCases.map { stage in steps.firstIndex { $0.to == stage && $0.whyNot == nil } }
    }

    /// Where a stage's figures stand in a line; `nil` for one that is not compared.
    func place(of stage: ChainStage) -> Int? { stagePlaces[stage.ordinal] }

    /// The step that leads to a stage; `nil` where it is not compared.
    func step(to stage: ChainStage) -> Int? { stepPlaces[stage.ordinal] }

    /// Adds what a stage says of a line.
    mutating func add(_ line: Int, _ column: Int?, _ units: Int64) throws(Overflow) {
        guard let column else { return }
        grow(to: line)
        let place = line * columns.count + column
        values[place] = try checked(values[place], plus: units)
    }

    /// Adds what one stage says of a line to what another does.
    mutating func add(_ line: Int, from: ChainStage, to: ChainStage) throws(Overflow) {
        guard let from = place(of: from), let to = place(of: to), line * columns.count + from < values.count else {
            return
        }
        try add(line, to, values[line * columns.count + from])
    }

    /// Explains a part of a step's residual.
    mutating func explain(_ line: Int, _ step: Int?, _ cause: ChainCause, _ units: Int64) throws(Overflow) {
        guard let step, units != 0, cause != .unaccounted else { return }
        grow(to: line)
        let key = PartKey(line: Int32(truncatingIfNeeded: line), step: Int32(truncatingIfNeeded: step), cause: cause)
        parts[key] = try checked(parts[key] ?? 0, plus: units)
    }

    private mutating func grow(to line: Int) {
        let wanted = (line + 1) * columns.count
        if values.count < wanted { values += Array(repeating: 0, count: wanted - values.count) }
    }

    /// The proof: what no part explains is a part of its own.
    func proof(_ keys: ChainKeys, _ month: Month) throws(Overflow) -> ChainProof {
        let count = columns.isEmpty ? 0 : values.count / columns.count
        var explained = Array(repeating: Array(repeating: [ChainPart](), count: steps.count), count: count)
        for (key, units) in parts where units != 0 {
            explained[Int(key.line)][Int(key.step)].append(ChainPart(cause: key.cause, units: units))
        }
        var lines: [ChainLine] = []
        for line in 0..<count {
            let own = Array(values[line * columns.count..<(line + 1) * columns.count])
            var rows: [[ChainPart]] = []
            for (place, step) in steps.enumerated() {
                var list = explained[line][place].sorted { $0.cause < $1.cause }
                if step.whyNot == nil, let left = stagePlaces[step.from.ordinal],
                    let right = stagePlaces[step.to.ordinal]
                {
                    var rest = try checked(own[right], minus: own[left])
                    for part in list { rest = try checked(rest, minus: part.units) }
                    if rest != 0 { list.append(ChainPart(cause: .unaccounted, units: rest)) }
                }
                rows.append(list)
            }
            if own.contains(where: { $0 != 0 }) || rows.contains(where: { !$0.isEmpty }) {
                let said = own.indices.map { columns[$0].whyNot == nil ? own[$0] : nil }
                lines.append(ChainLine(key: keys.keys[line], values: said, parts: rows))
            }
        }
        // Each total must fit as well, so that a reader may add the lines up.
        for column in columns.indices {
            var total: Int64 = 0
            for line in lines { total = try checked(total, plus: line.values[column] ?? 0) }
        }
        let order = lines.indices.sorted { month.rank(lines[$0].key) < month.rank(lines[$1].key) }
        return ChainProof(
            name: name, by: by, measure: measure, stages: columns, steps: steps, lines: order.map { lines[$0] })
    }
}

extension ChainCause: Comparable {
    /// Findings in their order, then what is as it should be, then what nothing explains.
    public static func < (left: ChainCause, right: ChainCause) -> Bool { left.rank < right.rank }

    private var rank: (Int, Int) {
        switch self {
        case .finding(let place): (0, place)
        case .named(let named): (1, ChainClass.allCases.firstIndex(of: named) ?? 0)
        case .unaccounted: (2, 0)
        }
    }
}
