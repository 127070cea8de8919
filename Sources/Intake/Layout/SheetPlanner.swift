import Books
import WorkbookReader

/// Parts a sheet into tables and forms, and decides what each is.
struct SheetPlanner {
    let finder: HeaderFinder
    let texts: WorkbookTexts
    let path: String
    /// What is known of the names above its columns.
    let places: Places
    let view: SheetView
    let head: HeadReader

    init(_ finder: HeaderFinder, texts: WorkbookTexts, path: String, places: Places = Places()) {
        self.finder = finder
        self.texts = texts
        self.path = path
        self.places = places
        view = finder.view
        head = HeadReader(finder: finder)
    }

    /// A header, the rows above it that belong to it, its lines, and the rows below them.
    struct Section {
        var block: HeaderBlock
        let head: Range<Int>
        var body: Range<Int>
        var foot: Range<Int> = 0..<0
        var headPairs: [HeadPair]
        var footPairs: [HeadPair] = []
        let titles: [HeadTitle]
        /// What is said above of the unit of its figures, here or above a table before it.
        var units: [StatedUnit] = []
        /// The book that its own titles name, where tables with such a header are not all of one.
        var subject: BookKind?
        /// Whether it is the only table of its sheet with such a header.
        var isAlone = true
        /// Rows between its lines that say something of those below them.
        var groups: GroupRows?
    }

    /// Decides the whole sheet.
    func plan() -> SheetPlan {
        var plan = SheetPlan()
        let sections = sections()
        if sections.isEmpty {
            if looksLikeData {
                let rows = view.rows.indices
                plan.unrecognised.append(Unrecognised(place: nil, text: "", rows: rows, guesses: [], why: .noHeader))
            }
            return plan
        }
        // Tables with the same header are one question: their values are looked at together.
        var groups: [[String]: [Int]] = [:]
        for (index, section) in sections.enumerated() {
            groups[section.block.signature + (section.subject.map { [$0.rawValue] } ?? []), default: []].append(index)
        }
        for members in groups.values.sorted(by: { $0[0] < $1[0] }) {
            decide(members.map { sections[$0] }, into: &plan)
        }
        plan.regions.sort {
            $0.block.first != $1.block.first
                ? $0.block.first < $1.block.first
                : $0.block.bounds.lowerBound != $1.block.bounds.lowerBound
                    ? $0.block.bounds.lowerBound < $1.block.bounds.lowerBound
                    : $0.shape.kind != $1.shape.kind
                        ? $0.shape.kind.rawValue < $1.shape.kind.rawValue : $0.matrixColumn < $1.matrixColumn
        }
        return plan
    }

    /// Whether a sheet without a header holds more than notes.
    private var looksLikeData: Bool {
        var rows = 0
        for place in view.rows.indices.prefix(200)
        where view.rows[place].count >= 3 && finder.marks[place].contains(.number) {
            rows += 1
        }
        return rows >= 2
    }

    // MARK: Sections

    private func sections() -> [Section] {
        let blocks = finder.blocks()
        var sections: [Section] = []
        var place = 0
        while place < blocks.count {
            // Tables side by side share their rows.
            let band = blocks[place...].prefix { $0.first == blocks[place].first }
            place += band.count
            let end =
                place < blocks.count
                ? headStart(from: (band.first?.last ?? 0) + 1, to: blocks[place].first) : view.rows.count
            let start = sections.last?.body.upperBound ?? 0
            for block in band {
                let (pairs, titles) = head.read(min(start, block.first)..<block.first)
                // What stands above one of them is said of it first.
                func isOwn(_ column: Int32) -> Bool { band.count == 1 || block.bounds.contains(column) }
                sections.append(
                    Section(
                        block: block, head: min(start, block.first)..<block.first,
                        body: block.last + 1..<max(end, block.last + 1),
                        headPairs: pairs.filter { isOwn($0.labelColumn) } + pairs.filter { !isOwn($0.labelColumn) },
                        titles: titles.filter { isOwn($0.place.column) } + titles.filter { !isOwn($0.place.column) }))
            }
        }
        var units = StatedUnit.above([], [view.sheet.name], head.text)
        let joined = withSubjects(joined(sections))
        let headers = Dictionary(joined.map { ($0.block.signature, 1) }, uniquingKeysWith: +)
        return joined.map { section in
            var section = section
            section.isAlone = headers[section.block.signature] == 1
            let own = StatedUnit.above(section.headPairs, section.titles.map(\.text), head.text)
            if !own.isEmpty { units = own }
            section.units = units
            let foot = footStart(section.body)
            section.foot = foot..<section.body.upperBound
            section.footPairs = head.read(section.foot).pairs
            section.groups = GroupRows(section.body.lowerBound..<foot, section.block.bounds, head)
            return section
        }
    }

