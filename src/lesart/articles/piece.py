"""Piece: an article on its way: its passages sorted into head, body and tail, and what its edge lines say."""

import re
from dataclasses import dataclass, replace

from lesart.articles.credit_lines import Credit, CreditLine, credit_line, names_alone
from lesart.articles.date_expressions import TIME, DateExpression
from lesart.articles.edges import Edges, tail_edges
from lesart.articles.link_stubs import Stub
from lesart.articles.names import is_outlet
from lesart.articles.notes import Note
from lesart.articles.page_matter import is_rubric, matter_before_title
from lesart.articles.passages import Passage, passages_of
from lesart.articles.titles import TitlePlace, find_title, same_title
from lesart.text.article import Cut, Removal, RemovalKind
from lesart.text.blocks import BlockKind
from lesart.text.document import Document
from lesart.text.span import Span

HEAD_RUNNING = 1  # passages of running text (a teaser) that may stand between title and byline
HEAD_PASSAGES = 8  # passages behind the title among which a byline may stand
LONGEST_SUBTITLE = 450  # code points


@dataclass(frozen=True, slots=True)
class Collection:
    """What surrounds a piece in its document: how many pieces there are, and the day at the head of them all."""

    articles: int = 1
    titled: bool = True  # whether the pieces have titles of their own; those of a press review in prose have none
    day: DateExpression | None = None


ALONE = Collection()


@dataclass(frozen=True, slots=True)
class Piece:
    """One article with its parts found. All spans are code points into the document's text.

    `body` holds the passages behind the title that are no credit line, stub, note or editorial remark; page matter
    behind the last sentence is still in it. `lead_in` is what stands before the title of the first piece of a
    collection.
    """

    document: Document
    cut: Cut
    collection: Collection
    passages: tuple[Passage, ...]
    lead_in: Span | None
    before: tuple[Removal, ...]
    title: TitlePlace | None
    subtitle: Passage | None
    credit_lines: tuple[CreditLine, ...]
    edges: Edges
    body: tuple[Passage, ...]

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def tail_credits(self) -> tuple[CreditLine, ...]:
        return self.edges.credits

    @property
    def all_credits(self) -> tuple[CreditLine, ...]:
        """The credit lines of head and tail, in the order of the text."""
        return (*self.credit_lines, *self.edges.credits)

    @property
    def notes(self) -> tuple[Note, ...]:
        return self.edges.notes

    @property
    def stubs(self) -> tuple[Stub, ...]:
        return self.edges.stubs

    @property
    def editorial(self) -> tuple[Passage, ...]:
        return self.edges.editorial


def piece_of(document: Document, cut: Cut, collection: Collection = ALONE) -> Piece:
    """Find the parts of one article."""
    passages = _with_run_in_title(document, cut, _with_headlines(document, passages_of(document, cut.span)))
    content = tuple(p for p in passages if p.furniture is None)
    lead_in, content = _lead_in(cut, content, collection)
    before, early, content = _before_title(document.text, content)
    title = find_title(document, cut, content, numbered=collection.articles > 1) if collection.titled else None
    rest = content[title.passages :] if title else content
    head = _head_credits(document.text, rest)
    named = [credit.name for line in (*early, *head) for credit in line.credits]
    lines = {line.span for line in head}
    edges = tail_edges(document.text, tuple(p for p in rest if p.span not in lines), named)
    taken = lines | edges.spans
    body = tuple(p for p in rest if p.span not in taken)
    subtitle = _subtitle(rest, head, collection) if title else None
    return Piece(
        document, cut, collection, passages, lead_in, tuple(before), title, subtitle, (*early, *head), edges, body
    )


