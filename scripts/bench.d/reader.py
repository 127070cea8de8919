"""Times whole processes that read a workbook: tieout, its peers and the floor, one after the other in each round.

usage: reader.py [--runs N] [--peers A,B] [--json FILE] [--curve] [CASE...]
       reader.py --corpus FOLDER [--runs N]

Each figure is a median. A ratio is the median of the ratios of single rounds, so that a machine that was busy in a
round was busy for both. Seconds of processor time say what a figure is worth where the machine was shared.
"""
import argparse
import glob
import json
import os
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.join(".build", "bench")
CASES = ["shared-1m", "shared-100k", "inline-300k", "numbers-300k", "long-texts-40k", "wide-500", "sparse",
         "twenty-sheets", "openpyxl-100k", "libreoffice-100k", "shared-1k"]
# The cases of the curve, by their rows beside the header.
CURVE = {"shared-1k": 1_000, "shared-100k": 100_000, "shared-250k": 250_000, "shared-500k": 500_000,
         "shared-1m": 1_000_000, "shared-last-row": 1_048_575}
# openpyxl takes minutes for these.
TOO_SLOW = {"openpyxl": {"shared-1m", "inline-300k", "numbers-300k", "wide-500", "sparse", "twenty-sheets",
                         "shared-250k", "shared-500k", "shared-last-row"}}


def commands(path, peers):
    result = {"tieout": [".build/release/tieout", "read", "--format", "none", path],
              "floor": [os.path.join(FOLDER, "floor"), path]}
    for peer in peers:
        result[peer] = [sys.executable, os.path.join(HERE, "peers.py"), peer, path]
    return result


def timed(command, quiet=False):
    """Wall-clock seconds, processor seconds and peak megabytes of one process; None if it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    message = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        if quiet:
            return None
        lines = message.decode(errors="replace").strip().splitlines() or ["no message"]
        print(f"  failed: {' '.join(command)}: {lines[-1][:120]}", file=sys.stderr)
        return None
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def run_case(case, peers, runs):
    path = os.path.join(FOLDER, case + ".xlsx")
    if not os.path.exists(path):
        return None
    wanted = commands(path, [peer for peer in peers if case not in TOO_SLOW.get(peer, ())])
    rounds = []
    for number in range(runs):
        result = {}
        # Every other round runs the other way about.
        for name in list(wanted) if number % 2 == 0 else list(reversed(wanted)):
            figures = timed(wanted[name])
            if figures is None:
                del wanted[name]
            else:
                result[name] = figures
        rounds.append(result)
    return rounds


def summary(case, rounds):
    lines = []
    names = [name for name in rounds[0] if all(name in result for result in rounds)]
    for name in sorted(names, key=lambda name: statistics.median(result[name][0] for result in rounds)):
        wall, cpu, memory = (statistics.median(result[name][index] for result in rounds) for index in range(3))
        times = statistics.median(result[name][0] / result["tieout"][0] for result in rounds)
        effort = statistics.median(result[name][1] / result["tieout"][1] for result in rounds)
        share = statistics.median(result["tieout"][2] / result[name][2] for result in rounds)
        lines.append(f"| {case} | {name} | {wall:.3f} | {times:.2f}× | {cpu:.3f} | {effort:.2f}× | {memory:.0f} | "
                     f"{share:.2f} |")
    return lines


def growth(everything):
    """Time and memory of tieout by rows, and by how much each row adds to what no rows cost."""
    print("\n| rows | tieout s | peak MB | microseconds a row | bytes a row |\n|---|---|---|---|---|")
    before = None
    for case, rows in CURVE.items():
        if case not in everything:
            continue
        wall, _, memory = (statistics.median(result["tieout"][index] for result in everything[case]) for index in range(3))
        start, seconds, megabytes = before or (0, 0, 0)
        print(f"| {rows + 1:,} | {wall:.3f} | {memory:.0f} | {(wall - seconds) / (rows - start) * 1e6:.2f} | "
              f"{(memory - megabytes) * 1024 * 1024 / (rows - start):.0f} |")
        # The first case shows what starting costs; from there on each says what its rows add.
        before = (rows, wall, memory)


def medians(wanted, runs):
    """The median seconds of each command, interleaved, every other round the other way about."""
    rounds = []
    for number in range(runs):
        order = list(wanted) if number % 2 == 0 else list(reversed(wanted))
        rounds.append({name: timed(wanted[name])[0] for name in order})
    return [statistics.median(result[name] for result in rounds) for name in wanted]


def corpus(folder, runs):
    """Every workbook of the corpus that python-calamine reads, and those that tieout takes longer for."""
    files, slower = 0, []
    for path in sorted(glob.glob(os.path.join(folder, "files", "**", "*.xls?"), recursive=True)):
        wanted = commands(path, ["python-calamine"])
        del wanted["floor"]
        if not all(timed(command, quiet=True) for command in wanted.values()):
            continue
        files += 1
        ours, theirs = medians(wanted, runs)
        if ours > theirs:
            # A file of some kilobytes is over so soon that a busy moment decides; so look again, for longer.
            ours, theirs = medians(wanted, 5 * runs)
        if ours > theirs:
            slower.append(f"{path}: {ours:.3f} s against {theirs:.3f} s")
    print(f"{files} files read by both, {len(slower)} of them slower than with python-calamine")
    print("\n".join(slower))


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench reader")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--peers", default="fastexcel,python-calamine,polars,duckdb,openpyxl")
    parser.add_argument("--json")
    parser.add_argument("--curve", action="store_true", help="the cases that show how time grows with rows")
    parser.add_argument("--corpus", metavar="FOLDER", help="a folder with workbooks in files/: who is slower on which")
    parser.add_argument("cases", nargs="*")
    options = parser.parse_args()
    if options.corpus:
        corpus(options.corpus, options.runs)
        return
    cases = options.cases or list(CURVE if options.curve else CASES)
    subprocess.run([sys.executable, os.path.join(HERE, "sheets.py"), FOLDER, *cases], check=True)
    print("| case | reader | seconds | against tieout | processor s | against tieout | peak MB | tieout's share |")
    print("|---|---|---|---|---|---|---|---|")
    everything = {}
    for case in cases:
        rounds = run_case(case, options.peers.split(",") if options.peers else [], options.runs)
        if rounds is None:
            print(f"  {case}: could not be made here", file=sys.stderr)
            continue
        everything[case] = rounds
        print("\n".join(summary(case, rounds)), flush=True)
    if options.curve:
        growth(everything)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(everything, file, indent=1)


if __name__ == "__main__":
    main()
