"""Publication dates of pages: what htmldate finds, with the place that says so, and the day of the last change."""

import logging
import re
from collections.abc import Iterator
from datetime import date

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
DAY_LENGTH = len("2024-05-10")
_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)[/_.-]([01]?\d)[/_.-]([0-3]?\d)(?![\d])(?=[/_.-]|$|\?)|[/_-]((?:19|20)\d\d)([01]\d)([0-3]\d)(?=[/_.-]|$|\?)"
)
_UTC = re.compile(r"\d(?:\.\d+)?(?:Z|[+-]00:?00|\s*(?:UTC|GMT))\s*$")
_LOGGER = logging.getLogger(__name__)


def publication_clues(tree: HtmlElement, stated: Statements, address: str | None, text: str) -> Iterator[Clue]:
    """Yield the day of publication with the place that says so, and the day of the last change.

    What the page states to machines counts, unless its address names another day: a statement may be in UTC, the
    address never is, so one in local time goes before one in UTC. Where it states nothing, htmldate looks through the page; `text` is the page's visible text.
    """
    found = _stated(stated, address) or _searched(tree, address, text)
    if found:
        day, place = found
        yield Clue("published", day, place.source, place.value)
    for change in _modified(stated):
        if value := iso_day(change.value):
            yield Clue("modified", value, change.source, change.value)


def _stated(stated: Statements, address: str | None) -> tuple[str, Stated] | None:
    if in_address := _address_day(address):
        return in_address, Stated(address or "", "address")
    read = ((iso_day(place.value), place) for place in _published(stated))
    days = [(day, place) for day, place in read if day and len(day) == DAY_LENGTH]
    local = (found for found in days if not _UTC.search(found[1].value) and _apart(found[0], days[0][0]) <= 1)
    return next(local, None) or next(iter(days), None)


def _apart(day: str, other: str) -> int:
    return abs((date.fromisoformat(day) - date.fromisoformat(other)).days)


def _address_day(address: str | None) -> str | None:
    """Read a day that stands in an address as `/2024/05/10/`, `/2024-05-10-` or `/20240510/`."""
    found = _IN_ADDRESS.search(address or "")
    return iso_day("-".join(part.zfill(2) for part in found.groups() if part)) if found else None


def _searched(tree: HtmlElement, address: str | None, text: str) -> tuple[str, Stated] | None:
    """Let htmldate search, and find what it read. A first of January that stands nowhere is only a year."""
    try:
        day = htmldate.find_date(tree, original_date=True, url=address)
    except _ERRORS as error:
        _LOGGER.info("no date found: %s", type(error).__name__)
        return None
    if not day:
        return None
    for element in tree.iter("time"):
        for written in (element.get("datetime"), "".join(element.itertext())):
            if written and iso_day(written) == day:
                return day, Stated(one_line(written), "html time")
    if written := _written(day, text):
        return day, Stated(written, "html text")
    if day.endswith("-01-01") and (found := re.search(rf"[^.;!?\n]{{0,40}}\b{day[:4]}\b", text)):
        return day[:4], Stated(found.group().strip(), "html text")
    return day, Stated(day, "html, as htmldate reads it")


def _written(day: str, text: str) -> str | None:
    """Find a day as it may be written in running text."""
    year, month, number = day.split("-")
    d, m = rf"0?{int(number)}", rf"0?{int(month)}"
    forms = rf"{d}\.\s?{m}\.\s?{year}|{year}-{month}-{number}|{d}[./-]{m}[./-]{year}|{m}/{d}/{year}"
    named = rf"{d}(?:\.|st|nd|rd|th)?[\s-]+(?:de\s+)?[^\W\d_]+\.?,?[\s-]+{year}|[^\W\d_]+\.?\s+{d}(?:st|nd|rd|th)?,?\s+{year}"
    for found in re.finditer(rf"(?<!\d)(?:{forms})(?!\d)|\b(?:{named})(?!\d)", text):
        if found.group()[-4:] != year or not any(c.isalpha() for c in found.group()) or iso_day(found.group()) == day:
            return found.group()
    return None


def _published(stated: Statements) -> Iterator[Stated]:
    yield from stated.meta(*PUBLISHED_METAS)
    for value, source in stated.json_ld("datePublished", "dateCreated", pages=True):
        if isinstance(value, str):
            yield Stated(one_line(value), source)


def _modified(stated: Statements) -> Iterator[Stated]:
    for value, source in stated.json_ld("dateModified", pages=True):
        if isinstance(value, str):
            yield Stated(one_line(value), source)
    yield from stated.meta(*MODIFIED_METAS)
