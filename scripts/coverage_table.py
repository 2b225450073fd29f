#!/usr/bin/env python3
"""The figures of scripts/coverage by folder, from gcov's own counts.
SPDX-License-Identifier: GPL-3.0-or-later

usage: scripts/coverage_table.py BUILD [--open core/crypto]

Branches are the ways out of the source's conditions: if, ?:, &&, ||, case, loop. Left out are
- the pair (goes on, throws) that the compiler makes of every call: it is no condition of the source. To leave out only
  the half that throws, as is often done, would count each call that was made as a covered branch; that looser figure is
  printed beside;
- what the compiler adds where the source asks nothing: clean-up after an exception and on the way out of a scope, the guards
  of static variables, the frames of coroutines. It is booked on lines of statements without a condition (conditions.py
  says which these are), often on the closing bracket. The last line says how many that were;
- assertions, whose other way out is a programming error that ends the program.
Kept are the error returns that only a failing library could take (OpenSSL or libpq out of memory): they count against us.
`--open` lists the lines whose branches were not all taken.
"""
import collections
import itertools
import json
import os
import re
import subprocess
import sys

from conditions import condition_lines

ASSERTION = re.compile(r"\b(static_)?assert\(")


def counts(root, build):
    """{path: {(line, function's place): (run, [(taken, is a condition's, is a throw)])}} of the .cpp of core and hub."""
    files = collections.defaultdict(dict)
    data = [os.path.join(folder, name) for part in ("core", "hub") for folder, _, names in os.walk(os.path.join(build, part))
            for name in names if name.endswith(".gcda")]
    for start in range(0, len(data), 20):
        out = subprocess.run(["gcov", "--json-format", "--branch-probabilities", "--stdout", *data[start:start + 20]], check=True,
                             capture_output=True, text=True, cwd=build).stdout
        for text in out.splitlines():
            for one in json.loads(text)["files"] if text.startswith("{") else []:
                path = os.path.relpath(os.path.join(build, one["file"]), root)
                if not re.match(r"(core|hub)/.*\.cpp$", path) or path.endswith("/main.cpp"):
                    continue
                places = {each["name"]: (each["start_line"], each["start_column"]) for each in one["functions"]}
                for line in one["lines"]:
                    at, branches = 0, []
                    key = (line["line_number"], places.get(line.get("function_name"), (0, 0)))
                    each = line["branches"]
                    while at < len(each):
                        call = at + 1 < len(each) and each[at]["throw"] != each[at + 1]["throw"]
                        for branch in each[at:at + (2 if call else 1)]:
                            branches.append((branch["count"] > 0, not call and not branch["throw"], branch["throw"]))
                        at += 2 if call else 1
                    # A template stands here once for each of its instances: what one of them took is taken. A lambda on
                    # the line of the function around it is a function of its own.
                    run, old = files[path].get(key, (False, []))
                    longest, other = (old, branches) if len(old) >= len(branches) else (branches, old)
                    merged = [(b[0] or (i < len(other) and other[i][0]), b[1], b[2]) for i, b in enumerate(longest)]
                    files[path][key] = (run or line["count"] > 0, merged)
    return files


def main():
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    build = os.path.abspath(sys.argv[1])
    show = sys.argv[3] if len(sys.argv) == 4 and sys.argv[2] == "--open" else None
    sums = collections.defaultdict(lambda: [0] * 6)
    added = [0, 0]
    for path, lines in sorted(counts(root, build).items()):
        with open(os.path.join(root, path), encoding="utf-8") as file:
            whole = file.read()
        source, asked, parts = whole.split("\n"), condition_lines(whole), path.split("/")
        for number, functions in itertools.groupby(sorted(lines.items()), key=lambda each: each[0][0]):
            runs, branches = zip(*(each[1] for each in functions))
            run, branches = any(runs), [branch for each in branches for branch in each]
            text = source[number - 1]
            if ASSERTION.search(text):
                continue
            own, loose = [b for b in branches if b[1]], [b for b in branches if not b[2]]
            if number not in asked:
                added = [added[0] + len(own), added[1] + sum(b[0] for b in own)]
                own = []
            line = [1, run, len(own), sum(b[0] for b in own), len(loose), sum(b[0] for b in loose)]
            for name in ("/".join(parts[:2]) if len(parts) > 2 else parts[0], parts[0] + ", all", "core and hub"):
                sums[name] = [a + b for a, b in zip(sums[name], line)]
            if show and path.startswith(show) and (line[3] < line[2] or not run):
                print(f"{path}:{number} {line[3]}/{line[2]}{'' if run else ' never'} | {text.strip()[:110]}")
    print(f"{'folder':<16} {'lines':>6} {'run':>8} {'branches':>9} {'taken':>8}   with calls that return")
    for name in sorted(sums, key=lambda each: (each == "core and hub", each)):
        lines, run, own, taken, loose, loosely = sums[name]
        share = [f"{100 * part / whole:.1f} %" if whole else "-" for part, whole in ((run, lines), (taken, own), (loosely, loose))]
        print(f"{name:<16} {lines:>6} {share[0]:>8} {own:>9} {share[1]:>8}   {share[2]:>8}")
    print(f"left out: {added[0]} branches that the compiler added, {added[1]} of them taken")


if __name__ == "__main__":
    main()
