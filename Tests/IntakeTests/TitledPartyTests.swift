import Books
import Testing

@testable import Intake

/// Sheets of one customer each, who is named in a title or on a tab.
@Suite struct TitledPartyTests {
    private static let customers: TestSheet = TestSheet(
        name: "客户档案",
        rows: [
            ["客户编码", "客户名称", "简称", "结算方式"], ["C101", "昆明王记商贸有限公司", "王记", "月结"],
            ["C102", "昆明李记食品有限公司", "李记", "月结"], ["C103", "昆明李记食品商行", "李记商行", "月结"],
            ["C104", "Yunnan Border Trade and Logistics Company Limited", "YB", "月结"],
        ])
    private static let header: [Entry] = ["单据编号", "日期", "应收金额", "已收金额", "余额"]
    private static let line: [Entry] = ["CK1", .day(2026, 10, 2), 100, 0, 100]

    private func sheet(_ name: String, _ above: [[Entry]]) -> TestSheet {
        TestSheet(name: name, rows: above + [Self.header, Self.line])
    }

    @Test(arguments: [
        ("昆明王记商贸有限公司", ""), ("王记", ""), ("C101", ""), ("王记10月", ""), ("10月 昆明王记商贸", ""), ("应收-王记", ""),
        ("Sheet1", "昆明王记商贸有限公司对账单"),
        ("10月", "客户对账单（昆明王记商贸有限公司）2026年10月"), ("对账", "致：昆明王记商贸有限公司"), ("Statement", "To: 昆明王记商贸有限公司"),
        ("Sheet1", "尊敬的昆明王记商贸有限公司"), ("Sheet1", "客户：昆明王记商贸有限公司  2026年10月对账单"),
        ("Sheet1", "STATEMENT OF ACCOUNT for 昆明王记商贸有限公司 as of 2026-10-31"),
    ])
    func aTitleOrTabNamesTheCustomer(tab: String, title: String) {
        let month = intake(Self.customers, sheet(tab, title.isEmpty ? [] : [[.text(title)]]))
        #expect(month.texts(.receivables, .customer) == ["昆明王记商贸有限公司"], "\(month.troubles)")
        #expect(month.troubles.isEmpty)
    }

    /// What is nobody's name, or several's, is said and not taken.
    @Test(arguments: [
        ("Sheet1", ""), ("10月", ""), ("昆明", ""), ("昆明李记食品", ""), ("昆明王", ""), ("7", ""), ("王记", "昆明李记食品有限公司对账单"),
        ("10月", "昆明李记食品商行与昆明王记商贸有限公司对账单"), ("对账", "张记对账单"), ("昆明王记商贸有限公司大理分公司", ""),
    ])
    func otherwiseItIsAsked(tab: String, title: String) {
        let month = intake(Self.customers, sheet(tab, title.isEmpty ? [] : [[.text(title)]]))
        #expect(month[.receivables].count == 0 && month.troubles == ["unrecognised"])
        #expect(month.problems.first?.expected.chinese == "是哪个客户的应收")
    }

    /// 31 characters are as many as a tab can hold.
    @Test func aTabThatIsCutShort() {
        let month = intake(Self.customers, sheet("Yunnan Border Trade and Logisti", []))
        #expect(month.texts(.receivables, .customer) == ["Yunnan Border Trade and Logistics Company Limited"])
        #expect(intake(Self.customers, sheet("Yunnan Border Trade and", []))[.receivables].count == 0)
    }

    /// Its cell is the title's.
    @Test func whoIsNamedLeadsBackToTheTitle() {
        let month = intake(Self.customers, sheet("10月", [["昆明王记商贸有限公司对账单"]]))
        let place = month.regions.first { $0.book == .receivables }?.places[.customer]
        #expect(place == Place(column: 0, row: 1))
    }

