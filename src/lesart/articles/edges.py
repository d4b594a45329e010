"""Edges: the lines behind the last sentence of a piece that speak about it: notes, sources, stubs, remarks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from lesart.articles.credit_lines import CreditLine, credit_line
from lesart.articles.link_stubs import Stub, stub_of
from lesart.articles.notes import Note, note_of
from lesart.articles.page_matter import is_pitch
from lesart.articles.passages import Passage
from lesart.articles.vocabulary import any_of
from lesart.text.sentences import sentences
from lesart.text.span import Span

LONGEST_REMARK = 420  # code points
BIOGRAPHY_BEHIND = 3  # passages of running text that must stand before a remark about the author


@dataclass(frozen=True, slots=True)
class Edges:
    """What the last lines say, each kind in order."""

    credits: tuple[CreditLine, ...] = ()
    notes: tuple[Note, ...] = ()
    stubs: tuple[Stub, ...] = ()
    editorial: tuple[Passage, ...] = ()
    spans: frozenset[Span] = frozenset()


@dataclass(frozen=True, slots=True)
class _Edge:
    span: Span
    found: CreditLine | Stub | Passage | tuple[Note | CreditLine, ...]


def tail_edges(text: str, rest: tuple[Passage, ...], authors: Sequence[str]) -> Edges:
    """Read the last passages from the end; running text that is none of these lines ends the search.

    `authors` are the names in the byline: a remark that begins with one of them is about the author.
    """
    found: list[_Edge] = []
    behind = list(accumulate((p.running for p in rest), initial=0))
    for index in range(len(rest) - 1, 0, -1):
        passage = rest[index]
        before = behind[index]
        if edge := _edge(text, passage, authors if before >= BIOGRAPHY_BEHIND else ()):
            found.append(edge)
        elif len(passage.text) <= LONGEST_REMARK and _heads_a_remark(rest[index - 1]):
            found.append(_Edge(passage.span, passage))
        elif passage.running and not is_pitch(passage):
            break
    return _sorted(found[::-1])


def _sorted(found: list[_Edge]) -> Edges:
    several = [part for edge in found if isinstance(edge.found, tuple) for part in edge.found]
    return Edges(
        tuple(part for part in [*(edge.found for edge in found), *several] if isinstance(part, CreditLine)),
        tuple(part for part in several if isinstance(part, Note)),
        tuple(edge.found for edge in found if isinstance(edge.found, Stub)),
        tuple(edge.found for edge in found if isinstance(edge.found, Passage)),
        frozenset(edge.span for edge in found),
    )


def _edge(text: str, passage: Passage, authors: Sequence[str]) -> _Edge | None:
    if stub := stub_of(passage):
        return _Edge(passage.span, stub)
    if notes := _notes(text, passage):
        return _Edge(passage.span, notes)
    line = credit_line(text, passage.span)
    if line and _says_what_it_is(line):
        return _Edge(passage.span, line)
    return _Edge(passage.span, passage) if _is_remark(passage, authors) else None


def _notes(text: str, passage: Passage) -> tuple[Note | CreditLine, ...]:
    """Read a passage as notes and source lines, one a sentence; empty where a sentence of it is neither."""
    parts: list[Note | CreditLine] = []
    for sentence in sentences(text, passage.span):
        line = credit_line(text, sentence)
        line = line if line and _says_what_it_is(line) else None
        note = note_of(text, sentence)
        if line and note and not note.language:
            note = None  # „Übersetzt von …“ credits a person and says no more
        if note is None and line is None:
            return ()
        parts.extend(part for part in (note, line) if part is not None)
    return tuple(parts) if any(isinstance(part, Note) for part in parts) else ()


def _says_what_it_is(line: CreditLine) -> bool:
    return line.labelled or bool(line.agencies) or any(date.label for date in line.dates)


@cache
def _remark() -> re.Pattern[str]:
    return re.compile(rf"^[\W_]*{any_of('editorial_notes')}", re.IGNORECASE)


def _heads_a_remark(passage: Passage) -> bool:
    return passage.words <= 4 and bool(_remark().match(passage.bare))


def _is_remark(passage: Passage, authors: Sequence[str]) -> bool:
    if len(passage.text) > LONGEST_REMARK:
        return False
    words = re.sub(r"^[\W_]+", "", passage.bare)
    return bool(_remark().match(passage.bare)) or any(words.startswith(name) for name in authors)
