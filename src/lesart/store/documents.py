"""Documents: a document with its articles and annotations goes in, is replaced, or is dropped."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, RowMapping, bindparam, delete, select, update

from lesart.store.content import annotation_columns, article_of, as_json, document_columns, storable_article
from lesart.store.delivery import NewDocument
from lesart.store.errors import UnknownRowError
from lesart.store.indexing import (
    Words,
    article_columns,
    change_counts,
    facet_values,
    index_words,
    insert_values,
    store_values,
)
from lesart.store.schema import annotations, article_contents, articles, documents, judgements
from lesart.text.annotation import Annotation, Status
from lesart.text.article import Article

_INSERT_DOCUMENT, _INSERT_ARTICLE = documents.insert(), articles.insert()
_INSERT_CONTENT, _INSERT_ANNOTATION = article_contents.insert(), annotations.insert()


def document_key(sha256: str, ordinal: int) -> str:
    """Return the key of a document: 12 hex digits, and `.n` for the n-th record of a capture that holds several."""
    return sha256[:12] if ordinal == 0 else f"{sha256[:12]}.{ordinal}"


def article_key(document: str, start: int) -> str:
    return f"{document}-{start}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where documents belong: their capture, and under which versions they were read; `is_new`: it has none yet."""

    capture: int
    sha256: str
    reader: str
    articles_version: str
    is_new: bool = False


def store_document(connection: Connection, place: Place, new: NewDocument) -> int | None:
    """Store a document and what was found in it; return how many articles were written, None where all is as it was."""
    new = replace(new, articles=tuple(storable_article(article) for article in new.articles))
    columns = document_columns(new.document)
    columns |= {"reader": place.reader, "articles_version": place.articles_version}
    old = None if place.is_new else _stored(connection, place.capture, new.ordinal)
    if old is None:
        _insert_document(connection, place, new, columns)
        return len(new.articles)
    changed = _replace_document(connection, old, new, columns)
    return len(new.articles) if changed else None


def _stored(connection: Connection, capture: int, ordinal: int) -> RowMapping | None:
    here = select(documents).where(documents.c.capture_id == capture, documents.c.ordinal == ordinal)
    return connection.execute(here).mappings().first()


def _insert_document(connection: Connection, place: Place, new: NewDocument, columns: dict[str, Any]) -> None:
    key = document_key(place.sha256, new.ordinal)
    row = connection.execute(
        _INSERT_DOCUMENT, {"key": key, "capture_id": place.capture, "ordinal": new.ordinal} | columns
    )
    assert row.inserted_primary_key is not None
    document = int(row.inserted_primary_key[0])
    _insert_articles(connection, document, key, columns, new.articles, [None] * len(new.articles))
    found = [annotation_columns(a) | {"document_id": document} for each in new.annotations for a in each]
    if found:
        connection.execute(_INSERT_ANNOTATION, found)
    if judged(connection, key):
        _note_unjudged(connection, document)


def _replace_document(connection: Connection, old: RowMapping, new: NewDocument, columns: dict[str, Any]) -> bool:
    """Put a document in the place of an older reading of it; say whether anything but the versions changed."""
    document = old["id"]
    if any(old[name] != value for name, value in columns.items()):
        connection.execute(update(documents).where(documents.c.id == document).values(columns))
    changed = old["text"] != columns["text"] or not _same_articles(connection, document, new.articles)
    if changed:
        kept = _corrections(connection, document)
        corrected = [kept.get((article.span.start, as_json(article))) for article in new.articles]
        drop_articles(connection, document)
        _insert_articles(connection, document, old["key"], columns, new.articles, corrected)
        if judged(connection, old["key"]):
            _note_unjudged(connection, document)
    return store_annotations(connection, document, new.annotations) or changed


def _same_articles(connection: Connection, document: int, new: Sequence[Article]) -> bool:
    return [row.proposed for row in _contents(connection, document)] == [as_json(article) for article in new]


def _contents(connection: Connection, document: int) -> Sequence[Row[*tuple[Any, ...]]]:
    columns = (articles.c.id, articles.c.start, articles.c.format, article_contents.c.proposed)
    return connection.execute(
        select(*columns, article_contents.c.corrected)
        .join_from(articles, article_contents)
        .where(articles.c.document_id == document)
        .order_by(articles.c.position)
    ).all()


def _corrections(connection: Connection, document: int) -> dict[tuple[int, str], Article]:
    """Return the corrected articles by start and proposal: a proposal that comes again keeps its corrections."""
    rows = _contents(connection, document)
    return {(row.start, row.proposed): article_of(row.corrected) for row in rows if row.corrected is not None}


_JUDGED = select(judgements.c.id).where(
    judgements.c.document_key == bindparam("document"), judgements.c.undone_at.is_(None)
)


def judged(connection: Connection, key: str) -> bool:
    """Say whether any judgement on a document holds."""
    return connection.execute(_JUDGED, {"document": key}).first() is not None


