"""Lines: a document as an editor leafs through it: headlines, credits, stubs, rules and running text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from lesart.articles.splitting import credits, press, stubs
from lesart.articles.splitting.run_in import RunIn, run_in_titles
from lesart.articles.splitting.words import bare, forms
from lesart.text.blocks import Block, BlockKind
from lesart.text.document import Document
from lesart.text.span import Span, trimmed

TITLE_LENGTH = 170  # code points; the longest headline among 850 Wikinews articles has 143
TAG_LENGTH = 20  # code points of a line that may begin with a small letter and is no prose all the same (`#kurz`)
SURELY_SHORT = 60  # code points up to which a headline may hold two sentences
_SENTENCE_END = re.compile(r"[.…:;,][\"“”»«›’')\]]*\s*$|[.…][\"“”»«›’]*\s*\([^()]{2,60}\)\s*$")
_TWO_SENTENCES = re.compile(r"(\w{4,}[.])[\"“”»«›’]*\s+[\"„“«‹]?[^\W\d_a-zа-яё]")
_COUNTED = re.compile(r"^\W{0,3}\d{1,3}\s?(?:/|of|von|из|з)\s?\d{1,3}(?!\d)")
_MARK = re.compile(r"^([^\w\s\"'„“”«»‚‘’(\[–—-]+)")
_ROMAN = re.compile(r"^\(?(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2})[.)]\s+(?=\S)")
_LETTER = re.compile(r"^(?:\(?[^\W\d_]\)|[^\W\d_]\.)\s+(?=\S)")
_WORDED = re.compile(r"^(?:[^\W\d_]{2,12}\.?|№)\s?\d{1,3}\s?[:.)–—]\s+(?=\S)")
_NUMBER = re.compile(r"^\W{0,3}(\d{1,3})[.):]\s+\S")


class Shape(StrEnum):
    """What a line is, by its own words and signs."""

    PROSE = "prose"
    TITLE = "title"
    NAME = "name"
    BYLINE = "byline"
    DATE = "date"
    ADDRESS = "address"
    SOURCE = "source"
    ONWARD = "onward"
    REMARK = "remark"
    FOOTER = "footer"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Line:
    """One line or paragraph, `text` without line ends: `gap` counts the blank lines before it, `number` is that of a numbered item.

    `look` is what catches the eye at the beginning: a level, capitals, a mark, a number or letter, a time, "2/7", or that
    the text follows in the same line.
    """

    span: Span
    text: str
    shape: Shape
    gap: int
    level: int | None = None
    number: int | None = None
    look: str = ""


_TESTS = (
    (stubs.leads_onward, Shape.ONWARD),
    (stubs.names_source, Shape.SOURCE),
    (stubs.is_remark, Shape.REMARK),
    (credits.is_byline, Shape.BYLINE),
    (credits.is_date_line, Shape.DATE),
    (credits.is_address, Shape.ADDRESS),
    (stubs.is_footer, Shape.FOOTER),
    (credits.is_name_line, Shape.NAME),
)


def lines_of(document: Document) -> list[Line]:
    """Return the lines of a document in order; furniture of the page is left out."""
    lines: list[Line] = []
    end = 0
    paragraphs = [b.span for b in document.blocks if b.furniture is None and b.kind is not BlockKind.HEADING]
    titles = run_in_titles(document.text, paragraphs)
    for block in document.blocks:
        if block.furniture is None:
            for span in _parts(block, document.text):
                gap = max(0, document.text.count("\n", end, span.start) - 1) if lines else 0
                title = titles.get(span)
                lines += _run_in(title, span, document.text, gap) if title else [_line(block, span, document.text, gap)]
                end = span.end
        end = max(end, block.span.end)
    return lines


def _run_in(title: RunIn, paragraph: Span, text: str, gap: int) -> list[Line]:
    rest = Span(title.text, paragraph.end)
    words = " ".join(rest.of(text).split())
    return [Line(title.span, title.words, Shape.TITLE, gap, look="run-in"), Line(rest, words, Shape.PROSE, 0)]


def _parts(block: Block, text: str) -> Iterator[Span]:
    """Yield a block whole, or, where credits or stubs are wrapped into it, its lines apart."""
    pieces = [trimmed(text, Span(m.start() + block.span.start, m.end() + block.span.start))
              for m in re.finditer(r"[^\n]+", block.span.of(text))]  # fmt: skip
    pieces = [piece for piece in pieces if len(piece)]
    special = [i for i, piece in enumerate(pieces) if len(pieces) > 1 and _special(piece.of(text))]
    borders = sorted({0, len(pieces), *special, *(i + 1 for i in special)})
    for a, b in pairwise(borders):
        yield Span(pieces[a].start, pieces[b - 1].end)


def _special(text: str) -> bool:
    return any(test(text) for test, shape in _TESTS if shape not in (Shape.NAME, Shape.FOOTER, Shape.REMARK))


def _line(block: Block, span: Span, text: str, gap: int) -> Line:
    words = " ".join(span.of(text).split())
    number = _NUMBER.match(words)
    level = block.level if block.kind is BlockKind.HEADING else None
    return Line(span, words, _shape(block, words), gap, level, int(number[1]) if number else None, _look(words, level))


def _look(text: str, level: int | None) -> str:
    """Name what catches the eye at the beginning of a line, `` where nothing does."""
    if level is not None:
        return f"level {level}"
    if _COUNTED.match(text):
        return "counted"
    if credits.clock_at_start(text):
        return "clock"
    if _NUMBER.match(text):
        return "number"
    for look, pattern in (("roman", _ROMAN), ("letter", _LETTER), ("worded", _WORDED)):
        if pattern.match(text):
            return look
    if mark := _MARK.match(text):
        return f"mark {mark[1]}"
    return "capitals" if text.isupper() else ""


def _shape(block: Block, text: str) -> Shape:
    if not any(character.isalnum() for character in text):
        return Shape.RULE
    for test, shape in _TESTS:
        if test(text):
            return shape
    if block.kind is BlockKind.HEADING:
        return Shape.TITLE
    return Shape.TITLE if looks_like_title(text) and not _opens_text(text) else Shape.PROSE


def _opens_text(text: str) -> bool:
    return len(text) > SURELY_SHORT and (credits.has_dateline(text) or press.hands_over(text))


def _unmarked(text: str) -> str:
    """Return a line without the Roman number or letter before it."""
    match = _ROMAN.match(text) or _LETTER.match(text)
    return text[match.end() :] if match else text


def looks_like_title(text: str) -> bool:
    """Say whether a line could be a headline: short, one line, not ended like a sentence that states something."""
    plain = bare(_unmarked(text))
    dated = credits.ends_with_date(plain)
    if not plain or len(plain) > TITLE_LENGTH + 60 * dated or (plain[0].islower() and len(plain) > TAG_LENGTH):
        return False
    if dated:
        return True
    return _SENTENCE_END.search(text.rstrip("*_+#=> ")) is None and (
        len(plain) < SURELY_SHORT or not _holds_two_sentences(plain)
    )


def _holds_two_sentences(plain: str) -> bool:
    return any(match[1].lower() not in forms("noble") for match in _TWO_SENTENCES.finditer(plain))
