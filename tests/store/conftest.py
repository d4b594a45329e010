"""What the tests of the store share: an empty collection, and deliveries made from a text."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from lesart.store.delivery import Delivery, NewCapture, NewDocument, NewFailure, NewOrigin, Versions
from lesart.store.store import Store, open_store
from lesart.store.writing import begin_run, write
from lesart.text.annotation import Annotation
from lesart.text.article import Article, Basis, Byline, Cut, Evidence, Publication, Role, Statement
from lesart.text.blocks import blocks_of_plain_text
from lesart.text.document import Document
from lesart.text.span import Span, trimmed

VERSIONS = Versions("plain 1", "1", (("repetition", "1"),))

Describe = Callable[..., Article]
Deliver = Callable[..., Delivery]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pile.lesart"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    opened = open_store(path, create=True)
    yield opened
    opened.close()


@pytest.fixture
def run(store: Store) -> int:
    return begin_run(store, ["pile/"], "{}")


@pytest.fixture
def article() -> Describe:
    """Describe the piece that a span of a text is, its first line as title."""

    def described(
        text: str,
        span: Span | None = None,
        *,
        language: str | None = "de",
        outlet: str | None = None,
        authors: Sequence[str] = (),
        date: str | None = None,
    ) -> Article:
        whole = trimmed(text, span or Span(0, len(text)))
        title = Span(whole.start, whole.start + len(whole.of(text).split("\n")[0]))
        return Article(
            cut=Cut(whole, "the whole text", 1.0),
            title=Statement(title.of(text), Evidence(title.of(text), span=title)),
            bylines=tuple(Byline(name, Role.AUTHOR, Evidence(name)) for name in authors),
            language=_stated(language),
            outlet=_stated(outlet),
            published=Publication(date, Basis.STATED) if date else Publication(),
        )

    return described


def _stated(value: str | None) -> Statement | None:
    return Statement(value, Evidence(value, "file name")) if value else None


@pytest.fixture
def delivery(run: int, article: Describe) -> Deliver:
    """Make the delivery of a plain text; whatever is not told is as for an ordinary file."""

    def made(
        text: str,
        *,
        articles: Sequence[Article] | None = None,
        annotations: Sequence[Sequence[Annotation]] = (),
        failures: Sequence[NewFailure] = (),
        versions: Versions | None = VERSIONS,
        uri: str = "/pile/a.txt",
        data: bytes | None = None,
        ordinal: int = 0,
        batch: int = 0,
        last: bool = True,
        run_id: int | None = None,
        **description: object,
    ) -> Delivery:
        octets = data if data is not None else text.encode()
        found = tuple(articles) if articles is not None else (article(text, **description),)
        document = NewDocument(
            ordinal,
            Document(text, tuple(blocks_of_plain_text(text))),
            found,
            tuple(map(tuple, annotations)) or ((),) * len(found),
        )
        return Delivery(
            run_id or run,
            NewCapture(hashlib.sha256(octets).hexdigest(), len(octets), "text/plain", octets),
            NewOrigin(uri, "file", "2026-11-22T08:00:00Z"),
            (document,),
            tuple(failures),
            versions,
            batch,
            last,
        )

    return made


@pytest.fixture
def add(store: Store, delivery: Deliver) -> Callable[..., str]:
    """Write a text as a file of its own and return the key of its article."""

    def added(text: str, **options: object) -> str:
        new = delivery(text, **options)
        write(store, new)
        return f"{new.capture.sha256[:12]}-{new.documents[0].articles[0].span.start}"

    return added
