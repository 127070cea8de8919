import Books
import WorkbookReader

/// A month while it is being put together: first every sheet is planned, then the records are read.
struct Gathering {
    private var files: [SourceFile] = []
    private var sheets: [SourceSheet] = []
    private var regions: [Region] = []
    private var problems: [Problem] = []
    private var tables: [BookKind: Table] = [:]
    private var planned: [PlannedSheet] = []
    private let interner = Interner()

    /// A sheet that was planned and not yet read.
    private struct PlannedSheet {
        let file: Int32
        let index: Int32
        let finder: HeaderFinder
        let texts: WorkbookTexts
        let uses1904: Bool
        var plan: SheetPlan
        var surveys: [Survey] = []
    }

    /// Looks at a file: notes why it cannot be used, or plans its sheets.
    mutating func open(_ file: Intake.File, duplicateOf original: String?) {
        let index = Int32(files.count)
        files.append(SourceFile(path: file.path, sha256: file.sha256))
        if let original {
            problems.append(ProblemWording.duplicate(file.path, of: original))
            return
        }
        switch file.content {
        case .failure(let error):
            problems.append(ProblemWording.unreadable(file.path, error))
        case .success(let workbook):
            let texts = WorkbookTexts(workbook.texts, interner: interner)
            for sheet in workbook.sheets {
                let finder = HeaderFinder(SheetView(sheet), texts: texts)
                let place = Int32(sheets.count)
                sheets.append(
                    SourceSheet(
                        file: index, name: sheet.name, isHidden: sheet.visibility != .visible, rows: RowCounts()))
                let plan = SheetPlanner(finder, texts: texts, sheetIndex: place, path: file.path).plan()
                var entry = PlannedSheet(
                    file: index, index: place, finder: finder, texts: texts, uses1904: workbook.uses1904, plan: plan)
                entry.surveys = plan.regions.map {
                    Survey($0, view: finder.view, texts: texts, uses1904: workbook.uses1904)
                }
                planned.append(entry)
            }
        }
    }

    /// Reads all records and closes the month.
    mutating func month(period wanted: Period?) -> Month {
        let period = wanted ?? commonPeriod
        let orders = fileOrders
        nameWarehouses()
        for place in planned.indices { read(planned[place], period: period, fileOrder: orders[planned[place].file]) }
        return Month(
            period: period ?? Period(year: 1970, month: 1), files: files, sheets: sheets, regions: regions,
            texts: interner.symbols, tables: tables, problems: problems)
    }

    /// The month that most dated records lie in; the later of two that have as many.
    private var commonPeriod: Period? {
        var months: [Int: Int] = [:]
        for survey in planned.flatMap(\.surveys) { months.merge(survey.months) { $0 + $1 } }
        return months.max { $0.value != $1.value ? $0.value < $1.value : $0.key < $1.key }.map {
            Period(year: $0.key / 12, month: $0.key % 12 + 1)
        }
    }

