"""Files that are made to do harm."""

import gzip
import io
import time
import zipfile
from contextlib import suppress

import pytest
from tests.readers.samples import SENTENCE, archive, read_all, source, tar, word

from lesart.readers.gzip import GZIP, TAR
from lesart.readers.reader import Limits, Source, Unread, UnreadableError
from lesart.readers.registry import reader_for
from lesart.readers.zip import ZIP

LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
OUTSIDE = "<!DOCTYPE x [<!ENTITY a9 SYSTEM 'file:///etc/passwd'>"


def feed(start: str) -> bytes:
    item = "<item><title>Titel &a9;</title><description>Text &a9; Ende</description></item>"
    return f'<?xml version="1.0"?>{start}]><rss version="2.0"><channel>{item}</channel></rss>'.encode()


def word_with(start: str) -> bytes:
    """Put a document type into a DOCX file's main part."""
    out = {}
    with zipfile.ZipFile(io.BytesIO(word())) as packed:
        for name in packed.namelist():
            out[name] = packed.read(name)
    body = out["word/document.xml"].decode()
    head, _, rest = body.partition("?>")
    out["word/document.xml"] = f"{head}?>{start}]>{rest.replace('Grüße', 'Grüße &a9;')}".encode()
    return archive(out)


@pytest.mark.parametrize("start", [LAUGHS, OUTSIDE], ids=["billion laughs", "external entity"])
@pytest.mark.parametrize(
    "made",
    [
        lambda start: source("a.xml", feed(start)),
        lambda start: source("a.html", f"{start}]><html><body><p>Text &a9; Ende</p></body></html>".encode()),
        lambda start: source(
            "a.xhtml", f'<?xml version="1.0"?>{start}]><html><body><p>Ab &a9;</p></body></html>'.encode()
        ),
        lambda start: source("a.docx", word_with(start)),
    ],
    ids=["feed", "html", "xhtml", "docx"],
)
def test_entities_do_not_unfold_and_nothing_is_fetched(made, start: str) -> None:  # type: ignore[no-untyped-def]
    started = time.process_time()
    texts: list[str] = []
    with suppress(UnreadableError):
        texts = [document.text for document in read_all(made(start), Limits())[0]]
    for text in texts:
        assert "haha" not in text
        assert "root:" not in text
        assert len(text) < 10_000
    assert time.process_time() - started < 3


def refused(given: Source, limits: Limits) -> list[str]:
    try:
        return [part.reason for part in read_all(given, limits)[1]]
    except UnreadableError as error:
        return [error.reason]


def test_an_archive_bomb_is_refused_while_it_unpacks() -> None:
    bomb = archive({"bombe.txt": b"\0" * 30_000_000})
    assert "like an archive bomb" in refused(source("a.zip", bomb), Limits(member_bytes=1 << 30))[0]
    packed = gzip.compress(b"\0" * 30_000_000)
    assert "like an archive bomb" in refused(source("a.gz", packed), Limits(member_bytes=1 << 30))[0]
    assert refused(source("a.tar.gz", gzip.compress(tar({"a": b"\0" * 30_000_000}))), Limits())


def test_members_together_stay_below_the_limit() -> None:
    many = archive({f"{n}.txt": b"abcdefghij" * 100 for n in range(50)})
    assert "unpacks to more than 10000 bytes" in refused(source("a.zip", many), Limits(unpacked_bytes=10_000))[-1]
    assert "more than 10 members" in refused(source("a.zip", many), Limits(members=10))[-1]


@pytest.mark.parametrize("pack", [lambda data: archive({"a.zip": data}), gzip.compress])
def test_archives_in_archives_end_at_the_depth(pack) -> None:  # type: ignore[no-untyped-def]
    data = archive({"a.txt": SENTENCE.encode()})
    for _ in range(3):
        data = pack(data)
    assert read_all(source("a.zip", data), Limits(depth=4))[0][0].text == SENTENCE
    assert "more than 3 deep" in refused(source("a.zip", data), Limits(depth=3))[0]


def test_an_archive_that_holds_itself_ends() -> None:
    inner = Source(archive({"a.txt": b"x"}), "/presse/" + "a.zip!/" * 9 + "a.zip")
    with pytest.raises(UnreadableError, match="deep"):
        list(ZIP.parts(inner, Limits()))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd.txt", "etc/passwd.txt"),
        ("/abs/a.txt", "abs/a.txt"),
        ("C:\\x\\..\\a.txt", "x/a.txt"),
        ("a\x1b[31m.txt", "a\ufffd[31m.txt"),
        ("x!/y.txt", "x!_/y.txt"),
        ("ё/e\u0301🙂.txt", "ё/e\u0301🙂.txt"),
    ],
)
def test_names_that_lead_elsewhere_are_made_harmless(name: str, shown: str) -> None:
    for reader, data in ((ZIP, archive({name: b"Text"})), (TAR, tar({name: b"Text"}))):
        (part,) = reader.parts(source("a", data), Limits())
        assert not isinstance(part, Unread)
        assert part.source.uri == f"/presse/a!/{shown}"  # type: ignore[union-attr]  # a Member


def test_an_encrypted_member_is_unread_and_the_rest_goes_on() -> None:
    data = bytearray(archive({"a.txt": b"geheim", "b.txt": SENTENCE.encode()}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flags] |= 1
    documents, unread = read_all(source("a.zip", bytes(data)), Limits())
    assert [document.text for document in documents] == [SENTENCE]
    assert "encrypted" in unread[0].reason
    assert "password" in unread[0].advice


@pytest.mark.parametrize("tag", ["div", "b", "ul", "blockquote", "table", "a", "span"])
def test_deep_nesting_neither_crashes_nor_hangs(tag: str) -> None:
    page = (
        f"<html><body>{f'<{tag}>' * 20_000}Text in der Tiefe{f'</{tag}>' * 20_000}<p>Ende des Textes</p></body></html>"
    )
    started = time.monotonic()
    refused(source("a.html", page.encode()), Limits())
    assert time.monotonic() - started < 20


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_deep_json_neither_crashes_nor_hangs(opening: str) -> None:
    assert refused(source("a.jsonl", opening.encode() * 200_000), Limits())


def test_scripts_and_their_addresses_never_become_text_or_links() -> None:
    page = """<html><body><article><p onmouseover="steal()">Ein langer Absatz, der gelesen werden darf, mit
    <a href=" java&#10;script:steal()">einem Link</a>, <a href="data:text/html,x">noch einem</a>,
    <a href="vbscript:x">einem dritten</a> und <a href="https://blatt.example/gut">einem guten</a>.</p>
    <script>steal("geheim")</script><style>.geheim{}</style><noscript>geheim</noscript><template>geheim</template>
    <iframe src="https://x.example">geheim</iframe><svg><text>geheim</text></svg></article></body></html>"""
    document = read_all(source("a.html", page.encode()), Limits())[0][0]
    assert "geheim" not in document.text
    assert "steal" not in document.text
    assert [link.url for link in document.links] == ["https://blatt.example/gut"]


def test_a_text_above_the_limit_is_refused() -> None:
    assert "more than 1000 characters" in refused(source("a.txt", b"abc " * 400), Limits(text_characters=1000))[0]
    page = f"<html><body><p>{'Wort ' * 400}</p></body></html>"
    assert "more than 1000 characters" in refused(source("a.html", page.encode()), Limits(text_characters=1000))[0]


def test_the_packed_reader_needs_no_name() -> None:
    assert reader_for(Source(gzip.compress(b"Text"), "-")) is GZIP
