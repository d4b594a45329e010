"""Publication dates of pages: what htmldate finds, with the place that says so, and the day of the last change."""

import logging
from collections.abc import Iterator

import htmldate
from lxml import etree
from lxml.html import HtmlElement

from lesart.readers.dates import iso_day
from lesart.readers.pages.statements import Stated, Statements, one_line
from lesart.text.document import Clue

PUBLISHED_METAS = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "article:published",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "dcterms.issued",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "citation_date",
    "cxenseparse:recs:publishtime",
    "last-modified",
)
MODIFIED_METAS = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")
_ERRORS = (
    etree.LxmlError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    KeyError,
    OverflowError,
    RecursionError,
)
_LOGGER = logging.getLogger(__name__)


def publication_clues(tree: HtmlElement, stated: Statements, address: str | None) -> Iterator[Clue]:
    """Yield the day of publication (htmldate's) with the place that it came from, and the day of the last change."""
    day = _htmldate(tree, address)
    if day:
        place = _place(day, tree, stated, address)
        yield Clue("published", day, place.source, place.value)
    for found in _modified(stated):
        if value := iso_day(found.value):
            yield Clue("modified", value, found.source, found.value)


def _htmldate(tree: HtmlElement, address: str | None) -> str | None:
    try:
        return htmldate.find_date(tree, original_date=True, url=address)
    except _ERRORS as error:
        _LOGGER.info("no date found: %s", type(error).__name__)
        return None


def _place(day: str, tree: HtmlElement, stated: Statements, address: str | None) -> Stated:
    """Find where a day stands; `html text` where it is read from something that only htmldate understands."""
    for found in _published(stated):
        if iso_day(found.value) == day:
            return found
    for element in tree.iter("time"):
        for written in (element.get("datetime"), "".join(element.itertext())):
            if written and iso_day(written) == day:
                return Stated(one_line(written), "html time")
    if address and day.replace("-", "") in "".join(c for c in address if c.isdigit()):
        return Stated(address, "address")
    return Stated(day, "html text")


def _published(stated: Statements) -> Iterator[Stated]:
    for value, source in stated.json_ld("datePublished", "dateCreated", "uploadDate", pages=True):
        if isinstance(value, str):
            yield Stated(one_line(value), source)
    yield from stated.meta(*PUBLISHED_METAS)


def _modified(stated: Statements) -> Iterator[Stated]:
    for value, source in stated.json_ld("dateModified", pages=True):
        if isinstance(value, str):
            yield Stated(one_line(value), source)
    yield from stated.meta(*MODIFIED_METAS)
