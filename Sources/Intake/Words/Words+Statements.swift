/// Words that stand beside a customer's name in the title of a sheet or on its tab.
extension Words {
    /// What the sheet of one customer is called.
    static let statements = [
        "对账单", "对帐单", "对账表", "对帐表", "对账函", "往来对账", "对账", "对帐", "账单", "帐单", "往来账", "往来明细", "往来", "明细账", "明细表", "明细",
        "清单",
        "结算单", "截止", "截至", "期间",
        "statement", "statement of account", "account statement", "customer statement", "soa", "as of", "as at",
    ]
    /// What any sheet is called, besides the words for each book.
    static let sheetWords = [
        "汇总表", "汇总", "登记表", "登记", "台账", "统计表", "统计", "记录", "报表", "表", "单", "账", "帐", "的", "月报", "月份", "本月", "第页", "续",
        "工作表",
        "list", "details", "report", "register", "summary", "for", "of", "the", "and", "month", "sheet",
        "page", "continued",
    ]
    /// What stands before the name of whom a sheet is for.
    static let addressing = ["致", "尊敬的", "敬启", "to", "dear", "attn", "for"]
    static let monthNames = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ]
}
