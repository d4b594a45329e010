"""Judgements: taking a decision back, and standing by it again; nothing is overwritten."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse

from lesart.web import addresses
from lesart.web.desk import back_to, decision, desk_of

router = APIRouter()
Decision = Annotated[FormData, Depends(decision)]


@router.post("/judgements/{judgement}/undo")
def undo(request: Request, judgement: str, form: Decision) -> RedirectResponse:
    row = desk_of(request).collection.undo(_id(judgement))
    return back_to(form, addresses.document(row.document_key))


@router.post("/judgements/{judgement}/redo")
def redo(request: Request, judgement: str, form: Decision) -> RedirectResponse:
    row = desk_of(request).collection.redo(_id(judgement))
    return back_to(form, addresses.document(row.document_key))


def _id(judgement: str) -> int:
    number = addresses.number_of(judgement)
    if number is None:
        raise HTTPException(404, "judgement")
    return number
