"""Reads a whole workbook with one peer and prints what it found.

usage: peers.py PEER FILE
"""
import sys


def fastexcel(path):
    import fastexcel
    book = fastexcel.read_excel(path)
    return [book.load_sheet(name, header_row=None).height for name in book.sheet_names]


def calamine(path):
    import python_calamine
    book = python_calamine.CalamineWorkbook.from_path(path)
    return [len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names]


def polars(path):
    import polars
    return [frame.height for frame in polars.read_excel(path, sheet_id=0, has_header=False).values()]


def duckdb(path):
    import duckdb
    duckdb.sql("LOAD excel")
    duckdb.execute("CREATE TABLE cells AS SELECT * FROM read_xlsx(?, all_varchar = true, header = false)", [path])
    return [duckdb.sql("SELECT count(*) FROM cells").fetchone()[0]]


def openpyxl(path):
    import openpyxl
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    return [sum(1 for _ in sheet.iter_rows(values_only=True)) for sheet in book.worksheets]


PEERS = {"fastexcel": fastexcel, "python-calamine": calamine, "polars": polars, "duckdb": duckdb, "openpyxl": openpyxl}

if __name__ == "__main__":
    print(PEERS[sys.argv[1]](sys.argv[2]))
