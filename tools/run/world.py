#!/usr/bin/env python3
"""A firm on one machine: hub, carriers' far sides, line, traffic.  SPDX-License-Identifier: GPL-3.0-or-later"""
import json
import os
import secrets
import signal
import socket
import subprocess
import threading
import time

from line import Line
from report import Store


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Process:
    """A child whose first line of output says that it is ready."""

    def __init__(self, name, argv, out, env=None):
        self.name = name
        self.log = open(os.path.join(out, "log", name + ".log"), "ab")
        self.child = subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=self.log, stdin=subprocess.DEVNULL, env=env)
        line = self.child.stdout.readline()
        if not line:
            raise RuntimeError(f"{name} did not start; see {self.log.name}")
        self.ready = json.loads(line)
        threading.Thread(target=self._drain, daemon=True).start()

    def _drain(self):
        for line in self.child.stdout:
            self.log.write(line)

    def stop(self, sig=signal.SIGTERM, wait=30):
        if self.child.poll() is None:
            self.child.send_signal(sig)
            try:
                self.child.wait(wait)
            except subprocess.TimeoutExpired:
                self.child.kill()
                self.child.wait()
        return self.child.returncode


class World:
    """Everything but the console. `out` is the folder of this run, `build` the one the programs were built in."""

    FOLDERS = {"guardline-hub": "hub", "guardline": "app", "guardline-farside-smsc": "tools", "guardline-farside-mail": "tools"}

    def __init__(self, out, build, seed=1, investors=2000, messages=50000):
        self.out = os.path.abspath(out)
        self.build = os.path.abspath(build)
        self.seed = seed
        self.investors = investors
        self.messages = messages
        self.hub_folder = os.path.join(self.out, "hub")
        self.evidence = os.path.join(self.out, "evidence")
        for name in ("log", "evidence", "pictures", "tmp"):
            os.makedirs(os.path.join(self.out, name), exist_ok=True)
        self.accounts = {}
        self.notices = []
        self.traffic_thread = None
        self.traffic_on = threading.Event()
        self.ending = threading.Event()
        self.hub = None

    def program(self, name):
        return os.path.join(self.build, self.FOLDERS[name], name)

    # --- start and stop ---------------------------------------------------------------------------------------------

    def start(self):
        self.ops_port, self.open_port = free_port(), free_port()
        self.line = Line(self.ops_port)
        self.run_hub("init", "--name", "示例证券中枢", "--ops", f"127.0.0.1:{self.ops_port}",
                     "--open", f"127.0.0.1:{self.open_port}", "--public", f"http://127.0.0.1:{self.open_port}", "--address", f"127.0.0.1:{self.line.port}")
        self.start_far_sides()
        self.configure()
        print(self.run_hub("demo", "--investors", str(self.investors), "--messages", str(self.messages), "--seed",
                           str(self.seed), "--people", os.path.join(self.out, "tmp", "people.txt")).strip(), flush=True)
        self.start_hub()

    def start_far_sides(self):
        self.smsc_control = os.path.join(self.out, "tmp", "smsc.sock")
        self.mail_control = os.path.join(self.out, "tmp", "mail.sock")
        bounces = os.path.join(self.hub_folder, "mail-bounces", "email-main")
        self.smsc = Process("smsc", [
            self.program("guardline-farside-smsc"), "--port", "0", "--ledger",
            os.path.join(self.evidence, "smsc-ledger.jsonl"), "--seed", str(self.seed), "--control", self.smsc_control,
            "--delay-ms", "400", "--fail", "0.015", "--early", "0.02", "--ids", "hex-decimal"], self.out)
        self.mail = Process("mail", [
            self.program("guardline-farside-mail"), "--port", "0", "--ledger",
            os.path.join(self.evidence, "mail-ledger.jsonl"), "--seed", str(self.seed), "--maildir", bounces, "--control",
            self.mail_control, "--delay-ms", "600", "--fail", "0.01", "--success-reports",
            "--open-person", "0.55", "--open-machine", "0.25", "--confirm", "0.5", "--click", "0.3", "--read-delay-ms", "3000"], self.out)

    def configure(self):
        path = os.path.join(self.hub_folder, "hub.json")
        with open(path, encoding="utf-8") as file:
            config = json.load(file)
        config["sms"] = [{"id": "sms-main", "host": "127.0.0.1", "port": self.smsc.ready["port"], "system_id": "guardline",
                          "password_file": "", "source_address": "10695500", "window": 64, "correlator": True, "answer_ids": "hexadecimal",
                          "receipt_ids": "decimal"}]
        config["mail"] = [{"id": "email-main", "host": "127.0.0.1", "port": self.mail.ready["port"], "tls": "none",
                           "ca_file": "", "user": "", "password_file": "", "from_address": "notice@guardline.example",
                           "display_name": "示例证券", "bounce_domain": "bounce.guardline.example", "connections": 4,
                           "success_reports": True}]
        with open(path, "w", encoding="utf-8") as file:
            json.dump(config, file, ensure_ascii=False)

    def start_hub(self):
        self.hub = Process("hub", [self.program("guardline-hub"), "serve", self.hub_folder], self.out)

    def restart_hub(self, sig=signal.SIGKILL):
        """Ends the hub (by default as a power failure of the process would) and starts it again."""
        self.hub.stop(sig)
        self.start_hub()

    def stop(self):
        self.ending.set()
        if self.traffic_thread:
            self.traffic_thread.join(30)
        codes = {}
        for name in ("hub", "smsc", "mail"):
            process = getattr(self, name, None)
            if process:
                codes[name] = process.stop()
        return codes

    # --- orders -----------------------------------------------------------------------------------------------------

    def run_hub(self, command, *args, stdin=""):
        done = subprocess.run([self.program("guardline-hub"), command, self.hub_folder, *args], input=stdin, text=True,
                              capture_output=True)
        if done.returncode != 0:
            raise RuntimeError(f"guardline-hub {command} {args[:1]}: {done.stderr.strip()}")
        return done.stdout

    def admin(self, *args, stdin=""):
        out = self.run_hub("admin", *args, stdin=stdin)
        return json.loads(out) if out.strip() else {}

    def make_account(self, name, display, role):
        password = "Xq7-" + secrets.token_urlsafe(15)
        self.admin("account", name, "--display", display, "--role", role, stdin=password + "\n")
        self.accounts[name] = password
        return password

    def waiting_devices(self):
        return [d for d in self.admin("devices")["devices"] if d["state"] in ("submitted", "viewed")]

    def control(self, path, name, value):
        with socket.socket(socket.AF_UNIX) as s:
            s.connect(path)
            s.sendall((json.dumps({"set": name, "value": value}) + "\n").encode())
            answer = json.loads(s.makefile().readline())
        if not answer.get("ok"):
            raise RuntimeError(f"far side: {answer}")

    def counts(self, path):
        with socket.socket(socket.AF_UNIX) as s:
            s.connect(path)
            s.sendall(b'{"get":"counts"}\n')
            return json.loads(s.makefile().readline())["counts"]

    def sms_outage(self, on):
        self.control(self.smsc_control, "outage", on)

    def mail_outage(self, on):
        self.control(self.mail_control, "outage", on)

    def waiting_work(self):
        """How many deliveries the hub still has to hand over, by its own file; None while the file can't be read."""
        try:
            return int(Store(self.hub_folder).rows("SELECT count(*) FROM outgoing;")[0][0])
        except (subprocess.CalledProcessError, IndexError, ValueError):
            return None

    # --- traffic ----------------------------------------------------------------------------------------------------

    def notice(self, number):
        core = number % 3 != 2
        return {
            "template": "margin-call" if core else "statement", "version": 2,
            "category": "core_risk" if core else "service",
            "variables": ([{"name": "ratio", "value": "118"}, {"name": "line", "value": "130"},
                           {"name": "deadline", "value": "15:00"}] if core else [{"name": "month", "value": "2026-10"}]),
            "audience": {"tiers": ["vip"] if number % 2 else ["important"]},
            "route": ([{"mode": "parallel", "channels": ["sms", "email"], "wait_seconds": 0}] if core else
                      [{"mode": "parallel", "channels": ["email"], "wait_seconds": 0},
                       {"mode": "then", "channels": ["sms"], "wait_seconds": 0}]),
            "drill": False,
        }

    def start_traffic(self, every=3.0):
        """Posts notices until the end; each with its own key, some twice with the same one as a client does that did not
        see the answer. Every answer goes into evidence/accepted.jsonl."""
        def post():
            number = 0
            with open(os.path.join(self.evidence, "accepted.jsonl"), "a", encoding="utf-8") as file:
                while not self.ending.is_set():
                    if not self.traffic_on.is_set():
                        self.ending.wait(0.2)
                        continue
                    body, key = json.dumps(self.notice(number), ensure_ascii=False), f"run-{self.seed}-{number}"
                    for turn in range(2 if number % 5 == 0 else 1):
                        answer = self.post_until_answered(body, key)
                        if answer:
                            file.write(json.dumps({"key": key, "turn": turn, "answer": answer}) + "\n")
                            file.flush()
                    number += 1
                    self.ending.wait(every)
        self.traffic_on.set()
        self.traffic_thread = threading.Thread(target=post, daemon=True)
        self.traffic_thread.start()

    def post_until_answered(self, body, key):
        while not self.ending.is_set():
            try:
                return self.admin("notice", "--key", key, stdin=body)
            except (RuntimeError, ValueError):  # the hub is down: the same key again makes it happen once
                time.sleep(0.5)
        return None

    def settle(self, timeout=60):
        """Waits until nothing is under way: neither outgoing work nor receipts to come nor readers."""
        self.traffic_on.clear()
        # What an outage held back is tried again after growing pauses.
        late = time.time() + 300
        while self.waiting_work() != 0 and time.time() < late:
            time.sleep(1)
        end, last, since = time.time() + timeout, None, time.time()
        while time.time() < end:
            counts = [self.counts(path) for path in (self.smsc_control, self.mail_control)]
            sizes = [os.path.getsize(os.path.join(self.evidence, n)) for n in ("smsc-ledger.jsonl", "mail-ledger.jsonl")]
            state = (counts, sizes)
            if state != last or counts[1]["reading"]:
                last, since = state, time.time()
            elif time.time() - since > 6:
                return True
            time.sleep(0.5)
        return False
