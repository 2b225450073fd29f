#!/usr/bin/env python3
"""What scripts/bench refuses and writes.  SPDX-License-Identifier: GPL-3.0-or-later

usage: bench_test.py ROOT BUILD
Runs the benchmarks that are one program with few rows, on the embedded store and on a PostgreSQL of their own. No figure is
judged.
"""
import base64
import json
import os
import subprocess
import sys
import tempfile
import unittest

ROOT, BUILD = sys.argv[1], sys.argv[2]
sys.path[:0] = [os.path.join(ROOT, "bench", "run"), os.path.join(ROOT, "tools", "run")]

import live  # noqa: E402
import memory  # noqa: E402

FIELDS = {"name": str, "value": float, "unit": str, "peer": str, "peer_value": float, "ratio": float, "aim": float, "met": bool}


def bench(*arguments):
    return subprocess.run([os.path.join(ROOT, "scripts", "bench"), *arguments], capture_output=True, text=True, timeout=280)


class Refusals(unittest.TestCase):
    def refused(self, *arguments):
        done = bench(*arguments)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("--help", done.stderr)

    def test_a_file_must_be_named(self):
        self.refused("--only", "spine_committer")

    def test_an_unknown_benchmark(self):
        self.refused("--json", os.devnull, "--only", "spine")

    def test_an_unknown_option(self):
        self.refused("--json", os.devnull, "--fast")

    def test_programs_that_are_not_there_are_a_failure(self):
        with tempfile.TemporaryDirectory() as folder:
            done = bench("--json", os.path.join(folder, "r.json"), "--build", folder, "--only", "spine_committer")
            self.assertEqual(done.returncode, 1, done.stderr)
            with open(os.path.join(folder, "r.json"), encoding="utf-8") as file:
                self.assertEqual(json.load(file)["results"], [])


class Reports(unittest.TestCase):
    def report(self, name):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "r.json")
            done = bench("--json", path, "--build", BUILD, "--only", name, "--quick")
            self.assertEqual(done.returncode, 0, done.stderr)
            with open(path, encoding="utf-8") as file:
                return json.load(file)

    def check(self, name, result_name, compare):
        return self.check_all(name, [result_name], compare)[0]

    def check_all(self, name, result_names, compare):
        report = self.report(name)
        self.assertEqual(set(report["machine"]), {"cpu", "cores", "kernel", "load_before", "date"})
        self.assertTrue(report["quick"])  # nobody takes these figures for real ones
        self.assertEqual([r["name"] for r in report["results"]], result_names)
        for result in report["results"]:
            for field, kind in FIELDS.items():
                self.assertIs(type(result[field]), kind, field)
            self.assertGreater(result["value"], 0)
            self.assertGreater(result["peer_value"], 0)
            self.assertEqual(result["met"], compare(result["ratio"], result["aim"]))
        return report["results"]


class Spine(Reports):
    def test_the_committer(self):
        result = self.check("spine_committer", "spine_committer", lambda ratio, aim: ratio >= aim)
        self.assertEqual(result["aim"], 0.36)

    def test_postgres_is_durable_and_leaves_nothing(self):
        before = set(os.listdir(tempfile.gettempdir()))
        result = self.check("spine_postgres", "spine_postgres", lambda ratio, aim: ratio >= aim)
        self.assertEqual(result["aim"], 0.35)
        left = [n for n in set(os.listdir(tempfile.gettempdir())) - before if n.startswith("guardline-bench-pg-")]
        self.assertEqual(left, [])

    def test_projections(self):
        result = self.check("spine_projections", "spine_projections_lag_p99", lambda ratio, aim: ratio <= aim)
        self.assertEqual(len(result["max_by_fifth"]), 5)
        self.assertGreaterEqual(result["max"], result["value"])


