/// Words that head rows which are no lines: totals, and examples of how to fill in a form.
extension Words {
    /// What forms are called that are kept to be filled in.
    static let formNames = ["模板", "模版", "样表", "空表", "template", "blank form"]
    /// Labels of a row that shows how a form is to be filled in.
    static let exampleLabels = Set(
        ["例", "例如", "示例", "样例", "范例", "填写示例", "Example", "e.g.", "Sample"].map(WrittenText.key))
    /// Whole words for the sum of everything above.
    static let totals = [
        "合计", "总计", "共计", "总合计", "合计金额", "合计数", "合计人民币", "人民币合计", "金额合计", "累计", "本年累计", "本期合计", "全部合计", "合计数量",
        "Total", "Totals", "Grand Total", "Sum", "Sum Total", "Overall Total", "Total amount", "Totals:", "Order total",
        "Total due",
        "Total RMB", "Total CNY", "Amount total", "合计大写", "总金额", "总额",
    ]
    /// Whole words for the sum of a part.
    static let subtotals = [
        "小计", "本页合计", "本页小计", "分页小计", "本月合计", "本日合计", "本日小计", "页小计", "分组小计", "转下页", "过次页", "承前页", "本周小计",
        "承上页", "接上页", "接前页", "转次页", "转入下页", "结转下页", "上页累计", "上页结转", "上页小计", "上页合计", "承上页合计", "过次页合计", "前页累计",
        "本页累计",
        "Subtotal", "Sub-total", "Sub total", "Page total", "Carried forward", "Brought forward", "Group total",
        "Section total",
        "Total this page", "Running total",
    ]
    /// What stands in each cell of a row that only says which page it is: 第2页 | 共9页.
    static func isPage(_ text: String) -> Bool {
        let words = WrittenText.key(text).filter { !$0.isNumber }
        return ["第页", "共页", "第页共页", "页", "页码", "page", "pageof", "of", "p"].contains(words)
            && text.contains { $0.isNumber || $0 == "页" }
    }
    /// What a ledger calls the balance that it begins with.
    static let openingBalances = Set(
        [
            "期初余额", "上月结转", "上年结转", "期初结转", "上期结转", "月初余额", "年初余额", "期初", "Opening balance", "Balance b/f",
            "Balance brought forward", "Brought forward", "Opening",
        ].map(WrittenText.key))
    /// Words that end a text which heads a sum of a part: 一号仓小计, Main total.
    static let totalEndings = ["小计", "合计", " total", " subtotal", "total:", "总计"]
    /// Words for what a form adds to its lines in a row of its own.
    static let charges = [
        "运费", "运杂费", "装卸费", "搬运费", "快递费", "物流费", "配送费", "送货费", "安装费", "包装费", "手续费", "服务费", "税额", "税金", "增值税",
        "freight", "shipping", "delivery charge",
        "delivery fee", "handling", "packing", "surcharge", "vat", "sales tax",
    ]
    /// Words for what it takes off.
    static let deductions = [
        "优惠", "折扣", "折让", "抹零", "减免", "让利", "返利", "代金券", "discount", "rebate", "allowance", "voucher", "less:",
    ]
    /// Digits and units of amounts in words, formal and everyday, simplified and traditional.
    static let amountDigits: Set<Character> = Set(
        "零〇○壹壱弌一贰貳弐二两兩叁參叄参三肆四伍五陆陸六柒七捌八玖九拾十廿卅佰百仟千万萬亿億元圆圓块塊角毛分整正")
    /// Words in a label that say that what follows is the sum: 合计金额（大写）, 人民币.
    static let amountLabels = ["大写", "大寫", "合计", "合計", "总计", "總計", "共计", "共計", "人民币", "人民幣", "金额", "金額", "words"]
}
