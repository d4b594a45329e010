"""Spans: half-open ranges of code points, and the arithmetic on them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Unicode code points in one text.

    Raises ValueError where the range is negative or runs backwards.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: [{self.start}, {self.end}); start must be at least 0 and at most end")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the text that the span covers; IndexError where the span leaves the text."""
        if self.end > len(text):
            raise IndexError(f"span [{self.start}, {self.end}) leaves a text of {len(text)} code points")
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: "Span") -> int:
        """Count the code points that both cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def shifted(self, by: int) -> "Span":
        return Span(self.start + by, self.end + by)

    def clipped(self, to: "Span") -> "Span | None":
        """Return the part inside `to`, or None where nothing is left."""
        if to.start <= self.start < self.end <= to.end:
            return self
        start, end = max(self.start, to.start), min(self.end, to.end)
        return Span(start, end) if start < end else None


def union(spans: Iterable[Span]) -> list[Span]:
    """Return the covered ranges in order, overlapping and touching ones joined, empty ones dropped."""
    joined: list[Span] = []
    for span in sorted(s for s in spans if len(s)):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def difference(whole: Span, holes: Iterable[Span]) -> list[Span]:
    """Return what is left of `whole` once every hole is taken out, in order."""
    left: list[Span] = []
    position = whole.start
    for hole in union(holes):
        if hole.end <= position:
            continue
        if hole.start >= whole.end:
            break
        if hole.start > position:
            left.append(Span(position, hole.start))
        position = max(position, hole.end)
    if position < whole.end:
        left.append(Span(position, whole.end))
    return left


def trimmed(text: str, span: Span) -> Span:
    """Return the span without the blank characters at both its ends; empty at its start where all is blank."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
