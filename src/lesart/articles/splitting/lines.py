"""Lines: the blocks of a document, each with what it looks like to an editor who leafs through a digest."""

import re
from dataclasses import dataclass
from enum import StrEnum

from lesart.articles.splitting import cues
from lesart.text.blocks import Block, BlockKind
from lesart.text.document import Document
from lesart.text.span import Span

TITLE_LENGTH = 160  # code points; the longest headline among 850 Wikinews articles has 143
_SENTENCE_END = re.compile(r"[.!?…:;,][\"“”»«›’')\]]*\s*$")
_NUMBER = re.compile(r"^\W{0,3}(\d{1,3})[.):]\s+\S")


class Shape(StrEnum):
    """What kind of line it is, from its words alone."""

    PROSE = "prose"
    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    SOURCE = "source"
    ONWARD = "onward"
    REMARK = "remark"
    FOOTER = "footer"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `gap` counts the blank lines before it, `number` is that of a numbered item."""

    span: Span
    text: str
    kind: BlockKind
    level: int | None
    gap: int
    shape: Shape
    number: int | None = None


def lines_of(document: Document) -> list[Line]:
    """Return the lines of a document in order, furniture left out."""
    lines: list[Line] = []
    end = 0
    for block in document.blocks:
        if block.furniture is None and len(block.span):
            text = block.span.of(document.text)
            gap = max(0, document.text.count("\n", end, block.span.start) - 1) if lines else 0
            lines.append(_line(block, text, gap))
        end = block.span.end
    return lines


def _line(block: Block, text: str, gap: int) -> Line:
    number = _NUMBER.match(text)
    return Line(block.span, text, block.kind, block.level, gap, _shape(block, text), int(number[1]) if number else None)


def _shape(block: Block, text: str) -> Shape:
    if block.kind is BlockKind.RULE or not any(c.isalnum() for c in text):
        return Shape.RULE
    tests = (
        (cues.leads_onward, Shape.ONWARD),
        (cues.names_source, Shape.SOURCE),
        (cues.is_remark, Shape.REMARK),
        (cues.is_byline, Shape.BYLINE),
        (cues.is_date_line, Shape.DATE),
    )
    for test, shape in tests:
        if test(text):
            return shape
    if cues.is_footer(text) and len(text) < TITLE_LENGTH:
        return Shape.FOOTER
    return Shape.TITLE if block.kind is BlockKind.HEADING or looks_like_title(text) else Shape.PROSE


def looks_like_title(text: str) -> bool:
    """Say whether a line could be a headline: short, one line, not ended like a sentence."""
    plain = cues.bare(text)
    if not plain or len(plain) > TITLE_LENGTH or "\n" in text.strip() or plain[0].islower():
        return False
    ended = _SENTENCE_END.search(plain)
    return ended is None or (plain.rstrip("\"“”»«›’')] ")[-1:] in "!?")
