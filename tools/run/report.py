#!/usr/bin/env python3
"""report.json of a run, from sources that don't ask the programs.  SPDX-License-Identifier: GPL-3.0-or-later

usage: report.py OUT
Sources: OUT/hub/spine.db read with the `sqlcipher` program; the far sides' ledgers; the console's draw log; the list of
steps that the driver reached. Each figure names the ids behind it in OUT/evidence/. Exit 0 only if nothing was lost,
doubled or leaked and every step was reached.
"""
import base64
import collections
import glob
import json
import os
import signal
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import away_figures  # noqa: E402

KIND = {"accepted_notice": 100, "planned": 110, "intent": 111, "delivered": 114, "unknown": 117, "resent": 121}
END_KINDS = (114, 115, 116, 118, 119)
CHANNEL = {1: "sms", 2: "email", 3: "push", 4: "web", 5: "chat", 6: "phone"}


def lines(path):
    if not os.path.exists(path):
        return
    with open(path, encoding="utf-8") as file:
        for line in file:
            try:
                yield json.loads(line)
            except ValueError:  # a process was killed while writing its last line
                continue


def cursor(text):
    """The documented form of a cursor (hub/spine/cursor.cpp): form 1, mark, partitions, one varint each."""
    if not text:
        return None
    raw = base64.urlsafe_b64decode(text.split("~")[0] + "=" * (-len(text.split("~")[0]) % 4))
    assert raw[0] == 1, "another form of cursor"
    out, at = [], 6
    for _ in range(raw[5]):
        value = shift = 0
        while True:
            value |= (raw[at] & 0x7F) << shift
            at += 1
            if raw[at - 1] < 0x80:
                break
            shift += 7
        out.append(value)
    return out


class Store:
    """The hub's file through the sqlcipher program."""

    def __init__(self, hub):
        self.db = os.path.join(hub, "spine.db")
        with open(os.path.join(hub, "keys", "db.key"), "rb") as file:
            self.key = file.read().hex()

    def rows(self, sql):
        script = f"PRAGMA key = \"x'{self.key}'\";\n.mode list\n.separator \"|\"\n{sql}\n"
        done = subprocess.run(["sqlcipher", "-batch", self.db], input=script, text=True, capture_output=True, check=True)
        out = [line.split("|") for line in done.stdout.splitlines()]
        return [row for row in out if row != ["ok"]]


