"""Removals: the passages that are left out of the reading view, each with its reason and its present state."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from lesart.store.rows import ArticleDetail, RemovalRow
from lesart.text.article import Removal
from lesart.text.span import Span
from lesart.web import addresses
from lesart.web.languages import Language
from lesart.web.presenters.findings import in_words
from lesart.web.presenters.wording import REMOVAL_KINDS

LINK_SHOWN = 60  # code points


@dataclass(frozen=True, slots=True)
class RemovedPassage:
    """One removal with what is said about it; `anchor` is its id in the text."""

    removal: Removal
    kind: str
    reason: str
    confidence: str
    quote: str
    restored: bool
    by_person: bool

    @property
    def span(self) -> Span:
        return self.removal.span

    @property
    def place(self) -> str:
        return addresses.span_text(self.span)

    @property
    def anchor(self) -> str:
        return "x-" + self.place


@dataclass(frozen=True, slots=True)
class RemovedGroup:
    """Removals that belong together, as the two ends of a link do: decided on together."""

    passages: tuple[RemovedPassage, ...]
    quote: str

    @property
    def first(self) -> RemovedPassage:
        return self.passages[0]


def removed_groups(text: str, passages: Sequence[RemovedPassage]) -> list[RemovedGroup]:
    """Join neighbouring removals of one kind that have the same reason and the same state."""
    groups = groupby(passages, key=lambda p: (p.kind, p.reason, p.restored, p.by_person))
    return [_group(text, tuple(group)) for _, group in groups]


def _group(text: str, passages: tuple[RemovedPassage, ...]) -> RemovedGroup:
    """Quote the whole link where it is short, else what is removed of it."""
    around = text[passages[0].span.start : max(passage.span.end for passage in passages)]
    pieces = " … ".join(passage.quote for passage in passages)
    return RemovedGroup(passages, around if len(around) <= LINK_SHOWN else pieces)


def removed_passages(detail: ArticleDetail, language: Language) -> list[RemovedPassage]:
    """Describe every removal of an article, in order."""
    rows = sorted(detail.removed, key=lambda row: row.removal.span)
    return [_removed_passage(detail.document.text, row, language) for row in rows]


def _removed_passage(text: str, row: RemovalRow, language: Language) -> RemovedPassage:
    return RemovedPassage(
        row.removal,
        language.say(REMOVAL_KINDS[row.removal.kind]),
        in_words(language, row.removal.reason),
        language.percent(row.removal.confidence),
        row.removal.span.of(text),
        row.restored,
        row.by_person,
    )
