import Books

extension BookShape {
    static let receivables = BookShape(
        kind: .receivables,
        essential: [[.customer], [.documentNumber], [.amount]],
        expected: [],
        key: [[.customer], [.documentNumber], [.amount]],
        characteristic: [.received, .balance, .dueDate, .signed],
        columns: [
            Column(.customer, Words.customer, weak: Words.bareName + Words.contact),
            Column(.customerCode, Words.customerCode),
            Column(
                .documentNumber, Words.movementNumber + Words.documentNumber,
                weak: Words.orderNumber + Words.invoiceNumber + ["Reference", "Ref", "Ref."]),
            Column(.date, Words.date + Words.movementDate, weak: ["Invoice Date", "开票日期", "销售日期"]),
            Column(.amount, Words.receivableAmount + Words.amount), Column(.received, Words.received),
            Column(.balance, Words.balance), Column(.settlement, Words.settlement), Column(.dueDate, Words.dueDate),
            Column(.signed, Words.signed, weak: Words.signedBy), Column(.salesperson, Words.salesperson),
            Column(.channel, Words.channel), Column(.creditDays, Words.creditDays),
            Column(.summary, Words.summary), Column(.status, Words.status), Column(.remark, Words.remark),
        ],
        titles: [
            ("应收", 3), ("欠款", 3), ("往来", 2), ("应收账款", 3), ("receivable", 3), ("receivables", 3), ("debtors", 3),
            ("ar", 2),
            ("accounts receivable", 3), ("outstanding", 2), ("aged", 1), ("赊销", 2), ("未收款", 2),
            ("customer statement", 2),
        ])

    static let receipts = BookShape(
        kind: .receipts,
        essential: [[.customer], [.amount], [.date]],
        expected: [[.receiptNumber]],
        key: [[.date], [.amount]],
        characteristic: [.receiptNumber, .method, .appliesTo],
        columns: [
            Column(
                .date,
                Words.date + [
                    "收款日期", "回款日期", "到账日期", "到款日期", "付款日期", "来款日期", "收款时间", "交款日期", "入账时间",
                    "Receipt Date", "Payment Date", "Received on", "Date received", "Date paid", "Paid on",
                    "Value date", "Collection date",
                ]),
            Column(.customer, Words.customer, weak: Words.bareName + Words.contact),
            Column(.customerCode, Words.customerCode),
            Column(.amount, Words.receiptAmount + Words.amount, weak: Words.received),
            Column(.receiptNumber, Words.receiptNumber, weak: Words.documentNumber + Words.voucherNumber),
            Column(.charge, Words.charge),
            Column(.method, Words.method),
            Column(.appliesTo, Words.appliesTo, weak: Words.movementNumber + Words.orderNumber),
            Column(.approvedBy, Words.approvedBy), Column(.salesperson, Words.salesperson),
            Column(.handler, Words.handler + ["收款人", "Cashier", "出纳"]), Column(.summary, ["摘要", "用途", "附言"]),
            Column(.remark, Words.remark),
        ],
        titles: [
            ("回款", 3), ("收款", 3), ("到账", 2), ("收据", 2), ("来款", 2), ("receipt", 2), ("receipts", 3), ("payment", 2),
            ("payments", 3),
            ("collections", 3), ("cash received", 3), ("回款登记", 3), ("cash book", 2), ("到款", 2), ("money received", 3),
        ])

