/// Words that head groups of columns and are no place's name.
extension Words {
    /// What may stand behind a warehouse's name in a row of its own.
    static let warehouseEndings = [
        "仓库", "仓", "库", "出库", "入库", "出入库", "出仓", "进仓", "进出仓", "收发", "明细", "出库明细", "入库明细", "出入库明细", "出入库单",
        "库存", "盘点", "warehouse", "store",
    ]
    /// Marks of a span of time: 本月, 上期, 第三季度.
    static let periodMarks = ["期", "本月", "上月", "下月", "月份", "月初", "月末", "年", "季", "周", "旬", "昨", "今日", "当日", "本日", "累计"]
    /// The same in English, as whole words.
    static let periodWords = [
        "month", "year", "quarter", "week", "today", "yesterday", "ytd", "mtd", "previous", "prior", "current", "last",
        "opening", "closing", "beginning", "ending", "q1", "q2", "q3", "q4", "jan", "feb", "mar", "apr", "may", "jun",
        "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january", "february", "march", "april", "june", "july",
        "august", "september", "october", "november", "december",
    ]
    /// Marks of what happens to goods and money: 采购入库, 其他出库.
    static let eventMarks = [
        "入库", "出库", "进仓", "出仓", "采购", "销售", "生产", "领用", "领料", "退货", "退库", "退厂", "调拨", "调入", "调出", "收入", "发出", "结存",
        "结余", "余额", "盘盈", "盘亏", "报损", "损耗", "赠送", "其他", "其它", "发货", "收货", "订货", "收款", "付款", "回款", "开票", "差异",
    ]
    /// The same in English, as whole words.
    static let eventWords = [
        "in", "out", "purchase", "purchases", "sale", "sales", "issue", "issues", "receipt", "receipts", "transfer",
        "transfers", "return", "returns", "adjustment", "adjustments", "balance", "difference", "variance", "other",
    ]
    /// Marks of the sum of all groups.
    static let sumMarks = ["合计", "总", "小计", "汇总", "全部", "全公司", "各仓", "各店"]
    /// The same in English, as whole words.
    static let sumWords = ["total", "totals", "sum", "all", "overall", "subtotal"]
    /// Marks of a state, a turn or a way of reckoning, which groups may be of as well as of places: 良品, 第二次, 甲组.
    static let stateMarks = [
        "品", "良", "次", "残", "坏", "破", "废", "不", "合格", "待检", "冻结", "可用", "锁定", "在途", "盘", "组", "班", "第", "前", "后", "整",
        "散", "零头", "系统", "手工", "电脑", "账", "实", "计划", "预", "目标", "税", "借", "贷", "价", "量", "额", "数", "单", "调整", "美元",
        "港币",
        "欧元", "人民币",
    ]
    /// The same in English, as whole words.
    static let stateWords = [
        "good", "bad", "damaged", "defective", "scrap", "available", "reserved", "first", "second", "third", "team",
        "before", "after", "system", "manual", "actual", "planned", "plan", "budget", "usd", "eur", "hkd", "rmb", "cny",
        "gross", "net", "erp", "wms",
    ]
}
