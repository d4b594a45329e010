"""Reading: everything about one article or one document, for its page and for export."""

from collections.abc import Iterator

from sqlalchemy import Connection, RowMapping, Select, select

from lesart.store.content import annotation_of, article_of, document_of
from lesart.store.errors import UnknownRowError
from lesart.store.filtering import conditions
from lesart.store.judging import rows_of
from lesart.store.listing import article_rows
from lesart.store.rows import (
    EVERY_ARTICLE,
    ArticleDetail,
    ArticleFilter,
    CaptureRow,
    CutRow,
    DocumentDetail,
    JudgementRow,
    OriginRow,
    RemovalRow,
)
from lesart.store.schema import annotations, article_contents, articles, captures, documents, origins
from lesart.store.search.matching import matched_rows
from lesart.store.store import Store
from lesart.text.annotation import Annotation
from lesart.text.article import Article
from lesart.text.views import reading_view

EXPORT_BATCH = 100  # articles held in memory at a time

_ARTICLE: Select[*tuple[object, ...]] = select(
    articles.c.id.label("article_id"),
    articles.c.key.label("article_key"),
    articles.c.position,
    articles.c.start,
    articles.c.end,
    article_contents.c.proposed,
    article_contents.c.corrected,
    *documents.c,
).select_from(articles.join(article_contents).join(documents))


def read_article(store: Store, key: str) -> ArticleDetail:
    """Return an article by its full key; UnknownRowError where there is none."""
    with store.reading() as connection:
        row = connection.execute(_ARTICLE.where(articles.c.key == key)).mappings().first()
        if row is None:
            raise UnknownRowError(f"there is no article {key}")
        return _details(connection, [row])[0]


def every_article(store: Store, where: ArticleFilter = EVERY_ARTICLE) -> Iterator[ArticleDetail]:
    """Yield the articles that fit, in the order of adding; a hundred at a time are in memory.

    All are of one state of the collection, whatever is written meanwhile.
    """
    with store.reading() as connection:
        fitting = conditions(where)
        if where.words:
            fitting &= matched_rows(connection, where.words)
        last = 0
        while rows := _after(connection, _ARTICLE.where(fitting), last):
            yield from _details(connection, rows)
            last = rows[-1]["article_id"]


def _after(connection: Connection, query: Select[*tuple[object, ...]], last: int) -> list[RowMapping]:
    following = query.where(articles.c.id > last).order_by(articles.c.id).limit(EXPORT_BATCH)
    return list(connection.execute(following).mappings())


def _details(connection: Connection, rows: list[RowMapping]) -> list[ArticleDetail]:
    lines = article_rows(connection, [row["article_id"] for row in rows])
    details = []
    for line, row in zip(lines, rows, strict=True):
        document = document_of(row)
        proposed = article_of(row["proposed"])
        article = article_of(row["corrected"]) if row["corrected"] else proposed
        details.append(
            ArticleDetail(
                row=line,
                document=document,
                article=article,
                proposed=proposed,
                view=reading_view(document.text, article.span, [r.span for r in article.removed], article.repairs),
                removed=removal_rows(proposed, article),
                annotations=_annotations(connection, row),
                capture=_capture(connection, row["capture_id"]),
                neighbours=_neighbours(connection, row["id"], row["position"]),
                judgements=_on_article(rows_of(connection, row["key"]), line.key, article),
            )
        )
    return details


def removal_rows(proposed: Article, article: Article) -> tuple[RemovalRow, ...]:
    """Join the removals of both: those that the article lacks were restored, those it adds are a person's."""
    rows = [RemovalRow(removal, removal not in article.removed, False) for removal in proposed.removed]
    rows += [RemovalRow(removal, False, True) for removal in article.removed if removal not in proposed.removed]
    return tuple(sorted(rows, key=lambda row: row.removal.span))


def _annotations(connection: Connection, row: RowMapping) -> tuple[Annotation, ...]:
    inside = (annotations.c.start >= row["start"]) & (annotations.c.start < row["end"])
    here = (annotations.c.document_id == row["id"]) & inside
    query = select(annotations).where(here).order_by(annotations.c.start, annotations.c.id)
    return tuple(annotation_of(found) for found in connection.execute(query).mappings())


def _capture(connection: Connection, capture: int) -> CaptureRow:
    row = connection.execute(select(captures).where(captures.c.id == capture)).mappings().one()
    ways = connection.execute(select(origins).where(origins.c.capture_id == capture).order_by(origins.c.id)).mappings()
    return CaptureRow(
        sha256=row["sha256"],
        size=row["size"],
        media_type=row["media_type"],
        first_obtained_at=row["first_obtained_at"],
        origins=tuple(OriginRow(w["uri"], w["kind"], w["obtained_at"], w["parent_sha256"]) for w in ways),
    )


def _neighbours(connection: Connection, document: int, position: int) -> tuple[str | None, str | None]:
    beside = articles.c.position.in_([position - 1, position + 1]) & (articles.c.document_id == document)
    rows = connection.execute(select(articles.c.position, articles.c.key).where(beside)).all()
    keys = {row.position: str(row.key) for row in rows}
    return keys.get(position - 1), keys.get(position + 1)


def _on_article(judged: tuple[JudgementRow, ...], key: str, article: Article) -> tuple[JudgementRow, ...]:
    """Choose the judgements on an article: those that name its key, and those on a place inside it."""
    return tuple(
        row
        for row in judged
        if row.article_key == key or any(article.span.contains(anchor.span) for anchor in row.anchors)
    )


def read_document(store: Store, key: str) -> DocumentDetail:
    """Return a document by its full key, with its cuts; UnknownRowError where there is none."""
    with store.reading() as connection:
        row = connection.execute(select(documents).where(documents.c.key == key)).mappings().first()
        if row is None:
            raise UnknownRowError(f"there is no document {key}")
        judged = rows_of(connection, key)
        return DocumentDetail(
            key=key,
            document=document_of(row),
            cuts=_cuts(connection, row["id"], judged),
            capture=_capture(connection, row["capture_id"]),
            judgements=judged,
        )


def _cuts(connection: Connection, document: int, judged: tuple[JudgementRow, ...]) -> tuple[CutRow, ...]:
    placed = {row.after for row in judged if row.kind in ("cut_added", "cut_moved") and row.undone_at is None}
    here = _ARTICLE.where(articles.c.document_id == document).order_by(articles.c.position)
    rows = []
    for row in connection.execute(here).mappings():
        article = article_of(row["corrected"] or row["proposed"])
        rows.append(
            CutRow(
                article_key=row["article_key"],
                span=article.span,
                title=article.title.value if article.title else None,
                reason=article.cut.reason,
                confidence=article.cut.confidence,
                by_person=str(article.span.start) in placed,
            )
        )
    return tuple(rows)
