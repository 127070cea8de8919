"""Ties a month with polars, as an analyst would who has polars, fastexcel and XlsxWriter: quantity, amount and ledger.

usage: peer_polars.py FOLDER OUT.xlsx
"""
import os
import sys

import polars as pl

# Only the columns that the ties need are asked for.
BOOKS = {
    "orders": ("订单/订单.xlsx", ["订单号", "商品编码", "数量"]),
    "dispatch": ("出入库/销售出库.xlsx", ["单号", "依据单号", "商品编码", "数量", "单价"]),
    "receivables": ("应收/应收账款.xlsx", ["单据号", "应收金额"]),
    "receipts": ("应收/回款.xlsx", ["收款单号", "金额"]),
    "ledger": ("财务/明细账.xlsx", ["科目代码", "单据号", "借方", "贷方"]),
}


def read(folder):
    return {name: pl.read_excel(os.path.join(folder, path), columns=columns, engine="calamine")
            for name, (path, columns) in BOOKS.items()}


def cents(column):
    """Whole fen: binary fractions do not add up."""
    return (pl.col(column) * 100).round().cast(pl.Int64)


def tie(left, right, key):
    """Both sides of every key that does not agree."""
    return (left.join(right, on=key, how="full", coalesce=True)
            .with_columns(difference=pl.col("actual").fill_null(0) - pl.col("expected").fill_null(0))
            .filter((pl.col("difference") != 0)).sort(key))


def total(frame, key, value, name):
    return frame.group_by(key).agg(value.sum().alias(name))


def ties(books):
    orders, dispatch, ledger = books["orders"], books["dispatch"], books["ledger"]
    receivable = ledger.filter(pl.col("科目代码").cast(pl.String).str.starts_with("1122"))
    owed = total(books["receivables"], "单据号", cents("应收金额"), "expected")
    line = ["订单号", "商品编码"]
    return {
        "quantity": tie(total(orders, line, pl.col("数量"), "expected"),
                        total(dispatch.rename({"依据单号": "订单号"}), line, pl.col("数量"), "actual"), line),
        "amount": tie(
            total(dispatch.rename({"单号": "单据号"}), "单据号",
                  (pl.col("数量") * pl.col("单价") * 100).round().cast(pl.Int64), "expected"),
            owed.rename({"expected": "actual"}), ["单据号"]),
        "receivable-ledger": tie(
            owed, total(receivable.filter(pl.col("借方").is_not_null()), "单据号", cents("借方"), "actual"), ["单据号"]),
        "receipt-ledger": tie(
            total(books["receipts"], "收款单号", cents("金额"), "expected").rename({"收款单号": "单据号"}),
            total(receivable.filter(pl.col("贷方").is_not_null()), "单据号", cents("贷方"), "actual"), ["单据号"]),
    }


def main():
    import xlsxwriter
    found = ties(read(sys.argv[1]))
    with xlsxwriter.Workbook(sys.argv[2]) as book:
        for name, frame in found.items():
            frame.write_excel(book, worksheet=name)


if __name__ == "__main__":
    main()
