"""Judging: a decision is checked against the text, recorded, and applied to what is stored."""

from collections.abc import Sequence

from lesart.articles.prepare import prepare
from lesart.articles.splitting import split
from lesart.pipeline.tasks import annotate
from lesart.pipeline.tools import Tools
from lesart.store import queries
from lesart.store.judging import (
    correct_article,
    judgement,
    judgements_of,
    mark_judged,
    record_judgement,
    redo_judgement,
    undo_judgement,
    unjudged_documents,
)
from lesart.store.rows import ArticleDetail, DocumentDetail, JudgementRow
from lesart.store.store import Store
from lesart.store.writing import replace_articles
from lesart.text.article import Cut, RemovalKind
from lesart.text.selectors import Selector, select
from lesart.text.span import Span, trimmed
from lesart.workbench.corrections import checked_value, field_value
from lesart.workbench.errors import JudgementError
from lesart.workbench.judgements import CUT_KINDS, Judgement, Unfit, judge_article, judge_cuts, unfit_judgements

ANCHOR = 32  # code points that anchor a cut or the beginning of an article


def add_cut(store: Store, person: str, document_key: str, at: int, note: str | None) -> JudgementRow:
    detail = queries.document(store, document_key)
    at = _begin_of_word(detail.document.text, at)
    return _judge_cut(store, person, detail, "cut_added", (at,), note)


def move_cut(store: Store, person: str, document_key: str, at: int, to: int, note: str | None) -> JudgementRow:
    detail = queries.document(store, document_key)
    to = _begin_of_word(detail.document.text, to)
    return _judge_cut(store, person, detail, "cut_moved", (at, to), note)


def remove_cut(store: Store, person: str, document_key: str, at: int, note: str | None) -> JudgementRow:
    detail = queries.document(store, document_key)
    return _judge_cut(store, person, detail, "cut_removed", (at,), note)


def _begin_of_word(text: str, at: int) -> int:
    """Return `at`, or the first character after it that is not blank; JudgementError inside a word or outside."""
    if not 0 <= at < len(text):
        raise JudgementError(f"character {at} lies outside the text", f"The text has {len(text)} characters.")
    if at and text[at - 1].isalnum() and text[at].isalnum():
        raise JudgementError("a cut cannot fall inside a word", "Choose the beginning of a line.")
    begin = trimmed(text, Span(at, len(text))).start
    if begin >= len(text) or text[begin].isspace():
        raise JudgementError("no word follows this place", "Choose the beginning of a line.")
    return begin


def _judge_cut(
    store: Store, person: str, detail: DocumentDetail, kind: str, places: Sequence[int], note: str | None
) -> JudgementRow:
    text = detail.document.text
    if any(not 0 <= place < len(text) for place in places):
        raise JudgementError("this place lies outside the text", f"The text has {len(text)} characters.")
    anchors = tuple(_anchor(text, place) for place in places)
    proposed = Judgement(0, kind, None, None, None, person, "", anchors)
    standing = [Cut(row.span, row.reason, row.confidence) for row in detail.cuts]
    if unfit := judge_cuts(text, standing, [proposed]).unfit:
        raise JudgementError(unfit[0].reason, "The places of the cuts stand in the document's list of cuts.")
    row = record_judgement(
        store,
        kind=kind,
        document_key=detail.key,
        person=person,
        before=None if kind == "cut_added" else str(places[0]),
        after=None if kind == "cut_removed" else str(places[-1]),
        anchors=anchors,
        note=note,
    )
    settle(store, detail.key)
    return row


def _anchor(text: str, at: int) -> Selector:
    return select(text, Span(at, min(at + ANCHOR, len(text))))


def restore(store: Store, person: str, article_key: str, span: Span, note: str | None) -> JudgementRow:
    """Put a removed passage back into the reading view."""
    detail = queries.article(store, article_key)
    if not any(removal.span.overlap(span) for removal in detail.article.removed):
        raise JudgementError("no removed passage lies here", "The article's list of removed passages has their places.")
    return _judge_passage(store, person, detail, "restored", span, None, note)


def remove(store: Store, person: str, article_key: str, span: Span, kind: str, note: str | None) -> JudgementRow:
    """Leave a passage out of the reading view."""
    detail = queries.article(store, article_key)
    if kind not in tuple(RemovalKind):
        raise JudgementError(f"no kind {kind!r} of removed passages", f"There are {', '.join(RemovalKind)}.")
    if not detail.article.span.contains(span) or not len(trimmed(detail.document.text, span)):
        raise JudgementError("this is no passage of the article", "Mark words inside the article.")
    return _judge_passage(store, person, detail, "removed", trimmed(detail.document.text, span), kind, note)


