import Books
import Foundation
import Reconciler
import Testing
import WorkbookWriter

@testable import Reports

@Suite struct OrdersWorkbookTests {
    private func written(_ language: Language, since: [String: Period] = [:]) throws -> (WrittenCells, Scratch) {
        let scratch = try Scratch()
        let (month, result) = OrderMonth.make()
        let edition = Edition(month: month, reconciliation: result, language: language, booksPath: "../")
        try OrdersWorkbook(edition: edition, since: since).write(to: scratch.file("o.xlsx"))
        return (try WrittenCells(scratch.file("o.xlsx")), scratch)
    }

    @Test func sheetsStandInOrder() throws {
        #expect(try written(.chinese).0.names == ["汇总", "发货清单", "不合规则的订单", "待录入订单", "疑问单据台账"])
        #expect(
            try written(.english).0.names == [
                "Summary", "May ship", "Irregular orders", "To key in", "Doubtful documents",
            ])
    }

    /// May ship: 20.00 + the open 10.00 of SO-6; awaiting payment 5.00, information 31.00, approval 4.00.
    @Test func theSummaryCountsAndAddsByState() throws {
        let (cells, scratch) = try written(.chinese)
        #expect(cells.row("汇总", 6, columns: 4) == ["可发货", "2", "30", "0"])
        #expect(cells.row("汇总", 7, columns: 4) == ["待款", "1", "5", "5"])
        #expect(cells.row("汇总", 8, columns: 4) == ["待补", "1", "31", "0"])
        #expect(cells.row("汇总", 9, columns: 4) == ["待批", "1", "4", "0"])
        #expect(cells.row("汇总", 10, columns: 4) == ["待处理合计", "5", "70", "5"])
        #expect(cells.row("汇总", 12, columns: 2) == ["已取消 · 不在清单上", "1"])
        _ = scratch
    }

    /// The star of 李* is no wildcard: 李三's order is not counted with theirs.
    @Test func salespeopleStandByTheirIrregularOrders() throws {
        let (cells, scratch) = try written(.chinese)
        let row = try #require(cells.row("汇总", startingWith: "业务员"))
        #expect(cells.row("汇总", row + 1, columns: 6) == ["张三", "2", "1", "0.5", "1", "31"])
        #expect(cells.row("汇总", row + 2, columns: 6) == ["李*", "2", "1", "0.5", "1", "4"])
        let total = try #require(cells.row("汇总", startingWith: "合计"))
        #expect(cells.row("汇总", total, columns: 6) == ["合计", "6", "2", "0.3333", "2", "35"])
        _ = scratch
    }

    @Test func theDispatchListSaysWhatReleasesEachOrder() throws {
        let (cells, scratch) = try written(.chinese)
        func row(_ number: Int) -> [String] { cells.row("发货清单", number, columns: 15) }
        #expect(
            row(10) == [
                "1", "可发货", "SO-1", "甲*公司", "", "张三", "2026-10-02", "", "月结", "20", "20", "", "资料、审批、收款都齐", "按单发货",
                "east.xlsx 表!A2",
            ])
        #expect(
            row(11).dropFirst().prefix(13) == [
                "可发货", "SO-6", "乙公司", "", "李三", "2026-10-03", "", "月结", "20", "10", "", "资料、审批、收款都齐", "已发部分，补发其余",
            ])
        #expect(row(12)[9...13] == ["5", "5", "5", "现款订单，没有回款表可查", "收到现款 5.00"])
        #expect(row(13)[1...2] == ["待补", "SO-2"])
        #expect(row(13)[13] == "业务员更正 A 金额：应为 30.00")
        #expect(row(14)[1...2] == ["待批", "SO-4"])
        #expect(row(14)[13] == "经理批准 B 单价 4.00，或改为 5.00")
        #expect(cells["发货清单", "A15"] == nil)
        #expect(cells.row("发货清单", 5, columns: 7).dropFirst() == ["订单数", "2", "1", "1", "1", "5"])
        #expect(cells.row("发货清单", 6, columns: 7).dropFirst() == ["待发金额", "30", "5", "31", "4", "70"])
        _ = scratch
    }

    @Test func theDailyListIsByDayAndSalespersonAndCounts() throws {
        let (cells, scratch) = try written(.english)
        #expect(
            cells.row("Irregular orders", 5, columns: 10) == [
                "1", "2026-10-02", "张三", "SO-2", "乙公司", "", "31", "Awaiting information", "Difference",
                "Line amount miscalculated",
            ])
        #expect(cells.row("Irregular orders", 5, columns: 13).suffix(2) == ["1", "1"])
        #expect(cells["Irregular orders", "N5"] == "east.xlsx 表!H3")
        #expect(cells.row("Irregular orders", 6, columns: 4) == ["2", "2026-10-03", "李*", "SO-4"])
        #expect(cells["Irregular orders", "D7"] == nil)
        _ = scratch
    }

    /// Of SO-6 something has left, so it is in the book system already.
    @Test func onlyUntouchedOrdersThatMayShipAreKeyedIn() throws {
        let (cells, scratch) = try written(.chinese)
        #expect(
            cells.row("待录入订单", 5, columns: 17) == [
                "1", "SO-1", "2026-10-02", "", "甲*公司", "A", "", "", "", "2", "10", "", "20", "月结", "", "", "张三",
            ])
        #expect(cells.row("待录入订单", 6, columns: 13) == ["合计"] + Array(repeating: "", count: 11) + ["20"])
        _ = scratch
    }

    @Test func doubtfulDocumentsSayWhatTheyAreAndSinceWhen() throws {
        let (_, result) = OrderMonth.make()
        let place = try #require(result.orderDesk.doubtful.first)
        let (cells, scratch) = try written(.chinese, since: [result.findings[place].id: Period(year: 2026, month: 8)])
        #expect(
            cells.row("疑问单据台账", 5, columns: 7) == [
                "1", "CK-9", "销售出库", "2026-10-05", "主仓", "",
                RuleBook.rule("dispatch.without-order")?.title.chinese ?? "",
            ])
        #expect(cells.row("疑问单据台账", 5, columns: 12).suffix(4) == ["70", "业务", "2026-08", "未处理"])
        #expect(cells.row("疑问单据台账", 6, columns: 9) == ["合计", "1", "", "", "", "", "", "", "70"])
        _ = scratch
    }

    @Test func aLongListShowsWhatIsHeldAndSumsTheRest() throws {
        let scratch = try Scratch()
        let (month, result) = OrderMonth.make()
        let edition = Edition(month: month, reconciliation: result, language: .chinese, booksPath: "../")
        let properties = DocumentProperties(title: "t", createdDay: 1)
        try WorkbookWriter.write(to: scratch.file("t.xlsx"), properties: properties) { book in
            let sheet = MayShipSheet(
                edition: edition, book: book, sheet: try book.addSheet("T"), listLimit: 4)
            #expect(sheet.listed.count == 4)
            sheet.write()
        }
        let cells = try WrittenCells(scratch.file("t.xlsx"))
        #expect(cells.row("T", 5, columns: 7).dropFirst() == ["订单数", "2", "1", "1", "1", "5"])
        #expect(cells.row("T", 6, columns: 7).dropFirst() == ["待发金额", "30", "5", "31", "4", "70"])
        #expect(cells["T", "C8"] == "另有 1 张可发货，只计合计，未逐单列出")
        #expect(cells["T", "C10"] == "SO-1" && cells["T", "C14"] == nil)
    }

    @Test func theOrdersAreInTheJSONWithWhatReleasesThem() throws {
        let (month, result) = OrderMonth.make()
        let data = FindingsJSON.data(month: month, reconciliation: result, language: .english)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(data)) as? [String: Any])
        let orders = try #require(json["orders"] as? [String: Any])
        #expect(
            orders["counts"] as? [String: Int] == [
                "mayShip": 2, "awaitingPayment": 1, "awaitingInformation": 1, "awaitingApproval": 1, "shipped": 0,
                "cancelled": 1,
            ])
        let list = try #require(orders["list"] as? [[String: Any]])
        #expect(list.map { $0["number"] as? String } == ["SO-1", "SO-2", "SO-3", "SO-4", "SO-5", "SO-6"])
        #expect(list[2]["state"] as? String == "awaitingPayment")
        #expect(list[2]["toPay"] as? String == "5.00")
        #expect(list[2]["releases"] as? [String] == ["Collect 5.00"])
        let reasons = try #require(list[3]["reasons"] as? [[String: String]])
        #expect(reasons.map { $0["code"] } == ["order.price-off-policy"])
        #expect(list[5]["openAmount"] as? String == "10.00")
    }

    @Test(arguments: Language.allCases) func theSameOrdersGiveTheSameBytes(language: Language) throws {
        let scratch = try Scratch()
        for folder in ["one", "two"] {
            let (month, result) = OrderMonth.make()
            let path = try Reports.writeOrders(
                month: month, reconciliation: result, into: scratch.file(folder), booksFolder: scratch.path,
                language: language)
            #expect(path == scratch.file("\(folder)/orders-2026-10.xlsx"))
        }
        #expect(try scratch.bytes("one/orders-2026-10.xlsx") == scratch.bytes("two/orders-2026-10.xlsx"))
    }
}
