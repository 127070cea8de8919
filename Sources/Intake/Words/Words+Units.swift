/// Words for what figures are counted in, as headers and the lines above tables say them: 数量(箱), 单位：万元.
extension Words {
    /// Units of goods: of pieces, packs and measures. A company's own pack is a unit wherever a file of products says so;
    /// in a header it is one only if it stands here, since other words stand in brackets too.
    static let goodsUnits = [
        "瓶", "支", "罐", "听", "盒", "袋", "包", "桶", "个", "只", "条", "块", "片", "本", "套", "台", "双", "把", "张", "根", "枚", "坛",
        "件", "箱", "提", "板", "打", "组", "筐", "扎", "排", "托", "斤", "公斤", "千克", "克", "吨", "升", "毫升", "米",
        "pcs", "pc", "piece", "pieces", "bottle", "bottles", "btl", "btls", "can", "cans", "box", "boxes", "bag",
        "bags",
        "case", "cases", "carton", "cartons", "ctn", "ctns", "dozen", "dozens", "doz", "kg", "g", "ton", "tons",
        "litre",
        "litres", "liter", "liters", "ea",
    ]
    /// Units whose number a header may be: 箱数, 出库箱数. 件数 may be of pieces as well as of packs, and says nothing.
    static let countingUnits = ["箱", "瓶", "支", "罐", "听", "盒", "袋", "桶"]
    /// Words for whole packs, as the ends of headers, and for what is left beside them.
    static let packCounts: [(word: String, unit: String)] = [
        ("整箱数", "箱"), ("整箱", "箱"), ("箱数", "箱"), ("整件数", "件"), ("整件", "件"), ("件数", "件"),
    ]
    static let looseCounts = ["零散数", "散瓶数", "散件数", "散支数", "散数", "零数", "散瓶", "散件", "散支", "零散", "零头", "尾数", "散"]
    /// Powers of ten, alone or before a unit: 万元, 千个, '000.
    static let powers: [(word: String, exponent: Int)] = [
        ("百", 2), ("千", 3), ("万", 4), ("十万", 5), ("百万", 6), ("千万", 7), ("亿", 8), ("k", 3), ("000", 3), ("000s", 3),
        ("thousand", 3), ("thousands", 3), ("10k", 4), ("wan", 4), ("million", 6), ("millions", 6), ("mn", 6),
    ]
    /// Powers of ten in digits, which count only behind the money: RMB 10,000.
    static let powersInDigits: [(word: String, exponent: Int)] = [
        ("100", 2), ("1000", 3), ("10000", 4), ("1000000", 6),
    ]
    /// The books' own money.
    static let money = ["人民币", "元", "圆", "rmb", "cny", "yuan", "本币", "本位币"]
    /// Parts of the money.
    static let smallMoney: [(word: String, exponent: Int)] = [("角", -1), ("分", -2), ("fen", -2)]
    /// Money of other countries by its name, and by codes that may be the books' own as well.
    static let foreignMoney = ["美元", "美金", "港币", "港元", "欧元", "日元", "英镑", "澳元", "加元", "韩元", "泰铢", "越南盾", "新台币"]
    static let foreignCodes = ["usd", "us$", "hkd", "hk$", "eur", "jpy", "gbp"]
    /// Labels of a line above a table that says what its figures are counted in.
    static let unitLabels = [
        "单位", "金额单位", "货币单位", "计量单位", "数量单位", "币种单位", "计价单位", "Unit", "Units", "Currency unit", "Amounts in",
        "Amount in", "Figures in", "In",
    ]
}
