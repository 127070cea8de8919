import Books

/// The words for values that come from a list, and the identifiers they stand for.
///
/// A value that is none of them keeps its own text.
extension Words {
    /// For each field with a list of values: identifier and words; the first that fits counts.
    static func choices(of field: Field) -> [(identifier: String, words: [String])] {
        switch field {
        case .documentKind: documentKinds.map { ($0.kind.rawValue, $0.words) }
        case .channel: channels
        case .settlement: settlements
        case .method: methods
        case .reason: reasons
        case .status: states
        default: []
        }
    }

    static let documentKinds: [(kind: DocumentKind, words: [String])] = [
        (
            .salesOut,
            [
                "销售出库", "销售出库单", "出仓单", "销售出仓单", "出库单", "销售单", "发货单", "送货单", "销售送货单", "提货单", "销售发货", "销售发货单", "出库",
                "出仓",
                "销售", "发货", "salesOut", "Sales issue", "Sales out", "Sales delivery", "Delivery", "Delivery note",
                "Dispatch", "Goods issue",
                "Goods out", "Issue", "Sale", "Sales", "Shipment", "Sales dispatch", "Sales shipment", "Outbound",
                "Out", "Despatch",
                "Sales goods issue",
            ]
        ),
        (
            .salesReturn,
            [
                "销售退货", "销售退货单", "退货单", "退货", "销售退回", "客户退货", "客户退货单", "销退", "退货入库", "退货入库单", "销售退货入库", "退货进仓",
                "salesReturn", "Sales return", "Return", "Customer return", "Goods return", "Returns", "Returned goods",
                "Return in",
                "Sales returns", "Return from customer",
            ]
        ),
        (
            .purchaseIn,
            [
                "进仓单", "采购入库", "采购入库单", "入库单", "外购入库", "外购入库单", "采购进货", "进货单", "进货", "入库", "进仓", "收货单", "采购收货", "来货入库",
                "采购", "其他入库", "产品入库", "purchaseIn", "Goods in", "Purchase receipt", "Goods receipt", "Purchase in",
                "Receipt", "Inbound",
                "Goods received", "GRN", "Purchase", "Receiving", "In", "Stock in", "Goods received note",
                "Purchase goods receipt",
            ]
        ),
        (
            .transfer,
            [
                "调拨单", "调拨", "仓库调拨", "移库", "移库单", "调仓", "库存调拨", "调拨出库", "仓库调拨单", "转仓", "转仓单", "transfer",
                "Stock transfer",
                "Warehouse transfer", "Transfer order", "Inter-warehouse transfer", "Transfer note",
            ]
        ),
        (
            .reversal,
            [
                "冲红单", "冲红", "红冲", "红字单", "红字", "红单", "红字出库", "红字出库单", "红字销售出库", "红字销售出库单", "销售出库冲红", "冲销单", "冲销",
                "红冲单", "reversal", "Reversal", "Red reversal", "Red document", "Credit reversal", "Reversed", "Reverse",
                "Red letter",
                "Cancellation", "Reversing document", "Issue reversal",
            ]
        ),
        (
            .factoryReturn,
            [
                "退厂单", "退厂", "退货厂家", "采购退货", "采购退货单", "退供应商", "退厂出库", "退供货商", "采购退回", "退厂家", "factoryReturn",
                "Factory return",
                "Return to factory", "Return to supplier", "Purchase return", "Return to vendor", "Vendor return",
                "Supplier return", "RTV",
            ]
        ),
        (
            .repairOut,
            [
                "返修出库", "返修单", "返修", "返修出", "送修", "维修出库", "返修出仓", "送修单", "repairOut", "Repair out", "Out for repair",
                "Sent for repair",
                "Repair issue", "Repair", "To repair",
            ]
        ),
        (
            .repairIn,
            [
                "返修入库", "返修入", "返修回", "维修入库", "修复入库", "返修进仓", "返修归还", "repairIn", "Repair in", "Back from repair",
                "Repair return",
                "Repair receipt", "From repair",
            ]
        ),
        (
            .redemption,
            [
                "兑奖", "兑奖单", "兑奖出库", "兑奖出库单", "兑换", "兑奖销售出库", "兑奖出仓", "兑奖销售出库单", "redemption", "Prize redemption",
                "Redemption", "Prize", "Token redemption", "Redeem", "Redemption issue",
            ]
        ),
        (
            .adjustment,
            [
                "调整单", "盘盈", "盘亏", "盘盈盘亏", "盘盈盘亏调整", "盘点调整", "库存调整", "盘盈单", "盘亏单", "报损", "报损单", "报溢", "盘盈入库", "盘亏毁损",
                "盘盈入库单", "盘亏毁损单", "adjustment", "Adjustment", "Stock adjustment", "Count adjustment",
                "Inventory adjustment",
                "Write-off", "Stock gain", "Stock loss",
            ]
        ),
    ]

