extension Field {
    /// What people call it.
    public var words: Phrase { Field.allWords[self] ?? Phrase(rawValue, rawValue) }

    private static let allWords: [Field: Phrase] = [
        .orderNumber: Phrase("订单号", "order number"), .documentNumber: Phrase("单号", "document number"),
        .receiptNumber: Phrase("收款单号", "receipt number"), .voucherNumber: Phrase("凭证号", "voucher number"),
        .invoiceNumber: Phrase("发票号", "invoice number"), .waybillNumber: Phrase("运单号", "waybill number"),
        .basisNumber: Phrase("依据单号", "basis number"), .appliesTo: Phrase("核销单号", "applies to"),
        .documentKind: Phrase("单据类型", "document kind"), .customer: Phrase("客户", "customer"),
        .customerCode: Phrase("客户编码", "customer code"), .aliases: Phrase("别名", "aliases"),
        .channel: Phrase("渠道", "channel"), .salesperson: Phrase("业务员", "salesperson"),
        .storeCode: Phrase("门店代码", "store code"), .headerCompany: Phrase("表头公司", "header company"),
        .productCode: Phrase("商品编码", "product code"), .productName: Phrase("品名", "product name"),
        .spec: Phrase("规格", "specification"), .unit: Phrase("单位", "unit"), .packUnit: Phrase("箱单位", "pack unit"),
        .packSize: Phrase("箱规", "pack size"), .barcode: Phrase("条码", "barcode"), .category: Phrase("类别", "category"),
        .batch: Phrase("批次", "batch"), .warehouse: Phrase("仓库", "warehouse"),
        .toWarehouse: Phrase("调入仓库", "to warehouse"), .location: Phrase("货位", "location"),
        .date: Phrase("日期", "date"), .orderDate: Phrase("订单日期", "order date"),
        .deliveryDate: Phrase("交货日期", "delivery date"), .dueDate: Phrase("到期日", "due date"),
        .countedAt: Phrase("盘点日期", "count date"), .validFrom: Phrase("生效日期", "valid from"),
        .validTo: Phrase("失效日期", "valid to"), .shippedAt: Phrase("发运日期", "shipped"),
        .arrivedAt: Phrase("到货日期", "arrived"), .signedAt: Phrase("签收日期", "signed at"),
        .quantity: Phrase("数量", "quantity"), .bookQuantity: Phrase("账面数", "book quantity"),
        .countedQuantity: Phrase("实盘数", "counted quantity"), .recountQuantity: Phrase("复盘数", "recount quantity"),
        .redeemedTokens: Phrase("回收奖券数", "redeemed tokens"), .signedQuantity: Phrase("签收数量", "signed quantity"),
        .unitPrice: Phrase("单价", "unit price"), .netPrice: Phrase("不含税单价", "net price"),
        .minimumPrice: Phrase("最低价", "minimum price"), .unitCost: Phrase("单位成本", "unit cost"),
        .standardCost: Phrase("标准成本", "standard cost"), .amount: Phrase("金额", "amount"),
        .received: Phrase("已收金额", "received"), .balance: Phrase("余额", "balance"), .debit: Phrase("借方", "debit"),
        .credit: Phrase("贷方", "credit"), .charge: Phrase("手续费", "charge"), .creditLimit: Phrase("信用额度", "credit limit"),
        .netAmount: Phrase("不含税金额", "net amount"), .taxAmount: Phrase("税额", "tax amount"),
        .grossAmount: Phrase("价税合计", "gross amount"), .freight: Phrase("运费", "freight"),
        .taxRate: Phrase("税率", "tax rate"), .discount: Phrase("折扣", "discount"),
        .maximumDiscount: Phrase("最高折扣", "maximum discount"), .creditDays: Phrase("账期", "credit days"),
        .holdCount: Phrase("压单数", "hold count"), .settlement: Phrase("结算方式", "settlement"),
        .method: Phrase("收款方式", "method"), .status: Phrase("状态", "status"),
        .approvedBy: Phrase("审批人", "approved by"), .confirmedBy: Phrase("客服确认", "confirmed by"),
        .handler: Phrase("经手人", "handler"), .signedBy: Phrase("签收人", "signed by"), .signed: Phrase("签收说明", "signed"),
        .supervisor: Phrase("主管签名", "supervisor"), .countedBy: Phrase("盘点人", "counted by"),
        .recountedBy: Phrase("复盘人", "recounted by"), .voided: Phrase("作废", "voided"),
        .voidReason: Phrase("作废原因", "void reason"), .reason: Phrase("差异原因", "reason"),
        .slipReturned: Phrase("回单返回", "slip returned"), .consignee: Phrase("收货人", "consignee"),
        .phone: Phrase("电话", "phone"), .address: Phrase("送货地址", "address"), .carrier: Phrase("托运部", "carrier"),
        .carrierPhone: Phrase("托运部电话", "carrier's phone"), .taxNumber: Phrase("税号", "tax number"),
        .accountCode: Phrase("科目代码", "account code"), .accountName: Phrase("科目名称", "account name"),
        .summary: Phrase("摘要", "summary"), .remark: Phrase("备注", "remark"),
        .amountInWords: Phrase("大写金额", "amount in words"),
    ]
}

extension BookKind {
    /// What people call it.
    public var words: Phrase {
        switch self {
        case .orders: Phrase("订单", "orders")
        case .prices: Phrase("价格表", "price list")
        case .customers: Phrase("客户档案", "customer file")
        case .products: Phrase("商品档案", "product file")
        case .movements: Phrase("出入库单", "warehouse documents")
        case .opening: Phrase("期初库存", "opening stock")
        case .stock: Phrase("账存", "stock book")
        case .counts: Phrase("盘点表", "counts")
        case .receivables: Phrase("应收", "receivables")
        case .receipts: Phrase("回款", "receipts")
        case .ledger: Phrase("财务明细账", "ledger")
        case .invoices: Phrase("发票", "invoices")
        case .waybills: Phrase("运单", "waybills")
        }
    }

    /// The English for that it has something: one list has, several orders have.
    public var has: String {
        switch self {
        case .prices, .customers, .products, .opening, .stock, .ledger: "has"
        case .orders, .movements, .counts, .receivables, .receipts, .invoices, .waybills: "have"
        }
    }
}

/// How a customer pays (vocabulary: "Settlement"); a company may have others.
public enum Settlement {
    /// What people call a settlement's identifier, such as `cash` or `hold2`; other texts stay as they are.
    public static func words(_ identifier: String) -> Phrase {
        switch identifier {
        case "cash": return Phrase("现款", "cash")
        case "monthly": return Phrase("月结", "monthly")
        case "rolling": return Phrase("滚单", "rolling")
        case "consignment": return Phrase("代销", "consignment")
        case "holdN": return Phrase("压单", "hold-N")
        default:
            guard let held = held(identifier) else { return Phrase(identifier, identifier) }
            return Phrase("压\(held)单", "hold-\(held)")
        }
    }

    /// How many deliveries `hold2` holds; `nil` for other settlements and for `holdN`.
    public static func held(_ identifier: String) -> Int64? {
        identifier.hasPrefix("hold") ? Int64(identifier.dropFirst(4)) : nil
    }
}