    static let ledger = BookShape(
        kind: .ledger,
        essential: [[.voucherNumber], [.debit], [.credit]],
        expected: [[.date], [.accountCode]],
        key: [[.voucherNumber], [.debit, .credit]],
        characteristic: [.voucherNumber, .accountCode, .accountName, .debit, .credit, .summary],
        columns: [
            Column(.voucherNumber, Words.voucherNumber, weak: ["号", "编号"] + Words.documentNumber),
            Column(.date, Words.date + ["凭证日期", "制证日期", "Voucher Date", "Journal Date", "GL Date"]),
            Column(.accountCode, Words.accountCode), Column(.accountName, Words.accountName),
            Column(.summary, Words.summary), Column(.debit, Words.debit), Column(.credit, Words.credit),
            Column(
                .customer, Words.customer + ["往来", "核算项目", "辅助核算", "核算项目名称", "辅助项", "客户往来", "辅助账"],
                weak: Words.contact),
            Column(.customerCode, Words.customerCode),
            Column(
                .documentNumber, Words.documentNumber + Words.movementNumber,
                weak: Words.basisNumber + Words.receiptNumber + ["业务编号", "结算号"]),
            Column(.remark, Words.remark),
        ],
        titles: [
            ("明细账", 3), ("总账", 3), ("凭证", 3), ("序时账", 3), ("分录", 2), ("日记账", 2), ("ledger", 3), ("journal", 3),
            ("gl", 2),
            ("general ledger", 3), ("voucher", 2), ("vouchers", 3), ("财务", 1), ("明细分类账", 3), ("postings", 2), ("科目", 2),
        ])

    static let invoices = BookShape(
        kind: .invoices,
        essential: [[.invoiceNumber], [.customer], [.grossAmount, .netAmount]],
        expected: [[.date]],
        key: [[.invoiceNumber]],
        characteristic: [.taxAmount, .netAmount, .grossAmount, .invoiceNumber],
        columns: [
            Column(.invoiceNumber, Words.invoiceNumber, weak: Words.documentNumber),
            Column(
                .date,
                Words.date + ["开票日期", "发票日期", "开票时间", "Invoice Date", "Date of invoice", "Issued on", "Tax date"]),
            Column(.customer, Words.customer), Column(.customerCode, Words.customerCode),
            Column(.orderNumber, Words.orderNumber, weak: Words.basisNumber), Column(.productCode, Words.productCode),
            Column(.productName, Words.productName), Column(.spec, Words.spec), Column(.unit, Words.unit),
            Column(.quantity, Words.quantity, weak: Words.weakQuantity), Column(.unitPrice, Words.unitPrice),
            Column(.netAmount, Words.netAmount, weak: ["金额", "Amount"]), Column(.taxRate, Words.taxRate),
            Column(.taxAmount, Words.taxAmount), Column(.grossAmount, Words.grossAmount), Column(.remark, Words.remark),
        ],
        titles: [
            ("发票", 3), ("开票", 3), ("invoice", 2), ("invoices", 3), ("invoice register", 3), ("tax invoice", 3),
            ("数电票", 3), ("销项", 2),
        ])

    static let waybills = BookShape(
        kind: .waybills,
        essential: [[.waybillNumber]],
        expected: [[.orderNumber, .documentNumber]],
        key: [[.waybillNumber]],
        characteristic: [
            .shippedAt, .arrivedAt, .signedAt, .signedQuantity, .freight, .slipReturned, .carrier, .waybillNumber,
        ],
        minimumCharacteristic: 3,
        columns: [
            Column(.waybillNumber, Words.waybillNumber), Column(.orderNumber, Words.orderNumber),
            Column(.documentNumber, Words.movementNumber + Words.documentNumber), Column(.customer, Words.customer),
            Column(.carrier, Words.carrier), Column(.carrierPhone, Words.carrierPhone),
            Column(.shippedAt, Words.shippedAt, weak: Words.date), Column(.arrivedAt, Words.arrivedAt),
            Column(.signedAt, Words.signedAt), Column(.signedBy, Words.signedBy),
            Column(.productCode, Words.productCode), Column(.productName, Words.productName), Column(.unit, Words.unit),
            Column(.quantity, Words.quantity + ["发运数量", "托运数量"], weak: Words.weakQuantity),
            Column(.signedQuantity, Words.signedQuantity), Column(.freight, Words.freight),
            Column(.slipReturned, Words.slipReturned), Column(.consignee, Words.consignee), Column(.phone, Words.phone),
            Column(.address, Words.address), Column(.remark, Words.remark),
        ],
        titles: [
            ("运单", 3), ("托运", 3), ("物流", 2), ("运输", 2), ("回单", 2), ("waybill", 3), ("waybills", 3), ("shipment", 2),
            ("tracking", 2),
            ("freight", 2), ("logistics", 2), ("consignment", 1), ("货运", 2),
        ])
}
