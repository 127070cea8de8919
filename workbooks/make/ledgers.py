"""The layouts of the warehouse's, finance's and the office's workbooks; `sheets.py` has the orders."""

import company
from books import COUNT_DAY
from company import CUSTOMERS, MAIN, NORTH, PRODUCTS
from sheets import Book, date, yuan


def movements(month, folder):
    """An export of the book system: one row a line, dates as text in places, a few numbers as text."""
    book = Book(folder, "出入库/K3出入库明细.xlsx")
    sheet = book.sheet("出入库序时簿", [11, 11, 13, 22, 9, 9, 10, 14, 10, 6, 8, 9, 11, 13, 8, 8, 8, 8, 12, 9, 10])
    book.headers(sheet, 0, [
        "单据类型", "日期", "单据编号", "购货单位", "仓库", "调入仓库", "物料代码", "物料名称", "规格型号", "单位", "数量",
        "单价", "金额", "源单单号", "结算方式", "制单人", "签收人", "是否作废", "作废原因", "主管签名", "回收奖券数"])
    row, total = 1, 0
    for document in sorted(month.documents, key=lambda d: (d.number[:2] != "RK", d.number)):
        for product, quantity, price in document.lines:
            day = date(document.day)
            sold = document.customer is not None
            name = document.customer.name if sold else None
            if sold and document.customer.code == "C05":
                name = document.customer.short  # keyed by the short name now and then
            book.row(sheet, row, [
                document.kind, day.isoformat() if row % 3 else day, document.number, name, document.warehouse,
                document.to_warehouse, product.code, product.name, product.spec, product.unit,
                str(quantity) if row % 17 == 0 else quantity, None if price is None else yuan(price),
                None if price is None else f"{quantity * price / 100:,.2f}" if row % 23 == 0 else yuan(quantity * price),
                document.basis,
                document.terms, "何静", None if document.voided or not sold else "已签",
                "是" if document.voided else None, document.void_reason, document.supervisor, document.tokens])
            total += quantity * (price or 0)
            row += 1
    book.row(sheet, row, ["合计"] + [""] * 11 + [yuan(total)] + [""] * 8, book.sum)
    sheet.autofilter(0, 0, row - 1, 20)
    sheet.freeze_panes(1, 0)
    book.close()


def opening(month, folder):
    """One sheet a warehouse, values included."""
    book = Book(folder, "库存/期初库存.xlsx")
    for warehouse in (MAIN, NORTH):
        sheet = book.sheet(warehouse, [9, 11, 14, 11, 6, 10, 10, 12])
        sheet.merge_range(0, 0, 0, 7, f"{warehouse}期初库存（2026年9月30日）", book.title)
        book.headers(sheet, 1, ["仓库", "商品编码", "品名", "规格", "单位", "期初数量", "单位成本", "金额"])
        row, total = 2, 0
        for (held, code), quantity in sorted(month.opening.items()):
            if held != warehouse:
                continue
            product = PRODUCTS[code]
            total += quantity * product.cost
            book.row(sheet, row, [
                held, code, product.name, product.spec, product.unit, quantity, yuan(product.cost),
                yuan(quantity * product.cost)])
            row += 1
        book.row(sheet, row, ["合计", "", "", "", "", "", "", yuan(total)], book.sum)
    book.close()


def stock(month, folder):
    """The book system's closing stock, with a sub-total a warehouse."""
    book = Book(folder, "库存/K3即时库存1031.xlsx")
    sheet = book.sheet("即时库存", [10, 11, 14, 11, 6, 10, 10, 12])
    sheet.write_string(0, 0, "截止日期：2026-10-31", book.note)
    book.headers(sheet, 2, ["仓库名称", "物料代码", "物料名称", "规格型号", "单位", "库存数量", "单位成本", "库存金额"])
    row, total = 3, 0
    for warehouse in (MAIN, NORTH):
        subtotal = 0
        for (held, code), quantity in sorted(month.stock.items()):
            if held != warehouse:
                continue
            product = PRODUCTS[code]
            subtotal += quantity * product.cost
            book.row(sheet, row, [
                held, code, product.name, product.spec, product.unit, quantity, yuan(product.cost),
                yuan(quantity * product.cost)])
            row += 1
        book.row(sheet, row, ["小计", "", "", "", "", "", "", yuan(subtotal)], book.sum)
        total += subtotal
        row += 1
    book.row(sheet, row, ["合计", "", "", "", "", "", "", yuan(total)], book.sum)
    book.close()


