"""How the books are laid out: what each sender's workbook looks like.

Every writer takes the month and writes files under a folder. Sheets differ as they do between people: forms with
labels beside or inside the value's cell, a table with a two-row header, an export from the book system, count sheets
with signatures; numbers kept as text here and there, and dates in several writings.
"""

import datetime
from decimal import ROUND_HALF_UP, Decimal

import xlsxwriter

import company
from company import VAT_PERCENT

_CREATED = datetime.datetime(2026, 11, 2, 9, 0, 0)
_FONT = {"font_name": "宋体", "font_size": 11}


def date(day):
    return datetime.date(2026, 10, 1) + datetime.timedelta(days=day - 1)


def yuan(fen):
    return float(Decimal(fen) / 100)


def words(fen):
    """An amount below 100 million as it is written out on Chinese documents: 壹仟零贰拾元伍角整."""
    numerals = "零壹贰叁肆伍陆柒捌玖"
    whole, cents = divmod(fen, 100)
    text, gap = "", False
    for place in range(7, -1, -1):
        digit = whole // 10**place % 10
        if digit:
            text += ("零" if gap and text else "") + numerals[digit] + ("", "拾", "佰", "仟")[place % 4]
        gap = digit == 0 if text else False
        if place == 4 and whole >= 10**4:
            text, gap = text + "万", 0 < whole % 10**4 < 10**3
    jiao, rest = divmod(cents, 10)
    tail = (numerals[jiao] + "角" if jiao else "零" if rest else "") + (numerals[rest] + "分" if rest else "整")
    return (text or "零") + "元" + tail


class Book:
    """One workbook, with the formats its sheets share."""

    def __init__(self, folder, path):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        self.workbook = xlsxwriter.Workbook(str(target))
        self.workbook.set_properties({"created": _CREATED, "author": "", "company": company.NAME})
        form = self.workbook.add_format
        self.title = form({**_FONT, "bold": True, "font_size": 16, "align": "center", "valign": "vcenter"})
        self.note = form({**_FONT, "font_color": "#595959"})
        self.head = form({**_FONT, "bold": True, "border": 1, "bg_color": "#D9E1F2", "align": "center", "text_wrap": True})
        self.text = form({**_FONT, "border": 1})
        self.money = form({**_FONT, "border": 1, "num_format": "#,##0.00"})
        self.count = form({**_FONT, "border": 1, "num_format": "0"})
        self.price = form({**_FONT, "border": 1, "num_format": "0.00####"})
        self.percent = form({**_FONT, "border": 1, "num_format": "0%"})
        self.day = form({**_FONT, "border": 1, "num_format": "yyyy/m/d"})
        self.sum = form({**_FONT, "bold": True, "border": 1, "num_format": "#,##0.00", "bg_color": "#F2F2F2"})
        self.label = form({**_FONT, "bold": True})
        self.plain = form(_FONT)

    def sheet(self, name, widths):
        sheet = self.workbook.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        return sheet

    def cell(self, sheet, row, column, value, like=None):
        """Writes a value as its kind asks; `None` leaves a bordered blank."""
        if value is None:
            sheet.write_blank(row, column, None, self.text)
        elif isinstance(value, datetime.date):
            sheet.write_datetime(row, column, datetime.datetime.combine(value, datetime.time()), self.day)
        elif isinstance(value, str):
            sheet.write_string(row, column, value, like or self.text)
        else:
            sheet.write_number(row, column, value, like or (self.count if isinstance(value, int) else self.money))

    def row(self, sheet, row, values, like=None):
        for column, value in enumerate(values):
            self.cell(sheet, row, column, value, like)

    def headers(self, sheet, row, names):
        for column, name in enumerate(names):
            sheet.write_string(row, column, name, self.head)

    def close(self):
        self.workbook.close()


# MARK: Orders


def stated(month, order, line):
    """The line's amount as the sheet states it."""
    asked = quantity(month, order, line) * line.price
    return month.written.get(order.number, {}).get("amount", {}).get(line.product.code, asked)


def quantity(month, order, line):
    """The line's quantity as the sheet states it."""
    return month.written.get(order.number, {}).get("quantity", {}).get(line.product.code, line.quantity)


def approvals(month, order):
    """Who confirmed and who approved, as the order's channel asks."""
    approved = "高建国" if order.customer.channel == "地州" else ""
    return (
        "何静" if order.customer.channel in ("直销", "二批") else "",
        month.written.get(order.number, {}).get("approvedBy", approved),
    )


def terms(month, order):
    return month.written.get(order.number, {}).get("settlement", order.customer.terms)


def forms_with_cells_beside(month, folder):
    """杨帆: label in one cell, value in the next; the total also in words."""
    book = Book(folder, "订单/杨帆10月订单.xlsx")
    mine = [o for o in month.orders.values() if o.salesperson == "杨帆"]
    for name, chosen in [("上半月", [o for o in mine if o.day <= 15]), ("下半月", [o for o in mine if o.day > 15])]:
        sheet = book.sheet(name, [11, 13, 16, 11, 12, 9, 10, 12, 14])
        row = 0
        for order in chosen:
            row = _beside(month, book, sheet, row, order)
    book.close()


