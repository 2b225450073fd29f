#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text of the sources stands translated in both .ts files. Collects into copies; changes nothing."""
import pathlib, re, shutil, subprocess, sys, tempfile
import xml.etree.ElementTree as ET

root, lupdate = pathlib.Path(sys.argv[1]), sys.argv[2]
bad = 0
with tempfile.TemporaryDirectory() as tmp:
    for language in ("zh_CN", "en"):
        copy = pathlib.Path(tmp) / f"guardline_{language}.ts"
        shutil.copy(root / "translations" / copy.name, copy)
        subprocess.run([lupdate, "-silent", "-no-obsolete", "-locations", "none", "-I", ".", "ui", "models", "app", "-ts", str(copy)],
                       cwd=root, check=True)
        for context in ET.parse(copy).getroot().iter("context"):
            for message in context.iter("message"):
                source, done = message.findtext("source"), message.find("translation")
                text = "".join(done.itertext()) if done is not None else ""
                holes = lambda s: sorted(set(re.findall(r"%\d", s)))
                why = ("unfinished" if done is None or done.get("type") or not text.strip() else
                       "other place-holders" if holes(text) != holes(source) else
                       "Chinese left in it" if language == "en" and re.search(r"[\u4e00-\u9fff]", text.replace("守护台", "")) else "")
                if why:
                    bad += 1
                    print(f"{language} {context.findtext('name')}: {why}: {source}")
sys.exit(1 if bad else 0)
