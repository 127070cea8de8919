"""Makes a month of books of a given number of order lines, with differences that are known, and writes the list of them.

usage: month_books.py FOLDER LINES

Orders of five lines, a dispatch document each, a receivable for each document, receipts, vouchers, stock and counts.
The books are in `books`; `expected.json` beside it says what tieout must find and nothing else, and what each of the three ties of the
peers must find. The same number of lines gives the same bytes.
"""
import json
import os
import random
import shutil
import sys

from plain_sheet import PlainSheet

FIRST_DAY = 46296  # 2026-10-01 as Excel counts
LAST_DAY = FIRST_DAY + 30
LINES_AN_ORDER = 5
WAREHOUSES = ("关上仓", "北市仓")
CLERKS = ("赵磊", "李婷", "杨帆", "周敏", "陈涛", "何静", "马超", "孙悦")
PLACES = "昆明 大理 曲靖 玉溪 楚雄 昭通 保山 文山 红河 普洱".split()
SYLLABLES = "宏 鑫 永 百 联 天 福 顺 嘉 新 华 金 万 德 兴 隆 泰 祥 瑞 恒".split()
ENDINGS = ("商行", "超市", "经营部", "批发部")
GOODS = "矿泉水 果汁 白酒 啤酒 酸奶 酱油 香醋 面条 饼干 茶叶 大米 食油".split()


