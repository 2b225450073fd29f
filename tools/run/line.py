#!/usr/bin/env python3
"""A TCP line between console and hub that can be cut.  SPDX-License-Identifier: GPL-3.0-or-later

Thread safe. cut() closes every connection and refuses new ones; mend() lets them through again.
"""
import select
import socket
import threading


class Line:
    def __init__(self, target_port):
        self.target_port = target_port
        self.up = True
        self.pairs = set()
        self.lock = threading.Lock()
        self.server = self._listen(0)
        self.port = self.server.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    @staticmethod
    def _listen(port):
        server = socket.socket()
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind(("127.0.0.1", port))
        server.listen(64)
        return server

    def _accept(self):
        while True:
            try:
                client, _ = self.server.accept()
            except OSError:
                return
            if not self.up:
                client.close()
                continue
            try:
                hub = socket.create_connection(("127.0.0.1", self.target_port), 2)
            except OSError:
                client.close()
                continue
            for end in (client, hub):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self.lock:
                self.pairs.add((client, hub))
            threading.Thread(target=self._pump, args=(client, hub), daemon=True).start()

    def _pump(self, client, hub):
        other = {client: hub, hub: client}
        try:
            while True:
                for end in select.select([client, hub], [], [])[0]:
                    data = end.recv(65536)
                    if not data:
                        return
                    other[end].sendall(data)
        except (OSError, ValueError):
            pass
        finally:
            with self.lock:
                self.pairs.discard((client, hub))
            client.close()
            hub.close()

    def cut(self):
        self.up = False
        with self.lock:
            pairs = list(self.pairs)
        for client, hub in pairs:
            for end in (client, hub):
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass

    def mend(self):
        self.up = True
