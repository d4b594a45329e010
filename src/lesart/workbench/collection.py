"""Collection: one open collection, and everything a face can ask of it or do to it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from lesart.store.rows import (
    ArticleDetail,
    ArticleFilter,
    ArticleOrder,
    ArticleRow,
    DocumentDetail,
    Facet,
    FailureRow,
    Hit,
    JudgementRow,
    Page,
    RunRow,
    Status,
)
from lesart.text.span import Span


class LesartError(Exception):
    """Base of every error that a user can act on.

    LesartError
    ├── CollectionError      the collection cannot be opened, is locked, or is of a newer Lesart
    ├── UnknownKeyError      no article or document has this key
    ├── JudgementError       the decision does not fit the text (a cut inside a word, a span outside the article)
    └── QueryError           a search query cannot be read; says where
    """

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice


class CollectionError(LesartError):
    pass


class UnknownKeyError(LesartError):
    pass


class JudgementError(LesartError):
    pass


class QueryError(LesartError):
    pass


@dataclass(frozen=True, slots=True)
class AddOptions:
    """How `add` runs. `workers` None: one a core. `analysers` None: all that are registered."""

    workers: int | None = None
    analysers: tuple[str, ...] | None = None
    allow_private_addresses: bool = False
    seconds_per_source: float = 60.0
    columns: tuple[tuple[str, str], ...] = ()  # CSV and JSON lines: our field, their column


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a run stands: sources known so far and done, articles found, failures, the source just finished."""

    known: int
    done: int
    articles: int
    failures: int
    uri: str


class Collection:
    """A collection of press texts in one file. Use as a context manager; not for sharing between threads."""

    @classmethod
    def open(cls, where: str | Path, *, create: bool = False, person: str | None = None) -> Self: ...
    def close(self) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    # adding
    def add(
        self,
        sources: Sequence[str] = (),
        *,
        options: AddOptions = AddOptions(),
        progress: Callable[[Progress], None] | None = None,
        stdin: BinaryIO | None = None,
    ) -> RunRow:
        """Read, split, clean, describe and analyse the sources; without sources, go on with interrupted runs."""

    # reading
    def status(self) -> Status: ...
    def articles(
        self, where: ArticleFilter = ArticleFilter(), *, order: ArticleOrder = "-date", offset: int = 0, limit: int = 50
    ) -> Page[ArticleRow]: ...
    def facets(self, where: ArticleFilter = ArticleFilter()) -> tuple[Facet, ...]: ...
    def resolve(self, key: str) -> str:
        """Return the full article key for a unique beginning of one; UnknownKeyError else, with near keys."""

    def article(self, key: str) -> ArticleDetail: ...
    def document(self, key: str) -> DocumentDetail: ...
    def capture(self, sha256: str) -> bytes: ...
    def search(
        self, query: str, where: ArticleFilter = ArticleFilter(), *, offset: int = 0, limit: int = 20
    ) -> Page[Hit]: ...
    def failures(self, *, resolved: bool = False, offset: int = 0, limit: int = 50) -> Page[FailureRow]: ...
    def runs(self) -> tuple[RunRow, ...]: ...

    # judging: each returns the judgement it recorded; the article stage of the document is done anew
    def add_cut(self, document_key: str, at: int, *, note: str | None = None) -> JudgementRow: ...
    def move_cut(self, document_key: str, at: int, to: int, *, note: str | None = None) -> JudgementRow: ...
    def remove_cut(self, document_key: str, at: int, *, note: str | None = None) -> JudgementRow: ...
    def restore(self, article_key: str, span: Span, *, note: str | None = None) -> JudgementRow: ...
    def remove(self, article_key: str, span: Span, kind: str, *, note: str | None = None) -> JudgementRow: ...
    def correct(self, article_key: str, field: str, value: str | None, *, note: str | None = None) -> JudgementRow:
        """Correct title, subtitle, authors (`; ` between), translators, date, language, outlet, topics or extent."""

    def undo(self, judgement_id: int) -> JudgementRow: ...
    def redo(self, judgement_id: int) -> JudgementRow: ...
    def history(self, document_key: str) -> tuple[JudgementRow, ...]: ...

    # delivering
    def export(self, to: str, out: Path | None, where: ArticleFilter = ArticleFilter()) -> int:
        """Write the articles in a format of `lesart.exporters.registry`, return how many."""

    def report(self, out: Path, where: ArticleFilter = ArticleFilter(), *, language: str = "de") -> int: ...


def known_formats() -> Iterable[str]:
    """Name the export formats."""
    return ()
