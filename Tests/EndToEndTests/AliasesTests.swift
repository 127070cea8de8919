import Books
import Foundation
import Intake
import Testing
import WorkbookReader
import WorkbookWriter

/// Names that are nearly on file: proposed, decided by a person in the workbook, and used from then on.
@Suite struct AliasesTests {
    let scratch: ScratchFolder
    init() throws {
        scratch = try ScratchFolder()
        try FileManager.default.createDirectory(atPath: scratch("m"), withIntermediateDirectories: true)
        try put(
            "客户档案.csv", "客户编码,客户名称,信用天数,电话,地址", "K1,昆明翠湖宾馆,30,1,甲", "K2,丽江东方商行,30,2,乙", "K3,丽江东芳商行,30,3,丙",
            "K4,玉溪一店,30,4,丁")
        try put("商品档案.csv", "商品编码,品名,规格,单位,包装数,条码", "A-01,鲜花饼礼盒,8枚,盒,10,1", "A-02,野生菌酱,200g,瓶,12,2")
        // 东房 is as near to 东方 as to 东芳, and a second branch is no first one misspelt.
        try put(
            "订单.csv", "订单号,订单日期,客户名称,业务员,品名,单位,数量,单价,金额,结算方式", "DD-1,2026-10-08,昆明翠胡宾馆,张三,野生菌酱,瓶,2,10,20,月结",
            "DD-2,2026-10-09,昆明翠湖宾馆,张三,鲜花并礼盒,盒,1,10,10,月结", "DD-3,2026-10-09,丽江东房商行,张三,野生菌酱,瓶,1,10,10,月结",
            "DD-4,2026-10-09,玉溪二店,张三,野生菌酱,瓶,1,10,10,月结")
    }

    private var aliases: String { scratch("m/out/aliases-to-confirm.xlsx") }
    private var isThere: Bool { FileManager.default.fileExists(atPath: aliases) }

    private func put(_ name: String, _ lines: String...) throws {
        try lines.joined(separator: "\n").write(toFile: scratch("m/" + name), atomically: true, encoding: .utf8)
    }

    private func run(_ language: String = "zh-Hans") throws -> (outcome: Program.Outcome, found: [Findings.Finding]) {
        let outcome = try Program.run(
            ["reconcile", scratch("m"), "--period", "2026-10", "--language", language])
        return (outcome, try decoded(Findings.self, at: scratch("m/out/findings.json")).findings)
    }

    private func lines() throws -> [[String]] {
        try #require(SettingsReading.linesToConfirm(in: try WorkbookReader().read(path: aliases)))
    }

    /// Types into the workbook as a person would: the answer and a remark, by what was written.
    private func type(_ typed: [String: (answer: String, remark: String)]) throws {
        let page = SettingsPage.aliasesToConfirm
        let rows =
            try [page.columns.map(\.words.chinese)]
            + lines().map { line in
                var line = line
                if let typed = typed[line[1]] { (line[4], line[7]) = typed }
                return line
            }
        try WorkbookWriter.write(to: aliases, properties: DocumentProperties(title: "", createdDay: 1)) { book in
            let sheet = try book.addSheet(page.title.chinese)
            for (row, texts) in rows.enumerated() {
                for (column, text) in texts.enumerated() { sheet.text(text, row: row + 1, column: column) }
            }
        }
    }

    private func unknown(_ found: [Findings.Finding]) -> Set<String> {
        Set(found.filter { $0.code == "order.customer-unknown" }.compactMap { $0.key["orderNumber"] })
    }

    @Test func aProposalWaitsThenCountsWhenItIsConfirmed() throws {
        let first = try run()
        #expect(first.outcome.errors.contains("别名待确认：2 个写法"), "\(first.outcome.said)")
        #expect(first.outcome.errors.contains("out/aliases-to-confirm.xlsx"))
        let proposed = try lines()
        #expect(
            proposed.map { Array($0[0...4]) } == [
                ["客户", "昆明翠胡宾馆", "昆明翠湖宾馆", "", ""], ["商品", "鲜花并礼盒", "A-01", "", ""],
            ])
        #expect(proposed.map { $0[6] } == ["订单.csv 订单!C2", "订单.csv 订单!E3"])
        #expect(unknown(first.found) == ["DD-1", "DD-3", "DD-4"])

