"""Canary: a host on 127.0.0.1 that notes who asks it, and a file whose words must turn up nowhere."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SECRET = "Geheimwort-kanarienvogel-4711"


@dataclass(slots=True)
class Canary:
    """`asked` are the paths that somebody fetched; `file` holds SECRET."""

    url: str
    file: Path
    asked: list[str] = field(default_factory=list)


@contextmanager
def canary(folder: Path) -> Iterator[Canary]:
    """Set out the canary and take it in again."""
    file = folder / "canary.txt"
    file.write_text(SECRET, encoding="utf-8")
    bird = Canary("", file)

    class Noting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            bird.asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(SECRET.encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Noting) as server:
        threading.Thread(target=partial(server.serve_forever, 0.05), daemon=True).start()
        bird.url = f"http://127.0.0.1:{server.server_port}"
        yield bird
        server.shutdown()
