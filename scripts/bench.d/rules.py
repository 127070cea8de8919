"""Times the rules about orders and documents one by one, on months of growing size.

usage: rules.py [--sizes 1000,100000,1000000] [--runs N] [--all]

Says for each rule how long it took and how that grows with the lines. Fails where a rule takes longer than the reading
of the files, or where a tenfold month takes it more than fifteenfold: that would be worse than n log n.
"""
import argparse
import os
import statistics
import subprocess
import sys
import tempfile

from month import TIEOUT, month_folder

FAMILIES = ("order.", "document.")
# A rule that takes less than this is not held to anything: the clock and the machine decide more than it does.
NOTICEABLE = 0.02


def laps(folder):
    """Seconds by stage and rule, as `--timings` says them."""
    with tempfile.TemporaryDirectory() as out:
        process = subprocess.run(
            [TIEOUT, "reconcile", os.path.join(folder, "books"), "--out", out, "--timings"], stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, text=True)
    if process.returncode != 1:
        sys.exit(f"exit code {process.returncode} instead of 1: {process.stderr[-300:]}")
    lines = [line.split("\t") for line in process.stderr.splitlines()]
    return {line[1]: float(line[0]) for line in lines if len(line) == 2}


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench rules")
    parser.add_argument("--sizes", default="1000,100000,1000000", help="order lines, with commas between")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--all", action="store_true", help="every stage and rule, not only those of orders and documents")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    seconds = {}
    for size in sizes:
        folder = month_folder(size)
        runs = [laps(folder) for _ in range(options.runs)]
        seconds[size] = {stage: statistics.median(run[stage] for run in runs) for stage in runs[0]}
    stages = [stage for stage in seconds[sizes[-1]] if options.all or stage.startswith(FAMILIES) or stage == "reading"]
    print("| stage or rule | " + " | ".join(f"{size:,} lines, ms" for size in sizes) + " | ns a line |")
    print("|---" * (len(sizes) + 2) + "|")
    failures = []
    for stage in stages:
        own = [seconds[size].get(stage, 0) for size in sizes]
        cells = " | ".join(f"{1_000 * value:.1f}" for value in own)
        print(f"| {stage} | {cells} | {own[-1] / sizes[-1] * 1e9:.0f} |")
        if not stage.startswith(FAMILIES):
            continue
        for place, size in enumerate(sizes):
            if own[place] > max(seconds[size]["reading"], NOTICEABLE):
                failures.append(f"{stage} takes longer than reading {size:,} lines")
            if place and own[place - 1] > NOTICEABLE:
                growth = own[place] / own[place - 1] / (size / sizes[place - 1])
                if growth > 1.5:
                    failures.append(f"{stage} grows {growth:.1f} times as fast as the lines up to {size:,}")
    if failures:
        sys.exit("\n".join(failures))
    print("no rule is slower than the reading, and none grows faster than n log n")


if __name__ == "__main__":
    main()
