"""Blocks: the paragraphs, headings and list items of a document, and how plain text falls into them."""

import itertools
import re
from dataclasses import dataclass
from enum import StrEnum

from lesart.text.span import Span, trimmed


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    TABLE_ROW = "table_row"
    CAPTION = "caption"
    PREFORMATTED = "preformatted"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a document.

    `span` has no blank ends. `level` is 1 to 6 for headings, the depth for list items, else None.
    `furniture` is the reader's reason for holding the block to be outside the piece (navigation of a page,
    a running head of a PDF), None for running text.
    """

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    furniture: str | None = None


_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_RULE = re.compile(r"^\s*([-=_*~•·#+–—]\s*){3,}$")
_LIST_MARK = re.compile(r"^\s*(?:[-*•‣▪–]|\d{1,3}[.)])\s+\S")
_HEADING_MARK = re.compile(r"^\s*(#{1,6})\s+\S")
HARD_WRAP_COLUMNS = (50, 100)  # lines of mail and agency text are wrapped in this range
HARD_WRAP_SHARE = 0.6  # share of inner lines that must end within 15 columns of the longest


def blocks_of_plain_text(text: str) -> list[Block]:
    """Cut a plain text into blocks, in order.

    A line is a block, unless the text is hard-wrapped, where the lines up to a blank line, a rule, a heading mark or
    a list mark are one. Blank lines belong to no block.
    """
    lines = [trimmed(text, Span(m.start(), m.end())) for m in _LINE.finditer(text)]
    lines = [line for line in lines if len(line)]
    runs = _wrapped_runs(text, lines) if _is_hard_wrapped(text, lines) else [[line] for line in lines]
    return [_block(text, Span(run[0].start, run[-1].end)) for run in runs]


def _block(text: str, span: Span) -> Block:
    line = span.of(text)
    if _RULE.match(line):
        return Block(span, BlockKind.RULE)
    if mark := _HEADING_MARK.match(line):
        return Block(span, BlockKind.HEADING, level=len(mark.group(1)))
    if _LIST_MARK.match(line):
        return Block(span, BlockKind.LIST_ITEM, level=1)
    return Block(span)


def _is_hard_wrapped(text: str, lines: list[Span]) -> bool:
    """Hold a text to be hard-wrapped where most lines that go on in the next line end near one common column."""
    inner = [len(a) for a, b in itertools.pairwise(lines) if text.count("\n", a.end, b.start) == 1]
    longest = max((len(line) for line in lines), default=0)
    if len(inner) < 4 or not HARD_WRAP_COLUMNS[0] <= longest <= HARD_WRAP_COLUMNS[1]:
        return False
    return sum(length > longest - 15 for length in inner) >= HARD_WRAP_SHARE * len(inner)


def _wrapped_runs(text: str, lines: list[Span]) -> list[list[Span]]:
    longest = max(len(line) for line in lines)
    runs: list[list[Span]] = []
    for line in lines:
        goes_on = (
            bool(runs)
            and text.count("\n", runs[-1][-1].end, line.start) == 1
            and len(runs[-1][-1]) > longest // 2
            and _block(text, line).kind is BlockKind.PARAGRAPH
            and _block(text, runs[-1][-1]).kind not in (BlockKind.RULE, BlockKind.HEADING)
        )
        if goes_on:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs
