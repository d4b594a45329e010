"""Filtering: which articles are meant, and in which order, as conditions on the tables."""

from sqlalchemy import ColumnElement, Select, UnaryExpression, and_, select, true

from lesart.store.indexing import completed
from lesart.store.rows import ArticleFilter, ArticleOrder
from lesart.store.schema import articles, bylines, documents, provenance, topics
from lesart.text.article import Role

Order = UnaryExpression[object] | ColumnElement[object]


def conditions(where: ArticleFilter) -> ColumnElement[bool]:
    """Return what a filter asks of a row of `articles`; `words` are the search's business."""
    return and_(true(), *_on_columns(where), *_on_values(where))


def _on_columns(where: ArticleFilter) -> list[ColumnElement[bool]]:
    plain = (
        (articles.c.language, where.language),
        (articles.c.outlet, where.outlet),
        (articles.c.extent, where.extent),
        (articles.c.date_basis, where.basis),
    )
    found: list[ColumnElement[bool]] = [column == value for column, value in plain if value is not None]
    if where.since:
        found.append(articles.c.date_latest >= completed(where.since, "-01-01"))
    if where.until:
        found.append(articles.c.date_earliest <= completed(where.until, "-12-31"))
    if where.document is not None:
        own = select(documents.c.id).where(documents.c.key == where.document).scalar_subquery()
        found.append(articles.c.document_id == own)
    return found


def _on_values(where: ArticleFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if where.author is not None:
        by = (bylines.c.name == where.author) & (bylines.c.role == Role.AUTHOR.value)
        found.append(articles.c.id.in_(select(bylines.c.article_id).where(by)))
    if where.topic is not None:
        found.append(articles.c.id.in_(select(topics.c.article_id).where(topics.c.topic == where.topic)))
    if where.relation is not None:
        link = provenance.c.relation == where.relation
        found.append(articles.c.id.in_(select(provenance.c.article_id).where(link)))
    return found


def narrows(where: ArticleFilter) -> bool:
    """Say whether a filter asks anything at all, its words apart."""
    return bool(_on_columns(where) or _on_values(where))


def ordered(query: Select[*tuple[object, ...]], order: ArticleOrder) -> Select[*tuple[object, ...]]:
    """Sort; what has no date, title or outlet comes last."""
    c = articles.c
    match order:
        case "date":
            return query.order_by(c.sort_date.asc().nulls_last(), c.id.asc())
        case "title":
            return query.order_by(c.sort_title, c.id)
        case "outlet":
            return query.order_by(c.sort_outlet, c.sort_title, c.id)
        case "added":
            return query.order_by(c.id)
        case "-added":
            return query.order_by(c.id.desc())
        case _:
            return query.order_by(c.sort_date.desc(), c.id.desc())
