"""From commit to the screen at a steady rate.  SPDX-License-Identifier: GPL-3.0-or-later

The parts that are delivered, each its own process: hub with the embedded store, far sides, console under Xvfb, its
device enrolled and its person signed in through its widgets. Notices go in so that the hub commits the wanted number of
events a second by itself (plan, intent, hand-over, acceptance, receipt); nothing is written into its record directly.

`measure` opens a session with a bus and a key store and runs this file in it:  live.py OUT BUILD SECONDS RATE
"""
import argparse
import bisect
import collections
import contextlib
import http.client
import itertools
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..", "..", "tools", "run")]

RATE = 2000          # events a second, all kinds
COALESCING_MS = 100  # what hub and console gather before they pass it on
SETTLE_SECONDS = 6   # the far sides' receipts are under way for up to one


def in_session(script, build, *arguments, timeout=600):
    """Runs `script OUT BUILD ARGUMENTS` on a display, a bus and a key store of its own; gives the last line it prints, read
    as JSON."""
    from session import desktop
    with tempfile.TemporaryDirectory(prefix="guardline-bench-") as folder, desktop(folder) as env:
        out = os.path.join(folder, "run")
        os.makedirs(out, 0o700)
        env["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"  # the session's driver finds the widgets by it
        shell = ("printf bench | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec /usr/bin/python3 \"$@\"")
        done = subprocess.run(["dbus-run-session", "--", "bash", "-euc", shell, "live", os.path.abspath(script), out, build,
                               *map(str, arguments)], env=env, stdout=subprocess.PIPE, stderr=None, text=True, timeout=timeout)
        if done.returncode != 0:
            for name in ("hub", "console"):
                log = os.path.join(out, "log", name + ".log")
                if os.path.exists(log):
                    sys.stderr.write(f"--- {name}\n" + open(log, encoding="utf-8", errors="replace").read()[-2000:])
            raise RuntimeError("the session ended with " + str(done.returncode))
        return json.loads(done.stdout.splitlines()[-1])


def measure(build, quick):
    """Yields one result."""
    found = in_session(__file__, build, 5 if quick else 30, RATE)
    p99 = found.pop("p99")
    yield {"name": "commit_to_drawn_p99", "value": p99, "unit": "ms", "peer": "the coalescing step, ms",
           "peer_value": float(COALESCING_MS), "ratio": round(p99 / COALESCING_MS, 3), "aim": 3.0, "met": p99 <= 300.0, **found}


class LocalHttp(http.client.HTTPConnection):
    """The operator's socket."""

    def __init__(self, path):
        super().__init__("localhost", timeout=30)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


class Feed:
    """Posts notices to a few people each, evenly over time."""

    STEP = 0.1

    def __init__(self, world, people):
        self.world = world
        self.socket = os.path.join(world.hub_folder, "admin.sock")
        self.people = itertools.cycle(people)
        self.mark = f"bench-{os.getpid()}"
        self.number = 0
        self.refused = 0

    def post(self, count):
        self.number += 1
        body = {**self.world.notice(0), "audience": {"investors": list(itertools.islice(self.people, count))}}
        connection = LocalHttp(self.socket)
        try:
            connection.request("POST", "/v1/notices", json.dumps(body, ensure_ascii=False).encode(),
                               {"Content-Type": "application/json", "Idempotency-Key": f"{self.mark}-{self.number}"})
            answer = connection.getresponse()
            text = answer.read()
        finally:
            connection.close()
        if answer.status in (429, 503):
            self.refused += 1
        elif answer.status != 201:
            raise RuntimeError(f"a notice was answered {answer.status}: {text[:300]!r}")

    def run(self, people_a_second, seconds):
        """In the calling thread. Late steps are made up for, so that the rate holds."""
        began, sent = time.monotonic(), 0.0
        step = 0
        while (now := time.monotonic() - began) < seconds:
            owed = people_a_second * (now + self.STEP) - sent
            if owed >= 1:
                self.post(int(owed))
                sent += int(owed)
            step += 1
            time.sleep(max(0.0, began + step * self.STEP - time.monotonic()))


def lags(store, frames, since, until):
    """Per event recorded in [since, until) µs: ms from there to the first frame drawn that covers it, and how many no
    frame covers. `recorded_at` is taken before the commit begins: the commit itself is inside."""
    from report import cursor
    covered = collections.defaultdict(lambda: ([], []))  # partition -> (end of what is drawn, when), both rising
    for frame in frames:
        for partition, end in enumerate(cursor(frame["to"])):
            ends, times = covered[partition]
            if not ends or end > ends[-1]:
                ends.append(end)
                times.append(frame["at"])
    taken, missing = [], 0
    for partition, seq, recorded in store.rows("SELECT partition, seq, recorded_at FROM spine WHERE recorded_at >= "
                                               f"{since} AND recorded_at < {until};"):
        ends, times = covered[int(partition)]
        at = bisect.bisect_left(ends, int(seq))
        if at == len(ends):
            missing += 1
        else:
            taken.append((times[at] - int(recorded)) / 1000)
    return sorted(taken), missing


@contextlib.contextmanager
def at_work(out, build):
    """Hub, far sides and console with a person signed in, in the present session. Yields (run, store, feed, events a person
    makes); ends everything."""
    from drive import Run
    from report import Store

    class Watched(Run):
        def pictures(self, name):
            """Not here: the figures are what is wanted."""

    run = Watched(argparse.Namespace(out=out, build=build, seed=1, investors=2000, messages=5000, seconds=1))
    sys.stdout = sys.stderr  # what the steps say; the figure alone goes to the caller
    world = run.world
    try:
        world.start()
        run.start_console()
        run.sign_in(*run.enrol())
        store = Store(world.hub_folder)
        # People with both channels: a core-risk notice wants two.
        people = [f"{i[:8]}-{i[8:12]}-{i[12:16]}-{i[16:20]}-{i[20:]}".lower() for (i,) in store.rows(
            "SELECT hex(investor) FROM contact_point WHERE channel IN (1, 2) AND valid = 1 AND opted_out = 0 GROUP BY "
            "investor HAVING count(*) = 2;")]
        feed = Feed(world, people)
        before = events(store)
        feed.run(50, 4)
        time.sleep(SETTLE_SECONDS)
        each = (events(store) - before) / (50 * 4)
        print(f"bench: {each:.1f} events a person", flush=True)
        yield run, store, feed, each
    finally:
        if run.console and run.console.poll() is None:
            run.console.terminate()
            run.console.wait(10)
        world.stop()


def events(store):
    return int(store.rows("SELECT count(*) FROM spine;")[0][0])


def tell(found):
    """To the caller of the session."""
    sys.__stdout__.write(json.dumps(found) + "\n")
    sys.__stdout__.flush()


def session(options):
    from report import lines

    with at_work(options.out, options.build) as (run, store, feed, each):
        feeding = threading.Thread(target=feed.run, args=(options.rate / each, options.seconds + 5), daemon=True)
        feeding.start()
        time.sleep(5)
        since, cpu = int(time.time() * 1e6), {n: cpu_seconds(p) for n, p in processes(run).items()}
        time.sleep(options.seconds)
        until = int(time.time() * 1e6)
        usage = {n: round((cpu_seconds(p) - cpu[n]) / options.seconds, 2) for n, p in processes(run).items()}
        feeding.join(60)
        time.sleep(SETTLE_SECONDS)
        frames = list(lines(os.path.join(run.world.evidence, "draw.jsonl")))
        taken, missing = lags(store, frames, since, until)
        drawn = sum(1 for f in frames if since <= f["at"] < until)
    if not taken:
        raise RuntimeError("nothing was drawn")
    pick = lambda q: round(taken[min(len(taken) - 1, int(len(taken) * q))], 1)
    tell({"p99": pick(0.99), "p50": pick(0.5), "max": round(taken[-1], 1), "events": len(taken), "not_drawn": missing,
          "events_per_second": round((len(taken) + missing) / options.seconds), "seconds": options.seconds,
          "frames_per_second": round(drawn / options.seconds, 1), "notices_refused": feed.refused, "cpu_cores": usage})
    return 0


def processes(run):
    return {"hub": run.world.hub.child.pid, "console": run.console.pid, "sms far side": run.world.smsc.child.pid,
            "mail far side": run.world.mail.child.pid}


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("build")
    parser.add_argument("seconds", type=float)
    parser.add_argument("rate", type=float)
    return session(parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
