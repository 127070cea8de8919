"""Makes the workbooks that the reader is timed on, once, into a folder.

usage: sheets.py FOLDER [CASE...]

Each case is a function; its values come from a fixed seed, so that a file is the same wherever it is made.
"""
import datetime
import os
import random
import shutil
import subprocess
import sys
import tempfile

import openpyxl
import xlsxwriter

HEADERS = ["订单号", "订单日期", "客户", "客户编码", "渠道", "业务员", "商品编码", "品名", "规格", "单位", "数量", "单价",
           "金额", "备注"]
CUSTOMERS = [f"{place}{name}商行" for place in ("昆明", "大理", "曲靖", "玉溪", "楚雄") for name in
             ("宏达", "鑫源", "永兴", "百盛", "联华", "天和", "福满", "顺昌", "嘉禾", "新世纪")]
PRODUCTS = [(f"SP{number:05d}", f"{kind}{number}号", f"{number % 24 + 1}×{500 + number % 7 * 50}ml")
            for number, kind in enumerate(["矿泉水", "果汁", "白酒", "啤酒", "酸奶"] * 80)]
DAY = datetime.date(2026, 10, 1)


def order_lines(rows, seed=1):
    """Order lines with few distinct texts beside a number that each line has to itself."""
    chance = random.Random(seed)
    for index in range(rows):
        code, name, spec = chance.choice(PRODUCTS)
        customer = chance.randrange(len(CUSTOMERS))
        quantity = chance.randrange(1, 500)
        price = chance.randrange(100, 99_999)
        yield (f"DD2610-{index // 4:06d}", DAY + datetime.timedelta(days=chance.randrange(31)), CUSTOMERS[customer],
               f"KH{customer:04d}", chance.choice(("直销", "二批", "地州", "商超")), chance.choice(("赵磊", "李婷", "杨帆")),
               code, name, spec, chance.choice(("箱", "瓶")), quantity, price / 100, quantity * price / 100,
               chance.choice(("", "", "", "急单", "自提", "月底前送达")))


def write_xlsxwriter(path, sheets, inline=False):
    """Writes sheets of (name, headers, rows). `inline` keeps texts in the cells instead of the shared list."""
    book = xlsxwriter.Workbook(path, {"constant_memory": inline, "tmpdir": os.path.dirname(path)})
    date = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, headers, rows in sheets:
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, headers)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    if value:
                        sheet.write_string(number, column, value)
                elif isinstance(value, datetime.date):
                    sheet.write_datetime(number, column, value, date)
                else:
                    sheet.write_number(number, column, value)
    book.close()


def write_openpyxl(path, headers, rows):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("订单")
    sheet.append(headers)
    for row in rows:
        sheet.append([value if value != "" else None for value in row])
    book.save(path)


def shared(path, rows):
    write_xlsxwriter(path, [("订单", HEADERS, order_lines(rows))])


def wide(path):
    chance = random.Random(2)
    rows = ([chance.randrange(10_000) if column % 3 else f"值{chance.randrange(200)}" for column in range(500)]
            for _ in range(10_000))
    write_xlsxwriter(path, [("宽表", [f"列{column}" for column in range(500)], rows)])


def sparse(path):
    chance = random.Random(3)
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("稀疏")
    for row in range(0, 1_048_576, 4):
        for column in sorted(chance.sample(range(200), 4)):
            sheet.write_number(row, column, chance.randrange(100_000))
    book.close()


def numbers(path):
    chance = random.Random(4)
    rows = ([chance.randrange(10_000_000) / 100 for _ in range(14)] for _ in range(300_000))
    write_xlsxwriter(path, [("数字", HEADERS, rows)])


def long_texts(path):
    chance = random.Random(5)
    words = [word for _, word, _ in PRODUCTS] + CUSTOMERS
    rows = ([" ".join(chance.choice(words) for _ in range(40)) for _ in range(5)] for _ in range(40_000))
    write_xlsxwriter(path, [("长文本", HEADERS[:5], rows)])


def many_sheets(path):
    write_xlsxwriter(path, [(f"表{number}", HEADERS, order_lines(15_000, seed=number)) for number in range(20)])


def libreoffice(path):
    """The order lines, opened and saved by LibreOffice. Nothing is made where it is not installed."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        return
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, os.path.basename(path))
        shared(source, 100_000)
        out = os.path.join(folder, "out")
        subprocess.run([program, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx",
                        "--outdir", out, source], check=True, stdout=subprocess.DEVNULL)
        shutil.move(os.path.join(out, os.path.basename(path)), path)


CASES = {
    "shared-1k": lambda path: shared(path, 1_000),
    "shared-100k": lambda path: shared(path, 100_000),
    "shared-1m": lambda path: shared(path, 1_000_000),
    "inline-300k": lambda path: write_xlsxwriter(path, [("订单", HEADERS, order_lines(300_000))], inline=True),
    "numbers-300k": numbers,
    "long-texts-40k": long_texts,
    "wide-500": wide,
    "sparse": sparse,
    "twenty-sheets": many_sheets,
    "openpyxl-100k": lambda path: write_openpyxl(path, HEADERS, order_lines(100_000)),
    "libreoffice-100k": libreoffice,
    # The curve up to the last row that a sheet can hold.
    "shared-250k": lambda path: shared(path, 250_000),
    "shared-500k": lambda path: shared(path, 500_000),
    "shared-last-row": lambda path: shared(path, 1_048_575),
}


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    for case in sys.argv[2:] or CASES:
        path = os.path.join(folder, case + ".xlsx")
        if os.path.exists(path):
            continue
        print(f"making {case}.xlsx", file=sys.stderr)
        unfinished = os.path.join(folder, "unfinished-" + case + ".xlsx")
        CASES[case](unfinished)
        if os.path.exists(unfinished):
            os.replace(unfinished, path)


if __name__ == "__main__":
    main()
