"""The month's books as they should be: what is ordered is delivered, owed, paid, stocked, counted and booked."""

from dataclasses import dataclass, field

from company import CUSTOMERS, MAIN, NORTH, PRODUCTS


@dataclass
class Document:
    kind: str
    number: str
    day: int
    warehouse: str
    lines: list  # of [product, quantity, price in fen or None]
    basis: str | None
    customer: object = None
    to_warehouse: str | None = None
    terms: str | None = None
    voided: bool = False
    void_reason: str | None = None
    supervisor: str | None = None
    tokens: int | None = None

    @property
    def amount(self):
        return sum(quantity * price for _, quantity, price in self.lines)


@dataclass
class Receivable:
    customer: object
    number: str
    day: int
    amount: int
    received: int
    terms: str
    due: str | None  # ISO date
    signed: str | None
    salesperson: str
    balance: int | None = None  # None: amount − received


@dataclass
class Receipt:
    number: str
    day: int
    customer: object
    amount: int
    method: str
    applies_to: str | None
    approved_by: str | None = None


@dataclass
class Entry:
    voucher: str
    day: int
    account: str
    name: str
    summary: str
    debit: int
    credit: int
    customer: object
    document: str


@dataclass
class Count:
    warehouse: str
    product: object
    location: str
    book: int
    counted: int
    recount: int | None = None
    reason: str | None = None


@dataclass
class Month:
    orders: dict
    documents: list = field(default_factory=list)
    opening: dict = field(default_factory=dict)  # (warehouse, product code) -> quantity
    stock: dict = field(default_factory=dict)
    counts: list = field(default_factory=list)
    receivables: list = field(default_factory=list)
    receipts: list = field(default_factory=list)
    ledger: list = field(default_factory=list)
    expected: list = field(default_factory=list)
    # What the order sheets say otherwise than the orders mean: order number -> {word: value}.
    written: dict = field(default_factory=dict)

    def expect(self, code, **key):
        self.expected.append({"code": code, "key": key})

    def document(self, order_number):
        return next(d for d in self.documents if d.basis == order_number and not d.voided)

    def receivable(self, order_number):
        number = self.document(order_number).number
        return next(r for r in self.receivables if r.number == number)

    def receipt(self, order_number):
        number = self.document(order_number).number
        return next(r for r in self.receipts if r.applies_to == number)

    def entries(self, document_number):
        return [e for e in self.ledger if e.document == document_number]

    def count(self, warehouse, code):
        return next(c for c in self.counts if c.warehouse == warehouse and c.product.code == code)


# Purchases, transfers: number, day, warehouse, to, basis, lines.
_INWARD = """
进仓单 RK2610-001  3 M - CG-2291 DY-201*240 DY-203*240
进仓单 RK2610-002  9 M - CG-2296 DY-303*300
进仓单 RK2610-003 14 M - CG-2304 DY-101*80 DY-102*84
进仓单 RK2610-004 20 M - CG-2310 DY-401*96
进仓单 RK2610-005 24 M - CG-2317 DY-302*60
调拨单 DB2610-001  5 M N DBSQ-61 DY-201*48 DY-401*24
调拨单 DB2610-002 12 M N DBSQ-62 DY-203*48
"""

# Opening stock: enough for the month, in figures that differ from row to row.
OPENING = {
    MAIN: {
        "DY-101": 186, "DY-102": 233, "DY-103": 318, "DY-201": 402, "DY-202": 251, "DY-203": 376,
        "DY-301": 344, "DY-302": 297, "DY-303": 509, "DY-401": 288, "DY-402": 263, "DY-403": 241,
    },
    NORTH: {
        "DY-101": 74, "DY-103": 61, "DY-201": 155, "DY-203": 147, "DY-302": 66, "DY-303": 92, "DY-401": 38,
        "DY-402": 40,
    },
}  # fmt: skip

COUNT_DAY = {MAIN: 31, NORTH: 30}
VOID_NUMBERS = ("XS2610-008", "XS2610-019")
GAP_NUMBER = "XS2610-026"
UNPAID = "DD2610-010"


def ship(month):
    """One delivery for each order shipped, numbered by day; purchases and transfers besides."""
    numbers = (f"XS2610-{n:03}" for n in range(1, 1000))
    for order in sorted(month.orders.values(), key=lambda o: (o.shipped or 0, o.number)):
        if order.shipped is None:
            continue
        number = next(numbers) if order.shipped <= 31 else "XS2611-001"
        while number in VOID_NUMBERS or number == GAP_NUMBER:
            if number in VOID_NUMBERS:
                month.documents.append(_voided(number, order))
            number = next(numbers)
        lines = [[line.product, line.quantity, line.price] for line in order.lines]
        month.documents.append(
            Document("销售出库单", number, order.shipped, order.warehouse, lines, order.number, order.customer,
                     terms=order.customer.terms))
    for row in _INWARD.strip().split("\n"):
        kind, number, day, warehouse, to, basis, *lines = row.split()
        pairs = [line.split("*") for line in lines]
        month.documents.append(
            Document(kind, number, int(day), MAIN if warehouse == "M" else NORTH,
                     [[PRODUCTS[code], int(quantity), PRODUCTS[code].cost] for code, quantity in pairs], basis,
                     to_warehouse=None if to == "-" else NORTH))