def counts(month, folder):
    """A count sheet a warehouse: the warehouse, the day and the counter above, signatures below."""
    for warehouse, counter in [(MAIN, "李云生"), (NORTH, "周桂芬")]:
        book = Book(folder, f"盘点/{warehouse}盘点表.xlsx")
        sheet = book.sheet("盘点表", [8, 11, 14, 11, 6, 9, 9, 9, 14, 14])
        sheet.merge_range(0, 0, 0, 9, company.NAME + "月度盘点表", book.title)
        sheet.write_string(1, 0, "仓库：" + warehouse, book.plain)
        sheet.write_string(1, 3, "盘点日期：" + date(COUNT_DAY[warehouse]).isoformat(), book.plain)
        sheet.write_string(1, 7, "盘点人：" + counter, book.plain)
        book.headers(sheet, 2, ["货位", "商品编码", "品名", "规格", "单位", "账面数", "实盘数", "复盘数", "差异原因", "备注"])
        row = 3
        for count in (c for c in month.counts if c.warehouse == warehouse):
            product = count.product
            book.row(sheet, row, [
                count.location, product.code, product.name, product.spec, product.unit, count.book, count.counted,
                count.recount, count.reason, None])
            row += 1
        sheet.write_string(row + 1, 0, "盘点人签字：" + counter, book.plain)
        sheet.write_string(row + 1, 3, "监盘人签字：何静", book.plain)
        sheet.write_string(row + 1, 7, "仓库主管签字：高建国", book.plain)
        book.close()


def receivables(month, folder):
    """By customer with sub-totals, as finance sends it."""
    book = Book(folder, "应收/应收账款明细.xlsx")
    sheet = book.sheet("10月应收", [22, 8, 13, 11, 12, 12, 12, 8, 11, 22])
    sheet.merge_range(0, 0, 0, 9, "应收账款明细表", book.title)
    sheet.write_string(1, 0, "期间：2026年10月", book.note)
    sheet.write_string(1, 8, "单位：元", book.note)
    book.headers(sheet, 2, [
        "客户名称", "业务员", "送货单号", "送货日期", "应收金额", "已收金额", "余额", "结算方式", "到期日", "签收说明"])
    row, sums = 3, [0, 0, 0]
    for buyer in CUSTOMERS.values():
        own, subtotal = [r for r in month.receivables if r.customer == buyer], [0, 0, 0]
        for r in own:
            balance = r.amount - r.received if r.balance is None else r.balance
            book.row(sheet, row, [
                buyer.name, r.salesperson, r.number, date(r.day), yuan(r.amount), yuan(r.received), yuan(balance),
                r.terms, r.due, r.signed])
            subtotal = [a + b for a, b in zip(subtotal, (r.amount, r.received, balance))]
            row += 1
        if own:
            book.row(sheet, row, ["小计", "", "", ""] + [yuan(value) for value in subtotal] + ["", "", ""], book.sum)
            sums = [a + b for a, b in zip(sums, subtotal)]
            row += 1
    book.row(sheet, row, ["合计", "", "", ""] + [yuan(value) for value in sums] + ["", "", ""], book.sum)
    sheet.write_string(row + 2, 0, "制表：往来会计 孙丽", book.plain)
    book.close()


