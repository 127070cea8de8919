/// Words that say which way a figure goes.
extension Words {
    /// Headers of a ledger's column that says debit or credit of the amount beside it.
    static let sides = [
        "方向", "借贷方向", "借贷", "借/贷", "记账方向", "借贷标志", "发生方向", "Direction", "Dr/Cr", "D/C", "DC", "Debit/Credit", "Side",
    ]
    static let postedAmount = ["发生额", "本期发生额", "本币金额", "本位币金额", "记账金额", "Posted amount", "Local amount"]
    static let debitSides = ["借", "借方", "借项", "Dr", "Dr.", "Debit", "D"]
    static let creditSides = ["贷", "贷方", "贷项", "Cr", "Cr.", "Credit", "C"]
    /// Headers of what comes into a warehouse, beside a column of what leaves it.
    static let inwardQuantity = [
        "入库数量", "入库数", "入库", "进仓数量", "进仓数", "进仓", "收入数量", "收入", "入仓数量", "入仓", "进货数量", "Qty In", "In Qty", "In",
        "Quantity In", "Received Qty", "Qty Received", "Receipts", "Inward", "Inbound Qty",
    ]
    static let outwardQuantity = [
        "出库数量", "出库数", "出库", "出仓数量", "出仓数", "出仓", "发出数量", "发出", "发货数量", "Qty Out", "Out Qty", "Out", "Quantity Out",
        "Issued Qty", "Qty Issued", "Issues", "Outward", "Outbound Qty",
    ]
    /// Marks, in headers without blanks, of what left or came.
    static let done = [
        "实发", "实收", "实出", "实入", "实际", "出库", "发货", "出仓", "送货", "入库", "进仓", "到货", "actual", "shipped", "delivered",
        "received",
        "issued", "dispatched",
    ]
    /// Marks of what was ordered, or should have left or come.
    static let planned = [
        "应发", "应收", "应出", "应入", "计划", "订单", "订货", "订购", "下单", "要货", "开单", "需求", "通知", "申请", "预计", "order",
        "planned", "requested",
    ]
    /// Marks of what may be sold of what is there.
    static let notOnHand = ["可用", "可发", "available"]
    /// Marks of what is left over, or of all times together.
    static let notThisTime = [
        "未发", "未出", "未收", "未入", "未送", "未到", "未交", "已发", "已出", "已收", "已入", "已送", "已到", "已交", "累计", "剩余", "欠",
        "outstanding",
        "remaining", "backorder", "cumulative", "todate",
    ]
}
