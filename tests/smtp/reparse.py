#!/usr/bin/env python3
"""Reads a message as another implementation understands it.  SPDX-License-Identifier: GPL-3.0-or-later

usage: reparse.py FILE   prints one JSON object: headers (decoded, with their count), body text, HTML text, parts, defects
"""
import email
import email.policy
import json
import sys

raw = open(sys.argv[1], "rb").read()
message = email.message_from_bytes(raw, policy=email.policy.default)
part = message.get_body(("plain",))
rich = message.get_body(("html",))
defects = [repr(d) for p in message.walk() for d in p.defects]
defects += [repr(d) for value in message.values() for d in getattr(value, "defects", [])]
print(json.dumps({
    "headers": {name.lower(): [str(v) for v in message.get_all(name)] for name in message.keys()},
    "type": message.get_content_type(),
    "charset": message.get_content_charset(),
    "body": part.get_payload(decode=True).decode("utf-8"),
    "html": rich.get_payload(decode=True).decode("utf-8") if rich else None,
    "parts": [p.get_content_type() for p in message.walk()],
    "defects": defects,
}))
