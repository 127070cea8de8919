import Books

/// Headers and labels of days.
extension Words {
    static let date = [
        "Invoice/Bill Date",
        "日期", "单据日期", "业务日期", "制单日期", "记账日期", "发生日期", "开单日期", "单据时间", "时间", "交易日期", "入账日期", "登记日期", "年月日",
        "填单日期",
        "Date", "Document Date", "Doc Date", "Posting Date", "Transaction Date", "Entry Date", "Txn Date", "Doc. Date",
        "Day",
        "Posted", "Book date", "Date posted",
        "Dt", "Doc Dt",
    ]
    static let movementDate = [
        "出库日期", "入库日期", "出仓日期", "进仓日期", "发货日期", "送货日期", "收货日期", "出入库日期", "收发日期", "出库时间", "入库时间", "发货时间",
        "调拨日期",
        "Issue Date", "Delivery Date", "Ship Date", "Shipped Date", "Receipt Date", "Movement Date", "Dispatch Date",
        "Issued on",
        "Goods Issue Date", "Delivered on", "Despatch Date", "Date issued", "Date shipped", "Moved on",
        "Del. Date", "Dlv Date", "Ship Dt", "Shpt Date",
    ]
    static let orderDate = [
        "Creation Date",
        "订单日期", "下单日期", "下单时间", "订货日期", "订货时间", "订单时间", "接单日期", "要货日期", "销售日期", "下单日", "订购日期", "成交日期",
        "Order Date", "Ordered on", "Date Ordered", "Order Day", "SO Date", "PO Date", "Purchase Date", "Order Time",
        "Date of order",
        "Sales Date", "Ordered", "Placed on", "Date placed",
    ]
    static let deliveryDate = [
        "Commitment Date", "Requested deliv.date",
        "交货日期", "要求到货日期", "到货日期", "送货日期", "交期", "要求交货日期", "预计到货日期", "预交货日期", "预计交货日期", "预计交货日", "交货日", "交货时间", "要货日期",
        "计划发货日期",
        "交付日期", "约定交货日期", "发货日期", "要求发货日期", "要求到货时间", "预计交期", "送达日期", "送货时间", "期望到货日期", "到货时间",
        "Delivery Date", "Due Date", "Requested Date", "Required Date", "Ship Date", "Promise Date", "Promised Date",
        "Expected Delivery",
        "Requested Delivery Date", "Deliver by", "Required by", "Need by", "ETA", "Planned Delivery", "Delivery due",
        "Ship by",
        "Expected date", "Requested delivery", "Delivery",
    ]
    static let dueDate = [
        "Due Date/Receive By", "Net due date",
        "到期日", "应收日期", "到期日期", "付款到期日", "应付日期", "收款到期日", "应收款日期", "约定付款日", "还款日期", "应收到期日", "账款到期日",
        "付款期限", "应付款日期", "收款期限",
        "Due Date", "Due", "Payment Due", "Payment Due Date", "Maturity", "Maturity Date", "Due on", "Pay by",
        "Date due", "Due day",
        "Due Dt",
    ]
    static let countedAt = [
        "盘点日期", "盘点时间", "盘存日期", "清点日期", "盘点日", "盘库日期", "初盘日期", "实盘日期", "日期",
        "Count Date", "Counted at", "Date Counted", "Stocktake Date", "Counted on", "Count Day", "Inventory Date",
        "Date of count", "Date",
        "Counted date", "Count time",
    ]
    static let validFrom = [
        "生效日期", "执行日期", "开始日期", "启用日期", "起始日期", "生效日", "有效期起", "价格生效日", "起用日期", "生效时间", "执行时间", "有效期自",
        "Valid From", "Effective Date", "Effective From", "Start Date", "From Date", "From", "Effective", "Starts",
        "Start", "Price from",
        "Begins", "In force from",
    ]
    static let validTo = [
        "失效日期", "截止日期", "结束日期", "终止日期", "失效日", "有效期止", "到期日期", "停用日期", "失效时间", "有效期至", "有效期",
        "Valid To", "Valid Until", "Effective To", "End Date", "Expiry Date", "To Date", "Expires", "Until", "Ends",
        "End", "Valid thru",
        "Expiry", "In force until",
    ]
    static let shippedAt = [
        "发运日期", "发货日期", "起运日期", "托运日期", "发车日期", "装车日期", "发运时间", "出发日期", "揽收日期",
        "Shipped at", "Shipped On", "Ship Date", "Shipping Date", "Dispatch Date", "Departure", "Date Shipped",
        "Pickup Date", "Dispatched on",
        "Departed",
    ]
    static let arrivedAt = [
        "到货日期", "到达日期", "抵达日期", "到货时间", "到站日期", "送达日期",
        "Arrived at", "Arrival Date", "Arrival", "Arrived On", "Delivery Date", "Date Arrived", "Delivered on",
        "Arrived",
    ]
    static let signedAt = [
        "签收日期", "签收时间", "客户签收日期", "收货日期", "Signed at", "Signed On", "Signature Date", "POD Date", "Received On",
        "Date Signed",
        "Date received",
    ]
    static let slipReturned = [
        "回单返回", "回单", "回单状态", "是否回单", "回单回收", "签收单返回", "回单是否返回", "回单返回情况",
        "Slip Returned", "POD Returned", "POD", "Return Slip", "Slip", "Signed Slip Returned", "Proof of Delivery",
        "Slip back",
        "POD received",
    ]
}
