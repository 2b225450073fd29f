"""A desktop session of its own: display, window manager, nothing of the user's.  SPDX-License-Identifier: GPL-3.0-or-later"""
import contextlib
import os
import subprocess
import time


@contextlib.contextmanager
def desktop(folder):
    """Yields the environment of programs that run on a fresh Xvfb under openbox, with its home in `folder`."""
    home, runtime = os.path.join(folder, "home"), os.path.join(folder, "runtime")
    for path in (home, runtime):
        os.makedirs(path, 0o700, exist_ok=True)
    env = {k: v for k, v in os.environ.items() if k in ("PATH", "TMPDIR", "USER", "LOGNAME")}
    env.update(HOME=home, XDG_RUNTIME_DIR=runtime, LANG="zh_CN.UTF-8", QT_QPA_PLATFORM="xcb", QT_FONT_DPI="96",
               QT_SCALE_FACTOR="1")
    ends = os.pipe()
    xvfb = subprocess.Popen(["Xvfb", "-displayfd", str(ends[1]), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"],
                            pass_fds=[ends[1]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)
    os.close(ends[1])
    manager = None
    try:
        with os.fdopen(ends[0]) as numbers:
            number = numbers.readline().strip()
        if not number:
            raise RuntimeError("Xvfb does not start")
        env["DISPLAY"] = ":" + number
        manager = subprocess.Popen(["openbox"], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.time() + 20
        while "window id" not in subprocess.run(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], env=env, capture_output=True,
                                                text=True).stdout:
            if time.time() > end:
                raise RuntimeError("openbox does not start")
            time.sleep(0.05)
        yield env
    finally:
        for child in (manager, xvfb):
            if child and child.poll() is None:
                child.terminate()
                child.wait()