    /// For each file the order of day and month that its dates show, where they show one.
    private var fileOrders: [Int32: WrittenDay.Order] {
        var shown: [Int32: Set<WrittenDay.Order>] = [:]
        for sheet in planned {
            for survey in sheet.surveys {
                for (field, order) in survey.orders where !survey.mixed.contains(field) {
                    shown[sheet.file, default: []].insert(order)
                }
            }
        }
        return shown.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    /// Gives a warehouse to sheets that name it in their tab or title only, in the words that other sheets use for it.
    private mutating func nameWarehouses() {
        let known = Set(planned.flatMap { $0.surveys.flatMap(\.warehouses) })
        let names = known.map { interner.text($0) }.sorted {
            $0.utf8.count != $1.utf8.count ? $0.utf8.count > $1.utf8.count : $0 < $1
        }
        for sheet in planned.indices {
            for region in planned[sheet].plan.regions.indices {
                let plan = planned[sheet].plan.regions[region]
                guard plan.shape.expected.contains([.warehouse]), plan.columns[.warehouse] == nil,
                    plan.constants[.warehouse]?.place == nil
                else { continue }
                let hints = plan.warehouseHints.map(WrittenText.key)
                let name = names.first { name in
                    let key = WrittenText.key(name)
                    return key.utf8.count >= 3 && hints.contains { $0.contains(key) }
                }
                if let name {
                    planned[sheet].plan.regions[region].constants[.warehouse] = RegionPlan.Constant(
                        place: nil, value: .text(name))
                }
            }
        }
    }

    // MARK: Reading

    private mutating func read(_ sheet: PlannedSheet, period: Period?, fileOrder: WrittenDay.Order?) {
        let view = sheet.finder.view
        var classes = Array(repeating: RowClass.unseen, count: view.rows.count)
        let wording = ProblemWording(
            file: files[Int(sheet.file)].path, sheet: sheets[Int(sheet.index)].name, texts: sheet.texts)
        for (plan, survey) in zip(sheet.plan.regions, sheet.surveys) {
            var orders: [Field: WrittenDay.Order] = [:]
            for field in Array(plan.columns.keys) + Array(plan.constants.keys) where field.kind == .day {
                orders[field] = survey.order(field, file: fileOrder, period: period)
            }
            var reader = RegionReader(
                plan: plan, finder: sheet.finder, region: Int32(regions.count),
                reader: CellReader(texts: sheet.texts, uses1904: sheet.uses1904, year: period?.year), orders: orders,
                wording: wording)
            reader.read(into: &classes)
            take(reader, plan, view)
        }
        for part in sheet.plan.unrecognised {
            mark(part, sheet.finder, &classes)
            let header = part.block.map { block in
                (text: block.columns.map(\.text).joined(separator: " | "), row: view.rows[block.first].number)
            }
            problems.append(wording.unrecognised(part, header: header))
        }
        sheets[Int(sheet.index)].rows = counts(classes)
    }

    private mutating func take(_ reader: RegionReader, _ plan: RegionPlan, _ view: SheetView) {
        let buffer = reader.buffer
        var symbols: [Field: [Symbol]] = [:]
        var numbers: [Field: [Int64]] = [:]
        var places = plan.columns.mapValues { Place(column: $0) }
        for (field, constant) in plan.constants { places[field] = constant.place }
        for slot in buffer.slots {
            let isStated = plan.columns[slot.field] != nil || plan.constants[slot.field] != nil
            if let column = buffer.symbolColumn(slot.field) {
                // A unit that stood behind a quantity's digits, or a kind that its number tells.
                if !isStated, column.allSatisfy(\.isNone) { continue }
                symbols[slot.field] = column
                if !isStated { places[slot.field] = places[slot.field == .unit ? .quantity : .documentNumber] }
            } else if let column = buffer.numberColumn(slot.field) {
                numbers[slot.field] = column
            }
        }
        let region = Int32(regions.count)
        regions.append(
            Region(
                sheet: plan.sheet, book: plan.shape.kind, layout: plan.layout,
                headerRow: view.rows[plan.block.last].number, firstColumn: plan.headers.first?.column ?? 0,
                places: places,
                headers: plan.headers, confidence: plan.confidence, totals: reader.totals.stated))
        problems += reader.problems
        tables[plan.shape.kind, default: Table(plan.shape.kind)].append(
            origins: buffer.rows.map { Origin(region: region, row: $0) }, symbols: symbols, numbers: numbers)
    }

    /// Rows that were not recognised: what looks like a record is set aside, the rest is structure.
    private func mark(_ part: Unrecognised, _ finder: HeaderFinder, _ classes: inout [RowClass]) {
        for place in part.rows {
            let marks = finder.marks[place]
            if marks.contains(.total) {
                classes[place].raise(to: .total)
            } else if !marks.isDisjoint(with: [.header, .blank, .firstIsLabel, .labelsInTurn])
                || finder.view.rows[place].count < 2
            {
                classes[place].raise(to: .structure)
            } else {
                classes[place].raise(to: .setAside)
            }
        }
    }

    private func counts(_ classes: [RowClass]) -> RowCounts {
        var counts = RowCounts()
        counts.present = classes.count
        for row in classes {
            switch row {
            case .unseen, .structure: counts.structure += 1
            case .total: counts.totals += 1
            case .setAside: counts.setAside += 1
            case .record: counts.records += 1
            }
        }
        return counts
    }
}

extension ProblemWording {
    /// A file that could not be read.
    static func unreadable(_ path: String, _ error: ReadingError) -> Problem {
        let (why, advice) = (error.explanation, error.advice)
        return Problem(
            kind: .fileUnreadable, file: path,
            expected: Phrase("可以读取的 .xlsx 工作簿", "an .xlsx workbook that can be read"),
            found: "",
            advice: Phrase(
                "\(why.chinese)。\(advice.chinese)。", "\(capitalized(why.english)). \(capitalized(advice.english))."))
    }

    private static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// A file with the same bytes as another.
    static func duplicate(_ path: String, of original: String) -> Problem {
        Problem(
            kind: .fileDuplicate(of: original), file: path,
            expected: Phrase("每个文件只给一次", "each file once"), found: original,
            advice: Phrase(
                "与 \(original) 内容完全相同，只计了一次。可以删掉其中一个。",
                "It holds the same bytes as \(original) and was counted once. Delete one of them."))
    }
}
