"""Datelines: place, day and agency before the first sentence: `Berlin (dpa) –`, `MOSCOW, May 3. /TASS/.`, `КИЕВ, 3 мая — ТАСС.`"""

import re
from dataclasses import dataclass
from functools import cache

from lesart.articles.names import agency
from lesart.articles.piece import Piece
from lesart.articles.vocabulary import any_of
from lesart.text.span import Span

SHORTEST_UNKNOWN = 5  # letters; behind a name in text stands a party's short form as an agency stands behind a place


@dataclass(frozen=True, slots=True)
class Dateline:
    """`span` runs from the place to the agency."""

    span: Span
    agencies: tuple[str, ...]


@cache
def _pattern() -> re.Pattern[str]:
    place = r"[^\W\d_a-zäöüßа-яіїєґ][\w’'-]*(?:[ /-][^\W\d_][\w’'-]*){0,3}"
    day = r"(?:[,]?\s*(?:den\s+)?(?:\d{1,2}\.?\s+[^\W\d_]+\.?|[^\W\d_]+\.?\s+\d{1,2})(?:,?\s+\d{4})?(?:\s+г\.|\s+р\.)?)"
    source = rf"(?:[(\[/]\s*(?P<bracketed>[^()\[\]\d]{{2,40}}?)\s*[)\]/]|(?<=[.,—–-]\s)(?P<plain>{any_of('agencies')}))"
    return re.compile(rf"^(?:{place})?\.?{day}?[.,]?\s*(?:[–—-]\s)?{source}\s*(?P<end>[.,:]?\s*[-–—.:]|\s)\s*")


def dateline(piece: Piece) -> Dateline | None:
    """Find the dateline of a piece in its first two passages of running text, None where there is none."""
    for passage in [p for p in piece.body if p.running][:2]:
        if found := _read(passage.text, passage.span.start):
            return found
    return None


def _read(text: str, base: int) -> Dateline | None:
    match = _pattern().match(text)
    if match is None:
        return _without_agency(text, base)
    group = "bracketed" if match.group("bracketed") else "plain"
    parts = re.split(r"\s*[/,]\s*|\s+(?:und|and|и|та)\s+", match.group(group))
    names = [name for part in parts if (name := agency(part))]
    dashed = match.group("end").strip() != ""
    if not names and dashed and match.start(group) > 1 and len(parts) == 1 and _like_an_agency(parts[0]):
        names = [parts[0]]
    end = match.end("end") if dashed else match.end(group) + 1
    return (
        Dateline(Span(base, base + end - (len(match.group("end")) - len(match.group("end").rstrip()))), tuple(names))
        if names
        else None
    )


def _like_an_agency(words: str) -> bool:
    return bool(re.fullmatch(rf"[^\W\d_]{{{SHORTEST_UNKNOWN},}}", words)) and words[0].isupper()


_PLAIN = re.compile(
    r"^[A-ZÄÖÜА-ЯІЇЄҐ][A-ZÄÖÜА-ЯІЇЄҐ .’'-]{2,30},\s*(?:\d{1,2}\.?\s+[^\W\d_]+\.?|[^\W\d_]+\.?\s+\d{1,2}),?\s+\d{4}(?:\s+[гр]\.)?\s*[-–—.]\s"
)


def _without_agency(text: str, base: int) -> Dateline | None:
    """Read a dateline in capitals with a full date and no agency: `BELUNYA, May 20, 2026 - …`"""
    match = _PLAIN.match(text)
    return Dateline(Span(base, base + len(match.group(0).rstrip())), ()) if match else None