        let bytes = try Data(contentsOf: URL(fileURLWithPath: aliases))
        let second = try run()
        #expect(second.found.map(\.id) == first.found.map(\.id), "what is proposed changes nothing")
        #expect(try Data(contentsOf: URL(fileURLWithPath: aliases)) == bytes)

        try type(["昆明翠胡宾馆": ("是", "问过张三"), "鲜花并礼盒": ("否", "")])
        let third = try run()
        #expect(unknown(third.found) == ["DD-3", "DD-4"], "what is confirmed counts")
        #expect(third.found.contains { $0.code == "order.product-unknown" }, "what is refused does not")
        #expect(!third.outcome.errors.contains("别名待确认"), "\(third.outcome.said)")

        try put("新单.csv", "订单号,订单日期,客户名称,业务员,品名,单位,数量,单价,金额,结算方式", "DD-5,2026-10-10,昆明翠湖兵馆,张三,野生菌酱,瓶,2,10,20,月结")
        let fourth = try run()
        #expect(fourth.outcome.errors.contains("别名待确认：1 个写法"), "\(fourth.outcome.said)")
        let kept = try lines()
        #expect(kept.map { $0[1] } == ["昆明翠胡宾馆", "鲜花并礼盒", "昆明翠湖兵馆"])
        #expect(kept.map { $0[4] } == ["是", "否", ""] && kept.map { $0[7] } == ["问过张三", "", ""])
        #expect(kept.first?[5] == proposed.first?[5] && kept.first?[6] == proposed.first?[6])
        #expect(unknown(fourth.found) == ["DD-3", "DD-4", "DD-5"])
    }

    @Test func theWorkbookSpeaksEnglish() throws {
        let outcome = try run("en").outcome
        #expect(outcome.errors.contains("Aliases to confirm: 2 waiting."), "\(outcome.said)")
        #expect(try lines().map { $0[0] } == ["customer", "product"])
    }

    @Test func noProposalAndNoDecisionNoWorkbook() throws {
        _ = try run()
        #expect(isThere)
        try put("订单.csv", "订单号,订单日期,客户名称,业务员,品名,单位,数量,单价,金额,结算方式", "DD-2,2026-10-09,昆明翠湖宾馆,张三,野生菌酱,瓶,1,10,10,月结")
        #expect(try !run().outcome.said.contains("aliases-to-confirm"))
        #expect(!isThere)
    }

    @Test func aWorkbookThatHoldsSomethingElseIsLeftAsItIs() throws {
        _ = try run()
        let other = Data("no workbook".utf8)
        try other.write(to: URL(fileURLWithPath: aliases))
        let outcome = try run().outcome
        #expect(outcome.errors.contains("没有改动它"), "\(outcome.said)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: aliases)) == other)
    }

    @Test(.enabled(if: Repository.hasMonths, "the example months are not beside the package"))
    func aCleanMonthProposesNothing() throws {
        let books = Repository.months.appendingPathComponent("clean/books").path
        let outcome = try Program.run(["reconcile", books, "--out", scratch("clean")])
        #expect(outcome.status == 0, "\(outcome.said)")
        #expect(!FileManager.default.fileExists(atPath: scratch("clean/aliases-to-confirm.xlsx")))
    }

    /// A misspelt header is proposed with its field and book, and once confirmed it is that field.
    @Test func aHeaderThatIsNearlyOne() throws {
        try put(
            "订单.csv", "订单号,订单日期,客户名称,业务员,商品编码,单位,数量,单价,金额,结算方式,Delivry Date",
            "DD-1,2026-10-08,昆明翠湖宾馆,张三,A-02,瓶,2,10,20,月结,2026-10-12",
            "DD-2,2026-10-09,昆明翠湖宾馆,张三,A-01,盒,1,10,10,月结,2026-10-13")
        _ = try run()
        let line = try #require(try lines().first)
        #expect(Array(line.prefix(5)) == ["栏目", "Delivry Date", "交货日期", "订单", ""])
        let taken = "\"header\": \"Delivry Date\", \"field\": \"deliveryDate\""
        #expect(try !String(contentsOfFile: scratch("m/out/findings.json"), encoding: .utf8).contains(taken))
        try type(["Delivry Date": ("是", "")])
        _ = try run()
        #expect(try String(contentsOfFile: scratch("m/out/findings.json"), encoding: .utf8).contains(taken))
        #expect(try lines().count == 1)
    }
}
