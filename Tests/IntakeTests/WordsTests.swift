import Books
import Testing

@testable import Intake

/// Texts, headers and choices brought to one writing.
@Suite struct WordsTests {
    /// Headers of lists that come out of other programs, by what they are there.
    @Test func exportsOfOtherPrograms() {
        let day = Entry.day(2026, 10, 2)
        let owed = intake(
            TestSheet(
                name: "AR",
                rows: [
                    [
                        "Customer Name", "Document Number", "Amount in Local Currency", "Cleared Amount", "Open Amount",
                        "Net due date",
                    ], ["甲", "CK1", 100, 40, 60, day],
                ]))
        #expect(owed.figures(.receivables, .amount) == ["100.00"] && owed.figures(.receivables, .received) == ["40.00"])
        #expect(owed.figures(.receivables, .balance) == ["60.00"])
        let entries = intake(
            TestSheet(
                name: "GL",
                rows: [
                    [
                        "Transaction Number", "Date", "Account: Number", "G/L Name", "Amount (Debit)",
                        "Amount (Credit)", "BP Name", "Document No.",
                    ], ["V1", day, "1122", "应收账款", 100, 0, "甲", "CK1"],
                ]))
        #expect(entries.texts(.ledger, .voucherNumber) == ["V1"] && entries.texts(.ledger, .documentNumber) == ["CK1"])
        #expect(entries.texts(.ledger, .customer) == ["甲"] && entries.texts(.ledger, .accountName) == ["应收账款"])
        // In a ledger a bare Name may as well be the account's.
        let names = intake(
            TestSheet(
                name: "GL",
                rows: [
                    ["Voucher No.", "Date", "Account Code", "Name", "Debit", "Credit", "Document No."],
                    ["V1", day, "1122", "应收账款", 100, 0, "CK1"],
                ]))
        #expect(names.figures(.ledger, .debit) == ["100.00"] && !names[.ledger].has(.customer))
        let moved = intake(
            TestSheet(
                name: "Deliveries",
                rows: [
                    [
                        "Type", "Num", "Date", "Storage Location", "Name", "Material", "Material Description",
                        "Qty Shipped", "Item Rate", "Ext. Price", "Created From",
                    ], ["Delivery", "DN1", day, "Main", "甲", "A-1", "米酒", 2, 5, 10, "SO-1"],
                ]))
        #expect(moved.texts(.movements, .documentNumber) == ["DN1"] && moved.texts(.movements, .warehouse) == ["Main"])
        #expect(moved.texts(.movements, .customer) == ["甲"] && moved.texts(.movements, .basisNumber) == ["SO-1"])
        #expect(moved.figures(.movements, .unitPrice) == ["5.00"] && moved.figures(.movements, .amount) == ["10.00"])
    }

    /// A storage location is a bin where a column says the warehouse.
    @Test func storageLocations() {
        let month = intake(
            TestSheet(
                name: "Stock count",
                rows: [["Warehouse", "Storage Location", "Item code", "Counted qty"], ["Main", "B-01", "A-1", 5]]))
        #expect(month.texts(.counts, .warehouse) == ["Main"] && month.texts(.counts, .location) == ["B-01"])
    }

