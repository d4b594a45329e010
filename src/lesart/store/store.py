"""Store: one open collection: its engine, and its transactions for reading and for writing."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect

from lesart.store.dialects import sqlite
from lesart.store.errors import (
    MissingError,
    NewerCollectionError,
    NotACollectionError,
    ReadOnlyError,
    StoreError,
)
from lesart.store.schema import REVISION


@dataclass(frozen=True, slots=True)
class Store:
    """An open collection. Threads and processes may share the file, each transaction is one thread's."""

    engine: Engine
    path: Path
    read_only: bool = False

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that sees one state of the collection, whatever is written meanwhile."""
        with sqlite.errors_in_our_words(self.path), sqlite.reading(self.engine) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that is written whole or, on any exception, not at all."""
        if self.read_only:
            raise ReadOnlyError(f"{self.path} must not be written", "Give yourself write permission, or take a copy.")
        with sqlite.errors_in_our_words(self.path), sqlite.writing(self.engine) as connection:
            yield connection

    def only_writer(self) -> AbstractContextManager[None]:
        """Hold the collection against a second run of `add`; LockedError where another process has it."""
        return sqlite.only_writer(self.path)

    def close(self) -> None:
        self.engine.dispose()


def open_store(where: str | Path, create: bool = False) -> Store:
    """Open a collection, bring it up to the present schema (after a backup), or begin it where `create` allows.

    Raises MissingError, NotACollectionError, NewerCollectionError, DamagedError, LockedError or ReadOnlyError.
    """
    path = _path(where)
    if path.is_dir():
        raise NotACollectionError(f"{path} is a folder", "Name a file; `lesart add` begins a new one.")
    if not path.exists() and not create:
        raise MissingError(f"there is no collection {path}", "Begin one with `lesart add`, or see to the path.")
    if not path.parent.is_dir():
        raise MissingError(f"there is no folder {path.parent}", "Make it first, or name another place.")
    read_only = path.exists() and not _writable(path)
    engine = sqlite.engine_of(path, read_only=read_only)
    try:
        with sqlite.errors_in_our_words(path):
            _make_current(engine, path, create=create, read_only=read_only)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, path, read_only)


def _path(where: str | Path) -> Path:
    written = str(where)
    if written.startswith("sqlite:///"):
        return Path(written.removeprefix("sqlite:///"))
    if "://" in written:
        raise StoreError(f"{written.split('://')[0]} is not supported as a store", "Name a file.")
    return Path(where)


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _make_current(engine: Engine, path: Path, *, create: bool, read_only: bool) -> None:
    with engine.connect() as connection:
        revision = _revision(connection)
        empty = revision is None and sqlite.is_empty(connection)
        ours = sqlite.application_id(connection) == sqlite.APPLICATION_ID
    if revision == REVISION and ours:
        return
    if not (ours and revision) and not (empty and create):
        raise NotACollectionError(f"{path} is no Lesart collection", "Name a collection, or a new file.")
    # Alembic takes 0.2 s to import and is needed only for a collection that is new or old.
    from lesart.store.migrating import known_revisions, upgrade

    if revision is not None and revision not in known_revisions():
        raise NewerCollectionError(f"{path} was written by a newer Lesart", "Update Lesart, then open it again.")
    if read_only:
        raise ReadOnlyError(f"{path} needs an upgrade but must not be written", "Take a copy that you may write.")
    upgrade(engine, path, revision)


def _revision(connection: Connection) -> str | None:
    """Return the revision of the schema, None where there is no trace of one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