def quiet_pipe():
    """Ends quietly when the reader of the output does (head)."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def evidence(out, name, values):
    with open(os.path.join(out, "evidence", name + ".json"), "w", encoding="utf-8") as file:
        json.dump(sorted(values) if not isinstance(values, dict) else values, file, indent=1, ensure_ascii=False)


def drawn(out, last):
    """Coverage of every partition by drawn ranges: (missing, doubled, frames)."""
    frames = list(lines(os.path.join(out, "evidence", "draw.jsonl")))
    missing, doubled = {}, {}
    for partition, end in last.items():
        ranges = []
        for frame in frames:
            to = cursor(frame["to"])[partition]
            start = cursor(frame.get("from"))
            ranges.append((start[partition] if start else 0, to, frame["kind"]))
        covered, holes, again = 0, [], []
        for start, to, kind in ranges:
            if start > covered:
                holes.append([covered + 1, start])
            # A snapshot redraws everything by design; a delta that goes back would draw events twice.
            if kind == "delta" and to > start and start < covered:
                again.append([start + 1, min(to, covered)])
            covered = max(covered, to)
        if covered < end:
            holes.append([covered + 1, end])
        if holes:
            missing[partition] = holes
        if again:
            doubled[partition] = again
    return missing, doubled, frames


def latency(store, frames, away):
    """From the commit of each event to the first frame that shows it; only events committed after the first frame and
    while the monitor was on the screen (`away`: when it was not)."""
    deltas = [(f["at"], cursor(f["from"]), cursor(f["to"])) for f in frames if f["kind"] == "delta" and f.get("from")]
    if not deltas:
        return {"p50": None, "p99": None, "events": 0}
    first = min(at for at, _, _ in deltas)
    by_partition = collections.defaultdict(list)
    for at, start, to in deltas:
        for partition, (a, b) in enumerate(zip(start, to)):
            if b > a:
                by_partition[partition].append((b, at))
    taken = []
    for partition, seq, recorded in store.rows(f"SELECT partition, seq, recorded_at FROM spine WHERE recorded_at > {first}"
                                               " ORDER BY partition, seq;"):
        if any(start <= int(recorded) <= end for start, end in away):
            continue
        for end, at in by_partition[int(partition)]:
            if int(seq) <= end:
                taken.append((at - int(recorded)) / 1000)
                break
    taken.sort()
    if not taken:
        return {"p50": None, "p99": None, "events": 0}
    pick = lambda q: round(taken[min(len(taken) - 1, int(len(taken) * q))], 1)
    return {"p50": pick(0.50), "p99": pick(0.99), "max": round(taken[-1], 1), "events": len(taken)}


def far_sides(out):
    """Complete hand-overs per delivery, as the far sides saw them."""
    seen = collections.Counter()
    for line in lines(os.path.join(out, "evidence", "smsc-ledger.jsonl")):
        if line["event"] == "message" and line.get("delivery"):
            seen[line["delivery"].replace("-", "").lower()] += 1
    for line in lines(os.path.join(out, "evidence", "mail-ledger.jsonl")):
        if line["event"] == "accepted" and line.get("delivery"):
            seen[line["delivery"].replace("-", "").lower()] += 1
    return seen


def readings(out, store):
    """What the simulated readers did, by their own ledger, beside what the record says: sets of deliveries."""
    seen = {"opens_person": set(), "opens_machine": set(), "confirms": set(), "clicks": set()}
    for line in lines(os.path.join(out, "evidence", "mail-ledger.jsonl")):
        if line["event"] not in ("opened", "confirmed", "clicked") or not 200 <= line["status"] < 400:
            continue
        delivery = line["delivery"].replace("-", "").lower()
        if line["event"] == "opened":
            seen["opens_machine" if line["by"] == "machine" else "opens_person"].add(delivery)
        elif line["event"] in ("confirmed", "clicked"):
            seen["confirms" if line["event"] == "confirmed" else "clicks"].add(delivery)
            seen["opens_person"].add(delivery)  # whoever answers has opened it
    where = {"opens_person": "kind=200 AND code='person'", "opens_machine": "kind=200 AND code='machine'",
             "confirms": "kind=203", "clicks": "kind=201"}
    kept = {name: {row[0].lower() for row in store.rows(f"SELECT DISTINCT hex(delivery) FROM spine WHERE {which} AND channel=2;")}
            for name, which in where.items()}
    return seen, kept


def desk(store):
    """What people did at their desks, by the record: ids of the events."""
    kinds = {"alerts_raised": "400", "alerts_acknowledged": "402", "looks_journaled": "500, 501, 502"}
    return {name: [row[0].lower() for row in store.rows(f"SELECT hex(event_id) FROM spine WHERE kind IN ({which});")]
            for name, which in kinds.items()}


def leaks(out):
    """Seeded secrets and names, looked for in every file that must not hold them."""
    canaries = []
    for source in ("people.txt", "secrets.txt"):
        path = os.path.join(out, "tmp", source)
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                canaries += [line.strip() for line in file if len(line.strip()) >= 2]
    canaries = sorted(set(canaries))
    # Two-character names are words of ordinary text and of random bytes: only three bytes' worth of rarity counts.
    needles = {}
    for canary in canaries:
        for form in ("utf-8", "utf-16-le"):
            raw = canary.encode(form)
            if len(raw) >= 8:
                needles[raw] = canary
    places = [os.path.join(out, "hub", "*.db*"), os.path.join(out, "hub", "log", "**"), os.path.join(out, "hub", "run", "**"),
              os.path.join(out, "log", "**"), os.path.join(out, "home", "**"), os.path.join(out, "scratch", "**"),
              os.path.join(out, "evidence", "*.jsonl")]
    files = sorted({f for place in places for f in glob.glob(place, recursive=True) if os.path.isfile(f)})
    files += sorted(f for f in glob.glob(os.path.join(out, "home", ".*", "**"), recursive=True) if os.path.isfile(f))
    if not canaries or not files:
        return None, [], 0
    found = []
    pattern = os.path.join(out, "tmp", "needles.bin")
    with open(pattern, "wb") as file:
        file.write(b"\n".join(n for n in needles if b"\n" not in n) + b"\n")
    for name in files:
        done = subprocess.run(["grep", "-a", "-o", "-F", "-f", pattern, name], capture_output=True,
                              env={**os.environ, "LC_ALL": "C"})
        for hit in set(done.stdout.split(b"\n")):
            if hit in needles:
                found.append({"file": os.path.relpath(name, out), "canary": needles[hit]})
    os.unlink(pattern)
    return len(needles), found, len(files)


def main():
    quiet_pipe()
    out = os.path.abspath(sys.argv[1])
    store = Store(os.path.join(out, "hub"))
    # What was committed while somebody watched; later rows (the session's end) have nobody to be drawn for.
    watch = os.path.join(out, "evidence", "watch.json")
    watched = json.load(open(watch, encoding="utf-8")) if os.path.exists(watch) else {"until": 2**62, "away": []}
    until = watched["until"]
    last = {int(p): int(s) for p, s in
            store.rows(f"SELECT partition, max(seq) FROM spine WHERE recorded_at <= {until} GROUP BY partition;")}
    events = int(store.rows("SELECT count(*) FROM spine;")[0][0])
    holes = store.rows("SELECT partition, count(*) FROM spine GROUP BY partition HAVING count(*) <> max(seq);")

    missing, doubled, frames = drawn(out, last)
    seen = far_sides(out)
    ended = {row[0].lower(): int(row[1]) for row in
             store.rows(f"SELECT hex(delivery), state FROM delivery;")}
    resent = {row[0].lower() for row in store.rows(f"SELECT DISTINCT hex(delivery) FROM spine WHERE kind={KIND['resent']};")}

    # Accepted by the API: every delivery planned for it is in a ledger or in an end state, and everybody was planned.
    accepted = {}
    replays_differ = []
    for line in lines(os.path.join(out, "evidence", "accepted.jsonl")):
        answer = line["answer"]
        before = accepted.setdefault(line["key"], answer)
        if before["notice_id"] != answer["notice_id"]:
            replays_differ.append(line["key"])
    lost_api = []
    ends = {6, 7, 8, 9, 10}  # delivered, failed, expired, suppressed, cancelled
    # The record has no index by notice: one pass over it for all of them.
    people = {row[0]: int(row[1]) for row in store.rows(
        "SELECT hex(notice), count(DISTINCT investor) FROM spine WHERE kind=101 AND notice IS NOT NULL GROUP BY notice;")}
    of_notice = collections.defaultdict(list)
    for notice, delivery in store.rows("SELECT DISTINCT hex(notice), hex(delivery) FROM spine WHERE kind=110 AND notice IN "
                                       f"(SELECT notice FROM spine WHERE kind={KIND['accepted_notice']});"):
        of_notice[notice].append(delivery.lower())
    for key, answer in accepted.items():
        notice = answer["notice_id"].replace("-", "").upper()
        if people.get(notice, 0) != answer["audience_count"]:
            lost_api.append(f"{answer['notice_id']}: {people.get(notice, 0)} of {answer['audience_count']} people planned")
        lost_api += [d for d in of_notice[notice] if d not in seen and ended.get(d) not in ends]

    twice = [d for d, times in seen.items() if times > 1 and d not in resent]
    delivered = {CHANNEL[int(c)]: int(n) for c, n in store.rows(
        f"SELECT channel, count(DISTINCT hex(delivery)) FROM spine WHERE kind={KIND['delivered']} AND mark=1 AND notice IN "
        f"(SELECT notice FROM spine WHERE kind={KIND['accepted_notice']}) GROUP BY channel;")}
    seen_reading, kept_reading = readings(out, store)
    acts = desk(store)
    apart, apart_evidence, apart_good = away_figures.figures(out, store)
    canaries, found, searched = leaks(out)

    steps_path = os.path.join(out, "evidence", "steps.json")
    steps = json.load(open(steps_path, encoding="utf-8")) if os.path.exists(steps_path) else {"wanted": ["none"], "reached": []}
    not_reached = [s for s in steps["wanted"] if s not in steps["reached"]]
    pictures = sorted(os.path.relpath(p, out) for p in glob.glob(os.path.join(out, "pictures", "*.png")))
    chart = latency(store, frames, watched["away"])

    evidence(out, "missing_in_drawing", {str(k): v for k, v in missing.items()})
    evidence(out, "drawn_twice", {str(k): v for k, v in doubled.items()})
    evidence(out, "lost_after_acceptance", lost_api)
    evidence(out, "seen_twice", twice)
    evidence(out, "resent_uncertain", resent)
    evidence(out, "canary_leaks", {"searched_files": searched, "found": found})
    evidence(out, "event_to_chart", chart)
    for name, ids in acts.items():
        evidence(out, name, ids)
    for name, ids in apart_evidence.items():
        evidence(out, name, ids)
    for name in seen_reading:
        evidence(out, name, {"ledger": sorted(seen_reading[name]), "record": sorted(kept_reading[name]),
                             "only_ledger": sorted(seen_reading[name] - kept_reading[name]),
                             "only_record": sorted(kept_reading[name] - seen_reading[name])})
    streamed = sum(max(0, b - a) for f in frames if f["kind"] == "delta" and f.get("from")
                   for a, b in zip(cursor(f["from"]), cursor(f["to"])))
    undrawn = sum(b - a + 1 for ranges in missing.values() for a, b in ranges)
    report = {
        "events_committed": events,
        "events_streamed": streamed,
        "events_drawn": events - undrawn,
        "lost": undrawn + len(lost_api) + len(holes),
        "duplicated": len(twice) + sum(b - a + 1 for r in doubled.values() for a, b in r) + len(replays_differ),
        "resent_uncertain": len(resent),
        "notices_accepted": len(accepted),
        "delivered_by_channel": delivered,
        "hand_overs_seen_by_far_sides": sum(seen.values()),
        # Acts of readers that both the readers' ledger and the record know; where they differ is in evidence.
        **{name: len(seen_reading[name] & kept_reading[name]) for name in seen_reading},
        "readings_not_in_record": sum(len(seen_reading[name] - kept_reading[name]) for name in seen_reading),
        **{name: len(ids) for name, ids in acts.items()},
        **apart,
        "canaries": canaries,
        "canary_leaks": len(found) if canaries else None,
        "event_to_chart_ms": {"p50": chart["p50"], "p99": chart["p99"]},
        "steps_reached": steps["reached"],
        "steps_not_reached": not_reached,
        "pictures": pictures,
    }
    good = (report["lost"] == 0 and report["duplicated"] == 0 and report["canary_leaks"] == 0 and not not_reached
            and apart_good and events > 0 and len(accepted) > 0 and sum(seen.values()) > 0 and len(frames) > 0 and pictures)
    report["good"] = bool(good)
    with open(os.path.join(out, "report.json"), "w", encoding="utf-8") as file:
        json.dump(report, file, indent=2, ensure_ascii=False)
    print(json.dumps({k: v for k, v in report.items() if k not in ("pictures", "steps_reached")}, indent=2, ensure_ascii=False))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
