import Books
import Intake
import Testing

/// Rows of order forms that are no lines, and lines that lack what makes them one.
@Suite struct OrderFootTests {
    private func form(_ rows: [[Entry]]) -> Month {
        intake(
            TestSheet(
                name: "订单",
                rows: [
                    ["订单号：", "SO-1", nil, "客户：", "甲商行"], ["商品编码", "品名", "数量", "单价", "金额", "备注"],
                    ["A-01", "茶", 2, 500, 1000],
                ] + rows))
    }

    private func totals(_ month: Month) -> [String] {
        month.regions.flatMap(\.totals).filter { $0.field == .amount }.map {
            "\($0.stated) \($0.summed ?? -1) \($0.besides)"
        }
    }

    /// 1000.00 of goods and 30.00 of freight are 1030.00; 20.00 off are 980.00, with its sign or without.
    @Test(
        arguments: [
            ([["运费", nil, nil, nil, 30], ["合计", nil, nil, nil, 1030]], "103000 103000 3000"),
            ([["装卸费", nil, nil, nil, 30], ["合计", nil, nil, nil, 1040]], "104000 103000 3000"),
            ([["整单优惠", nil, nil, nil, -20], ["合计", nil, nil, nil, 980]], "98000 98000 -2000"),
            ([["优惠金额", nil, nil, nil, 20], ["合计", nil, nil, nil, 980]], "98000 98000 -2000"),
            // The freight may be named and paid apart.
            ([["运费", nil, nil, nil, 30], ["合计", nil, nil, nil, 1000]], "100000 100000 0"),
            ([["合计", nil, nil, nil, 1000]], "100000 100000 0"),
        ] as [([[Entry]], String)])
    func whatIsChargedBesidesTheLines(rows: [[Entry]], total: String) {
        let month = form(rows)
        #expect(month[.orders].count == 1)
        #expect(totals(month) == [total])
        #expect(month.problems.isEmpty && month.sheets.map(\.rows.isComplete) == [true])
    }

    /// Below the total an amount beside a word is a deposit or what is left to pay; a line with a quantity is still a line.
    @Test func whatStandsBelowTheTotal() {
        let month = form([
            ["合计", nil, nil, nil, 1000], ["已付订金", nil, nil, nil, 300], ["应付余额", nil, nil, nil, 700],
            ["A-02", "酒", 1, 20, 20],
        ])
        #expect(month.texts(.orders, .productCode) == ["A-01", "A-02"])
        // Above it such a row may be a line that lacks its quantity, and is kept to be asked about.
        #expect(form([["茶具", nil, nil, nil, 300], ["合计", nil, nil, nil, 1300]])[.orders].count == 2)
    }

    /// A quantity at a price of nobody knows what: set aside with the cell to fill in, and the total proves nothing.
    @Test func aLineWithoutAProductIsSetAside() {
        for line in [[nil, nil, 3, 20, 60, "急"], [nil, nil, 3, 20, 60]] as [[Entry]] {
            let month = form([line, ["合计", nil, nil, nil, 1060]])
            #expect(month[.orders].count == 1)
            #expect(month.troubles == ["row 4 A4"])
            #expect(totals(month) == [])
        }
        // Sums without a word are none.
        let sums = form([["A-02", "酒", 3, 500, 1500], [nil, nil, 5, nil, 2500]])
        #expect(sums.troubles == [] && sums[.orders].count == 2)
    }

    /// Lines of a printed form that nobody filled in.
    @Test func unfilledWordsAreNone() {
        for words in ["合计人民币（大写）：　　万　　仟　　佰　　拾　　元　　角　　分", "大写：佰拾万仟佰拾元角分"] {
            let month = form([["合计", nil, nil, nil, 1000], [.text(words)]])
            #expect(month.regions.flatMap(\.totals).compactMap(\.words) == [])
        }
        #expect(form([["合计", nil, nil, nil, 1000], ["大写金额", "—"]])[.orders].count == 1)
    }

    /// 3 cases of twelve boxes and 5 are 41, though each box holds ten pieces of 50 g.
    @Test func thePackIsTheProductFilesBeforeTheSpecifications() {
        let order = TestSheet(
            name: "订单",
            rows: [
                ["订单号", "客户", "商品编码", "规格", "单位", "数量"], ["S1", "甲", "A", "50g*10", "盒", "3箱+5盒"],
                ["S2", "甲", "A", "50g*10", "盒", "2箱"], ["S3", "甲", "B", "50g*10", "盒", "2箱"],
            ])
        let products = TestSheet(
            name: "商品档案",
            rows: [
                ["商品编码", "品名", "规格", "单位", "箱单位", "箱规"], ["A", "饼", "50g*10", "盒", "箱", 12],
                ["C", "糕", "", "盒", "箱", 6],
            ])
        #expect(intake(order, products).figures(.orders, .quantity) == ["41", "24", "20"])
        #expect(intake(order).figures(.orders, .quantity) == ["35", "20", "20"])
    }
}
