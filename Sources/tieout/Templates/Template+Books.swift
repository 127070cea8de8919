import Books

extension Template {
    static let movements = Template(
        book: .movements, path: Phrase("出入库/出入库单.xlsx", "warehouse/documents.xlsx"),
        explanation: Phrase(
            "仓库的每张单据，一行一个商品；作废的单据也要留下，写明原因并由主管签名。",
            "Every warehouse document, one product a row; voided ones stay, with the reason and the supervisor's signature."
        ),
        columns: [
            Column(.documentKind, .required, Phrase("从列表选。", "From the list.")),
            Column(.documentNumber, .required, Phrase("连号。例：CK202610-0001", "Without gaps. Example: CK202610-0001")),
            Column(.date, .required, Phrase("货物进出的日期。", "The day the goods moved.")),
            warehouse,
            Column(.toWarehouse, Phrase("调拨单：调到哪个仓。", "Transfers: where to.")),
            Column(.customer, Phrase("销售单据的客户。", "The customer of sales documents.")),
            code, name, unit,
            Column(.quantity, .required, Phrase("都写正数，方向由单据类型决定。", "Always above nought; the kind says which way.")),
            Column(.unitPrice, Phrase("销售退货必须有大于零的单价。", "A sales return must have one above nought.")),
            Column(.amount, Phrase("数量 × 单价。", "Quantity × unit price.")),
            Column(
                .basisNumber, Phrase("订单号、厂方送货单或通知单号。", "The order, the factory's note or the notice it was made from.")
            ),
            Column(.settlement, Phrase("从列表选。", "From the list.")),
            Column(.handler, Phrase("谁开的单。", "Who made it out.")),
            Column(.signedBy, Phrase("谁签收。", "Who signed for it.")),
            Column(.voided, Phrase("作废的写「是」。", "“yes” where it is void.")),
            Column(.voidReason, Phrase("为什么作废。", "Why it is void.")),
            Column(.supervisor, Phrase("作废单由仓库主管签名。", "The supervisor signs for a void document.")),
            remark,
        ])

    static let opening = Template(
        book: .opening, path: Phrase("库存/期初库存.xlsx", "stock/opening.xlsx"),
        explanation: Phrase(
            "月初每个仓每个商品的数量，即上月的期末。", "What lay in each warehouse when the month began: last month's closing."),
        columns: [
            warehouse, code, name, unit,
            Column(
                .quantity, .required, header: Phrase("期初数量", "opening quantity"),
                Phrase("月初的数量。", "The quantity on the first day.")),
            Column(.unitCost, Phrase("一件的成本。", "What one costs.")),
            Column(.amount, Phrase("数量 × 单位成本。", "Quantity × unit cost.")),
        ])

    static let stock = Template(
        book: .stock, path: Phrase("库存/账存.xlsx", "stock/stock.xlsx"),
        explanation: Phrase("账务系统月末的即时库存。", "What the book system says lies in each warehouse at the month's end."),
        columns: [
            warehouse, code, name,
            Column(.batch, Phrase("分批管理时填写。", "Where batches are kept.")),
            unit,
            Column(
                .quantity, .required, header: Phrase("账存数量", "book stock"),
                Phrase("月末的账面数量。", "The quantity on the last day.")),
            Column(.unitCost, Phrase("一件的成本。", "What one costs.")),
            Column(.amount, Phrase("数量 × 单位成本。", "Quantity × unit cost.")),
        ])

    static let counts = Template(
        book: .counts, path: Phrase("盘点/盘点表.xlsx", "counts/counts.xlsx"),
        explanation: Phrase(
            "月末实盘，一行一个仓的一个商品；没有货的写 0，不要空着。",
            "What was counted, one product of one warehouse a row; write 0 where nothing lies, not an empty cell."),
        columns: [
            warehouse, code, name,
            Column(.batch, Phrase("分批管理时填写。", "Where batches are kept.")),
            Column(.location, Phrase("货架位置。例：A-01", "Where on the shelf. Example: A-01")),
            unit,
            Column(.bookQuantity, Phrase("盲盘时空着。", "Left empty for a blind count.")),
            Column(.countedQuantity, .required, Phrase("第一次盘的数。", "The first count.")),
            Column(.recountQuantity, Phrase("复盘的数；填了以它为准。", "The second count; it is the one that counts.")),
            Column(.countedAt, Phrase("哪天盘的；之后的出入库会倒推。", "The day; what moved later is rolled back.")),
            Column(.countedBy, Phrase("盘点人。", "Who counted.")),
            Column(.recountedBy, Phrase("复盘人。", "Who counted again.")),
            Column(.reason, Phrase("有差异时从列表选。", "From the list, where there is a difference.")),
            remark,
        ])

