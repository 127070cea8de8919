import Books
import WorkbookReader

/// A month while it is being put together: files that were opened, joined in the order of their content.
///
/// Each file has symbols of its own until here, so that files can be opened side by side; they become the month's in
/// the order of the files, which makes the month the same whoever came first.
struct Gathering {
    private(set) var files: [SourceFile] = []
    private(set) var sheets: [SourceSheet] = []
    private(set) var regions: [Region] = []
    var problems: [Problem] = []
    private var unfilled: [(books: [BookKind], problem: Problem)] = []
    var records: [BookKind: [Placed]] = [:]
    private(set) var symbols = SymbolTable()

    /// The records of a region that has its place in the month.
    struct Placed: Sendable {
        let region: Int32
        var records: RegionRecords
        /// The month's symbols for those of its file.
        let meanings: Meanings

        /// The month's symbol of a record's text; 0 where there is none.
        func symbol(_ field: Field, _ row: Int) -> Int64 { records.columns[field].map { meanings.of($0[row]) } ?? 0 }
    }

    /// A month of opened files; the same bytes given twice count once.
    ///
    /// - Parameters:
    ///   - names: Names that must have a symbol though no file may write them: what aliases lead to.
    ///   - aliases: Other names of customers, each with the one that counts.
    static func month(
        of opened: [OpenedFile], period wanted: Period?, names: [String] = [], aliases: [String: String] = [:],
        workers: Workers = .one
    ) -> Month {
        // The order of the content's hash, so that nothing depends on what files are called or when they came.
        let sorted = opened.sorted { $0.sha256 != $1.sha256 ? $0.sha256 < $1.sha256 : $0.path < $1.path }
        var gathering = Gathering()
        var counted: [(file: OpenedFile, index: Int32)] = []
        var before: OpenedFile?
        for file in sorted {
            let index = Int32(gathering.files.count)
            gathering.files.append(SourceFile(path: file.path, sha256: file.sha256))
            if let before, before.sha256 == file.sha256, !file.sha256.isEmpty {
                gathering.problems.append(ProblemWording.duplicate(file.path, of: before.path))
                continue
            }
            before = file
            if let failure = file.failure {
                gathering.problems.append(ProblemWording.unreadable(file.path, failure))
            }
            counted.append((file, index))
        }
        let surveys = counted.flatMap { $0.file.sheets.flatMap(\.surveys) }
        let period = wanted ?? commonPeriod(surveys)
        let warehouses = Set(surveys.flatMap(\.warehouses)).sorted {
            $0.utf8.count != $1.utf8.count ? $0.utf8.count > $1.utf8.count : $0 < $1
        }
        var packs = ProductPacks()
        for (file, _) in counted { file.give(&packs) }
        for (file, _) in counted {
            file.readRest(period: period, warehouses: warehouses, packs: packs, parties: nil)
        }
        let parties = KnownParties(of: counted.map(\.file), aliases)
        for (file, _) in counted where file.mayNameParties {
            file.readRest(period: period, warehouses: warehouses, packs: packs, parties: parties)
        }
        let meanings = gathering.joinSymbols(counted.map(\.file))
        for name in names { _ = gathering.symbols.intern(name) }
        gathering.symbols.finish()
        for (place, entry) in counted.enumerated() {
            gathering.take(entry.file, index: entry.index, meanings[place])
        }
        gathering.settlePriceUnits(packs)
        gathering.leaveOutReportedStock()
        gathering.leaveOutCopies()
        if let period { gathering.leaveOutEarlierMonths(period) }
        gathering.leaveOutExtracts()
        gathering.sayWhatIsUnfilled()
        let records = gathering.records
        gathering.records = [:]
        return Month(
            period: period ?? Period(year: 1970, month: 1), files: gathering.files, sheets: gathering.sheets,
            regions: gathering.regions, texts: gathering.symbols,
            problems: gathering.problems.joiningUncalculated { $0.kind.isOfSheet }, workers: workers
        ) { tables(of: records, workers) }
    }

    /// Says which sheets have headers and no rows. Beside a filled sheet of its book an empty one is a form that somebody
    /// keeps: in the same workbook, or where its name says so. A whole file that nobody filled in may be missed.
    private mutating func sayWhatIsUnfilled() {
        if unfilled.isEmpty { return }
        var filled: [BookKind: Set<String>] = [:]
        for (book, placed) in records {
            filled[book] = Set(
                placed.filter { !$0.records.rows.isEmpty }.map {
                    files[Int(sheets[Int(regions[Int($0.region)].sheet)].file)].path
                })
        }
        problems += unfilled.filter { books, problem in
            let names = [problem.file, problem.sheet ?? ""].map { $0.lowercased() }
            let isKept = Words.formNames.contains { word in names.contains { $0.contains(word) } }
            return !books.contains { filled[$0].map { isKept ? !$0.isEmpty : $0.contains(problem.file) } ?? false }
        }.map(\.problem)
    }

