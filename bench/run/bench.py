#!/usr/bin/env python3
"""Runs the benchmarks and writes their figures with the machine's.  SPDX-License-Identifier: GPL-3.0-or-later

usage: bench.py --json FILE --build DIR [--only NAME] [--minutes M] [--quick]
Exit 0 when every benchmark ran, whether or not it met its aim; each result says that itself.
"""
import argparse
import datetime
import json
import os
import platform
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from postgres import durable_server  # noqa: E402


def load():
    return round(os.getloadavg()[0], 2)


def machine():
    cpu = platform.machine()
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        for line in file:
            if line.startswith("model name"):
                cpu = line.split(":", 1)[1].strip()
                break
    return {"cpu": cpu, "cores": len(os.sched_getaffinity(0)), "kernel": platform.release(), "load_before": load(),
            "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")}


def program(build, name, *arguments):
    """The program prints one line a result; its progress goes to our standard error."""
    argv = [os.path.join(build, "bench", name), *arguments]
    done = subprocess.run(argv, stdout=subprocess.PIPE, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def spine(name, build, quick, *more):
    few = ["--rows", "2000", "--pairs", "1", "--investors", "500"] if quick else []
    with tempfile.TemporaryDirectory(prefix="guardline-bench-") as folder:
        return program(build, "guardline-bench-spine", "--only", name, "--dir", folder, *more, *few)


def spine_postgres(build, quick):
    with durable_server() as conninfo:
        return spine("spine_postgres", build, quick, "--postgres", conninfo)


def timeline_query(build, quick):
    few = ["--messages", "4000", "--rounds", "2", "--pages", "100"] if quick else []
    with tempfile.TemporaryDirectory(prefix="guardline-bench-") as folder:
        yield from program(build, "guardline-bench-timeline", "--dir", folder, *few)
    with durable_server() as conninfo:
        yield from program(build, "guardline-bench-timeline", "--postgres", conninfo, *few)


def timeline_end_to_end(build, quick):
    few = ["--investors", "10", "--messages", "5", "--rounds", "1", "--requests", "20"] if quick else []
    return program(build, "guardline-bench-edge", *few)


def vault_search(build, quick):
    few = ["--summaries", "500", "--rounds", "1", "--searches", "50"] if quick else []
    with tempfile.TemporaryDirectory(prefix="guardline-bench-") as folder:
        return program(build, "guardline-bench-vault", "--dir", folder, *few)


def chart_frame(build, quick):
    few = ["--rounds", "1", "--frames", "1", "--warm-up", "0"] if quick else []
    return program(build, "guardline-bench-chart", *few)


def commit_to_drawn(build, quick):
    import live
    return live.measure(build, quick)


def sign_in(build, quick):
    import sign_in as starts
    return starts.measure(build, quick)


def memory_hour(build, quick, minutes=None):
    import memory
    return memory.measure(build, quick, minutes)


BENCHMARKS = {
    "spine_committer": lambda build, quick: spine("spine_committer", build, quick),
    "spine_postgres": spine_postgres,
    "spine_projections": lambda build, quick: spine("spine_projections", build, quick),
    "timeline_query": timeline_query,
    "timeline_end_to_end": timeline_end_to_end,
    "vault_search": vault_search,
    "chart_frame": chart_frame,
    "commit_to_drawn": commit_to_drawn,
    "sign_in": sign_in,
    "memory_hour": memory_hour,
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", required=True)
    parser.add_argument("--build", required=True)
    parser.add_argument("--only", choices=sorted(BENCHMARKS))
    parser.add_argument("--minutes", type=float, help="of memory_hour")
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    build = os.path.abspath(options.build)
    if options.minutes:
        BENCHMARKS["memory_hour"] = lambda build, quick: memory_hour(build, quick, options.minutes)
    report = {"machine": machine(), "results": []}
    failed = 0
    for name, run in BENCHMARKS.items():
        if options.only not in (None, name):
            continue
        before = load()
        print(f"bench: {name} (load {before})", file=sys.stderr, flush=True)
        try:
            for result in run(build, options.quick):
                result["load_before"] = before
                report["results"].append(result)
                print(json.dumps(result, ensure_ascii=False), flush=True)
        except (RuntimeError, OSError, subprocess.SubprocessError, ValueError) as error:
            print(f"bench: {name} failed: {error}", file=sys.stderr, flush=True)
            failed += 1
    if options.quick:
        report["quick"] = True
    with open(options.json, "w", encoding="utf-8") as file:
        json.dump(report, file, indent=2, ensure_ascii=False)
        file.write("\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