def _voided(number, order):
    """A delivery written wrongly, voided, and written again under the next number."""
    line = order.lines[0]
    return Document(
        "销售出库单", number, order.shipped, order.warehouse, [[line.product, line.quantity * 2, line.price]],
        order.number, order.customer, terms=order.customer.terms, voided=True, void_reason="数量开错重开", supervisor="高建国")


def owe_and_pay(month):
    """A receivable for each delivery of the month; cash customers paid within two days."""
    sellers = {order.number: order.salesperson for order in month.orders.values()}
    deliveries = [d for d in month.documents if d.kind == "销售出库单" and not d.voided and d.day <= 31]
    for document in sorted(deliveries, key=lambda d: d.number):
        buyer = document.customer
        cash = buyer.terms == "现款"
        month.receivables.append(
            Receivable(buyer, document.number, document.day, document.amount,
                       document.amount if cash and document.basis != UNPAID else 0,
                       buyer.terms, _due(buyer, document.day), None if cash else "货已收款未付 " + buyer.contact,
                       sellers.get(document.basis, "赵磊")))
        if cash and document.basis != UNPAID:
            month.receipts.append(
                Receipt("", min(document.day + 1, 31), buyer, document.amount,
                        "现金" if buyer.code == "C01" else "转账", document.number))
    # Owed since August, due at the end of September, paid in the middle of October.
    late = Receivable(
        CUSTOMERS["C09"], "XS2608-114", -41, 263000, 263000, "月结", "2026-09-30", "货已收款未付 收货部", "赵磊")
    month.receivables.insert(0, late)
    month.receipts.append(Receipt("", 12, late.customer, late.amount, "转账", late.number))
    for place, receipt in enumerate(sorted(month.receipts, key=lambda r: (r.day, r.applies_to)), start=1):
        receipt.number = f"SK2610-{place:03}"
    month.receipts.sort(key=lambda r: r.number)


def _due(buyer, day):
    if buyer.terms == "现款":
        return f"2026-10-{day:02}"
    if buyer.terms == "月结":  # credit days counted from the month's end
        return "2026-11-30" if buyer.credit_days == 30 else "2026-12-15"
    return None


def keep_stock(month):
    """Closing stock as the documents make it, and a count that agrees with it."""
    month.stock = dict(month.opening)
    at_count = dict(month.opening)
    for document in month.documents:
        if document.voided or document.day > 31:
            continue
        for product, quantity, _ in document.lines:
            incoming = document.kind in ("进仓单", "销售退货单", "冲红单")
            moves = [(document.warehouse, quantity if incoming else -quantity)]
            if document.to_warehouse:
                moves.append((document.to_warehouse, quantity))
            for warehouse, change in moves:
                key = (warehouse, product.code)
                month.stock[key] = month.stock.get(key, 0) + change
                if document.day <= COUNT_DAY[warehouse]:
                    at_count[key] = at_count.get(key, 0) + change
    for place, (warehouse, code) in enumerate(sorted(month.stock)):
        location = f"{'ABCD'[place % 4]}-{place // 4 + 1:02}"
        counted = at_count[warehouse, code]
        month.counts.append(Count(warehouse, PRODUCTS[code], location, month.stock[warehouse, code], counted))


def keep_ledger(month):
    """A voucher for each receivable and each receipt, in the order of their days."""
    booked, facts = set(), []
    for receivable in month.receivables:
        if receivable.day < 1:  # booked in its own month
            continue
        facts.append((receivable.day, receivable.number, receivable))
    for receipt in month.receipts:
        facts.append((receipt.day, receipt.number, receipt))
    for day, number, fact in sorted(facts, key=lambda f: f[:2]):
        if number in booked:  # a row written twice is still one fact
            continue
        booked.add(number)
        voucher = f"记-{len(booked):03}"
        if isinstance(fact, Receivable):
            tax = (fact.amount * 13 * 2 + 113) // 226  # half away from nought
            month.ledger += [
                Entry(voucher, day, "1122", "应收账款", f"赊销 {number}", fact.amount, 0, fact.customer, number),
                Entry(voucher, day, "6001", "主营业务收入", f"赊销 {number}", 0, fact.amount - tax, fact.customer, number),
                Entry(voucher, day, "222101", "应交税费-销项税", f"赊销 {number}", 0, tax, fact.customer, number),
            ]
        else:
            account, name = {"现金": ("1001", "库存现金"), "费用冲抵": ("6601", "销售费用")}.get(
                fact.method, ("1002", "银行存款"))
            month.ledger += [
                Entry(voucher, day, account, name, f"收 {number}", fact.amount, 0, fact.customer, number),
                Entry(voucher, day, "1122", "应收账款", f"收 {number}", 0, fact.amount, fact.customer, number),
            ]
