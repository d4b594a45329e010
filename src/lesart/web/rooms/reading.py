"""Reading: one article with its margin, its layers, and the decisions about what belongs to it."""

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from lesart.store.rows import ArticleDetail
from lesart.text.article import RemovalKind
from lesart.text.span import Span
from lesart.web import addresses
from lesart.web.desk import back_to, decision, desk_of, text_of
from lesart.web.presenters import correction, flow, history, margin, removals
from lesart.web.presenters.findings import in_words
from lesart.web.presenters.markup import Mark
from lesart.web.presenters.shelf import line
from lesart.web.presenters.wording import FIELDS, REMOVAL_KINDS
from lesart.workbench.collection import JudgementError

router = APIRouter()
Decision = Annotated[FormData, Depends(decision)]


@router.get("/articles/{key}.json")
def article_json(request: Request, key: str) -> Response:
    """The page as data: the same row that it is made from."""
    detail = desk_of(request).collection.article(key)
    return Response(msgspec.json.encode(detail), media_type="application/json")


@router.get("/articles/{key}")
def article(request: Request, key: str) -> HTMLResponse:
    desk, language = desk_of(request), desk_of(request).language(request)
    detail = desk.collection.article(desk.collection.resolve(key))
    query = request.query_params
    layers = flow.Layers.read(query.get("layers"))
    length = len(detail.document.text)
    hit, picked = addresses.span_of(query.get("mark"), length), addresses.span_of(query.get("passage"), length)
    extra = [*([Mark(hit, "hit", "hit")] if hit else []), *([Mark(picked, "picked", "picked")] if picked else [])]
    passages = removals.removed_passages(detail, language)
    return desk.page(
        request,
        "article.html",
        detail=detail,
        line=line(detail.row, language),
        stretches=flow.flow(detail, layers, language, extra),
        passages=passages,
        groups=removals.removed_groups(detail.document.text, passages),
        repeats=sum(annotation.type == "repetition" for annotation in detail.annotations),
        layers=layers,
        entries=margin.margin(detail, language),
        chain=margin.chain(detail.article, language),
        history=history.history(detail.judgements, language),
        kinds=[(str(kind), language.say(label)) for kind, label in REMOVAL_KINDS.items()],
        picked=picked,
        picked_text=picked.of(detail.document.text) if picked else "",
        q=query.get("q", ""),
    )


@router.post("/articles/{key}/restore")
def restore(request: Request, key: str, form: Decision) -> RedirectResponse:
    desk = desk_of(request)
    for span in _spans(form, desk.collection.article(key)):
        desk.collection.restore(key, span, note=text_of(form, "note") or None)
    return back_to(form, addresses.article(key))


@router.post("/articles/{key}/remove")
def remove(request: Request, key: str, form: Decision) -> RedirectResponse:
    desk = desk_of(request)
    kind = text_of(form, "kind")
    if kind not in list(RemovalKind):
        raise HTTPException(400, "kind")
    for span in _spans(form, desk.collection.article(key)):
        desk.collection.remove(key, span, kind, note=text_of(form, "note") or None)
    return back_to(form, addresses.article(key, layers="removed,repairs,repeats"))


@router.get("/articles/{key}/correct")
def correcting(request: Request, key: str) -> HTMLResponse:
    desk = desk_of(request)
    detail = desk.collection.article(key)
    return _correction_page(request, detail, correction.correction_fields(detail, desk.language(request)))


@router.post("/articles/{key}/correct", response_model=None)
def correct(request: Request, key: str, form: Decision) -> Response:
    """Record one judgement for each field that was changed; all fields stay in the form where one is refused."""
    desk = desk_of(request)
    detail = desk.collection.article(key)
    given = {name: text_of(form, name) for name in FIELDS if name in form}
    errors: dict[str, str] = {}
    for field, value in correction.changes(detail, given).items():
        try:
            desk.collection.correct(key, field, value, note=text_of(form, "note") or None)
        except JudgementError as refused:
            said = (in_words(desk.language(request), words) for words in (str(refused), refused.advice))
            errors[field] = " ".join(words for words in said if words)
    if not errors:
        return RedirectResponse(addresses.article(key), 303)
    fields = correction.correction_fields(desk.collection.article(key), desk.language(request), given, errors)
    return _correction_page(request, detail, fields, 422)


def _correction_page(
    request: Request, detail: ArticleDetail, fields: list[correction.Field], status: int = 200
) -> HTMLResponse:
    desk = desk_of(request)
    language = desk.language(request)
    return desk.page(
        request,
        "correct.html",
        status=status,
        line=line(detail.row, language),
        fields=fields,
        errors=[field for field in fields if field.error],
        history=history.history([row for row in detail.judgements if row.kind == "corrected"], language),
    )


def _spans(form: FormData, detail: ArticleDetail) -> list[Span]:
    """Read the passages that a decision is about; 400 where one of them is none."""
    spans = [addresses.span_of(str(value), len(detail.document.text)) for value in form.getlist("span")]
    if not spans or None in spans:
        raise HTTPException(400, "span")
    return [span for span in spans if span]
