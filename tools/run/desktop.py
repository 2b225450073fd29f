#!/usr/bin/env python3
"""Driving a desktop program as a person does: widgets by accessible name, real keys, pictures.  SPDX-License-Identifier: GPL-3.0-or-later"""
import os
import subprocess
import time

import pyatspi

SKIP = {"table", "tree", "tree table", "list"}  # each cell is a node: walked only on purpose


class Desktop:
    def __init__(self, application, pictures):
        self.application = application
        self.pictures = pictures
        self.window = None

    # --- the tree ---------------------------------------------------------------------------------------------------

    def root(self, timeout=30):
        end = time.time() + timeout
        while time.time() < end:
            for app in pyatspi.Registry.getDesktop(0):
                if app and app.name == self.application:
                    return app
            time.sleep(0.2)
        raise RuntimeError(f"{self.application} is not on the accessibility bus")

    def walk(self, node=None, fresh=False):
        """`fresh`: asks the program for everything anew. Nobody runs a main loop here that would hear of changed children."""
        start = node or self.root()
        if fresh:
            start.clear_cache()
        stack = [start]
        while stack:
            here = stack.pop()
            try:
                yield here
                if here.getRoleName() in SKIP:
                    continue
                count = here.childCount
            except Exception:  # a widget that went away while we looked
                continue
            for place in reversed(range(count)):
                try:
                    child = here.getChildAtIndex(place)
                except Exception:  # one that goes must not take its siblings along
                    continue
                if child is not None:
                    stack.append(child)

    @staticmethod
    def showing(node):
        try:
            return node.getState().contains(pyatspi.STATE_SHOWING)
        except Exception:
            return False

    def find(self, names, role=None, timeout=20, enabled=False, focusable=False):
        """The first showing widget with one of these names. Raises with what is there instead."""
        names = [names] if isinstance(names, str) else list(names)
        end, fresh = time.time() + timeout, False
        while True:
            for node in self.walk(fresh=fresh):
                try:
                    if node.name in names and (role is None or node.getRoleName() == role) and self.showing(node):
                        state = node.getState()
                        if enabled and not state.contains(pyatspi.STATE_ENABLED):
                            continue
                        if focusable and not state.contains(pyatspi.STATE_FOCUSABLE):
                            continue
                        return node
                except Exception:
                    continue
            if time.time() > end:
                there = sorted({f"{n.getRoleName()}:{n.name}" for n in self.walk() if n.name and self.showing(n)})
                raise RuntimeError(f"no {role or 'widget'} named {names}; showing: {there[:80]}")
            time.sleep(0.15)
            fresh = not fresh

    def appears(self, test, timeout=30):
        """The first name for which test(name) holds."""
        end, fresh = time.time() + timeout, False
        while True:
            for node in self.walk(fresh=fresh):
                try:
                    if node.name and self.showing(node) and test(node.name):
                        return node
                except Exception:
                    continue
            if time.time() > end:
                there = sorted({n.name for n in self.walk() if n.name and self.showing(n)})
                raise RuntimeError(f"nothing fits; showing: {there[:80]}")
            time.sleep(0.15)
            fresh = not fresh

    def there(self, test):
        """Whether a name that shows now fits."""
        for node in self.walk(fresh=True):
            try:
                if node.name and test(node.name) and self.showing(node):
                    return True
            except Exception:
                continue
        return False

    def text(self, names, role=None, timeout=20):
        node = self.find(names, role, timeout)
        try:
            return node.queryText().getText(0, -1)
        except NotImplementedError:
            return node.name

    # --- hands ------------------------------------------------------------------------------------------------------

    def press(self, names, role=None, timeout=20):
        node = self.find(names, role, timeout, enabled=True, focusable=True)
        action = node.queryAction()
        wanted = [i for i in range(action.nActions) if action.getName(i) in ("Press", "Toggle", "press", "toggle")]
        action.doAction(wanted[0] if wanted else 0)

    def type_into(self, names, text, timeout=20):
        """Focuses a field and types with real keys; reads back what can be read."""
        node = self.find(names, None, timeout, enabled=True, focusable=True)
        node.queryComponent().grabFocus()
        time.sleep(0.1)
        self.keys("ctrl+a")
        subprocess.run(["xdotool", "type", "--delay", "15", text], check=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
        time.sleep(0.1)

    def say(self, name, text, tries=3):
        """Types into a field of several lines and reads it back. A busy display loses keys that no key stands for; what is
        still not whole then is put in as an input method would, over the accessibility bus."""
        for attempt in range(tries):
            field = self.find(name, timeout=30, enabled=True, focusable=True)
            field.queryComponent().grabFocus()
            time.sleep(0.2)
            self.keys("ctrl+a")
            subprocess.run(["xdotool", "type", "--delay", str(60 + 60 * attempt), text], check=True,
                           env={**os.environ, "LC_ALL": "C.UTF-8"})
            end = time.time() + 8
            while time.time() < end:
                if self.holds(field) == text:
                    return
                time.sleep(0.2)
        field.queryEditableText().setTextContents(text)
        end = time.time() + 10
        while (held := self.holds(field)) != text:
            if time.time() > end:
                raise RuntimeError(f"{name} does not hold what was typed: {held!r}")
            time.sleep(0.5)

    @staticmethod
    def holds(field):
        """What a field says it holds; nothing while a busy console answers nobody."""
        try:
            return field.queryText().getText(0, -1)
        except Exception:
            return None

    def click(self, name, right, down):
        """With the mouse, so far from the widget's upper left corner. A widget that just changed has no place for a moment."""
        for _ in range(20):
            try:
                box = self.find(name, timeout=60).queryComponent().getExtents(0)  # of the screen
                break
            except NotImplementedError:
                time.sleep(0.5)
        subprocess.run(["xdotool", "mousemove", str(box.x + right), str(box.y + down), "click", "1"], check=True)

    def keys(self, *chords):
        subprocess.run(["xdotool", "key", *chords], check=True)

    def activate(self, pid):
        out = subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(pid), "--name", "Guardline"],
                             capture_output=True, text=True, timeout=60, check=True).stdout.split()
        self.window = out[0]
        subprocess.run(["xdotool", "windowactivate", "--sync", self.window], timeout=60, check=True)

    def dark(self):
        """Whether the window's upper edge is dark, which it is in no other look."""
        seen = subprocess.run(["import", "-window", self.window, "png:-"], capture_output=True, check=True).stdout
        done = subprocess.run(["convert", "png:-", "-crop", "300x20+520+3", "+repage", "-colorspace", "Gray", "-scale", "1x1!",
                               "-format", "%[fx:mean]", "info:"], input=seen, capture_output=True, check=True)
        return float(done.stdout) < 0.5

    def picture(self, name, whole=False):
        time.sleep(0.4)  # one frame of the page's own 100 ms steps, and the window manager's
        path = os.path.join(self.pictures, name + ".png")
        subprocess.run(["import", "-window", self.window if not whole else "root", path], check=True)
        return path