def _judge_passage(
    store: Store, person: str, detail: ArticleDetail, kind: str, span: Span, after: str | None, note: str | None
) -> JudgementRow:
    row = record_judgement(
        store,
        kind=kind,
        document_key=detail.row.document_key,
        article_key=detail.row.key,
        person=person,
        after=after,
        anchors=(select(detail.document.text, span),),
        note=note,
    )
    settle(store, detail.row.document_key)
    return row


def correct(
    store: Store, person: str, article_key: str, field: str, value: str | None, note: str | None
) -> JudgementRow:
    """Put a value in the place of a field; None: it is unknown."""
    detail = queries.article(store, article_key)
    try:
        after = checked_value(field, value)
    except ValueError as error:
        raise JudgementError(str(error)) from error
    row = record_judgement(
        store,
        kind="corrected",
        document_key=detail.row.document_key,
        article_key=article_key,
        person=person,
        field=field,
        before=field_value(detail.article, field),
        after=after,
        anchors=(_anchor(detail.document.text, detail.article.span.start),),
        note=note,
    )
    settle(store, detail.row.document_key)
    return row


def undo(store: Store, judgement_id: int) -> JudgementRow:
    if judgement(store, judgement_id).undone_at is not None:
        raise JudgementError(f"judgement {judgement_id} is undone already", "Redo it instead.")
    row = undo_judgement(store, judgement_id)
    settle(store, row.document_key)
    return row


def redo(store: Store, judgement_id: int) -> JudgementRow:
    if judgement(store, judgement_id).undone_at is None:
        raise JudgementError(f"judgement {judgement_id} holds already", "Undo it instead.")
    row = redo_judgement(store, judgement_id)
    settle(store, row.document_key)
    return row


def settle_all(store: Store) -> None:
    """Apply the judgements of every document that was read anew or judged and not settled (a crash between)."""
    for document_key in unjudged_documents(store):
        settle(store, document_key)


def settle(store: Store, document_key: str) -> None:
    """Apply the judgements that stand to what the machine proposes, and store what follows from them."""
    rows = judgements_of(store, document_key)
    standing = _standing(rows)
    detail = queries.document(store, document_key)
    if any(row.kind in CUT_KINDS for row in rows):
        _settle_cuts(store, detail, standing)
    else:
        _settle_articles(store, detail, standing)


def _standing(rows: Sequence[JudgementRow]) -> list[Judgement]:
    return [
        Judgement(row.id, row.kind, row.article_key, row.field, row.after, row.person, row.made_at, row.anchors)
        for row in rows
        if row.undone_at is None
    ]


def _settle_cuts(store: Store, detail: DocumentDetail, standing: Sequence[Judgement]) -> None:
    document = detail.document
    judged = judge_cuts(document.text, split(document), standing)
    articles = prepare(document, judged.cuts)
    corrected = [
        changed if (changed := judge_article(document.text, a, standing, detail.key, judged.starts)) != a else None
        for a in articles
    ]
    found = [annotate(document, article, detail.capture.origins[0].uri, Tools()) for article in articles]
    replace_articles(store, detail.key, articles, found, corrected)


def _settle_articles(store: Store, detail: DocumentDetail, standing: Sequence[Judgement]) -> None:
    for cut in detail.cuts:
        article = queries.article(store, cut.article_key)
        changed = judge_article(detail.document.text, article.proposed, standing, detail.key, {})
        if changed != article.article:
            correct_article(store, cut.article_key, changed if changed != article.proposed else None)
    mark_judged(store, detail.key)


def lost(store: Store, document_key: str) -> tuple[Unfit, ...]:
    """Return the judgements that stand but fit the document no longer, each with the reason."""
    detail = queries.document(store, document_key)
    standing = _standing(judgements_of(store, document_key))
    judged = judge_cuts(detail.document.text, split(detail.document), standing)
    spans = [cut.span for cut in detail.cuts]
    unfit = unfit_judgements(detail.document.text, spans, standing, detail.key, judged.starts)
    return tuple(sorted((*judged.unfit, *unfit), key=lambda one: one.judgement.id))
