"""The variances, each planted once in books that otherwise agree.

`build()` gives a `Month`: the books to be written, and in `expected` the code and key of every planted variance, in the
form that the end-to-end test scores against. A plant changes the books where its cause lies and carries the change on
to the books that would follow it in an office, so that one cause gives one finding.
"""

import books
import company
from books import GAP_NUMBER, UNPAID, VOID_NUMBERS
from company import CUSTOMERS, MAIN, NORTH, PRODUCTS


def build():
    month = books.Month(orders=company.orders())
    _before_shipping(month)
    month.opening = {
        (warehouse, code): quantity for warehouse, held in books.OPENING.items() for code, quantity in held.items()
    }
    books.ship(month)
    _before_finance(month)
    books.owe_and_pay(month)
    books.keep_stock(month)
    _in_receivables(month)
    books.keep_ledger(month)
    _in_ledger(month)
    _in_orders(month)
    _in_stock(month)
    month.expected.sort(key=lambda item: (item["code"], sorted(item["key"].items())))
    return month


def _before_shipping(month):
    """Sold below the list, and delivered and billed at the same price."""
    month.orders["DD2610-007"].lines[1].price -= 400
    month.expect("order.price-off-policy", orderNumber="DD2610-007", productCode="DY-103")


def _before_finance(month):
    """Variances of warehouse documents: receivables and stock follow what the documents say."""
    month.expect("document.number-gap", documentNumber=GAP_NUMBER)
    unexplained, unsigned = (next(d for d in month.documents if d.number == n) for n in VOID_NUMBERS)
    unexplained.void_reason = None
    month.expect("document.void-unexplained", documentNumber=unexplained.number)
    unsigned.supervisor = None
    month.expect("document.void-unsigned", documentNumber=unsigned.number)

    purchase = next(d for d in month.documents if d.number == "RK2610-004")
    purchase.basis = None
    month.expect("document.no-basis", documentNumber=purchase.number)

    # Two deliveries of the factory under one number, and goods back from a customer without a price.
    month.documents.append(
        books.Document("进仓单", "RK2610-005", 26, MAIN, [[PRODUCTS["DY-403"], 36, 2850]], "CG-2320"))
    month.expect("document.number-duplicate", documentNumber="RK2610-005")
    month.documents.append(
        books.Document("销售退货单", "TH2610-001", 27, MAIN, [[PRODUCTS["DY-301"], 2, None]],
                       month.document("DD2610-027").number, CUSTOMERS["C02"], terms="月结"))
    month.expect("document.return-without-price", documentNumber="TH2610-001", productCode="DY-301")
    # Goods back at another price than they were sold at.
    month.documents.append(
        books.Document("销售退货单", "TH2610-002", 28, MAIN, [[PRODUCTS["DY-301"], 2, 1950]],
                       month.document("DD2610-006").number, CUSTOMERS["C09"], terms="月结"))
    month.expect("dispatch.price-difference", orderNumber="DD2610-006", productCode="DY-301")

    # A red document whose original nobody has, a transfer to nowhere, and prizes for too few caps.
    month.documents.append(
        books.Document("冲红单", "HC2610-001", 28, MAIN, [[PRODUCTS["DY-202"], 3, None]], "XS2609-088", CUSTOMERS["C03"]))
    month.expect("document.reversal-unpaired", documentNumber="HC2610-001")
    month.documents.append(
        books.Document("调拨单", "DB2610-003", 19, MAIN, [[PRODUCTS["DY-102"], 6, 4500]], "DBSQ-63"))
    month.expect("document.transfer-unbalanced", documentNumber="DB2610-003")
    month.documents.append(
        books.Document("兑奖单", "DJ2610-001", 21, MAIN, [[PRODUCTS["DY-203"], 12, None]], "DJQ-07", CUSTOMERS["C04"],
                       tokens=10))
    month.expect("document.tokens-short", documentNumber="DJ2610-001")

    month.document("DD2610-012").lines[1][1] -= 24
    month.expect("dispatch.quantity-short", orderNumber="DD2610-012", productCode="DY-203")
    month.document("DD2610-013").lines[1][1] += 6
    month.expect("dispatch.quantity-over", orderNumber="DD2610-013", productCode="DY-403")
    month.document("DD2610-014").lines[1][2] -= 100
    month.expect("dispatch.price-difference", orderNumber="DD2610-014", productCode="DY-302")
    month.document("DD2610-015").customer = CUSTOMERS["C10"]
    month.expect("dispatch.customer-mismatch", orderNumber="DD2610-015")
    month.expect("dispatch.late", orderNumber="DD2610-016")
    for code in ("DY-103", "DY-402"):
        month.expect("dispatch.missing", orderNumber="DD2610-017", productCode=code)
    for code in ("DY-302", "DY-402"):
        month.expect("dispatch.not-due", orderNumber="DD2610-034", productCode=code)
    for code in ("DY-301", "DY-403"):
        month.expect("dispatch.next-period", orderNumber="DD2610-035", productCode=code)

    last = max(d.number for d in month.documents if d.number.startswith("XS2610"))
    stray = books.Document(
        "销售出库单", f"XS2610-{int(last[-3:]) + 1:03}", 30, MAIN, [[PRODUCTS["DY-103"], 12, 3100]], "DD2610-083", CUSTOMERS["C03"],
        terms="现款")
    month.documents.append(stray)
    month.expect("dispatch.without-order", documentNumber=stray.number)


