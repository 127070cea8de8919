import Books
import Testing

@testable import Intake

/// Marks that stand for what is written above them.
@Suite struct DittoMarkTests {
    private let header: [Entry] = ["单据类型", "单据编号", "日期", "仓库", "客户", "商品编码", "单位", "数量", "单价", "备注"]

    private func movements(_ rows: [[Entry]]) -> Month { intake(TestSheet(rows: [header] + rows)) }

    private func first(_ number: Entry = "CK1") -> [Entry] {
        ["销售出库", number, .day(2026, 10, 2), "一号仓", "甲商行", "A-01", "瓶", 5, 9.5, "急"]
    }

    @Test(arguments: ["〃", "″", "\"", " 〃 ", "”", "同上", "同前", "ditto", "Ditto", "-do-"])
    func whatIsAboveIsMeant(mark: String) {
        let same = Entry.text(mark)
        let month = movements([
            first(), [same, same, same, same, same, "A-02", same, 3, 8, nil],
            [same, "CK2", same, same, "乙商行", "A-01", same, 1, 8, nil],
            [same, same, same, same, same, same, same, 2, 7, nil],
        ])
        #expect(month.texts(.movements, .documentNumber) == ["CK1", "CK1", "CK2", "CK2"])
        #expect(month.texts(.movements, .customer) == ["甲商行", "甲商行", "乙商行", "乙商行"])
        #expect(month.texts(.movements, .productCode) == ["A-01", "A-02", "A-01", "A-01"])
        #expect(month.texts(.movements, .unit) == ["瓶", "瓶", "瓶", "瓶"])
        #expect(month.figures(.movements, .date) == Array(repeating: "2026-10-02", count: 4))
        #expect(month.figures(.movements, .quantity) == ["5", "3", "1", "2"])
        #expect(month.troubles == [])
    }

    /// A figure is never repeated, and neither is what somebody noted beside a line.
    @Test func figuresAndRemarksAreNotRepeated() {
        let month = movements([
            first(), ["〃", "〃", "〃", "〃", "〃", "A-02", "〃", "〃", 8, nil],
            ["〃", "〃", "〃", "〃", "〃", "A-03", "〃", 3, "〃", "〃"],
        ])
        #expect(month.figures(.movements, .quantity) == ["5", "3"])
        #expect(month.figures(.movements, .unitPrice) == ["9.50", ""])
        #expect(month.texts(.movements, .remark) == ["急", "〃"])
        #expect(month.troubles == ["row 3 H3", "unitPrice I4"])
    }

    /// With nothing above, at the top or below a blank, it is said.
    @Test func nothingToRepeatIsSaid() {
        let month = movements([
            first("〃"), first("CK2"), ["销售出库", "CK3", .day(2026, 10, 2), "一号仓", nil, "A-01", "瓶", 5, 9, nil],
            ["销售出库", "CK4", "〃", "〃", "〃", "A-01", "瓶", 5, 9, nil],
        ])
        #expect(month.texts(.movements, .documentNumber) == ["CK2", "CK3", "CK4"])
        #expect(month.texts(.movements, .customer) == ["甲商行", "", ""])
        #expect(month.troubles == ["row 2 B2", "customer E5"])
        #expect(month.problems.allSatisfy { $0.advice.chinese.contains("写全") })
    }

    /// Above stands the line that was set aside, not the last one that counts.
    @Test func aLineThatWasSetAsideIsStillTheOneAbove() {
        let month = movements([
            first(), ["销售出库", "CK2", .day(2026, 10, 3), "二号仓", "乙商行", "A-01", "瓶", "多", 9, nil],
            ["〃", "〃", "〃", "〃", "〃", "A-02", "〃", 1, 9, nil], ["小计", nil, nil, nil, nil, nil, nil, 6, nil, nil],
            ["〃", "〃", "〃", "〃", "〃", "A-03", "〃", 2, 9, nil],
        ])
        #expect(month.texts(.movements, .documentNumber) == ["CK1", "CK2", "CK2"])
        #expect(month.texts(.movements, .customer) == ["甲商行", "乙商行", "乙商行"])
        #expect(month.troubles == ["row 3 H3"])
    }

    @Test(arguments: ["上", "同", "12\"", "dittoes", "D", "do", "\"甲\""])
    func otherTextsAreThemselves(text: String) {
        let month = movements([
            first(), ["销售出库", "CK2", .day(2026, 10, 2), "一号仓", .text(text), "A-01", "瓶", 5, 9, nil],
        ])
        #expect(month.texts(.movements, .customer) == ["甲商行", text])
    }
}
