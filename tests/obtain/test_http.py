"""What the network may do to us: tested against a real server on 127.0.0.1."""

import gzip
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from lesart.pipeline.obtain.argument import obtain
from lesart.pipeline.obtain.http import read_url
from lesart.pipeline.obtain.manners import Manners
from lesart.pipeline.obtain.obtained import Obtained, ObtainOptions
from lesart.readers.reader import Limits, Source, UnreadableError

Answer = Callable[[BaseHTTPRequestHandler], None]
PAGE = "<html><body><p>Grüße 🙂 из Москви, é</p></body></html>".encode()


def give(body: bytes, status: int = 200, **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


class Site:
    """A server whose answers a test sets by path."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, str]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, self.headers.get("User-Agent", "")))
                with suppress(OSError):
                    site.answers.get(self.path, give(b"nothing here", 404))(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    thread = threading.Thread(target=partial(site.server.serve_forever, 0.02), daemon=True)
    thread.start()
    yield site
    site.server.shutdown()
    site.server.server_close()


def options(**changes: object) -> ObtainOptions:
    given = ObtainOptions(allow_private_addresses=True, request_seconds=5.0, manners=Manners(delay_seconds=0.0))
    return replace(given, **changes)  # type: ignore[arg-type]  # fields of ObtainOptions


def refusal(url: str, given: ObtainOptions) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_url(url, given)
    assert caught.value.advice
    return caught.value.reason


def test_a_page_comes_with_its_bytes_type_and_headers(site: Site) -> None:
    site.answers["/a?b=%C3%A4"] = give(PAGE, Content_Type="text/html; charset=utf-8")
    source = read_url(f"{site.address}/a?b=ä#part", options())
    assert source.data == PAGE
    assert source.media_type == "text/html; charset=utf-8"
    assert source.uri == f"{site.address}/a?b=ä"
    assert source.obtained_at is not None
    assert site.asked[-1][1].startswith("Lesart/")


def test_obtain_gives_a_url_without_asking_for_it_yet(site: Site) -> None:
    (item,) = obtain(f"{site.address}/a", options())
    assert isinstance(item, Obtained)
    assert (item.kind, site.asked) == ("url", [])


@pytest.mark.parametrize(
    ("packed", "encoding"),
    [(gzip.compress(PAGE), "gzip"), (zlib.compress(PAGE), "deflate"), (zlib.compress(PAGE)[2:-4], "deflate")],
)
def test_packed_answers_are_unpacked(site: Site, packed: bytes, encoding: str) -> None:
    site.answers["/"] = give(packed, Content_Encoding=encoding)
    assert read_url(site.address, options()).data == PAGE


def test_redirects_are_followed_and_the_last_address_is_kept(site: Site) -> None:
    site.answers["/a"] = give(b"", 301, Location="/b")
    site.answers["/b"] = give(b"", 307, Location=f"{site.address}/c#x")
    site.answers["/c"] = give(PAGE)
    assert read_url(f"{site.address}/a", options()).uri == f"{site.address}/c"


def test_redirects_without_end_are_left(site: Site) -> None:
    site.answers["/a"] = give(b"", 302, Location="/a")
    assert "more than 5 times" in refusal(f"{site.address}/a", options())


@pytest.mark.parametrize(
    "place",
    [
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://[::ffff:169.254.169.254]/",
        "file:///etc/passwd",
        "ftp://host.example/",
        "http://name:word@203.0.113.7/",
        "gopher://127.0.0.1:6379/_x",
    ],
)
def test_a_redirect_to_a_forbidden_place_is_refused(site: Site, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    site.answers["/a"] = give(b"", 302, Location=place)
    monkeypatch.setattr("lesart.pipeline.obtain.addresses.is_public", lambda ip: str(ip) == "127.0.0.1")
    reason = refusal(f"{site.address}/a", options(allow_private_addresses=False))
    assert "not a public address" in reason or "only http" in reason or "name or password" in reason


def test_the_robots_file_is_read_once_and_honoured(site: Site) -> None:
    site.answers["/robots.txt"] = give(b"User-agent: *\nDisallow: /secret\n")
    site.answers["/open"] = give(PAGE)
    site.answers["/secret/a"] = give(PAGE)
    given = options()
    assert read_url(f"{site.address}/open", given).data == PAGE
    assert "robots.txt" in refusal(f"{site.address}/secret/a", given)
    assert [path for path, _ in site.asked] == ["/robots.txt", "/open"]


def test_rules_for_us_by_name_count(site: Site) -> None:
    site.answers["/robots.txt"] = give(b"User-agent: lesart\nDisallow: /\n\nUser-agent: *\nDisallow:\n")
    assert "robots.txt" in refusal(f"{site.address}/open", options())


def test_a_host_whose_robots_file_fails_is_left_alone(site: Site) -> None:
    site.answers["/robots.txt"] = give(b"", 503)
    site.answers["/a"] = give(PAGE)
    assert "status 503" in refusal(f"{site.address}/a", options())


def test_requests_to_one_host_are_apart(site: Site) -> None:
    site.answers["/a"] = give(PAGE)
    slept: list[float] = []
    given = options(manners=Manners(delay_seconds=1.0, monotonic=lambda: 100.0, sleep=slept.append))
    read_url(f"{site.address}/a", given)
    read_url(f"{site.address}/a", given)
    assert slept == [1.0, 1.0]


def test_a_crawl_delay_that_is_asked_for_is_kept_up_to_a_bound(site: Site) -> None:
    site.answers["/robots.txt"] = give(b"User-agent: *\nCrawl-delay: 7\n")
    site.answers["/a"] = give(PAGE)
    slept: list[float] = []
    read_url(f"{site.address}/a", options(manners=Manners(monotonic=lambda: 5.0, sleep=slept.append)))
    assert slept == [7.0]


@pytest.mark.parametrize(("status", "word"), [(404, "gone"), (403, "everybody"), (500, "later")])
def test_another_status_is_a_failure_with_advice(site: Site, status: int, word: str) -> None:
    site.answers["/a"] = give(b"no", status)
    with pytest.raises(UnreadableError) as caught:
        read_url(f"{site.address}/a", options())
    assert str(status) in caught.value.reason
    assert word in caught.value.advice


def test_an_answer_above_the_limit_is_refused(site: Site) -> None:
    site.answers["/a"] = give(b"x" * 5000)
    assert "limit of 1000" in refusal(f"{site.address}/a", options(limits=Limits(source_bytes=1000)))


def test_a_packed_bomb_is_left_before_it_unfolds(site: Site) -> None:
    bomb = zlib.compress(b"\0" * 50_000_000)
    site.answers["/a"] = give(bomb, Content_Encoding="deflate")
    assert "limit of" in refusal(f"{site.address}/a", options(limits=Limits(source_bytes=100_000)))


@pytest.mark.parametrize("part", ["headers", "body"])
def test_an_endless_slow_answer_is_left_in_time(site: Site, part: str) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\n" + (b"\r\n" if part == "body" else b"X-A: "))
        while True:
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)

    site.answers["/a"] = drip
    started = time.monotonic()
    assert "longer than allowed" in refusal(f"{site.address}/a", options(request_seconds=1.0))
    assert time.monotonic() - started < 4


@pytest.mark.parametrize("junk", [b"", b"\x00\xff\xfe nonsense\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n"])
def test_what_is_no_http_is_a_failure(site: Site, junk: bytes) -> None:
    site.answers["/a"] = lambda handler: (handler.wfile.write(junk), None)[1]
    assert "cannot be read" in refusal(f"{site.address}/a", options())


def test_a_packing_that_was_not_asked_for_is_a_failure(site: Site) -> None:
    site.answers["/a"] = give(b"zzz", Content_Encoding="br")
    assert "packed with br" in refusal(f"{site.address}/a", options())


def test_a_closed_port_is_a_failure(site: Site) -> None:
    site.server.shutdown()
    site.server.server_close()
    assert "cannot be read" in refusal(f"{site.address}/a", options())


def test_without_leave_the_local_machine_is_not_asked(site: Site) -> None:
    assert "not a public address" in refusal(site.address, options(allow_private_addresses=False))
    assert site.asked == []


def test_a_source_travels(site: Site) -> None:
    site.answers["/a"] = give(PAGE)
    assert isinstance(read_url(f"{site.address}/a", options()), Source)
