"""Health: whether this SQLite can carry a collection, and whether a collection file is whole."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """What the SQLite of this Python offers for search."""

    version: str
    words: bool  # FTS5
    trigrams: bool  # its trigram tokenizer, since SQLite 3.34


def search_index() -> SearchIndex:
    """Try both kinds of index in memory."""
    with closing(sqlite3.connect(":memory:")) as connection:
        return SearchIndex(
            sqlite3.sqlite_version,
            _accepts(connection, "CREATE VIRTUAL TABLE words USING fts5(text)"),
            _accepts(connection, "CREATE VIRTUAL TABLE trigrams USING fts5(text, tokenize = 'trigram')"),
        )


def _accepts(connection: sqlite3.Connection, statement: str) -> bool:
    try:
        connection.execute(statement)
    except sqlite3.OperationalError:
        return False
    return True


def defects(path: Path) -> list[str]:
    """Return what is broken in a collection file, in SQLite's words; empty where it is whole. Reads all of it."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
            found += [
                f"row {row[1]} of {row[0]} points nowhere" for row in connection.execute("PRAGMA foreign_key_check")
            ]
    except sqlite3.DatabaseError as error:
        return [str(error)]
    return [line for line in found if line != "ok"]
