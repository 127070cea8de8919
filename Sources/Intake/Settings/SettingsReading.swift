public import Books
public import WorkbookReader

/// What a settings workbook says: the settings, the passwords, and what could not be used.
///
/// Everything that is wrong is said at once; what is wrong is left out and the rest counts.
public struct SettingsReading: Sendable {
    /// The settings, with the defaults where nothing is set.
    public internal(set) var settings = Settings()
    /// Passwords for protected workbooks. They stand apart from the settings so that no report can show one.
    public internal(set) var passwords: [WorkbookPassword] = []
    /// What was decided about proposed aliases, in the order of their lines.
    public internal(set) var decisions: [AliasDecision] = []
    /// What could not be used.
    public internal(set) var problems: [SettingProblem] = []
    var places: [SettingName: SettingsOrigin.Place] = [:]
    var aliases: [AliasLine] = []

    /// Makes one that says nothing.
    public init() {}

    /// Reads a settings workbook.
    ///
    /// - Parameters:
    ///   - file: What it is called to people.
    ///   - passedOver: Other settings workbooks that were there.
    ///   - decisions: Decisions about aliases that were made elsewhere; those in the workbook go before them.
    public init(
        _ workbook: Workbook, file: String, passedOver: [String] = [], decisions elsewhere: [AliasDecision] = []
    ) {
        takeSheets(of: workbook)
        finish(elsewhere)
        settings.origin = SettingsOrigin(
            file: file, passedOver: passedOver, places: places, aliases: targets, problems: problems)
    }

    /// What the workbook's own aliases of customers and products lead to.
    private var targets: [SettingsOrigin.AliasTarget] {
        aliases.compactMap { line in
            guard line.place != nil, let place = line.meansPlace, line.kind == .customer || line.kind == .product else {
                return nil
            }
            return SettingsOrigin.AliasTarget(kind: line.kind, alias: line.alias, means: line.means, place: place)
        }
    }

    /// The settings of a company without a settings workbook that has decided about aliases.
    public init(decisions elsewhere: [AliasDecision]) { finish(elsewhere) }

    /// The settings where the workbook could not be read at all.
    public init(unreadable error: ReadingError, file: String, decisions elsewhere: [AliasDecision] = []) {
        finish(elsewhere)
        let (why, advice) = (error.explanation, error.advice)
        problems.insert(
            SettingProblem(
                sheet: nil, cell: nil, found: "",
                expected: Phrase(
                    "可以读取的设置工作簿（\(why.chinese)；\(advice.chinese)）",
                    "a settings workbook that can be read (\(why.english); \(advice.english))"),
                used: Phrase("全部用默认设置", "All settings are the defaults")), at: 0)
        settings.origin = SettingsOrigin(file: file, problems: problems)
    }

    private mutating func takeSheets(of workbook: Workbook) {
        var tables: [(page: SettingsPage, table: SettingsTable)] = []
        for sheet in workbook.sheets {
            if SettingsPage.guideTitle.isWritten(sheet.name) || SettingsPage.fieldListTitle.isWritten(sheet.name) {
                continue
            }
            guard let page = SettingsPage.named(sheet.name) else {
                if sheet.cellCount > 0 { rejectSheet(sheet.name) }
                continue
            }
            if tables.contains(where: { $0.page.title == page.title }) {
                problems.append(
                    SettingProblem(
                        sheet: sheet.name, cell: nil, found: "",
                        expected: Phrase("每种设置只有一张表", "one sheet of each kind"),
                        used: Phrase("这张表没有采用，以前面的一张为准", "This sheet is not used; the one before it counts")))
                continue
            }
            let table = SettingsTable(page, sheet, of: workbook)
            check(table)
            if table.missing.isEmpty { tables.append((page, table)) }
        }
        // Channels first: other sheets speak of them.
        for (page, table) in tables where page.title == SettingsPage.channels.title { page.read(table, &self) }
        for (page, table) in tables where page.title != SettingsPage.channels.title { page.read(table, &self) }
        let order = Dictionary(
            workbook.sheets.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
        problems = problems.enumerated().sorted {
            let left = order[$0.element.sheet ?? ""] ?? -1, right = order[$1.element.sheet ?? ""] ?? -1
            return left == right ? $0.offset < $1.offset : left < right
        }.map(\.element)
    }

    private mutating func finish(_ elsewhere: [AliasDecision]) {
        decisions += elsewhere
        for decision in decisions where decision.verdict == .confirmed { aliases.append(AliasLine(decision)) }
        AliasResolution.take(&self)
    }

    private mutating func rejectSheet(_ name: String) {
        let titles = SettingsPage.all.flatMap { [$0.title.chinese, $0.title.english] }
        let near = Resemblance.nearest(to: name, among: titles)
        problems.append(
            SettingProblem(
                sheet: name, cell: nil, found: "",
                expected: Phrase(
                    "已知的设置表名" + (near.map { "，是不是「\($0)」？" } ?? ""),
                    "a sheet of settings by its name" + (near.map { "; is it “\($0)”?" } ?? "")),
                used: Phrase("这张表没有采用", "This sheet is not used")))
    }

    private mutating func check(_ table: SettingsTable) {
        for (place, text, column) in table.misspelt {
            problems.append(
                SettingProblem(
                    sheet: place.sheet, cell: place.cell, found: text,
                    expected: Phrase("「\(column.words.chinese)」", "“\(column.words.english)”"),
                    used: Phrase("这一列没有读", "This column is not read")))
        }
        if !table.missing.isEmpty {
            let chinese = table.missing.map { "「\($0.words.chinese)」" }.joined()
            let english = table.missing.map { "“\($0.words.english)”" }.joined(separator: ", ")
            problems.append(
                SettingProblem(
                    sheet: table.sheet, cell: nil, found: "",
                    expected: Phrase("表头里有\(chinese)", "headers with \(english)"),
                    used: Phrase("这张表没有采用，用默认设置", "This sheet is not used; the defaults hold")))
        }
        if table.isCut {
            problems.append(
                SettingProblem(
                    sheet: table.sheet, cell: nil, found: "",
                    expected: Phrase("最多 \(SettingsTable.limit) 行", "at most \(SettingsTable.limit) lines"),
                    used: Phrase("后面的行没有采用", "The lines after them are not used")))
        }
    }

    // MARK: What pages say

    /// Notes a cell that could not be used.
    mutating func reject(
        _ line: SettingsTable.Line, _ column: Int, expected: Phrase, used: Phrase = SettingsReading.lineLeftOut,
        isSecret: Bool = false
    ) {
        let place = line.place(column)
        problems.append(
            SettingProblem(
                sheet: place.sheet, cell: place.cell, found: isSecret ? "" : line.text(column), expected: expected,
                used: used))
    }

    /// Notes where a setting stands: its first line.
    mutating func note(_ name: SettingName, _ line: SettingsTable.Line, _ column: Int) {
        if places[name] == nil { places[name] = line.place(column) }
    }

    static let lineLeftOut = Phrase("这一行没有采用", "This line is not used")

    /// The hint that names what was perhaps meant.
    static func perhaps(_ text: String, among names: [String]) -> Phrase {
        guard let near = Resemblance.nearest(to: text, among: names) else { return Phrase("", "") }
        return Phrase("，是不是「\(near)」？", "; is it “\(near)”?")
    }
}
