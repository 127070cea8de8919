import Books

/// Headers and labels of document numbers and kinds.
extension Words {
    static let orderNumber = [
        "Sales Document",
        "订单号", "订单编号", "订货单编号", "订货单号", "销售订单号", "销售订单编号", "客户订单号", "订单单号", "订单NO", "订单No.", "采购订单号",
        "PO号", "SO号", "客户单号", "订单", "订单代码", "订单流水号", "订货编号", "要货单号", "要货单编号",
        "Order No.", "Order Number", "Order ID", "Order", "Order #", "Sales Order", "Sales Order No", "SO No.",
        "SO Number", "SO#",
        "Purchase Order", "PO Number", "PO No.", "PO#", "Order Ref", "Order Reference", "Order Code", "Customer PO",
        "SO",
        "SO Ref", "SO Nbr", "Ord No.", "Ord #", "PO Ref",
    ]
    static let documentNumber = [
        "Num",
        "单据编号", "单号", "单据号", "单据号码", "单据No", "凭单号", "票据号", "票号", "单证号", "业务单号", "编号", "单据流水号",
        "Document No.", "Document Number", "Doc No.", "Doc Number", "Doc #", "Document", "Document ID", "Document #",
        "Doc ID",
        "Number", "Reference No.", "Ref No.", "Voucher", "Slip No.", "Transaction No.", "Transaction ID",
        "Doc Ref", "Doc Nbr",
    ]
    static let movementNumber = [
        "Material Document",
        "出库单号", "出库单编号", "出仓单号", "出仓单编号", "出库编号", "入库单号", "入库单编号", "进仓单号", "进仓单编号", "入库编号",
        "发货单号", "发货单编号", "送货单号", "送货单编号", "销售单号", "销售单编号", "销售出库单号", "提货单号", "调拨单号", "出入库单号", "仓单号",
        "退货单号", "收发单号", "进出仓单号",
        "Delivery No.", "Delivery Number", "Delivery Note", "Delivery Note No.", "DN No.", "DN", "GRN", "GRN No.",
        "Goods Issue No.",
        "Issue No.", "Movement No.", "Dispatch No.", "Despatch No.", "Shipment No.", "Shipment Number", "Delivery",
        "Stock Document",
        "GI No.", "GR No.", "Transfer No.", "Issue Number", "Movement ID", "Delivery ID", "Dispatch Note",
        "DN #", "DN Number", "D/N No.", "D/N", "GRN #", "Del. No.", "Shpt No.",
    ]
    static let receiptNumber = [
        "收款单号", "收款编号", "收款单编号", "回款单号", "回款编号", "收据号", "收据编号", "收款凭证号", "到款单号", "银行流水号", "流水号",
        "交易流水号", "收款流水号", "进账单号",
        "Receipt No.", "Receipt Number", "Receipt ID", "Receipt", "Receipt #", "Payment No.", "Payment Number",
        "Payment ID", "Payment Ref",
        "Payment Reference", "Bank Ref", "Bank Reference", "Remittance No.", "Collection No.", "Cash Receipt No.",
        "Rcpt No.", "Rcpt #", "Rcpt", "Rct No.", "Rec. No.", "Pmt No.", "Pmt Ref", "Pmt #",
    ]
    static let voucherNumber = [
        "Trans #", "Transaction Number",
        "凭证号", "凭证字号", "凭证编号", "凭证号数", "凭证号码", "记账凭证号", "会计凭证号", "凭证", "字号", "传票号",
        "Voucher No.", "Voucher Number", "Voucher ID", "Voucher", "JE", "Journal No.", "Journal Number", "Journal ID",
        "Journal", "JE No.",
        "JE Number", "JV No.", "Journal Entry", "Entry No.", "Entry Number", "Posting No.", "Posting ID", "GL Entry",
        "Transaction No.", "Trans. No.", "Trans No.",
    ]
    static let invoiceNumber = [
        "发票号", "发票号码", "发票编号", "发票", "数电票号码", "数电发票号码", "全电发票号码", "开票号", "税票号",
        "Invoice No.", "Invoice Number", "Invoice ID", "Invoice", "Invoice #", "Inv No.", "Tax Invoice No.",
        "Inv #", "Inv Nbr", "Inv",
    ]
    static let waybillNumber = [
        "运单号", "运单编号", "运单号码", "托运单号", "托运单编号", "物流单号", "快递单号", "货运单号", "运输单号", "提单号", "货票号",
        "Waybill No.", "Waybill Number", "Waybill", "Tracking No.", "Tracking Number", "Consignment No.",
        "Consignment Note", "Shipment No.",
        "Shipment Number", "Bill of Lading", "BOL", "B/L No.", "AWB", "CMR No.", "Shipment ID", "Tracking ID",
    ]
    static let basisNumber = [
        "Created From", "Sales Document",
        "依据单号", "源单单号", "源单编号", "源单", "源单据", "来源单", "源单号", "来源单号", "来源单据", "来源单据号", "源单据号", "对应订单号", "关联单号", "关联订单",
        "关联订单号", "原单号", "原始单号", "上游单号", "选单号", "选单单号", "订单号", "销售订单号", "订单编号", "订货单号", "依据", "依据单据",
        "基础单据", "原单据号", "参考单号", "送货单号", "基准单号", "引用单号", "订货单编号",
        "Source No.", "Source Document", "Source Doc", "Source Doc No.", "Source", "Basis No.", "Basis",
        "Basis Document", "Base Document",
        "Order No.", "Order Number", "Order", "Order ID", "Sales Order", "Sales Order No.", "SO No.", "Reference",
        "Ref", "Reference No.",
        "Based on", "Order Ref", "Origin", "Origin No.", "Against Order", "Related Order", "Source Order",
        "Parent Document", "PO No.",
        "SO Ref", "SO Number", "SO#", "SO", "SO Nbr", "Ord No.", "Ord #", "PO Ref", "PO Number", "PO#",
    ]
    static let appliesTo = [
        "核销单号", "冲销单号", "核销单据", "核销编号", "对应单号", "对应单据", "对应出库单", "对应单据号", "结算单号", "冲抵单号", "应收单号",
        "销账单号", "核销应收单", "核销", "销售单号", "出库单号", "发货单号", "对应应收", "核销对象", "核销业务单号", "对应销售单",
        "Applies to", "Applied to", "Apply to", "Applied Document", "Against", "Against Document", "For Document",
        "Settles", "Invoice No.",
        "Document No.", "Allocated to", "Allocation", "Cleared Document", "Clearing", "Pays", "Pays document", "For",
        "Matched to",
        "Delivery No.",
        "Agst. Inv.", "Against Inv", "Agst.", "Applied Inv", "Inv No.", "DN No.",
    ]
    static let documentKind = [
        "Movement Type Text", "Operation Type",
        "单据类型", "单据名称", "单据种类", "单据类别", "业务类型", "出入库类型", "出入库类别", "收发类别", "事务类型", "类型", "单据", "单别",
        "类别", "收发类型", "进出类型", "业务种类", "出入类型", "移动类型",
        "Document Type", "Doc Type", "Document Kind", "Type", "Movement Type", "Transaction Type", "Kind",
        "Voucher Type", "Txn Type",
        "Movement", "Document Class", "Stock Movement Type", "Movement Kind",
    ]
    /// Columns of which some value says that a row goes back.
    static let returnKinds = [
        "红蓝字", "红蓝", "红字", "红蓝标志", "红蓝字标志", "红字标志", "红字蓝字", "业务类型", "业务类别", "业务种类", "单据类型", "单据类别", "单据种类", "单据名称",
        "出库类型", "出库类别", "销售类型", "收发类别", "收款类型", "发票类型", "类型", "类别", "Type", "Transaction Type", "Txn Type",
        "Document Type",
        "Doc Type", "Movement Type", "Red/Blue",
    ]
    /// Columns that ask whether a row goes back.
    static let returnQuestions = [
        "是否退货", "退货", "退货标志", "是否红字", "是否冲红", "是否退款", "Return", "Return?", "Is return", "Returned", "Credit?",
    ]
    static let voided = [
        "作废", "是否作废", "作废标志", "作废标记", "已作废", "作废否", "废单",
        "Void", "Voided", "Is Void", "Cancelled", "Canceled", "Cancelled?", "Void?", "Voided?", "Cancel",
        "Is Cancelled", "Void flag",
    ]
    static let voidReason = [
        "作废原因", "作废说明", "作废理由", "作废备注", "废单原因",
        "Void Reason", "Reason for Void", "Cancel Reason", "Cancellation Reason", "Why Voided", "Reason Voided",
        "Void note", "Void remark",
    ]
    static let supervisor = [
        "主管签名", "仓库主管", "主管", "主管签字", "仓库主管签名", "仓库主管签字", "主管审批", "仓管主管", "作废签名", "主管确认",
        "Supervisor", "Supervisor Signature", "Warehouse Supervisor", "Warehouse Manager", "Signed by Supervisor",
        "Supervisor sign-off",
    ]
    static let summary = [
        "Label",
        "摘要", "摘要说明", "凭证摘要", "说明", "业务摘要", "事由",
        "Description", "Summary", "Narration", "Narrative", "Memo", "Particulars", "Details", "Explanation", "Text",
        "Line description",
    ]
    static let remark = [
        "备注", "备注说明", "说明", "附注", "注释", "备考", "行备注", "批注", "留言",
        "Remark", "Remarks", "Note", "Notes", "Comment", "Comments", "Memo",
    ]
    static let status = ["状态", "订单状态", "单据状态", "执行状态", "Status", "Order Status", "Document Status"]
}
