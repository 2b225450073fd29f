#!/usr/bin/env python3
"""The law of the house, checked on the sources themselves.  SPDX-License-Identifier: GPL-3.0-or-later

usage: lint.py ROOT RULE     RULE: edges | cycles | sizes | widgets | sql | headers
Exits 1 with one line per finding. The allow-lists are empty on purpose (docs/architecture.md).
"""
import os
import re
import statistics
import sys

FLOORS = ("core", "hub", "models", "ui", "app", "tools")
ALLOWED = {
    "core": {"core"},
    "hub": {"hub", "core"},
    "models": {"models", "core"},
    "ui": {"ui", "models"},
    "app": {"app", "ui", "models", "core"},
    "tools": {"tools", "core"},
}
MAX_LINES = 600
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.M)
WIDGET_DIRS = ("/usr/include/x86_64-linux-gnu/qt6/QtWidgets", "/usr/include/aarch64-linux-gnu/qt6/QtWidgets")


def sources(root, floors=FLOORS):
    for floor in floors:
        for folder, _, names in os.walk(os.path.join(root, floor)):
            for name in sorted(names):
                if name.endswith((".cpp", ".h")):
                    yield floor, os.path.relpath(os.path.join(folder, name), root)


def includes(root, path):
    with open(os.path.join(root, path), encoding="utf-8") as file:
        return INCLUDE.findall(file.read())


def resolve(root, path, quote, name):
    """The project file an include names, or None."""
    if os.path.isfile(os.path.join(root, name)):
        return os.path.normpath(name)
    beside = os.path.normpath(os.path.join(os.path.dirname(path), name))
    return beside if quote == '"' and os.path.isfile(os.path.join(root, beside)) else None


def edges(root):
    for floor, path in sources(root):
        for quote, name in includes(root, path):
            target = resolve(root, path, quote, name)
            to = target.split(os.sep)[0] if target else None
            if to in FLOORS and to not in ALLOWED[floor]:
                yield f"{path}: {floor} must not include {name}"
            if floor in ("core",) and re.match(r"boost/(asio|beast)|Q[A-Z]|Qt", name):
                yield f"{path}: core knows neither Asio nor Qt ({name})"
            if floor in ("hub", "tools") and re.match(r"Q[A-Z]|Qt", name):
                yield f"{path}: no Qt here ({name})"


def cycles(root):
    graph = {}
    for _, path in sources(root):
        module = os.path.splitext(path)[0]
        out = graph.setdefault(module, set())
        for quote, name in includes(root, path):
            target = resolve(root, path, quote, name)
            if target and os.path.splitext(target)[0] != module:
                out.add(os.path.splitext(target)[0])
    # Tarjan's strongly connected components, iterative.
    index, low, stack, on, found, counter = {}, {}, [], set(), [], [0]
    for start in graph:
        if start in index:
            continue
        work = [(start, iter(sorted(graph[start])))]
        index[start] = low[start] = counter[0]
        counter[0] += 1
        stack.append(start)
        on.add(start)
        while work:
            node, children = work[-1]
            for child in children:
                if child not in index:
                    index[child] = low[child] = counter[0]
                    counter[0] += 1
                    stack.append(child)
                    on.add(child)
                    work.append((child, iter(sorted(graph.get(child, ())))))
                    break
                if child in on:
                    low[node] = min(low[node], index[child])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    part = []
                    while True:
                        top = stack.pop()
                        on.discard(top)
                        part.append(top)
                        if top == node:
                            break
                    if len(part) > 1:
                        found.append(sorted(part))
    for part in found:
        yield "include cycle: " + " ".join(part)


def sizes(root):
    lengths = []
    for _, path in sources(root):
        with open(os.path.join(root, path), encoding="utf-8") as file:
            count = sum(1 for _ in file)
        lengths.append(count)
        if count > MAX_LINES:
            yield f"{path}: {count} lines, at most {MAX_LINES}"
    lengths.sort()
    if lengths:
        print(f"{len(lengths)} files, median {statistics.median(lengths):.0f} (aim 130), "
              f"nine of ten {lengths[int(len(lengths) * 0.9)]} (aim 350), longest {lengths[-1]}")


def widgets(root):
    known = set()
    for folder in WIDGET_DIRS:
        if os.path.isdir(folder):
            known |= set(os.listdir(folder))
    if not known:
        yield "the Qt Widgets headers were not found: the rule can't be checked"
    for floor, path in sources(root, ("core", "hub", "models", "tools")):
        for _, name in includes(root, path):
            if name.split("/")[-1] in known or name.startswith(("QtWidgets", "QtCharts")):
                yield f"{path}: no widget below ui ({name})"
    for _, path in sources(root, ("ui", "app")):
        for _, name in includes(root, path):
            if re.match(r"QtCharts|QChart|Q\w*Series$|Q\w*Axis$", name.split("/")[-1]) and not path.startswith("ui/charts/"):
                yield f"{path}: Qt Charts stays behind ui/charts ({name})"
        with open(os.path.join(root, path), encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                if re.search(r"(?:->|\.)exec\(\)", line) and not path.endswith("main.cpp"):
                    yield f"{path}:{number}: no nested event loops: open(), not exec()"


def sql(root):
    """Shared SQL keeps to what both stores read alike (docs/decisions)."""
    literal = re.compile(r'R"(?:sql)?\((.*?)\)(?:sql)?"|"((?:[^"\\\n]|\\.)*)"', re.S)
    for floor, path in sources(root, ("core", "hub")):
        if path.startswith("core/db/"):
            continue
        with open(os.path.join(root, path), encoding="utf-8") as file:
            text = file.read()
        for match in literal.finditer(text):
            body = match.group(1) or match.group(2) or ""
            if not re.search(r"\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE)\b", body):
                continue
            line = text.count("\n", 0, match.start()) + 1
            if re.search(r"\$\d+::|\w::(bigint|text|bytea)", body):
                yield f"{path}:{line}: '::' casts are read as a name by SQLite; use CAST"
            if re.search(r"\bLATERAL\b|FOR UPDATE SKIP LOCKED|\bMERGE\b|\bINTEGER\b(?! PRIMARY)", body):
                yield f"{path}:{line}: not in the shared dialect"


def headers(root):
    for _, path in sources(root):
        with open(os.path.join(root, path), encoding="utf-8") as file:
            head = file.read(600)
        # The formatter may break the first comment's line.
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in head.replace("\n// ", " "):
            yield f"{path}: no licence line in the first lines"
        if path.endswith(".h") and "#pragma once" not in head:
            yield f"{path}: no #pragma once"


def main():
    root, rule = os.path.abspath(sys.argv[1]), sys.argv[2]
    findings = list({"edges": edges, "cycles": cycles, "sizes": sizes, "widgets": widgets, "sql": sql,
                     "headers": headers}[rule](root))
    print("\n".join(findings) if findings else f"{rule}: nothing found")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
