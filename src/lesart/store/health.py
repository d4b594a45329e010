"""Health: what the database can do here, and whether a collection is whole; for `lesart doctor`."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from lesart.store.dialects.sqlite import errors_in_our_words
from lesart.store.errors import StoreError


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The version of SQLite, and whether it has the index of words (FTS5) and the one of letter triples."""

    version: str
    words: bool
    trigrams: bool


def search_index() -> SearchIndex:
    """Try both kinds of index in memory."""
    return SearchIndex(sqlite3.sqlite_version, _can("ascii"), _can("trigram"))


def _can(tokenizer: str) -> bool:
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute(f"CREATE VIRTUAL TABLE probe USING fts5(word, tokenize='{tokenizer}')")
        except sqlite3.OperationalError:
            return False
    return True


def defects(path: Path) -> list[str]:
    """List what is broken inside a collection's file, at most a hundred findings; empty where it is whole."""
    try:
        with errors_in_our_words(path), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as c:
            found = [str(line) for (line,) in c.execute("PRAGMA integrity_check(100)") if line != "ok"]
            found += [f"{row[0]} row {row[1]} refers to no {row[2]}" for row in c.execute("PRAGMA foreign_key_check")]
    except StoreError as error:
        return [error.message]
    return found
