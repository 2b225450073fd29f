#!/usr/bin/env python3
"""The run's steps without the hub: what is read, done and queued, what comes of it, and the end of the device.  SPDX-License-Identifier: GPL-3.0-or-later"""
import json
import os
import re
import time

from colleague import Colleague

STEPS = ["two alerts open", "offline shown", "summary read offline", "note written offline", "alerts acknowledged offline",
         "queued act changed", "queued act withdrawn", "conflict shown", "conflict settled", "queue replayed"]
END_STEPS = ["cold start refused offline", "device wiped"]
NUMBER = re.compile(r"A-([0-9A-F]{6})#(\d+)")


class Away:
    """Drives the same window as `run` (drive.Run). What it saw and when goes into evidence/away.json, for report.py."""

    def __init__(self, run):
        self.run, self.d, self.world = run, run.desktop, run.world
        self.seen = {}
        self.colleague = Colleague(self.world, "hexin", "何欣", "risk")

    def keep(self, **facts):
        self.seen.update(facts)
        with open(os.path.join(self.world.evidence, "away.json"), "w", encoding="utf-8") as file:
            json.dump(self.seen, file, ensure_ascii=False, indent=1)

    @staticmethod
    def now():
        return int(time.time() * 1e6)

    def enrol_colleague(self):
        self.colleague.enrol()
        self.run.secret_note(self.colleague.password)
        self.run.secret_note(self.colleague.totp)

    # --- small hands ------------------------------------------------------------------------------------------------

    def number(self):
        """Of the alert whose detail is shown. The list itself is a table, which is never walked."""
        for node in self.d.walk():
            try:
                found = NUMBER.fullmatch(node.name or "")
                if found and self.d.showing(node):
                    return found.group(1)
            except Exception:
                continue
        return None

    def step_to(self, wanted, key="j", tries=12):
        """Moves in the list until `wanted(number)`."""
        for _ in range(tries):
            number = self.number()
            if number and wanted(number):
                return number
            self.d.keys(key)
            end = time.time() + 8
            while self.number() == number:
                if time.time() > end:
                    raise RuntimeError("no further row in the list of alerts")
                time.sleep(0.1)
        raise RuntimeError("no such row in the list of alerts")

    def choose(self, number, timeout=120):
        """Rows that came while one was chosen wait behind it: Escape lets them in."""
        end = time.time() + timeout
        while True:
            self.d.keys("ctrl+3")
            for key in ("j", "k"):
                try:
                    return self.step_to(lambda shown: shown == number, key)
                except RuntimeError:
                    continue
            if time.time() > end:
                raise RuntimeError(f"A-{number} is not in the list")
            self.d.keys("Escape")

    def acknowledge(self, number, words):
        self.choose(number)
        self.d.find("确认知晓", "push button", timeout=60, enabled=True)
        self.d.keys("a")
        self.d.say("说明", words)
        self.d.keys("ctrl+Return")
        self.d.appears(lambda n: n.startswith(f"A-{number}#") and "已存在本机" in n, 60)

    def panel(self):
        """Opens the side panel by its pill, unless it is open."""
        if not self.d.there(lambda n: n == "离线租约"):
            self.d.appears(lambda n: n.startswith("离线工作：") , 60).queryAction().doAction(0)
        self.d.find("离线租约", timeout=30)

    def shut_panel(self):
        self.d.press("关闭离线工作")

    # --- an outage --------------------------------------------------------------------------------------------------

    def waits_for_somebody(self):
        """By channel: alerts of the rule about what is not handed over, active and not acknowledged."""
        found = self.colleague.as_person("GET", "/v1/alerts?active=true&acknowledged=false&limit=200")["alerts"]
        return {alert["channel"]: alert for alert in found if alert["trigger"]["rule"] == "backlog"}

    @staticmethod
    def number_of(alert):
        return alert["alert_id"].replace("-", "")[-6:].upper()

    def two_alerts(self):
        """Both carriers stop taking messages: a rule fires for each, and stays so while nothing is handed over."""
        self.world.sms_outage(True)
        self.world.mail_outage(True)
        self.colleague.sign_in()
        end = time.time() + 240
        while not {"sms", "email"} <= set(alerts := self.waits_for_somebody()):
            if time.time() > end:
                raise RuntimeError("the rules did not fire")
            time.sleep(1)
        self.world.traffic_on.clear()  # enough waits; what came more would only have to be sent afterwards
        for channel in ("sms", "email"):  # read with the hub, so that there is something to read without it
            self.choose(self.number_of(alerts[channel]))
            self.d.appears(lambda n: "触发 #" in n, 60)
        self.run.step("two alerts open")
        return alerts["sms"], alerts["email"]

    def go(self, phone):
        """`phone`: of somebody who was opened before, with the hub."""
        d, run = self.d, self.run
        first, second = self.two_alerts()
        contested, clean = self.number_of(first), self.number_of(second)
        self.keep(cut_at=self.now(), alerts={name: {"id": a["alert_id"], "occurrence": a["occurrence"]}
                                             for name, a in (("contested", first), ("clean", second))})
        self.world.line.cut()
        d.appears(lambda n: n.startswith("离线工作：离线"), 90)
        run.step("offline shown")

        d.keys("ctrl+2")
        d.type_into("检索投资者", phone)
        d.keys("Return")
        d.appears(lambda n: n.startswith("本机加密副本，截至"), 60)
        d.find("通信历史", timeout=30)
        run.step("summary read offline")
        run.pictures("offline-investor")
        self.note("客户来电问融资比例 恢复联络后回电")
        run.pictures("offline-note")

        # Somebody else is first, while this console can't know it.
        self.colleague.acknowledge(first, "何欣已致电网关值班，预计十分钟恢复")
        self.keep(colleague_at=self.now())
        self.acknowledge(contested, "离线时看到 恢复后核对")
        self.acknowledge(clean, "邮件积压 等待恢复")
        run.step("alerts acknowledged offline")
        self.hand_over(clean)
        run.pictures("offline-alerts")

        self.panel()
        run.pictures("offline-queue")
        self.change(clean)
        self.withdraw(clean)
        run.pictures("offline-queue-changed")
        self.shut_panel()
        self.back(contested, clean)

    def note(self, words):
        """About the person who is open. What it says must stand nowhere in plain."""
        self.run.secret_note(words)
        self.d.press("写备注")
        self.d.say("备注", words)
        self.d.keys("ctrl+Return")
        self.d.appears(lambda n: n.startswith("备注已存在本机"), 60)
        self.run.step("note written offline")

    def hand_over(self, number):
        self.choose(number)
        self.d.keys("o")
        self.d.type_into("转交给账号", "hexin", timeout=30)
        self.d.keys("Return")
        self.d.appears(lambda n: n.startswith(f"A-{number}#") and "已存在本机" in n, 60)

    def change(self, number):
        d = self.d
        d.press(f"改：告警 A-{number} 确认知晓")
        d.say("改后的说明", "邮件积压 已通知运维")
        self.run.number += 1
        d.picture(f"{self.run.number:02d}-offline-edit-light")
        d.press("保存修改")
        d.find(f"改：告警 A-{number} 确认知晓", timeout=30, enabled=True)
        self.run.step("queued act changed")

    def withdraw(self, number):
        name = f"撤回：告警 A-{number} 转交"
        self.d.press(name)
        end = time.time() + 30
        while self.d.there(lambda n: n == name):
            if time.time() > end:
                raise RuntimeError("the act is still in the queue")
            time.sleep(0.2)
        self.run.step("queued act withdrawn")

    def back(self, contested, clean):
        d, run = self.d, self.run
        self.keep(mended_at=self.now())
        self.world.line.mend()
        d.keys("F5")
        mine = d.appears(lambda n: n.startswith("本机："), 120).name
        hub = d.appears(lambda n: n.startswith("中枢："), 30).name
        self.keep(conflict={"mine": mine, "hub": hub, "at": self.now()})
        run.step("conflict shown")
        run.pictures("offline-conflict")
        d.press("以中枢为准")
        end = time.time() + 30
        while d.there(lambda n: n.startswith("本机：")):
            if time.time() > end:
                raise RuntimeError("the conflict is still there")
            time.sleep(0.2)
        run.step("conflict settled")
        d.appears(lambda n: n.startswith("连接") and "在线" in n, 60)
        # What nobody contested was done as it was meant, by the person who meant it.
        end = time.time() + 60
        while not self.colleague.alert(clean)["acknowledged"]:
            if time.time() > end:
                raise RuntimeError(f"A-{clean} was not acknowledged from the queue")
            time.sleep(0.5)
        run.step("queue replayed")
        if d.there(lambda n: n == "离线租约"):
            self.shut_panel()
        self.world.sms_outage(False)
        self.world.mail_outage(False)
        self.world.traffic_on.set()

    # --- the end ----------------------------------------------------------------------------------------------------

    def home_files(self):
        home = os.path.join(self.world.out, "home", "guardline")
        return sorted(os.path.relpath(os.path.join(place, name), home) for place, _, names in os.walk(home) for name in names)

    def end(self, device):
        """A start without the hub, then the device's trust ends: the first contact destroys what is on this computer."""
        d, run = self.d, self.run
        run.stop_console()
        self.world.line.cut()
        run.start_console()
        d.appears(lambda n: n.startswith("离线时不能打开本机副本"), 120)
        run.step("cold start refused offline")
        run.pictures("cold-start-offline")
        self.keep(device=device, files_before=self.home_files(), revoked_at=self.now())
        self.world.admin("revoke", device)
        self.world.line.mend()
        d.keys("F5")
        d.appears(lambda n: n.startswith("本机已被停用"), 120)
        end = time.time() + 60
        while self.device_state(device) != "wiped":
            if time.time() > end:
                raise RuntimeError("the device never said that it is wiped")
            time.sleep(0.5)
        self.keep(files_after=self.home_files())
        run.step("device wiped")
        run.pictures("device-wiped")

    def device_state(self, device):
        return next(d["state"] for d in self.world.admin("devices")["devices"] if d["device_id"] == device)
