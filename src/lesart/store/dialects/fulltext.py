"""Full text on SQLite: the FTS5 index of articles, and the index of letter triples over the vocabulary."""

from collections.abc import Sequence

from sqlalchemy import Connection

# Contentless: the texts stand in `documents` once; the index holds only where which word occurs. Words come folded
# and parted by blanks, so the plainest tokenizer does: it takes every character beyond ASCII for a letter.
CREATE = (
    "CREATE VIRTUAL TABLE article_search USING fts5("
    "title, author, outlet, lang, text, content='', tokenize='ascii', prefix='')",
    "CREATE VIRTUAL TABLE vocabulary_search USING fts5("
    "term, content='vocabulary', content_rowid='id', tokenize='trigram', detail='none')",
    "CREATE TRIGGER vocabulary_indexed AFTER INSERT ON vocabulary BEGIN "
    "INSERT INTO vocabulary_search (rowid, term) VALUES (new.id, new.term); END",
)
DROP = ("DROP TRIGGER vocabulary_indexed", "DROP TABLE vocabulary_search", "DROP TABLE article_search")
COLUMNS = ("title", "author", "outlet", "lang", "text")
WEIGHTS = "4.0, 2.0, 1.0, 0.0, 1.0"  # of COLUMNS in bm25


def add_row(connection: Connection, words: Sequence[str]) -> int:
    """Index one article (a string of folded words for each of COLUMNS) and return its row in the index."""
    row = connection.exec_driver_sql(
        "INSERT INTO article_search (title, author, outlet, lang, text) VALUES (?, ?, ?, ?, ?)", tuple(words)
    )
    assert row.lastrowid is not None
    return row.lastrowid


def add_terms(connection: Connection, terms: Sequence[str]) -> None:
    """Take terms into the vocabulary that are not in it."""
    connection.exec_driver_sql("INSERT OR IGNORE INTO vocabulary (term) VALUES (?)", [(term,) for term in terms])


def clear(connection: Connection) -> None:
    """Take every article out of the index."""
    connection.exec_driver_sql("INSERT INTO article_search (article_search) VALUES ('delete-all')")
