"""Rebuilding: the full-text index and the counts made anew from the articles."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select, update

from lesart.store.content import article_of
from lesart.store.dialects import fulltext
from lesart.store.indexing import Words, change_counts, facet_values, index_words
from lesart.store.schema import article_contents, articles, counts, documents

SPARE = 1_000  # rows that lead nowhere and harm nobody
BATCH = 500  # articles held in memory at a time


def rebuild(connection: Connection) -> int:
    """Index and count every article anew; return how many there are."""
    fulltext.clear(connection)
    connection.execute(delete(counts))
    done, last = 0, 0
    while rows := _after(connection, last):
        for row in rows:
            shown = article_of(row.corrected or row.proposed)
            search_row = index_words(connection, Words.of(shown, row.text))
            connection.execute(update(articles).where(articles.c.id == row.id).values(search_row=search_row))
            change_counts(connection, facet_values(shown, row.format), by=1)
        done, last = done + len(rows), rows[-1].id
    return done


def tidy(connection: Connection) -> None:
    """Index waiting terms, and rebuild the index once most of its rows lead to no article any more."""
    fulltext.index_terms(connection, at_least=1)
    live = connection.execute(select(func.count()).select_from(articles)).scalar_one()
    if fulltext.number_of_rows(connection) > 2 * live + SPARE:
        rebuild(connection)


def _after(connection: Connection, last: int) -> Sequence[Row[*tuple[Any, ...]]]:
    columns = (articles.c.id, articles.c.format, article_contents.c.proposed, article_contents.c.corrected)
    return connection.execute(
        select(*columns, documents.c.text)
        .select_from(articles.join(article_contents).join(documents))
        .where(articles.c.id > last)
        .order_by(articles.c.id)
        .limit(BATCH)
    ).all()