    static let receivables = Template(
        book: .receivables, path: Phrase("应收/应收.xlsx", "receivables/receivables.xlsx"),
        explanation: Phrase("客户欠的每一笔，一行一张送货单。", "What customers owe, one delivery a row."),
        columns: [
            Column(.customer, .required, Phrase("客户档案里的名称或简称。", "As in the customer file, or an alias.")),
            Column(.documentNumber, .required, Phrase("送货单号或订单号。", "The delivery's number, or the order's.")),
            Column(.date, Phrase("送货日期。", "The day of the delivery.")),
            Column(
                .amount, .required, header: Phrase("应收金额", "amount owed"), Phrase("这一单应收多少。", "What is owed for it.")),
            Column(.received, Phrase("已经收了多少。", "What has been paid.")),
            Column(.balance, Phrase("应收 − 已收，用来核对。", "Owed − paid, to be checked.")),
            Column(.settlement, Phrase("从列表选。", "From the list.")),
            Column(.dueDate, Phrase("最迟哪天付。", "The last day to pay.")),
            Column(
                .signed, Phrase("赊销回单上的「货已收款未付」和签名。", "“Goods received, not paid” and who signed, on credit slips.")),
            Column(.salesperson, Phrase("由谁追收。", "Who collects it.")),
            remark,
        ])

    static let receipts = Template(
        book: .receipts, path: Phrase("应收/回款.xlsx", "receivables/receipts.xlsx"),
        explanation: Phrase("收到的每一笔钱和批准的费用冲抵。", "Every payment received, and every approved offset."),
        columns: [
            Column(.receiptNumber, Phrase("例：SK202610-0001", "Example: SK202610-0001")),
            Column(.date, .required, header: Phrase("收款日期", "receipt date"), Phrase("到账的日期。", "The day it arrived.")),
            Column(.customer, .required, Phrase("谁付的。", "Who paid.")),
            Column(.amount, .required, header: Phrase("收款金额", "amount received"), Phrase("收了多少。", "How much.")),
            Column(.method, Phrase("从列表选。", "From the list.")),
            Column(
                .appliesTo,
                Phrase(
                    "付的是哪张单；空着就按金额和先后去对。",
                    "Which delivery it pays; empty means it is matched by amount, then oldest first.")),
            Column(.approvedBy, Phrase("费用冲抵由谁批准。", "Who approved an offset.")),
            remark,
        ])

    static let ledger = Template(
        book: .ledger, path: Phrase("财务/明细账.xlsx", "finance/ledger.xlsx"),
        explanation: Phrase(
            "本月的全部凭证分录，一行一条；每张凭证借贷要相等。", "All entries of the month, one a row; the entries of a voucher balance."),
        columns: [
            Column(.voucherNumber, .required, Phrase("例：记-0001", "Example: V-0001")),
            Column(.date, .required, Phrase("记账日期。", "The day it was booked.")),
            Column(.accountCode, .required, Phrase("例：1122", "Example: 1122")),
            Column(.accountName, Phrase("例：应收账款", "Example: accounts receivable")),
            Column(.summary, Phrase("摘要。", "What it is about.")),
            Column(.debit, .required, Phrase("借方金额，没有就空着。", "What is debited, or empty.")),
            Column(.credit, .required, Phrase("贷方金额，没有就空着。", "What is credited, or empty.")),
            Column(
                .customer, header: Phrase("往来单位", "customer"),
                Phrase("应收账款的客户。", "The customer of receivables entries.")),
            Column(
                .documentNumber, header: Phrase("单据号", "document number"),
                Phrase("送货单号或收款单号。", "The delivery's or the receipt's number.")),
        ])
}
