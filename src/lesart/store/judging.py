"""Judging: decisions of persons, recorded and undone, and the corrected articles that follow from them."""

from collections.abc import Sequence

from sqlalchemy import Connection, RowMapping, select, update

from lesart.store.clock import now
from lesart.store.content import as_json, selectors_of
from lesart.store.documents import correct_one
from lesart.store.errors import UnknownRowError
from lesart.store.rows import JudgementRow
from lesart.store.schema import documents, judgements
from lesart.store.store import Store
from lesart.text.article import Article
from lesart.text.selectors import Selector


def record_judgement(
    store: Store,
    *,
    kind: str,
    document_key: str,
    person: str,
    article_key: str | None = None,
    field: str | None = None,
    before: str | None = None,
    after: str | None = None,
    anchors: Sequence[Selector] = (),
    note: str | None = None,
) -> JudgementRow:
    """Record a decision. The document counts as unjudged until the articles that follow from it are stored."""
    with store.writing() as connection:
        row = connection.execute(
            judgements.insert().values(
                kind=kind,
                document_key=document_key,
                article_key=article_key,
                field=field,
                before=before,
                after=after,
                anchors=as_json(tuple(anchors)),
                person=person,
                made_at=now(),
                note=note,
            )
        )
        assert row.inserted_primary_key is not None
        _unjudge(connection, document_key)
        return _one(connection, int(row.inserted_primary_key[0]))


def undo_judgement(store: Store, judgement_id: int) -> JudgementRow:
    """Let a judgement hold no longer; the row stays."""
    return _set_undone(store, judgement_id, now())


def redo_judgement(store: Store, judgement_id: int) -> JudgementRow:
    """Let an undone judgement hold again."""
    return _set_undone(store, judgement_id, None)


def judgement(store: Store, judgement_id: int) -> JudgementRow:
    """Return one judgement; UnknownRowError where there is none of this number."""
    with store.reading() as connection:
        return _one(connection, judgement_id)


def judgements_of(store: Store, document_key: str) -> tuple[JudgementRow, ...]:
    """Return all judgements on a document in the order in which they were made, undone ones included."""
    with store.reading() as connection:
        return rows_of(connection, document_key)


def unjudged_documents(store: Store) -> tuple[str, ...]:
    """Return the keys of documents whose judgements must be applied (again): they were read anew or judged since."""
    with store.reading() as connection:
        keys = select(documents.c.key).where(documents.c.unjudged.is_(True)).order_by(documents.c.key)
        return tuple(connection.execute(keys).scalars())


def correct_article(store: Store, article_key: str, corrected: Article | None) -> None:
    """List and find an article under its corrected values from now on; None: as the machine proposed it."""
    with store.writing() as connection:
        correct_one(connection, article_key, corrected)


def mark_judged(store: Store, document_key: str) -> None:
    """Note that all judgements on a document are applied."""
    with store.writing() as connection:
        connection.execute(update(documents).where(documents.c.key == document_key).values(unjudged=False))


def rows_of(connection: Connection, document_key: str) -> tuple[JudgementRow, ...]:
    here = select(judgements).where(judgements.c.document_key == document_key).order_by(judgements.c.id)
    return tuple(_judgement_row(row) for row in connection.execute(here).mappings())


def _set_undone(store: Store, judgement_id: int, moment: str | None) -> JudgementRow:
    with store.writing() as connection:
        before = _one(connection, judgement_id)
        here = judgements.c.id == judgement_id
        connection.execute(update(judgements).where(here).values(undone_at=moment))
        _unjudge(connection, before.document_key)
        return _one(connection, judgement_id)


def _unjudge(connection: Connection, document_key: str) -> None:
    connection.execute(update(documents).where(documents.c.key == document_key).values(unjudged=True))


def _one(connection: Connection, judgement_id: int) -> JudgementRow:
    row = connection.execute(select(judgements).where(judgements.c.id == judgement_id)).mappings().first()
    if row is None:
        raise UnknownRowError(f"there is no judgement {judgement_id}")
    return _judgement_row(row)


def _judgement_row(row: RowMapping) -> JudgementRow:
    return JudgementRow(
        id=row["id"],
        kind=row["kind"],
        document_key=row["document_key"],
        article_key=row["article_key"],
        field=row["field"],
        before=row["before"],
        after=row["after"],
        person=row["person"],
        made_at=row["made_at"],
        undone_at=row["undone_at"],
        note=row["note"],
        anchors=selectors_of(row["anchors"]),
    )
