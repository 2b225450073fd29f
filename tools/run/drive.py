#!/usr/bin/python3
"""The main job, done through the console's real widgets.  SPDX-License-Identifier: GPL-3.0-or-later

usage: drive.py --build DIR --out DIR --seconds S [--investors N --messages M --seed S]
Needs a display with a window manager, a session bus and an unlocked keyring (scripts/run makes them). Writes pictures/,
evidence/steps.json; exit 0 if every step was reached.
"""
import argparse
import json
import os
import re
import signal
import subprocess
import sys
import time
import traceback

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import away  # noqa: E402
from desktop import Desktop  # noqa: E402
from world import World  # noqa: E402

STEPS = ["started", "enrolment code taken", "authenticator bound", "recovery codes kept", "device approved", "signed in",
         "charts live", "sms outage shown", "alert acknowledged", "hub restarted", "network cut shown", "network back",
         "investor found", "history read", "field shown", "periods compared", *away.STEPS, "english", *away.END_STEPS]
ACCOUNT = "zhoulan"


class Run:
    def __init__(self, options):
        self.options = options
        self.world = World(options.out, options.build, options.seed, options.investors, options.messages)
        self.desktop = Desktop("guardline", os.path.join(options.out, "pictures"))
        self.reached = []
        self.console = None
        self.device = None
        self.used_step = 0
        self.number = 0
        self.away = []  # when the monitor was not on the screen: [from, to], µs

    # --- helpers ----------------------------------------------------------------------------------------------------

    def step(self, name):
        assert name in STEPS, name
        self.reached.append(name)
        print(f"run: {name}", flush=True)

    def pictures(self, name):
        """One picture in light, one in dark."""
        self.number += 1
        for mode, word in (("dark", "深色"), ("light", "浅色")):
            self.look(word)
            self.desktop.picture(f"{self.number:02d}-{name}-{mode}")

    # The menu's entries in their order; a popup's entries are not on the accessibility bus in this toolkit's version.
    MENU = ["跟随系统", "浅色", "深色", "中文", "English"]

    def windows(self):
        """How many windows the console shows: an open menu is one of its own. Nothing if one went while they were counted."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.console.pid)], capture_output=True, text=True)
        return len(found.stdout.split()) or None

    def until_windows(self, right, timeout=20):
        """Until it holds twice in a row: a window that just opens or closes is counted late. False when it never does."""
        end, held = time.time() + timeout, 0
        while held < 2 and time.time() < end:
            now = self.windows()
            held = held + 1 if now is not None and right(now) else 0
            time.sleep(0.05)
        return held == 2

    def look(self, word):
        """Chooses appearance or language by keyboard. A busy console opens and closes its menu late, and a key may fall between:
        what is on the screen decides whether it is done again."""
        for _ in range(5):
            self.until_windows(lambda now: now == 1)  # the menu of the time before has gone
            button = self.desktop.appears(lambda n: n.startswith(("外观", "Appearance", "Look", "Theme")), 60)
            button.queryComponent().grabFocus()
            time.sleep(0.1)
            self.desktop.keys("space")
            if not self.until_windows(lambda now: now > 1):
                continue
            self.desktop.keys(*["Down"] * (self.MENU.index(word) + 1))
            time.sleep(0.1)
            self.desktop.keys("Return")
            if self.until_windows(lambda now: now == 1, 8) and self.looks(word):
                return time.sleep(0.4)
            if self.windows() != 1:
                self.desktop.keys("Escape")
        raise RuntimeError(f"the look {word} could not be chosen")

    def looks(self, word):
        """A busy console changes its look after its menu has gone."""
        end = time.time() + 15
        while time.time() < end:
            if word not in ("浅色", "深色") or self.desktop.dark() == (word == "深色"):
                return True
            time.sleep(0.2)
        return False

    def code(self, secret):
        """A code by oathtool, never one of a step that was used before."""
        while int(time.time()) // 30 <= self.used_step:
            time.sleep(0.5)
        if 30 - time.time() % 30 < 6:  # typing takes a moment: don't start at the end of a step
            time.sleep(31 - time.time() % 30)
        self.used_step = int(time.time()) // 30
        return subprocess.run(["oathtool", "--totp", "-b", secret], capture_output=True, text=True, check=True).stdout.strip()

    def leave_monitor(self):
        self.away.append([int((time.time() - 0.5) * 1e6), None])  # its last frame may be that old

    def back_at_monitor(self):
        self.wait_drawn(1, 180)
        self.away[-1][1] = int(time.time() * 1e6)

    def secret_note(self, text):
        with open(os.path.join(self.options.out, "tmp", "secrets.txt"), "a", encoding="utf-8") as file:
            file.write(text + "\n")

    def stop_console(self):
        if self.console and self.console.poll() is None:
            self.console.terminate()
            try:
                self.console.wait(20)
            except subprocess.TimeoutExpired:
                self.console.kill()
                self.console.wait()

    def start_console(self):
        env = {**os.environ, "GUARDLINE_DRAW_LOG": os.path.join(self.world.evidence, "draw.jsonl"),
               "GUARDLINE_HOME": os.path.join(self.options.out, "home", "guardline")}
        log = open(os.path.join(self.options.out, "log", "console.log"), "ab")
        self.console = subprocess.Popen([self.world.program("guardline"), "--lang", "zh_CN", "--theme", "light"], env=env,
                                        stdout=log, stderr=log)
        self.desktop.root(120)
        self.desktop.activate(self.console.pid)
        subprocess.run(["xdotool", "windowsize", "--sync", self.desktop.window, "1440", "900"], timeout=60)
        subprocess.run(["xdotool", "windowmove", self.desktop.window, "40", "40"], timeout=60)

    # --- the main job -----------------------------------------------------------------------------------------------

    def enrol(self):
        password = self.world.make_account(ACCOUNT, "周岚", "supervisor")
        self.secret_note(password)
        code = self.world.admin("code", ACCOUNT)["code"]
        self.secret_note(code.replace("-", ""))
        d = self.desktop
        self.pictures("not-enrolled")
        d.press("开始登记")
        d.type_into("登记码", code)
        d.type_into("设备名称", "SH-KF-0318")
        self.pictures("enrol-code")
        d.press("提交申请，进入第 1 步", timeout=60)
        secret_label = d.appears(lambda n: re.fullmatch(r"[A-Z2-7 \n]{30,}", n) is not None, 30)
        secret = re.sub(r"\s", "", secret_label.name)
        self.secret_note(secret)
        self.step("enrolment code taken")
        self.pictures("enrol-authenticator")
        d.type_into("手机上显示的 6 位动态码", self.code(secret))
        d.press("核对并进入第 2 步", timeout=60)
        d.find(["不等了，先做第 3 步", "等待批准"], timeout=60)
        self.step("authenticator bound")
        self.pictures("enrol-waiting")
        d.press("不等了，先做第 3 步")
        d.find("我已保存恢复码", timeout=40)
        for node in list(d.walk()):
            if re.fullmatch(r"[A-Z2-7]{4}([ -]?[A-Z2-7]{4}){3}", node.name or ""):
                self.secret_note(re.sub(r"[ -]", "", node.name))
        self.pictures("enrol-recovery-codes")
        d.press("我已保存恢复码", timeout=60)
        d.press("完成", timeout=60)
        self.step("recovery codes kept")
        device = self.world.waiting_devices()[0]
        self.world.admin("view", device["device_id"])
        self.world.admin("approve", device["device_id"], "--tail", device["fingerprint"][-8:])
        self.device = device["device_id"]
        d.press("去登录", timeout=40)
        self.step("device approved")
        return password, secret

    def sign_in(self, password, secret):
        d = self.desktop
        d.find("密码", timeout=60)
        d.type_into("账号", ACCOUNT)
        d.type_into("密码", password)
        d.type_into("动态码", self.code(secret))
        self.pictures("sign-in")
        d.press("登录", "push button", timeout=60)
        d.find("送达率图", timeout=90)
        self.step("signed in")

    def drawn(self):
        path = os.path.join(self.world.evidence, "draw.jsonl")
        return sum(1 for _ in open(path, encoding="utf-8")) if os.path.exists(path) else 0

    def wait_drawn(self, more, timeout):
        start, end = self.drawn(), time.time() + timeout
        while self.drawn() < start + more:
            if time.time() > end:
                raise RuntimeError(f"no {more} more frames were drawn within {timeout} s")
            time.sleep(0.2)

    def watch(self):
        d, world = self.desktop, self.world
        share = max(4.0, self.options.seconds / 5)
        world.start_traffic()
        self.wait_drawn(10, 180)
        time.sleep(share)
        self.step("charts live")
        self.pictures("monitor")

        world.sms_outage(True)
        time.sleep(share)
        self.pictures("sms-outage")
        self.step("sms outage shown")
        self.acknowledge()
        world.sms_outage(False)
        self.wait_drawn(5, 180)

        world.restart_hub(signal.SIGKILL)
        self.wait_drawn(5, 180)
        self.step("hub restarted")
        time.sleep(share)

        world.line.cut()
        d.appears(lambda n: "重连中" in n or "离线" in n, 60)
        time.sleep(2)
        self.pictures("network-cut")
        self.step("network cut shown")
        time.sleep(min(share, 6))
        world.line.mend()
        d.keys("F5")
        d.appears(lambda n: n.startswith("连接") and "在线" in n, 60)
        self.wait_drawn(3, 180)
        self.step("network back")
        time.sleep(share)
        self.pictures("network-back")

    def phone(self):
        with open(os.path.join(self.options.out, "tmp", "people.txt"), encoding="utf-8") as file:
            return [line.strip() for line in file][1]

    def look_up(self, secret):
        """One investor, by telephone number: the hub wants a second factor and a reason first."""
        d, phone = self.desktop, self.phone()
        self.leave_monitor()
        d.keys("ctrl+2")
        d.type_into("检索投资者", phone)
        d.keys("Return")
        d.find("验证并打开", timeout=60)
        self.number += 1
        d.picture(f"{self.number:02d}-step-up-light")  # nothing behind the sheet can be reached, the look's menu neither
        d.keys("1")
        code = self.code(secret)
        subprocess.run(["xdotool", "type", "--delay", "15", code], check=True)
        d.keys("Return")
        eye = "显示手机 30 秒，写入审计"
        try:
            d.find(eye, timeout=8)
        except RuntimeError:  # several fit, or the list waits for a choice
            d.find("检索到的投资者").queryComponent().grabFocus()
            d.keys("Down", "Return")
            d.find(eye, timeout=60)
        self.step("investor found")
        d.find("通信历史", timeout=60)
        time.sleep(1)
        self.pictures("investor")
        d.click("通信历史", 300, 50)
        d.keys("w")
        d.find("全部状态变更", timeout=60)
        self.step("history read")
        self.pictures("why")
        d.press(eye)
        d.find("隐藏手机", timeout=60)
        self.step("field shown")

    def compare(self):
        d = self.desktop
        d.keys("ctrl+5")
        d.find("指标", timeout=60)
        d.press("7 天", timeout=60)
        time.sleep(2)
        self.step("periods compared")
        self.pictures("periods")

    def english(self):
        d = self.desktop
        self.look("English")
        for key, name in (("ctrl+2", "investors"), ("ctrl+3", "alerts"), ("ctrl+5", "periods"), ("ctrl+1", "monitor")):
            d.keys(key)
            time.sleep(1.5)
            self.number += 1
            d.picture(f"{self.number:02d}-{name}-english-light")
        self.back_at_monitor()
        self.step("english")

    def acknowledge(self):
        """The outage has raised an alert: acknowledged by keyboard alone, then back to the monitor."""
        d = self.desktop
        self.leave_monitor()
        d.keys("ctrl+3")
        d.appears(lambda n: re.match("待确认，[1-9]", n) is not None, 90)
        d.keys("j")
        d.find("确认知晓", "push button", timeout=60, enabled=True)
        self.pictures("alerts")
        d.keys("ctrl+3")  # from the look's menu back to the page
        d.keys("a")
        d.say("说明", "已联系短信网关值班 等待恢复")
        d.keys("ctrl+Return")
        d.appears(lambda n: "确认知晓" in n and n.startswith("A-"), 60)
        self.step("alert acknowledged")
        self.pictures("alert-acknowledged")
        d.keys("ctrl+1")
        d.find("送达率图", timeout=60)
        self.back_at_monitor()

    def finish(self):
        self.world.settle(60)
        # On a busy machine the projections come after: the picture is whole when no frame has come for a while.
        quiet, seen, end = time.time(), self.drawn(), time.time() + 180
        while time.time() < min(quiet + 5, end):
            time.sleep(0.2)
            if self.drawn() != seen:
                quiet, seen = time.time(), self.drawn()
        with open(os.path.join(self.world.evidence, "watch.json"), "w", encoding="utf-8") as file:
            json.dump({"until": int((time.time() - 1.5) * 1e6), "away": self.away}, file)

    def run(self):
        try:
            self.world.start()
            apart = away.Away(self)
            apart.enrol_colleague()
            self.start_console()
            self.step("started")
            password, secret = self.enrol()
            self.sign_in(password, secret)
            self.watch()
            self.look_up(secret)
            self.compare()
            apart.go(self.phone())
            self.english()
            self.finish()
            apart.end(self.device)
        except Exception:
            traceback.print_exc()
            print(f"run: the console's exit code: {self.console.poll() if self.console else 'not started'}", flush=True)
            if self.desktop.window:
                try:
                    self.desktop.picture("99-where-it-stopped", whole=True)
                except Exception:
                    pass
        finally:
            self.stop_console()
            codes = self.world.stop()
            with open(os.path.join(self.world.evidence, "steps.json"), "w", encoding="utf-8") as file:
                json.dump({"wanted": STEPS, "reached": self.reached, "exit_codes": codes}, file, indent=1)
        return 0 if self.reached == STEPS else 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--investors", type=int, default=2000)
    parser.add_argument("--messages", type=int, default=50000)
    parser.add_argument("--seed", type=int, default=1)
    return Run(parser.parse_args()).run()


if __name__ == "__main__":
    sys.exit(main())
