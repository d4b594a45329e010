"""Writing: what the pipeline delivers goes into the collection, each delivery in one transaction, whole or not at all."""

import sys
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, and_, bindparam, delete, or_, select, update

from lesart.store.captures import capture_id, store_capture, store_origin
from lesart.store.clock import now
from lesart.store.content import checkpoint_of, storable, version_columns
from lesart.store.delivery import (
    Checkpoint,
    Delivery,
    NewCapture,
    NewDocument,
    NewFailure,
    NewOrigin,
    Versions,
)
from lesart.store.documents import Place, drop_documents, replace_all, store_document
from lesart.store.errors import UnknownRowError
from lesart.store.runs import add_to_run, begin_run, finish_run, open_runs
from lesart.store.schema import captures, checkpoints, documents, failures
from lesart.store.store import Store
from lesart.text.annotation import Annotation
from lesart.text.article import Article

__all__ = [
    "Checkpoint",
    "Delivery",
    "NewCapture",
    "NewDocument",
    "NewFailure",
    "NewOrigin",
    "Versions",
    "add_origin",
    "begin_run",
    "done",
    "finish_run",
    "open_runs",
    "replace_articles",
    "write",
    "write_failure",
]

_INSERT_CHECKPOINT = checkpoints.insert()
_CHECKPOINTS = select(checkpoints).join(captures).where(captures.c.sha256 == bindparam("sha256"))


def write(store: Store, delivery: Delivery) -> None:
    """Write a delivery; the same delivery once more changes nothing.

    Under new versions the documents of the capture are replaced; judgements and reviewed annotations stay. With the
    last batch, documents that the new versions no longer find are dropped. Raises a StoreError, and nothing is
    written, where there is no room or another process has held the collection for long.
    """
    with store.writing() as connection:
        capture, is_new = store_capture(connection, delivery.capture, delivery.origin, delivery.run_id)
        store_origin(connection, capture, delivery.origin, is_new=is_new)
        written: list[int] = []
        if is_new or not _is_done(connection, capture, delivery):
            written = _store_documents(connection, capture, delivery, is_new=is_new)
            _checkpoint(connection, capture, delivery, is_new=is_new)
        failed = _store_failures(connection, delivery.run_id, delivery.failures)
        if delivery.documents or not delivery.failures:
            _resolve_failures(connection, delivery.origin.uri, delivery.run_id)
        add_to_run(
            connection,
            delivery.run_id,
            captures=int(is_new),
            documents=len(written),
            articles=sum(written),
            failures=failed,
        )


def done(store: Store, sha256: str) -> Checkpoint | None:
    """Return what is done of a capture, None where it is not stored or nothing of it is done."""
    with store.reading() as connection:
        rows = connection.execute(_CHECKPOINTS, {"sha256": sha256}).mappings().all()
    return checkpoint_of(list(rows)) if rows else None


def add_origin(store: Store, sha256: str, origin: NewOrigin, *, run_id: int | None = None) -> None:
    """Note that a stored capture came in once more, as skipped by a run; UnknownRowError where it is not stored."""
    with store.writing() as connection:
        capture = capture_id(connection, sha256)
        if capture is None:
            raise UnknownRowError(f"no capture {sha256} is stored")
        store_origin(connection, capture, origin, is_new=False)
        _resolve_failures(connection, origin.uri, run_id)
        if run_id is not None:
            add_to_run(connection, run_id, skipped=1)


def write_failure(store: Store, run_id: int, failure: NewFailure) -> None:
    """Note what failed before there was a capture; the same failure again only renews the old row."""
    with store.writing() as connection:
        add_to_run(connection, run_id, failures=_store_failures(connection, run_id, (failure,)))


def replace_articles(
    store: Store,
    document_key: str,
    articles: Sequence[Article],
    annotations: Sequence[Sequence[Annotation]],
    corrected: Sequence[Article | None] | None = None,
) -> None:
    """Put articles in the place of those of a document, after its cuts were judged.

    `corrected` holds, for each article, what it is with the judgements applied, None where none apply. What is listed
    and found are the corrected values. The document then counts as judged.
    """
    with store.writing() as connection:
        replace_all(connection, document_key, articles, annotations, corrected or [None] * len(articles))


