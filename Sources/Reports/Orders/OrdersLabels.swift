import Books
import Reconciler

/// Every label of the orders workbook.
enum OrdersLabels {
    static let title = Phrase("订单台", "Order desk")
    static let summarySheet = Phrase("汇总", "Summary")
    static let irregularSheet = Phrase("不合规则的订单", "Irregular orders")
    static let mayShipSheet = Phrase("发货清单", "May ship")
    static let keyInSheet = Phrase("待录入订单", "To key in")
    static let doubtfulSheet = Phrase("疑问单据台账", "Doubtful documents")

    static let notAllLeft = Phrase("还没有发完的订单", "Orders that have not all left")

    // What several sheets say.
    static let number = Phrase("序号", "No.")
    static let orderNumber = Phrase("订单号", "Order")
    static let date = Phrase("订单日期", "Ordered")
    static let deliveryDate = Phrase("交货日期", "Due")
    static let customer = Phrase("客户", "Customer")
    static let channel = Phrase("渠道", "Channel")
    static let salesperson = Phrase("业务员", "Salesperson")
    static let notStated = Phrase("（未写）", "(not stated)")
    static let settlement = Phrase("结算方式", "Terms")
    static let orderAmount = Phrase("订单金额", "Order amount")
    static let orderState = Phrase("状态", "State")
    static let openAmount = Phrase("待发金额", "To ship")
    static let toPay = Phrase("需付金额", "To pay")
    static let source = Phrase("出处", "Source")
    static let total = Phrase("合计", "Total")
    static let orders = Phrase("订单数", "Orders")
    static let amount = Phrase("金额", "Amount")
    static let handling = Phrase("处理状态", "Handling")
    static let note = Phrase("备注", "Note")
    static let handler = Phrase("处理人", "Handled by")
    static let handledOn = Phrase("处理日期", "On")
    static let code = Phrase("代码", "Code")
    static let id = Phrase("编号", "Id")
    static let chooseTitle = Phrase("请从列表中选择", "Choose from the list")
    static let chooseMessage = Phrase("列表以外的内容请写在备注栏。", "Put anything else in the note.")
    static let dayMessage = Phrase("请填日期，例如 2026-11-05。", "Please enter a date such as 2026-11-05.")

    // The summary.
    static let byState = Phrase("各状态的订单", "Orders by state")
    static let bySalesperson = Phrase("不合规则的订单，按业务员", "Irregular orders by salesperson")
    static let byRule = Phrase("按问题", "By fault")
    static let byDay = Phrase("按订单日期", "By day of order")
    static let allOrders = Phrase("本月订单", "Orders")
    static let irregular = Phrase("不合规则", "Irregular")
    static let share = Phrase("占比", "Share")
    static let faults = Phrase("问题数", "Faults")
    static let concerned = Phrase("涉及订单金额", "Their amount")
    static let fault = Phrase("问题", "Fault")
    static let stateChart = Phrase("各状态订单数", "Orders by state")
    static let salespersonChart = Phrase("不合规则的订单数，按业务员", "Irregular orders by salesperson")
    static let open = Phrase("待处理合计", "Open")
    static let done = Phrase("不在清单上", "Not on the list")
    static let nothingIrregular = Phrase("没有不合规则的订单。", "No order breaks a rule.")

    // Irregular orders.
    static let irregularHint = Phrase(
        "按日期和业务员排列，一行一个问题；订单金额只在该单第一行。绿色标题的栏由主管填写；点击出处可打开原单元格。",
        "By day and salesperson, a row a fault; an order's amount stands on its first row. Green headers are for you to fill in; a source leads to its cell."
    )
    static let findingClass = Phrase("类别", "Class")
    static let explanation = Phrase("说明", "Explanation")
    static let times = Phrase("本月第几次", "Time this month")
    static let timesThisMonth = Phrase("本月共几次", "Times in all")

    // May ship.
    static let mayShipHint = Phrase(
        "还没有发完的订单。先补资料，再批，再收款：几项都缺时全部列出，按最先要办的一项归类。",
        "Orders that have not all left. Information comes first, then approval, then payment; all that is waited for is named, and the first decides the state."
    )
    static let reason = Phrase("原因", "Why")
    static let release = Phrase("怎样放行", "What releases it")
    static let nothingMissing = Phrase("资料、审批、收款都齐", "Nothing is missing")
    static let ship = Phrase("按单发货", "Ship it")
    static let shipTheRest = Phrase("已发部分，补发其余", "Part has left; ship the rest")
    static let decision = Phrase("放行意见", "Decision")
    static let decisions = [
        Phrase("放行", "Release"), Phrase("不放行", "Hold back"), Phrase("特批放行", "Release by exception"),
    ]
    static let decidedBy = Phrase("批准人", "Decided by")
    static let noOpenOrders = Phrase("没有待处理的订单。", "No order is open.")
    static func notListed(_ count: Int) -> Phrase {
        Phrase("另有 \(count) 张可发货，只计合计，未逐单列出", "\(count) more may ship; they are in the totals and not listed")
    }

