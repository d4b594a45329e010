"""Notes: sentences at the edge of a piece that say where it comes from: „Übersetzt aus dem …“, „Zuerst in … erschienen.“"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from lesart.articles.date_expressions import dates_in
from lesart.articles.names import agency
from lesart.articles.vocabulary import any_of, rows, value_of
from lesart.text.span import Span

LONGEST_OUTLET = 60  # code points
LONGEST_NOTE = 320  # code points of one sentence


@dataclass(frozen=True, slots=True)
class Note:
    """One sentence about where the piece comes from; `kinds` as in the lexicon `note_words`."""

    span: Span
    kinds: frozenset[str]
    language: str | None = None
    outlet: str | None = None
    date: str | None = None
    agencies: tuple[str, ...] = ()


@cache
def _words(kind: str) -> re.Pattern[str]:
    sources = "|".join(row["pattern"] for row in rows("note_words") if row["kind"] == kind)
    boundary = r"(?<!\w)" if kind != "begin" else r"^[\s*_(\[„\"–-]*"
    return re.compile(
        rf"{boundary}(?:{sources})(?!\w)" if kind != "begin" else rf"{boundary}(?:{sources})", re.IGNORECASE
    )


@cache
def _language() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of('language_names')}(?!\w)", re.IGNORECASE)


def language_in(text: str) -> str | None:
    """Return the code of the first language that a text names (`aus dem Russischen`, `английского`)."""
    match = _language().search(text)
    return value_of("language_names", "code", match.group(0)) if match else None


def note_of(text: str, span: Span) -> Note | None:
    """Read one sentence as a note, None where it is none."""
    words = span.of(text)
    if len(words) > LONGEST_NOTE or not _words("begin").search(words):
        return None
    kinds = {kind for kind in ("translated", "permission", "excerpt", "material") if _words(kind).search(words)}
    language = language_in(words)
    if (
        "translated" in kinds
        and language is None
        and not re.match(r"\W*(?:übersetz|translat|перев|перекл)", words, re.I)
    ):
        kinds.discard("translated")
    if _words("first").search(words) and _words("published").search(words):
        kinds.add("published")
    agencies = _agencies(words) if "material" in kinds else ()
    if "material" in kinds and not agencies:
        kinds.discard("material")
    outlet = None if kinds == {"translated"} else _outlet(words)
    if outlet and _words("published").search(words) and _words("article").search(words):
        kinds.add("published")
    if not kinds:
        return None
    dates = [d.value for d in dates_in(words) if not d.value.startswith("-")]
    return Note(span, frozenset(kinds), language, outlet, dates[0] if dates else None, agencies)


def _agencies(words: str) -> tuple[str, ...]:
    parts = re.split(r"[\s,/()]+(?:und|and|и|та)?[\s,/()]*", words)
    pairs = [f"{a} {b}" for a, b in pairwise(parts)]
    return tuple(dict.fromkeys(name for part in [*pairs, *parts] if (name := agency(part))))


@cache
def _after_place() -> re.Pattern[str]:
    sources = "|".join(row["pattern"] for row in rows("note_words") if row["kind"] == "place")
    stop = "|".join(row["pattern"] for row in rows("note_words") if row["kind"] in ("published", "first"))
    article = r"(?:(?:der|dem|den|die|das|des|the|[Ww]eb-?[Ss]ite|[Ww]ebseite|Seite|Zeitung|Zeitschrift|Magazin|Portal|Blog)\s+)*"
    return re.compile(
        rf"(?<!\w)(?i:{sources})\s+{article}[„\"«“‚']?(?P<outlet>[^\W\d_a-zäöüßа-яёіїєґ][^;:()\n]*?|(?:[\w-]+\.)+[a-z]{{2,}})"
        rf"[\"“”»’']?(?=\s*(?:(?i:{stop})(?!\w)|[,;:()\ue000]|\.(?:\s|$)|$|[\"“”»*]|\s(?:am|on|vom|unter|und|als|и|and|as|under)\s))"
    )


def _outlet(words: str) -> str | None:
    masked = words
    for date in dates_in(words):
        masked = masked[: date.span.start] + "\ue000" * len(date.span) + masked[date.span.end :]
    position = 0
    while match := _after_place().search(masked, position):
        name = match.group("outlet").strip(" .*_")
        if name and len(name) <= LONGEST_OUTLET and not _names_something_else(name):
            return agency(name) or name
        position = match.start() + 1
    return None


def _names_something_else(name: str) -> bool:
    """A language (auf Russisch), the article itself, or the desk that translated it stands behind such words too."""
    return bool(
        _language().fullmatch(name.split()[0]) or _words("article").match(name) or _words("translated").search(name)
    )