def _is_done(connection: Connection, capture: int, delivery: Delivery) -> bool:
    if delivery.versions is None:
        return False
    versions = version_columns(delivery.versions)
    same = and_(
        checkpoints.c.capture_id == capture,
        checkpoints.c.batch == delivery.batch,
        *(checkpoints.c[name] == versions[name] for name in versions),
    )
    return connection.execute(select(checkpoints.c.batch).where(same)).first() is not None


def _store_documents(connection: Connection, capture: int, delivery: Delivery, *, is_new: bool) -> list[int]:
    """Return how many articles each document got that was new or changed."""
    reader = delivery.versions.reader if delivery.versions else ""
    stage = delivery.versions.articles if delivery.versions else ""
    place = Place(capture, delivery.capture.sha256, reader, stage, is_new)
    results = [store_document(connection, place, new) for new in delivery.documents]
    if delivery.last and delivery.versions is not None and not is_new:
        _drop_vanished(connection, capture, delivery)
    return [result for result in results if result is not None]


def _drop_vanished(connection: Connection, capture: int, delivery: Delivery) -> None:
    """Drop the documents that only older versions had found."""
    assert delivery.versions is not None
    here = documents.c.capture_id == capture
    vanished: ColumnElement[bool]
    if delivery.batch == 0:
        vanished = documents.c.ordinal.not_in([new.ordinal for new in delivery.documents])
    else:
        vanished = (documents.c.reader != delivery.versions.reader) | (
            documents.c.articles_version != delivery.versions.articles
        )
    drop_documents(connection, connection.execute(select(documents.c.id).where(here & vanished)).scalars().all())


def _checkpoint(connection: Connection, capture: int, delivery: Delivery, *, is_new: bool) -> None:
    if delivery.versions is None:
        return
    columns = version_columns(delivery.versions)
    if not is_new:
        c = checkpoints.c
        older = or_(c.batch == delivery.batch, *(c[name] != columns[name] for name in columns))
        connection.execute(delete(checkpoints).where(c.capture_id == capture, older))
    this = {"capture_id": capture, "batch": delivery.batch, "last": delivery.last}
    connection.execute(_INSERT_CHECKPOINT, this | columns)


def _store_failures(connection: Connection, run_id: int, new: Sequence[NewFailure]) -> int:
    """Write failures that are not open already, renew those that are; return how many this run had not met yet."""
    met = 0
    for failure in map(_storable, new):
        same = (
            (failures.c.uri == failure.uri)
            & (failures.c.stage == failure.stage)
            & (failures.c.reason == failure.reason)
            & failures.c.resolved_at.is_(None)
        )
        known = connection.execute(select(failures.c.id, failures.c.run_id).where(same)).first()
        if known is None:
            connection.execute(
                failures.insert().values(
                    uri=failure.uri,
                    stage=failure.stage,
                    reason=failure.reason,
                    advice=failure.advice,
                    at=now(),
                    run_id=run_id,
                )
            )
        elif known.run_id != run_id:
            renewed = update(failures).where(failures.c.id == known.id).values(at=now(), run_id=run_id)
            connection.execute(renewed)
        met += known is None or known.run_id != run_id
    return met


def _storable(failure: NewFailure) -> NewFailure:
    return NewFailure(*map(storable, (failure.uri, failure.stage, failure.reason, failure.advice)))


_RESOLVE = (
    update(failures)
    .where(
        failures.c.uri == bindparam("source"),
        failures.c.resolved_at.is_(None),
        failures.c.run_id < bindparam("before_run"),
    )
    .values(resolved_at=bindparam("moment"))
)


def _resolve_failures(connection: Connection, uri: str, run_id: int | None) -> None:
    """Mark what earlier runs could not do with a source as resolved."""
    before = run_id if run_id is not None else sys.maxsize
    connection.execute(_RESOLVE, {"source": storable(uri), "before_run": before, "moment": now()})
