"""SQLite: connecting, locking, backing up, and saying its errors in our words; the file is the collection."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from lesart.store.dialects.fulltext import KNOWN_TERMS
from lesart.store.errors import (
    DamagedError,
    DiskFullError,
    LockedError,
    NotACollectionError,
    ReadOnlyError,
    StoreError,
)

APPLICATION_ID = 0x4C736172  # "Lsar", at byte 68 of the file: tells file(1) and us whose it is
BUSY_SECONDS = 10.0  # how long a write waits for another; the longest delivery takes well under one
CACHE_KIB = 32_768
WAL_PAGES = 4_000  # 16 MiB between checkpoints; at the default of 1,000 hot pages are written out four times as often

# WAL with synchronous=NORMAL: a commit is in the operating system's hands when it returns, so killing the process
# loses nothing. A power failure can lose the last commits, never the file's consistency; they are then done again,
# because their checkpoints are lost with them.
PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = NORMAL",
    f"PRAGMA cache_size = -{CACHE_KIB}",
    f"PRAGMA wal_autocheckpoint = {WAL_PAGES}",
    "PRAGMA journal_size_limit = 67108864",
    "PRAGMA secure_delete = FAST",
    "PRAGMA temp_store = MEMORY",
)


def engine_of(path: Path, *, read_only: bool) -> Engine:
    """Make the engine of a file; without `read_only` the file comes into being with the first connection."""
    uri = _uri(path, read_only)

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, cached_statements=256
        )
        for pragma in PRAGMAS:
            connection.execute(pragma)
        return connection

    return create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=8, max_overflow=32)


def _uri(path: Path, read_only: bool) -> str:
    if not read_only:
        return path.absolute().as_uri() + "?mode=rwc"
    resting = not path.with_name(path.name + "-wal").exists()
    # In a folder that must not be written SQLite cannot lay its index of the WAL; a file at rest needs none.
    return path.absolute().as_uri() + ("?immutable=1" if resting else "?mode=ro")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that sees one state of the database.

    Transactions are begun here and not by an event of SQLAlchemy, whose events cost a tenth of every statement.
    """
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN")
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that writes, and hold the place for it at once, so that it never fails half-way for a lock."""
    with engine.connect() as connection:
        try:
            with connection.begin():
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                yield connection
        except BaseException:
            connection.info.pop(KNOWN_TERMS, None)  # they may have been taken back
            raise


def use_wal(path: Path) -> None:
    """Switch a new file to write-ahead logging, where readers and a writer do not wait for each other."""
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


def stamp(connection: Connection, number: int) -> None:
    """Write into the file's header whose it is and of which schema."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def application_id(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())


def is_empty(connection: Connection) -> bool:
    """Say whether the file has no table yet."""
    return bool(connection.exec_driver_sql("SELECT count(*) = 0 FROM sqlite_master").scalar_one())


def back_up(path: Path, revision: str) -> Path:
    """Copy a collection beside itself, named after the day and its schema's revision, and return the copy's path."""
    day = datetime.now(UTC).strftime("%Y-%m-%d")
    names = (f"{path.name}.backup-{day}-revision-{revision}{suffix}" for suffix in _suffixes())
    target = next(path.with_name(name) for name in names if not path.with_name(name).exists())
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
    return target


def _suffixes() -> Iterator[str]:
    yield ""
    number = 2
    while True:
        yield f"-{number}"
        number += 1


@contextmanager
def only_writer(path: Path) -> Iterator[None]:
    """Hold the collection against a second run; LockedError where another process holds it.

    The lock is SQLite's own on an empty file beside the collection: it works alike on every system, and a killed
    process lets go of it. Single transactions need no such lock, they wait for one another.
    """
    beside = path.with_name(path.name + "-lock")
    with closing(sqlite3.connect(beside, timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise translated(error, path) from error
        try:
            yield
        finally:
            with suppress(OSError):
                beside.unlink()


@contextmanager
def errors_in_our_words(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into the store's errors."""
    try:
        yield
    except DBAPIError as error:
        raise translated(error.orig if error.orig is not None else error, path) from error
    except sqlite3.Error as error:
        raise translated(error, path) from error


_KINDS: dict[int, tuple[type[StoreError], str, str]] = {
    sqlite3.SQLITE_BUSY: (
        LockedError,
        "{path} is being written by another process",
        "Wait until the other `lesart add` is done, or end it; what it has reported done stays.",
    ),
    sqlite3.SQLITE_LOCKED: (LockedError, "{path} is locked", "Try again in a moment."),
    sqlite3.SQLITE_READONLY: (
        ReadOnlyError,
        "{path} must not be written",
        "Give yourself write permission for the file and its folder, or work on a copy.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        ReadOnlyError,
        "{path} cannot be opened",
        "See whether its folder exists and whether you may read and write there.",
    ),
    sqlite3.SQLITE_FULL: (
        DiskFullError,
        "no room left for {path}",
        "Make room on the disk and run the same command again; what was reported done is safe.",
    ),
    sqlite3.SQLITE_NOTADB: (
        NotACollectionError,
        "{path} is no Lesart collection",
        "Name a collection (.lesart), or a new file to begin one with `lesart add`.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        DamagedError,
        "{path} is damaged",
        "Go back to a backup (a file beside it with `backup` in its name), or add the sources to a new collection.",
    ),
    sqlite3.SQLITE_IOERR: (
        DamagedError,
        "{path} could not be read or written",
        "See whether the disk or the network share is still there, then run the same command again.",
    ),
}


def translated(error: BaseException, path: Path) -> StoreError:
    """Say in our words what SQLite reports."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None or (code & 0xFF) not in _KINDS:
        return StoreError(f"{path}: {error}", "This should not happen; please report it with the command you ran.")
    kind, message, advice = _KINDS[code & 0xFF]
    return kind(message.format(path=path), advice)
