"""Passages: the lines and paragraphs of one article, in order, as cleaning and description look at them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from lesart.articles.credit_lines import credit_line
from lesart.text.blocks import BlockKind, blocks_of_plain_text
from lesart.text.document import Document
from lesart.text.span import Span, trimmed

_SENTENCE_END = re.compile(r"[.!?…][\"“”»«'’)\]]*$")
_MARKS = re.compile(r"^(?:#{1,6}\s+|[+*=~]{2,5}\s+|[*_]{1,3}(?=\S)|[-*•‣▪]\s+|>\s*)+|\s{0,3}[+=~]{2,5}$|[*_]{1,3}$")
_HYPHENS = ("-", "\u00ad", "\u2010")
_BROKEN = re.compile(r"[^\W\d_][-\u00ad\u2010]$")
RUNNING_WORDS = 14  # words; a shorter passage is text only if it ends like a sentence
SENTENCE_WORDS = 7


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a line that stands alone. `furniture` is the reader's reason for holding it to be no text."""

    span: Span
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    furniture: str | None = None

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def running(self) -> bool:
        """Whether the passage reads as running text: whole sentences, not a heading, an item or a line of a list."""
        if self.kind in (BlockKind.HEADING, BlockKind.RULE, BlockKind.CAPTION) or self.furniture:
            return False
        return _runs(self.text)

    @property
    def bare(self) -> str:
        """The words without Markdown marks and list marks."""
        return _bare(self.text)


@lru_cache(maxsize=1024)  # each passage is asked several times
def _bare(text: str) -> str:
    return _MARKS.sub("", text.strip()).strip()


@lru_cache(maxsize=1024)
def _runs(text: str) -> bool:
    words = len(text.split())
    return words >= RUNNING_WORDS or (words >= SENTENCE_WORDS and bool(_SENTENCE_END.search(text)))


def passages_of(document: Document, span: Span) -> tuple[Passage, ...]:
    """Cut an article into passages, in order, blank ones left out.

    They are the reader's blocks; in hard-wrapped text, where a block has several lines, a short first line stays by
    itself, so that a byline under a title is not taken for text.
    """
    blocks = [b for b in document.blocks if b.span.overlap(span)] or [
        b for b in blocks_of_plain_text(document.text) if b.span.overlap(span)
    ]
    found = []
    for block in blocks:
        inside = block.span.clipped(span)
        whole = trimmed(document.text, inside) if inside else Span(0, 0)
        for part in _lines(document.text, whole) if block.kind is BlockKind.PARAGRAPH else [whole]:
            if len(part):
                found.append(Passage(part, part.of(document.text), block.kind, block.level, block.furniture))
    return tuple(_joined_at_hyphens(document.text, found))


def _joined_at_hyphens(text: str, passages: list[Passage]) -> list[Passage]:
    """Join a line that breaks off in a divided word with the line that goes on."""
    joined: list[Passage] = []
    for passage in passages:
        last = joined[-1] if joined else None
        broken = last and last.text.endswith(_HYPHENS) and passage.text[:1].islower() and _BROKEN.search(last.text)
        if last and broken and text.count("\n", last.span.end, passage.span.start) == 1:
            span = Span(last.span.start, passage.span.end)
            joined[-1] = Passage(span, span.of(text), last.kind, last.level, last.furniture)
        else:
            joined.append(passage)
    return joined


SHORT_LINE = 45  # code points; a line that short within a hard-wrapped block ends where its writer wanted it to


def _lines(text: str, span: Span) -> list[Span]:
    if text.find("\n", span.start, span.end) < 0 and text.find("\r", span.start, span.end) < 0:
        return [span]
    lines = [Span(span.start + m.start(), span.start + m.end()) for m in re.finditer(r"[^\n\r]+", span.of(text))]
    if len(lines) < 2:
        return [span]
    runs: list[list[Span]] = []
    for line in lines:
        if runs and len(runs[-1][-1]) > SHORT_LINE and not credit_line(text, line):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [trimmed(text, Span(run[0].start, run[-1].end)) for run in runs]