def customer_name(index):
    first, second = SYLLABLES[index // 10 % 20], SYLLABLES[index // 200 % 20]
    return f"{PLACES[index % 10]}{first}{second}{ENDINGS[index % 4]}"


class Plants:
    """Which orders carry which difference, each at most one, and what must be found."""

    def __init__(self, chance, lines, orders):
        self.count = max(2, lines // 5_000)
        self.free = chance.sample(range(orders), orders)
        self.findings = []
        self.ties = {"quantity": [], "amount": [], "receivable-ledger": [], "receipt-ledger": []}

    def take(self, suits=lambda order: True):
        """Orders that carry nothing yet and suit."""
        taken, rest = [], []
        while self.free and len(taken) < self.count:
            order = self.free.pop()
            (taken if suits(order) else rest).append(order)
        self.free += rest
        if len(taken) < self.count:
            sys.exit("too few orders for what is to be planted")
        return set(taken)

    def expect(self, code, **key):
        self.findings.append({"code": code, "key": key})


class Month:
    def __init__(self, folder, lines):
        self.folder = os.path.join(folder, "books")
        self.expected_path = os.path.join(folder, "expected.json")
        self.chance = chance = random.Random(lines)
        self.orders = lines // LINES_AN_ORDER
        customers = max(40, min(4_000, lines // 50))
        self.customers = [customer_name(index) for index in range(customers)]
        self.is_cash = [chance.random() < 0.4 for _ in range(customers)]
        products = max(60, min(3_000, lines // 100))
        self.codes = [f"SP{index:05d}" for index in range(products)]
        self.names = [f"{GOODS[index % len(GOODS)]}{index:04d}号" for index in range(products)]
        self.prices = [chance.randrange(150, 20_000) for _ in range(products)]
        self.issued = [[0] * products for _ in WAREHOUSES]
        self.buyers = [chance.randrange(customers) for _ in range(self.orders)]
        self.pays = [self.is_cash[buyer] or chance.random() < 0.3 for buyer in self.buyers]
        self.plants = Plants(chance, lines, self.orders)
        self._plant()

    def _plant(self):
        take = self.plants.take
        unpaid, paid = (lambda order: not self.pays[order]), (lambda order: self.pays[order])
        self.short, self.over, self.dropped = take(), take(), take()
        self.miscalculated, self.off_price, self.gap_before = take(), take(), take()
        self.owed_wrong, self.not_owed, self.owed_by_other = take(unpaid), take(unpaid), take(unpaid)
        self.unbooked, self.booked_wrong = take(unpaid), take(unpaid)
        self.receipt_unbooked, self.receipt_booked_wrong = take(paid), take(paid)

    def book(self, path, name, *columns):
        return PlainSheet(os.path.join(self.folder, path), name, columns)

    def write(self):
        self.masters()
        self.open_books()
        for order in range(self.orders):
            self.order(order)
        self.without_partner()
        for book in self.books:
            book.close()
        self.stock()
        self.expected()

    # Master data

    def masters(self):
        book = self.book("基础资料/客户档案.xlsx", "客户档案", ("客户编码", "text"), ("客户名称", "text"), ("渠道", "text"),
                         ("结算方式", "text"), ("账期", "number"))
        for index, name in enumerate(self.customers):
            book.row(f"KH{index:05d}", name, self.channel(index), self.settlement(index), 30)
        book.close()
        book = self.book("基础资料/商品档案.xlsx", "商品档案", ("商品编码", "text"), ("品名", "text"), ("规格", "text"),
                         ("单位", "text"), ("类别", "text"), ("标准成本", "money"))
        for index, (code, name) in enumerate(zip(self.codes, self.names)):
            book.row(code, name, "500ml", "瓶", GOODS[index % len(GOODS)], self.prices[index] * 6 // 10)
        book.close()
        book = self.book("基础资料/价格表.xlsx", "价格表", ("商品编码", "text"), ("品名", "text"), ("单价", "money"),
                         ("生效日期", "day"))
        for code, name, price in zip(self.codes, self.names, self.prices):
            book.row(code, name, price, FIRST_DAY - 273)
        book.close()

    def channel(self, customer):
        return "直销" if customer % 3 else "二批"

    def settlement(self, customer):
        return "现款" if self.is_cash[customer] else "月结"

    # Orders and what follows from them

    def open_books(self):
        self.order_book = self.book(
            "订单/订单.xlsx", "订单", ("订单号", "text"), ("订单日期", "day"), ("客户", "text"), ("渠道", "text"),
            ("业务员", "text"), ("商品编码", "text"), ("品名", "text"), ("单位", "text"), ("数量", "number"),
            ("单价", "money"), ("金额", "money"), ("结算方式", "text"), ("交货日期", "day"), ("电话", "text"),
            ("客服确认", "text"))
        self.dispatch_book = self.book(
            "出入库/销售出库.xlsx", "销售出库", ("单据类型", "text"), ("单号", "text"), ("日期", "day"), ("仓库", "text"),
            ("客户", "text"), ("依据单号", "text"), ("商品编码", "text"), ("品名", "text"), ("单位", "text"),
            ("数量", "number"), ("单价", "money"), ("金额", "money"), ("作废", "text?"), ("作废原因", "text?"),
            ("主管签名", "text?"))
        self.receivable_book = self.book(
            "应收/应收账款.xlsx", "应收账款", ("客户", "text"), ("单据号", "text"), ("日期", "day"), ("应收金额", "money"),
            ("已收金额", "money"), ("余额", "money"), ("结算方式", "text"), ("到期日", "day"))
        self.receipt_book = self.book(
            "应收/回款.xlsx", "回款", ("收款单号", "text"), ("日期", "day"), ("客户", "text"), ("收款方式", "text"),
            ("核销单号", "text"), ("金额", "money"))
        self.ledger_book = self.book(
            "财务/明细账.xlsx", "明细账", ("凭证号", "text"), ("日期", "day"), ("科目代码", "text"), ("科目名称", "text"),
            ("摘要", "text"), ("借方", "money?"), ("贷方", "money?"), ("往来单位", "text"), ("单据号", "text"))
        self.books = [self.order_book, self.dispatch_book, self.receivable_book, self.receipt_book, self.ledger_book]
        self.document_count = self.receipt_count = self.voucher_count = 0

    def order(self, order):
        chance, plants = self.chance, self.plants
        number = f"DD2610-{order:06d}"
        day = FIRST_DAY + order * 27 // self.orders
        buyer = self.buyers[order]
        customer, clerk = self.customers[buyer], CLERKS[buyer % 8]
        shipped = day + chance.randrange(3)
        document = self.next_document(skipping=order in self.gap_before)
        warehouse = order % 2
        value = 0
        for line, product in enumerate(chance.sample(range(len(self.codes)), LINES_AN_ORDER)):
            code, name, price = self.codes[product], self.names[product], self.prices[product]
            quantity = sent = chance.randrange(2, 60)
            if line == 1 and order in self.off_price:
                price += 7
                plants.expect("order.price-off-policy", orderNumber=number, productCode=code)
            amount = quantity * price
            if line == 2:
                if order in self.miscalculated:
                    amount += 100
                    plants.expect("order.amount-miscalculated", orderNumber=number, productCode=code)
                if order in self.short:
                    sent -= 1
                    plants.expect("dispatch.quantity-short", orderNumber=number, productCode=code)
                if order in self.over:
                    sent += 3
                    plants.expect("dispatch.quantity-over", orderNumber=number, productCode=code)
                if order in self.dropped:
                    sent = 0
                    plants.expect("dispatch.missing", orderNumber=number, productCode=code)
                if sent != quantity:
                    plants.ties["quantity"].append([number, code, str(sent - quantity)])
            self.order_book.row(number, day, customer, self.channel(buyer), clerk, code, name, "瓶", quantity, price,
                                amount, self.settlement(buyer), day + 3, f"13{buyer:09d}", "王芳")
            if sent:
                self.ship(document, shipped, warehouse, customer, number, product, sent, price)
                value += sent * price
        self.owe(order, document, shipped, buyer, value)

    def next_document(self, skipping=False):
        if skipping:
            self.document_count += 1
            self.plants.expect("document.number-gap", documentNumber=f"CK2610-{self.document_count:06d}")
        self.document_count += 1
        return f"CK2610-{self.document_count:06d}"

    def ship(self, document, day, warehouse, customer, order, product, quantity, price):
        self.issued[warehouse][product] += quantity
        self.dispatch_book.row("销售出库", document, day, WAREHOUSES[warehouse], customer, order, self.codes[product],
                               self.names[product], "瓶", quantity, price, quantity * price, None, None, None)

    def owe(self, order, document, day, buyer, value):
        plants = self.plants
        if order in self.not_owed:
            plants.expect("receivable.missing", documentNumber=document)
            plants.ties["amount"].append([document, str(-value)])
            return
        customer = self.customers[buyer]
        if order in self.owed_by_other:
            customer = self.customers[(buyer + 1) % len(self.customers)]
            plants.expect("receivable.customer-mismatch", documentNumber=document)
        owed = value
        if order in self.owed_wrong:
            owed += 1_050
            plants.expect("receivable.amount-difference", documentNumber=document)
            plants.ties["amount"].append([document, "1050"])
        received = owed if self.pays[order] else 0
        self.receivable_book.row(customer, document, day, owed, received, owed - received, self.settlement(buyer),
                                 LAST_DAY + 30)
        if order in self.unbooked:
            plants.expect("ledger.missing", documentNumber=document)
            plants.ties["receivable-ledger"].append([document, str(-owed)])
        else:
            booked = owed
            if order in self.booked_wrong:
                booked += 900
                plants.expect("ledger.amount-difference", documentNumber=document)
                plants.ties["receivable-ledger"].append([document, "900"])
            self.voucher(day, "1122", "应收账款", "6001", "主营业务收入", "销售", booked, customer, document)
        if received:
            self.receive(order, document, min(day + 2, LAST_DAY), customer, received)

    def receive(self, order, document, day, customer, amount):
        self.receipt_count += 1
        number = f"SK2610-{self.receipt_count:06d}"
        self.receipt_book.row(number, day, customer, "转账", document, amount)
        booked = amount
        if order in self.receipt_unbooked:
            self.plants.expect("ledger.missing", documentNumber=number)
            self.plants.ties["receipt-ledger"].append([number, str(-amount)])
            return
        if order in self.receipt_booked_wrong:
            booked += 200
            self.plants.expect("ledger.amount-difference", documentNumber=number)
            self.plants.ties["receipt-ledger"].append([number, "200"])
        self.voucher(day, "1002", "银行存款", "1122", "应收账款", "收款", booked, customer, number)

    def voucher(self, day, debit, debit_name, credit, credit_name, summary, amount, customer, number):
        self.voucher_count += 1
        voucher = f"记-{self.voucher_count:06d}"
        self.ledger_book.row(voucher, day, debit, debit_name, summary, amount, None, customer, number)
        self.ledger_book.row(voucher, day, credit, credit_name, summary, None, amount, customer, number)

    def without_partner(self):
        """Documents without an order, receivables without a document, entries without either."""
        plants = self.plants
        for index in range(plants.count):
            buyer = index * 7 % len(self.customers)
            customer, day = self.customers[buyer], FIRST_DAY + 10
            document, basis, product = self.next_document(), f"DD2699-{index:06d}", index % len(self.codes)
            price = self.prices[product]
            self.ship(document, day, 0, customer, basis, product, 12, price)
            paid = 12 * price if self.is_cash[buyer] else 0
            self.receivable_book.row(customer, document, day, 12 * price, paid, 12 * price - paid,
                                     self.settlement(buyer), LAST_DAY + 30)
            self.voucher(day, "1122", "应收账款", "6001", "主营业务收入", "销售", 12 * price, customer, document)
            if paid:
                self.receive(None, document, day, customer, paid)
            plants.expect("dispatch.without-order", documentNumber=document)
            plants.ties["quantity"].append([basis, self.codes[product], "12"])
            number = f"CX2610-{index:06d}"
            buyer = next(place for place in range(buyer, len(self.customers)) if not self.is_cash[place])
            self.receivable_book.row(self.customers[buyer], number, day, 88_800, 0, 88_800, "月结", LAST_DAY + 30)
            self.voucher(day, "1122", "应收账款", "6001", "主营业务收入", "销售", 88_800, self.customers[buyer], number)
            plants.expect("receivable.without-dispatch", documentNumber=number)
            plants.ties["amount"].append([number, "88800"])
            number = f"CY2610-{index:06d}"
            self.voucher(day, "1122", "应收账款", "6001", "主营业务收入", "销售", 77_700, customer, number)
            plants.expect("ledger.without-document", documentNumber=number)
            plants.ties["receivable-ledger"].append([number, "77700"])
        plants.expect("ledger.control-difference", accountCode="1122")

    # Stock

    def stock(self):
        chance, plants = self.chance, self.plants
        shelf = ("仓库", "text"), ("商品编码", "text"), ("品名", "text"), ("单位", "text")
        opening = self.book("库存/期初库存.xlsx", "期初库存", *shelf, ("数量", "number"), ("单位成本", "money"))
        bought = self.book("出入库/进仓单.xlsx", "进仓单", ("单据类型", "text"), ("单号", "text"), ("日期", "day"),
                           *shelf, ("数量", "number"), ("依据单号", "text"))
        stock = self.book("库存/即时库存.xlsx", "即时库存", *shelf, ("数量", "number"), ("单位成本", "money"))
        counts = self.book("盘点/盘点表.xlsx", "盘点表", *shelf, ("账面数", "number"), ("实盘数", "number"),
                           ("盘点日期", "day"), ("盘点人", "text"), ("差异原因", "text?"))
        places = [(warehouse, product) for warehouse in range(2) for product in range(len(self.codes))]
        planted = chance.sample(places, 3 * min(plants.count, len(places) // 10))
        share = len(planted) // 3
        differing, short, over = (set(planted[index * share:(index + 1) * share]) for index in range(3))
        for place, (warehouse, product) in enumerate(places):
            words = WAREHOUSES[warehouse], self.codes[product], self.names[product], "瓶"
            issued = self.issued[warehouse][product]
            arrived = issued * 3 // 4 + 1
            start = issued - arrived + chance.randrange(20, 400)
            held = counted = start + arrived - issued
            reason = None
            key = {"warehouse": words[0], "productCode": words[1]}
            if (warehouse, product) in differing:
                held = counted = held + 5
                plants.expect("stock.rollforward-difference", **key)
            if (warehouse, product) in short:
                counted, reason = counted - 2, "破损"
                plants.expect("stock.count-short", **key)
            if (warehouse, product) in over:
                counted, reason = counted + 4, "漏记入库"
                plants.expect("stock.count-over", **key)
            cost = self.prices[product] * 6 // 10
            opening.row(*words, start, cost)
            bought.row("采购入库", f"JC2610-{place // 10:05d}", FIRST_DAY + place // 10 % 20, *words, arrived,
                       f"SH2610-{place // 10:05d}")
            stock.row(*words, held, cost)
            counts.row(*words, held, counted, LAST_DAY, "刘强", reason)
        for book in (opening, bought, stock, counts):
            book.close()

    def expected(self):
        facts = {"findings": self.plants.findings, "ties": self.plants.ties}
        with open(self.expected_path, "w", encoding="utf-8") as file:
            json.dump(facts, file, ensure_ascii=False)


def make(folder, lines):
    """Makes the month once; a folder that is there is whole."""
    if os.path.exists(folder):
        return
    unfinished = folder + ".unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    print(f"making a month of {lines:,} order lines in {folder}", file=sys.stderr)
    Month(unfinished, lines).write()
    os.replace(unfinished, folder)


if __name__ == "__main__":
    make(sys.argv[1], int(sys.argv[2]))
