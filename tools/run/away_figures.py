#!/usr/bin/env python3
"""What was done without the hub, for report.json.  SPDX-License-Identifier: GPL-3.0-or-later

Sources: the hub's store by the `sqlcipher` program; the console's outbox file, whose frames are read here anew (the form
stands in app/outbox); the names of the files in the console's folder; what stood on the screen, as an AT-SPI client read it.
A figure counts what at least two of them say alike.
"""
import hashlib
import json
import os
import uuid

MARKER = b"\xf7GLo"
ENTRY, WITHDRAWN, SETTLED = 1, 2, 3
OUTCOMES = {1: "applied", 2: "conflict", 3: "refused", 4: "unreadable"}
ALERT_KINDS = {1: 402, 2: 403, 3: 406, 4: 404, 5: 405}  # kind of an entry -> kind of its event
LOOK, NOTE = 6, 7
NOTE_WRITTEN = 600


def frames(path):
    """The payloads of every whole frame: marker, length u32 little endian, payload, 8 bytes of SHA-256 over all before."""
    if not os.path.exists(path):
        return
    with open(path, "rb") as file:
        raw = file.read()
    at = 0
    while at + 16 <= len(raw):
        size = int.from_bytes(raw[at + 4:at + 8], "little")
        end = at + 8 + size
        if raw[at:at + 4] == MARKER and end + 8 <= len(raw) and hashlib.sha256(raw[at:end]).digest()[:8] == raw[end:end + 8]:
            yield raw[at + 8:end]
            at = end + 8
        else:
            at += 1


def outbox(path):
    """Entries by id, in the file's order: made_at, kind, and what became of each ("waiting" for none)."""
    entries = {}
    for payload in frames(path):
        if payload[0] != 1:
            continue
        name = str(uuid.UUID(bytes=payload[2:18]))
        if payload[1] == ENTRY:
            before = str(uuid.UUID(bytes=payload[18:34]))
            if before in entries:
                entries[before]["became"] = "changed"
            entries[name] = {"made_at": int.from_bytes(payload[34:42], "little"), "kind": payload[42], "became": "waiting"}
        elif name in entries:
            entries[name]["became"] = "withdrawn" if payload[1] == WITHDRAWN else OUTCOMES.get(payload[18], "?")
    return entries


def events(store, where):
    """(kind, event id, subject id, actor, recorded_at, occurred_at), all lower case."""
    rows = store.rows("SELECT kind, hex(event_id), hex(subject_id), hex(actor), recorded_at, occurred_at, hex(investor) FROM spine "
                      f"WHERE {where} ORDER BY recorded_at;")
    return [{"kind": int(r[0]), "event": r[1].lower(), "subject": r[2].lower(), "actor": r[3].lower(), "recorded_at": int(r[4]),
             "occurred_at": int(r[5]), "investor": r[6].lower()} for r in rows]


def figures(out, store):
    """(figures for report.json, evidence by name, whether nothing is missing)."""
    path = os.path.join(out, "evidence", "away.json")
    seen = json.load(open(path, encoding="utf-8")) if os.path.exists(path) else {}
    cut, mended = seen.get("cut_at", 2**62), seen.get("mended_at", 2**62)
    home = os.path.join(out, "home", "guardline")
    entries = outbox(os.path.join(home, "outbox"))

    # A look that the hub wrote down after the line was whole again, with a time at which it was not.
    looks = [e for e in events(store, "kind = 500 AND code LIKE 'offline%'")
             if cut < e["occurred_at"] < mended < e["recorded_at"]]
    times = {e["made_at"] // 1000 for e in entries.values() if e["kind"] == LOOK and e["became"] == "applied"}
    read = [e for e in looks if e["occurred_at"] // 1000 in times]

    # A note stands in the record with the time at which it was written, not at which it was sent.
    noted = {e["made_at"] // 1000 for e in entries.values() if e["kind"] == NOTE and e["became"] == "applied"}
    notes = [e for e in events(store, f"kind = {NOTE_WRITTEN}")
             if cut < e["occurred_at"] < mended < e["recorded_at"] and e["occurred_at"] // 1000 in noted]

    # Each entry that the hub took has its event, by the console's person, after the line was whole again.
    acts = events(store, "kind BETWEEN 402 AND 406")
    alerts = {name: {"id": a["id"].replace("-", "").lower()} for name, a in seen.get("alerts", {}).items()}
    of = lambda name: [e for e in acts if e["subject"] == alerts.get(name, {}).get("id") and e["recorded_at"] > cut]
    by_hand = [e for e in of("clean") if e["kind"] == 402 and e["recorded_at"] > mended]
    taken = [e for e in entries.values() if e["became"] == "applied" and e["kind"] in ALERT_KINDS]
    replayed = [e["event"] for e in read + notes] + [e["event"] for e in by_hand][:len(taken)]

    # Somebody else's acknowledgement during the outage, none after it, an entry that the hub answered with a conflict,
    # that entry's own row beside it in the record, and both sides read from the screen.
    refused = [name for name, e in entries.items() if e["became"] == "conflict"]
    first = [e for e in of("contested") if e["kind"] == 402]
    others = [e for e in first if cut < e["recorded_at"] < mended and not any(e["actor"] == h["actor"] for h in by_hand)]
    sides = seen.get("conflict", {})
    mine = {e["actor"] for e in by_hand}
    kept = [e["event"] for e in events(store, "kind = 410") if e["recorded_at"] > mended and e["actor"] in mine]
    both = len(first) == 1 and len(others) == 1 and len(kept) == len(refused)
    shown = refused if both and sides.get("mine") and sides.get("hub") else []

    device = seen.get("device", "").replace("-", "").lower()
    ends = [e for e in events(store, "kind IN (305, 306)") if e["subject"] == device]
    left = [os.path.relpath(os.path.join(place, name), home) for place, _, names in os.walk(home) for name in names]
    copies = lambda files: [f for f in files if f.startswith("vault")]
    gone = [e["kind"] for e in ends] == [305, 306] and copies(seen.get("files_before", [])) and not copies(left)

    waiting = [name for name, e in entries.items() if e["became"] == "waiting"]
    wanted = {"offline_summaries_read": len(read), "offline_notes": len(notes), "outbox_replayed": len(replayed),
              "conflicts_shown": len(shown), "wiped": 1 if gone else 0}
    evidence = {"offline_summaries_read": [e["event"] for e in read], "offline_notes": [e["event"] for e in notes],
                "outbox_replayed": replayed,
                "conflicts_shown": {"entries": shown, "first": [e["event"] for e in others], "kept": kept,
                                    "screen": sides},
                "wiped": {"device": device, "events": [e["event"] for e in ends], "files_before": seen.get("files_before", []),
                          "files_after": sorted(left)},
                "outbox": entries}
    return {**wanted, "outbox_waiting": len(waiting)}, evidence, all(wanted.values()) and not waiting