def _note_unjudged(connection: Connection, document: int) -> None:
    connection.execute(update(documents).where(documents.c.id == document).values(unjudged=True))


def _insert_articles(
    connection: Connection,
    document: int,
    key: str,
    columns: dict[str, Any],
    proposed: Sequence[Article],
    corrected: Sequence[Article | None],
) -> None:
    for position, (proposal, correction) in enumerate(zip(proposed, corrected, strict=True)):
        shown = correction or proposal
        words = Words.of(shown, columns["text"])
        row = connection.execute(
            _INSERT_ARTICLE,
            {
                "key": article_key(key, proposal.span.start),
                "document_id": document,
                "position": position,
                "start": proposal.span.start,
                "end": proposal.span.end,
                "format": columns["media_type"],
                "corrected": correction is not None,
                "search_row": index_words(connection, words),
            }
            | article_columns(shown, len(words.text)),
        )
        assert row.inserted_primary_key is not None
        article = int(row.inserted_primary_key[0])
        content = {"article_id": article, "proposed": as_json(proposal)}
        connection.execute(_INSERT_CONTENT, content | {"corrected": as_json(correction) if correction else None})
        insert_values(connection, article, shown)
        change_counts(connection, facet_values(shown, columns["media_type"]), by=1)


def drop_articles(connection: Connection, document: int) -> None:
    """Drop the articles of a document; their rows in the full-text index lead nowhere from then on."""
    for row in _contents(connection, document):
        shown = article_of(row.corrected or row.proposed)
        change_counts(connection, facet_values(shown, row.format), by=-1)
    connection.execute(delete(articles).where(articles.c.document_id == document))


def drop_documents(connection: Connection, ids: Sequence[int]) -> None:
    """Drop documents with all that was found in them; judgements stay."""
    for document in ids:
        drop_articles(connection, document)
        connection.execute(delete(documents).where(documents.c.id == document))


def store_annotations(connection: Connection, document: int, new: Sequence[Sequence[Annotation]]) -> bool:
    """Put annotations in the place of the unreviewed ones of a document; say whether that changed anything.

    A finding that a person has reviewed stays as reviewed, and is not proposed once more.
    """
    here = annotations.c.document_id == document
    old = connection.execute(select(annotations).where(here).order_by(annotations.c.id)).mappings().all()
    reviewed = {(row["type"], row["spans"]) for row in old if row["status"] != Status.PROPOSED}
    rows = [annotation_columns(a) | {"document_id": document} for found in new for a in found]
    rows = [row for row in rows if (row["type"], row["spans"]) not in reviewed]
    proposed = [row for row in old if row["status"] == Status.PROPOSED]
    if [{name: value for name, value in row.items() if name != "id"} for row in proposed] == rows:
        return False
    connection.execute(delete(annotations).where(here, annotations.c.status == Status.PROPOSED.value))
    if rows:
        connection.execute(_INSERT_ANNOTATION, rows)
    return True


def replace_all(
    connection: Connection,
    key: str,
    proposed: Sequence[Article],
    found: Sequence[Sequence[Annotation]],
    corrected: Sequence[Article | None],
) -> None:
    """Put articles, their corrections and annotations in the place of those of a document."""
    row = _document(connection, key)
    drop_articles(connection, row.id)
    columns = {"text": row.text, "media_type": row.media_type}
    _insert_articles(connection, row.id, key, columns, proposed, corrected)
    store_annotations(connection, row.id, found)
    connection.execute(update(documents).where(documents.c.id == row.id).values(unjudged=False))


def correct_one(connection: Connection, key: str, correction: Article | None) -> None:
    """List and find an article under its corrected values from now on; None: as proposed."""
    document = _document(connection, key.rpartition("-")[0])
    here = articles.c.key == key
    columns = (articles.c.id, articles.c.format, article_contents.c.proposed, article_contents.c.corrected)
    row = connection.execute(select(*columns).join_from(articles, article_contents).where(here)).first()
    if row is None:
        raise UnknownRowError(f"there is no article {key}")
    shown = correction or article_of(row.proposed)
    change_counts(connection, facet_values(article_of(row.corrected or row.proposed), row.format), by=-1)
    words = Words.of(shown, document.text)
    values = article_columns(shown, len(words.text)) | {"corrected": correction is not None}
    values["search_row"] = index_words(connection, words)
    connection.execute(update(articles).where(articles.c.id == row.id).values(values))
    connection.execute(
        update(article_contents)
        .where(article_contents.c.article_id == row.id)
        .values(corrected=as_json(correction) if correction else None)
    )
    store_values(connection, row.id, shown)
    change_counts(connection, facet_values(shown, row.format), by=1)


def _document(connection: Connection, key: str) -> Row[*tuple[Any, ...]]:
    columns = (documents.c.id, documents.c.text, documents.c.media_type)
    row = connection.execute(select(*columns).where(documents.c.key == key)).first()
    if row is None:
        raise UnknownRowError(f"there is no document {key}")
    return row
