"""Writes one large sheet as Excel writes it: shared strings, dates as styled numbers, a reference in every cell.

XlsxWriter takes minutes for a million rows; here a row is one formatted string, made for the columns it has.
"""
import os
import zipfile

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PARTS = {
    "[Content_Types].xml": HEAD + f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
    f'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{TYPE}.sharedStrings+xml"/></Types>',
    "_rels/.rels": HEAD + f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": HEAD + f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId3" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    "xl/styles.xml": HEAD + f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/>'
    '</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill '
    'patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/>'
    '</border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" '
    'fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
}


def money(fen):
    """Fen as Excel stores the amount."""
    return repr(fen / 100) if fen % 100 else str(fen // 100)


def letters(column):
    return chr(65 + column) if column < 26 else chr(64 + column // 26) + chr(65 + column % 26)


class Texts(dict):
    """Every distinct text once, with its place in the order in which it was first asked for."""

    def __missing__(self, text):
        self[text] = place = len(self)
        return place


class PlainSheet:
    """A workbook of one sheet. `columns` are (header, kind): `text`, `day`, `number`, or `money`, each `?` if optional."""

    def __init__(self, path, name, columns):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        self.texts = Texts()
        self.count = 0
        self.zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6)
        for part, content in PARTS.items():
            self._part(part, content)
        self._part("xl/workbook.xml", HEAD + f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet '
                   f'name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>')
        self.sheet = self.zip.open(self._entry("xl/worksheets/sheet1.xml"), "w")
        self.pending = [HEAD + f'<worksheet xmlns="{MAIN}"><sheetData>']
        self._compile([header for header, _ in columns], ["text"] * len(columns))(*[header for header, _ in columns])
        self.row = self._compile([header for header, _ in columns], [kind for _, kind in columns])

    def _compile(self, names, kinds):
        """A function that appends a row; it is made as source because a loop over cells takes three times as long."""
        cells = []
        for column, kind in enumerate(kinds):
            cell, value = letters(column), f"v{column}"
            written = {
                "text": f'<c r="{cell}{{r}}" t="s"><v>{{t[{value}]}}</v></c>',
                "day": f'<c r="{cell}{{r}}" s="1"><v>{{{value}}}</v></c>',
                "number": f'<c r="{cell}{{r}}"><v>{{{value}}}</v></c>',
                "money": f'<c r="{cell}{{r}}"><v>{{money({value})}}</v></c>',
            }[kind.rstrip("?")]
            if kind.endswith("?"):
                written = f"{{'' if {value} is None else f'''{written}'''}}"
            cells.append(written)
        arguments = ", ".join(f"v{column}" for column in range(len(kinds)))
        spans = f"1:{len(kinds)}"
        source = (f"def row({arguments}):\n  r = book.count = book.count + 1\n"
                  f"  book.pending.append(f\"\"\"<row r=\"{{r}}\" spans=\"{spans}\">{''.join(cells)}</row>\"\"\")\n"
                  "  if len(book.pending) >= 4096: book.flush()\n")
        scope = {"t": self.texts, "book": self, "money": money}
        exec(source, scope)
        return scope["row"]

    def flush(self):
        self.sheet.write("".join(self.pending).encode())
        self.pending.clear()

    @staticmethod
    def _entry(name):
        entry = zipfile.ZipInfo(name, (2026, 11, 1, 0, 0, 0))
        entry.compress_type = zipfile.ZIP_DEFLATED
        return entry

    def _part(self, name, content):
        self.zip.writestr(self._entry(name), content)

    def close(self):
        self.pending.append("</sheetData></worksheet>")
        self.flush()
        self.sheet.close()
        with self.zip.open(self._entry("xl/sharedStrings.xml"), "w") as part:
            part.write((HEAD + f'<sst xmlns="{MAIN}" uniqueCount="{len(self.texts)}">').encode())
            part.write("".join([f"<si><t>{text}</t></si>" for text in self.texts]).encode())
            part.write(b"</sst>")
        self.zip.close()
