import Books
import Testing

@Suite struct AmountInWordsTests {
    /// Worked by hand after the annex of 支付结算办法; the first four are its own examples.
    @Test(
        arguments: [
            (140_950, "壹仟肆佰零玖元伍角整"), (600_714, "陆仟零柒元壹角肆分"), (168_032, "壹仟陆佰捌拾元叁角贰分"),
            (1_640_902, "壹万陆仟肆佰零玖元零贰分"), (10_700_053, "壹拾万柒仟元伍角叁分"), (32_504, "叁佰贰拾伍元零肆分"),
            (0, "零元整"), (5, "伍分"), (50, "伍角整"), (55, "伍角伍分"), (100, "壹元整"), (1_000, "壹拾元整"), (1_005, "壹拾元零伍分"),
            (1_500, "壹拾伍元整"), (10_500, "壹佰零伍元整"), (100_500, "壹仟零伍元整"), (105_000, "壹仟零伍拾元整"),
            (1_000_000, "壹万元整"), (1_000_100, "壹万零壹元整"), (1_050_000, "壹万零伍佰元整"), (10_005_000, "壹拾万零伍拾元整"),
            (10_050_000, "壹拾万零伍佰元整"), (100_000_000, "壹佰万元整"), (1_000_000_000, "壹仟万元整"), (10_000_000_000, "壹亿元整"),
            (10_000_000_100, "壹亿零壹元整"), (10_001_000_000, "壹亿零壹万元整"), (10_000_500_000, "壹亿零伍仟元整"),
            (11_000_000_000, "壹亿壹仟万元整"),
            (100_000_000_000_000, "壹万亿元整"), (-105, "负壹元零伍分"),
        ] as [(Int64, String)])
    func isWrittenAsTheRuleAsks(fen: Int64, words: String) {
        #expect(AmountInWords.compose(Amount(units: fen)) == words)
        #expect(AmountInWords.read(words) == Amount(units: fen))
    }

    @Test(
        arguments: [
            ("人民币壹仟零贰拾元伍角整", 102_050), ("人民幣壹仟零貳拾圓伍角正", 102_050), ("RMB 壹仟零贰拾圆伍角", 102_050),
            ("大写：壹仟贰佰元整（小写：￥1,200.00）", 120_000), ("一千二百元", 120_000), ("两万三千零五十块五毛", 2_305_050),
            ("廿五元整", 2_500), ("卅元正", 3_000), ("拾元整", 1_000), ("拾万元整", 10_000_000), ("壹拾万零柒仟元伍角叁分", 10_700_053),
            ("壹仟陆佰捌拾元零叁角贰分", 168_032), ("壹仟零佰零拾零元零角零分", 100_000), ("零元零角伍分", 5), ("二〇元", nil),
            ("叁仟〇伍元整", 300_500), ("壹仟伍拾元整", 105_000), ("壹佰整", 10_000), ("贰仟", 200_000), ("壹 仟 元 整", 100_000),
            ("参佰陸拾捌圓整", 36_800), ("叁億零壹佰萬元整", 30_100_000_000), ("壹仟元零角零分", 100_000), ("壹元零分", 100),
            // The figure before the words, and places of a printed line that are crossed out.
            ("￥379.00（大写：叁佰柒拾玖元整）", 37_900), ("¥1,020.50 壹仟零贰拾元伍角整", 102_050), ("⊗万⊗仟叁佰柒拾玖元零角零分", 37_900),
            ("× 万 × 仟 叁 佰 柒 拾 玖 元 ⊗ 角 ⊗ 分", 37_900), ("⊗叁佰元整", 30_000), ("零万零仟叁佰柒拾玖元伍角零分", 37_950),
            ("⊗佰⊗拾⊗万⊗仟⊗佰⊗拾伍元叁角贰分", 532), ("***叁佰元整***", 30_000),
        ] as [(String, Int64?)])
    func isReadAsPeopleWriteIt(words: String, fen: Int64?) {
        #expect(AmountInWords.read(words) == fen.map(Amount.init(units:)))
    }

    /// Nothing, nonsense, and what could be two amounts.
    @Test(arguments: [
        "", "元", "整", "壹佰伍元", "叁万伍元", "壹贰叁元", "佰元整", "壹拾佰元", "壹佰贰仟元", "壹万贰万元", "1仟2佰元", "壹仟X佰元整", "壹仟元整元",
        "伍分叁角", "壹元伍", "壹仟元伍厘", "面议", "零", "壹元分", "壹亿亿亿亿亿元", "玖仟万亿亿元整元",
    ])
    func whatCannotBeReadIsNotGuessed(words: String) {
        #expect(AmountInWords.read(words) == nil)
    }

    @Test func whatIsComposedIsReadBack() {
        var state: UInt64 = 7
        func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 11
        }
        for _ in 0..<20_000 {
            // All sizes alike, and every other number with a run of noughts somewhere inside.
            var fen = Int64(next() >> (next() % 52))
            if next() % 2 == 0 {
                let unit = (0..<Int(next() % 12)).reduce(Int64(1)) { power, _ in power * 10 }
                fen = fen / unit * unit + Int64(next() % 3)
            }
            let amount = Amount(units: fen)
            #expect(AmountInWords.read(AmountInWords.compose(amount)) == amount)
        }
        for border in [9_999, 10_000, 10_001, 99_999_999, 100_000_000, 100_000_001, 999_999_999_999] as [Int64] {
            for cents in [0, 1, 10, 11] as [Int64] {
                let amount = Amount(units: border * 100 + cents)
                #expect(AmountInWords.read(AmountInWords.compose(amount)) == amount)
            }
        }
        for amount in [Amount(units: .max), Amount(units: .min + 1)] {
            #expect(AmountInWords.read(AmountInWords.compose(amount)) == amount)
        }
        #expect(AmountInWords.compose(Amount(units: .min)).hasPrefix("负"))
    }

    @Test(
        arguments: [
            ("万仟佰拾元角分", true), ("　　万　　仟　　佰　　拾　　元　　角　　分", true), ("人民币（大写）：佰 拾 万 仟 佰 拾 元 角 分", true),
            ("⊗万⊗仟⊗佰⊗拾⊗元⊗角⊗分", true), ("万仟叁佰元整", false), ("元", false), ("拾元整", false), ("", false), ("面议", false),
        ])
    func aPrintedLineThatNobodyFilledIn(words: String, isUnfilled: Bool) {
        #expect(AmountInWords.isUnfilled(words) == isUnfilled)
    }

    @Test func aNumeralAndAUnitOfMoneyMeanOne() {
        #expect(AmountInWords.isMeant("壹仟X佰元整"))
        #expect(AmountInWords.isMeant("人民币叁佰元"))
        #expect(!AmountInWords.isMeant("面议"))
        #expect(!AmountInWords.isMeant("10月报价"))
    }
}