    static let channels: [(identifier: String, words: [String])] = [
        (
            "direct",
            ["直销", "直营", "直销渠道", "终端", "直销客户", "直供", "direct", "Direct sales", "Direct sale", "Direct customer"]
        ),
        (
            "wholesale",
            [
                "二批", "二批商", "批发", "二级批发", "二批渠道", "批发商", "二批客户", "wholesale", "Wholesaler", "Second-tier wholesale",
                "Reseller", "Dealer",
            ]
        ),
        (
            "outOfTown",
            [
                "地州", "外埠", "外地", "州市", "地州客户", "地州渠道", "外区", "outOfTown", "Out of town", "Out-of-town", "Prefecture",
                "Remote",
                "Upcountry", "Provincial", "Regional", "Out-of-town customer",
            ]
        ),
        (
            "supermarket",
            [
                "商超", "超市", "KA", "卖场", "商场超市", "商超渠道", "商超客户", "大卖场", "连锁超市", "supermarket", "Supermarkets",
                "Key account",
                "Modern trade", "Retail chain", "Hypermarket", "Chain store",
            ]
        ),
    ]

    static let settlements: [(identifier: String, words: [String])] = [
        (
            "cash",
            [
                "现款", "现金", "现结", "现款现货", "货到付款", "现付", "款到发货", "现款结算", "现金结算", "先款后货", "cash", "COD",
                "Cash on delivery",
                "Prepaid", "Cash payment", "Cash sale", "Cash terms", "Payment on delivery", "Cash in advance",
            ]
        ),
        (
            "monthly",
            [
                "月结", "月结30天", "月结60天", "月结45天", "月结15天", "按月结算", "当月结", "月度结算", "月结账期", "monthly", "Monthly statement",
                "EOM",
                "End of month", "Month end", "Monthly account", "On account", "Monthly settlement", "Monthly terms",
                "Net 30", "Credit",
                "Net 30 EOM", "Monthly credit",
            ]
        ),
        (
            "rolling",
            [
                "滚单", "滚结", "滚动结算", "滚动", "滚单结算", "批结", "上批付清", "rolling", "Rolling settlement", "Bill to bill",
                "Bill-to-bill", "Roll",
                "Rolling terms", "Pay previous on delivery",
            ]
        ),
        (
            "consignment",
            [
                "代销", "寄售", "委托代销", "代售", "实销实结", "代销结算", "consignment", "Consigned", "On consignment",
                "Sale or return", "Consignment sale",
            ]
        ),
        (
            "holdN",
            [
                "压单", "压批", "压货", "压单结算", "holdN", "Hold-N", "Hold N", "Hold", "Holds", "Hold deliveries",
                "Held deliveries",
            ]
        ),
    ]

    static let methods: [(identifier: String, words: [String])] = [
        ("cash", ["现金", "现款", "现金收款", "库存现金", "cash", "Cash payment", "Notes"]),
        (
            "transfer",
            [
                "转账", "银行转账", "汇款", "电汇", "网银", "银行存款", "对公转账", "转帐", "微信", "支付宝", "POS", "刷卡", "银行", "微信支付", "扫码",
                "transfer",
                "Bank transfer", "Wire", "Wire transfer", "T/T", "TT", "Bank", "Remittance", "WeChat", "Alipay", "Card",
                "ACH", "EFT",
            ]
        ),
        (
            "draft",
            [
                "承兑", "承兑汇票", "银行承兑", "银承", "银行承兑汇票", "汇票", "商业承兑", "应收票据", "支票", "draft", "Bank draft", "Acceptance",
                "Acceptance bill", "Bill of exchange", "Banker's acceptance", "Note receivable", "Bill", "Cheque",
                "Check",
            ]
        ),
        (
            "offset",
            [
                "费用冲抵", "冲抵", "抵扣", "费用抵扣", "抵账", "费用", "对冲", "冲账", "费用冲账", "冲减", "抵货款", "费用抵货款", "offset",
                "Expense offset",
                "Set-off", "Set off", "Contra", "Netting", "Expense set-off", "Deduction", "Expense deduction",
            ]
        ),
    ]

