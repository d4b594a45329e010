"""Overview: the collection at a glance, its failures, and keys by their beginnings."""

from pathlib import Path

from sqlalchemy import Column, Connection, Table, func, select

from lesart.store.errors import UnknownRowError
from lesart.store.rows import FailureRow, Page, Status
from lesart.store.runs import newest_runs
from lesart.store.schema import articles, captures, counts, documents, failures, judgements
from lesart.store.store import Store

NEAR = 10  # keys shown where one is not unique or not there


def status(store: Store) -> Status:
    """Return the counts, languages, formats and the latest runs of a collection."""
    runs = newest_runs(store)
    with store.reading() as connection:
        return Status(
            path=str(Path(store.path)),
            captures=_number(connection, captures),
            captured_bytes=int(connection.execute(select(func.coalesce(func.sum(captures.c.size), 0))).scalar_one()),
            documents=_number(connection, documents),
            articles=_number(connection, articles),
            removed_passages=int(
                connection.execute(select(func.coalesce(func.sum(articles.c.removed), 0))).scalar_one()
            ),
            judgements=_number(connection, judgements),
            failures=int(
                connection.execute(
                    select(func.count()).select_from(failures).where(failures.c.resolved_at.is_(None))
                ).scalar_one()
            ),
            languages=_counted(connection, "language"),
            formats=_counted(connection, "format"),
            runs=runs,
        )


def _number(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def _counted(connection: Connection, field: str) -> tuple[tuple[str, int], ...]:
    here = (counts.c.field == field) & (counts.c.articles > 0)
    rows = connection.execute(select(counts.c.value, counts.c.articles).where(here).order_by(counts.c.articles.desc()))
    return tuple((str(value), int(number)) for value, number in rows)


def list_failures(store: Store, *, resolved: bool = False, offset: int = 0, limit: int = 50) -> Page[FailureRow]:
    """Return a page of failures, newest first; those that a later run resolved only where asked for."""
    with store.reading() as connection:
        chosen = select(failures)
        if not resolved:
            chosen = chosen.where(failures.c.resolved_at.is_(None))
        total = connection.execute(select(func.count()).select_from(chosen.subquery())).scalar_one()
        rows = connection.execute(chosen.order_by(failures.c.id.desc()).offset(offset).limit(limit)).mappings()
        return Page(tuple(FailureRow(**row) for row in rows), int(total), offset, limit)


def resolve_key(store: Store, beginning: str) -> str:
    """Return the one article key that begins so; a document with one article answers to its own key.

    UnknownRowError with near keys where there is none, or more than one.
    """
    with store.reading() as connection:
        return _resolved(connection, articles.c.key, beginning.strip(), "article")


def resolve_document_key(store: Store, beginning: str) -> str:
    """Return the one document key that begins so, else raise UnknownRowError with near keys."""
    with store.reading() as connection:
        return _resolved(connection, documents.c.key, beginning.strip(), "document")


def _resolved(connection: Connection, column: Column[str], beginning: str, what: str) -> str:
    if connection.execute(select(column).where(column == beginning)).first() is not None:
        return beginning
    keys = _beginning_with(connection, column, beginning)
    if len(keys) == 1:
        return keys[0]
    if keys:
        raise UnknownRowError(f"several {what}s begin with {beginning}", f"Near: {', '.join(keys)}", tuple(keys))
    near = next((found for n in (8, 6, 4, 2) if (found := _beginning_with(connection, column, beginning[:n]))), [])
    advice = f"Near: {', '.join(near)}" if near else "See `lesart articles` for the keys."
    raise UnknownRowError(f"there is no {what} {beginning}", advice, tuple(near))


def _beginning_with(connection: Connection, column: Column[str], beginning: str) -> list[str]:
    if not beginning:
        return []
    begins = (column >= beginning) & (column < beginning + "\U0010ffff")
    return list(connection.execute(select(column).where(begins).order_by(column).limit(NEAR)).scalars())
