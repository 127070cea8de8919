/// Words that head a row of totals.
extension Words {
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
        "Subtotal", "Sub-total", "Sub total", "Page total", "Carried forward", "Brought forward", "Group total",
        "Section total",
        "Total this page", "Running total",
    ]
    /// Words that end a text which heads a sum of a part: 一号仓小计, Main total.
    static let totalEndings = ["小计", "合计", " total", " subtotal", "total:", "总计"]
    /// Digits and units of amounts in words.
    static let amountDigits = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正"
}