class Pairs(Reports):
    """Ours and a peer turn about: the sides find the same (the programs end with an error if not)."""

    AT_MOST = staticmethod(lambda ratio, aim: ratio <= aim)

    def test_the_time_line_on_both_stores(self):
        results = self.check_all("timeline_query", ["timeline_query_sqlcipher_p99", "timeline_query_postgres_p99"], self.AT_MOST)
        for result in results:
            self.assertEqual((result["aim"], result["messages"]), (1.5, 4000))
            self.assertGreaterEqual(result["value"], result["median"])
            self.assertGreaterEqual(result["rows_a_page"], 30)

    def test_the_time_line_over_tls(self):
        result = self.check("timeline_end_to_end", "timeline_end_to_end_p99", self.AT_MOST)
        self.assertEqual(result["aim"], 1.5)
        self.assertGreater(result["bytes_a_page"], 1000)

    def test_the_local_copy(self):
        result = self.check("vault_search", "vault_search_p99", self.AT_MOST)
        self.assertEqual((result["aim"], result["summaries"]), (1.5, 500))

    def test_a_frame(self):
        for result in self.check_all("chart_frame", ["chart_frame_6x1440", "chart_frame_8x36000"], self.AT_MOST):
            self.assertEqual(result["aim"], 1.0)


class Memory(unittest.TestCase):
    """What counts as flat."""

    def verdict(self, values):
        return memory.verdict("hub", [(2.0 * i, v) for i, v in enumerate(values)], {})

    def test_noise_is_no_growth(self):
        result = self.verdict([100.0 + (i * 7 % 5) for i in range(100)])
        self.assertTrue(result["met"])
        self.assertAlmostEqual(result["ratio"], 1.0, delta=0.01)

    def test_a_steady_rise_is_not_flat(self):
        result = self.verdict([100.0 + 0.1 * i + (i % 3) * 0.2 for i in range(100)])
        self.assertFalse(result["met"])
        self.assertAlmostEqual(result["peer_value"], 100.2, delta=0.1)
        self.assertAlmostEqual(result["value"], 110.1, delta=0.1)

    def test_one_that_falls_is_flat(self):
        self.assertTrue(self.verdict([100.0 - 0.1 * i for i in range(100)])["met"])


def cursor(*positions):
    """Form 1, mark, partitions, a varint each (hub/spine/cursor.cpp)."""
    raw = bytearray([1, 0, 0, 0, 0, len(positions)])
    for value in positions:
        while value > 0x7F:
            raw.append(value & 0x7F | 0x80)
            value >>= 7
        raw.append(value)
    return base64.urlsafe_b64encode(bytes(raw)).decode().rstrip("=")


class FakeStore:
    def __init__(self, rows):
        self.given = rows

    def rows(self, sql):
        return [[str(v) for v in row] for row in self.given]


class Lags(unittest.TestCase):
    """An event counts from its own time to the first frame that covers it, in its own partition."""

    FRAMES = [{"at": 5_000, "to": cursor(1, 0)}, {"at": 9_000, "to": cursor(300, 0)}, {"at": 12_000, "to": cursor(300, 2)}]

    def test_the_first_frame_that_covers_it(self):
        taken, missing = live.lags(FakeStore([(0, 1, 1_000), (0, 2, 1_000), (0, 300, 8_500), (1, 1, 2_000)]), self.FRAMES, 0, 1)
        self.assertEqual(taken, [0.5, 4.0, 8.0, 10.0])
        self.assertEqual(missing, 0)

    def test_an_event_that_was_never_drawn_is_no_quick_one(self):
        taken, missing = live.lags(FakeStore([(0, 301, 1_000), (1, 2, 11_000)]), self.FRAMES, 0, 1)
        self.assertEqual((taken, missing), ([1.0], 1))

    def test_a_picture_drawn_again_does_not_take_time_back(self):
        frames = [*self.FRAMES, {"at": 20_000, "to": cursor(1, 0)}]
        taken, missing = live.lags(FakeStore([(0, 1, 1_000)]), frames, 0, 1)
        self.assertEqual((taken, missing), ([4.0], 0))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
