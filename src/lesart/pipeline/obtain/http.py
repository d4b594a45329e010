"""HTTP: one URL read with care: no private address, robots.txt honoured, redirects by hand, size and time bounded."""

import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from urllib3 import BaseHTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from lesart.pipeline.obtain.addresses import Target, target_of
from lesart.pipeline.obtain.obtained import ObtainOptions, now
from lesart.readers.reader import Source, UnreadableError

MOST_REDIRECTS = 5
CHUNK = 1 << 14  # bytes read between two looks at the clock
SOCKET_SECONDS = 15.0  # to connect, and between two packets
ROBOTS_BYTES = 512 * 1024
REDIRECTS = (301, 302, 303, 307, 308)
SAVE_IT = "Open it in a browser, save the page and add the file."


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a host answered: headers with lower-case names; the body as far as it was wanted, unpacked."""

    status: int
    headers: dict[str, str]
    body: bytes


def read_url(url: str, options: ObtainOptions) -> Source:
    """Read what a URL answers with; UnreadableError with reason and advice for everything else.

    The Source's `uri` is the address that answered last. Asks one host at a time, and each no more often than
    `options.manners` says.
    """
    end = time.monotonic() + options.request_seconds
    with options.manners.turn:
        return _follow(url.partition("#")[0], options, end)


def _follow(url: str, options: ObtainOptions, end: float) -> Source:
    for _ in range(MOST_REDIRECTS + 1):
        target = target_of(url, allow_private=options.allow_private_addresses)
        _refuse_robots(target, url, options, end)
        answer = _ask(target, options, options.limits.source_bytes, end)
        if answer.status in REDIRECTS and answer.headers.get("location"):
            url = urljoin(url, answer.headers["location"]).partition("#")[0]
            continue
        if answer.status != 200:
            raise UnreadableError(f"the host answered with status {answer.status}", _advice(answer.status))
        if not answer.body:
            raise UnreadableError("the host answered with an empty page", SAVE_IT)
        return Source(answer.body, url, answer.headers.get("content-type"), now(), answer.headers)
    raise UnreadableError(f"the address leads on more than {MOST_REDIRECTS} times", SAVE_IT)


def _advice(status: int) -> str:
    if status in (404, 410):
        return "The page is gone; look for it in a web archive."
    if status in (401, 402, 403, 407, 451):
        return "The host does not give it to everybody. " + SAVE_IT
    return "Try again later. " + SAVE_IT


def _refuse_robots(target: Target, url: str, options: ObtainOptions, end: float) -> None:
    """Raise UnreadableError where the host's robots.txt, read once a run, does not want the URL read."""
    manners = options.manners
    if target.origin not in manners.robots:
        manners.robots[target.origin] = _robots(target, options, end)
    if not manners.allows(target.origin, url):
        raise UnreadableError("the host's robots.txt does not allow this address to be read", SAVE_IT)


def _robots(target: Target, options: ObtainOptions, end: float) -> RobotFileParser:
    """Read a host's rules (RFC 9309): none where it has no robots.txt, all forbidden where it fails to answer."""
    rules = RobotFileParser()
    place = Target(target.scheme, target.host, target.port, "/robots.txt", target.ip)
    try:
        answer = _ask(place, options, ROBOTS_BYTES, end)
        for _ in range(MOST_REDIRECTS):
            if answer.status not in REDIRECTS or not answer.headers.get("location"):
                break
            url = urljoin(place.origin + place.path, answer.headers["location"])
            place = target_of(url, allow_private=options.allow_private_addresses)
            answer = _ask(place, options, ROBOTS_BYTES, end)
    except UnreadableError as error:
        raise UnreadableError(f"its robots.txt cannot be read: {error.reason}", error.advice) from error
    if answer.status == 200:
        rules.parse(answer.body.decode("utf-8", "replace").splitlines())
    elif answer.status >= 500 or answer.status == 429:
        raise UnreadableError(f"its robots.txt answers with status {answer.status}", "Try again later.")
    else:
        rules.parse([])
    rules.modified()
    return rules


