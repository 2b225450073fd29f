"""Memory of hub and console over an hour's traffic.  SPDX-License-Identifier: GPL-3.0-or-later

The programs and the traffic are those of live.py, quicker: what a busy hour brings goes through in `minutes`. After a
warm-up that is as long, with the same traffic (page caches are full, threads there), a straight line is laid through the
samples of each program's anonymous memory (heap, stacks, what it has written); its height at the end is compared with its
height at the start. Pages of files are left out: whose they are changes with the other programs that run.

`measure` opens a session with a bus and a key store and runs this file in it:  memory.py OUT BUILD MINUTES
"""
import os
import statistics
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import live  # noqa: E402

HOUR_EVENTS = 360_000  # 100 a second for an hour
MINUTES = 5
SAMPLE_SECONDS = 2
PROGRAMS = ("hub", "console")


def memory_mb(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="utf-8") as file:
        return sum(int(line.split()[1]) for line in file if line.startswith("Anonymous:")) / 1024


def line_through(samples):
    """(start, end, noise) of the least-squares line through [(time, value)]: heights at the first and last time, and the
    deviation of the samples from it."""
    times, values = zip(*samples)
    slope, height = statistics.linear_regression(times, values)
    rest = [value - (slope * at + height) for at, value in samples]
    return slope * times[0] + height, slope * times[-1] + height, statistics.pstdev(rest)


def verdict(name, samples, more):
    """Flat: the line's rise is not more than twice the samples' deviation from it, or than one per cent."""
    start, end, noise = line_through(samples)
    aim = round(1 + max(2 * noise / start, 0.01), 3)
    ratio = round(end / start, 3)
    quarters = [statistics.median(value for _, value in samples[len(samples) * q // 4:len(samples) * (q + 1) // 4])
                for q in range(4)]
    return {"name": f"memory_hour_{name}", "value": round(end, 1), "unit": "MB", "peer": "its own start after warm-up",
            "peer_value": round(start, 1), "ratio": ratio, "aim": aim, "met": ratio <= aim, "noise": round(noise, 2),
            "greatest": round(max(value for _, value in samples), 1), "by_quarter": [round(q, 1) for q in quarters],
            "samples": len(samples), **more}


def measure(build, quick, minutes=None):
    """In a session of its own; yields a result for each program."""
    minutes = minutes or (0.25 if quick else MINUTES)
    found = live.in_session(__file__, build, minutes, timeout=2 * minutes * 60 + 900)
    more = {"minutes": minutes, "events": found["events"], "notices_refused": found["refused"]}
    for name in PROGRAMS:
        yield verdict(name, [tuple(sample) for sample in found[name]], more)


def session(out, build, minutes):
    seconds = minutes * 60
    with live.at_work(out, build) as (run, store, feed, each):
        rate = HOUR_EVENTS / max(seconds, 180)  # a trial of seconds is no hour
        feeding = threading.Thread(target=feed.run, args=(rate / each, 2 * seconds + 5), daemon=True)
        feeding.start()
        time.sleep(seconds)
        before, began = live.events(store), time.monotonic()
        pids = {name: pid for name, pid in live.processes(run).items() if name in PROGRAMS}
        taken = {name: [] for name in pids}
        while (now := time.monotonic() - began) < seconds:
            for name, pid in pids.items():
                taken[name].append((now, memory_mb(pid)))
            time.sleep(SAMPLE_SECONDS)
        counted = live.events(store) - before
        feeding.join(60)
    live.tell({**taken, "events": counted, "refused": feed.refused})
    return 0


if __name__ == "__main__":
    sys.exit(session(sys.argv[1], sys.argv[2], float(sys.argv[3])))
