/// Headers that are understood and not needed.
///
/// They are listed so that a column which merely resembles a field is not taken for it (差异数量 is no 数量), and so that
/// `inspect` can say "not used" with a good conscience.
extension Words {
    static let unused = [
        "序号", "行号", "项次", "No.", "NO", "Nr.", "S/N", "SN", "#", "Row", "Row ID", "Row No.", "Line", "Line No.",
        "Line #", "Item Line", "Seq",
        "Seq.", "Sequence", "Index", "Serial No.", "Sr.", "Sr. No.", "Sl. No.", "顺序号", "分录号", "分录",
        "差异", "差异数", "差异数量", "盈亏", "盈亏数", "盈亏数量", "盘盈", "盘亏", "盘盈数", "盘亏数", "盘盈数量", "盘亏数量", "数量差异", "差额",
        "差异金额", "盈亏金额", "盘盈金额", "盘亏金额", "金额差异", "账面金额", "账存金额", "实盘金额", "实存金额", "数量盈亏", "数量差异数",
        "Difference", "Diff", "Diff.", "Variance", "Variance Qty", "Variance Value", "Over", "Short", "Over/Short",
        "Gain", "Loss",
        "Difference Qty", "Difference Value", "Book Amount", "Book Value", "Counted Value", "Qty difference",
        "Discrepancy",
        "方向", "借贷方向", "余额方向", "借贷", "Direction", "Dr/Cr", "D/C", "附件数", "附件", "Attachments",
        "毛利", "毛利率", "利润", "Profit", "Margin", "Gross Profit", "Margin %", "提成", "Commission",
        "国家", "省份", "省", "城市", "市", "区域", "大区", "片区", "地区", "邮编", "Country", "City", "State", "Province", "Region",
        "Postal Code", "ZIP", "ZIP Code", "Postcode", "Territory", "Area",
        "Ship Mode", "Shipping Mode", "Delivery Mode", "运输方式", "配送方式", "提货方式", "发货方式", "交货方式",
        "Sub-Category", "Subcategory", "子类", "小类", "品牌", "Brand", "系列", "Series", "颜色", "Color", "Colour", "产地",
        "Origin Country", "图片",
        "币别", "币种", "汇率", "Currency", "Exchange Rate", "FX Rate", "原币金额", "本位币", "Currency code",
        "大写", "金额大写", "大写金额", "人民币大写", "Amount in Words", "In Words",
        "期间", "会计期间", "Period", "月份", "Month", "Year", "年度", "年", "月", "公司", "部门", "Department", "Dept", "Dept.",
        "创建时间", "创建日期", "修改时间", "打印次数", "审核标志", "审核状态", "红字", "红蓝字", "关闭标志", "行关闭", "审核日期", "审核时间", "Created at",
        "Updated at", "Modified", "Timestamp",
        "Approval date",
        "毛重", "净重", "重量", "体积", "Weight", "Gross Weight", "Net Weight", "Volume (m3)", "CBM", "重量(kg)",
        "本期收入", "本期发出", "收入数量", "发出数量", "收入金额", "发出金额", "本期入库", "本期出库", "本期收入数量", "本期发出数量",
        "开户行", "银行账号", "账号", "Bank", "Bank Account", "Bank Name", "开户银行", "传真", "Fax", "Email", "E-mail", "邮箱", "网址",
        "Website",
        "赠品", "是否赠品", "Free goods", "积分", "税收分类编码", "发票类型", "发票代码", "开票日期状态", "安全库存", "最高库存", "最低库存", "库龄",
        "Safety Stock", "Reorder Level", "保质期", "Shelf life", "预留数量", "可用数量", "在途数量", "Reserved", "Reserved Qty",
        "In Transit",
        "单位 元", "单位：元", "账龄", "Age", "Ageing", "Aging", "逾期天数", "Days overdue", "Overdue days",
        "法人", "法定代表人", "联系人职务", "开户日期", "备用电话", "页码", "Page",
        "期间起", "期间止", "公司地址", "公司电话", "打印日期", "打印时间", "Printed on", "Print date", "报表日期", "编制单位", "制表日期",
    ]
}
