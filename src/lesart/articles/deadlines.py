"""Deadlines: days that a text still looks ahead to; it was written before them."""

import re
from dataclasses import dataclass
from functools import cache

from lesart.articles.date_expressions import DateExpression, dates_in
from lesart.articles.passages import Passage
from lesart.articles.vocabulary import rows
from lesart.text.sentences import sentences
from lesart.text.span import Span


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day ahead, and the words that set it (`bis zum 8. August`)."""

    date: DateExpression
    span: Span


@cache
def _words(kind: str) -> re.Pattern[str]:
    sources = "|".join(row["pattern"] for row in rows("deadlines") if row["kind"] == kind)
    tail = r"\s+(?:the\s+|dem\s+|den\s+)?$" if kind == "before" else r"(?!\w)"
    return re.compile(rf"(?<!\w)(?:{sources}){tail}", re.IGNORECASE)


def deadlines(text: str, passages: tuple[Passage, ...]) -> list[Deadline]:
    """Find the days that sentences in the present or future set as a limit; those told in the past are none."""
    found: list[Deadline] = []
    for passage in passages:
        if not dates_in(passage.text):
            continue
        for sentence in sentences(text, passage.span):
            words = sentence.of(text)
            if _words("ahead").search(words) and not _words("past").search(words):
                found.extend(_set_by(words, sentence.start))
    return found


def _set_by(words: str, base: int) -> list[Deadline]:
    found = []
    for date in dates_in(words):
        if before := _words("before").search(words[: date.span.start]):
            span = Span(base + before.start(), base + date.span.end)
            found.append(Deadline(DateExpression(date.span.shifted(base), date.value), span))
    return found
