"""Listing: the list of articles, page by page, and the facets beside it."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Connection, RowMapping, Select, column, delete, distinct, func, insert, select, table, text

from lesart.store.filtering import conditions, narrows, ordered
from lesart.store.rows import EVERY_ARTICLE, ArticleFilter, ArticleOrder, ArticleRow, Facet, Page
from lesart.store.schema import articles, bylines, counts, documents, origins, provenance, topics
from lesart.store.search.matching import matched_rows
from lesart.store.store import Store
from lesart.text.article import Role

FACETS = ("language", "outlet", "author", "extent", "basis", "month", "relation", "topic", "format")
VALUES = 50  # of one facet
COUNTED = 2_000  # articles that the facets of a filtered list are counted over; of more, the newest

_FIRST_ORIGIN = (
    select(origins.c.uri)
    .where(origins.c.capture_id == documents.c.capture_id)
    .order_by(origins.c.id)
    .limit(1)
    .scalar_subquery()
)
ROW_COLUMNS = (
    articles.c.id,
    articles.c.key,
    articles.c.title,
    articles.c.outlet,
    articles.c.date,
    articles.c.date_basis,
    articles.c.date_earliest,
    articles.c.date_latest,
    articles.c.language,
    articles.c.extent,
    articles.c.words,
    articles.c.corrected,
)


def list_articles(
    store: Store,
    where: ArticleFilter = EVERY_ARTICLE,
    *,
    order: ArticleOrder = "-date",
    offset: int = 0,
    limit: int = 50,
) -> Page[ArticleRow]:
    """Return one page of the articles that fit a filter; QuerySyntaxError where its words cannot be read."""
    with store.reading() as connection:
        fitting = conditions(where)
        if where.words:
            fitting &= matched_rows(connection, where.words)
        total = connection.execute(select(func.count()).select_from(articles).where(fitting)).scalar_one()
        chosen = ordered(select(articles.c.id).where(fitting), order).offset(offset).limit(limit)
        rows = article_rows(connection, connection.execute(chosen).scalars().all())
    return Page(tuple(rows), int(total), offset, limit)


def article_rows(connection: Connection, ids: Sequence[int]) -> list[ArticleRow]:
    """Return the lines of these articles, in this order."""
    named: dict[int, list[str]] = {}
    by = bylines.c.article_id.in_(ids) & (bylines.c.role == Role.AUTHOR.value)
    query = select(bylines.c.article_id, bylines.c.name).where(by).order_by(bylines.c.article_id, bylines.c.position)
    for article, name in connection.execute(query):
        named.setdefault(article, []).append(name)
    lines = (
        select(*ROW_COLUMNS, _FIRST_ORIGIN.label("origin"))
        .select_from(articles.join(documents))
        .where(articles.c.id.in_(ids))
    )
    found = {row["id"]: article_row(row, named.get(row["id"], ())) for row in connection.execute(lines).mappings()}
    return [found[key] for key in ids]


def article_row(row: RowMapping, authors: Sequence[str]) -> ArticleRow:
    return ArticleRow(
        key=row["key"],
        document_key=row["key"].rpartition("-")[0],
        title=row["title"],
        outlet=row["outlet"],
        authors=tuple(authors),
        date=row["date"],
        date_basis=row["date_basis"],
        date_earliest=row["date_earliest"],
        date_latest=row["date_latest"],
        language=row["language"],
        extent=row["extent"],
        words=row["words"],
        origin=row["origin"] or "",
        corrected=bool(row["corrected"]),
    )


def facets(store: Store, where: ArticleFilter = EVERY_ARTICLE) -> tuple[Facet, ...]:
    """Return the values that the fitting articles have in each field, at most 50 a field.

    Without a filter the counts are those kept at writing. With one, at most the 2,000 newest fitting articles are
    counted, and the facets say that they are partial.
    """
    with store.reading() as connection:
        if not narrows(where) and not where.words:
            return tuple(_kept(connection, field) for field in FACETS)
        fitting = conditions(where)
        if where.words:
            fitting &= matched_rows(connection, where.words)
        newest = select(articles.c.id).where(fitting).order_by(articles.c.id.desc())
        partial = _set_aside(connection, newest)
        return _counted(connection, partial=partial)


def _kept(connection: Connection, field: str) -> Facet:
    here = (counts.c.field == field) & (counts.c.articles > 0)
    query = select(counts.c.value, counts.c.articles).where(here)
    rows = connection.execute(query.order_by(counts.c.articles.desc(), counts.c.value).limit(VALUES))
    return Facet(field, tuple((value, int(number)) for value, number in rows))


_CHOSEN = table("chosen_articles", column("id"))


def _set_aside(connection: Connection, newest: Select[int]) -> bool:
    """Put the ids of articles where each of the counts can use them; say whether there were too many to count."""
    connection.execute(text("CREATE TEMPORARY TABLE IF NOT EXISTS chosen_articles (id INTEGER PRIMARY KEY)"))
    connection.execute(delete(_CHOSEN))
    connection.execute(insert(_CHOSEN).from_select(["id"], newest.limit(COUNTED + 1)))
    number = connection.execute(select(func.count()).select_from(_CHOSEN)).scalar_one()
    if number > COUNTED:
        oldest = select(func.min(_CHOSEN.c.id)).scalar_subquery()
        connection.execute(delete(_CHOSEN).where(_CHOSEN.c.id == oldest))
    return bool(number > COUNTED)


def _counted(connection: Connection, *, partial: bool) -> tuple[Facet, ...]:
    """Count the values of the articles set aside, in one pass over each table."""
    chosen = select(_CHOSEN.c.id)
    c = articles.c
    columns = (c.language, c.outlet, c.extent, c.date_basis, func.substr(c.sort_date, 1, 7), c.format)
    rows = connection.execute(select(*columns).where(c.id.in_(chosen))).all()
    names = ("language", "outlet", "extent", "basis", "month", "format")
    values = zip(*rows, strict=True) if rows else ((),) * len(names)
    found: dict[str, Counter[str]] = {field: Counter() for field in FACETS}
    found |= {field: Counter(filter(None, each)) for field, each in zip(names, values, strict=True)}
    found["month"] = Counter({month: number for month, number in found["month"].items() if len(month) == 7})
    by = (bylines.c.role == Role.AUTHOR.value) & bylines.c.article_id.in_(chosen)
    of_tables = (
        ("author", select(bylines.c.name, func.count(distinct(bylines.c.article_id))).where(by)),
        ("topic", select(topics.c.topic, func.count()).where(topics.c.article_id.in_(chosen))),
        (
            "relation",
            select(provenance.c.relation, func.count(distinct(provenance.c.article_id))).where(
                provenance.c.article_id.in_(chosen)
            ),
        ),
    )
    for field, query in of_tables:
        for value, number in connection.execute(query.group_by(query.selected_columns[0])):
            found[field][value] = number
    return tuple(Facet(field, _largest(values), partial) for field, values in found.items())


def _largest(values: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(values.items(), key=lambda pair: (-pair[1], pair[0]))[:VALUES])
