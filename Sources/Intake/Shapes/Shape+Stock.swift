import Books

extension BookShape {
    static let movements = BookShape(
        kind: .movements,
        essential: [[.documentNumber], product, [.quantity]],
        expected: [[.date], [.warehouse], [.documentKind]],
        key: [[.documentNumber], product, [.quantity], [.date]],
        characteristic: [.basisNumber, .toWarehouse, .voided, .voidReason, .signedBy, .handler],
        columns: [
            Column(.documentKind, Words.documentKind),
            Column(
                .documentNumber, Words.movementNumber + Words.documentNumber, weak: ["凭证号", "Reference", "Ref", "Ref."]),
            Column(.date, Words.movementDate + Words.date), Column(.warehouse, Words.warehouse),
            Column(.toWarehouse, Words.toWarehouse + ["Destination"]),
            Column(
                .customer, Words.customer + ["客户/供应商", "供应商", "供货单位", "收料单位", "领用单位", "往来"], weak: Words.bareName),
            Column(.customerCode, Words.customerCode), Column(.productCode, Words.productCode),
            Column(.productName, Words.productName), Column(.spec, Words.spec), Column(.unit, Words.unit),
            Column(.batch, Words.batch),
            Column(.quantity, Words.quantity + Words.doneQuantity, weak: Words.weakQuantity),
            Column(.unitPrice, Words.unitPrice, weak: Words.unitCost),
            Column(.amount, Words.amount, weak: Words.stockAmount),
            Column(.basisNumber, Words.basisNumber + Words.orderNumber), Column(.settlement, Words.settlement),
            Column(.salesperson, Words.salesperson), Column(.handler, Words.handler),
            Column(.signedBy, Words.signedBy, weak: Words.signed), Column(.voided, Words.voided, weak: Words.status),
            Column(.voidReason, Words.voidReason), Column(.supervisor, Words.supervisor),
            Column(.approvedBy, Words.approvedBy), Column(.redeemedTokens, Words.redeemedTokens),
            Column(.address, Words.address.filter { $0 != "Destination" }), Column(.consignee, Words.consignee),
            Column(.phone, Words.phone),
            Column(.carrier, Words.carrier), Column(.packSize, Words.packSize), Column(.remark, Words.remark),
        ],
        titles: [
            ("出入库", 3), ("出库", 3), ("入库", 3), ("出仓", 3), ("进仓", 3), ("调拨", 3), ("退货单", 3), ("送货单", 3), ("发货单", 3),
            ("冲红", 3), ("退厂", 3), ("返修", 3), ("兑奖", 2), ("收发", 2), ("进出仓", 3), ("movement", 3), ("movements", 3),
            ("delivery", 2),
            ("deliveries", 3), ("dispatch", 2), ("goods issue", 3), ("issues", 2), ("goods receipt", 3),
            ("transfer", 2), ("transfers", 3),
            ("delivery note", 3), ("stock movement", 3), ("sales issue", 3), ("warehouse", 1), ("goods in", 3),
            ("goods out", 3),
            ("出入仓", 3), ("销售出库", 3), ("shipments", 2), ("returns", 2),
        ])

    static let opening = BookShape(
        kind: .opening,
        essential: [product, [.quantity]],
        expected: [[.warehouse]],
        key: [product, [.quantity]],
        characteristic: [.unitCost],
        columns: stockColumns(
            quantity: Words.openingQuantity + ["数量", "库存数量", "Qty", "Quantity"], cost: Words.openingCost,
            amount: Words.openingAmount),
        titles: [
            ("期初", 3), ("年初", 3), ("月初", 3), ("上月结存", 3), ("上期结存", 3), ("opening", 3), ("beginning", 3), ("初始", 2),
            ("brought forward", 3), ("b/f", 2), ("上月末", 2), ("initial", 2), ("start of month", 3),
        ])

    static let stock = BookShape(
        kind: .stock,
        essential: [product, [.quantity]],
        expected: [[.warehouse]],
        key: [product, [.quantity]],
        characteristic: [.unitCost],
        columns: stockColumns(
            quantity: Words.stockQuantity + ["数量", "Qty", "Quantity"], cost: Words.closingCost,
            amount: Words.closingAmount),
        titles: [
            ("账存", 3), ("即时库存", 3), ("库存", 1), ("结存", 2), ("期末", 3), ("库存余额", 3), ("收发存", 2), ("stock", 1),
            ("on hand", 3),
            ("closing", 3), ("inventory", 1), ("ending", 3), ("book stock", 3), ("库存表", 2), ("存货", 1), ("账面库存", 3),
            ("现存量", 3),
            ("stock book", 3), ("end of month", 3), ("库存账", 3), ("进销存", 2), ("balance", 1), ("月末", 2), ("月末库存", 3),
            ("balances", 1),
            ("stock on hand", 3), ("stock balance", 3),
        ])

    static let counts = BookShape(
        kind: .counts,
        essential: [product, [.countedQuantity]],
        expected: [[.warehouse]],
        key: [product],
        characteristic: [
            .bookQuantity, .countedQuantity, .recountQuantity, .countedBy, .countedAt, .reason, .location,
        ],
        columns: [
            Column(.warehouse, Words.warehouse), Column(.productCode, Words.productCode),
            Column(.productName, Words.productName), Column(.spec, Words.spec), Column(.unit, Words.unit),
            Column(.packSize, Words.packSize),
            Column(.batch, Words.batch), Column(.location, Words.location, weak: ["Location", "Storage Location"]),
            Column(.bookQuantity, Words.bookQuantity),
            Column(.countedQuantity, Words.countedQuantity, weak: ["数量", "Qty", "Quantity"]),
            Column(.recountQuantity, Words.recountQuantity), Column(.countedAt, Words.countedAt),
            Column(.countedBy, Words.countedBy), Column(.recountedBy, Words.recountedBy),
            Column(.reason, Words.reason), Column(.unitCost, Words.unitCost), Column(.remark, Words.remark),
        ],
        titles: [
            ("盘点", 3), ("盘存", 3), ("实盘", 3), ("清点", 2), ("抽点", 2), ("抽盘", 2), ("count", 2), ("counts", 2),
            ("stocktake", 3),
            ("stock take", 3), ("stock count", 3), ("physical", 2), ("count sheet", 3), ("cycle count", 3),
            ("stocktaking", 3), ("盘库", 3),
            ("physical inventory", 3),
        ])

    /// Opening and closing stock have the same columns; only what they call the quantity differs.
    private static func stockColumns(quantity: [String], cost: [String], amount: [String]) -> [Column] {
        [
            Column(.warehouse, Words.warehouse), Column(.productCode, Words.productCode),
            Column(.productName, Words.productName), Column(.spec, Words.spec), Column(.unit, Words.unit),
            Column(.packSize, Words.packSize),
            Column(.batch, Words.batch), Column(.location, Words.location, weak: ["Location", "Storage Location"]),
            Column(.quantity, quantity, weak: Words.quantity + Words.bookQuantity + Words.weakQuantity),
            Column(.unitCost, cost + Words.unitCost, weak: Words.unitPrice),
            Column(.amount, amount + Words.stockAmount, weak: Words.amount),
            Column(.category, Words.category), Column(.barcode, Words.barcode), Column(.remark, Words.remark),
        ]
    }
}