    /// Joins the pages of one table: the header again, with nothing new said above it.
    private func joined(_ sections: [Section]) -> [Section] {
        var joined: [Section] = []
        for section in sections {
            if var last = joined.last, last.block.signature == section.block.signature,
                last.block.first < section.block.first
            {
                let said = telling(section.headPairs)
                if said.isEmpty || said == telling(last.headPairs), !namesAnother(section, than: last),
                    !isOfAnotherBook(section, than: last)
                {
                    last.body = last.body.lowerBound..<section.body.upperBound
                    joined[joined.count - 1] = last
                    continue
                }
            }
            joined.append(section)
        }
        return joined
    }

    /// What the head of a form says that lines do not, as texts to compare.
    func telling(_ pairs: [HeadPair]) -> [String] {
        pairs.compactMap { pair in
            guard head.isTelling(pair) else { return nil }
            return "\(pair.label.keys.first ?? "")\t\(head.text(pair.value))"
        }
    }

    /// Where the head of the next form begins, between two headers.
    private func headStart(from start: Int, to header: Int) -> Int {
        var place = header
        while place > start, isHeadLike(place - 1) { place -= 1 }
        let first = place
        // Signatures below the lines before belong to those; a title, a gap or a new number opens the next form.
        while place < header {
            let isGap = place > start && view.rows[place].number - view.rows[place - 1].number > 1
            let pairs = head.read(place..<place + 1).pairs
            if pairs.isEmpty {
                if view.rows[place].count == 1 || isGap { return place }
            } else if !pairs.allSatisfy(head.isOfFoot)
                || (isGap && place > first && !pairs.contains(where: head.isSignature))
            {
                return place
            }
            place += 1
        }
        return header
    }

    /// Whether a row is of labels, or a title.
    private func isHeadLike(_ place: Int) -> Bool {
        let marks = finder.marks[place]
        if marks.contains(.blank) { return true }
        if marks.contains(.total) || marks.contains(.header) { return false }
        if !marks.isDisjoint(with: [.firstIsLabel, .labelsInTurn]) { return true }
        return !marks.contains(.number) && view.rows[place].count <= 2
            && (view.rows[place].count == 1 || marks.contains(.label))
    }

    private func footStart(_ body: Range<Int>) -> Int {
        var place = body.upperBound
        while place > body.lowerBound, isHeadLike(place - 1) { place -= 1 }
        return place
    }

    // MARK: Deciding

