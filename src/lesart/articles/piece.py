"""Piece: an article on its way: its passages sorted into head, body and tail, and what its edge lines say."""

import re
from dataclasses import dataclass

from lesart.articles.credit_lines import CreditLine, credit_line
from lesart.articles.date_expressions import DateExpression
from lesart.articles.link_stubs import Stub, stub_of
from lesart.articles.notes import Note, note_of
from lesart.articles.page_matter import head_matter
from lesart.articles.passages import Passage, passages_of
from lesart.articles.titles import find_title
from lesart.text.article import Cut, Removal
from lesart.text.document import Document
from lesart.text.sentences import sentences
from lesart.text.span import Span

HEAD_RUNNING = 1  # passages of running text (a teaser) that may stand between title and byline
TAIL_LINES = 8  # passages from the end that may be notes, stubs and credit lines


@dataclass(frozen=True, slots=True)
class Piece:
    """One article with its parts found. All spans are code points into the document's text.

    `body` holds the passages behind the title that are neither credit line nor stub nor note nor page matter before
    the title; what stands behind the last sentence is still in it.
    """

    document: Document
    cut: Cut
    passages: tuple[Passage, ...]
    before: tuple[Removal, ...]
    title: Span | None
    glued: tuple[Span, DateExpression] | None
    subtitle: Passage | None
    credit_lines: tuple[CreditLine, ...]
    tail_credits: tuple[CreditLine, ...]
    notes: tuple[Note, ...]
    stubs: tuple[Stub, ...]
    body: tuple[Passage, ...]

    @property
    def text(self) -> str:
        return self.document.text


def piece_of(document: Document, cut: Cut) -> Piece:
    """Find the parts of one article."""
    passages = passages_of(document, cut.span)
    content = tuple(p for p in passages if p.furniture is None)
    before = head_matter(content)
    content = content[len(before) :]
    early, content = _early_credits(document.text, content)
    title = find_title(document, cut, content)
    rest = content[title.passages :] if title else content
    head = _head_credits(document.text, rest)
    behind = _tail_lines(document.text, rest)
    taken = {line.span for line in head} | {span for span, _ in behind}
    body = tuple(p for p in rest if p.span not in taken)
    return Piece(
        document,
        cut,
        passages,
        tuple(before),
        title.span if title else None,
        title.glued if title else None,
        _subtitle(rest, head, title is not None),
        (*early, *head),
        tuple(found for _, found in behind if isinstance(found, CreditLine)),
        tuple(note for _, found in behind if isinstance(found, tuple) for note in found),
        tuple(found for _, found in behind if isinstance(found, Stub)),
        body,
    )


def _early_credits(text: str, content: tuple[Passage, ...]) -> tuple[list[CreditLine], tuple[Passage, ...]]:
    found = []
    while len(content) > 1 and (line := credit_line(text, content[0].span)):
        found.append(line)
        content = content[1:]
    return found, content


def _head_credits(text: str, rest: tuple[Passage, ...]) -> list[CreditLine]:
    found: list[CreditLine] = []
    running = 0
    for passage in rest[:8]:
        if line := credit_line(text, passage.span):
            found.append(line)
        elif passage.running:
            running += 1
            if running > HEAD_RUNNING or found:
                break
    return found


def _tail_lines(text: str, rest: tuple[Passage, ...]) -> list[tuple[Span, CreditLine | Stub | tuple[Note, ...]]]:
    """Read the last passages as credit lines, stubs and notes; running text that is no note ends the search."""
    found: list[tuple[Span, CreditLine | Stub | tuple[Note, ...]]] = []
    for passage in reversed(rest[1:]):
        if stub := stub_of(passage):
            found.append((passage.span, stub))
        elif notes := notes_of(text, passage):
            found.append((passage.span, notes))
        elif (line := credit_line(text, passage.span)) and passage.words <= 25:
            found.append((passage.span, line))
        elif passage.running:
            break
    return found[::-1]


def notes_of(text: str, passage: Passage) -> tuple[Note, ...]:
    """Read a passage as notes, one a sentence; empty where a sentence of it is none."""
    notes = [note_of(text, sentence) for sentence in sentences(text, passage.span)]
    return tuple(note for note in notes if note) if notes and all(notes) else ()


def _subtitle(rest: tuple[Passage, ...], head: list[CreditLine], titled: bool) -> Passage | None:
    """Take the passage between title and byline, or the short passage behind the byline, for the subtitle."""
    if not titled or len(rest) < 2:
        return None
    lines = {line.span for line in head}
    open_passages = [p for p in rest[:6] if p.span not in lines]
    if len(open_passages) < 2:
        return None
    first, second = open_passages[0], open_passages[1]
    between = bool(head) and first.span.start < head[0].span.start
    short = len(first.text) <= 450 and (len(first.text) < len(second.text) or not second.running)
    plain = not re.match(r"^[„\"«»“]", first.text) or between
    return first if between or (short and plain and first.running) else None
