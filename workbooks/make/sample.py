"""Writes workbooks/sample-month and its expected.json: sample.py FOLDER."""

import json
import pathlib
import shutil
import sys

import ledgers
import plants
import sheets


def main(folder):
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    made = plants.build()
    sheets.forms_with_cells_beside(made, folder)
    sheets.forms_with_cells_inside(made, folder)
    sheets.table_of_orders(made, folder)
    sheets.orders_sent_again(made, folder)
    for write in (
        ledgers.movements, ledgers.opening, ledgers.stock, ledgers.counts, ledgers.receivables, ledgers.receipts,
        ledgers.ledger, ledgers.basics,
    ):
        write(made, folder)
    ledgers.settings(folder)
    _write_old_workbook(made, folder)
    made.expected.sort(key=lambda item: (item["code"], sorted(item["key"].items())))
    expected = {"period": "2026-10", "expected": made.expected, "allowed": []}
    text = json.dumps(expected, ensure_ascii=False, indent=1)
    (folder / "expected.json").write_text(text + "\n", encoding="utf-8")
    print(f"{folder.name}: {len(made.expected)} variances planted")


def _write_old_workbook(made, folder):
    """A workbook of an old Excel with a new name: it cannot be opened, and the month goes on without it."""
    path = "订单/九月补单.xlsx"
    (folder / path).write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1016))
    made.expect("file.unreadable", file=path)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