    static let reasons: [(identifier: String, words: [String])] = [
        (
            "miscount",
            [
                "盘点错误", "盘错", "点错", "数错", "漏盘", "盘点差错", "盘点失误", "错盘", "miscount", "Counting error", "Count error",
                "Miscounted",
            ]
        ),
        (
            "unrecorded-in",
            [
                "漏记入库", "入库未记", "入库未入账", "漏入库", "未入账入库", "入库漏记", "unrecorded-in", "Unrecorded receipt",
                "Receipt not recorded", "Unrecorded in",
            ]
        ),
        (
            "unrecorded-out",
            [
                "漏记出库", "出库未记", "出库未入账", "漏出库", "未入账出库", "出库漏记", "unrecorded-out", "Unrecorded issue",
                "Issue not recorded",
                "Unrecorded out",
            ]
        ),
        (
            "wrong-item",
            [
                "串货", "错货", "发错货", "串品", "串号", "发串货", "混货", "wrong-item", "Wrong item", "Mixed up", "Item mix-up",
                "Mix-up", "Swapped item",
            ]
        ),
        ("damage", ["破损", "损坏", "残损", "报损", "破碎", "破瓶", "damage", "Damaged", "Breakage", "Broken"]),
        ("expired", ["过期", "到期", "临期", "变质", "过保质期", "expired", "Expiry", "Out of date", "Past date"]),
        (
            "theft-loss",
            ["丢失", "被盗", "盗窃", "失窃", "遗失", "丢货", "theft-loss", "Lost", "Loss", "Theft", "Stolen", "Missing"]
        ),
        (
            "unit-conversion",
            [
                "单位换算", "换算错误", "单位错误", "箱瓶换算", "换算差异", "unit-conversion", "Unit conversion", "Unit error",
                "Wrong unit", "UOM conversion",
            ]
        ),
        (
            "entry-error",
            [
                "录入错误", "录错", "输入错误", "登记错误", "录单错误", "记账错误", "做错账", "entry-error", "Entry error", "Data entry error",
                "Keying error", "Typo",
            ]
        ),
        ("price-change", ["价格变动", "调价", "价格调整", "涨价", "降价", "price-change", "Price change", "Price adjustment"]),
        (
            "agreed-discount",
            ["特批折扣", "特批", "特价", "协议折扣", "agreed-discount", "Agreed discount", "Special discount", "Approved discount"]
        ),
        ("in-transit", ["在途", "在途货物", "货在途", "途中", "in-transit", "In transit", "Goods in transit", "On the way"]),
        (
            "cut-off",
            ["跨期", "跨月", "时间差", "截止差异", "未到账期", "cut-off", "Cut-off", "Cutoff", "Timing", "Timing difference"]
        ),
        ("bank-charge", ["手续费", "银行手续费", "汇费", "bank-charge", "Bank charge", "Bank fee", "Charges"]),
        ("rounding", ["尾差", "四舍五入", "抹零", "零头", "小数尾差", "rounding", "Rounding difference"]),
        ("other", ["其他", "其它", "other", "Others", "Misc"]),
    ]

    /// What an order's status means for its goods; any other status means nothing for them.
    static let states: [(identifier: String, words: [String])] = [
        (
            "cancelled",
            [
                "取消", "已取消", "取消订单", "订单取消", "作废", "已作废", "废单", "废", "撤单", "已撤单", "撤销", "已撤销", "cancelled", "canceled",
                "cancel", "void", "voided", "withdrawn",
            ]
        ),
        (
            "suspended",
            [
                "暂停", "已暂停", "暂缓", "暂缓发货", "暂不发货", "缓发", "挂起", "冻结", "停发", "suspended", "on hold", "hold", "paused",
                "blocked",
            ]
        ),
        (
            "shipped",
            [
                "已发货", "已发", "已发完", "全部发货", "已出库", "已出仓", "已送货", "已送达", "已完成", "完成", "已签收", "已关闭", "shipped",
                "dispatched",
                "delivered", "completed", "closed",
            ]
        ),
    ]

    /// Words that set a flag, and words that clear it.
    static let yes = [
        "是", "作废", "已作废", "废", "Y", "Yes", "True", "T", "1", "√", "✓", "✔", "V", "X", "有", "已", "void", "voided",
        "cancelled", "canceled", "已回",
        "已返回", "返回", "已收回", "returned", "已回单", "废单", "已取消", "取消", "已返", "on",
    ]
    static let no = [
        "否", "N", "No", "False", "F", "0", "正常", "有效", "未作废", "×", "未", "没有", "valid", "active", "未回", "未返回",
        "not returned", "ok", "open",
        "posted", "已审核", "审核", "未审核", "已记账", "normal", "approved", "confirmed", "completed", "完成", "已完成", "closed",
        "未返",
    ]
}