    /// Each book's records as a table; the longest books first, so that nobody waits for one that was begun last.
    private static func tables(of records: [BookKind: [Placed]], _ workers: Workers) -> [BookKind: Table] {
        let books = records.mapValues { $0.reduce(0) { $0 + $1.records.rows.count } }.sorted {
            $0.value != $1.value ? $0.value > $1.value : $0.key.ordinal < $1.key.ordinal
        }.map(\.key)
        let tables = workers.map(books.count) { place in
            var table = Table(books[place])
            for placed in records[books[place], default: []] {
                var columns = placed.records.columns
                for (field, column) in columns where field.kind.isText { columns[field] = placed.meanings.of(column) }
                table.append(region: placed.region, rows: placed.records.rows, columns: columns)
            }
            return table
        }
        return Dictionary(uniqueKeysWithValues: zip(books, tables))
    }

    /// The month that most dated records lie in; the later of two that have as many.
    private static func commonPeriod(_ surveys: [Survey]) -> Period? {
        var months: [Int: Int] = [:]
        for survey in surveys { months.merge(survey.months) { $0 + $1 } }
        return months.max { $0.value != $1.value ? $0.value < $1.value : $0.key < $1.key }.map {
            Period(year: $0.key / 12, month: $0.key % 12 + 1)
        }
    }

    // MARK: Joining

    /// The month's symbols for the symbols of each file. The file with the most texts comes first: the month begins with
    /// its symbols as they are, and none of its texts has to be looked up.
    private mutating func joinSymbols(_ files: [OpenedFile]) -> [Meanings] {
        var meanings = Array(repeating: Meanings.same, count: files.count)
        let counts = files.map(\.symbolCount)
        let order = files.indices.sorted { counts[$0] != counts[$1] ? counts[$0] > counts[$1] : $0 < $1 }
        for place in order {
            let own = files[place].takeSymbols()
            if symbols.count == 1 { symbols = own } else { meanings[place] = .others(symbols.intern(own)) }
        }
        return meanings
    }

    private mutating func take(_ file: OpenedFile, index: Int32, _ meanings: Meanings) {
        for sheet in file.sheets {
            let place = Int32(sheets.count)
            sheets.append(SourceSheet(file: index, name: sheet.name, isHidden: sheet.isHidden, rows: RowCounts()))
            guard let content = sheet.takeContent() else { continue }
            sheets[sheets.count - 1].rows = content.rows
            let firstRegion = Int32(regions.count)
            for region in content.regions { take(region, sheet: place, meanings) }
            unfilled += content.unfilled
            problems += content.problems.map { $0.shifted(regions: firstRegion) }
        }
    }

    private mutating func take(_ records: RegionRecords, sheet: Int32, _ meanings: Meanings) {
        let number = Int32(regions.count)
        regions.append(records.region.placed(onSheet: sheet))
        self.records[records.region.book, default: []].append(
            Placed(region: number, records: records, meanings: meanings))
    }
}

/// The month's symbols for those of a file.
enum Meanings: Sendable {
    /// They are the same.
    case same
    /// By the places of the file's.
    case others([Symbol])

    func of(_ symbol: Int64) -> Int64 {
        switch self {
        case .same: symbol
        case .others(let symbols): Int64(symbols[Int(symbol)].index)
        }
    }

    func of(_ column: Column) -> Column {
        if case .same = self { return column }
        return column.mapped(of)
    }
}

extension Problem {
    /// The problem once its file's regions stand behind others.
    fileprivate func shifted(regions first: Int32) -> Problem {
        guard case .valueUnread(let field, let record) = kind else { return self }
        return Problem(
            kind: .valueUnread(field, record: Origin(region: record.region + first, row: record.row)), file: file,
            sheet: sheet, cell: cell, row: row, expected: expected, found: found, advice: advice)
    }
}

extension Region {
    /// The region once its sheet stands behind others.
    fileprivate func placed(onSheet sheet: Int32) -> Region {
        Region(
            sheet: sheet, book: book, layout: layout, headerRow: headerRow, firstColumn: firstColumn, places: places,
            headers: headers, confidence: confidence, totals: totals, mergedAmounts: mergedAmounts, groups: groups)
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
}
