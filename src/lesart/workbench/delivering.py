"""Delivering: the articles of a collection as exporters take them, and the files that are written."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from lesart.exporters.exported import (
    ExportedArticle,
    ExportedCollection,
    ExportedFailure,
    ExportedJudgement,
    ExportedOrigin,
    ExportedRemoval,
)
from lesart.exporters.registry import EXPORTERS, exporter
from lesart.exporters.report import write_report
from lesart.store import queries
from lesart.store.rows import ArticleDetail, ArticleFilter
from lesart.store.store import Store
from lesart.workbench.errors import CollectionError

PAGE = 500  # failures listed at once


def known_formats() -> tuple[str, ...]:
    """Name the export formats."""
    return tuple(one.name for one in EXPORTERS)


def export(store: Store, to: str, out: Path | None, where: ArticleFilter) -> int:
    """Write the articles in one format to a file, or to standard output where `out` is None; return how many."""
    try:
        chosen = exporter(to)
    except KeyError as error:
        raise CollectionError(str(error.args[0]), f"Choose one of {', '.join(known_formats())}.") from error
    if out is None:
        return chosen.write(exported_articles(store, where), sys.stdout.buffer)
    with written_whole(out) as file:
        return chosen.write(exported_articles(store, where), file)


def report(store: Store, out: Path, where: ArticleFilter, language: str) -> int:
    """Write one HTML file that opens without Lesart; return how many articles it holds."""
    status = queries.status(store)
    collection = ExportedCollection(
        name=store.path.name,
        made_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        captures=status.captures,
        documents=status.documents,
        articles=status.articles,
        languages=status.languages,
        filtered=_told(where),
    )
    with written_whole(out) as file:
        return write_report(collection, exported_articles(store, where), _failures(store), file, language=language)


@contextmanager
def written_whole(out: Path) -> Iterator[BinaryIO]:
    """Open a file that takes its name only when all of it is written."""
    unfinished = out.with_name(f".{out.name}.unfinished")
    try:
        with open(unfinished, "wb") as file:
            yield file
        unfinished.replace(out)
    except OSError as error:
        raise CollectionError(f"{out} cannot be written: {error.strerror}", "Name another place with -o.") from error
    finally:
        unfinished.unlink(missing_ok=True)


def exported_articles(store: Store, where: ArticleFilter) -> Iterator[ExportedArticle]:
    """Yield the articles that fit, in the order in which they were added."""
    return (exported(detail) for detail in queries.every_article(store, where))


def exported(detail: ArticleDetail) -> ExportedArticle:
    """Return an article as exporters take it."""
    return ExportedArticle(
        key=detail.row.key,
        document_key=detail.row.document_key,
        sha256=detail.capture.sha256,
        origins=tuple(ExportedOrigin(o.uri, o.kind, o.obtained_at) for o in detail.capture.origins),
        document=detail.document,
        article=detail.article,
        view=detail.view,
        removed=tuple(ExportedRemoval(row.removal, row.restored, row.by_person) for row in detail.removed),
        annotations=detail.annotations,
        judgements=tuple(
            ExportedJudgement(row.kind, row.field, row.before, row.after, row.person, row.made_at, row.note)
            for row in detail.judgements
            if row.undone_at is None
        ),
    )


def _failures(store: Store) -> Iterator[ExportedFailure]:
    offset = 0
    while rows := queries.failures(store, resolved=False, offset=offset, limit=PAGE).items:
        for row in rows:
            yield ExportedFailure(row.uri, row.stage, row.reason, row.advice)
        offset += len(rows)


def _told(where: ArticleFilter) -> str | None:
    """Say in words how the articles were chosen; None where all are there."""
    chosen = [(name, getattr(where, name)) for name in where.__dataclass_fields__]
    return ", ".join(f"{name}: {value}" for name, value in chosen if value is not None) or None