    @Test(arguments: [
        ("ＧＴ－１００７", "GT-1007"), (" so 12 ", "SO12"), ("\u{3000}gt-1\u{A0}", "GT-1"), ("SO–12", "SO-12"),
        ("记-0001", "记-0001"),
        ("", ""),
    ])
    func codes(text: String, code: String) { #expect(WrittenText.code(ArraySlice(text.utf8)) == code) }

    @Test(arguments: [
        ("　昆明  甲公司 ", "昆明 甲公司"), ("Acme   Ltd", "Acme Ltd"), ("ＡＢ（云南）", "AB(云南)"), ("a\nb", "a b"),
        ("x\u{200B}y", "xy"),
    ])
    func names(text: String, name: String) { #expect(WrittenText.name(ArraySlice(text.utf8)) == name) }

    @Test(arguments: [
        (" 單價 (元)：", ["单价元", "单价"]), ("*Order\nNo.", ["orderno", "order", "no"]), ("帳存數量", ["账存数量"]),
    ])
    func headerKeys(text: String, keys: [String]) { #expect(HeaderKeys(text).keys.prefix(keys.count) == keys[...]) }

    @Test(arguments: [
        ("单价", BookKind.orders, Field.unitPrice), ("单价", .stock, .unitCost), ("价税合计", .receivables, .amount),
        ("价税合计", .invoices, .grossAmount), ("单据编号", .movements, .documentNumber), ("单据编号", .receipts, .receiptNumber),
        ("订货数量", .stock, .quantity), ("发货仓库", .stock, .warehouse), ("购货单位", .ledger, .customer),
        ("单价(不含税)", .orders, .netPrice), ("含税单价（元/瓶）", .orders, .unitPrice), ("本次实发数量", .movements, .quantity),
        ("Qty Ordered", .orders, .quantity), ("CUSTOMER NAME*", .orders, .customer),
        ("order_no", .orders, .orderNumber), ("奖券回收数", .movements, .redeemedTokens),
        ("瓶盖回收数（个）", .movements, .redeemedTokens), ("SO Ref", .movements, .basisNumber),
        ("SO No.", .orders, .orderNumber),
        ("Rcpt No.", .receipts, .receiptNumber), ("DN No.", .receivables, .documentNumber),
        ("Cust.", .ledger, .customer),
        ("Qty", .orders, .quantity), ("Amt", .receipts, .amount), ("O/S", .receivables, .balance),
        ("Inv Amt", .receivables, .amount), ("Pd", .receivables, .received), ("U/P", .movements, .unitPrice),
        ("Desc.", .movements, .productName), ("Ext.", .movements, .amount), ("Agst. Inv.", .receipts, .appliesTo),
        ("Due Dt", .receivables, .dueDate),
    ])
    func headersMean(header: String, book: BookKind, field: Field) {
        #expect(HeaderWords.shared.matches(HeaderKeys(header), in: book).first?.field == field)
    }

    @Test(arguments: ["差异数量", "序号", "毛利", "盘盈", "Row ID", "差异金额"])
    func headersThatAreNotNeeded(header: String) {
        for book in BookKind.allCases { #expect(HeaderWords.shared.matches(HeaderKeys(header), in: book).isEmpty) }
    }

    @Test(
        arguments: [
            (Field.settlement, "压2单", "hold2"), (.settlement, "压两批", "hold2"), (.settlement, "Hold 3", "hold3"),
            (.settlement, "压单", "holdN"), (.settlement, "Hold-N", "holdN"), (.settlement, "月结45天", "monthly"),
            (.settlement, "COD", "cash"),
            (.channel, "Out of town", "outOfTown"), (.channel, "地州", "outOfTown"),
            (.documentKind, "Sales issue", "salesOut"),
            (.documentKind, "Goods in", "purchaseIn"), (.documentKind, "销售出库单(红字)", "reversal"),
            (.documentKind, "调 拨 单", "transfer"),
            (.method, "银行转账", "transfer"), (.method, "费用冲抵", "offset"), (.reason, "漏记出库", "unrecorded-out"),
        ] as [(Field, String, String)])
    func choices(field: Field, text: String, identifier: String) {
        #expect(Choice.all[field]?.identifier(of: text) == identifier)
    }

    @Test func unknownChoicesKeepTheirText() {
        #expect(Choice.all[.channel]?.identifier(of: "电商") == nil)
        #expect(Choice.all[.settlement]?.identifier(of: "") == nil)
    }

    @Test(arguments: [
        ("合计", true), ("合  计", true), ("小计：", true), ("本页合计", true), ("Grand Total", true), ("Subtotal", true),
        ("一号仓 小计", true),
        ("合计（大写）：叁仟元整", true), ("Main total", true), ("价格", false), ("总经理", false), ("共计划", false), ("累计折扣说明书", false),
    ])
    func totals(text: String, isTotal: Bool) { #expect(TextTraits.isTotal(text) == isTotal) }

    @Test(arguments: [("人民币伍拾壹元肆角整", true), ("叁万元", true), ("一元店", false), ("拾", false)])
    func amountsInWords(text: String, isAmount: Bool) { #expect(TextTraits.isAmountInWords(text) == isAmount) }

    /// Every word finds its own field again in its book, strongly enough to be taken.
    @Test func everyWordMeansItsField() {
        for shape in BookShape.all {
            for column in shape.columns {
                for word in column.words {
                    let matches = HeaderWords.shared.matches(HeaderKeys(word), in: shape.kind)
                    #expect(
                        matches.contains { $0.field == column.field } || word.contains("不含税"),
                        "\(shape.kind) \(column.field) \(word)")
                }
            }
        }
    }
}
