"""Collection: one open collection, and everything a face can ask of it or do to it."""

import getpass
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

from lesart.pipeline.progress import Progress
from lesart.store import queries
from lesart.store.judging import judgements_of, unjudged_documents
from lesart.store.rows import (
    EVERY_ARTICLE,
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
from lesart.store.store import Store, open_store
from lesart.text.span import Span
from lesart.workbench.errors import CollectionError, JudgementError, LesartError, QueryError, UnknownKeyError
from lesart.workbench.options import AddOptions
from lesart.workbench.reading import errors_for_users

if TYPE_CHECKING:
    from lesart.workbench.judgements import Unfit

__all__ = [
    "AddOptions",
    "Collection",
    "CollectionError",
    "JudgementError",
    "LesartError",
    "Progress",
    "QueryError",
    "UnknownKeyError",
    "known_formats",
]

DEFAULTS = AddOptions()

# Adding, judging and delivering are imported where they are called for: their parts (page extraction, dictionaries,
# templates) take a second to load, for which a list of articles need not wait.


class Collection:
    """A collection of press texts in one file. Use as a context manager; not for sharing between threads.

    `person` is who judges: the name on the computer's account where none is given.
    """

    def __init__(self, store: Store, person: str | None = None) -> None:
        self._store = store
        self.person = person or account_name()

    @classmethod
    def open(cls, where: str | Path, *, create: bool = False, person: str | None = None) -> Self:
        """Open a collection; CollectionError where there is none and `create` is not set, or it cannot be opened."""
        with errors_for_users():
            store = open_store(where, create)
            collection = cls(store, person)
            if not store.read_only:
                collection._apply_judgements()
            return collection

    def close(self) -> None:
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # adding

    def add(
        self,
        sources: Sequence[str] = (),
        *,
        options: AddOptions = DEFAULTS,
        progress: Callable[[Progress], None] | None = None,
        stdin: BinaryIO | None = None,
    ) -> RunRow:
        """Read, split, clean, describe and analyse the sources; without sources, go on with interrupted runs."""
        from lesart.workbench import adding

        with errors_for_users():
            row = adding.add(self._store, sources, options, progress, stdin)
            self._apply_judgements()
            return row

    def _apply_judgements(self) -> None:
        """Apply the judgements on documents that were read anew, or whose judging was broken off."""
        if unjudged_documents(self._store):
            from lesart.workbench import judging

            judging.settle_all(self._store)

    # reading

    def status(self) -> Status:
        with errors_for_users():
            return queries.status(self._store)

    def articles(
        self, where: ArticleFilter = EVERY_ARTICLE, *, order: ArticleOrder = "-date", offset: int = 0, limit: int = 50
    ) -> Page[ArticleRow]:
        with errors_for_users():
            return queries.articles(self._store, where, order=order, offset=offset, limit=limit)

    def facets(self, where: ArticleFilter = EVERY_ARTICLE) -> tuple[Facet, ...]:
        with errors_for_users():
            return queries.facets(self._store, where)

    def resolve(self, key: str) -> str:
        """Return the full article key for a unique beginning of one; UnknownKeyError else, with near keys."""
        with errors_for_users():
            return queries.resolve_key(self._store, key)

    def article(self, key: str) -> ArticleDetail:
        with errors_for_users():
            return queries.article(self._store, key)

    def document(self, key: str) -> DocumentDetail:
        with errors_for_users():
            return queries.document(self._store, key)

    def capture(self, sha256: str) -> bytes:
        """Return the bytes as obtained."""
        with errors_for_users():
            return queries.capture_bytes(self._store, sha256)

    def search(
        self, query: str, where: ArticleFilter = EVERY_ARTICLE, *, offset: int = 0, limit: int = 20
    ) -> Page[Hit]:
        with errors_for_users():
            return queries.search(self._store, query, where, offset=offset, limit=limit)

    def failures(self, *, resolved: bool = False, offset: int = 0, limit: int = 50) -> Page[FailureRow]:
        with errors_for_users():
            return queries.failures(self._store, resolved=resolved, offset=offset, limit=limit)

    def runs(self) -> tuple[RunRow, ...]:
        with errors_for_users():
            return queries.runs(self._store)

    # judging: each returns the judgement it recorded, and what follows from it is stored

    def add_cut(self, document_key: str, at: int, *, note: str | None = None) -> JudgementRow:
        """Begin an article at `at`."""
        from lesart.workbench import judging

        with errors_for_users():
            return judging.add_cut(self._store, self.person, document_key, at, note)

    def move_cut(self, document_key: str, at: int, to: int, *, note: str | None = None) -> JudgementRow:
        """Let the article that begins at `at` begin at `to`."""
        from lesart.workbench import judging

        with errors_for_users():
            return judging.move_cut(self._store, self.person, document_key, at, to, note)

    def remove_cut(self, document_key: str, at: int, *, note: str | None = None) -> JudgementRow:
        """Join the article that begins at `at` to the one before it."""
        from lesart.workbench import judging

        with errors_for_users():
            return judging.remove_cut(self._store, self.person, document_key, at, note)

    def restore(self, article_key: str, span: Span, *, note: str | None = None) -> JudgementRow:
        """Put the removed passages under a span back into the reading view."""
        from lesart.workbench import judging

        with errors_for_users():
            return judging.restore(self._store, self.person, article_key, span, note)

    def remove(self, article_key: str, span: Span, kind: str, *, note: str | None = None) -> JudgementRow:
        """Leave a passage out of the reading view; `kind` is one of `RemovalKind`."""
        from lesart.workbench import judging

        with errors_for_users():
            return judging.remove(self._store, self.person, article_key, span, kind, note)

    def correct(self, article_key: str, field: str, value: str | None, *, note: str | None = None) -> JudgementRow:
        """Correct title, subtitle, authors (`; ` between), translators, date, language, outlet, topics or extent."""
        from lesart.workbench import judging

        with errors_for_users():
            return judging.correct(self._store, self.person, article_key, field, value, note)

    def undo(self, judgement_id: int) -> JudgementRow:
        """Let a judgement hold no longer; it stays in the history."""
        from lesart.workbench import judging

        with errors_for_users():
            return judging.undo(self._store, judgement_id)

    def redo(self, judgement_id: int) -> JudgementRow:
        """Let an undone judgement hold again."""
        from lesart.workbench import judging

        with errors_for_users():
            return judging.redo(self._store, judgement_id)

    def history(self, document_key: str) -> tuple[JudgementRow, ...]:
        """Return all judgements on a document in the order in which they were made, undone ones included."""
        with errors_for_users():
            return judgements_of(self._store, document_key)

    def lost_judgements(self, document_key: str) -> "tuple[Unfit, ...]":
        """Return the judgements that stand but fit the document no longer, each with the reason."""
        from lesart.workbench import judging

        with errors_for_users():
            return judging.lost(self._store, document_key)

    # delivering

    def export(self, to: str, out: Path | None, where: ArticleFilter = EVERY_ARTICLE) -> int:
        """Write the articles in a format of `known_formats()`, to standard output without `out`; return how many."""
        from lesart.workbench import delivering

        with errors_for_users():
            return delivering.export(self._store, to, out, where)

    def report(self, out: Path, where: ArticleFilter = EVERY_ARTICLE, *, language: str = "de") -> int:
        """Write one HTML file that opens without Lesart, in German (`de`) or English (`en`); return how many."""
        from lesart.workbench import delivering

        with errors_for_users():
            return delivering.report(self._store, out, where, language)


def known_formats() -> tuple[str, ...]:
    """Name the export formats."""
    from lesart.workbench import delivering

    return delivering.known_formats()


def account_name() -> str:
    """Return the name of the computer's account, `unknown` where it has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