def receipts(month, folder):
    """The cashier's register; one amount is not a number."""
    book = Book(folder, "应收/收款登记表.xlsx")
    sheet = book.sheet("收款", [13, 12, 22, 12, 10, 13, 10, 16])
    book.headers(sheet, 0, ["收款单号", "收款日期", "付款单位", "收款金额", "收款方式", "核销单号", "审批人", "备注"])
    row = 1
    for receipt in month.receipts:
        day = date(receipt.day)
        book.row(sheet, row, [
            receipt.number, day if row % 4 else f"{day.year}.{day.month}.{day.day}", receipt.customer.name,
            yuan(receipt.amount), receipt.method, receipt.applies_to, receipt.approved_by, None])
        row += 1
    book.row(sheet, row, [
        f"SK2610-{len(month.receipts):03}", date(30), CUSTOMERS["C02"].name, "待确认", "转账", None, None, "银行到账短信未收到"])
    month.expect("file.row-set-aside", file="应收/收款登记表.xlsx", sheet="收款", row=str(row + 1))
    book.close()


def ledger(month, folder):
    """The vouchers of the month in their order, with the month's sum."""
    book = Book(folder, "财务/明细账.xlsx")
    sheet = book.sheet("序时账", [10, 11, 10, 18, 20, 12, 12, 22, 13])
    sheet.merge_range(0, 0, 0, 8, company.NAME + " 2026年10月序时账", book.title)
    book.headers(sheet, 1, ["凭证号", "日期", "科目代码", "科目名称", "摘要", "借方金额", "贷方金额", "往来单位", "单据号"])
    row = 2
    for entry in month.ledger:
        book.row(sheet, row, [
            entry.voucher, date(entry.day), entry.account, entry.name, entry.summary,
            yuan(entry.debit) if entry.debit else None, yuan(entry.credit) if entry.credit else None,
            entry.customer.name, entry.document])
        row += 1
    debit, credit = sum(e.debit for e in month.ledger), sum(e.credit for e in month.ledger)
    book.row(sheet, row, ["本月合计", "", "", "", "", yuan(debit), yuan(credit), "", ""], book.sum)
    book.close()


def basics(month, folder):
    """Price list, customers and products."""
    book = Book(folder, "基础资料/价格表.xlsx")
    sheet = book.sheet("2026价格", [11, 14, 8, 10, 10, 12, 10])
    sheet.merge_range(0, 0, 0, 6, "2026年度执行价格（含税）", book.title)
    book.headers(sheet, 1, ["商品编码", "品名", "渠道", "单价", "最高折扣", "生效日期", "审批人"])
    row = 2
    for product in PRODUCTS.values():
        for channel, price in product.prices.items():
            if (product.code, channel) == ("DY-203", "直销"):
                continue  # never priced for that channel: the plant of DD2610-041
            book.row(sheet, row, [product.code, product.name, channel, yuan(price), "9折" if channel == "直销" else None,
                "2026-01-01", "高建国"])
            row += 1
    book.close()

    book = Book(folder, "基础资料/客户资料.xlsx")
    sheet = book.sheet("客户", [10, 24, 12, 8, 10, 8, 12, 8, 15, 34])
    book.headers(sheet, 0, ["客户编码", "客户名称", "简称", "渠道", "结算方式", "账期", "信用额度", "压单数", "电话", "地址"])
    for place, buyer in enumerate(CUSTOMERS.values(), start=1):
        book.row(sheet, place, [
            buyer.code, buyer.name, buyer.short, buyer.channel, buyer.terms, buyer.credit_days, float(buyer.limit), buyer.hold,
            buyer.phone, buyer.address])
    book.close()

    book = Book(folder, "基础资料/商品资料.xlsx")
    sheet = book.sheet("商品", [11, 16, 11, 8, 8, 8, 12])
    book.headers(sheet, 0, ["商品编码", "品名", "规格", "单位", "箱单位", "箱规", "标准成本"])
    for place, product in enumerate(PRODUCTS.values(), start=1):
        book.row(sheet, place, [
            product.code, product.name, product.spec, product.unit, "箱", product.pack, yuan(product.cost)])
    book.close()


def settings(folder):
    """What the company has set itself: its name at the head of orders, and five fen that are let pass."""
    book = Book(folder, "设置.xlsx")
    sheet = book.sheet("容差和期限", [18, 12])
    book.headers(sheet, 0, ["设置项", "值"])
    book.row(sheet, 1, ["金额容差", 0.05])
    sheet = book.sheet("表头公司", [28])
    book.headers(sheet, 0, ["公司名称"])
    book.row(sheet, 1, [company.NAME])
    book.close()
