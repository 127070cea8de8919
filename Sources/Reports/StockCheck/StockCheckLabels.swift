import Books

/// Every label of the stock-check workbook.
enum StockCheckLabels {
    static let title = Phrase("月度盘点表", "Monthly stock check")
    static let accuracySheet = Phrase("准确率", "Accuracy")
    static let firstSheet = Phrase("首次差异", "First differences")
    static let rollSheet = Phrase("收发存", "Roll-forward")
    static func countSheet(_ warehouse: String) -> Phrase { Phrase("盘点-\(warehouse)", "Count-\(warehouse)") }
    static let noWarehouse = Phrase("未注明仓库", "No warehouse")

    // The count sheets.
    static let warehouse = Phrase("仓库", "Warehouse")
    static let countedAt = Phrase("盘点日期", "Counted on")
    static let number = Phrase("序号", "No.")
    static let code = Phrase("商品编码", "Code")
    static let name = Phrase("品名", "Name")
    static let spec = Phrase("规格", "Spec.")
    static let unit = Phrase("单位", "Unit")
    static let batch = Phrase("批次", "Batch")
    static let location = Phrase("货位", "Location")
    static let book = Phrase("账面数", "Book")
    static let moved = Phrase("盘后收发", "Moved after")
    static let counted = Phrase("实盘数", "Counted")
    static let recounted = Phrase("复盘数", "Recounted")
    static let over = Phrase("盘盈", "Over")
    static let short = Phrase("盘亏", "Short")
    static let unitCost = Phrase("单位成本", "Unit cost")
    static let value = Phrase("差异金额", "Value")
    static let reason = Phrase("差异原因", "Reason")
    static let remarks = Phrase("备注", "Remarks")
    static let total = Phrase("合计", "Total")
    static let signatures = [
        Phrase("盘点人", "Counted by"), Phrase("复盘人", "Recounted by"), Phrase("仓库主管", "Warehouse supervisor"),
        Phrase("财务", "Finance"),
    ]
    static let signedOn = Phrase("日期", "Date")
    static let colon = Phrase("：", ": ")
    static let movedHint = Phrase(
        "盘后收发：盘点以后到月末的出入库，比较时从账面数中扣除。",
        "Moved after: what moved between the count and the month's end; it is taken off the book before comparing.")
    static let chooseTitle = Phrase("请从列表中选择", "Choose from the list")
    static let chooseMessage = Phrase("列表以外的原因请写在备注栏。", "Put any other reason in the remarks.")

    // First differences.
    static let firstDifference = Phrase("首次差异", "First difference")
    static let finalDifference = Phrase("最终差异", "Final difference")
    static let result = Phrase("复盘结果", "Recount")
    static let notRecounted = Phrase("未复盘", "not recounted")
    static let recountAgrees = Phrase("复盘与账相符", "recount agrees with the book")
    static let recountConfirms = Phrase("复盘确认差异", "recount confirms it")
    static let recountDiffers = Phrase("复盘与首盘不同，仍有差异", "recount differs from both")
    static let notCounted = Phrase("未盘点", "not counted")
    static let notOnBook = Phrase("账上没有", "not on the book")
    static let noDifferences = Phrase("首次盘点与账面全部相符。", "The first count agrees with the book throughout.")
    static let firstHint = Phrase(
        "第一次盘点与账面不符的商品，须注明原因并报仓库主管。差异 = 实盘 − 账面。",
        "Items of which the first count is not the book; each needs its reason. Difference = counted − book.")

    // Roll-forward.
    static let opening = Phrase("期初", "Opening")
    static let received = Phrase("入库", "In")
    static let transferredIn = Phrase("调入", "Transfer in")
    static let issued = Phrase("出库", "Out")
    static let transferredOut = Phrase("调出", "Transfer out")
    static let expected = Phrase("应存", "Expected")
    static let difference = Phrase("差异（账存－应存）", "Difference (book − expected)")
    static let stockBook = Phrase("账存", "Stock book")
    static let rollHint = Phrase(
        "应存 = 期初 + 入库 + 调入 − 出库 − 调出", "Expected = opening + in + transfer in − out − transfer out")

    // Accuracy.
    static let accuracyHint = Phrase(
        "毛差异 = 盘盈 + 盘亏（各取绝对值）；净差异 = 盘盈 − 盘亏。准确率 = 1 − 毛差异 ÷ 账面。只看净额会使盈亏相抵。",
        "Gross = over + short, net = over − short. Accuracy = 1 − gross ÷ book: the net alone would let them cancel out."
    )
    static let items = Phrase("品种数", "Items")
    static let comparedItems = Phrase("已比较", "Compared")
    static let agreedItems = Phrase("相符", "Agreed")
    static let itemAccuracy = Phrase("品种准确率", "Item accuracy")
    static let quantity = Phrase("数量", "Quantity")
    static let money = Phrase("金额", "Value")
    static let bookQuantity = Phrase("账面数量", "Book quantity")
    static let overQuantity = Phrase("盘盈数量", "Over")
    static let shortQuantity = Phrase("盘亏数量", "Short")
    static let gross = Phrase("毛差异", "Gross")
    static let net = Phrase("净差异", "Net")
    static let quantityAccuracy = Phrase("数量准确率", "Accuracy")
    static let bookValue = Phrase("账面金额", "Book value")
    static let overValue = Phrase("盘盈金额", "Over")
    static let shortValue = Phrase("盘亏金额", "Short")
    static let valueAccuracy = Phrase("金额准确率", "Accuracy")
    static let chart = Phrase("各仓库盘盈盘亏金额", "Over and short by warehouse")
}
