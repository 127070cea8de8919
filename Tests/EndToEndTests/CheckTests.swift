import Foundation
import Testing
import WorkbookReader

/// `tieout check`: single order sheets, without a month.
@Suite struct CheckTests {
    let scratch: ScratchFolder
    init() throws { scratch = try ScratchFolder() }

    private static let header = "订单号,订单日期,客户名称,业务员,商品编码,品名,单位,数量,单价,金额,结算方式"

    /// An order sheet as a salesperson might export it.
    private func sheet(_ name: String, _ lines: String..., header: String = header) throws -> String {
        try ([header] + lines).joined(separator: "\n").write(toFile: scratch(name), atomically: true, encoding: .utf8)
        return scratch(name)
    }

    private func good() throws -> String {
        try sheet("好单.csv", "DD-1,2026-10-08,甲公司,张三,A-01,苹果,箱,2,10,20,月结")
    }

    private func bad() throws -> String {
        try sheet(
            "错单.csv", "DD-2,2026-10-08,乙公司,张三,A-01,苹果,箱,3,10,31,月结", "DD-3,2026-10-08,丙公司,李四,A-01,苹果,箱,1,10,10,现款")
    }

    private func json(_ name: String) throws -> [String: Any] {
        let data = try Data(contentsOf: URL(fileURLWithPath: scratch(name)))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test func aRightOrderMayShip() throws {
        let outcome = try Program.run(["check", try good()])
        #expect(outcome.status == 0, "\(outcome.said)")
        #expect(outcome.output.contains("  可发货  DD-1  甲公司  20.00\n"), "\(outcome.said)")
        #expect(outcome.output.contains("订单 1 张：可发货 1。问题 0 个。"))
        // What needs a month is one line, not a list.
        #expect(outcome.output.split(separator: "\n").filter { $0.contains("没有核对") }.count == 1, "\(outcome.said)")
    }

    @Test func aFaultIsNamedWithItsCellAndWhatReleasesTheOrder() throws {
        let outcome = try Program.run(["check", try bad()])
        #expect(outcome.status == 1, "\(outcome.said)")
        let lines = outcome.output.split(separator: "\n").map(String.init)
        let order = try #require(lines.firstIndex(of: "  待补  DD-2  乙公司  31.00"), "\(outcome.said)")
        #expect(lines[order + 1].hasPrefix("    ! J2 订单行金额算错："))
        #expect(lines[order + 2] == "    → 待补：业务员更正 A-01 金额：应为 30.00")
        #expect(lines.contains("  待款  DD-3  丙公司  10.00"))
        #expect(lines.contains("    → 待款：收到现款 10.00"))
    }

    @Test func itSpeaksEnglish() throws {
        let outcome = try Program.run(["check", try bad(), "--language", "en"])
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("  Awaiting information  DD-2  乙公司  31.00\n"), "\(outcome.said)")
        #expect(outcome.output.contains("Sales corrects the amount (A-01): it should be 30.00"))
    }

    @Test func whatIsNoOrderIsNamedAsWhatItIs() throws {
        let receivables = try sheet("欠款.csv", "甲公司,XS-1,2026-10-02,100,0,100", header: "客户,单号,日期,应收金额,已收金额,余额")
        let alone = try Program.run(["check", receivables])
        #expect(alone.status == 2, "\(alone.said)")
        #expect(alone.output.contains("认作应收，不是订单，没有核对"), "\(alone.said)")
        let mixed = try Program.run(["check", receivables, try good()])
        #expect(mixed.status == 0, "\(mixed.said)")
        #expect(mixed.output.contains("认作应收") && mixed.output.contains("可发货  DD-1"))
    }

    @Test func aPriceListGivenAlongIsUsed() throws {
        let prices = try sheet("价格表.csv", "A-01,苹果,12,2026-01-01,2026-12-31", header: "商品编码,品名,单价,生效日期,失效日期")
        let outcome = try Program.run(["check", try good(), prices])
        #expect(outcome.status == 1, "\(outcome.said)")
        #expect(outcome.output.contains("用来核对订单"))
        #expect(outcome.output.contains("经理批准 A-01 单价 10.00，或改为 12.00"), "\(outcome.said)")
    }