def _beside(month, book, sheet, row, order):
    buyer, written = order.customer, month.written.get(order.number, {})
    due = written.get("deliveryDate", date(order.due).isoformat())
    sheet.set_row(row, 26)
    sheet.merge_range(row, 0, row, 8, written.get("head", company.NAME) + "  销售订货单", book.title)
    heads = [
        [("订单号：", order.number), ("订单日期：", date(order.day).isoformat()), ("业务员：", order.salesperson)],
        [("客户名称：", written.get("customer", buyer.name)), ("渠道：", buyer.channel), ("结算方式：", terms(month, order))],
        [("电话：", buyer.phone), ("交货日期：", due), ("送货地址：", buyer.address)],
    ]
    for offset, pairs in enumerate(heads, start=1):
        for place, (label, value) in enumerate(pairs):
            sheet.write_string(row + offset, place * 3, label, book.label)
            sheet.write_string(row + offset, place * 3 + 1, value, book.plain)
    row += 4
    book.headers(sheet, row, ["序号", "商品编码", "品名", "规格", "单位", "数量", "单价", "金额", "折扣"])
    total = 0
    lines = order.lines + [line for line in order.lines if line.product.code == written.get("repeat")]
    for place, line in enumerate(lines, start=1):
        product, amount = line.product, stated(month, order, line)
        total += amount
        book.row(sheet, row + place, [
            place, written.get("code", {}).get(product.code, product.code), product.name, product.spec, product.unit,
            quantity(month, order, line), yuan(line.price), yuan(amount),
            written.get("discount", {}).get(product.code)])
    row += len(lines) + 1
    total += written.get("total", 0)
    pieces = sum(quantity(month, order, line) for line in lines)
    book.row(sheet, row, ["合计", "", "", "", "", pieces, "", yuan(total), ""], book.sum)
    sheet.write_string(row + 1, 0, "合计金额（大写）：", book.label)
    sheet.merge_range(row + 1, 2, row + 1, 8, "人民币" + words(written.get("words", total)), book.plain)
    confirmed, approved = approvals(month, order)
    sheet.write_string(row + 2, 0, "客服确认：" + confirmed, book.plain)
    sheet.write_string(row + 2, 3, "审批人：" + approved, book.plain)
    sheet.write_string(row + 2, 6, "业务员签字：" + order.salesperson, book.plain)
    return row + 5


def forms_with_cells_inside(month, folder):
    """李婷: label and value in one cell; one order by the case; a list of her own on a second sheet."""
    book = Book(folder, "订单/李婷-地州订货单.xlsx")
    sheet = book.sheet("10月", [8, 13, 16, 12, 8, 10, 11, 13, 16])
    row = 0
    for order in (o for o in month.orders.values() if o.salesperson == "李婷"):
        row = _inside(month, book, sheet, row, order)
    # Her own list: it could be money owed or money received, so it is asked about.
    own = book.sheet("Sheet2", [22, 13, 12, 12])
    book.headers(own, 0, ["客户名称", "单号", "日期", "金额"])
    book.row(own, 1, [company.CUSTOMERS["C05"].name, "XS2610-002", date(12), 5400.0])
    book.row(own, 2, [company.CUSTOMERS["C07"].name, "XS2610-007", date(14), 1300.0])
    month.expect("file.sheet-unrecognised", file="订单/李婷-地州订货单.xlsx", sheet="Sheet2")
    book.close()


def _inside(month, book, sheet, row, order):
    buyer, written = order.customer, month.written.get(order.number, {})
    carrier, phone = company.CARRIERS.get(buyer.code, ("", ""))
    phone = written.get("carrierPhone", phone)
    day = date(order.day)
    sheet.merge_range(row, 0, row, 8, "销 售 订 货 单", book.title)
    heads = [
        ["订单编号：" + order.number, f"下单日期：{day.year}年{day.month}月{day.day}日", "业务员：李婷"],
        ["购货单位：" + buyer.name, "渠道：" + buyer.channel, "结算方式：" + terms(month, order)],
        ["收货人：" + buyer.contact, "电话：" + buyer.phone, "交货日期：" + date(order.due).strftime("%Y.%m.%d")],
        ["送货地址：" + buyer.address, "托运部：" + carrier, "托运部电话：" + phone],
    ]
    for offset, texts in enumerate(heads, start=1):
        for place, text in enumerate(texts):
            sheet.write_string(row + offset, place * 3, text, book.plain)
    row += 5
    book.headers(sheet, row, ["序号", "货号", "货品名称", "规格型号", "单位", "订货数量", "含税单价", "金额(元)", "备注"])
    for place, line in enumerate(order.lines, start=1):
        product = line.product
        many, price, unit = line.quantity, line.price, product.unit
        if order.number == "DD2610-008" and product.code == "DY-203":
            many, price, unit = many // product.pack, price * product.pack, "箱"
        book.row(sheet, row + place, [
            place, product.code, product.name, product.spec, unit, many, yuan(price),
            yuan(stated(month, order, line)), None])
    row += len(order.lines) + 1
    total = sum(stated(month, order, line) for line in order.lines)
    book.row(sheet, row, ["合计", "", "", "", "", "", "", yuan(total), ""], book.sum)
    confirmed, approved = approvals(month, order)
    sheet.write_string(row + 1, 0, "制单：李婷", book.plain)
    sheet.write_string(row + 1, 3, "客服确认：" + confirmed, book.plain)
    sheet.write_string(row + 1, 6, "审批人：" + approved, book.plain)
    return row + 4


