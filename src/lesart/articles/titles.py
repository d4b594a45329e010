"""Titles: where the title of a piece stands, and its repetitions."""

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz.fuzz import ratio

from lesart.articles.date_expressions import DateExpression, dates_in
from lesart.articles.passages import Passage
from lesart.articles.vocabulary import any_of
from lesart.text.article import Cut
from lesart.text.blocks import BlockKind
from lesart.text.document import Document
from lesart.text.normalisation import compared
from lesart.text.span import Span, trimmed

LONGEST_TITLE = 260  # code points
SHORTEST_TITLE = 4  # code points, for being repeated
SAME_TITLE = 95  # per cent of common characters; below that it is a subtitle that takes up the title


@dataclass(frozen=True, slots=True)
class TitlePlace:
    """The title's span, the date glued in front of it, and how many passages lie up to its end."""

    span: Span
    glued: tuple[Span, DateExpression] | None
    passages: int


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"^{any_of('title_labels')}\s*:\s+(?=\S)", re.IGNORECASE)


_NUMBER = re.compile(r"^(?:\d{1,2}|[IVX]{1,4})[.)]\s+")


def find_title(
    document: Document, cut: Cut, content: tuple[Passage, ...], *, numbered: bool = False
) -> TitlePlace | None:
    """Find the title: the splitter's, else a heading of the first rank, else the first line if it reads like a title.

    `numbered`: the piece is an item of a collection, the number before its title is not part of it.
    """
    if not content:
        return None
    index = _title_index(document, cut if numbered else Cut(cut.span, "", 1.0), content)
    if index is None:
        return None
    passage = content[index]
    glued = _glued_date(document.text, passage)
    label = _label().match(passage.text)
    start = glued[0].end if glued else passage.span.start + (label.end() if label else 0)
    span = without_marks(document.text, trimmed(document.text, Span(start, passage.span.end)))
    if numbered and (number := _NUMBER.match(span.of(document.text))) and number.end() < len(span):
        span = Span(span.start + number.end(), span.end)
    return TitlePlace(span, glued, index + 1)


def _title_index(document: Document, cut: Cut, content: tuple[Passage, ...]) -> int | None:
    if cut.title:
        found = next((i for i, p in enumerate(content) if p.span.overlap(cut.title)), None)
        if found is not None:
            return found
    clues = [compared(clue.value) for clue in document.clues_for("title")]
    near = content[:6]
    for index, passage in enumerate(near):
        if any(same_title(passage.bare, clue) for clue in clues):
            return index
    first = next((i for i, p in enumerate(near) if p.kind is BlockKind.HEADING and p.level == 1), None)
    if first is not None:
        return first
    if clues and content[0].kind is not BlockKind.HEADING:
        return None
    return 0 if _reads_like_a_title(content) else None


def _reads_like_a_title(content: tuple[Passage, ...]) -> bool:
    first = content[0]
    if len(first.text) > LONGEST_TITLE or first.kind in (BlockKind.RULE, BlockKind.TABLE_ROW):
        return False
    sentence_like = bool(re.search(r"[.;,:]$", first.bare)) and first.words > 12
    return len(content) > 1 and not sentence_like


def same_title(left: str, right: str) -> bool:
    """Say whether two lines are the same title, but for case, marks and quotation marks."""
    a, b = (re.sub(r"\W+", " ", compared(text)).strip() for text in (left, right))
    if len(a) < SHORTEST_TITLE or re.findall(r"\d+", a) != re.findall(r"\d+", b):
        return False
    return a == b or (len(a) > 20 and ratio(a, b) >= SAME_TITLE)


def _glued_date(text: str, passage: Passage) -> tuple[Span, DateExpression] | None:
    """Find a date that stands before the title in the same line, with a label (`date 2024-05 …`) or in figures."""
    words = passage.text
    for date in dates_in(words[:60]):
        label = re.fullmatch(rf"\s*(?:(?:{any_of('date_labels')})\s*:?\s*)?", words[: date.span.start], re.IGNORECASE)
        rest = words[date.span.end :]
        figures = re.fullmatch(r"[\d./-]+", words[date.span.start : date.span.end]) is not None
        labelled = bool(words[: date.span.start].strip())
        opened = re.match(r"(?:\s*\d{1,2}:\d{2}(?:\s?uhr)?)?(?:\s+[|–—-]\s+|\s+|\s*[|]\s*)(?=\S)", rest, re.IGNORECASE)
        if label and opened and (labelled or figures) and not date.value.startswith("-") and len(rest.split()) >= 2:
            end = date.span.end + len(rest[: opened.end()].rstrip())
            span = Span(passage.span.start, passage.span.start + end)
            return span, DateExpression(date.span.shifted(passage.span.start), date.value)
    return None


def without_marks(text: str, span: Span) -> Span:
    """Leave out the Markdown marks around a heading (`# `, `**`)."""
    start, end = span.start, span.end
    if mark := re.match(r"#{1,6}\s+|[*_]{1,2}(?=\S)", span.of(text)):
        start += mark.end()
    while end > start and text[end - 1] in "#*_ ":
        end -= 1
    return Span(start, end) if start < end else span


def repetitions_of_title(title: str, passages: tuple[Passage, ...]) -> list[Passage]:
    """Find the passages near the head that say the title once more and nothing else."""
    return [p for p in passages[:6] if same_title(p.bare, title)]
