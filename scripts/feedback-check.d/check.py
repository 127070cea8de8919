"""Annotates workbooks with `tieout annotate` and holds each result against its original (see scripts/feedback-check)."""

import argparse
import collections
import pathlib
import re
import resource
import shutil
import struct
import subprocess
import sys
import tempfile
import warnings
import zipfile

import openpyxl
import python_calamine

warnings.filterwarnings("ignore")

ORDER = """sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios
autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations
hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches
ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems
tableParts extLst""".split()
STYLES = "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst".split()


def packed(path):
    """The packed bytes of each part, by name."""
    data = pathlib.Path(path).read_bytes()
    parts = {}
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            name, extra = struct.unpack_from("<HH", data, info.header_offset + 26)
            start = info.header_offset + 30 + name + extra
            parts.setdefault(info.filename, (info.CRC, data[start : start + info.compress_size]))
    return parts


def by_openpyxl(path):
    """Every cell's value and formula, by sheet, as openpyxl finds them."""
    found = {}
    for values in (True, False):
        book = openpyxl.load_workbook(path, data_only=values)
        for sheet in book.worksheets:
            cells = {}
            # The cells that there are: a sheet may have one in its first and one in its last row and column.
            for cell in sheet._cells.values():
                if cell.value is not None:
                    cells[cell.coordinate] = str(getattr(cell.value, "text", cell.value))
            found[sheet.title, values] = cells
            found[sheet.title, "merged"] = sorted(str(area) for area in sheet.merged_cells.ranges)
            found[sheet.title, "widths"] = {k: (d.width, d.hidden) for k, d in sheet.column_dimensions.items()}
            found[sheet.title, "hidden"] = [k for k, d in sheet.row_dimensions.items() if d.hidden]
            found[sheet.title, "rules"] = len(sheet.data_validations.dataValidation), len(sheet.conditional_formatting)
            found[sheet.title, "print"] = str(sheet.print_area), str(sheet.print_title_rows), str(sheet.freeze_panes)
    return found


def formats(path):
    """How each cell is shown but for its fill, by sheet, as openpyxl finds it."""
    book = openpyxl.load_workbook(path)
    return {
        (sheet.title, cell.coordinate): (cell.number_format, cell.font.b, cell.font.name, cell.font.sz, str(cell.border.left.style), cell.alignment.horizontal, cell.alignment.wrap_text, cell.protection.locked)
        for sheet in book.worksheets for cell in list(sheet._cells.values())[:20_000] if cell.value is not None
    }  # fmt: skip


def by_calamine(path):
    """Every sheet's values, from the first cell that holds anything, as calamine finds them."""
    book = python_calamine.CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=True) for name in book.sheet_names}


def by_tieout(tieout, path):
    run = subprocess.run([tieout, "read", "--format", "cells", path], capture_output=True, text=True)
    return run.stdout if run.returncode == 0 else None


def attempt(read, *arguments):
    """What a reader finds, or the kind of its complaint."""
    try:
        return read(*arguments)
    except Exception as error:
        return f"{type(error).__name__}"


def in_order(markup, order, what):
    """The names of the children of a part's root that stand in the wrong order."""
    import xml.etree.ElementTree as tree

    names = [child.tag.split("}")[-1] for child in tree.fromstring(markup) if isinstance(child.tag, str)]
    places = [order.index(name) for name in names if name in order]
    return [] if places == sorted(places) else [f"{what}: {names}"]


def compare(tieout, original, result, changed):
    """What is wrong with a result, in words."""
    wrong = []
    with zipfile.ZipFile(result) as archive:
        if archive.testzip():
            wrong.append("damaged archive")
        before, after = packed(original), packed(result)
        may = re.compile(
            r"(^|/)(workbook\d*\.xml(\.rels)?|styles\d*\.xml|\[Content_Types\]\.xml|comments?\d*[^/]*\.xml|[^/]*\.vml"
            r"|worksheets/_rels/[^/]*|[^/]*sheet[^/]*\.xml)$", re.I)  # fmt: skip
        for name, content in before.items():
            if name not in after:
                wrong.append(f"{name} is gone")
            elif after[name] != content:
                changed[re.sub(r"\d+", "N", name)] += 1
                if not may.search(name.replace("\\", "/")):
                    wrong.append(f"{name} differs")
        for name in archive.namelist():
            if re.search(r"sheet[^/]*\.xml$", name) and after.get(name) != before.get(name):
                wrong += in_order(archive.read(name), ORDER, name)
            if re.search(r"styles\d*\.xml$", name) and after.get(name) != before.get(name):
                wrong += in_order(archive.read(name), STYLES, name)
            if name not in before and name.endswith((".xml", ".rels", ".vml")):
                in_order(archive.read(name), [], name)
    return wrong


