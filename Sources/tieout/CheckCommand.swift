import ArgumentParser
import Books
import Foundation
import Intake
import Reconciler
import Reports
import WorkbookWriter

/// Checks single order sheets, without a month around them.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "核对单张订单，不用整月的文件 / checks single order sheets, without a month",
        discussion: """
            逐张列出订单的问题和所在单元格，并说明可发货、待款、待补还是待批。价格表、客户档案、商品档案可以一起给出，或用 --with 取自月份文件夹。
            退出码：0 没有问题，1 有问题，2 无法核对。
            Lists each order's faults with their cells, and whether it may ship or what it waits for. Price list, customer and \
            product files may be given along, or are taken from a month's folder with --with. Exit code: 0 all in order, \
            1 faults found, 2 could not be done.
            """)

    @Argument(help: "订单文件或文件夹 / order sheets or folders")
    var files: [String]

    @Option(
        name: .customLong("with"),
        help: ArgumentHelp(
            "月份文件夹，从中取价格表、客户、商品、应收、回款 / a month's folder to take price list, customers, products, receivables and receipts from",
            valueName: "folder"), completion: .directory)
    var folder: String?

    @Option(
        name: .customLong("settings"),
        help: ArgumentHelp(
            "设置工作簿；不给时用 --with 文件夹里的 / the settings workbook; else that of the --with folder", valueName: "file"))
    var settings: String?

    @Option(help: "月份，如 2026-10 / the month; found on the sheets if not given", transform: PeriodArgument.parse)
    var period: Period?

    @Option(
        help: ArgumentHelp("把订单台工作簿和反馈写到这个文件夹 / writes the orders workbook and the feedback here", valueName: "folder"))
    var out: String?

    @Option(
        help: ArgumentHelp("把结果写成 JSON；- 为标准输出 / the result as JSON; - for standard output", valueName: "file"))
    var json: String?

    @Option(
        name: .customLong("password"),
        help: "打开密码，可给多个 / a password to open workbooks with; give it again for each further one to try")
    var passwords: [String] = []

    @OptionGroup var languageChoice: LanguageChoice
    private var language: Language { languageChoice.language }

    /// The families of rules that a sheet alone can be held to.
    private static let families: Set<String> = ["order", "document", "file"]

    func run() async throws {
        TemporaryFiles.removeWhenInterrupted()
        let input = InputFiles(files, leavingOut: out)
        for path in input.missing { tell(Phrase("没有这个文件或文件夹：\(path)", "no such file or folder: \(path)")) }
        let entries = input.namedFromHere()
        guard !entries.isEmpty else {
            if input.missing.isEmpty { tell(Phrase("没有可核对的工作簿", "there is no workbook to check")) }
            throw ExitCode(2)
        }
        let progress = Progress(Phrase("读取文件", "reading files"), language: language, isQuiet: entries.count < 8)
        let company = try companySettings()
        let read = await read(entries, company, progress)
        let month = try await month(of: read, company)
        let names = Set(entries.map(\.name))
        let result = Reconciler(settings: company.settings).reconcile(month, workers: .all).limited(
            toFamilies: Self.families
        ) {
            finding in
            finding.sources.contains { names.contains($0.reference.file) }
        }
        let listing = CheckListing(month: month, result: result, files: entries.map(\.name), language: language)
        say(listing.text())
        try write(month, result, files: names)
        if !input.missing.isEmpty || listing.couldNotBeDone { throw ExitCode(2) }
        if result.findings.contains(where: { $0.findingClass != .tolerated }) { throw ExitCode(1) }
    }

    // MARK: Reading

    /// The settings given by name, or those of the month's folder.
    private func companySettings() throws -> CompanySettings {
        do throws(FolderError) {
            return try CompanySettings.read(besides: folder, named: settings)
        } catch {
            tell(error.words)
            throw ExitCode(2)
        }
    }

    private func read(
        _ entries: [InputFiles.Entry], _ company: CompanySettings, _ progress: Progress
    ) async -> [Intake.File] {
        let passwords = passwords
        return await MonthFolder.sideBySide(entries, progress: progress) {
            InputFiles.read($0, passwords: company.passwords(for: $0.name, given: passwords))
        }
    }

    /// The sheets together with what the month's folder knows of customers, products, prices and payments.
    private func month(of files: [Intake.File], _ company: CompanySettings) async throws -> Month {
        let intake = Intake(settings: company.settings)
        let alone = intake.month(of: files, period: period)
        guard let folder else { return alone }
        let others: [Intake.File]
        do throws(FolderError) {
            let entries = try MonthFolder.entries(folder, output: folder + "/out").entries
            others = await read(
                entries, company, Progress(Phrase("读取文件", "reading files"), language: language))
        } catch {
            tell(error.words)
            throw ExitCode(2)
        }
        let own = Set(files.map(\.sha256))
        let masters = MasterFiles.chosen(from: others, period: period, folder: folder)
            .filter { !own.contains($0.sha256) }
        if masters.isEmpty {
            tell(
                Phrase(
                    "\(folder) 里没有价格表、客户档案、商品档案、应收或回款。",
                    "\(folder) holds no price list, customers, products, receivables or receipts."))
        }
        let known = alone.period.year > 1970 ? alone.period : nil
        return intake.month(of: files + masters, period: period ?? known)
    }

    // MARK: Writing

    private func write(_ month: Month, _ result: Reconciliation, files: Set<String>) throws {
        do {
            if let json {
                let data = FindingsJSON.data(
                    month: month, reconciliation: result, language: language, generatedBy: TieOut.nameAndVersion)
                if json == "-" {
                    var output = StandardOutput()
                    output.append(data)
                    output.flush()
                } else {
                    try OutputFile.write(data, to: json)
                }
            }
            guard let out, month.has(.orders) else { return }
            let desk = OutputDesk(folder: out, language: language)
            for path in try desk.writeOrders(month: month, result, booksFolder: ".", files: files) {
                say(Phrase("写出：\(path)\n", "Written: \(path)\n")[language])
            }
        } catch {
            tell(OutputDesk.words(error))
            throw ExitCode(2)
        }
    }

    /// With `--json -` standard output belongs to the JSON alone.
    private func say(_ text: String) {
        if json == "-" {
            StandardError.write(text)
        } else {
            print(text, terminator: "")
        }
    }

    private func tell(_ words: Phrase) { StandardError.write(words[language]) }
}

/// The files of a month's folder that an order sheet is held against: never other orders or documents.
enum MasterFiles {
    private static let wanted: Set<BookKind> = [.prices, .customers, .products, .receivables, .receipts]

    static func chosen(from files: [Intake.File], period: Period?, folder: String) -> [Intake.File] {
        let month = Intake().month(of: files, period: period)
        var books: [String: Set<BookKind>] = [:]
        for region in month.regions {
            books[month.files[Int(month.sheets[Int(region.sheet)].file)].path, default: []].insert(region.book)
        }
        return files.filter { file in
            guard let own = books[file.path], own.isDisjoint(with: [.orders, .movements]) else { return false }
            return !own.isDisjoint(with: wanted)
        }.map { Intake.File(path: folder + "/" + $0.path, sha256: $0.sha256, content: $0.content) }
    }
}
