"""Views: a cleaned and repaired reading of a span, with an offset map back to the document's text."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from lesart.text.document import Repair
from lesart.text.span import Span, difference, union


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the view: `view` in the view's text, `source` in the document's; equal in length unless repaired."""

    view: Span
    source: Span
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class View:
    """A reading of a document: `text`, and the pieces it is made of, in order and without gaps in the view."""

    text: str
    pieces: tuple[Piece, ...]

    def to_source(self, span: Span) -> Span:
        """Return the span of the document that a span of the view shows.

        A span that touches a repaired word covers the whole damaged word; one that runs over a removed passage covers
        that passage too. An empty view maps to the empty span at 0.
        """
        if not self.pieces:
            return Span(0, 0)
        first = self._piece_at(span.start)
        last = self._piece_at(max(span.start, span.end - 1))
        start = first.source.start if first.repair else first.source.start + (span.start - first.view.start)
        end = last.source.end if last.repair else last.source.start + (span.end - last.view.start)
        return Span(min(start, end), max(start, end))

    def from_source(self, span: Span) -> Span | None:
        """Return where a span of the document stands in the view, None where all of it was removed."""
        shown = [p for p in self.pieces if p.source.overlap(span) or (not len(span) and p.source.contains(span))]
        if not shown:
            return None
        first, last = shown[0], shown[-1]
        start = first.view.start if first.repair else first.view.start + max(0, span.start - first.source.start)
        end = last.view.end if last.repair else last.view.start + min(len(last.source), span.end - last.source.start)
        return Span(start, end)

    def _piece_at(self, position: int) -> Piece:
        return self.pieces[max(0, bisect_right(self.pieces, position, key=lambda piece: piece.view.start) - 1)]


def reading_view(text: str, span: Span, removed: Iterable[Span], repairs: Iterable[Repair]) -> View:
    """Show `span` of a text without the removed passages and with the damaged words repaired.

    Repairs inside removed passages, overlapping an earlier repair, or of no character at all are not applied.
    """
    holes = union(hole for r in removed if (hole := r.clipped(span)))
    kept = difference(span, holes)
    waiting = sorted((r for r in repairs if len(r.span)), key=lambda r: r.span)[::-1]  # the next one at its end
    pieces: list[Piece] = []
    parts: list[str] = []
    length = 0

    def put(source: Span, shown: str, repair: Repair | None) -> None:
        nonlocal length
        if shown or repair:
            pieces.append(Piece(Span(length, length + len(shown)), source, repair))
            parts.append(shown)
            length += len(shown)

    for run in kept:
        position = run.start
        while waiting and waiting[-1].span.start < run.end:
            repair = waiting.pop()
            if repair.span.start < position or repair.span.end > run.end:
                continue
            put(Span(position, repair.span.start), text[position : repair.span.start], None)
            put(repair.span, repair.replacement, repair)
            position = repair.span.end
        put(Span(position, run.end), text[position : run.end], None)
    return View("".join(parts), tuple(pieces))