    private func decide(_ sections: [Section], into plan: inout SheetPlan) {
        guard let first = sections.first else { return }
        if let conflict = twoHeaders(first.block) {
            plan.unrecognised.append(
                Unrecognised(first.block, in: view, rows: first.body, guesses: conflict, why: .twoHeaders))
            return
        }
        let lines = sections.reduce(0) { $0 + $1.foot.lowerBound - $1.body.lowerBound }
        var places = places
        places.isSaid = saysWarehouse(sections)
        let chooser = BookChooser(
            meanings: texts.interner.meanings,
            headers: first.block.columns, profiles: profiles(sections),
            labels: Array(
                Set(
                    sections.flatMap {
                        ($0.headPairs + $0.footPairs + ($0.groups?.labels ?? [])).map(\.label)
                    })),
            // Where tables beside each other are of several books, the names around them are of one of those.
            titles: TitleWords(
                titles: sections.prefix(8).flatMap { $0.titles.map(\.text) },
                sheet: first.subject == nil ? view.sheet.name : "", path: first.subject == nil ? path : ""),
            said: sections.allSatisfy { $0.groups?.nameCustomers ?? false } ? [.customer] : [], places: places)
        var choice = chooser.choose(), sections = sections
        if case .uncertain = choice, let readings = readingsOfACustomer(chooser) {
            if places.parties == nil, sections.contains(where: mayNameParty) {
                plan.mayNameParty = true
                plan.companies[first.block.signature] = companies(first)
            }
            let unnamed = sections.filter { !namesParties($0) }
            plan.unrecognised += unnamed.map {
                Unrecognised(
                    $0.block, in: view, rows: $0.body, guesses: readings.map(\.shape.kind), why: .noCustomer)
            }
            sections.removeAll { section in unnamed.contains { $0.block.first == section.block.first } }
            if sections.isEmpty { return }
            choice = .certain(readings)
        }
        switch choice {
        case .certain(let chosen):
            if places.parties == nil, chosen.contains(where: lacksCustomer), sections.contains(where: mayNameParty) {
                plan.mayNameParty = true
            }
            let (readings, left) = leavingOutForeignMoney(sections, chosen)
            if let left { plan.unrecognised.append(left) }
            if let money = foreignMoney(sections, readings) {
                plan.unrecognised += sections.map { section in
                    var part = Unrecognised(
                        section.block, in: view, rows: section.body, guesses: readings.map(\.shape.kind),
                        why: .foreignMoney)
                    part.text = money
                    return part
                }
                return
            }
            for reading in readings {
                for section in sections { plan.regions += regions(section, reading, chooser) }
            }
            if let left = OtherGroups(readings, chooser) {
                plan.names.formUnion(left.names)
                plan.unrecognised.append(left.unrecognised(view.rows[first.block.last].number))
            }
            // A form that names its order says so itself, each for its own.
            let isSaidByForms = plan.regions.suffix(sections.count).allSatisfy(\.isNamedOrder)
            if lines == 0, !isSaidByForms {
                plan.unrecognised.append(
                    Unrecognised(first.block, in: view, rows: 0..<0, guesses: readings.map(\.shape.kind), why: .noRows))
            }
        case .uncertain(let guesses):
            plan.names.formUnion(OtherGroups.names(chooser))
            for section in sections {
                plan.unrecognised.append(
                    Unrecognised(section.block, in: view, rows: section.body, guesses: guesses, why: .headers))
            }
        }
    }

    /// The books that two header rows speak for, where they give the same columns different fields.
    private func twoHeaders(_ block: HeaderBlock) -> [BookKind]? {
        guard block.last > block.first, finder.marks[block.first].contains(.header),
            finder.marks[block.last].contains(.header)
        else { return nil }
        for shape in BookShape.all {
            var (both, apart) = (0, 0)
            for column in block.columns.map(\.column) {
                guard let upper = view.cell(block.first, column: column),
                    let lower = view.cell(block.last, column: column),
                    upper.tag.kind == .text, lower.tag.kind == .text,
                    finder.merge(row: block.first, column: column) == nil
                else { continue }
                let one = fields(texts.text(upper.payload), shape)
                let other = fields(texts.text(lower.payload), shape)
                if one.isEmpty || other.isEmpty { continue }
                both += 1
                if one.isDisjoint(with: other) { apart += 1 }
            }
            if both >= 3, apart * 2 > both { return [shape.kind] }
        }
        return nil
    }

    private func fields(_ text: String, _ shape: BookShape) -> Set<Field> {
        Set(
            texts.interner.meanings.words.meanings(HeaderKeys(text), in: shape.kind).filter { $0.strength >= 80 }.map(
                \.field))
    }

    /// What the columns below a header hold, from up to 240 rows of all tables with that header.
    private func profiles(_ sections: [Section]) -> [Int32: ColumnProfile] {
        var profiles: [Int32: ColumnProfile] = [:]
        var sampled = 0
        for section in sections {
            for place in section.body where sampled < 240 {
                if !finder.marks[place].isDisjoint(with: [.total, .header, .firstIsLabel, .labelsInTurn, .blank]) {
                    continue
                }
                if view.rows[place].count == 1, section.block.columns.count > 2 { continue }
                sampled += 1
                for cell in view.cells(place) where section.block.bounds.contains(cell.column) {
                    profiles[cell.column, default: ColumnProfile()].take(cell, sampleRow: sampled, texts: texts)
                }
            }
        }
        return profiles
    }

