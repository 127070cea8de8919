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
}
