"""A TCP proxy that hands everything on some milliseconds later, in each direction: `delay_proxy.py PORT MILLISECONDS`.

It delays and does not narrow: what comes is read at once in pieces of up to a MiB, and each piece is due a fixed time
after it came. Prints `ready on PORT`.
"""

import socket
import sys
import threading
import time
from collections import deque

PIECE = 1 << 20
# A window that is wider than any of the measured bandwidths times the delay.
MOST_WAITING = 64 << 20


class Direction:
    """Bytes from one socket to another: a thread reads, a thread writes."""

    def __init__(self, source, target, delay):
        self.source, self.target, self.delay = source, target, delay
        self.pieces, self.waiting, self.changed = deque(), 0, threading.Condition()
        for body in (self.read, self.write):
            threading.Thread(target=body, daemon=True).start()

    def read(self):
        piece = b" "
        while piece:
            try:
                piece = self.source.recv(PIECE)
            except OSError:
                piece = b""
            with self.changed:
                self.changed.wait_for(lambda: self.waiting < MOST_WAITING)
                self.pieces.append((time.monotonic() + self.delay, piece))
                self.waiting += len(piece)
                self.changed.notify_all()

    def write(self):
        while True:
            with self.changed:
                self.changed.wait_for(lambda: self.pieces)
                due, piece = self.pieces.popleft()
            left = due - time.monotonic()
            if left > 0:
                time.sleep(left)
            try:
                if piece:
                    self.target.sendall(piece)
                else:
                    self.target.shutdown(socket.SHUT_WR)
            except OSError:
                # The other side is gone: whoever still sends is told so.
                self.source.close()
                piece = b""
            with self.changed:
                self.waiting -= len(piece)
                self.changed.notify_all()
            if not piece:
                return


def main():
    port, delay = int(sys.argv[1]), float(sys.argv[2]) / 1000
    listener = socket.create_server(("127.0.0.1", 0))
    print(f"ready on {listener.getsockname()[1]}", flush=True)
    while True:
        client, _ = listener.accept()
        server = socket.create_connection(("127.0.0.1", port))
        for end in (client, server):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        Direction(client, server, delay)
        Direction(server, client, delay)


main()
