#!/usr/bin/env python3
"""The figures of scripts/coverage, by folder, from gcovr's JSON. usage: scripts/coverage_table.py FILE [--open FOLDER]
SPDX-License-Identifier: GPL-3.0-or-later

Branches are the ways out of a condition of the source: if, ?:, &&, ||, case, loop. The way out of a call by an exception
is one for the compiler but not for the reader: such a pair (goes on, throws) is left out, both halves, because to leave out
only the half that throws would count every call that was made as a covered branch. That looser figure is printed beside.
`--open` lists the lines whose branches were not all taken.
"""
import collections
import json
import sys


def decisions(branches):
    """Those of a line's branches that are no half of a call's (goes on, throws)."""
    kept, at = [], 0
    while at < len(branches):
        pair = branches[at:at + 2]
        if len(pair) == 2 and pair[0].get("throw", False) != pair[1].get("throw", False):
            at += 2
            continue
        if not branches[at].get("throw", False):
            kept.append(branches[at])
        at += 1
    return kept


def folder(path):
    parts = path.split("/")
    return "/".join(parts[:2]) if len(parts) > 2 else parts[0]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        files = json.load(file)["files"]
    show = sys.argv[3] if len(sys.argv) == 4 and sys.argv[2] == "--open" else None
    sums = collections.defaultdict(lambda: [0] * 6)
    for one in files:
        for line in one["lines"]:
            if line.get("gcovr/noncode"):
                continue
            branches = line.get("branches", [])
            own, loose = decisions(branches), [b for b in branches if not b.get("throw", False)]
            counts = [1, line["count"] > 0, len(own), sum(b["count"] > 0 for b in own), len(loose),
                      sum(b["count"] > 0 for b in loose)]
            for name in (folder(one["file"]), one["file"].split("/")[0], "both"):
                sums[name] = [a + b for a, b in zip(sums[name], counts)]
            if show and one["file"].startswith(show) and (counts[3] < counts[2] or not counts[1]):
                print(f"{one['file']}:{line['line_number']} {counts[3]}/{counts[2]}{'' if counts[1] else ' never'}")
    print(f"{'folder':<16} {'lines':>6} {'run':>7} {'branches':>9} {'taken':>7}   {'with calls that return':>22}")
    for name in sorted(sums, key=lambda n: (n == "both", n)):
        lines, run, own, taken, loose, loosely = sums[name]
        share = [f"{100 * part / whole:.1f} %" if whole else "-" for part, whole in ((run, lines), (taken, own), (loosely, loose))]
        print(f"{name:<16} {lines:>6} {share[0]:>7} {own:>9} {share[1]:>7}   {loose:>13} {share[2]:>8}")


if __name__ == "__main__":
    main()
