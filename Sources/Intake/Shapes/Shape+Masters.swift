import Books

extension BookShape {
    static let prices = BookShape(
        kind: .prices,
        essential: [product, [.unitPrice]],
        expected: [],
        key: [product, [.unitPrice]],
        characteristic: [.validFrom, .validTo, .minimumPrice, .maximumDiscount],
        columns: [
            Column(.productCode, Words.productCode), Column(.productName, Words.productName), Column(.spec, Words.spec),
            Column(.unit, Words.unit), Column(.channel, Words.channel, weak: ["业务类型", "业务类别"]),
            Column(.customer, Words.customer),
            Column(.customerCode, Words.customerCode),
            Column(.unitPrice, Words.unitPrice + ["政策价", "指导价", "协议价", "定价", "政策价格"]),
            Column(.minimumPrice, Words.minimumPrice), Column(.maximumDiscount, Words.maximumDiscount),
            Column(.validFrom, Words.validFrom, weak: Words.date), Column(.validTo, Words.validTo),
            Column(.approvedBy, Words.approvedBy), Column(.remark, Words.remark),
        ],
        titles: [
            ("价格表", 3), ("价格", 2), ("价目", 3), ("报价", 3), ("价格政策", 3), ("定价", 2), ("price", 2), ("prices", 3),
            ("price list", 3),
            ("pricelist", 3), ("tariff", 2), ("政策", 1),
        ])

    static let customers = BookShape(
        kind: .customers,
        essential: [[.customer]],
        expected: [],
        key: [[.customer]],
        characteristic: [
            .customerCode, .aliases, .creditDays, .creditLimit, .holdCount, .taxNumber, .settlement, .phone, .address,
            .channel,
        ],
        minimumCharacteristic: 2,
        columns: [
            Column(.customer, Words.customer, weak: ["名称", "Name", "全称"]),
            Column(.customerCode, Words.customerCode, weak: ["编码", "代码", "编号", "ID", "Code"]),
            Column(.aliases, Words.aliases), Column(.channel, Words.channel), Column(.settlement, Words.settlement),
            Column(.creditDays, Words.creditDays), Column(.creditLimit, Words.creditLimit),
            Column(.holdCount, Words.holdCount), Column(.phone, Words.phone), Column(.address, Words.address),
            Column(.taxNumber, Words.taxNumber), Column(.salesperson, Words.salesperson),
            Column(.consignee, Words.consignee), Column(.storeCode, Words.storeCode), Column(.carrier, Words.carrier),
            Column(.carrierPhone, Words.carrierPhone), Column(.status, Words.status + ["客户状态"]),
            Column(.remark, Words.remark),
        ],
        titles: [
            ("客户档案", 3), ("客户资料", 3), ("客户", 2), ("客户名录", 3), ("往来单位", 2), ("customer", 2), ("customers", 3),
            ("clients", 3),
            ("customer master", 3), ("customer list", 3), ("客户信息", 3),
        ])

    static let products = BookShape(
        kind: .products,
        essential: [product],
        expected: [[.productCode]],
        key: [product],
        characteristic: [.spec, .packSize, .packUnit, .standardCost, .barcode, .category, .aliases, .unit],
        minimumCharacteristic: 2,
        columns: [
            Column(.productCode, Words.productCode, weak: ["编号", "ID"]), Column(.productName, Words.productName),
            Column(.aliases, Words.aliases), Column(.spec, Words.spec), Column(.unit, Words.unit),
            Column(.packUnit, Words.packUnit), Column(.packSize, Words.packSize), Column(.barcode, Words.barcode),
            Column(.category, Words.category), Column(.standardCost, Words.standardCost),
            Column(.taxRate, Words.taxRate), Column(.status, Words.status + ["商品状态"]), Column(.remark, Words.remark),
        ],
        titles: [
            ("商品档案", 3), ("商品资料", 3), ("产品资料", 3), ("产品档案", 3), ("商品", 2), ("产品", 2), ("物料", 2), ("存货档案", 3), ("货品", 2),
            ("product", 2), ("products", 3), ("items", 2), ("item master", 3), ("product master", 3),
            ("product list", 3), ("catalogue", 2),
            ("catalog", 2), ("sku", 1), ("商品信息", 3), ("material master", 3),
        ])
}