    /// The regions of one section: one, or one for each channel or warehouse of a matrix.
    private func regions(_ section: Section, _ reading: BookChooser.Reading, _ chooser: BookChooser) -> [RegionPlan] {
        guard let matrix = reading.matrix else { return [region(section, reading, chooser)] }
        return matrix.groups.enumerated().map { place, group in
            var columns = reading.columns
            var own: [Field] = []
            for (field, first) in reading.columns where matrix.isOwn(first.column) {
                columns[field] = matrix.column(of: group, for: first.column).map { ($0, first.score) }
                if columns[field] != nil { own.append(field) }
            }
            let reading = BookChooser.Reading(
                shape: reading.shape, columns: columns, head: reading.head, points: reading.points,
                confidence: reading.confidence, isWhole: true, matrix: matrix)
            var section = section
            if matrix.areApart { section.block = section.block.narrowed(to: matrix.bounds(of: place)) }
            var plan = region(section, reading, chooser)
            let row = group.isAbove ? section.block.first : section.block.last
            plan.constants[matrix.by] = RegionPlan.Constant(
                place: Place(column: group.column, row: view.rows[row].number), value: .text(group.text))
            plan.takeNoRows(for: matrix.by)
            plan.matrixFields = own.sorted { $0.ordinal < $1.ordinal }
            return plan
        }
    }

    private func region(_ section: Section, _ reading: BookChooser.Reading, _ chooser: BookChooser) -> RegionPlan {
        let shape = reading.shape
        var columns = reading.columns.mapValues(\.column)
        if case .sides = reading.ways { columns[.credit] = nil }
        yieldWarehouse(of: &columns, section, chooser, shape)
        var constants: [Field: RegionPlan.Constant] = [:]
        var isForm = false
        for (pairs, isHead) in [(section.headPairs, true), (section.footPairs, false)] {
            for pair in pairs {
                guard let match = chooser.headMatch(pair.label, shape, besides: reading.columns) else { continue }
                if let before = constants[match.field], !head.text(before.value).isEmpty { continue }
                if !match.field.isSignature, isHead { isForm = true }
                var value = pair.value
                if match.field == .customer, case .text(let name) = value {
                    value = .text(TitledParty.withoutStatement(name))
                }
                constants[match.field] = RegionPlan.Constant(
                    place: Place(column: pair.column, row: pair.row), value: value)
            }
        }
        if !isForm {
            // Below a plain table, whoever drew it up signs, not whoever approved its records; counters sign for counts.
            constants =
                shape.kind == .counts
                ? constants.filter { [.countedBy, .recountedBy, .countedAt].contains($0.key) } : [:]
        }
        let byColumn = Dictionary(columns.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var plan = RegionPlan(
            shape: shape, layout: isForm ? .form : .table, block: section.block, body: section.body,
            columns: columns, constants: constants,
            headers: section.block.columns.map {
                HeaderCell(
                    column: $0.column, text: $0.text, field: byColumn[$0.column],
                    resembles: byColumn[$0.column] == nil ? chooser.resembled($0, reading) : nil)
            },
            confidence: reading.confidence, warehouseHints: section.titles.map(\.text) + [view.sheet.name])
        (plan.ways, plan.packs) = (reading.ways, reading.packs)
        plan.mayGoToWarehouse = destination(columns, section, chooser, shape) != nil
        if let groups = section.groups { plan.take(groups) }
        nameParty(section, reading, &plan)
        nameCompany(section.titles, &plan)
        derive(&plan)
        plan.month = StatedMonth(
            around: section.titles.map(\.text), section.headPairs.map { head.text($0.value) }, sheet: view.sheet.name,
            path: path)
        plan.state(
            ColumnUnits(columns, headers: section.block.columns, above: section.units, of: shape.kind),
            header: headerRow(section))
        return plan
    }

    private func headerRow(_ section: Section) -> Int32 { view.rows[section.block.last].number }
}