def _in_receivables(month):
    """Variances of receivables and receipts: the ledger follows what finance wrote."""
    del month.receivables[month.receivables.index(month.receivable("DD2610-018"))]
    month.expect("receivable.missing", documentNumber=month.document("DD2610-018").number)
    strange = books.Receivable(
        CUSTOMERS["C05"], "XS2609-117", 6, 186000, 0, "月结", "2026-11-30", "货已收款未付 杨四妹", "李婷")
    month.receivables.insert(5, strange)
    month.expect("receivable.without-dispatch", documentNumber=strange.number)

    wrong = month.receivable("DD2610-021")
    wrong.amount += 9000
    month.expect("receivable.amount-difference", documentNumber=wrong.number)
    moved = month.receivable("DD2610-022")
    moved.customer = CUSTOMERS["C02"]
    month.expect("receivable.customer-mismatch", documentNumber=moved.number)
    twice = month.receivable("DD2610-023")
    month.receivables.append(books.Receivable(**vars(twice)))
    month.expect("receivable.duplicate", documentNumber=twice.number)
    unsigned = month.receivable("DD2610-019")
    unsigned.signed = None
    month.expect("receivable.unsigned", documentNumber=unsigned.number)
    unbalanced = month.receivable("DD2610-024")
    unbalanced.balance = unbalanced.amount - 10000
    month.expect("receivable.balance-miscalculated", documentNumber=unbalanced.number)

    month.expect("receivable.cash-uncollected", documentNumber=month.receivable(UNPAID).number)
    month.receivables.append(books.Receivable(
        CUSTOMERS["C09"], "TH2610-002", 28, -3900, 0, "月结", "2026-11-30", "货已收款未付 收货部", "赵磊"))
    short = next(r for r in month.receipts if r.applies_to == "XS2610-039")
    short.amount -= 4000
    month.expect("receivable.balance-miscalculated", documentNumber=short.applies_to)
    # Rolling terms: the next delivery (DD2610-020) was made while this one stood open.
    month.expect("receivable.overdue", documentNumber=month.receivable("DD2610-008").number)

    over = month.receipt("DD2610-031")
    over.amount += 20000
    month.expect("receipt.over-applied", receiptNumber=over.number)
    offset = month.receipt("DD2610-032")
    offset.method = "费用冲抵"
    month.expect("receipt.offset-unapproved", receiptNumber=offset.number)
    again = month.receipt("DD2610-033")
    month.receipts.append(books.Receipt(**vars(again)))
    month.expect("receipt.duplicate", receiptNumber=again.number)
    loose = books.Receipt(f"SK2610-{len(month.receipts):03}", 29, CUSTOMERS["C01"], 66600, "转账", None)
    month.receipts.append(loose)
    month.expect("receipt.unapplied", receiptNumber=loose.number)