def _ask(target: Target, options: ObtainOptions, most_bytes: int, end: float) -> _Answer:
    """Send one request over a connection pinned to the target's IP address."""
    options.manners.wait(target.origin)
    connection = _connection(target, min(SOCKET_SECONDS, _left(end)))
    headers = {
        "Host": target.host_header,
        "User-Agent": options.manners.user_agent,
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
    }
    try:
        with _ended_in_time(connection, end):
            connection.request("GET", target.path, headers=headers, preload_content=False, decode_content=False)
            response = connection.getresponse()
            with closing(response):
                given = {name.lower(): value for name, value in response.headers.items()}
                body = b"" if response.status in REDIRECTS else _body(response, given, most_bytes, end)
    except (HTTPError, HTTPException, OSError, ValueError, zlib.error) as error:
        _left(end)
        raise UnreadableError(
            f"{target.host} cannot be read: {_short(error)}", "Try again later. " + SAVE_IT
        ) from error
    finally:
        connection.close()
    return _Answer(response.status, given, body)


def _connection(target: Target, seconds: float) -> HTTPConnection:
    """Return a connection to the IP address; a certificate is checked against the host's name."""
    if target.scheme == "http":
        return HTTPConnection(target.ip, target.port, timeout=seconds)
    context = ssl.create_default_context()
    return HTTPSConnection(target.ip, target.port, timeout=seconds, ssl_context=context, server_hostname=target.host)


@contextmanager
def _ended_in_time(connection: HTTPConnection, end: float) -> Iterator[None]:
    """Cut the connection when the time is over, whatever it is waiting for: headers may come endlessly slow too."""
    watch = threading.Timer(_left(end), _cut, [connection])
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def _cut(connection: HTTPConnection) -> None:
    if connection.sock is not None:
        with suppress(OSError):
            connection.sock.shutdown(socket.SHUT_RDWR)


def _left(end: float) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise UnreadableError("the host takes longer than allowed", "Try again later. " + SAVE_IT)
    return left


def _body(response: BaseHTTPResponse, headers: dict[str, str], most_bytes: int, end: float) -> bytes:
    """Read the body piece by piece, so that a slow or endless one is left in time, and unpack it within the limit."""
    unpack = _unpacker(headers.get("content-encoding", ""))
    pieces: list[bytes] = []
    length = 0
    while True:
        _left(end)
        piece = response.read1(CHUNK)
        if not piece:
            break
        opened = unpack(piece, most_bytes + 1 - length)
        length += len(opened)
        pieces.append(opened)
        if length > most_bytes:
            raise UnreadableError(f"the answer is larger than the limit of {most_bytes} bytes", SAVE_IT)
    return b"".join(pieces)


class _Unpacked:
    """An unpacker of gzip and deflate bodies that never gives more than asked for."""

    def __init__(self, raw_deflate: bool) -> None:
        self._deflate = raw_deflate
        self._inflater = zlib.decompressobj(47)

    def __call__(self, piece: bytes, most: int) -> bytes:
        try:
            return self._inflater.decompress(piece, most)
        except zlib.error:
            if not self._deflate:
                raise
            self._deflate, self._inflater = False, zlib.decompressobj(-15)  # deflate without its zlib header
            return self._inflater.decompress(piece, most)


def _unpacker(encoding: str) -> "_Unpacked | _AsIs":
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        return _AsIs()
    if encoding in ("gzip", "x-gzip", "deflate"):
        return _Unpacked(encoding == "deflate")
    raise UnreadableError(f"the answer is packed with {encoding[:40]}, which was not asked for", SAVE_IT)


class _AsIs:
    def __call__(self, piece: bytes, most: int) -> bytes:
        return piece


def _short(error: Exception) -> str:
    return f"{type(error).__name__} {str(error)[:200]}".strip()
