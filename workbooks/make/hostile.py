"""Writes workbooks/hostile, files that must fail well, and a README that says how: hostile.py FOLDER.

Made with zipfile and strings alone, since no honest library writes such files. Each is small; what it claims is not.
"""

import io
import pathlib
import shutil
import struct
import sys
import zipfile

_STAMP = (2026, 10, 31, 12, 0, 0)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = "http://schemas.openxmlformats.org/package/2006"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

ORDER_HEADERS = ["订单号", "订单日期", "客户名称", "商品编码", "品名", "单位", "数量", "单价", "金额"]


def letters(column):
    return chr(65 + column)


def cell(row, column, value):
    name = f"{letters(column)}{row}"
    if value is None:
        return ""
    if isinstance(value, str):
        text = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    return f'<c r="{name}"><v>{value}</v></c>'


def sheet(rows):
    body = "".join(
        f'<row r="{r}">' + "".join(cell(r, c, value) for c, value in enumerate(values)) + "</row>"
        for r, values in enumerate(rows, start=1))
    return f'{_DECLARATION}<worksheet xmlns="{_MAIN}"><sheetData>{body}</sheetData></worksheet>'


def parts(sheets):
    """The parts of a workbook: a list of (name, XML of the sheet)."""
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        for n in range(1, len(sheets) + 1))
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, (name, _) in enumerate(sheets, start=1))
    linked = "".join(
        f'<Relationship Id="rId{n}" Type="{_LINKS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1))
    made = {
        "[Content_Types].xml": f'{_DECLARATION}<Types xmlns="{_PARTS}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'{_DECLARATION}<Relationships xmlns="{_PARTS}/relationships"><Relationship Id="rId1" '
        f'Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{_DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>{listed}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'{_DECLARATION}<Relationships xmlns="{_PARTS}/relationships">{linked}'
        "</Relationships>",
    }
    for n, (_, text) in enumerate(sheets, start=1):
        made[f"xl/worksheets/sheet{n}.xml"] = text
    return made


def packed(made, method=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, text in made.items():
            info = zipfile.ZipInfo(name, _STAMP)
            info.compress_type = method
            info.external_attr = 0o644 << 16
            archive.writestr(info, text)
    return buffer.getvalue()


def workbook(rows, name="订单"):
    return packed(parts([(name, sheet(rows))]))


def order(number="DD1", day="2026-10-05", quantity=12, price=10, amount=120, product="DY-101", customer="昆明春晓茶行"):
    return [number, day, customer, product, "滇红工夫茶", "盒", quantity, price, amount]


# MARK: Damaged files


def wrong_crc():
    data = bytearray(workbook([ORDER_HEADERS, order()]))
    place = data.index(b"PK\x01\x02", data.index(b"xl/worksheets/sheet1.xml"))
    # The checksum of the sheet in its central record; the one in the local header is changed to match.
    while data[place + 46 : place + 70] != b"xl/worksheets/sheet1.xml":
        place = data.index(b"PK\x01\x02", place + 4)
    local = struct.unpack_from("<I", data, place + 42)[0]
    for at in (place + 16, local + 14):
        struct.pack_into("<I", data, at, struct.unpack_from("<I", data, at)[0] ^ 0x5A5A5A5A)
    return bytes(data)


def encrypted():
    """The first sectors of a compound file whose directory names an EncryptedPackage, as Excel's password makes it."""
    header = bytearray(512)
    header[0:8] = bytes.fromhex("d0cf11e0a1b11ae1")
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIII", header, 44, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE)
    struct.pack_into("<II", header, 72, 0, 0)
    for place in range(109):
        struct.pack_into("<I", header, 76 + 4 * place, 0xFFFFFFFF if place else 0)
    table = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE) + b"\xff" * 504

    def entry(name, kind, child=0xFFFFFFFF, right=0xFFFFFFFF):
        raw = name.encode("utf-16-le")
        record = bytearray(128)
        record[: len(raw)] = raw
        struct.pack_into("<HBBIII", record, 64, len(raw) + 2, kind, 1, 0xFFFFFFFF, right, child)
        struct.pack_into("<IQ", record, 116, 0xFFFFFFFE, 0)
        return bytes(record)

    directory = (
        entry("Root Entry", 5, child=1) + entry("EncryptedPackage", 2, right=2) + entry("EncryptionInfo", 2) + bytes(128))
    return bytes(header) + table + directory


def bomb():
    """A sheet of 64 MB of blanks packed more than a thousandfold."""
    made = parts([("订单", "")])
    blanks = " " * (64 << 20)
    made["xl/worksheets/sheet1.xml"] = sheet([ORDER_HEADERS, order()]).replace("</sheetData>", blanks + "</sheetData>")
    return packed(made)


def many_sheets():
    """Two thousand sheets that are all one small part."""
    made = parts([(f"S{n}", "") for n in range(2000)])
    one = sheet([["订单号"]])
    for name in [n for n in made if n.startswith("xl/worksheets/")]:
        del made[name]
    made["xl/worksheets/sheet1.xml"] = one
    links = made["xl/_rels/workbook.xml.rels"]
    for n in range(2, 2001):
        links = links.replace(f"worksheets/sheet{n}.xml", "worksheets/sheet1.xml")
    made["xl/_rels/workbook.xml.rels"] = links
    return packed(made)


def entities():
    """Ten entities, each ten of the one before: a hundred bytes that would be ten thousand million."""
    declared = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    text = sheet([ORDER_HEADERS, order()])
    text = text.replace(_DECLARATION, f'{_DECLARATION}<!DOCTYPE worksheet [<!ENTITY e0 "ha">{declared}]>')
    made = parts([("订单", text.replace("滇红工夫茶", "&e9;"))])
    return packed(made)


def outside_entity():
    text = sheet([ORDER_HEADERS, order()]).replace(
        _DECLARATION, f'{_DECLARATION}<!DOCTYPE worksheet [<!ENTITY file SYSTEM "file:///etc/hostname">]>')
    return packed(parts([("订单", text.replace("滇红工夫茶", "&file;"))]))


def climbing():
    """Parts whose names climb out of the archive; the workbook points at one of them."""
    made = parts([("订单", sheet([ORDER_HEADERS, order()]))])
    made["../../../outside.xml"] = "outside"
    made["xl/_rels/workbook.xml.rels"] = made["xl/_rels/workbook.xml.rels"].replace(
        "worksheets/sheet1.xml", "../../../outside.xml")
    return packed(made)


def deep():
    text = sheet([ORDER_HEADERS, order()]).replace("<sheetData>", "<a>" * 20000 + "</a>" * 20000 + "<sheetData>")
    return packed(parts([("订单", text)]))


def truncated():
    whole = workbook([ORDER_HEADERS] + [order(f"DD{n}") for n in range(1, 200)])
    return whole[: len(whole) * 2 // 3]


def no_workbook_part():
    return packed({"readme.txt": "a zip archive, and no workbook"})


# MARK: Sheets that cannot be taken as they stand


def two_headers():
    """One header row that would do for two books: it is asked about, not guessed."""
    return workbook([["客户名称", "单号", "日期", "金额"], ["昆明春晓茶行", "A-1", "2026-10-05", 120]], name="Sheet1")


def values(rows):
    return workbook([ORDER_HEADERS] + rows)


# path, bytes, what it is, and what is said: the code (— when nothing is said), and what the message must name.
FILES = [
    ("empty.xlsx", lambda: b"", "没有内容的文件 / no bytes", "file.unreadable"),
    ("not-a-zip.xlsx", lambda: "订单号,数量\nDD1,12\n".encode(), "改了扩展名的文本 / text with a new extension",
     "file.unreadable"),
    ("web-page.xlsx", lambda: b"<html><table><tr><td>1</td></tr></table></html>", "网页另存 / an HTML table",
     "file.unreadable"),
    ("no-workbook.xlsx", no_workbook_part, "不含工作簿的压缩包 / a zip without a workbook", "file.unreadable"),
    ("truncated.xlsx", truncated, "传输中断 / cut off at two thirds", "file.unreadable"),
    ("wrong-crc.xlsx", wrong_crc, "校验和不符 / the sheet's checksum is wrong", "file.unreadable"),
    ("password.xlsx", encrypted, "加了打开密码 / protected by a password", "file.unreadable"),
    ("old-excel.xlsx", lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1016), "旧版 .xls 改名 / an old .xls renamed",
     "file.unreadable"),
    ("bomb.xlsx", bomb, "压缩炸弹 / 64 MB of blanks in 64 KB", "file.unreadable"),
    ("many-sheets.xlsx", many_sheets, "两千个工作表 / two thousand sheets", "file.unreadable"),
    ("entities.xlsx", entities, "实体膨胀 / entities that multiply", "file.unreadable"),
    ("outside-entity.xlsx", outside_entity, "外部实体 / an entity that names a file", "file.unreadable"),
    ("climbing-names.xlsx", climbing, "部件名跳出压缩包 / a part's name climbs out", "file.unreadable"),
    ("deep.xlsx", deep, "两万层嵌套 / elements 20,000 deep", "file.unreadable"),
    ("two-books.xlsx", two_headers, "像两种账 / could be two books", "file.sheet-unrecognised"),
    ("header-only.xlsx", lambda: values([]), "只有表头 / a header and no rows",
     "file.sheet-unrecognised"),
    ("text-for-number.xlsx", lambda: values([order("DD2"), order("DD3", quantity="十二盒左右")]),
     "数量写成文字 / words for a quantity", "file.row-set-aside"),
    ("number-1,2,3.4.xlsx", lambda: values([order("DD4"), order("DD5", quantity="1,2,3.4")]),
     "千分位错乱 / separators out of place", "file.row-set-aside"),
    ("february-31.xlsx", lambda: values([order("DD6"), order("DD7", day="2026年2月31日")]),
     "不存在的日期 / a day that does not exist", "order.field-invalid"),
    ("quantity-1e300.xlsx", lambda: values([order("DD8"), order("DD9", quantity="1e300")]),
     "数量大到不可能 / an impossible quantity", "file.row-set-aside"),
    ("amount-overflow.xlsx", lambda: values([order("DD10"), order("DD11", amount=98765432109876543210)]),
     "金额超出范围 / an amount past the limit", "order.field-invalid"),
    ("twice.xlsx", lambda: values([order("DD12")]), "同一文件两份（一） / the same file", "—"),
    ("twice_copy.xlsx", lambda: values([order("DD12")]), "同一文件两份（二） / the same file again", "file.duplicate"),
    ("version-1.xlsx", lambda: values([order("DD13"), order("DD13", product="DY-102")]),
     "同一订单的两种说法（一） / one order", "order.changed"),
    ("version-2.xlsx", lambda: values([order("DD13", quantity=24, amount=240)]),
     "同一订单的两种说法（二） / the same order, other lines", "order.changed"),
    ("formula-like.xlsx", lambda: values([order("DD14", customer="=cmd|' /C calc'!A0"), order("DD15", customer="@SUM(A1)")]),
     "像公式的文字，输出时仍是文字 / text like a formula stays text", "—"),
    ("~$formula-like.xlsx", lambda: b"\x04user" + bytes(160), "Excel 的锁文件 / Excel's lock file", "—"),
    (".hidden.xlsx", lambda: b"hidden", "隐藏文件 / a hidden file", "—"),
]  # fmt: skip


def main(folder):
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    lines = []
    for path, make, what, said in FILES:
        (folder / path).write_bytes(make())
        said = "—" if said == "—" else f"`{said}`"
        lines.append(f"| `{path}` | {what} | {said} |")
    (folder / "README.md").write_text(_README.format(rows="\n".join(lines)), encoding="utf-8")
    size = sum(path.stat().st_size for path in folder.iterdir())
    print(f"{folder.name}: {len(FILES)} files, {size // 1024} KB")


_README = """# Files that must fail well

`tieout reconcile workbooks/hostile` says one clear thing about each of these, with file, sheet and cell, what was
expected and what to do; reconciles what is left; and neither crashes, nor waits, nor writes outside its output folder.
A dash means that the file is passed over or read without a word. Made by `../make/hostile.py`; the end-to-end tests
read the table below, so it is kept exact.

| file | what it is | what is said |
|---|---|---|
{rows}
"""


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
