import Books

/// Headers and labels of prices, amounts, rates and terms.
extension Words {
    /// What stands in a price's or an amount's place where nothing is asked.
    static let free = [
        "赠", "赠品", "赠送", "赠货", "免费", "免", "样品", "搭赠", "free", "free of charge", "foc", "f.o.c.", "gift", "sample",
        "n/c",
        "no charge",
    ]
    static let unitPrice = [
        "UnitAmount", "Item Rate",
        "单价", "含税单价", "销售单价", "本位币单价", "本币单价", "人民币单价", "价格", "含税价", "单位价格", "售价", "销售价", "价税单价", "单价含税", "成交价", "批发价",
        "供货价", "出货价",
        "含税售价", "结算单价", "执行价", "折后单价", "商品单价", "订货单价", "退货单价", "标准价", "零售价", "报价", "发货价", "实际单价", "结算价",
        "Unit Price", "Price", "Gross Price", "Sales Price", "Selling Price", "Price per Unit", "Price (incl. tax)",
        "Price incl. VAT", "Rate",
        "Unit Rate", "List Price", "Tax Inclusive Price", "Unit price incl. VAT", "Gross Unit Price", "Price each",
        "Each", "Price/Unit",
        "Unit Price incl. tax", "Price inc VAT",
        "U/P", "Unit Prc", "U. Price",
    ]
    static let netPrice = [
        "不含税单价", "未税单价", "不含税价", "未税价", "净价", "无税单价", "不含税箱价", "除税单价", "单价不含税", "不含税售价", "去税单价", "裸价",
        "不含税价格", "未税价格",
        "Net Price", "Price excl. VAT", "Price excl. tax", "Net Unit Price", "Unit Price excl. VAT", "Price ex VAT",
        "Price before tax",
        "Pre-tax Price", "Unit price ex VAT", "Price (net)", "Net case price", "Case price net", "Untaxed price",
        "Price without tax",
    ]
    static let minimumPrice = [
        "最低价", "最低售价", "最低限价", "底价", "最低单价", "限价", "最低销售价", "最低价格",
        "Minimum Price", "Min Price", "Min. Price", "Floor Price", "Lowest Price", "Price Floor", "Bottom price",
    ]
    static let unitCost = [
        "Unit Value",
        "单位成本", "成本单价", "成本价", "成本", "加权单价", "进价", "库存单价", "平均成本", "单价", "进货价",
        "平均单价", "账面单价", "加权平均价",
        "Unit Cost", "Cost", "Cost Price", "Avg Cost", "Average Cost", "Cost per Unit", "Unit Price", "Price",
        "Average price", "Avg Price",
        "Stock Price", "Moving average", "WAC",
    ]
    static let openingCost = [
        "期初单价", "期初成本", "期初结存单价", "期初单位成本", "年初单价", "月初单价", "上月结存单价", "Opening Cost", "Opening Price",
        "Opening unit cost",
        "Beginning cost",
    ]
    static let closingCost = [
        "期末单价", "期末成本", "期末结存单价", "期末单位成本", "结存单价", "结存单位成本", "Closing Cost", "Closing Price", "Closing unit cost",
        "Ending cost",
    ]
    static let openingAmount = [
        "期初金额", "期初结存金额", "年初金额", "月初金额", "上月结存金额", "Opening Value", "Opening Amount", "Beginning value",
    ]
    static let closingAmount = [
        "期末金额", "期末结存金额", "结存金额", "Closing Value", "Closing Amount", "Ending value",
    ]
    static let standardCost = [
        "标准成本", "成本单价", "成本价", "单位成本", "计划成本", "进价", "参考成本", "成本", "采购价", "进货价", "参考进价", "计划单价",
        "Standard Cost", "Std Cost", "Unit Cost", "Cost", "Cost Price", "Purchase Price", "Std. Cost", "Standard Price",
        "Buying price",
    ]
    static let amount = [
        "Amount in Local Currency", "Amount in LC", "Total Signed", "Amount Signed", "Amount (Gross)",
        "金额", "价税合计", "含税金额", "总金额", "销售金额", "小计", "合计", "总额", "本位币金额", "本币金额", "人民币金额", "折合人民币", "折人民币", "总价", "合计金额",
        "金额合计", "订单金额", "行金额", "销售额",
        "金额小计", "货款", "含税总额", "应付金额", "价款", "实际金额", "出库金额", "入库金额", "发货金额", "金额含税", "折后金额", "订货金额", "货款金额",
        "Amount", "Total", "Line Total", "Total Amount", "Gross Amount", "Value", "Amount (incl. tax)",
        "Amount incl. VAT", "Extended Price",
        "Ext Price", "Sales", "Sales Amount", "Sum", "Total Price", "Line Amount", "Gross", "Extended Amount",
        "Total value", "Net Sales",
        "Total incl. VAT", "Extension", "Subtotal", "Amt", "Amt.", "Sales value", "Order amount", "Order value",
        "Ext.", "Ext. Amt", "Ext. Price",
    ]
    static let amountInWords = [
        "大写", "大写金额", "金额大写", "人民币大写", "合计大写", "总计大写", "合计金额大写", "金额合计大写", "人民币金额大写", "合计人民币大写", "总金额大写",
        "订单金额大写", "应付金额大写",
        "Amount in Words", "In Words", "Total in Words", "Amount (in words)", "Say",
    ]
    static let stockAmount = [
        "Ext. Cost",
        "金额", "库存金额", "成本金额", "账存金额", "库存成本", "总成本", "成本合计", "价税合计", "合计金额",
        "库存价值", "账面金额", "存货金额", "总金额",
        "Amount", "Value", "Stock Value", "Inventory Value", "Total Cost", "Cost Amount", "Total", "Total Value",

        "Book value", "Extended cost", "Inventory amount", "Amt",
    ]
    static let receivableAmount = [
        "应收金额", "应收账款", "应收", "应收款", "应收款金额", "欠款金额", "本期应收", "销售金额", "货款", "应收货款", "发生额", "本次应收", "单据金额",
        "应收总额", "本期发生", "应收合计", "开单金额", "发货金额", "出库金额", "应收发生额",
        "Amount Due", "Receivable", "Receivable Amount", "Invoice Amount", "Invoiced", "Billed", "Billed Amount", "Due",
        "Amount Owed",
        "Charges", "Charged", "Original Amount", "Document Amount", "AR Amount", "Amount receivable", "Owed",
        "Invoiced Amount",
        "Amt Due", "Inv Amt", "Inv. Amount",
    ]
    static let received = [
        "InvoiceAmountPaid", "Cleared Amount",
        "已收金额", "已收款", "已收", "实收金额", "已回款", "已收款金额", "回款金额", "收款金额", "已付金额", "已付款", "已核销金额", "本期收款", "实收",
        "已收账款", "本期收回", "已核销", "收回金额", "累计收款", "已还款", "已结金额", "已结算金额", "已收货款", "本期已收",
        "Received", "Amount Received", "Paid", "Amount Paid", "Paid Amount", "Collected", "Payments", "Settled",
        "Paid to date", "Receipts",
        "Received Amount", "Applied", "Cash received", "Collected Amount", "Paid so far", "Payment received",
        "Settled amount",
        "Amt Paid", "Amt Rcvd", "Amt Received", "Pd", "Rcvd",
    ]
    static let balance = [
        "Amount Remaining", "Amount Due Signed", "InvoiceAmountDue",
        "余额", "未收款", "未收金额", "未收", "欠款", "欠款余额", "应收余额", "未回款", "未付金额", "结余", "未核销金额", "未结金额", "欠款金额", "尚欠",
        "期末余额", "剩余应收", "未付款", "剩余金额", "未结余额", "未收余额", "未还款", "未核销", "尾款",
        "Balance", "Outstanding", "Balance Due", "Open Amount", "Unpaid", "Remaining", "Open Balance",
        "Outstanding Amount",
        "Amount Outstanding", "Still due", "Still owed", "Remaining balance", "Outstanding Balance", "Unpaid amount",
        "Amount open",
        "Bal.", "Bal", "O/S", "Bal Due", "O/S Amt", "Outst.",
    ]
    static let receiptAmount = [
        "收款金额", "回款金额", "到账金额", "实收金额", "收到金额", "本次收款", "付款金额", "来款金额", "收入金额", "到款金额", "交款金额", "本次回款",
        "入账金额", "冲抵金额", "收款额", "回款额", "贷方金额", "打款金额",
        "Amount Received", "Received", "Receipt Amount", "Paid", "Amount Paid", "Payment Amount", "Payment",
        "Collected", "Money In",
        "Received Amount", "Paid Amount", "Collection", "Cash in", "Credit", "Deposited", "Amount collected",
        "Amt Paid", "Amt Rcvd", "Amt Received", "Rcpt Amt", "Pmt Amt",
    ]
    static let debit = [
        "借方", "借方金额", "借方发生额", "借", "借方发生", "本币借方", "借方本币", "借项", "借方(元)", "本期借方",
        "Debit", "Dr", "Dr.", "Debit Amount", "Debits", "Debit Amt", "DR Amount", "Debit (CNY)", "Debit value",
        "Dr amt",
    ]
    static let credit = [
        "贷方", "贷方金额", "贷方发生额", "贷", "贷方发生", "本币贷方", "贷方本币", "贷项", "贷方(元)", "本期贷方",
        "Credit", "Cr", "Cr.", "Credit Amount", "Credits", "Credit Amt", "CR Amount", "Credit (CNY)", "Credit value",
        "Cr amt",
    ]
    static let accountCode = [
        "科目代码", "科目编码", "会计科目代码", "会计科目编码", "科目编号", "科目号", "科目", "会计科目", "账户代码", "总账科目代码", "科目代号",
        "Account Code", "Account No.", "Account Number", "Account", "GL Account", "G/L Account", "Ledger Code",
        "A/c Code", "Acct",
        "Acct Code", "Acct No.", "A/C No.", "GL Code", "Nominal Code", "Account ID", "Ledger Account", "G/L code",
    ]
    static let accountName = [
        "G/L Account: Long Text",
        "科目名称", "会计科目名称", "会计科目", "科目", "科目全名", "账户名称", "总账科目", "一级科目", "科目全称",
        "Account Name", "Account Title", "Account Description", "Ledger Name", "Ledger", "Account", "A/c Name",
        "GL Account Name", "G/L Name", "GL Name", "Acct Name",
        "Nominal Account", "Account desc", "Title",
    ]
    static let creditLimit = [
        "信用额度", "信用额", "授信额度", "赊销额度", "信用限额", "额度", "欠款限额", "信用金额", "赊账额度",
        "Credit Limit", "Credit Line", "Limit", "Max Credit", "Credit Ceiling", "Credit amount",
    ]
    static let creditDays = [
        "账期", "信用天数", "账期天数", "付款天数", "信用期", "赊销天数", "结算天数", "信用期限", "账期(天)", "收款天数", "付款期限",
        "Credit Days", "Payment Days", "Credit Period", "Net Days", "Days", "Term Days", "Credit Terms (days)",
        "Payment term days",
        "Terms days", "Days credit",
    ]
    static let holdCount = [
        "压单数", "压批数", "压单", "压单笔数", "压批", "压单张数", "允许压单数", "压货单数", "压单量",
        "Hold Count", "Hold N", "Holds", "Held Deliveries", "Hold", "Deliveries Held", "Hold number",
        "Max open deliveries",
        "Open deliveries allowed", "Hold orders",
    ]
    static let settlement = [
        "结算方式", "付款方式", "结款方式", "付款条件", "结算条件", "收款条件", "账期方式", "结账方式", "付款条款", "支付方式", "结算", "结算类型",
        "收款方式", "货款结算", "付款约定", "结款",
        "Terms", "Payment Terms", "Settlement", "Settlement Terms", "Payment Term", "Credit Terms", "Terms of Payment",
        "Payment Method",
        "Payment", "Pay terms", "Settlement method", "Payment Type", "Payment condition",
    ]
    static let method = [
        "收款方式", "结算科目", "回款方式", "付款方式", "结算方式", "支付方式", "收款类型", "到款方式", "方式", "收款渠道", "付款形式", "收款形式",
        "Method", "Payment Method", "Mode", "Payment Mode", "Paid by", "Receipt Method", "Payment Type", "How Paid",
        "Mode of Payment",
        "Means of payment", "Tender", "Instrument", "Pay method", "Type",
    ]
    static let channel = [
        "渠道", "分销渠道", "销售渠道", "客户渠道", "渠道类型", "客户类型", "客户类别", "订单类型", "渠道类别", "客户分类", "业务渠道", "渠道名称",
        "适用渠道", "销售类型",
        "Channel", "Sales Channel", "Distribution Channel", "Customer Type", "Segment", "Route", "Market",
        "Channel Type", "Trade channel",
        "Customer Channel", "Customer class", "Price channel",
    ]
    static let taxRate = [
        "税率", "增值税率", "增值税税率", "税率(%)", "适用税率", "税点",
        "Tax Rate", "VAT Rate", "VAT %", "Tax %", "VAT", "GST Rate", "Tax", "GST %", "Rate of VAT", "Tax percent",
    ]
    static let discount = [
        "折扣", "折扣率", "折让", "优惠率", "折扣(%)", "让利", "扣率", "折率",
        "Discount", "Disc", "Disc.", "Discount %", "Discount Rate", "Disc %", "Rebate", "Line discount",
        "Discount percent",
    ]
    static let maximumDiscount = [
        "最高折扣", "折扣上限", "最大折扣", "最大折扣率", "最高折扣率", "允许折扣",
        "Maximum Discount", "Max Discount", "Max. Discount", "Discount Limit", "Discount Cap", "Max Disc %",
        "Allowed discount",
    ]
    static let netAmount = [
        "不含税金额", "未税金额", "金额不含税", "净额", "不含税销售额", "无税金额", "不含税合计",
        "Net Amount", "Amount excl. VAT", "Amount excl. tax", "Net", "Net Total", "Taxable Amount", "Amount before tax",
        "Net Value",
        "Amount ex VAT", "Subtotal", "Untaxed amount",
    ]
    static let taxAmount = [
        "税额", "增值税额", "税金", "增值税", "进项税额", "销项税额",
        "Tax Amount", "VAT Amount", "Tax", "VAT", "GST Amount", "GST", "Output VAT",
    ]
    static let grossAmount = [
        "价税合计", "含税金额", "含税合计", "发票金额", "开票金额", "总金额", "合计", "金额", "票面金额", "价税总额",
        "Gross Amount", "Total", "Total Amount", "Amount incl. VAT", "Amount incl. tax", "Gross", "Invoice Amount",
        "Grand Total", "Amount",
        "Invoice total", "Total incl. VAT", "Gross total",
    ]
    static let charge = [
        "手续费", "银行手续费", "扣手续费", "汇费", "现金折扣", "折扣金额", "抹零", "抹零金额", "尾差", "扣款",
        "Charge", "Charges", "Bank Charge", "Bank Charges", "Bank Fee", "Fee", "Cash Discount",
    ]
    static let freight = [
        "运费", "运输费", "物流费", "运杂费", "托运费", "货运费", "运费金额", "Freight", "Freight Cost", "Shipping Cost", "Transport Cost",
        "Freight Charge", "Carriage", "Shipping Fee", "Freight amount", "Shipping",
    ]
}