def _in_ledger(month):
    missing = month.receivable("DD2610-025").number
    month.ledger = [e for e in month.ledger if e.document != missing]
    month.expect("ledger.missing", documentNumber=missing)
    vouchers = len({e.voucher for e in month.ledger})
    extra = (f"记-{vouchers + 2:03}", 28)
    month.ledger += [
        books.Entry(*extra, "1122", "应收账款", "赊销 XS2610-093", 45200, 0, CUSTOMERS["C09"], "XS2610-093"),
        books.Entry(*extra, "6001", "主营业务收入", "赊销 XS2610-093", 0, 40000, CUSTOMERS["C09"], "XS2610-093"),
        books.Entry(*extra, "222101", "应交税费-销项税", "赊销 XS2610-093", 0, 5200, CUSTOMERS["C09"], "XS2610-093"),
    ]
    month.expect("ledger.without-document", documentNumber="XS2610-093")

    slipped = month.entries(month.receivable("DD2610-026").number)
    slipped[0].debit += 54000  # 1,392 written 1,932: two digits changed places; the voucher still balances
    slipped[1].credit += 54000
    month.expect("ledger.amount-difference", documentNumber=slipped[0].document)
    twice = month.entries(month.receivable("DD2610-027").number)
    month.ledger += [books.Entry(**{**vars(entry), "voucher": f"记-{vouchers + 3:03}"}) for entry in twice]
    month.expect("ledger.duplicate", documentNumber=twice[0].document)
    late = month.entries(month.receivable("DD2610-028").number)
    for entry in late:
        entry.day = 32
    month.expect("ledger.wrong-period", documentNumber=late[0].document)
    other = month.entries(month.receivable("DD2610-029").number)
    for entry in other:
        entry.customer = CUSTOMERS["C03"]
    month.expect("ledger.customer-mismatch", documentNumber=other[0].document)
    lopsided = month.entries(month.receivable("DD2610-030").number)
    lopsided[1].credit -= 1000
    month.expect("ledger.unbalanced-voucher", voucherNumber=lopsided[0].voucher)
    month.expect("ledger.control-difference", accountCode="1122")