_TABLE = [
    ("订单", ["订单号", "订单日期", "客户名称", "门店代码", "业务员"]),
    ("商品", ["商品编码", "品名", "单位", "数量"]),
    ("价格", ["不含税单价", "箱规", "税率", "含税单价", "金额"]),
    ("交付", ["渠道", "结算方式", "交货日期", "送货地址", "电话"]),
]


def table_of_orders(month, folder):
    """赵磊: supermarkets' orders in one table under a two-row header, net prices by the case, sub-totals."""
    for path in ["订单/赵磊商超订单.xlsx", "订单/赵磊商超订单（副本）.xlsx"]:
        book = Book(folder, path)
        sheet = book.sheet("10月商超", [12, 11, 22, 9, 8, 10, 14, 6, 8, 12, 6, 6, 10, 11, 7, 8, 11, 26, 14])
        sheet.merge_range(0, 0, 0, 18, company.NAME + "2026年10月商超订单明细", book.title)
        column = 0
        for group, names in _TABLE:
            sheet.merge_range(2, column, 2, column + len(names) - 1, group, book.head)
            for offset, name in enumerate(names):
                sheet.write_string(3, column + offset, name, book.head)
            column += len(names)
        row, total = 4, 0
        for order in (o for o in month.orders.values() if o.salesperson == "赵磊"):
            for line in order.lines:
                _table_row(month, book, sheet, row, order, line)
                row += 1
            subtotal = sum(stated(month, order, line) for line in order.lines)
            total += subtotal
            book.row(sheet, row, ["小计"] + [""] * 12 + [yuan(subtotal)] + [""] * 5, book.sum)
            row += 1
        book.row(sheet, row, ["合计"] + [""] * 12 + [yuan(total)] + [""] * 5, book.sum)
        sheet.freeze_panes(4, 1)
        book.close()
    month.expect("file.duplicate", file="订单/赵磊商超订单（副本）.xlsx")


def _table_row(month, book, sheet, row, order, line):
    buyer, product = order.customer, line.product
    net = Decimal(line.price) / 100 * product.pack * 100 / (100 + VAT_PERCENT)
    net = net.quantize(Decimal("0.000001"), ROUND_HALF_UP)
    net = Decimal(month.written.get(order.number, {}).get("netPrice", {}).get(product.code, net))
    book.row(sheet, row, [
        order.number, date(order.day), buyer.name, buyer.store, order.salesperson, product.code, product.name,
        product.unit, line.quantity, None, product.pack, None, yuan(line.price), yuan(stated(month, order, line)),
        buyer.channel, terms(month, order), date(order.due), buyer.address, buyer.phone])
    sheet.write_number(row, 9, float(net), book.price)
    sheet.write_number(row, 11, VAT_PERCENT / 100, book.percent)


def orders_sent_again(month, folder):
    """One order once more as it was, and one changed the day after, each as a table of its own."""
    _sent_again(folder, "订单/补发DD2610-009.xlsx", month.orders["DD2610-009"], 0)
    _sent_again(folder, "订单/改单DD2610-039.xlsx", month.orders["DD2610-039"], 1)


def _sent_again(folder, path, order, days_later):
    book = Book(folder, path)
    sheet = book.sheet("Sheet1", [12, 11, 20, 7, 8, 10, 14, 6, 8, 8, 10, 8, 11, 8, 14, 24, 12, 14, 8, 8])
    book.headers(sheet, 0, [
        "订单号", "订单日期", "客户名称", "渠道", "业务员", "商品编码", "品名", "单位", "数量", "单价", "金额", "结算方式",
        "交货日期", "收货人", "电话", "送货地址", "托运部", "托运部电话", "审批人", "客服确认"])
    buyer = order.customer
    carrier, phone = company.CARRIERS.get(buyer.code, (None, None))
    approved, confirmed = ("高建国", None) if buyer.channel == "地州" else (None, "何静")
    for place, line in enumerate(order.lines, start=1):
        book.row(sheet, place, [
            order.number, date(order.day + days_later), buyer.name, buyer.channel, order.salesperson, line.product.code,
            line.product.name, line.product.unit, line.quantity, yuan(line.price), yuan(line.quantity * line.price),
            buyer.terms, date(order.due), buyer.contact, buyer.phone, buyer.address, carrier, phone, approved,
            confirmed])
    book.close()
