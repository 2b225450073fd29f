#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Contrast check for resources/tokens.json (WCAG 2.2: text 4.5:1, marks 3:1). Exit 1 on failure."""
import json, pathlib, sys
T = json.loads((pathlib.Path(__file__).parent.parent / "resources" / "tokens.json").read_text())
def lum(h):
    v = [int(h[i:i+2], 16) / 255 for i in (1, 3, 5)]
    v = [c / 12.92 if c <= .03928 else ((c + .055) / 1.055) ** 2.4 for c in v]
    return .2126 * v[0] + .7152 * v[1] + .0722 * v[2]
def cr(a, b):
    a, b = sorted((lum(a), lum(b)), reverse=True)
    return (a + .05) / (b + .05)
bad = 0
for th, t in T.items():
    pairs = [(f, b, 4.5) for f in ("text", "text-2", "text-3") for b in ("bg-app", "bg-surface", "bg-sunken", "bg-hover", "accent-soft")]
    pairs += [("rail-text", "bg-rail", 4.5), ("rail-active-text", "rail-active-bg", 4.5), ("rail-mark", "bg-rail", 3)]
    pairs += [("accent", b, 4.5) for b in ("bg-surface", "bg-app", "accent-soft")] + [("on-accent", "accent", 4.5), ("on-accent", "accent-hover", 4.5)]
    for s in ("crit", "high", "med", "low", "sup"):
        pairs += [(s + "-text", b, 4.5) for b in ("bg-surface", "bg-app", s + "-soft")]
        if not (th == "light" and s == "high"):
            pairs += [(s, "bg-surface", 3), (s, s + "-soft", 3)]
    pairs += [("text-3", "low-soft", 4.5)] + [(f, s + "-soft", 4.5) for f in ("text", "text-2", "accent") for s in ("crit", "high", "med", "low", "sup")]
    pairs += [("ch-" + c, b, 3) for c in ("sms", "mail", "push", "web", "chat", "call") for b in ("bg-surface", "bg-app")]
    pairs += [("line-strong", "bg-surface", 3), ("line-strong", "bg-app", 3), ("focus", "bg-surface", 3), ("quote-up", "bg-surface", 4.5), ("quote-down", "bg-surface", 4.5)]
    for f, b, need in pairs:
        r = cr(t[f], t[b])
        if r < need:
            bad += 1
        if r < need or "-v" in sys.argv:
            print(f"{th:5} {f:14} on {b:12} {r:5.2f} (>= {need}) {'FAIL' if r < need else ''}")
    print(f"{th}: {len(pairs)} pairs checked")
sys.exit(1 if bad else 0)
