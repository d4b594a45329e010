"""Hosts: a pretended internet whose hosts answer without end, lead to private addresses, or lie about their length."""

import socket
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from hostile.canary import canary
from hostile.outcome import Became, outcomes
from lesart.workbench.collection import AddOptions, Collection

PUBLIC = "93.184.216.34"  # pretended address of all hosts that end in .example
SECONDS = 4.0
PRIVATE = (
    "http://127.0.0.1:{port}/", "http://localhost:{port}/", "http://[::1]:{port}/", "http://0.0.0.0:{port}/",
    "http://2130706433:{port}/", "http://0x7f.1:{port}/", "http://[::ffff:127.0.0.1]:{port}/", "http://10.0.0.1/",
    "http://169.254.169.254/latest/meta-data/", "http://192.168.1.1/", "http://127.0.0.1:{port}/?a=.example",
    "http://user:pass@127.0.0.1:{port}/", "http://private.example/",
)  # fmt: skip
PATHS = ("endless", "slow", "headers", "loop", "bomb", "gone", "length", "status", "to-file", "to-ftp")
INWARD = (
    "http://127.0.0.1:{port}/in",
    "http://169.254.169.254/",
    "http://[::1]/",
    "//127.0.0.1:{port}/in",
    "http://private.example/",
)
GOOD = "Die Kommission hat am Dienstag den Damm besichtigt und keine neuen Risse gefunden, Netzwort 🧭."


def host_faults(root: Path) -> list[str]:
    """Add URLs of hostile hosts and return what should not have become of them."""
    collection = root / "hosts.lesart"
    with canary(root) as bird, _server(bird.url.rpartition(":")[2]) as port, _pretended_internet(port):
        inward = bird.url.rpartition(":")[2]
        urls = [url.format(port=inward) for url in PRIVATE]
        urls += [f"http://news.example/{path}" for path in PATHS]
        urls += [f"http://news.example/inward{number}" for number in range(len(INWARD))]
        began = time.monotonic()
        with Collection.open(collection, create=True) as opened:
            options = AddOptions(workers=1, seconds_per_source=SECONDS)
            opened.add([*urls, "http://news.example/good"], options=options)
        seconds = time.monotonic() - began
        became = outcomes(collection)
        wrong = [f"host: fetched the canary: {path}" for path in bird.asked]
    wrong += [f"host: {url}: no failure" for url in urls if not became.get(url, Became()).failures]
    if not any("Netzwort" in text for outcome in became.values() for text in outcome.texts):
        wrong.append("host: the good page was not read")
    if seconds > (SECONDS + 2) * (len(urls) + 1):
        wrong.append(f"host: took {seconds:.0f} s")
    print(f"{len(urls) + 1:6} URLs   {seconds:6.1f} s  {len(wrong)} faults")
    return wrong


@contextmanager
def _pretended_internet(port: int) -> Iterator[None]:
    """Give every name under .example a public address, and lead connections to it to our own server."""
    look_up, connect = socket.getaddrinfo, socket.socket.connect

    def pretended(host: Any, *rest: Any, **more: Any) -> Any:
        if host == "private.example":
            return look_up("127.0.0.1", *rest, **more)
        return look_up(PUBLIC if str(host).endswith(".example") else host, *rest, **more)

    def led(self: socket.socket, address: Any) -> None:
        connect(self, ("127.0.0.1", port) if address[0] == PUBLIC else address)

    socket.getaddrinfo, socket.socket.connect = pretended, led  # type: ignore[assignment,method-assign]
    try:
        yield
    finally:
        socket.getaddrinfo, socket.socket.connect = look_up, connect  # type: ignore[method-assign]


@contextmanager
def _server(inward_port: str) -> Iterator[int]:
    class Hostile(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with suppress(OSError):
                self._answer(self.path.strip("/"))

        def _answer(self, what: str) -> None:
            if what.startswith("inward"):
                self._lead_to(INWARD[int(what.removeprefix("inward"))].format(port=inward_port))
            elif what.startswith("to-"):
                self._lead_to("file:///etc/passwd" if what == "to-file" else "ftp://a.example/x")
            elif what == "loop":
                self._lead_to("/loop")
            elif what in ("gone", "robots.txt"):
                self.send_error(404)
            elif what == "status":
                self.wfile.write(b"HTTP/1.1 -7 \xff\xff\r\n\r\n")
            elif what == "headers":
                self._without_end(b"HTTP/1.1 200 OK\r\n", b"X-A: " + b"y" * 1000 + b"\r\n", 0.0)
            elif what == "slow":
                self._without_end(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"a", 0.2)
            elif what == "endless":
                self._without_end(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"a" * 65536, 0.0)
            elif what == "bomb":
                self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + _bomb())
            elif what == "length":
                self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\nkurz")
            else:
                page = f"<html><body><article><p>{GOOD}</p></article></body></html>".encode()
                head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n"
                self.wfile.write(head % len(page) + page)

        def _lead_to(self, where: str) -> None:
            self.wfile.write(f"HTTP/1.1 302 Found\r\nLocation: {where}\r\nContent-Length: 0\r\n\r\n".encode())

        def _without_end(self, head: bytes, piece: bytes, pause: float) -> None:
            self.wfile.write(head)
            end = time.monotonic() + 4 * SECONDS
            while time.monotonic() < end:
                self.wfile.write(piece)
                time.sleep(pause)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Hostile) as server:
        server.daemon_threads = True
        threading.Thread(target=partial(server.serve_forever, 0.05), daemon=True).start()
        yield server.server_port
        server.shutdown()


def _bomb() -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(bytes(1 << 24)) for _ in range(64)) + packer.flush()
