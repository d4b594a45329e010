"""Annotating: stored articles are analysed anew; what an analyser finds takes the place of what its older version found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select, update

from lesart.store.captures import capture_id
from lesart.store.content import annotation_columns, article_of, document_of, version_columns
from lesart.store.delivery import Versions
from lesart.store.schema import annotations, article_contents, articles, checkpoints, documents
from lesart.store.store import Store
from lesart.text.annotation import Annotation, Status
from lesart.text.article import Article
from lesart.text.document import Document


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document with its articles as proposed, in order."""

    key: str
    document: Document
    articles: tuple[Article, ...]


def stored_documents(store: Store, sha256: str) -> Iterator[StoredDocument]:
    """Yield the documents of a capture by ordinal; one at a time in memory, each read when it is asked for."""
    with store.reading() as connection:
        here = documents.c.capture_id == capture_id(connection, sha256)
        ids = connection.execute(select(documents.c.id).where(here).order_by(documents.c.ordinal)).scalars().all()
    for document in ids:
        if (stored := _stored(store, document)) is not None:
            yield stored


def _stored(store: Store, document: int) -> StoredDocument | None:
    with store.reading() as connection:
        row = connection.execute(select(documents).where(documents.c.id == document)).mappings().first()
        proposed = (
            select(article_contents.c.proposed)
            .join_from(articles, article_contents)
            .where(articles.c.document_id == document)
            .order_by(articles.c.position)
        )
        found = tuple(article_of(json) for json in connection.execute(proposed).scalars())
    return StoredDocument(row["key"], document_of(row), found) if row else None


def replace_annotations(
    store: Store, document_key: str, makers: Sequence[str], found: Sequence[Sequence[Annotation]]
) -> None:
    """Put what some analysers found in the place of their unreviewed annotations on a document; others stay."""
    with store.writing() as connection:
        document = connection.execute(select(documents.c.id).where(documents.c.key == document_key)).scalar_one()
        here = (annotations.c.document_id == document) & annotations.c.maker.in_(makers)
        unreviewed = annotations.c.status == Status.PROPOSED.value
        reviewed = connection.execute(select(annotations.c.type, annotations.c.spans).where(here, ~unreviewed)).all()
        connection.execute(delete(annotations).where(here, unreviewed))
        rows = [annotation_columns(one) | {"document_id": document} for each in found for one in each]
        kept = {(row.type, row.spans) for row in reviewed}
        new = [row for row in rows if (row["type"], row["spans"]) not in kept]
        if new:
            connection.execute(annotations.insert(), new)


def note_analysed(store: Store, sha256: str, versions: Versions) -> None:
    """Note that all documents of a capture are analysed under these versions."""
    with store.writing() as connection:
        here = checkpoints.c.capture_id == capture_id(connection, sha256)
        connection.execute(update(checkpoints).where(here).values(version_columns(versions)))
