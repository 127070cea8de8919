import Books

extension Template {
    /// Every template, in the order in which a month is filled in.
    static let all: [Template] = [
        orders, movements, opening, stock, counts, receivables, receipts, ledger, prices, customers, products,
    ]

    static let orders = Template(
        book: .orders, path: Phrase("订单/订单.xlsx", "orders/orders.xlsx"),
        explanation: Phrase(
            "业务员发来的订单，一行一个商品；同一订单的各行写同一个订单号。",
            "What sales ordered, one product a row; the rows of one order carry its number."),
        columns: [
            Column(.orderNumber, .required, Phrase("例：SO202610-0001", "Example: SO202610-0001")),
            Column(.orderDate, Phrase("例：2026-10-05", "Example: 2026-10-05")),
            Column(
                .customer, .required, Phrase("写客户档案里的名称或简称。", "As in the customer file, or an alias that stands there.")
            ),
            Column(
                .channel,
                Phrase("从列表选；决定要填哪些内容、由谁审批。", "From the list; it decides what must be filled in and who approves.")),
            Column(.salesperson, Phrase("谁接的单。", "Who took the order.")),
            code, name,
            Column(
                .unit,
                Phrase("瓶、盒，或箱单位；按箱写时按箱规换算。", "The piece, or the pack unit; packs are converted by the pack size.")),
            Column(.quantity, .required, Phrase("大于零的数。例：120", "A number above nought. Example: 120")),
            Column(.unitPrice, Phrase("含税单价，最多四位小数。例：41.23", "Tax included, up to four decimals. Example: 41.23")),
            Column(.netPrice, Phrase("商超：不含税的箱价。", "Supermarkets: the price of a case without tax.")),
            Column(.packSize, Phrase("商超：一箱多少件。", "Supermarkets: how many in a case.")),
            Column(.taxRate, Phrase("例：13%", "Example: 13%")),
            Column(.amount, Phrase("数量 × 单价，用来核对。", "Quantity × unit price, to be checked.")),
            Column(.settlement, Phrase("从列表选，应与客户档案一致。", "From the list; it should agree with the customer file.")),
            Column(.deliveryDate, Phrase("约定送到的日期。", "The day it is promised for.")),
            Column(.consignee, Phrase("地州必填。", "Must be there for out-of-town orders.")),
            Column(.phone, Phrase("收货电话。", "Where the consignee is reached.")),
            Column(.address, Phrase("送到哪里。", "Where it goes.")),
            Column(.carrier, Phrase("地州必填。", "Must be there for out-of-town orders.")),
            Column(
                .carrierPhone, header: Phrase("托运部电话", "carrier phone"),
                Phrase("地州必填。", "Must be there for out-of-town orders.")),
            Column(.storeCode, Phrase("商超必填。", "Must be there for supermarkets.")),
            Column(
                .confirmedBy, Phrase("直销、二批：客服内勤签字。", "Direct and wholesale: who of customer service confirmed it.")),
            Column(.approvedBy, Phrase("地州：经理签字。", "Out of town: the manager who approved it.")),
            remark,
        ])

    static let code = Column(
        .productCode, .either, Phrase("商品档案里的编码。例：GT-1001", "As in the product file. Example: GT-1001"))
    static let name = Column(.productName, .either, Phrase("商品档案里的品名。", "As in the product file."))
    static let remark = Column(.remark, Phrase("其他要说明的。", "Anything else."))
    static let unit = Column(.unit, Phrase("例：瓶", "Example: bottle"))
    static let warehouse = Column(
        .warehouse, .required, Phrase("各表用同一个名称。例：一号仓", "The same name in every book. Example: Main"))

    static let prices = Template(
        book: .prices, path: Phrase("基础资料/价格表.xlsx", "master/prices.xlsx"),
        explanation: Phrase(
            "批准执行的含税价格；不写渠道和客户的，对所有人有效，写得越具体越优先。",
            "Approved prices, tax included; without channel and customer they hold for everyone, the most specific one counts."
        ),
        columns: [
            code, name,
            Column(.channel, Phrase("只对这个渠道有效。", "Only for this channel.")),
            Column(.customer, Phrase("只对这个客户有效。", "Only for this customer.")),
            Column(.unitPrice, .required, Phrase("含税单价。例：41.23", "Tax included. Example: 41.23")),
            Column(
                .minimumPrice, Phrase("允许的最低价；空着就必须相等。", "The lowest that is allowed; empty means exactly the price.")),
            Column(.validFrom, Phrase("从哪天起执行。例：2026-01-01", "The first day. Example: 2026-01-01")),
            Column(.validTo, Phrase("执行到哪天；空着表示一直有效。", "The last day; empty means until further notice.")),
            Column(.approvedBy, Phrase("谁批准的。", "Who approved it.")),
        ])

    static let customers = Template(
        book: .customers, path: Phrase("基础资料/客户档案.xlsx", "master/customers.xlsx"),
        explanation: Phrase("每个客户一行：叫什么、怎么结算。", "One customer a row: what they are called and how they pay."),
        columns: [
            Column(.customerCode, Phrase("例：C101", "Example: C101")),
            Column(.customer, .required, header: Phrase("客户名称", "customer"), Phrase("全称。", "The full name.")),
            Column(.aliases, Phrase("别人会写的简称，用顿号分开。", "Short names that others write, separated by commas.")),
            Column(.channel, Phrase("从列表选。", "From the list.")),
            Column(.settlement, Phrase("从列表选。", "From the list.")),
            Column(.creditDays, Phrase("月结：从月底起多少天内付。例：30", "Monthly: days from the month's end. Example: 30")),
            Column(.creditLimit, Phrase("最多欠多少钱。", "The most they may owe.")),
            Column(.holdCount, Phrase("压单：最多压几张。例：2", "Hold-N: how many deliveries are held. Example: 2")),
            Column(.phone, Phrase("电话。", "Phone.")),
            Column(.address, Phrase("送货地址。", "Where goods go.")),
            Column(.taxNumber, Phrase("开票用的税号。", "For invoices.")),
        ])

    static let products = Template(
        book: .products, path: Phrase("基础资料/商品档案.xlsx", "master/products.xlsx"),
        explanation: Phrase("每个商品一行：编码、规格和箱规。", "One product a row: its code, specification and pack size."),
        columns: [
            Column(.productCode, .required, Phrase("例：GT-1001", "Example: GT-1001")),
            Column(.productName, Phrase("品名。", "What it is called.")),
            Column(.aliases, Phrase("别人会写的叫法，用顿号分开。", "Other names it goes by, separated by commas.")),
            Column(.spec, Phrase("例：500ml*12", "Example: 500ml*12")),
            unit,
            Column(.packUnit, Phrase("例：箱", "Example: case")),
            Column(.packSize, Phrase("一箱多少件。例：12", "How many in a pack. Example: 12")),
            Column(.barcode, Phrase("条码。", "Barcode.")),
            Column(.category, Phrase("类别。", "Category.")),
            Column(.standardCost, Phrase("一件的成本，用来算差异金额。", "What one costs; values differences.")),
        ])
}
