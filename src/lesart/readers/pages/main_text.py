"""Main text: which blocks of a page are the piece itself, found by trafilatura and told apart block by block."""

import logging
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from lesart.readers.pages.blocks import PageBlock, visible
from lesart.text.blocks import BlockKind

LONG = 25  # characters without blanks from which on a block is taken for unmistakable
_BODY_BLOCKS = frozenset(("p", "head", "item", "quote", "row", "code", "list", "table", "body", "lb"))
_ERRORS = (etree.LxmlError, ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError, AssertionError)
_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Marked:
    """A block of the page, and whether it belongs to the main text."""

    block: PageBlock
    main: bool


def main_segments(tree: HtmlElement) -> list[str]:
    """Return the pieces of the main text in order as trafilatura finds them; none where it finds nothing."""
    try:
        found = trafilatura.bare_extraction(tree, include_comments=False)
    except _ERRORS as error:
        _LOGGER.info("no main text found: %s", type(error).__name__)
        return []
    body = getattr(found, "body", None)
    return [] if body is None else _segments(body)


def _segments(body: etree._Element) -> list[str]:
    segments: list[str] = []
    parts: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _BODY_BLOCKS:
            segments.append("".join(parts))
            parts = []
        text = element.text if event == "start" else element.tail
        if text:
            parts.append(visible(text))
    segments.append("".join(parts))
    return [segment for segment in segments if segment.strip()]


def mark_main(blocks: Sequence[PageBlock], segments: Sequence[str]) -> list[Marked]:
    """Mark the blocks that the main text consists of; add those of its pieces that stand in no block, at their place.

    Compared without blanks. Long blocks that occur once on both sides are anchors; between two anchors the blocks are
    found in order. So a headline that stands in the navigation too is taken where the piece has it.
    """
    main = _Main.of(segments)
    squeezed = ["".join(block.text.split()) for block in blocks]
    found = _found(squeezed, main)
    marked: list[Marked] = []
    covered = 0
    for block, squeezed_text, position in zip(blocks, squeezed, found, strict=True):
        if position is not None:
            marked += [Marked(rest, True) for rest in main.between(covered, position)]
            covered = max(covered, position + len(squeezed_text))
        marked.append(Marked(block, position is not None))
    return marked + [Marked(rest, True) for rest in main.between(covered, len(main.text))]


@dataclass(frozen=True, slots=True)
class _Main:
    """The main text without blanks, and where its segments begin in it."""

    text: str
    starts: list[int]
    segments: Sequence[str]

    @classmethod
    def of(cls, segments: Sequence[str]) -> "_Main":
        pieces = ["".join(segment.split()) for segment in segments]
        starts, length = [], 0
        for piece in pieces:
            starts.append(length)
            length += len(piece)
        return cls("".join(pieces), starts, segments)

    def begins_segment(self, position: int) -> bool:
        index = bisect_left(self.starts, position)
        return index < len(self.starts) and self.starts[index] == position

    def between(self, start: int, end: int) -> list[PageBlock]:
        """Return the segments that lie wholly between two positions as blocks."""
        first = bisect_left(self.starts, start)
        stop = len(self.starts) if end >= len(self.text) else bisect_right(self.starts, end) - 1
        rest = self.segments[first : max(first, stop)]
        return [PageBlock(" ".join(segment.split()), BlockKind.PARAGRAPH, None, None) for segment in rest]


def _found(squeezed: Sequence[str], main: _Main) -> list[int | None]:
    """Return for each block where it stands in the main text, None where it does not."""
    found: list[int | None] = [None] * len(squeezed)
    anchors = _anchors(squeezed, main.text)
    previous_block, previous_end = 0, 0
    for index, position in [*anchors, (len(squeezed), len(main.text))]:
        _find_between(squeezed, main, found, range(previous_block, index), previous_end, position)
        if index < len(squeezed):
            found[index] = position
            previous_block, previous_end = index + 1, position + len(squeezed[index])
    return found


def _anchors(squeezed: Sequence[str], text: str) -> list[tuple[int, int]]:
    """Return (block, position) of long blocks that occur once on both sides, the longest run in ascending order."""
    counts = Counter(squeezed)
    pairs = []
    for index, block in enumerate(squeezed):
        if len(block) >= LONG and counts[block] == 1:
            position = text.find(block)
            if position >= 0 and text.find(block, position + 1) < 0:
                pairs.append((index, position))
    return _ascending(pairs)


def _ascending(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest subsequence whose positions ascend (patience sorting)."""
    tops: list[int] = []
    heads: list[int] = []
    before: list[int | None] = []
    for number, (_, position) in enumerate(pairs):
        pile = bisect_left(tops, position)
        before.append(heads[pile - 1] if pile else None)
        tops[pile : pile + 1] = [position]
        heads[pile : pile + 1] = [number]
    chain: list[tuple[int, int]] = []
    at = heads[-1] if heads else None
    while at is not None:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _find_between(
    squeezed: Sequence[str], main: _Main, found: list[int | None], blocks: range, start: int, end: int
) -> None:
    """Find blocks in order in a stretch of the main text."""
    cursor = start
    for index in blocks:
        if cursor >= end:
            return
        position = _position(squeezed[index], main, cursor, end)
        if position is not None:
            found[index] = position
            cursor = position + len(squeezed[index])


def _position(block: str, main: _Main, cursor: int, end: int) -> int | None:
    if main.text.startswith(block, cursor) and cursor + len(block) <= end:
        return cursor
    position = main.text.find(block, cursor, end)
    while position >= 0:
        if len(block) >= LONG or main.begins_segment(position):
            return position
        position = main.text.find(block, position + 1, end)
    return None
