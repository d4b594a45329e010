"""Markup: marks on a text as a tree of runs, however they overlap, so that a template can write them as elements."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from lesart.text.document import Repair
from lesart.text.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked place: `kind` is evidence, removed, restored, repeat, link, hit or picked.

    `anchor` is its id in the page, None where it only goes on (a mark is split where another one crosses it).
    `label` is said about it, `href` is where it leads.
    """

    span: Span
    kind: str
    anchor: str | None = None
    label: str = ""
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Unmarked characters of the document as they are shown; `original` is set where they were repaired."""

    start: int
    end: int
    text: str
    original: str | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark with what is inside."""

    mark: Mark
    parts: tuple["Part", ...] = field(default=())


Part = Run | Marked


def marked(text: str, span: Span, marks: Iterable[Mark], repairs: Sequence[Repair] = ()) -> tuple[Part, ...]:
    """Return a span of a text as a tree: the runs joined show every character once, and no two marks cross."""
    inside = [piece for mark in marks if (piece := _clipped(_widened(mark, repairs), span))]
    inside.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    fitting = sorted((r for r in repairs if span.contains(r.span) and len(r.span)), key=lambda r: r.span)
    return _tree(text, span, inside, fitting)


def _tree(text: str, span: Span, marks: list[Mark], repairs: Sequence[Repair]) -> tuple[Part, ...]:
    parts: list[Part] = []
    position = span.start
    queue = list(marks)
    while queue:
        mark = queue.pop(0)
        parts += _runs(text, Span(position, mark.span.start), repairs)
        within = [m for other in queue if (m := _clipped(other, mark.span))]
        queue = [m for other in queue if (m := _after(other, mark.span.end))]
        parts.append(Marked(mark, _tree(text, mark.span, within, repairs)))
        position = mark.span.end
    parts += _runs(text, Span(position, span.end), repairs)
    return tuple(parts)


def _runs(text: str, span: Span, repairs: Sequence[Repair]) -> list[Part]:
    runs: list[Part] = []
    position = span.start
    for repair in repairs:
        if repair.span.start < position or repair.span.end > span.end:
            continue
        if repair.span.start > position:
            runs.append(Run(position, repair.span.start, text[position : repair.span.start]))
        runs.append(Run(repair.span.start, repair.span.end, repair.replacement, repair.span.of(text), repair.reason))
        position = repair.span.end
    if position < span.end:
        runs.append(Run(position, span.end, text[position : span.end]))
    return runs


def _clipped(mark: Mark, to: Span) -> Mark | None:
    """Return the part of a mark inside `to`; only the part with its beginning keeps the anchor."""
    span = mark.span.clipped(to)
    if span is None or span == mark.span:
        return mark if span else None
    return replace(mark, span=span, anchor=mark.anchor if span.start == mark.span.start else None)


def _after(mark: Mark, position: int) -> Mark | None:
    return _clipped(mark, Span(position, mark.span.end)) if mark.span.end > position else None


def _widened(mark: Mark, repairs: Sequence[Repair]) -> Mark:
    """Let a mark cover repaired words as a whole: half of a word that is shown otherwise cannot be marked."""
    start, end = mark.span.start, mark.span.end
    for repair in repairs:
        if repair.span.start < start < repair.span.end:
            start = repair.span.start
        if repair.span.start < end < repair.span.end:
            end = repair.span.end
    return mark if (start, end) == (mark.span.start, mark.span.end) else replace(mark, span=Span(start, end))
