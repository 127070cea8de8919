public import Books

/// Why two books may differ without anything being wrong: the parts of a residual that are no finding.
public enum ChainClass: String, CaseIterable, Hashable, Sendable {
    case carried, nextPeriod, otherPeriod, returns, consignment, service, notStocked, voided
    case open, credit, receivedEarlier, paidByAnother, refund
    case charge, discount, rounding, priceMix, tolerated, unpriced, unnumbered

    /// What people call it.
    public var words: Phrase {
        switch self {
        case .carried: Phrase("以前月份结转", "Carried from earlier months")
        case .nextPeriod: Phrase("期末之后的单据", "Documents after the period")
        case .otherPeriod: Phrase("记在其他月份", "Booked in another month")
        case .returns: Phrase("以前订单的退货、换货、冲红", "Returns, exchanges and reversals of earlier orders")
        case .consignment: Phrase("代销发出，售后再收", "Consignment, owed when sold")
        case .service: Phrase("运费等费用，不动库存", "A charge, such as freight; moves no stock")
        case .notStocked: Phrase("单据没写仓库，不动库存", "Names no warehouse, moves no stock")
        case .voided: Phrase("同一单据其他行已作废", "Another line of the document is void")
        case .open: Phrase("未收，未逾期", "Still open, not overdue")
        case .credit: Phrase("贷方余额（退货未抵、多收）", "Credit balance (returns not offset, paid ahead)")
        case .receivedEarlier: Phrase("以前月份已收", "Received in earlier months")
        case .paidByAnother: Phrase("他人代付", "Paid by another customer")
        case .refund: Phrase("退款", "Refund")
        case .charge: Phrase("手续费、折扣、抹零", "Bank charge, discount or small change let off")
        case .discount: Phrase("订单折扣，单据按折后价", "The order's discount, off the document's prices")
        case .rounding: Phrase("逐行四舍五入", "Rounding line by line")
        case .priceMix: Phrase("同单同品有几个单价", "Several prices agreed for one product")
        case .tolerated: Phrase("容差以内", "Within the tolerance")
        case .unpriced: Phrase("一方没有单价或金额", "One side has no price or amount")
        case .unnumbered: Phrase("没有写单号", "Names no document")
        }
    }

    /// The class whose colour it wears.
    public var findingClass: FindingClass {
        switch self {
        case .carried, .nextPeriod, .otherPeriod, .open, .consignment, .receivedEarlier, .returns: .timing
        case .unpriced, .unnumbered, .notStocked, .voided: .incomplete
        case .credit, .service, .paidByAnother, .refund, .charge, .discount, .rounding, .priceMix, .tolerated:
            .tolerated
        }
    }
}

extension ChainStage {
    /// What people call it.
    public var words: Phrase {
        switch self {
        case .ordered: Phrase("订货", "Ordered")
        case .shipped: Phrase("发货", "Shipped")
        case .stocked: Phrase("出库", "Stocked out")
        case .owed: Phrase("应收", "Owed")
        case .paid: Phrase("回款", "Paid")
        case .booked: Phrase("账贷方", "Booked credit")
        case .debited: Phrase("账借方", "Booked debit")
        case .available: Phrase("期初＋其他收发", "Opening + other moves")
        case .expected: Phrase("应存", "Expected")
        case .onBook: Phrase("账存", "On the book")
        case .counted: Phrase("实盘", "Counted")
        }
    }

    /// Where its figures come from.
    public var meaning: Phrase {
        switch self {
        case .ordered: Phrase("本月订单，每单只计一次；数量 × 单价", "the month's orders, each once; quantity × unit price")
        case .shipped:
            Phrase("期末前的销售出库 − 退货 − 冲红，作废不计", "sales issues less returns and reversals to the period's end, no voids")
        case .stocked: Phrase("其中本期收发存实际减少库存的部分", "what of it the period's roll-forward took out of a warehouse")
        case .owed: Phrase("应收表上的应收金额，含以前月份结转", "the receivables' amounts, those carried forward included")
        case .paid: Phrase("本期回款，重复登记只计一次", "the receipts, each counted once")
        case .booked: Phrase("应收账款科目本期贷方", "credits of the receivables account in the period")
        case .debited:
            Phrase("应收账款科目本期借方，与应收核对", "debits of the receivables account in the period, held against what is owed")
        case .available: Phrase("期初库存 ＋ 销售以外的全部收发和调拨", "opening stock and every movement but sales")
        case .expected: Phrase("期初＋其他收发 − 出库", "opening + other moves − stocked out")
        case .onBook: Phrase("账存表的期末数", "the stock book's closing quantity")
        case .counted: Phrase("盘点数，有复盘的以复盘为准", "the count, or the recount where there is one")
        }
    }
}

extension ChainProof.Name {
    /// What people call it.
    public var words: Phrase {
        switch self {
        case .productQuantity: Phrase("商品链（数量）", "Products, in quantity")
        case .productStock: Phrase("商品库存链（数量）", "Products on the shelf, in quantity")
        case .productAmount: Phrase("商品链（金额）", "Products, in money")
        case .customerAmount: Phrase("客户链（金额）", "Customers, in money")
        }
    }
}
