"""Publication dates of pages: what htmldate finds, with the place that says so, and the day of the last change."""

import logging
import re
from collections.abc import Iterator, Sequence
from datetime import date

import htmldate
from lxml import etree
from lxml.html import HtmlElement

from lesart.readers.dates import iso_day
from lesart.readers.pages.blocks import PageBlock
from lesart.readers.pages.statements import Stated, Statements, one_line
from lesart.text.blocks import BlockKind
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
LINES_BEFORE, LINES_AFTER = 3, 5  # blocks round the headline in which bylines stand
SHORT_LINE = 120  # characters of a line that may be a byline
_DAY_FIRST_IN_ADDRESS = (re.compile(r"(?<!\d)(?P<d>\d\d)(?P<m>\d\d)(?P<y>(?:19|20)\d\d)(?!\d)"),)
_IN_ADDRESS = (
    re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>[01]?\d)/(?P<d>[0-3]?\d)(?=/|$|\?)"),
    re.compile(r"[/_-](?P<y>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?=[/_.-]|$|\?)"),
    re.compile(r"[/_-](?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?=[/_.-]|$|\?)"),
)
_UTC = re.compile(r"\d(?:\.\d+)?(?:Z|[+-]00:?00|\s*(?:UTC|GMT))\s*$")
_LOGGER = logging.getLogger(__name__)


def publication_clues(
    tree: HtmlElement, stated: Statements, address: str | None, blocks: Sequence[PageBlock]
) -> Iterator[Clue]:
    """Yield the day of publication with the place that says so, and the day of the last change.

    What the address names counts, then what the page states to machines: a statement may be in UTC, an address never
    is. Where they say nothing, the lines beside the headline are read; then htmldate looks through the page.
    """
    found = _stated(stated, address) or _beside_headline(blocks) or _searched(tree, address, blocks)
    if found:
        day, place = found
        yield Clue("published", day, place.source, place.value)
    for change in _modified(stated):
        if value := iso_day(change.value):
            yield Clue("modified", value, change.source, change.value)


def _stated(stated: Statements, address: str | None) -> tuple[str, Stated] | None:
    if in_address := _address_day(address, *_IN_ADDRESS):
        return in_address, Stated(address or "", "address")
    read = ((iso_day(place.value), place) for place in _published(stated))
    days = [(day, place) for day, place in read if day and len(day) == DAY_LENGTH]
    local = (found for found in days if not _UTC.search(found[1].value) and _apart(found[0], days[0][0]) <= 1)
    found = next(local, None) or next(iter(days), None)
    backwards = _address_day(address, *_DAY_FIRST_IN_ADDRESS)
    if found and backwards and _apart(found[0], backwards) == 1:
        return backwards, Stated(address or "", "address")
    return found


def _apart(day: str, other: str) -> int:
    return abs((date.fromisoformat(day) - date.fromisoformat(other)).days)


def _address_day(address: str | None, *patterns: re.Pattern[str]) -> str | None:
    """Read a day that stands in an address as `/2024/05/10/`, `/2024-05-10-` or `/20240510/`."""
    found = next((f for pattern in patterns if (f := pattern.search(address or ""))), None)
    return iso_day("-".join(found[name].zfill(2) for name in "ymd")) if found else None


def _beside_headline(blocks: Sequence[PageBlock]) -> tuple[str, Stated] | None:
    """Read the one day that stands in the short lines round the page's only first-level headline."""
    heads = [i for i, block in enumerate(blocks) if block.kind is BlockKind.HEADING and block.level == 1]
    if len(heads) != 1:
        return None
    near = blocks[max(0, heads[0] - LINES_BEFORE) : heads[0] + LINES_AFTER + 1]
    found = [
        (day, Stated(one_line(block.text), "html text beside the headline"))
        for block in near
        if len(block.text) <= SHORT_LINE and block.kind is not BlockKind.LIST_ITEM
        for day in [iso_day(block.text)]
        if day and len(day) == DAY_LENGTH
    ]
    return found[0] if len({day for day, _ in found}) == 1 else None


def _searched(tree: HtmlElement, address: str | None, blocks: Sequence[PageBlock]) -> tuple[str, Stated] | None:
    """Let htmldate search, and find what it read. A first of January that stands nowhere is only a year."""
    try:
        day = htmldate.find_date(tree, original_date=True, url=address)
    except _ERRORS as error:
        _LOGGER.info("no date found: %s", type(error).__name__)
        return None
    if not day:
        return None
    text = "\n".join(block.text for block in blocks)
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
