#!/usr/bin/env python3
"""A second person of the firm, over the wire alone: own device key, own authenticator.  SPDX-License-Identifier: GPL-3.0-or-later

Speaks to the hub through curl with the hub's key pinned as the enrolment code says, never through the console's line.
Every answer's method, path and status go into evidence/colleague.jsonl; secrets stay in OUT/tmp.
"""
import base64
import hashlib
import json
import os
import secrets
import subprocess
import time


class Refused(RuntimeError):
    """The hub answered with a problem."""

    def __init__(self, status, body):
        self.status = status
        self.code = body.get("code", "") if isinstance(body, dict) else ""
        super().__init__(f"the hub answered {status} {self.code}")


def parse_code(text):
    """The documented form of an enrolment code (core/crypto/enrolment_code.h): address, pin (base64), secret."""
    digits = text.replace("-", "").strip()
    raw = base64.b32decode(digits + "=" * (-len(digits) % 8))
    assert raw[0] == 1 and hashlib.sha256(raw[:-4]).digest()[:4] == raw[-4:], "no enrolment code of this form"
    length = raw[49]
    return raw[50:50 + length].decode(), base64.b64encode(raw[17:49]).decode(), raw[1:17]


class Colleague:
    def __init__(self, world, account, display, role):
        self.world = world
        self.account = account
        self.folder = os.path.join(world.out, "tmp", "colleague")
        os.makedirs(self.folder, mode=0o700)
        self.password = world.make_account(account, display, role)
        self.token = None
        self.used_step = 0

    def file(self, name):
        return os.path.join(self.folder, name)

    # --- the wire ---------------------------------------------------------------------------------------------------

    def ask(self, method, path, body=None, authorization=None, key=None):
        """One request; the parsed answer. Nothing secret stands on a command line."""
        lines = ["silent", f'request = "{method}"', f'url = "https://127.0.0.1:{self.world.ops_port}{path}"', "insecure",
                 f'pinnedpubkey = "sha256//{self.pin}"', "max-time = 30", 'write-out = "\\n%{http_code}"', "tlsv1.3"]
        if os.path.exists(self.file("device.crt")):
            lines += [f'cert = "{self.file("device.crt")}"', f'key = "{self.file("device.key")}"']
        if authorization:
            lines.append(f'header = "Authorization: {authorization}"')
        if key:
            lines.append(f'header = "Idempotency-Key: {key}"')
        if body is not None:
            with open(self.file("sent.json"), "w", encoding="utf-8") as file:
                json.dump(body, file, ensure_ascii=False)
            lines += ['header = "Content-Type: application/json"', f'data-binary = "@{self.file("sent.json")}"']
        done = subprocess.run(["curl", "--config", "-"], input="\n".join(lines), capture_output=True, text=True, check=True)
        text, _, status = done.stdout.rpartition("\n")
        answer = json.loads(text) if text.strip() else {}
        with open(os.path.join(self.world.evidence, "colleague.jsonl"), "a", encoding="utf-8") as log:
            log.write(json.dumps({"at": int(time.time() * 1e6), "method": method, "path": path, "status": int(status),
                                  "code": answer.get("code")}) + "\n")
        if not 200 <= int(status) < 300:
            raise Refused(int(status), answer)
        return answer

    def as_person(self, method, path, body=None, key=None):
        return self.ask(method, path, body, f"Bearer {self.token}", key)

    def code(self, secret):
        """Each step of the authenticator once, and not at its end."""
        while int(time.time()) // 30 <= self.used_step or 30 - time.time() % 30 < 3:
            time.sleep(0.5)
        self.used_step = int(time.time()) // 30
        return subprocess.run(["oathtool", "--totp", "-b", "-"], input=secret, capture_output=True, text=True,
                              check=True).stdout.strip()

    # --- a person's way in ------------------------------------------------------------------------------------------

    def enrol(self):
        """From the enrolment code to a certificate of the device CA and a bound authenticator."""
        _, self.pin, secret = parse_code(self.world.admin("code", self.account)["code"])
        subprocess.run(["openssl", "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj",
                        "/CN=device", "-keyout", self.file("device.key"), "-out", self.file("device.csr")],
                       check=True, capture_output=True)
        os.chmod(self.file("device.key"), 0o600)
        with open(self.file("device.csr"), encoding="ascii") as file:
            csr = file.read()
        receipt = self.ask("POST", "/v1/enrolment", {
            "secret": base64.urlsafe_b64encode(secret).decode().rstrip("="), "csr_pem": csr,
            "device_name": "SH-FK-0107", "shared": False})
        mine = f"Enrolment {receipt['poll_token']}"
        place = f"/v1/enrolment/{receipt['device_id']}"
        self.totp = self.ask("POST", place + "/totp", authorization=mine)["secret_base32"]
        self.ask("POST", place + "/totp/verify", {"code": self.code(self.totp)}, mine)
        self.ask("POST", place + "/recovery-codes", authorization=mine)
        self.world.admin("view", receipt["device_id"])
        self.world.admin("approve", receipt["device_id"], "--tail", receipt["fingerprint"][-8:])
        state = self.ask("GET", place, authorization=mine)
        with open(self.file("device.crt"), "w", encoding="ascii") as file:
            file.write(state["certificate_pem"])

    def sign_in(self):
        grant = self.ask("POST", "/v1/session", {"account": self.account, "password": self.password, "totp": self.code(self.totp)})
        self.token = grant["token"]

    # --- work -------------------------------------------------------------------------------------------------------

    def alert(self, number):
        """The alert that people call A-`number` (the last six digits of its id)."""
        for alert in self.as_person("GET", "/v1/alerts?limit=200")["alerts"]:
            if alert["alert_id"].replace("-", "")[-6:].upper() == number:
                return alert
        raise RuntimeError(f"no alert A-{number}")

    def acknowledge(self, alert, comment):
        return self.as_person("POST", f"/v1/alerts/{alert['alert_id']}/acknowledge",
                              {"occurrence": alert["occurrence"], "comment": comment}, secrets.token_hex(16))
