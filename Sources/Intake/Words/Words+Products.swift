import Books

/// Headers and labels of products, stores and how many there are.
extension Words {
    static let productCode = [
        "Internal Reference",
        "商品编码", "商品代码", "商品编号", "产品编码", "产品代码", "产品编号", "货号", "物料编码", "物料代码", "物料长代码", "物料编号", "存货编码",
        "存货代码", "存货编号", "货品编码", "货品代码", "货品编号", "品号", "料号", "SKU", "SKU编码", "款号", "商品货号", "编码", "代码", "产品货号",
        "品种编码", "商品ID",
        "Code", "Item Code", "Item No.", "Item Number", "Item #", "Item ID", "Product Code", "Product ID",
        "Product No.",
        "Product Number",
        "Product #", "SKU Code", "SKU No.", "Material Code", "Material No.", "Material Number", "Material",
        "Article No.", "Article Number",
        "Article Code", "Article", "Part No.", "Part Number", "Part #", "Stock Code", "Goods Code", "Item", "Stock No.",
        "Stock item code",
    ]
    static let productName = [
        "Display Name",
        "品名", "商品名称", "产品名称", "货品名称", "物料名称", "存货名称", "商品", "产品", "货物名称", "名称", "货名", "品种", "商品名", "产品名",
        "物品名称", "货物", "物品", "品名规格", "存货", "货品", "货物或应税劳务名称", "项目名称", "商品全名", "商品全称", "品名及规格", "品项",
        "Item Name", "Product Name", "Product", "Item Description", "Product Description", "Description", "Item",
        "Goods", "Goods Name",
        "Goods Description", "Material Description", "Material Name", "Article Name", "Article Description", "Name",
        "Part Name",
        "Part Description", "Stock Item", "SKU Name", "Commodity", "Article",
        "Desc.", "Desc", "Item Desc.", "Prod. Desc.",
    ]
    static let spec = [
        "规格", "规格型号", "型号", "商品规格", "产品规格", "型号规格", "包装规格", "规格/型号", "净含量", "容量", "物料规格",
        "Spec", "Spec.", "Specification", "Specifications", "Size", "Model", "Pack Description", "Item Spec", "Format",
        "Volume", "Packing",
    ]
    static let unit = [
        "Base Unit of Measure",
        "单位", "计量单位", "基本单位", "数量单位", "销售单位", "库存单位", "单位名称", "主计量单位", "基本计量单位", "常用单位", "计量",
        "Unit", "UOM", "U/M", "UoM", "Unit of Measure", "Units", "Measure", "Base Unit", "Stock Unit", "Sales Unit",
        "Base UOM", "UM",
    ]
    static let packUnit = [
        "箱单位", "包装单位", "大单位", "辅助单位", "整件单位", "件单位", "辅计量单位",
        "Pack Unit", "Packing Unit", "Case Unit", "Outer Unit", "Package Unit", "Secondary Unit", "Pack UOM",
        "Case UOM", "Alt UOM",
    ]
    static let packSize = [
        "箱规", "装箱数", "箱装数", "每箱数量", "每件数量", "件装数", "包装数", "单品规格", "换算率", "单位换算", "箱入数", "装箱规格", "入数", "包装率",
        "换算系数", "每箱", "每箱瓶数", "件规", "箱容", "装箱量", "整件数量",
        "Pack Size", "Pack", "Case Size", "Units per Case", "Per Case", "Case Qty", "Pcs per Case", "Packing Qty",
        "Conversion",
        "Units per Pack",
        "Qty per Case", "Pack Qty", "Carton Qty", "Per Carton", "Pcs/Case", "Case pack", "Conversion Factor",
        "Bottles per case",
        "Pieces per case",
    ]
    static let barcode = [
        "条码", "条形码", "商品条码", "国际条码", "69码", "箱码", "Barcode", "Bar Code", "EAN", "EAN Code", "UPC", "GTIN", "EAN13",
    ]
    static let category = [
        "类别", "商品类别", "产品类别", "分类", "品类", "商品分类", "大类", "产品分类", "物料类别", "存货分类",
        "Category", "Product Category", "Group", "Product Group", "Item Group", "Class", "Item Category",
        "Product Type", "Product class",
    ]
    static let batch = [
        "批次", "批号", "生产批号", "批次号", "生产日期批号", "产品批号", "Batch", "Batch No.", "Batch Number", "Lot", "Lot No.",
        "Lot Number",
    ]
    static let location = [
        "货位", "库位", "仓位", "储位", "货架", "货架号", "库位号", "货位号", "架位", "库区", "存放位置", "位置",
        "Bin", "Bin Location", "Shelf", "Rack", "Bin No.", "Slot", "Position",
        "Bin code", "Aisle",
    ]
    static let warehouse = [
        "Source Location",
        "仓库", "仓库名称", "发货仓库", "收料仓库", "发料仓库", "出库仓库", "入库仓库", "出货仓库", "调出仓库", "仓别", "仓名", "所在仓库", "库房",
        "发货仓", "出库仓", "入库仓", "收货仓库", "库别", "存放仓库", "调出仓", "盘点仓库", "盘点仓", "转出仓库", "仓储地点", "出仓", "仓",
        // A location is the warehouse, until another column is.
        "Warehouse", "Warehouse Name", "Location", "Storage Location", "Whse", "WH", "Store", "Depot", "Stock Location",
        "From Warehouse",
        "Issue Warehouse", "Site",
        "Storage", "From", "Warehouse Code", "From Store", "Ship From", "Source Warehouse", "From WH", "Stockroom",
        "Godown",
    ]
    static let toWarehouse = [
        "Receiving Storage Location", "Destination Location", "To Site",
        "调入仓库", "收货仓库", "转入仓库", "调入仓", "目的仓库", "目标仓库", "移入仓库", "对方仓库", "接收仓库", "收货仓", "入方仓库", "转入仓",
        "To Warehouse", "To Whse", "To WH", "Destination Warehouse", "Receiving Warehouse", "Transfer To", "To Store",
        "To Depot",
        "Target Warehouse", "To", "To Location", "Into Warehouse", "Dest. Warehouse",
    ]
    static let quantity = [
        "Qty in unit of entry",
        "数量", "实发数量", "实收数量", "订货数量", "销售数量", "出库数量", "入库数量", "发货数量", "收发数量", "订单数量", "基本数量", "开票数量",
        "主数量", "要货数量", "下单数量", "出仓数量", "进仓数量", "调拨数量", "总数量", "订购数量", "应发数量", "应收数量", "数目", "订量", "订货量",
        "发货量", "销量", "购买数量", "实际数量", "需求数量", "实出数量", "实入数量", "应出数量", "应入数量", "开单数量", "计划数量", "通知数量",
        "申请数量", "实发数", "应发数", "实收数", "应收数", "实出数", "订单数", "订货数", "出库数", "发货数", "实发", "应发", "送货数量", "到货数量", "基本单位数量",
        "瓶数", "出货数量",
        "Qty", "Qty.", "Quantity", "Order Qty", "Order Quantity", "Ordered Qty", "Qty Ordered", "Ordered",
        "Quantity Ordered",
        "Issued Qty", "Qty Issued", "Received Qty", "Qty Received", "Delivered Qty", "Qty Delivered", "Shipped Qty",
        "Qty Shipped", "Pieces",
        "Pcs", "Units", "No. of Units", "Invoiced Qty", "Total Qty", "Quantity Issued", "Quantity Shipped",
        "Quantity Delivered",
        "Dispatched Qty", "Moved Qty", "Base Qty", "Sales Qty",
        "Qnty", "Ord Qty", "Del. Qty", "Dlvd Qty", "Shpd Qty", "Rcvd Qty", "Iss. Qty",
    ]
    /// Bare words for what was done with goods, which head the column of how many beside one of how many were ordered.
    static let doneQuantity = [
        "Quantity Done", "Quantity Fulfilled", "Shipped", "Delivered", "Issued", "Dispatched", "Despatched", "Actual",
    ]
    static let weakQuantity = ["件数", "箱数", "件", "箱", "Cases", "No. of Cases", "Cartons", "Qty (cases)"]
    static let stockQuantity = [
        "账存数量", "账面数量", "账面数", "账存数", "账存", "结存数量", "库存数量", "即时库存", "期末数量", "期末结存数量", "期末结存", "期末库存",
        "期末", "现存量", "库存量", "库存", "结存", "可用库存", "现有库存", "账面库存", "账面结存", "结余数量", "结存数", "系统库存", "系统数量", "库存数",
        "期末数", "实时库存", "本期结存", "库存余量", "现存数量", "当前库存", "基本单位库存", "即时库存数量", "余量", "库存结存",
        "Stock", "Stock Qty", "On Hand", "Qty on Hand", "Quantity on Hand", "On-hand Qty", "Closing Qty",
        "Closing Stock", "Closing Balance",
        "Balance Qty", "Closing", "Book Qty", "Book Stock", "Inventory", "Available", "Closing Quantity", "Ending Qty",
        "Ending Balance",
        "Current Stock", "System Qty", "SOH", "Stock on hand", "Balance", "Book Quantity", "Inventory Qty", "In stock",
        "Qty in stock",
    ]
    static let openingQuantity = [
        "期初数量", "期初库存", "期初结存", "期初数", "期初", "上期结存", "年初数量", "月初数量", "月初库存", "上月结存", "期初库存数量", "期初结存数量",
        "上月库存", "初始数量", "上月结存数量", "上期结存数量", "年初结存", "期初余量", "月初结存", "初始库存",
        "Opening Qty", "Opening Stock", "Opening Balance", "Opening", "Beginning Qty", "Beginning Balance",
        "Initial Qty", "Start Qty",
        "Opening Quantity", "Brought Forward", "B/F", "Beginning Stock", "Opening Inventory", "Beginning Inventory",
        "Starting Qty",
        "Opening on hand", "Carried forward from last month",
    ]
    static let bookQuantity = [
        "账面数", "账面数量", "账存数量", "账存数", "账存", "账面", "账面库存", "系统数", "系统数量", "系统库存", "库存数量", "结存数量", "账面结存",
        "应有数量", "理论数量", "电脑数", "电脑库存", "账面结存数", "数量账面", "数量账存", "库存数", "应存数", "电脑数量", "账载数量", "帐存数量",
        "Book Qty", "Book Quantity", "Book", "System Qty", "System Quantity", "System", "Theoretical Qty",
        "Expected Qty", "On Hand",
        "Stock Qty", "Qty on Hand", "Book Stock", "Per Book", "Per System", "Book balance", "System stock",
        "Quantity on hand", "On-hand qty",
    ]
    static let countedQuantity = [
        "实盘数", "实盘数量", "实存数量", "实存数", "盘点数", "盘点数量", "实点数", "实际数量", "实盘", "实存", "实物数量", "初盘数量", "初盘数", "初盘",
        "清点数量", "盘存数量", "盘存数", "实际库存", "实数", "实有数量", "盘点", "数量实盘", "数量实存", "实点数量", "清点数", "盘点实数", "实际数", "实物数",
        "点数", "实际盘点数", "实盘库存", "实盘合计", "实盘总数", "实存合计", "盘点合计",
        "Counted Qty", "Counted Quantity", "Counted", "Count", "Count Qty", "Physical Qty", "Physical Count",
        "Physical", "Actual Qty",
        "Actual", "Actual Count", "First Count", "Count 1", "Qty Counted", "Physical Stock", "Physical Quantity",
        "Actual Quantity",
        "Actual stock", "Count Quantity", "Quantity counted", "Stocktake qty", "1st count",
    ]
    static let recountQuantity = [
        "复盘数", "复盘数量", "复点数量", "复点数", "复盘", "复核数量", "抽盘数量", "抽点数量", "复盘结果", "二次盘点", "复核数", "数量复盘", "二盘数量",
        "复查数量", "重盘数量", "抽盘数", "复盘实数",
        "Recount Qty", "Recount", "Recounted Qty", "Recounted", "Second Count", "Re-count", "Count 2", "Check Count",
        "Recount Quantity",
        "Re-counted Qty", "Verification Count", "2nd count", "Second count qty",
    ]
    static let redeemedTokens = [
        "回收奖券数", "奖券数", "回收奖券", "奖卡数", "瓶盖数", "盒盖数", "奖票数", "回收数量", "兑奖券数", "回收瓶盖数", "回收奖卡数", "奖券张数",
        "回收奖票数", "回收券数", "奖券回收数", "奖券回收数量", "奖卡回收数", "瓶盖回收数", "盒盖回收数", "奖票回收数", "回收盒盖数",
        "Redeemed Tokens", "Tokens", "Tokens Returned", "Coupons", "Caps Returned", "Tokens Redeemed",
        "Vouchers Returned", "Prize Tokens",
        "Coupons returned", "Tokens collected",
    ]
    static let signedQuantity = [
        "签收数量", "签收数", "实收数量", "收货数量", "客户签收数量", "实际签收",
        "Signed Qty", "Signed Quantity", "Received Qty", "Qty Signed", "Accepted Qty", "Qty Received", "Signed for Qty",
        "Delivered Qty",
    ]
}
