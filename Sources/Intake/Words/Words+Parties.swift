import Books

/// Headers and labels of customers, people, places and carriers.
extension Words {
    static let customer = [
        "Invoice Partner Display Name", "Customer/Vendor", "Customer:Project", "Customer:Job", "BP Name",
        "Business Partner Name",
        "客户", "客户名称", "客户全称", "客户名", "客户单位", "客户单位名称", "购货单位", "购货单位名称", "购买单位", "购货方", "购方", "购方名称", "购买方", "购买方名称",
        "往来单位", "往来单位名称", "收货单位", "订货单位", "订货客户", "单位名称", "公司名称", "经销商", "经销商名称", "门店名称", "买方", "需方",
        "往来客户", "付款单位", "付款方", "付款人", "欠款单位", "结算客户", "客商", "客商名称", "客户简称", "提货单位", "甲方", "交款单位",
        "Customer", "Customer Name", "Client", "Client Name", "Buyer", "Sold to", "Sold-to party", "Account Name",
        "Bill to", "Debtor",
        "Party", "Party Name", "Customer / Party", "Purchaser", "Dealer", "Distributor", "Payer", "Paid by",
        "Received from", "Company",
        "Company name", "Partner", "Business partner", "Counterparty", "Cust", "Cust. Name", "Customer Account Name",
        "Cust. Nm",
    ]
    /// What heads the customers of exports whose rows are all of customers.
    static let bareName = ["Name", "Entity"]
    /// The same where nobody is to be called.
    static let contact = ["Contact", "Contact Name", "ContactName"]
    static let customerCode = [
        "客户编码", "客户代码", "客户编号", "客户号", "购货单位代码", "购货单位编码", "往来单位编码", "往来单位代码", "单位编码", "单位代码", "客商编码",
        "会员号", "客户ID", "BP Code",
        "Customer Code", "Customer ID", "Customer No.", "Customer Number", "Customer #", "Client Code", "Client ID",
        "Account No.",
        "Cust Code", "Cust ID", "Cust No.", "Debtor No.", "Debtor code", "Party Code",
    ]
    static let aliases = [
        "别名", "简称", "曾用名", "又名", "其他名称", "别称", "俗称", "助记名", "客户简称", "其它名称",
        "Alias", "Aliases", "Also known as", "AKA", "Short Name", "Other Names", "Abbreviation", "Former Name",
        "Trading Name", "Nickname",
    ]
    static let salesperson = [
        "业务员", "业务代表", "销售员", "销售代表", "业务人员", "业务经理", "客户经理", "销售人员", "跟单员", "销售", "业务", "部门业务员",
        "业务员姓名",
        "Salesperson", "Sales Person", "Sales Rep", "Sales Representative", "Representative", "Rep", "Seller",
        "Account Manager", "Salesman",
        "Sales", "Sales Agent", "Sold by", "Sales executive",
    ]
    static let storeCode = [
        "门店代码", "门店编码", "门店号", "店号", "门店编号", "店铺代码", "店码", "沃尔玛门店代码", "商场代码", "店代码", "分店号", "分店代码",
        "Store Code", "Store No.", "Store Number", "Store", "Store ID", "Shop Code", "Outlet Code", "Branch Code",
        "Store #", "Outlet No.",
    ]
    static let headerCompany = [
        "表头公司", "表头", "抬头", "公司抬头", "订单抬头", "单据抬头", "供货单位", "供方", "卖方", "销售单位",
        "Header Company", "Company Header", "Letterhead", "Supplier", "Vendor", "Selling Company",
    ]
    static let consignee = [
        "收货人", "联系人", "收件人", "提货人", "收货联系人", "收货人姓名", "客户联系人", "接货人", "收货方",
        "Consignee", "Contact", "Contact Person", "Receiver", "Recipient", "Contact Name", "Attention", "Attn", "Attn.",
        "Deliver to",
        "Receiver name", "Ship to contact", "Ship-to name",
    ]
    static let phone = [
        "电话", "联系电话", "收货电话", "收货人电话", "手机", "手机号", "手机号码", "电话号码", "联系方式", "客户电话", "收件人电话", "收货联系电话",
        "移动电话", "固定电话", "联系手机",
        "Phone", "Phone No.", "Phone Number", "Telephone", "Tel", "Tel.", "Mobile", "Mobile No.", "Mobile Number",
        "Contact No.",
        "Contact Number", "Contact Phone", "Cell", "Cell Phone", "Consignee Phone", "Customer Phone", "Telephone no.",
    ]
    static let address = [
        "送货地址", "收货地址", "地址", "发货地址", "交货地址", "客户地址", "配送地址", "到货地址", "送达地址", "详细地址", "交货地点", "收件地址",
        "收货地点", "送货地点", "到货地点", "目的地",
        "Address", "Ship to", "Ship-to", "Ship to Address", "Delivery Address", "Shipping Address",
        "Deliver to Address", "Destination",
        "Delivery Location", "Street Address", "Customer Address", "Delivery place",
    ]
    static let carrier = [
        "托运部", "货运公司", "物流公司", "承运商", "承运人", "承运单位", "托运公司", "货运部", "快递公司", "运输公司", "物流", "托运", "货站",
        "物流商", "承运方",
        "Carrier", "Carrier Name", "Freight Company", "Forwarder", "Freight Forwarder", "Logistics",
        "Logistics Company", "Haulier",
        "Shipper", "Transport", "Transporter", "Courier", "Trucking company", "Transport company", "Shipped via",
        "Ship via",
    ]
    static let carrierPhone = [
        "托运部电话", "货运公司电话", "物流公司电话", "承运商电话", "物流电话", "货运电话", "托运电话", "承运人电话", "货站电话", "托运公司电话",
        "运输公司电话",
        "Carrier Phone", "Carrier Tel", "Carrier Telephone", "Carrier Contact", "Forwarder Phone", "Logistics Phone",
        "Haulier Phone",
        "Transport Phone", "Courier Phone", "Carrier Mobile", "Carrier No.", "Freight Company Phone",
        "Logistics Company Phone",
    ]
    static let taxNumber = [
        "税号", "纳税人识别号", "税务登记号", "统一社会信用代码", "购方税号", "纳税识别号", "信用代码", "社会信用代码",
        "Tax Number", "Tax No.", "Tax ID", "VAT No.", "VAT Number", "VAT ID", "TIN", "GST No.", "Tax Registration No.",
        "VAT Reg No.",
    ]
    static let approvedBy = [
        "审批人", "经理签字", "批准人", "审批", "审核人", "核准人", "核准", "批准", "经理审批", "经理签名", "经理", "审批签字", "领导审批", "审核",
        "销售经理", "经理确认", "审批经理", "总经理", "主管审批", "签批人", "定价审批", "审批者",
        "Approved by", "Approver", "Approval", "Authorised by", "Authorized by", "Manager", "Manager Signature",
        "Manager Approval",
        "Sanctioned by", "Approved", "Authorised", "Authorized", "Manager Sign", "Authoriser", "Sales Manager",
        "Approving manager",
    ]
    static let confirmedBy = [
        "客服确认", "内勤签字", "客服签字", "内勤确认", "客服内勤", "确认人", "客服", "内勤", "客服内勤签字", "内勤签名", "客服签名", "确认签字",
        "客服人员", "内勤人员", "客服内勤确认", "确认",
        "Confirmed by", "Confirmed", "Confirmation", "Clerk Signature", "Customer Service", "Confirmed by Clerk",
        "CS Confirmation",
        "Back Office", "Clerk", "Service Confirmation", "Checked by", "Verified by", "Order desk",
    ]
    static let handler = [
        "经手人", "制单", "制单人", "开单人", "开单员", "制表人", "操作员", "操作人", "录入人", "仓管员", "发货人", "保管员", "保管", "经办人",
        "经办", "填单人", "库管员", "仓管", "出库人", "库管",
        "Handler", "Handled by", "Prepared by", "Created by", "Entered by", "Issued by", "Operator", "Clerk",
        "Storekeeper", "Keeper",
        "Made by", "Processed by", "Warehouse Clerk", "Warehouse keeper", "Picker", "Posted by",
    ]
    static let signedBy = [
        "签收人", "收货签字", "签收", "客户签收", "收货人签字", "收货人签名", "签收人签字", "客户签名", "客户签字", "收货确认", "签收签字", "接收人",
        "Signed by", "Signature", "Received by", "Receiver Signature", "Customer Signature", "Received and Signed",
        "Recipient Signature",
        "Signed for by", "Accepted by", "Signatory", "Sign",
    ]
    static let signed = [
        "签收说明", "客户签字", "签收", "客户签收", "回单签收", "签收情况", "签收备注", "客户签名", "签字", "签认", "回单说明", "签单情况",
        "货已收款未付", "签收记录", "签收状态", "回单签字",
        "Signed", "Signed Slip", "Customer Signed", "Signature", "Acknowledgement", "Acknowledgment", "Signed Note",
        "Signed off",
        "Customer Acknowledgement", "Customer Signature", "Slip Signed", "Signed for", "Signed by customer",
        "Signed by", "Proof of delivery",
    ]
    static let countedBy = [
        "盘点人", "盘点员", "初盘人", "初盘", "点数人", "实盘人", "盘点人员", "盘点签字", "盘点者", "清点人", "初盘员",
        "Counted by", "Counter", "First Counter", "Count by", "Stocktaker", "Counter name", "Count Signature",
    ]
    static let recountedBy = [
        "复盘人", "复盘员", "复点人", "抽盘人", "监盘人", "复核人", "复盘签字", "复点员",
        "Recounted by", "Recounter", "Second Counter", "Re-counted by", "Rechecked by", "Check counter", "Checker",
    ]
    static let reason = [
        "差异原因", "盈亏原因", "原因", "原因说明", "差异说明", "盘点差异原因", "盘盈盘亏原因", "盈亏说明", "差异分析", "差额原因",
        "Reason", "Reason for Difference", "Variance Reason", "Difference Reason", "Cause", "Reason Code",
        "Discrepancy Reason",
        "Explanation", "Reason for variance", "Why",
    ]
}
