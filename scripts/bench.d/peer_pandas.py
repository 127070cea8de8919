"""Ties a month with pandas, as an analyst would who has pandas, python-calamine and XlsxWriter.

usage: peer_pandas.py FOLDER OUT.xlsx
"""
import os
import sys

import pandas as pd

# Only the columns that the ties need are asked for.
BOOKS = {
    "orders": ("订单/订单.xlsx", ["订单号", "商品编码", "数量"]),
    "dispatch": ("出入库/销售出库.xlsx", ["单号", "依据单号", "商品编码", "数量", "单价"]),
    "receivables": ("应收/应收账款.xlsx", ["单据号", "应收金额"]),
    "receipts": ("应收/回款.xlsx", ["收款单号", "金额"]),
    "ledger": ("财务/明细账.xlsx", ["科目代码", "单据号", "借方", "贷方"]),
}


def read(folder):
    return {name: pd.read_excel(os.path.join(folder, path), usecols=columns, engine="calamine")
            for name, (path, columns) in BOOKS.items()}


def cents(column):
    """Whole fen: binary fractions do not add up."""
    return (column * 100).round().astype("int64")


def tie(left, right):
    """Both sides of every key that does not agree."""
    both = pd.concat([left.rename("expected"), right.rename("actual")], axis=1)
    both["difference"] = both["actual"].fillna(0) - both["expected"].fillna(0)
    return both[both["difference"] != 0].sort_index().reset_index()


def ties(books):
    orders, dispatch, ledger = books["orders"], books["dispatch"], books["ledger"]
    account = ledger[ledger["科目代码"].astype(str).str.startswith("1122")]
    debits, credits = account[account["借方"].notna()], account[account["贷方"].notna()]
    owed = cents(books["receivables"]["应收金额"]).groupby(books["receivables"]["单据号"]).sum()
    value = cents(dispatch["数量"] * dispatch["单价"])
    return {
        "quantity": tie(
            orders.groupby(["订单号", "商品编码"])["数量"].sum(),
            dispatch.rename(columns={"依据单号": "订单号"}).groupby(["订单号", "商品编码"])["数量"].sum()),
        "amount": tie(value.groupby(dispatch["单号"].rename("单据号")).sum(), owed),
        "receivable-ledger": tie(owed, cents(debits["借方"]).groupby(debits["单据号"]).sum()),
        "receipt-ledger": tie(
            cents(books["receipts"]["金额"]).groupby(books["receipts"]["收款单号"].rename("单据号")).sum(),
            cents(credits["贷方"]).groupby(credits["单据号"]).sum()),
    }


def main():
    found = ties(read(sys.argv[1]))
    with pd.ExcelWriter(sys.argv[2], engine="xlsxwriter") as book:
        for name, frame in found.items():
            frame.to_excel(book, sheet_name=name, index=False)


if __name__ == "__main__":
    main()
