"""Full text on SQLite: the FTS5 index of articles, and the index of letter triples over the vocabulary."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Select, bindparam, column, func, literal_column, select, table, text

from lesart.store.schema import articles

# Contentless: the texts stand in `documents` once; the index holds only where which word occurs. Words come folded
# and parted by blanks, so the plainest tokenizer does: it takes every character beyond ASCII for a letter.
CREATE = (
    "CREATE VIRTUAL TABLE article_search USING fts5(title, author, outlet, lang, text, content='', tokenize='ascii')",
    "CREATE VIRTUAL TABLE vocabulary_search USING fts5("
    "term, content='vocabulary', content_rowid='id', tokenize='trigram', detail='none')",
)
DROP = ("DROP TABLE vocabulary_search", "DROP TABLE article_search")
COLUMNS = ("title", "author", "outlet", "lang", "text")
KNOWN_TERMS = "lesart_known_terms"
REMEMBERED = 100_000  # terms that a connection remembers: 10 MB
PENDING = 2_000  # terms that may wait for their index; a search looks through them one by one in 0.3 ms
_INDEXED = "SELECT coalesce(max(id), 0) FROM vocabulary_search_docsize"
_WAITING = f"SELECT ({_INDEXED}), (SELECT coalesce(max(id), 0) FROM vocabulary) - ({_INDEXED})"
WEIGHTS = "4.0, 2.0, 1.0, 0.0, 1.0"  # of COLUMNS in bm25


def add_row(connection: Connection, words: Sequence[str]) -> int:
    """Index one article (a string of folded words for each of COLUMNS) and return its row in the index."""
    row = connection.exec_driver_sql(
        "INSERT INTO article_search (title, author, outlet, lang, text) VALUES (?, ?, ?, ?, ?)", tuple(words)
    )
    assert row.lastrowid is not None
    return row.lastrowid


def add_terms(connection: Connection, terms: Sequence[str]) -> None:
    """Take terms into the vocabulary that are not in it; a connection remembers what it knows to be there."""
    known: set[str] = connection.info.setdefault(KNOWN_TERMS, set())
    new = [(term,) for term in terms if term not in known]
    if new:
        connection.exec_driver_sql("INSERT OR IGNORE INTO vocabulary (term) VALUES (?)", new)
        known.update(term for (term,) in new)
    if len(known) > REMEMBERED:
        known.clear()


def index_terms(connection: Connection, at_least: int = PENDING) -> None:
    """Index the letter triples of the terms that wait for it, once there are enough: many at once cost a third."""
    first, waiting = connection.exec_driver_sql(_WAITING).one()
    if waiting >= at_least:
        connection.exec_driver_sql(
            "INSERT INTO vocabulary_search (rowid, term) SELECT id, term FROM vocabulary WHERE id > ?", (first,)
        )


def number_of_rows(connection: Connection) -> int:
    """Count the rows of the index, those included to which no article points any more."""
    return int(connection.exec_driver_sql("SELECT count(*) FROM article_search_docsize").scalar_one())


def clear(connection: Connection) -> None:
    """Take every article out of the index."""
    connection.exec_driver_sql("INSERT INTO article_search (article_search) VALUES ('delete-all')")


_SEARCH = table("article_search", column("rowid"))


def rows_matching(expression: str) -> Select[int]:
    """Return the query for the rows of the index that an expression matches."""
    return select(_SEARCH.c.rowid).where(text("article_search MATCH :expression").bindparams(expression=expression))


def count_newest(
    connection: Connection, expression: str, condition: ColumnElement[bool] | None, limit: int, since_row: int = 0
) -> tuple[int, int]:
    """Count matching articles, the newest first, up to `limit`; return how many, and the index row of the oldest."""
    joined = rows_matching(expression).join(articles, articles.c.search_row == _SEARCH.c.rowid)
    narrowed = joined.where(_SEARCH.c.rowid >= since_row)
    if condition is not None:
        narrowed = narrowed.where(condition)
    newest = narrowed.order_by(_SEARCH.c.rowid.desc()).limit(limit).subquery()
    number, oldest = connection.execute(select(func.count(), func.min(newest.c.rowid))).one()
    return int(number), int(oldest or 0)


def best_matches(
    connection: Connection,
    expression: str,
    condition: ColumnElement[bool] | None,
    *,
    since_row: int,
    offset: int,
    limit: int,
) -> Sequence[tuple[int, float]]:
    """Return article ids with their scores (higher is better), best first, among the index rows from `since_row` on."""
    score: ColumnElement[float] = literal_column(f"bm25(article_search, {WEIGHTS})")
    query = (
        select(articles.c.id, score)
        .select_from(_SEARCH.join(articles, articles.c.search_row == _SEARCH.c.rowid))
        .where(text("article_search MATCH :expression").bindparams(bindparam("expression", expression)))
        .where(_SEARCH.c.rowid >= since_row)
        .order_by(score, _SEARCH.c.rowid.desc())
        .offset(offset)
        .limit(limit)
    )
    rows = connection.execute(query if condition is None else query.where(condition))
    return [(int(article), -float(value)) for article, value in rows]


def terms_containing(connection: Connection, word: str, limit: int) -> list[str]:
    """Return terms of the vocabulary that contain a word further in than at their beginning, the first seen first.

    What is frequent is seen early, so the limit cuts off what is rare.
    """
    like = f"_%{word}%"
    indexed = "SELECT rowid, term FROM vocabulary_search WHERE term LIKE ? ORDER BY rowid LIMIT ?"
    waiting = f"SELECT id, term FROM vocabulary WHERE id > ({_INDEXED}) AND term LIKE ? ORDER BY id LIMIT ?"
    rows = [row for query in (indexed, waiting) for row in connection.exec_driver_sql(query, (like, limit))]
    return [str(term) for _, term in rows[:limit]]
