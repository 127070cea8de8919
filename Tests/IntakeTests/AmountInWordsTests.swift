import Books
import Intake
import Testing

/// Where order forms carry their amount in words.
@Suite struct AmountInWordsOnFormsTests {
    private func form(_ foot: [[Entry]]) -> Month {
        intake(
            TestSheet(
                name: "订单",
                rows: [
                    ["订单号：", "SO-1", nil, "客户：", "甲商行"],
                    ["商品编码", "品名", "数量", "单价", "金额"],
                    ["A-01", "茶", 2, 500, 1000],
                    ["A-02", "酒", 1, 20.5, 20.5],
                ] + foot))
    }

    private func words(_ month: Month) -> [String] {
        let all = month.regions.flatMap(\.totals).compactMap(\.words) + month.texts(.orders, .amountInWords)
        return Set(all).filter { !$0.isEmpty }.sorted()
    }

    @Test(
        arguments: [
            [["合计", nil, 3, nil, 1020.5], ["合计金额（大写）：", nil, "人民币壹仟零贰拾元伍角整"]],
            [["合计", nil, 3, nil, 1020.5], ["大写金额：", "人民币壹仟零贰拾元伍角整"]],
            [["合计", nil, 3, nil, 1020.5], ["大写金额：人民币壹仟零贰拾元伍角整"]],
            [["合计", "人民币壹仟零贰拾元伍角整", 3, nil, 1020.5]],
            [["合计（大写）：人民币壹仟零贰拾元伍角整", nil, nil, nil, 1020.5]],
            [["合计", nil, 3, nil, 1020.5], ["合计人民币（大写）：壹仟零贰拾元伍角整（小写：￥1,020.50）"]],
            [["合计", nil, 3, nil, 1020.5], ["人民币壹仟零贰拾元伍角整"]],
            [["Total", nil, 3, nil, 1020.5], ["Amount in words:", "壹仟零贰拾元伍角整"]],
        ] as [[[Entry]]])
    func isFoundWhereFormsCarryIt(foot: [[Entry]]) throws {
        let month = form(foot)
        #expect(month[.orders].count == 2)
        let found = try #require(words(month).first)
        #expect(AmountInWords.read(found) == Amount(units: 102_050), "\(found)")
        #expect(month.sheets.map(\.rows.isComplete) == [true])
    }

    @Test(
        arguments: [
            [["合计", nil, 3, nil, 1020.5], ["运费三十元整由客户承担"]],
            [["合计", nil, 3, nil, 1020.5], ["押金：叁拾元整"]],
            [["合计", nil, 3, nil, 1020.5], ["备注：满五百元送货"]],
        ] as [[[Entry]]])
    func whatSpeaksOfSomethingElseIsLeftAlone(foot: [[Entry]]) {
        #expect(words(form(foot)) == [])
    }

    @Test func whatCannotBeReadIsKeptAsItStands() {
        #expect(words(form([["合计", nil, 3, nil, 1020.5], ["大写金额：", "壹仟X佰元整"]])) == ["壹仟X佰元整"])
        #expect(words(form([["合计", nil, 3, nil, 1020.5], ["大写金额：", "见附件"]])) == ["见附件"])
    }
}
