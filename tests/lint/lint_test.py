#!/usr/bin/env python3
"""The lints can fail: each rule is fed a small tree that breaks it.  SPDX-License-Identifier: GPL-3.0-or-later"""
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n#pragma once\n"
BROKEN = {
    "edges": {"core/a.h": SPDX + '#include "hub/b.h"\n', "hub/b.h": SPDX},
    "cycles": {"core/a.h": SPDX + '#include "core/b.h"\n', "core/b.h": SPDX + '#include "core/c.h"\n',
               "core/c.h": SPDX + '#include "core/a.h"\n'},
    "sizes": {"core/a.h": SPDX + "\n" * 700},
    "widgets": {"models/a.h": SPDX + "#include <QLabel>\n"},
    "sql": {"hub/a.h": SPDX + 'auto s = "SELECT $1::bigint";\n'},
    "headers": {"core/a.h": "int x;\n"},
}


def run(root, rule):
    return subprocess.run([sys.executable, os.path.join(HERE, "lint.py"), root, rule], capture_output=True).returncode


bad = []
for rule, files in BROKEN.items():
    with tempfile.TemporaryDirectory() as root:
        for name, text in files.items():
            os.makedirs(os.path.dirname(os.path.join(root, name)), exist_ok=True)
            with open(os.path.join(root, name), "w", encoding="utf-8") as file:
                file.write(text)
        if run(root, rule) != 1:
            bad.append(f"{rule} did not see its fault")
    with tempfile.TemporaryDirectory() as root:
        os.makedirs(os.path.join(root, "core"))
        with open(os.path.join(root, "core/a.h"), "w", encoding="utf-8") as file:
            file.write(SPDX)
        if run(root, rule) != 0:
            bad.append(f"{rule} complains of a clean tree")
print("\n".join(bad) or "each lint sees its fault and passes a clean tree")
sys.exit(1 if bad else 0)
