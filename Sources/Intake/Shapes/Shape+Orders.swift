import Books

extension BookShape {
    static let orders = BookShape(
        kind: .orders,
        essential: [[.orderNumber], product, [.quantity]],
        expected: [[.customer]],
        key: [[.orderNumber], product],
        characteristic: [
            .orderDate, .deliveryDate, .channel, .netPrice, .storeCode, .confirmedBy, .carrier, .consignee,
        ],
        columns: [
            Column(
                .orderNumber, Words.orderNumber,
                weak: Words.documentNumber + ["单据", "销售单号", "销售单编号", "合同号", "合同编号", "Contract No.", "Contract"]),
            Column(.orderDate, Words.orderDate, weak: Words.date),
            Column(.customer, Words.customer, weak: Words.bareName), Column(.customerCode, Words.customerCode),
            Column(.channel, Words.channel, weak: ["业务类型", "业务类别"]),
            Column(.salesperson, Words.salesperson, weak: ["负责人"]),
            Column(.productCode, Words.productCode), Column(.productName, Words.productName),
            Column(.spec, Words.spec), Column(.unit, Words.unit),
            Column(.quantity, Words.quantity, weak: Words.weakQuantity),
            Column(.unitPrice, Words.unitPrice), Column(.netPrice, Words.netPrice),
            Column(.packSize, Words.packSize), Column(.taxRate, Words.taxRate), Column(.discount, Words.discount),
            Column(.amount, Words.amount, weak: Words.grossAmount), Column(.settlement, Words.settlement),
            Column(.deliveryDate, Words.deliveryDate), Column(.consignee, Words.consignee),
            Column(.phone, Words.phone), Column(.address, Words.address), Column(.carrier, Words.carrier),
            Column(.carrierPhone, Words.carrierPhone), Column(.storeCode, Words.storeCode),
            Column(.headerCompany, Words.headerCompany), Column(.approvedBy, Words.approvedBy),
            Column(.confirmedBy, Words.confirmedBy), Column(.status, Words.status), Column(.remark, Words.remark),
            Column(.amountInWords, Words.amountInWords),
        ],
        titles: [
            ("订单", 3), ("订货单", 3), ("订货", 2), ("要货", 2), ("order", 3), ("orders", 3), ("销售明细", 1), ("order sheet", 3),
            ("purchase order", 3), ("sales order", 3), ("手写单", 2), ("报单", 2),
        ])
}
