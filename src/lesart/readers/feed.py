"""RSS and Atom feeds: every entry is a document; whether it has the whole piece or its beginning is said."""

import io
import re
from collections.abc import Iterator, Mapping
from html import escape

import feedparser

from lesart.readers.composition import Composition
from lesart.readers.dates import iso_day
from lesart.readers.media import charset_of
from lesart.readers.pages.blocks import page_blocks
from lesart.readers.pages.statements import one_line
from lesart.readers.pages.tree import decode_page, parse_page
from lesart.readers.reader import Limits, Part, Reader, Record, Source, UnreadableError
from lesart.text.blocks import BlockKind
from lesart.text.document import Clue, ClueField, Document
from lesart.text.normalisation import compared

_OPENING = re.compile(rb"<(?:rss|(?:\w+:)?feed|rdf:RDF|channel)[\s>]", re.IGNORECASE)
_ROOT = re.compile(_OPENING.pattern.decode(), re.IGNORECASE)
_XML_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'
_HTML = re.compile(rb"<html[\s>]", re.IGNORECASE)
_TAGS = re.compile(r"<[a-zA-Z/!][^>]*>|&\w{2,8};|&#\d+;")
TEASER = "the feed carries only the beginning of this piece"
_ERRORS = (
    ValueError, TypeError, AttributeError, KeyError, IndexError, LookupError, AssertionError, RecursionError, OSError,
    OverflowError,
)  # fmt: skip
_CLUES: tuple[tuple[ClueField, str], ...] = (
    ("title", "title"),
    ("author", "author"),
    ("published", "published"),
    ("modified", "updated"),
    ("outlet", "outlet"),
    ("language", "language"),
    ("url", "link"),
)


def recognises(head: bytes, name: str, media_type: str | None) -> bool:
    start = head.replace(b"\0", b"")
    return start.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<") and (
        bool(_OPENING.search(start)) and not _HTML.search(start)
    )


def parts(source: Source, limits: Limits) -> Iterator[Part]:
    """Yield a record for each entry; the payload holds all that `read` needs."""
    data = _without_prolog(decode_page(source.data, charset_of(source)).text)
    try:
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except _ERRORS as error:
        raise UnreadableError("the feed is damaged", "Open its address in a browser and save it anew.") from error
    if not feed.entries:
        raise UnreadableError("the feed has no entries", "Open its address in a browser and look whether it is empty.")
    outlet, language = _text(feed.feed.get("title")), _text(feed.feed.get("language"))
    for ordinal, entry in enumerate(feed.entries):
        yield Record(ordinal, _payload(dict(entry), outlet, language), f"entry {ordinal + 1}")


def _without_prolog(text: str) -> bytes:
    """Return a feed from its root element on, in UTF-8: entities declared before it never come into being."""
    root = _ROOT.search(text)
    return (_XML_DECLARATION + text[root.start() :] if root else text).encode("utf-8", "replace")


def _text(value: object) -> str:
    return one_line(value) if isinstance(value, str) else ""


def _payload(entry: Mapping[str, object], outlet: str, language: str) -> dict[str, str]:
    content, summary = _content(entry), entry.get("summary")
    summary = summary if isinstance(summary, str) else ""
    tags = [_text(tag.get("term")) for tag in _mappings(entry.get("tags"))]
    authors = [_text(author.get("name")) for author in _mappings(entry.get("authors"))]
    return {
        "title": _text(entry.get("title")),
        "content": content or summary,
        "teaser": "" if len(content) > len(summary) else "yes",
        "summary": summary if content and content != summary else "",
        "author": "; ".join(filter(None, authors)) or _text(entry.get("author")),
        "published": _text(entry.get("published")),
        "updated": _text(entry.get("updated")),
        "outlet": outlet,
        "language": language,
        "link": _text(entry.get("link")),
        "tags": "; ".join(filter(None, tags)),
    }


def _mappings(value: object) -> list[Mapping[str, object]]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def _content(entry: Mapping[str, object]) -> str:
    texts = [value for item in _mappings(entry.get("content")) if isinstance(value := item.get("value"), str)]
    return max(texts, key=len, default="")


def read(source: Source, record: Record, limits: Limits) -> Document:
    """Make the document of one entry: its title as heading, its content as blocks."""
    if not isinstance(record.payload, Mapping):
        raise UnreadableError("this is no entry of a feed", "Open the feed's address and save it anew.")
    entry = {str(name): str(value) for name, value in record.payload.items()}
    composition = Composition(limits)
    title = _plain(entry.get("title", ""))
    blocks = page_blocks(parse_page(_as_html(entry.get("content", ""))), entry.get("link") or None)
    if title and not (blocks and compared(blocks[0].text) == compared(title)):
        composition.add(title, BlockKind.HEADING, level=1)
    for block in blocks:
        composition.add(block.text, block.kind, level=block.level, links=block.links)
    return composition.document(
        clues=list(_entry_clues(entry)),
        media_type="application/feed+xml",
        locator=record.locator,
        warnings=(TEASER,) if entry.get("teaser") else (),
    )


def _as_html(content: str) -> str:
    body = content if _TAGS.search(content) else "".join(f"<p>{escape(p)}</p>" for p in content.split("\n\n"))
    return f"<html><body><div>{body}</div><p></p></body></html>"


def _plain(text: str) -> str:
    if not _TAGS.search(text):
        return text
    return " ".join(block.text for block in page_blocks(parse_page(_as_html(text)), None))


def _entry_clues(entry: Mapping[str, str]) -> Iterator[Clue]:
    for field, name in _CLUES:
        evidence = entry.get(name, "").strip()
        values = evidence.split("; ") if field == "author" else [evidence]
        for value in values:
            read_value = iso_day(value) if field in ("published", "modified") else _plain(value)
            if read_value:
                yield Clue(field, read_value, f"feed {name}", evidence)
    if summary := _plain(entry.get("summary", "")):
        yield Clue("subtitle", summary[:1000], "feed summary", summary)
    for tag in filter(None, entry.get("tags", "").split("; ")):
        yield Clue("topic", tag, "feed category", tag)


FEED = Reader(
    name="feed",
    version="1",
    media_types=("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"),
    suffixes=(".rss", ".atom", ".rdf", ".xml"),
    recognises=recognises,
    parts=parts,
    document=read,
)
