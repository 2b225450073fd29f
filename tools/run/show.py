#!/usr/bin/env python3
"""The demo firm on a desktop: everything runs until the console is closed.  SPDX-License-Identifier: GPL-3.0-or-later"""
import argparse
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from world import World  # noqa: E402


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--investors", type=int, default=2000)
    parser.add_argument("--messages", type=int, default=50000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    world = World(options.out, options.build, options.seed, options.investors, options.messages)
    world.start()
    password = world.make_account("zhoulan", "周岚", "supervisor")
    code = world.admin("code", "zhoulan")["code"]
    print(f"""
1. In the console choose "开始登记" and paste this enrolment code:
   {code}
2. Scan the QR code with an authenticator app, type its code, keep the recovery codes.
   The device is approved by itself a few seconds after it asks (in a firm, an administrator does that).
3. Sign in as zhoulan with the password
   {password}
Close the console to end everything. Everything of this run stands in {world.out}
""", flush=True)
    console = subprocess.Popen([world.program("guardline")], env={**os.environ, "GUARDLINE_HOME": os.path.join(world.out, "home")})
    world.start_traffic()
    try:
        while console.poll() is None:
            for device in world.waiting_devices():
                world.admin("approve", device["device_id"], "--tail", device["fingerprint"][-8:])
            time.sleep(2)
    except KeyboardInterrupt:
        console.terminate()
    world.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