def _in_orders(month):
    """Variances of the order sheets alone: the goods and the money went as they should have."""
    written = month.written
    written["DD2610-002"] = {"carrierPhone": ""}
    month.expect("order.field-missing", orderNumber="DD2610-002")
    written["DD2610-004"] = {"amount": {"DY-202": 84600}}  # 24 × 36.00 = 864.00
    month.expect("order.amount-miscalculated", orderNumber="DD2610-004", productCode="DY-202")
    # Two fen too many lie within what the company lets pass: listed in green, not to be worked, so not expected.
    written["DD2610-013"] = {"amount": {"DY-102": next(
        line.quantity * line.price for line in month.orders["DD2610-013"].lines if line.product.code == "DY-102") + 2}}
    written["DD2610-014"] = {"head": "昆明云酌酒业有限公司"}
    month.expect("order.header-mismatch", orderNumber="DD2610-014")
    written["DD2610-005"] = {"approvedBy": ""}
    month.expect("order.approval-missing", orderNumber="DD2610-005")
    written["DD2610-006"] = {"netPrice": {"DY-302": "372.085400"}}  # 30.80 × 12 ÷ 1.13 = 327.079646
    month.expect("order.tax-miscalculated", orderNumber="DD2610-006", productCode="DY-302")
    written["DD2610-011"] = {"settlement": "现款"}
    month.expect("order.terms-mismatch", orderNumber="DD2610-011")
    written["DD2610-001"] = {"words": 173000}  # 20 × 58.00 + 15 × 26.00 = 1,550.00
    month.expect("order.words-disagree", orderNumber="DD2610-001")
    written["DD2610-026"] = {"code": {"DY-302": "DY-30Z"}}
    month.expect("order.product-unknown", orderNumber="DD2610-026", productCode="DY-30Z")
    written["DD2610-032"] = {"discount": {"DY-403": "8折"}, "amount": {"DY-403": 94080}}  # 24 × 49.00 × 0.8
    month.expect("order.discount-off-policy", orderNumber="DD2610-032", productCode="DY-403")
    written["DD2610-036"] = {"customer": "昆明翠胡宾馆有限公司"}
    month.expect("order.customer-unknown", orderNumber="DD2610-036")
    # Taken while a debt of August, due on 30 September, was open; and one that the limit of 12,000 does not cover.
    month.expect("order.customer-overdue", orderNumber="DD2610-006")
    month.expect("order.credit-exceeded", orderNumber="DD2610-035")
    written["DD2610-037"] = {"total": -3000}
    month.expect("order.total-miscalculated", orderNumber="DD2610-037")
    written["DD2610-038"] = {"deliveryDate": "2026-10-32"}
    month.expect("order.field-invalid", orderNumber="DD2610-038")
    # The form asked for 24; a workbook sent the day after says 48, and so many were delivered.
    written["DD2610-039"] = {"quantity": {"DY-301": 24}}
    month.expect("order.changed", orderNumber="DD2610-039")
    written["DD2610-040"] = {"repeat": "DY-103"}
    month.expect("order.duplicate-line", orderNumber="DD2610-040", productCode="DY-103")
    month.expect("order.price-unknown", orderNumber="DD2610-041", productCode="DY-203")
    month.expect("order.duplicate-number", orderNumber="DD2610-009")


def _in_stock(month):
    def book(warehouse, code):
        return month.stock[warehouse, code]

    month.stock[MAIN, "DY-203"] += 12
    count = month.count(MAIN, "DY-203")
    count.book = count.counted = book(MAIN, "DY-203")
    month.expect("stock.rollforward-difference", warehouse=MAIN, productCode="DY-203")

    count = month.count(NORTH, "DY-402")
    assert book(NORTH, "DY-402") < 0
    count.counted, count.reason = 0, "漏记入库"
    month.expect("stock.negative", warehouse=NORTH, productCode="DY-402")
    month.expect("stock.count-over", warehouse=NORTH, productCode="DY-402")

    count = month.count(MAIN, "DY-201")
    count.counted, count.reason = count.counted - 2, "破损"
    month.expect("stock.count-short", warehouse=MAIN, productCode="DY-201")
    count = month.count(MAIN, "DY-301")
    count.counted, count.reason = count.counted + 1, "串货"
    month.expect("stock.count-over", warehouse=MAIN, productCode="DY-301")
    month.counts.remove(month.count(MAIN, "DY-403"))
    month.expect("stock.not-counted", warehouse=MAIN, productCode="DY-403")
    month.counts.append(books.Count(NORTH, PRODUCTS["DY-102"], "D-09", 0, 6, reason="串货"))
    month.expect("stock.not-on-book", warehouse=NORTH, productCode="DY-102")
    count = month.count(MAIN, "DY-103")
    count.recount, count.counted = count.counted, count.counted + 18
    month.expect("stock.recount-disagrees", warehouse=MAIN, productCode="DY-103")
    count = month.count(NORTH, "DY-303")
    count.counted -= 3
    month.expect("stock.count-short", warehouse=NORTH, productCode="DY-303")
    month.expect("stock.reason-missing", warehouse=NORTH, productCode="DY-303")
    month.expect("stock.after-count", warehouse=NORTH, productCode="DY-101")
