"""Digest: one document with its cuts, and moving, removing and adding them."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse

from lesart.web import addresses
from lesart.web.desk import decision, desk_of, number_of, text_of
from lesart.web.presenters import cuts, history

router = APIRouter()
Decision = Annotated[FormData, Depends(decision)]


@router.get("/documents/{key}")
def document(request: Request, key: str, move: str = "") -> HTMLResponse:
    desk, language = desk_of(request), desk_of(request).language(request)
    detail = desk.collection.document(key)
    moving = addresses.number_of(move)
    if moving not in {cut.span.start for cut in detail.cuts}:
        moving = None
    return desk.page(
        request,
        "document.html",
        detail=detail,
        slots=cuts.slots(detail, language, moving),
        moving=moving,
        history=history.history(detail.judgements, language),
    )


@router.post("/documents/{key}/add")
def add(request: Request, key: str, form: Decision) -> RedirectResponse:
    at = number_of(form, "at")
    desk_of(request).collection.add_cut(key, at, note=text_of(form, "note") or None)
    return _back(key, at)


@router.post("/documents/{key}/move")
def move(request: Request, key: str, form: Decision) -> RedirectResponse:
    """Move a cut; the button says from where to where: `at:to`."""
    start, _, end = text_of(form, "move").partition(":")
    at, to = addresses.number_of(start), addresses.number_of(end)
    if at is None or to is None:
        raise HTTPException(400, "move")
    desk_of(request).collection.move_cut(key, at, to, note=text_of(form, "note") or None)
    return _back(key, to)


@router.post("/documents/{key}/remove")
def remove(request: Request, key: str, form: Decision) -> RedirectResponse:
    at = number_of(form, "at")
    desk_of(request).collection.remove_cut(key, at, note=text_of(form, "note") or None)
    return _back(key, at)


def _back(key: str, at: int) -> RedirectResponse:
    return RedirectResponse(addresses.document(key) + f"#p-{at}", 303)
