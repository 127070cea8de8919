#!/usr/bin/env python3
"""Makes the workbooks in this folder, with other people's programs or from the specifications, so that what the tests
expect does not come from the code that they test.

    pip install msoffcrypto-tool==6.1.0 openpyxl==3.1.5 xlwt==1.3.0 xlrd==2.0.2
    python3 make.py

Salts and keys are drawn anew each time, so the encrypted files never come out the same twice.
"""
import csv, hashlib, io, json, os, struct

import openpyxl
import xlrd
import xlwt
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from msoffcrypto.method.ecma376_agile import ECMA376Agile
from msoffcrypto.method.container.ecma376_encrypted import ECMA376Encrypted

here = os.path.dirname(os.path.abspath(__file__))


def path(name):
    return os.path.join(here, name)


def plain_workbook(rows=3):
    """订单 with rows of a code, a quantity and a remark; a few thousand rows need more than one encrypted segment."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "订单"
    sheet.append(["单号", "数量", "备注"])
    for row in range(rows):
        sheet.append([f"SO-{row:05}", row + 0.5, "含税" if row % 2 else None])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def agile(package, password, spins=100000):
    return ECMA376Agile.encrypt(password, io.BytesIO(package), spin_count=spins)


def standard(package, password):
    """[MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9, AES with 128 bits."""
    salt, verifier = os.urandom(16), os.urandom(16)
    digest = hashlib.sha1(salt + password.encode("utf-16-le")).digest()
    for spin in range(50000):
        digest = hashlib.sha1(struct.pack("<I", spin) + digest).digest()
    digest = hashlib.sha1(digest + struct.pack("<I", 0)).digest().ljust(64, b"\0")
    key = hashlib.sha1(bytes(b ^ 0x36 for b in digest)).digest()[:16]

    def encrypt(data):
        cipher = Cipher(algorithms.AES(key), modes.ECB()).encryptor()
        return cipher.update(data + b"\0" * (-len(data) % 16)) + cipher.finalize()

    provider = "Microsoft Enhanced RSA and AES Cryptographic Provider\0".encode("utf-16-le")
    header = struct.pack("<8I", 0x24, 0, 0x660E, 0x8004, 128, 0x18, 0, 0) + provider
    info = struct.pack("<HHII", 3, 2, 0x24, len(header)) + header
    info += struct.pack("<I", 16) + salt + encrypt(verifier)
    info += struct.pack("<I", 20) + encrypt(hashlib.sha1(verifier).digest())
    out = io.BytesIO()
    ECMA376Encrypted(struct.pack("<Q", len(package)) + encrypt(package), info).write_to(out)
    return out.getvalue()


def old_excel():
    """订单 with numbers, texts and dates in many formats; a hidden sheet; an empty one."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("订单")
    values = ["单号 & <b>", "行一\n行二", "x" * 300, 7, -3, 0.1, 1234567.891, 123456789012345.0, 1e-9, 1e300, 0.13, 19.99]
    for row, value in enumerate(values):
        sheet.write(row, 0, row)
        sheet.write(row, 3, value)
    formats = ["yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "m/d/yy", "yyyy/m/d;@", '[$-804]yyyy"年"m"月"d"日";@', "d-mmm-yy",
               "yyyy-mm-dd hh:mm:ss", "h:mm", "0.00", "@", "General"]
    for row, code in enumerate(formats):
        style = xlwt.XFStyle()
        style.num_format_str = code
        sheet.write(20 + row, 0, code)
        sheet.write(20 + row, 1, 0.4375 if code == "h:mm" else 46300.4375 if "h" in code else 46300, style)
    sheet.write_merge(40, 41, 0, 1, "merged")
    hidden = book.add_sheet("隐藏")
    hidden.visibility = 1
    hidden.write(0, 0, "h")
    book.add_sheet("空")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cells_by_xlrd(data):
    """What xlrd reads: sheet, row and column from 0, kind, value."""
    book = xlrd.open_workbook(file_contents=data, formatting_info=False)
    cells = []
    for sheet in book.sheets():
        for row in range(sheet.nrows):
            for column in range(sheet.ncols):
                cell = sheet.cell(row, column)
                if cell.ctype == xlrd.XL_CELL_TEXT and cell.value:
                    cells.append([sheet.name, row, column, "text", cell.value])
                elif cell.ctype == xlrd.XL_CELL_NUMBER:
                    cells.append([sheet.name, row, column, "number", repr(cell.value)])
                elif cell.ctype == xlrd.XL_CELL_DATE:
                    kind = "time" if cell.value < 1 else "date"
                    moment = xlrd.xldate_as_datetime(cell.value, book.datemode)
                    text = moment.isoformat() if kind == "date" else moment.time().isoformat()
                    cells.append([sheet.name, row, column, kind, text.removesuffix("T00:00:00")])
    return cells


def odd_csv():
    """What RFC 4180 allows, in the encoding of a Chinese Excel."""
    rows = [["单号", "客户", "数量", "备注"], ["SO-1", '昆明"百货",店', "12.50", "第一行\n第二行"], ["", "", "", ""],
            ["SO-2", "  空格  ", "00123", "1,234.5"], ["SO-3", "", "-7", "=1+1"]]
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("gb18030")


def fields_by_csv(data):
    return list(csv.reader(io.StringIO(data.decode("gb18030"), newline="")))


def write(name, data):
    with open(path(name), "wb") as file:
        file.write(data)


if __name__ == "__main__":
    write("agile.xlsx", agile(plain_workbook(), "订单2026"))
    write("agile-segments.xlsx", agile(plain_workbook(1500), "p"))
    # Tried thousands of times over with a byte changed, which a hundred thousand hashes each would make long.
    write("agile-one-spin.xlsx", agile(plain_workbook(), "订单2026", spins=1))
    write("standard.xlsx", standard(plain_workbook(), "订单2026"))
    old = old_excel()
    write("old.xls", old)
    write("old.xls.json", json.dumps(cells_by_xlrd(old), ensure_ascii=False, indent=0).encode())
    write("odd.csv", odd_csv())
    write("odd.csv.json", json.dumps(fields_by_csv(odd_csv()), ensure_ascii=False, indent=0).encode())