    @Test func aMissingFileEndsWithTwoAndTheOthersAreChecked() throws {
        let outcome = try Program.run(["check", scratch("没有.xlsx"), try good()])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("没有这个文件或文件夹"))
        #expect(outcome.output.contains("可发货  DD-1"), "\(outcome.said)")
    }

    @Test func aFileThatCannotBeReadEndsWithTwo() throws {
        try Data("PK\u{3}\u{4}nothing".utf8).write(to: URL(fileURLWithPath: scratch("坏.xlsx")))
        let outcome = try Program.run(["check", scratch("坏.xlsx"), try good()])
        #expect(outcome.status == 2 && !outcome.crashed, "\(outcome.said)")
        #expect(outcome.output.contains("可发货  DD-1"), "\(outcome.said)")
    }

    @Test func aFolderIsAllItsSheets() throws {
        _ = try good()
        _ = try bad()
        let outcome = try Program.run(["check", scratch.url.path])
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("订单 3 张"), "\(outcome.said)")
        let empty = try ScratchFolder()
        #expect(try Program.run(["check", empty.url.path]).status == 2)
    }

    @Test func twoFilesOfOneNameAreToldApart() throws {
        let other = try ScratchFolder()
        try "\(Self.header)\nDD-9,2026-10-08,丁公司,王五,A-01,苹果,箱,1,10,11,月结"
            .write(toFile: other("好单.csv"), atomically: true, encoding: .utf8)
        let outcome = try Program.run(["check", try good(), other("好单.csv")])
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("可发货  DD-1") && outcome.output.contains("待补  DD-9"), "\(outcome.said)")
    }

    /// What the sheets alone do not tell: the price, the terms and the payments of the month.
    @Test func aMonthsFolderLendsItsMastersAndNoneOfItsOrders() throws {
        let month = Repository["workbooks/sample-month"].path
        let order = try sheet(
            "新单.csv", "DD2610-090,2026-10-28,昆明翠湖宾馆有限公司,杨帆,DY-103,鲜花饼礼盒,盒,2,35.8,71.6,月结")
        #expect(try Program.run(["check", order]).status == 0)
        let outcome = try Program.run(["check", order, "--with", month, "--json", scratch("found.json")])
        #expect(outcome.status == 1, "\(outcome.said)")
        #expect(outcome.output.contains("订单 1 张：待批 1。"), "\(outcome.said)")
        let findings = try #require(try json("found.json")["findings"] as? [[String: Any]])
        #expect(findings.map { $0["code"] as? String } == ["order.price-off-policy"])
        #expect(try Program.run(["check", order, "--with", scratch("nowhere")]).status == 2)
    }

    @Test func theResultIsWrittenAsWorkbookAndJSON() throws {
        let arguments = ["check", try bad(), "--out", scratch("out"), "--json", scratch("found.json")]
        let outcome = try Program.run(arguments)
        #expect(outcome.status == 1, "\(outcome.said)")
        let path = scratch("out/orders-2026-10.xlsx")
        let workbook = try WorkbookReader().read(path: path)
        #expect(workbook.sheets.map(\.name) == ["汇总", "发货清单", "不合规则的订单", "待录入订单", "疑问单据台账"])
        // The sheet with a fault goes back to its sender; a .csv comes back as a workbook.
        let feedback = try FileManager.default.contentsOfDirectory(atPath: scratch("out/feedback"))
        #expect(feedback == ["错单.xlsx"])
        let orders = try #require(try json("found.json")["orders"] as? [String: Any])
        #expect((orders["counts"] as? [String: Int])?["awaitingPayment"] == 1)
        // Somebody writes in it; the next run keeps that copy.
        let touched = try Data(contentsOf: URL(fileURLWithPath: path)) + Data([0])
        try touched.write(to: URL(fileURLWithPath: path))
        _ = try Program.run(arguments)
        let kept = URL(fileURLWithPath: scratch("out/orders-2026-10 (保留 1).xlsx"))
        #expect(try Data(contentsOf: kept) == touched)
    }

    @Test func standardOutputHoldsOnlyJSONWhenAskedForIt() throws {
        let outcome = try Program.run(["check", try bad(), "--json", "-"])
        let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        #expect(json?["schema"] as? String == "tieout.findings/1")
        #expect(outcome.errors.contains("DD-2"))
    }

    @Test func theTerminalObeysNoFile() throws {
        let order = try sheet("单.csv", "DD-1\u{1B}[2J,2026-10-08,甲\u{1B}公司,张三,A-01,苹果,箱,2,10,20,月结")
        let outcome = try Program.run(["check", order])
        #expect(!outcome.output.unicodeScalars.contains { $0.value != 10 && $0.value < 32 }, "\(outcome.said)")
    }

    @Test func theSampleMonthsOrdersAreCheckedOneByOne() throws {
        let outcome = try Program.run([
            "check", Repository["workbooks/sample-month/订单"].path, "--with", Repository["workbooks/sample-month"].path,
            "--json", scratch("found.json"),
        ])
        // One of them, 九月补单.xlsx, cannot be read; the others are checked all the same.
        #expect(outcome.status == 2)
        let found = try decoded(Findings.self, at: scratch("found.json"))
        let expected = try decoded(Expected.self, at: Repository["workbooks/sample-month/expected.json"].path)
        // The faults of single orders are those that the whole month finds.
        let wanted = expected.expected.filter { $0.code.hasPrefix("order.") }
        for plant in wanted { #expect(found.findings.contains(where: plant.fits), "\(plant.words)") }
        for finding in found.findings where finding.code.hasPrefix("order.") && finding.class != "tolerated" {
            #expect(
                (expected.expected + expected.allowed).contains { $0.fits(finding) }, "\(finding.code) \(finding.key)")
        }
    }
}
