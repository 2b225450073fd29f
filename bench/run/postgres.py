"""A private PostgreSQL that is as durable as one in service.  SPDX-License-Identifier: GPL-3.0-or-later"""
import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
import time

PROGRAMS = "/usr/lib/postgresql/15/bin"


@contextlib.contextmanager
def durable_server():
    """Yields a connection string. A fresh cluster with the defaults of durability (fsync, synchronous_commit,
    full_page_writes on), UNIX socket only; stopped and removed at the end. Under root it runs as user postgres."""
    folder = tempfile.mkdtemp(prefix="guardline-bench-pg-")
    prefix = []
    if os.geteuid() == 0:
        user = pwd.getpwnam("postgres")
        os.chown(folder, user.pw_uid, user.pw_gid)
        prefix = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
    log = os.path.join(folder, "log")
    server = None
    try:
        made = subprocess.run(prefix + [f"{PROGRAMS}/initdb", "-D", f"{folder}/data", "-U", "postgres", "-A", "trust", "-E",
                                        "UTF8", "--locale=C.UTF-8"], capture_output=True, text=True)
        if made.returncode != 0:
            raise RuntimeError("initdb: " + made.stderr.strip())
        # Enough log space that a checkpoint comes by time, as in service; shared_buffers stay at their default.
        with open(log, "wb") as out:
            server = subprocess.Popen(prefix + [f"{PROGRAMS}/postgres", "-D", f"{folder}/data", "-c", "listen_addresses=", "-c",
                                                f"unix_socket_directories={folder}", "-c", "max_wal_size=4GB"], stdout=out,
                                      stderr=out, stdin=subprocess.DEVNULL)
        end = time.time() + 60
        while subprocess.run([f"{PROGRAMS}/pg_isready", "-q", "-h", folder, "-U", "postgres"]).returncode != 0:
            if time.time() > end or server.poll() is not None:
                raise RuntimeError("PostgreSQL does not start: " + open(log, encoding="utf-8").read()[-2000:])
            time.sleep(0.1)
        yield f"host={folder} user=postgres dbname=postgres"
    finally:
        if server and server.poll() is None:
            server.terminate()  # smart: our clients have gone
            try:
                server.wait(30)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
        shutil.rmtree(folder, ignore_errors=True)
