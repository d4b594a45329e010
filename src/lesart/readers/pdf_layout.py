"""Layout of PDF pages: printed lines become paragraphs and headings; running heads and page numbers are furniture."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from lesart.readers.lines import is_cut
from lesart.text.blocks import BlockKind

RUNNING_SHARE = 0.5  # of the pages (at least two) on which a line must stand at the same edge to be a running head
EDGE_LINES = 2  # lines at the top and the bottom of a page that may be running heads
HEADING_SIZE = 1.15  # times the usual size of the document's letters
NEW_PARAGRAPH_GAP = 1.45  # times the usual distance of lines
SHORT_LINE = 0.82  # of the column's width; a line that ends a sentence so far left ends the paragraph
INDENT = 0.8  # times the letter size
_PAGE_NUMBER = re.compile(
    r"^\W*(?:(?:seite|page|s\.|p\.|стр\.?|с\.)\s*)?\d{1,4}(?:\s*(?:/|von|of|из|з)\s*\d{1,4})?\W*$", re.I
)
_SENTENCE_END = re.compile(r"[.!?:…][\"“”«»’')\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: text, box in points (y grows upwards) and letter size; zeros where it comes from a scan."""

    text: str
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    top: float = 0.0
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that belong together: a paragraph, a heading, or furniture."""

    lines: tuple[Line, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    furniture: str | None = None


def pieces_of(pages: list[list[Line]]) -> list[Piece]:
    """Return the pieces of all pages in order; a paragraph that goes on over a page is one, before the furniture."""
    heads = _running_heads(pages)
    size = _usual_size(pages)
    pieces: list[Piece] = []
    for number, page in enumerate(pages):
        found = [_furniture(line, at, page, heads) for at, line in enumerate(page)]
        body = [line for line, reason in zip(page, found, strict=True) if reason is None]
        top = [Piece((page[i],), furniture=reason) for i, reason in enumerate(found) if reason and i < len(page) / 2]
        foot = [Piece((page[i],), furniture=reason) for i, reason in enumerate(found) if reason and i >= len(page) / 2]
        paragraphs = list(_paragraphs(body, size))
        if number and paragraphs and (at := _open_paragraph(pieces, paragraphs[0])) is not None:
            pieces[at] = Piece(pieces[at].lines + paragraphs.pop(0).lines)
        pieces += [*top, *paragraphs, *foot]
    return pieces


def _running_heads(pages: list[list[Line]]) -> set[str]:
    """Return the lines, digits taken for equal, that stand at an edge of many pages."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_shape(line.text) for line in [*page[:EDGE_LINES], *page[-EDGE_LINES:]]})
    least = max(2, RUNNING_SHARE * len(pages))
    return {shape for shape, count in counts.items() if count >= least and shape}


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text).strip().lower()


def _furniture(line: Line, at: int, page: list[Line], heads: set[str]) -> str | None:
    if EDGE_LINES <= at < len(page) - EDGE_LINES:
        return None
    if _PAGE_NUMBER.match(line.text) and at in (0, len(page) - 1) and len(page) > 1:
        return "page number"
    return "running head" if _shape(line.text) in heads else None


def _usual_size(pages: list[list[Line]]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _open_paragraph(pieces: list[Piece], following: Piece) -> int | None:
    """Return the last paragraph where it goes on in the following one: cut, or without an end before a small letter."""
    at = next((i for i in range(len(pieces) - 1, -1, -1) if pieces[i].furniture is None), None)
    if at is None or pieces[at].kind is not BlockKind.PARAGRAPH or following.kind is not BlockKind.PARAGRAPH:
        return None
    end, start = pieces[at].lines[-1].text, following.lines[0].text
    return at if is_cut(end) or (start[:1].islower() and not _SENTENCE_END.search(end)) else None


def _paragraphs(lines: list[Line], usual_size: float) -> Iterator[Piece]:
    """Cut a page's lines into paragraphs and headings."""
    gap = _usual_gap(lines)
    left, right = min((x.left for x in lines), default=0.0), max((x.right for x in lines), default=0.0)
    current: list[Line] = []
    for line in lines:
        if current and _begins_paragraph(current, line, gap, right - left):
            yield _piece(current, usual_size)
            current = []
        if line.text:
            current.append(line)
    if current:
        yield _piece(current, usual_size)


def _usual_gap(lines: list[Line]) -> float:
    gaps = Counter(round(a.bottom - b.bottom, 1) for a, b in pairwise(lines) if a.bottom > b.bottom)
    return gaps.most_common(1)[0][0] if gaps else 0.0


def _begins_paragraph(current: list[Line], line: Line, gap: float, width: float) -> bool:
    before = current[-1]
    if not line.text:
        return True
    if not gap or is_cut(before.text):
        return False
    step = before.bottom - line.bottom
    if step > NEW_PARAGRAPH_GAP * gap or abs(line.size - before.size) > 0.08 * max(before.size, 1.0):
        return True
    if step < -gap / 2:  # a new column, or a page that is not written from top to bottom
        return bool(_SENTENCE_END.search(before.text)) or not line.text[:1].islower()
    ends = bool(_SENTENCE_END.search(before.text))
    column = max(x.right for x in current) - min(x.left for x in current)
    indented = line.left - before.left > INDENT * max(line.size, 1.0)
    short = before.right - before.left < SHORT_LINE * max(column, min(width, line.right - line.left))
    return ends and (short or (indented and len(current) > 0))


def _piece(lines: list[Line], usual_size: float) -> Piece:
    size = lines[0].size
    if usual_size and size > HEADING_SIZE * usual_size and len(lines) <= 4:
        level = 1 if size > 1.6 * usual_size else 2 if size > 1.3 * usual_size else 3
        return Piece(tuple(lines), BlockKind.HEADING, level)
    return Piece(tuple(lines))
