"""Rows: what the store's queries return, one frozen dataclass a question; the faces show these and nothing else."""

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from lesart.text.annotation import Annotation
from lesart.text.article import Article, Removal
from lesart.text.document import Document
from lesart.text.selectors import Selector
from lesart.text.span import Span
from lesart.text.views import View

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """One page of a long list: `total` counts all that fit the filter; `offset` is where this page begins.

    Where `total_is_least`, counting stopped at `total` and there are more.
    """

    items: tuple[Item, ...]
    total: int
    offset: int
    limit: int
    total_is_least: bool = False


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """Which articles are meant; every field that is set narrows. Dates are ISO, compared by earliest/latest bound."""

    language: str | None = None
    outlet: str | None = None
    author: str | None = None
    extent: str | None = None
    basis: str | None = None
    relation: str | None = None  # has a provenance link of this kind
    topic: str | None = None
    since: str | None = None
    until: str | None = None
    document: str | None = None  # document key
    words: str | None = None  # full-text query, see docs/search.md


EVERY_ARTICLE = ArticleFilter()
ArticleOrder = Literal["date", "-date", "title", "outlet", "added", "-added", "relevance"]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of the list of articles. `key` is stable: capture hash, record and start of the article."""

    key: str
    document_key: str
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    date: str | None
    date_basis: str
    date_earliest: str | None
    date_latest: str | None
    language: str | None
    extent: str
    words: int
    origin: str
    corrected: bool


@dataclass(frozen=True, slots=True)
class RemovalRow:
    """A removed passage with its present state: `restored` by a person, or not."""

    removal: Removal
    restored: bool
    by_person: bool


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """A person's decision. Nothing is overwritten: undoing adds `undone_at`.

    `anchors` hold the places judged, by position and quote (a moved cut has two: from, to). For cuts, `before` and
    `after` are positions in code points, in digits.
    """

    id: int
    kind: str  # cut_added, cut_moved, cut_removed, restored, removed, corrected
    document_key: str
    article_key: str | None
    field: str | None
    before: str | None
    after: str | None
    person: str
    made_at: str
    undone_at: str | None
    note: str | None
    anchors: tuple[Selector, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginRow:
    """One way by which a capture came in."""

    uri: str
    kind: str  # file, url, member, stdin
    obtained_at: str
    parent_sha256: str | None


@dataclass(frozen=True, slots=True)
class CaptureRow:
    sha256: str
    size: int
    media_type: str | None
    first_obtained_at: str
    origins: tuple[OriginRow, ...]


@dataclass(frozen=True, slots=True)
class ArticleDetail:
    """All that is known about one article, corrections applied.

    `view` is the reading view (restored passages shown); `removed` lists every removal, restored ones included;
    `proposed` is the machine's article before corrections. Spans are code points into `document.text`.
    """

    row: ArticleRow
    document: Document
    article: Article
    proposed: Article
    view: View
    removed: tuple[RemovalRow, ...]
    annotations: tuple[Annotation, ...]
    capture: CaptureRow
    neighbours: tuple[str | None, str | None]  # keys of the articles before and after in the same document
    judgements: tuple[JudgementRow, ...]


@dataclass(frozen=True, slots=True)
class CutRow:
    """A cut of a document as it stands now; `by_person` where a judgement made or moved it."""

    article_key: str
    span: Span
    title: str | None
    reason: str
    confidence: float
    by_person: bool


@dataclass(frozen=True, slots=True)
class DocumentDetail:
    key: str
    document: Document
    cuts: tuple[CutRow, ...]
    capture: CaptureRow
    judgements: tuple[JudgementRow, ...]


@dataclass(frozen=True, slots=True)
class FailureRow:
    """Something that could not be read or analysed; `resolved_at` is set once a later run succeeded."""

    id: int
    uri: str
    stage: str  # obtain, open, read, articles, or an analyser's name
    reason: str
    advice: str
    at: str
    run_id: int
    resolved_at: str | None


@dataclass(frozen=True, slots=True)
class RunRow:
    """One `add`. `state`: running, finished, interrupted."""

    id: int
    started_at: str
    finished_at: str | None
    state: str
    sources: tuple[str, ...]
    captures: int
    documents: int
    articles: int
    skipped: int
    failures: int


@dataclass(frozen=True, slots=True)
class Status:
    """The collection at a glance."""

    path: str
    captures: int
    captured_bytes: int
    documents: int
    articles: int
    removed_passages: int
    judgements: int
    failures: int  # unresolved
    languages: tuple[tuple[str, int], ...]
    formats: tuple[tuple[str, int], ...]
    runs: tuple[RunRow, ...]  # newest first, at most 20


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one field among the filtered articles with their counts, largest first.

    Where `partial`, so many articles fit the filter that only the newest ones were counted.
    """

    field: str
    values: tuple[tuple[str, int], ...]
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A search result: the article, and its best passage with the places of the words found in it."""

    article: ArticleRow
    passage: str
    passage_source: Span  # where the passage stands in the document's text
    marks: tuple[Span, ...]  # in `passage`
    score: float