def values(tieout, original, result, title):
    wrong = []
    mine, theirs = by_tieout(tieout, original), by_tieout(tieout, result)
    own = "".join(line + "\n" for line in (theirs or "").splitlines() if not line.startswith(title + "\t"))
    if theirs is None or own != mine:
        wrong.append("tieout reads other values")
    for name, read in ("openpyxl", by_openpyxl), ("calamine", by_calamine):
        a, b = attempt(read, original), attempt(read, result)
        if isinstance(a, dict) and isinstance(b, dict):
            extra = [key for key in b if (key[0] if isinstance(key, tuple) else key) not in
                     {k[0] if isinstance(k, tuple) else k for k in a}]  # fmt: skip
            for key in extra:
                del b[key]
            if a != b:
                wrong.append(f"{name} reads other values: {[k for k in a if a[k] != b.get(k)][:3]}")
        elif a != b:
            wrong.append(f"{name}: {a if isinstance(a, str) else 'read'} before, {b if isinstance(b, str) else 'read'} now")
    a, b = attempt(formats, original), attempt(formats, result)
    if isinstance(a, dict) and isinstance(b, dict):
        other = [key for key in a if key in b and a[key] != b[key]]
        if other:
            wrong.append(f"looks differ at {other[:3]}")
    return wrong


def noted(original, result):
    """Whether openpyxl finds notes and fills where they were put: at A1 of each worksheet, or the cell it is merged into."""
    try:
        if not openpyxl.load_workbook(original).worksheets:
            return []  # openpyxl sees no sheets in strict workbooks
        book = openpyxl.load_workbook(result)
    except Exception:
        return []
    if not book.worksheets:
        return ["openpyxl finds no sheets"]
    first, *rest = book.worksheets
    wrong = [] if first.title.startswith("tieout") else ["the list is not first"]
    for sheet in rest:
        if sheet["A1"].comment is None:
            wrong.append(f"{sheet.title}!A1 has no note")
        if sheet["A1"].fill.fgColor.rgb not in ("FFFFC7CE", "FFFFF2CC"):
            wrong.append(f"{sheet.title}!A1 is not filled")
    return wrong


def main():
    # A sheet's last cell alone makes some readers ask for all cells before it.
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    arguments = argparse.ArgumentParser()
    arguments.add_argument("tieout")
    arguments.add_argument("folder")
    arguments.add_argument("--office", type=int, default=0)
    arguments.add_argument("--keep")
    arguments = arguments.parse_args()
    target = pathlib.Path(arguments.keep or tempfile.mkdtemp())
    target.mkdir(parents=True, exist_ok=True)
    outcomes, changed, made = collections.Counter(), collections.Counter(), []
    for path in sorted(pathlib.Path(arguments.folder).rglob("*.xls[xm]")):
        result = target / path.name
        run = subprocess.run([arguments.tieout, "annotate", str(path), str(result)], capture_output=True, text=True)
        if run.returncode == 2:
            outcomes["cannot be opened"] += 1
            continue
        if run.returncode == 3:
            outcomes["left as it is, with a list beside it"] += 1
            print(run.stderr.strip())
            continue
        if run.returncode != 0:
            outcomes["crashed"] += 1
            print(f"{path}: {run.returncode} {run.stderr.strip()}")
            continue
        titles = by_tieout(arguments.tieout, result) or ""
        title = titles.split("\t", 1)[0]
        wrong = attempt(compare, arguments.tieout, path, result, changed)
        wrong = wrong if isinstance(wrong, list) else [wrong]
        wrong += values(arguments.tieout, path, result, title) + noted(path, result)
        outcomes["wrong" if wrong else "right"] += 1
        for line in wrong:
            print(f"{path.name}: {line}")
        if not wrong:
            made.append(result)
    for name, count in changed.most_common():
        print(f"  changed {count:4} {name}")
    print(", ".join(f"{count} {name}" for name, count in sorted(outcomes.items())))
    if arguments.office:
        step = max(1, len(made) // arguments.office)
        sample = made[::step][: arguments.office]
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(
                ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx",
                 "--outdir", folder, *map(str, sample)], capture_output=True)  # fmt: skip
            opened = [name for name in sample if (pathlib.Path(folder) / name.with_suffix(".xlsx").name).exists()]
            print(f"LibreOffice opens {len(opened)} of {len(sample)}")
            for name in set(sample) - set(opened):
                print(f"  not {name.name}")
                outcomes["wrong"] += 1
    if not arguments.keep:
        shutil.rmtree(target)
    sys.exit(1 if outcomes["wrong"] or outcomes["crashed"] else 0)


main()
