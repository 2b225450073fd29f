"""From start to a sign-in field that takes a key, beside an empty window.  SPDX-License-Identifier: GPL-3.0-or-later"""
import json
import os
import statistics
import subprocess
import tempfile
import time

from session import desktop

KEY_EVERY_MS = 2  # also the measure's own fineness


def one(argv, env, keys):
    """Milliseconds from just before exec, as the program tells them. With `keys` a key comes through the X server every
    few milliseconds from before the start on: the field has one waiting as soon as it can take it."""
    typist = None
    if keys:
        typist = subprocess.Popen(["xdotool", "type", "--delay", str(KEY_EVERY_MS), "a" * 5000], env=env,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.05)
    try:
        began = time.clock_gettime_ns(time.CLOCK_MONOTONIC) / 1000
        done = subprocess.run(argv, env={**env, "GUARDLINE_BENCH_T0": f"{began:.1f}"}, capture_output=True, text=True, timeout=60)
    finally:
        if typist:
            typist.terminate()
            typist.wait()
    if done.returncode != 0 or not done.stdout:
        raise RuntimeError(f"{os.path.basename(argv[0])}: {done.stderr.strip()[-500:]}")
    return json.loads(done.stdout.splitlines()[-1])["ms"]


def measure(build, quick):
    console = os.path.join(build, "bench", "guardline-bench-console-start")
    empty = os.path.join(build, "bench", "guardline-bench-empty-window")
    field = os.path.join(build, "bench", "guardline-bench-one-field")
    runs = 2 if quick else 10
    with tempfile.TemporaryDirectory(prefix="guardline-bench-") as folder, desktop(folder) as env:
        env["GUARDLINE_HOME"] = os.path.join(folder, "console")
        subprocess.run([console, "--prepare"], env=env, check=True)
        for warm in range(2):
            one([empty], env, False)
            one([console], env, True)
        pairs = []
        for _ in range(runs):
            pairs.append((one([console], env, True), one([empty], env, False), one([field], env, True)))
            time.sleep(0.2)
    ours, theirs, bare = (statistics.median(column) for column in zip(*pairs))
    ratio = statistics.median(a / b for a, b, _ in pairs)
    yield {"name": "sign_in_takes_a_key", "value": round(ours, 1), "unit": "ms", "peer": "an empty QMainWindow's first paint",
           "peer_value": round(theirs, 1), "ratio": round(ratio, 3), "aim": 2.0, "met": ratio <= 2.0, "runs": runs,
           "one_field": round(bare, 1), "one_field_ratio": round(statistics.median(c / b for _, b, c in pairs), 3),
           "all": [[round(value, 1) for value in pair] for pair in pairs]}
