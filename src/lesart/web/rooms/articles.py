"""Articles: the list with its facets, and search; the address holds all of its state."""

from dataclasses import replace

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from lesart.store.rows import ArticleRow, Hit, Page
from lesart.web.desk import Desk, desk_of
from lesart.web.presenters import shelf
from lesart.web.presenters.findings import in_words
from lesart.workbench.collection import QueryError

router = APIRouter()


@router.get("/articles")
def articles(request: Request) -> HTMLResponse:
    desk, language = desk_of(request), desk_of(request).language(request)
    wish = shelf.Wish.read(request.query_params)
    error = None
    try:
        found = _found(desk, wish)
    except QueryError as refused:
        error = refused
        wish = replace(wish, where=replace(wish.where, words=None), order="-date", page=1)
        found = _found(desk, wish)
    return desk.page(
        request,
        "articles.html",
        status=400 if error else 200,
        lines=[
            shelf.hit_line(item, language, wish.where.words or "")
            if isinstance(item, Hit)
            else shelf.line(item, language)
            for item in found.items
        ],
        facets=shelf.facet_boxes(desk.collection.facets(wish.where), wish, language),
        narrowings=shelf.narrowings(wish, language),
        orders=shelf.orders(wish, language),
        pages=shelf.pages(found, wish, language),
        wish=wish,
        error=error,
        error_words=in_words(language, str(error)) if error else "",
        error_advice=in_words(language, error.advice) if error else "",
    )


def _found(desk: Desk, wish: shelf.Wish) -> Page[ArticleRow] | Page[Hit]:
    """Search where words are given and the best matches are wanted first, else list."""
    if wish.where.words and wish.order == "relevance":
        without_words = replace(wish.where, words=None)
        return desk.collection.search(wish.where.words, without_words, offset=wish.offset, limit=wish.limit)
    return desk.collection.articles(wish.where, order=wish.order, offset=wish.offset, limit=wish.limit)
