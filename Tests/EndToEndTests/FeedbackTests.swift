import Foundation
import Testing
import WorkbookReader

/// What goes back to the senders of a month.
@Suite struct FeedbackTests {
    let scratch: ScratchFolder
    init() throws { scratch = try ScratchFolder() }

    private func reconcile(_ folder: String, out: String = "out") throws -> Program.Outcome {
        let outcome = try Program.run(["reconcile", folder, "--period", "2026-10", "--out", scratch(out)])
        #expect(!outcome.crashed, "\(outcome.said)")
        return outcome
    }

    private func names(_ out: String = "out") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: scratch(out + "/feedback"))) ?? []).sorted()
    }

    /// A month with one order, whose amount is wrong, in a file of some kind.
    private func month(_ name: String, _ text: String, amount: String = "99") throws -> String {
        let folder = scratch("month")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let bytes = text.replacingOccurrences(of: "AMOUNT", with: amount)
        try Data(bytes.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
        return folder
    }

    private static let orders = """
        订单号,订单日期,客户,商品编码,品名,单位,数量,单价,金额
        SO-001,2026-10-05,昆明食品商行,A-01,小曲清香酒,瓶,12,8,AMOUNT
        SO-002,2026-10-06,昆明食品商行,A-02,高原青梅酒,瓶,10,3,30

        """

    private func cells(_ sheet: Sheet, _ workbook: Workbook) -> [String] {
        var lines: [String] = []
        sheet.forEachRow { row, segment, range in
            for cell in range {
                let value = segment[cell: cell]
                lines.append("\(row) \(segment.columns[cell]) \(value.kind) \(workbook.text(of: value))")
            }
        }
        return lines
    }

    @Test func everyFileWithAFindingComesBackAsItWas() throws {
        let outcome = try reconcile(Repository["workbooks/sample-month"].path)
        #expect(outcome.output.contains("/feedback/"))
        var compared = 0
        for path in Repository.files(under: ["workbooks/sample-month"], endingIn: [".xlsx"]) {
            let name = URL(fileURLWithPath: path).lastPathComponent
            guard names().contains(name) else { continue }
            let before = try WorkbookReader().read(path: Repository[path].path)
            let after = try WorkbookReader().read(path: scratch("out/feedback/" + name))
            #expect(after.sheets.first?.name == "tieout 核对意见")
            #expect(after.sheets.dropFirst().map(\.name) == before.sheets.map(\.name))
            for (own, other) in zip(before.sheets, after.sheets.dropFirst()) {
                #expect(cells(own, before) == cells(other, after), "\(name) \(own.name)")
            }
            compared += 1
        }
        #expect(compared >= 14)
        // Orders were held against the company's own files; in those nothing is wrong.
        for name in ["价格表.xlsx", "客户资料.xlsx", "商品资料.xlsx"] { #expect(!names().contains(name)) }
        // An .xls under another name cannot be read at all, but its sender is told.
        #expect(names().contains("九月补单 (清单).xlsx"))
        #expect(outcome.errors.contains("九月补单 (清单).xlsx"))
    }

    @Test func theSameMonthGivesTheSameFeedback() throws {
        for out in ["first", "second"] { _ = try reconcile(Repository["workbooks/sample-month"].path, out: out) }
        #expect(names("first") == names("second") && !names("first").isEmpty)
        for name in names("first") {
            let bytes = try ["first", "second"].map {
                try Data(contentsOf: URL(fileURLWithPath: scratch("\($0)/feedback/\(name)")))
            }
            #expect(bytes[0] == bytes[1], "\(name) differs between two runs")
        }
    }

    @Test func aTextComesBackAsAWorkbook() throws {
        _ = try reconcile(try month("十月订单.csv", Self.orders))
        #expect(names() == ["十月订单.xlsx"])
        let workbook = try WorkbookReader().read(path: scratch("out/feedback/十月订单.xlsx"))
        let sheet = try #require(workbook.sheets.last)
        #expect(cells(sheet, workbook).contains("2 8 number 99"))
        #expect(cells(sheet, workbook).contains("2 1 text 2026-10-05"))
    }

    @Test func whatAPersonWroteIsKept() throws {
        let folder = try month("orders.csv", Self.orders)
        _ = try reconcile(folder)
        let first = URL(fileURLWithPath: scratch("out/feedback/orders.xlsx"))
        let written = try Data(contentsOf: first) + Data([0])
        try written.write(to: first)
        // Another fault, so that there is something new to say.
        _ = try reconcile(try month("orders.csv", Self.orders, amount: "95"))
        #expect(names() == ["orders (2).xlsx", "orders.xlsx"])
        #expect(try Data(contentsOf: first) == written)
        // Nobody wrote in the second, so it gives way.
        _ = try reconcile(try month("orders.csv", Self.orders, amount: "94"))
        #expect(names() == ["orders (2).xlsx", "orders.xlsx"])
        // Once the file is right only what the person wrote stays.
        _ = try reconcile(try month("orders.csv", Self.orders, amount: "96"))
        #expect(names() == ["orders.xlsx"])
        #expect(try Data(contentsOf: first) == written)
    }

    @Test func feedbackGoesWhenTheFileIsRight() throws {
        _ = try reconcile(try month("orders.csv", Self.orders))
        #expect(names() == ["orders.xlsx"])
        _ = try reconcile(try month("orders.csv", Self.orders, amount: "96"))
        #expect(names() == [])
    }

    /// A sender corrects the workbook that came back and sends that: its list is no book and nothing to be asked about.
    @Test func feedbackThatIsSentBackIsRead() throws {
        let folder = try month("orders.csv", Self.orders)
        _ = try reconcile(folder)
        try FileManager.default.removeItem(atPath: folder + "/orders.csv")
        try FileManager.default.copyItem(atPath: scratch("out/feedback/orders.xlsx"), toPath: folder + "/orders.xlsx")
        _ = try reconcile(folder, out: "again")
        let found = try decoded(Findings.self, at: scratch("again/findings.json"))
        #expect(found.findings.map(\.code) == ["order.amount-miscalculated"])
    }
}