    /// Without a customer file, the other books say who is a customer.
    @Test func otherBooksKnowCustomersToo() {
        let receipts = TestSheet(
            name: "回款", rows: [["收款单号", "收款日期", "客户", "收款金额"], ["SK1", .day(2026, 10, 3), "王记", 100]])
        #expect(intake(receipts, sheet("王记", [])).texts(.receivables, .customer) == ["王记"])
        #expect(intake(receipts, sheet("老王", []))[.receivables].count == 0)
    }

    /// Of several sheets alike, each names a company of its own, and none names the one that all bear.
    @Test func companiesWithASheetEach() {
        let all = ["甲商行", "乙商行"].map { sheet($0, [["滇云商贸有限公司"]]) }
        let month = intake(all[0], all[1])
        #expect(month.texts(.receivables, .customer) == ["甲商行", "乙商行"])
        #expect(intake(all[0])[.receivables].count == 0)
        let same = ["1", "2"].map { sheet($0, [["滇云商贸有限公司对账单"]]) }
        #expect(intake(same[0], same[1])[.receivables].count == 0)
    }

    /// One statement below another, with or without a gap; one for nobody known is not added to the one above it.
    @Test(arguments: ["王记对账单|李记商行对账单", "致：王记|致：李记商行", "王记|张记"])
    func statementsBelowOneAnother(titles: String) {
        let titles = titles.split(separator: "|").map { Entry.text(String($0)) }
        let second: [Entry] = ["CK2", .day(2026, 10, 3), 200, 0, 200]
        for gap in [[], [["", ""]]] as [[[Entry]]] {
            let rows = [[titles[0]], Self.header, Self.line] + gap + [[titles[1]], Self.header, second]
            let month = intake(Self.customers, TestSheet(name: "10月", rows: rows))
            if case .text("张记") = titles[1] {
                #expect(month.texts(.receivables, .customer) == ["昆明王记商贸有限公司"])
                #expect(month.troubles == ["unrecognised"])
            } else {
                #expect(month.texts(.receivables, .customer) == ["昆明王记商贸有限公司", "昆明李记食品商行"])
                #expect(month.figures(.receivables, .amount) == ["100.00", "200.00"] && month.troubles.isEmpty)
            }
        }
    }

    /// A price list of one customer's is no list for all.
    @Test func booksThatCanDoWithoutACustomer() {
        func prices(_ tab: String) -> Month {
            intake(
                Self.customers,
                TestSheet(name: tab, rows: [["商品编码", "品名", "单价", "生效日期"], ["A-1", "米酒", 9.5, .day(2026, 1, 1)]]))
        }
        #expect(prices("王记").texts(.prices, .customer) == ["昆明王记商贸有限公司"])
        #expect(prices("价格表").texts(.prices, .customer) == [""] && prices("价格表").troubles.isEmpty)
        let documents = TestSheet(
            name: "王记",
            rows: [["单据类型", "单据编号", "日期", "仓库", "品名", "数量"], ["销售出库", "CK1", .day(2026, 10, 2), "一号仓", "米酒", 1]])
        #expect(intake(Self.customers, documents).texts(.movements, .customer) == ["昆明王记商贸有限公司"])
    }

    /// A column goes before what the tab says.
    @Test func aColumnOfCustomersIsEnough() {
        let month = intake(
            Self.customers, TestSheet(name: "王记", rows: [["客户"] + Self.header, ["李记商行"] + Self.line]))
        #expect(month.texts(.receivables, .customer) == ["李记商行"])
    }

    @Test(arguments: [
        ("甲商行 2026年10月对账单", "甲商行"), ("甲商行 对账单", "甲商行"), ("Kunming Logistics", "Kunming Logistics"),
        ("甲 2号店", "甲 2号店"), ("甲商行 往来 对账单 (10月)", "甲商行"),
    ])
    func aLabelledNameWithoutTheStatement(written: String, name: String) {
        #expect(TitledParty.withoutStatement(written) == name)
    }
}