def _with_headlines(document: Document, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Count the page's headline, and a heading directly under it, to the piece though they stand outside its text."""
    clue = next(iter(document.clues_for("title")), None)
    if clue is None:
        return passages
    kept: list[Passage] = []
    for passage in passages:
        if passage.kind is not BlockKind.HEADING or passage.furniture is None:
            kept.append(passage)
            continue
        under = bool(kept) and kept[-1].kind is BlockKind.HEADING and kept[-1].furniture is None
        headline = same_title(passage.bare, clue.value) or (under and same_title(kept[-1].bare, clue.value))
        kept.append(replace(passage, furniture=None) if headline else passage)
    return tuple(kept)


def _with_run_in_title(document: Document, cut: Cut, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Part the title that the splitter found at the head of a paragraph from the text that follows it in the line."""
    index = next((i for i, p in enumerate(passages) if cut.title and p.span.contains(cut.title)), None)
    if index is None or cut.title is None:
        return passages
    whole = passages[index]
    rest = document.text[cut.title.end : whole.span.end]
    start = cut.title.end + len(rest) - len(rest.lstrip("*_.: –—-"))
    text = Passage(Span(start, whole.span.end), document.text[start : whole.span.end], whole.kind)
    if whole.kind is BlockKind.HEADING or not text.running or "\n" in document.text[cut.title.end : start + 1]:
        return passages
    title = replace(
        whole, span=Span(whole.span.start, cut.title.end), text=document.text[whole.span.start : cut.title.end]
    )
    return (*passages[:index], title, text, *passages[index + 1 :])


def _lead_in(cut: Cut, content: tuple[Passage, ...], collection: Collection) -> tuple[Span | None, tuple[Passage, ...]]:
    """Set apart what stands before the title that the splitter found, where more follows it than one short line."""
    if cut.title is None or collection.articles < 2:
        return None, content
    ahead = [p for p in content if p.span.end <= (cut.title.start if collection.titled else cut.title.end)]
    if collection.titled and len(ahead) < 2 and not any(p.running for p in ahead):
        return None, content
    if not ahead:
        return None, content
    return Span(ahead[0].span.start, ahead[-1].span.end), content[len(ahead) :]


_TIME_LINE = re.compile(rf"^\W*{TIME}\W*$", re.IGNORECASE)
_MASTHEAD = re.compile(r"^[A-ZÄÖÜА-ЯІЇЄҐ][A-ZÄÖÜА-ЯІЇЄҐ .&-]{2,30}$")


def _before_title(
    text: str, content: tuple[Passage, ...]
) -> tuple[list[Removal], list[CreditLine], tuple[Passage, ...]]:
    """Read the lines over the title: navigation, rubric, date, time of a ticker, name of the outlet."""
    matter: list[Removal] = []
    found: list[CreditLine] = []
    while len(content) > 2:
        if content[0].kind is BlockKind.RULE:
            matter.append(Removal(content[0].span, RemovalKind.FURNITURE, "a rule before the title", 0.9))
        elif removal := matter_before_title(content[0], content[1]):
            matter.append(removal)
        elif line := credit_line(text, content[0].span) or _time_line(content[0]) or _masthead(text, content):
            found.append(line)
        else:
            break
        content = content[1:]
    return matter, found, content


def _time_line(passage: Passage) -> CreditLine | None:
    return CreditLine(passage.span) if _TIME_LINE.match(passage.text) else None


def _masthead(text: str, content: tuple[Passage, ...]) -> CreditLine | None:
    """Read a line over a date line or a rubric as the outlet's name where it is in capitals or called a newspaper."""
    passage, following = content[0], content[1]
    below = credit_line(text, following.span)
    named = bool(_MASTHEAD.match(passage.bare)) or (is_outlet(passage.bare) and passage.bare[0].isupper())
    if passage.words <= 4 and named and ((below and below.dates) or is_rubric(following)):
        return CreditLine(passage.span, outlets=[(passage.bare, passage.span)])
    return None


def _head_credits(text: str, rest: tuple[Passage, ...]) -> list[CreditLine]:
    found: list[CreditLine] = []
    running = 0
    near = rest[:HEAD_PASSAGES]
    for index, passage in enumerate(near):
        line = credit_line(text, passage.span)
        if line and line.sourced and running:
            break
        if line and not (line.plain_date and _is_day_of_a_chronicle(text, rest, passage)):
            found.append(line)
        elif (time := _time_line(passage)) and not running:
            found.append(time)
        elif alone := _name_beside_date(text, near, index):
            found.append(alone)
        elif passage.running:
            running += 1
            if running > HEAD_RUNNING or found:
                break
    return found


def _name_beside_date(text: str, near: tuple[Passage, ...], index: int) -> CreditLine | None:
    """Read a line that is only names as the byline where a date line stands directly before or after it."""
    names: list[Credit] = names_alone(text, near[index].span)
    if not names:
        return None
    beside = [credit_line(text, near[i].span) for i in (index - 1, index + 1) if 0 <= i < len(near)]
    dated = any(line is not None and line.dates and not line.credits for line in beside)
    return CreditLine(near[index].span, credits=names) if dated else None


def _is_day_of_a_chronicle(text: str, rest: tuple[Passage, ...], passage: Passage) -> bool:
    """A bare date is a heading, not a date line, where other bare dates follow."""
    later = (credit_line(text, p.span) for p in rest if p.span.start > passage.span.end and p.words <= 6)
    return any(line is not None and line.plain_date for line in later)


def _subtitle(rest: tuple[Passage, ...], head: list[CreditLine], collection: Collection) -> Passage | None:
    """Take the passage between title and byline, or the short passage behind the byline, for the subtitle."""
    lines = {line.span for line in head}
    free = [p for p in rest[:6] if p.span not in lines]
    if len(free) < 2:
        return None
    first, second = free[0], free[1]
    if head and first.span.start < head[0].span.start:
        return first
    below = bool(head) and collection.articles > 1
    short = len(first.text) <= LONGEST_SUBTITLE and (below or len(first.text) < len(second.text) or not second.running)
    quoting = re.match(r"^[„\"«»“\[]", first.text)
    return first if short and first.running and not quoting else None
