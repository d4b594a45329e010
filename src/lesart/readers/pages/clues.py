"""Page clues: title, author, dates, outlet, language, address and topics as the page states them outside its text."""

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from lesart.readers.pages.authors import authors
from lesart.readers.pages.blocks import PageBlock
from lesart.readers.pages.publication import publication_clues
from lesart.readers.pages.statements import Stated, Statements, names_in
from lesart.readers.pages.titles import page_headings, titles
from lesart.text.document import Clue, ClueField

MOST_TITLES = 5
MOST_TOPICS = 30


def page_address(stated: Statements, uri: str) -> Clue | None:
    """Return the page's own address: the canonical link, og:url, or the URL it was obtained from."""
    found = uri if is_url(uri) else None
    if stated.canonical:
        url = urljoin(found or "", stated.canonical)
        if is_url(url):
            return Clue("url", url, "html link canonical", stated.canonical)
    for meta in stated.meta("og:url", "twitter:url"):
        if is_url(meta.value):
            return Clue("url", meta.value, meta.source, meta.value)
    return Clue("url", found, "address obtained from", found) if found else None


def is_url(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def unique(clues: Iterable[Clue]) -> Iterator[Clue]:
    """Yield the clues without those whose field and value came before."""
    seen: set[tuple[ClueField, str]] = set()
    for clue in clues:
        if (clue.field, clue.value) not in seen:
            seen.add((clue.field, clue.value))
            yield clue


def simple_clues(stated: Statements) -> Iterator[Clue]:
    """Yield outlet, language, subtitle, topics as stated."""
    for found in outlets(stated):
        yield Clue("outlet", found.value.lstrip("@"), found.source, found.value)
    if stated.language and stated.language.strip():
        code = stated.language.strip().replace("_", "-")
        yield Clue("language", code.partition("-")[0].lower(), "html lang", stated.language)
    for meta in stated.meta("og:description", "description", "twitter:description"):
        yield Clue("subtitle", meta.value, meta.source, meta.value)
    yield from _topics(stated)


def outlets(stated: Statements) -> Iterator[Stated]:
    """Yield what names the outlet, best first."""
    yield from stated.meta("og:site_name")
    for value, source in stated.json_ld("publisher", pages=True):
        for name in names_in(value):
            yield Stated(name, source)
    yield from stated.meta("application-name", "publisher", "dc.publisher", "twitter:site")


def _topics(stated: Statements) -> Iterator[Clue]:
    found = [*stated.meta("article:tag", "news_keywords", "keywords", "article:section")]
    for value, source in stated.json_ld("keywords"):
        found += [Stated(name, source) for name in names_in(value)]
    topics = [(word.strip(), s) for s in found for word in s.value.replace(";", ",").split(",")]
    for word, stating in [(w, s) for w, s in topics if 1 < len(w) <= 60][:MOST_TOPICS]:
        yield Clue("topic", word, stating.source, stating.value)


def page_clues(tree: HtmlElement, stated: Statements, address: Clue | None, blocks: Sequence[PageBlock]) -> list[Clue]:
    """Return the clues of a page, each field's best first. `blocks` are the page's own."""
    url = address.value if address else None
    names = [found.value for found in outlets(stated)]
    clues = [
        Clue("title", found.value, found.source, found.value)
        for found in titles(stated, page_headings(tree), names, url)
    ][:MOST_TITLES]
    clues += [
        Clue("author", found.value, found.source, found.value)
        for found in authors(stated, tree, {name.lower() for name in names})
    ]
    clues += publication_clues(tree, stated, url, blocks)
    clues += simple_clues(stated)
    if address:
        clues.append(address)
    return list(unique(clues))
