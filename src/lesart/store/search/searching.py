"""Searching: a query becomes hits, each with the passage that shows why."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, func, select, true

from lesart.store.content import article_of
from lesart.store.dialects import fulltext
from lesart.store.filtering import conditions, narrows, ordered
from lesart.store.listing import article_rows
from lesart.store.rows import EVERY_ARTICLE, ArticleFilter, Hit, Page
from lesart.store.schema import article_contents, articles, documents
from lesart.store.search.expression import expression, wanted_terms
from lesart.store.search.matching import compounds_of, matched_rows
from lesart.store.search.passages import best_passage
from lesart.store.search.query import parse
from lesart.store.search.tree import Query, Term
from lesart.store.store import Store
from lesart.text.views import reading_view

COUNTED = 2_500  # matches that are counted and ranked, in 10 ms; of more, the newest


def search(
    store: Store, query: str, where: ArticleFilter = EVERY_ARTICLE, *, offset: int = 0, limit: int = 20
) -> Page[Hit]:
    """Return the articles that a query finds, best first: those with its words, then those with compounds of them.

    Up to 2,500 matches are counted and ranked; of more than that, the newest, and the page says so.
    Raises QuerySyntaxError.
    """
    wanted = parse(query)
    with store.reading() as connection:
        if wanted.tree is None:
            return _by_date(connection, wanted, where, offset, limit)
        condition = _condition(connection, wanted, where)
        compounds = compounds_of(connection, wanted_terms(wanted.tree))
        strict, loose = expression(wanted.tree, {}), expression(wanted.tree, compounds)
        total, oldest = fulltext.count_newest(connection, loose, condition, COUNTED + 1)
        since_row = oldest + 1 if total > COUNTED else 0
        scored = _scored(connection, strict, loose, condition, since_row, offset, limit)
        hits = _hits(connection, scored, wanted_terms(wanted.tree))
    return Page(tuple(hits), min(total, COUNTED), offset, limit, total > COUNTED)


def _condition(connection: Connection, wanted: Query, where: ArticleFilter) -> ColumnElement[bool] | None:
    dates = ArticleFilter(since=wanted.since, until=wanted.until)
    if not (narrows(where) or narrows(dates) or where.words):
        return None
    condition = conditions(where) & conditions(dates)
    return condition & matched_rows(connection, where.words) if where.words else condition


def _scored(
    connection: Connection,
    strict: str,
    loose: str,
    condition: ColumnElement[bool] | None,
    since_row: int,
    offset: int,
    limit: int,
) -> list[tuple[int, float]]:
    """Return a page of article ids with scores: first the strict matches, then those that only compounds give."""
    found = list(fulltext.best_matches(connection, strict, condition, since_row=since_row, offset=offset, limit=limit))
    if len(found) == limit or strict == loose:
        return found
    before = offset + len(found)
    if offset and not found:
        before, _ = fulltext.count_newest(connection, strict, condition, COUNTED, since_row)
    rest = fulltext.best_matches(
        connection,
        f"({loose}) NOT ({strict})",
        condition,
        since_row=since_row,
        offset=max(0, offset - before),
        limit=limit - len(found),
    )
    return found + list(rest)


def _by_date(connection: Connection, wanted: Query, where: ArticleFilter, offset: int, limit: int) -> Page[Hit]:
    condition = _condition(connection, wanted, where)
    fitting = true() if condition is None else condition
    total = connection.execute(select(func.count()).select_from(articles).where(fitting)).scalar_one()
    chosen = ordered(select(articles.c.id).where(fitting), "-date").offset(offset).limit(limit)
    scored = [(int(article), 0.0) for article in connection.execute(chosen).scalars()]
    return Page(tuple(_hits(connection, scored, [])), int(total), offset, limit)


def _hits(connection: Connection, scored: Sequence[tuple[int, float]], terms: Sequence[Term]) -> list[Hit]:
    ids = [article for article, _ in scored]
    columns = (articles.c.id, documents.c.text, article_contents.c.proposed, article_contents.c.corrected)
    joined = articles.join(article_contents).join(documents)
    rows = connection.execute(select(*columns).select_from(joined).where(articles.c.id.in_(ids))).all()
    texts = {row.id: row for row in rows}
    hits = []
    for line, (article, score) in zip(article_rows(connection, ids), scored, strict=True):
        row = texts[article]
        shown = article_of(row.corrected or row.proposed)
        view = reading_view(row.text, shown.span, [r.span for r in shown.removed], shown.repairs)
        passage = best_passage(view.text, terms)
        source = view.to_source(passage.span)
        hits.append(Hit(line, passage.span.of(view.text), source, passage.marks, score))
    return hits
