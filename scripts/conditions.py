#!/usr/bin/env python3
"""On which lines of a C++ source does a condition stand?
SPDX-License-Identifier: GPL-3.0-or-later

A line counts if a statement that reaches over it holds `if`, `while`, `for`, `switch`, `case`, `default`, `catch`, `?`, `&&` or
`||`: then all its lines count, since a compiler may book a condition under any of them. What stands in a block inside the
statement, as the body of a lambda, is statements of its own. Rather too much than too little: no line of a condition is missed.
`&&` of types is told from the operator by the blanks around it, which clang-format sets.
"""
import re

TOKEN = re.compile(r'R"(?P<end>\w*)\((?:.|\n)*?\)(?P=end)"'  # texts first: what stands in them is no code
                   r'|"(?:\\.|[^"\\\n])*"' r"|'(?:\\.|[^'\\\n])+'" r"|//[^\n]*|/\*(?:.|\n)*?\*/|\d[\d'.\w]*|\w+"
                   r"|(?<=\s)(?:&&|\|\|)(?=\s)|\S")
DIRECTIVE = re.compile(r"(?m)^[ \t]*#(?:[^\n]*\\\n)*[^\n]*")
CONDITIONS = {"if", "while", "for", "switch", "case", "default", "catch", "?", "&&", "||"}
CLOSES = {"(": ")", "[": "]", "{": "}"}


class Group:
    """What stands between two brackets; its items are pairs (token, line) and groups."""

    def __init__(self, opens, line):
        self.opens, self.line, self.end, self.items = opens, line, line, []

    def is_block(self):
        """Statements, and not the values of an initializer."""
        return self.opens == "{" and any(item.is_block() if isinstance(item, Group) else item[0] == ";" for item in self.items)


def read(text):
    """The whole source as one group."""
    text = DIRECTIVE.sub(lambda found: "\n" * found.group(0).count("\n"), text)
    whole, line, at = Group("{", 1), 1, 0
    open_groups = [whole]
    for found in TOKEN.finditer(text):
        token = found.group(0)
        line, at = line + text.count("\n", at, found.start()), found.start()
        if token.startswith(("//", "/*")):
            continue
        if token in CLOSES:
            group = Group(token, line)
            open_groups[-1].items.append(group)
            open_groups.append(group)
        elif token in CLOSES.values():
            open_groups[-1].end = line
            if len(open_groups) > 1:
                open_groups.pop()
        else:
            open_groups[-1].items.append((token, line))
    return whole


def statements(block):
    """The statements of a block, each as the items it is made of."""
    items = []
    for item in block.items:
        items.append(item)
        if item.is_block() if isinstance(item, Group) else item[0] == ";":
            yield items
            items = []
    if items:
        yield items


def tokens(items, blocks):
    """All tokens of these items but those in blocks, which are put into `blocks`."""
    for item in items:
        if not isinstance(item, Group):
            yield item
        elif item.is_block():
            blocks.append(item)
            yield (item.opens, item.line)
        else:
            yield (item.opens, item.line)
            yield from tokens(item.items, blocks)
            yield (CLOSES[item.opens], item.end)


def condition_lines(text):
    """The numbers of the lines, from 1."""
    found, blocks = set(), [read(text)]
    while blocks:
        for items in statements(blocks.pop()):
            inside = []
            own = list(tokens(items, inside))
            if any(token in CONDITIONS for token, _ in own):
                lines = set(range(own[0][1], own[-1][1] + 1))
                for block in inside:
                    lines -= set(range(block.line + 1, block.end))
                found |= lines
            blocks += inside
    return found