    // To key in.
    static let keyInHint = Phrase(
        "只有可发货、还没有出库的订单，一行一种商品，按录入顺序排列。浅黄色的仓库请补填。",
        "Only orders that may ship and of which nothing has left, a row a product, in the order of keying in. Please fill in the warehouses in pale yellow."
    )
    static let customerCode = Phrase("客户代码", "Customer code")
    static let productCode = Phrase("商品代码", "Product code")
    static let productName = Phrase("商品名称", "Product")
    static let spec = Phrase("规格型号", "Spec.")
    static let unit = Phrase("单位", "Unit")
    static let quantity = Phrase("数量", "Quantity")
    static let unitPrice = Phrase("单价", "Price")
    static let discount = Phrase("折扣", "Discount")
    static let warehouse = Phrase("仓库", "Warehouse")
    static let consignee = Phrase("收货人", "Consignee")
    static let phone = Phrase("电话", "Phone")
    static let address = Phrase("送货地址", "Address")
    static let keyedIn = Phrase("录入", "Keyed in")
    static let keyedInChoices = [Phrase("已录入", "Keyed in"), Phrase("未录入", "Not yet")]
    static let bookNumber = Phrase("账套单号", "Book's number")
    static let keyedInBy = Phrase("录入人", "By")
    static let nothingToKeyIn = Phrase("没有可录入的订单。", "There is no order to key in.")
    static func linesNotListed(_ count: Int) -> Phrase {
        Phrase("另有 \(count) 行没有列出，请分月或分文件处理。", "\(count) more lines are not listed; work in smaller lots.")
    }

    // Doubtful documents.
    static let doubtfulHint = Phrase(
        "单号、作废、依据、冲红、调拨等有疑问的单据，出库无订单，以及说不清以哪份为准的订单。查清前请保留在台账上。",
        "Documents whose number, void, basis, reversal or transfer is in doubt, issues without an order, and orders of which nobody can say which version counts. Keep them here until they are cleared."
    )
    static let document = Phrase("单号", "Number")
    static let documentKind = Phrase("单据类型", "Kind")
    static let documentDate = Phrase("单据日期", "Date")
    static let party = Phrase("往来单位", "Party")
    static let doubt = Phrase("疑问", "In doubt")
    static let owner = Phrase("责任方", "Owner")
    static let since = Phrase("起始月份", "Since")
    static let outcome = Phrase("查明结果", "What came of it")
    static let noDoubt = Phrase("没有有疑问的单据。", "No document is in doubt.")
}

extension OrderState {
    /// The class whose colour the state has.
    var findingClass: FindingClass {
        switch self {
        case .mayShip: .tolerated
        case .awaitingPayment: .timing
        case .awaitingInformation: .incomplete
        case .awaitingApproval: .difference
        case .shipped, .cancelled: .tied
        }
    }
}

extension DocumentKind {
    /// What people call it.
    var words: Phrase {
        switch self {
        case .salesOut: Phrase("销售出库", "Sales issue")
        case .salesReturn: Phrase("销售退货", "Sales return")
        case .purchaseIn: Phrase("进仓", "Goods received")
        case .transfer: Phrase("调拨", "Transfer")
        case .reversal: Phrase("冲红", "Reversal")
        case .factoryReturn: Phrase("退厂", "Return to factory")
        case .repairOut: Phrase("返修出库", "Sent for repair")
        case .repairIn: Phrase("返修入库", "Back from repair")
        case .redemption: Phrase("兑奖", "Redemption")
        case .adjustment: Phrase("盘盈盘亏调整", "Adjustment")
        }
    }
}

extension Edition {
    /// A channel's name; one that nobody knows as it stands.
    func channel(_ symbol: Symbol) -> String {
        let identifier = month.text(symbol)
        let words = Settings.knownChannels.first { $0.identifier == identifier }?.words[language] ?? identifier
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// A salesperson's name, or that there is none.
    func salesperson(_ symbol: Symbol) -> String {
        symbol.isNone ? OrdersLabels.notStated[language] : month.text(symbol)
    }

    /// A settlement's name.
    func settlement(_ symbol: Symbol) -> String { Settlement.words(month.text(symbol))[language] }
}
