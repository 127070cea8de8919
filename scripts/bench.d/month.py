"""Times whole months tied out, from folder to workbook: tieout against two programs that do only three of its ties.

usage: month.py [--sizes 1000,10000,100000,1000000] [--runs N] [--without pandas,polars] [--json FILE]

Every program is checked before it is timed: tieout must find every planted difference and nothing else, the others
every one of the ties that they do.
"""
import argparse
import hashlib
import json
import os
import statistics
import subprocess
import sys
import tempfile

import month_books
import openpyxl
from reader import timed

HERE = os.path.dirname(os.path.abspath(__file__))
TIEOUT = os.path.join(".build", "release", "tieout")
CACHE = os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "tieout-bench")
PEERS = {"polars": "peer_polars.py", "pandas": "peer_pandas.py"}


def month_folder(lines):
    """The month of so many order lines; its name changes when the program that makes it does."""
    digest = hashlib.sha256()
    for name in ("month_books.py", "plain_sheet.py"):
        with open(os.path.join(HERE, name), "rb") as file:
            digest.update(file.read())
    folder = os.path.join(CACHE, f"month-{lines}-{digest.hexdigest()[:8]}")
    month_books.make(folder, lines)
    return folder


def commands(folder, out, peers):
    folder = os.path.join(folder, "books")
    # Exit code 1 says that there are variances, as there must be.
    result = {"tieout": ["sh", "-c", '"$@" > /dev/null 2>&1; test $? -eq 1', "sh", TIEOUT, "reconcile", folder, "--out",
                         os.path.join(out, "tieout")]}
    for peer in peers:
        result[peer] = [sys.executable, os.path.join(HERE, PEERS[peer]), folder, os.path.join(out, peer + ".xlsx")]
    return result


def found_by_tieout(out):
    with open(os.path.join(out, "tieout", "findings.json"), encoding="utf-8") as file:
        return sorted(json.dumps([finding["code"], finding["key"]], ensure_ascii=False, sort_keys=True)
                      for finding in json.load(file)["findings"])


def found_by_peer(path):
    """Each tie's keys and differences, as the peer wrote them."""
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    result = {}
    for sheet in book.worksheets:
        rows = list(sheet.iter_rows(values_only=True))
        # Key columns, then both sides, then the difference.
        keys = rows[0].index("expected") if rows else 0
        result[sheet.title] = sorted([*map(str, row[:keys]), str(int(row[-1]))] for row in rows[1:])
    return result


def differing(name, folder, out):
    """What a program found that it should not have, or did not find; empty when it is right."""
    with open(os.path.join(folder, "expected.json"), encoding="utf-8") as file:
        expected = json.load(file)
    if name == "tieout":
        wanted = sorted(json.dumps([finding["code"], finding["key"]], ensure_ascii=False, sort_keys=True)
                        for finding in expected["findings"])
        found = found_by_tieout(out)
    else:
        wanted = sorted(json.dumps([tie, *row]) for tie, rows in expected["ties"].items() for row in rows)
        found = sorted(json.dumps([tie, *row]) for tie, rows in found_by_peer(os.path.join(out, name + ".xlsx")).items()
                       for row in rows)
    return ([f"not found: {item}" for item in set(wanted) - set(found)]
            + [f"found and not planted: {item}" for item in set(found) - set(wanted)]
            + (["found more than once"] if len(found) != len(set(found)) else []))


def run_size(lines, peers, runs):
    folder = month_folder(lines)
    rounds = []
    with tempfile.TemporaryDirectory() as out:
        wanted = commands(folder, out, peers)
        for number in range(runs):
            figures = {}
            for name in list(wanted) if number % 2 == 0 else list(reversed(wanted)):
                figures[name] = timed(wanted[name])
                if figures[name] is None:
                    sys.exit(f"{name} failed on {lines:,} lines")
                if number == 0 and (wrong := differing(name, folder, out)):
                    sys.exit(f"{name}, {lines:,} lines:\n" + "\n".join(sorted(wrong)[:20]))
            rounds.append(figures)
    return rounds


def median(rounds, name, index):
    return statistics.median(figures[name][index] for figures in rounds)


def ratio(rounds, name, index):
    return statistics.median(figures[name][index] / figures["tieout"][index] for figures in rounds)


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench month")
    parser.add_argument("--sizes", default="1000,10000,100000,1000000", help="order lines, with commas between")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--without", default="", help="peers to leave out")
    parser.add_argument("--json")
    options = parser.parse_args()
    peers = [peer for peer in PEERS if peer not in options.without.split(",")]
    everything = {}
    print("| order lines | program | seconds | against tieout | processor s | against tieout | peak MB | tieout's share |")
    print("|---|---|---|---|---|---|---|---|")
    for lines in map(int, options.sizes.split(",")):
        rounds = everything[lines] = run_size(lines, peers, options.runs)
        for name in rounds[0]:
            print(f"| {lines:,} | {name} | {median(rounds, name, 0):.2f} | {ratio(rounds, name, 0):.1f}× | "
                  f"{median(rounds, name, 1):.2f} | {ratio(rounds, name, 1):.1f}× | {median(rounds, name, 2):.0f} | "
                  f"{1 / ratio(rounds, name, 2):.2f} |", flush=True)
    sizes = list(everything)
    for small, large in zip(sizes, sizes[1:]):
        growth = median(everything[large], "tieout", 0) / median(everything[small], "tieout", 0)
        effort = median(everything[large], "tieout", 1) / median(everything[small], "tieout", 1)
        print(f"{small:,} to {large:,} lines: {growth:.1f} times as long, {effort:.1f} times the processor time")
    print("every planted difference was found, and nothing else")
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(everything, file, indent=1)


if __name__ == "__main__":
    main()
