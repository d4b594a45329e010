"""Errors: what the desk says where it cannot do what was asked: what happened, and what to do about it."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from lesart.store.rows import CutRow
from lesart.web import addresses
from lesart.web.desk import desk_of
from lesart.web.presenters.findings import in_words
from lesart.web.presenters.wording import N_
from lesart.workbench.collection import CollectionError, JudgementError, LesartError, QueryError, UnknownKeyError

STATUS = {UnknownKeyError: 404, JudgementError: 409, QueryError: 400, CollectionError: 503}
HEADINGS = {
    400: N_("This request cannot be read"),
    403: N_("This form has expired"),
    404: N_("Nothing here under this address"),
    405: N_("This address only takes forms"),
    409: N_("This decision does not fit the text"),
    503: N_("The collection cannot be opened"),
}
ADVICE = {
    403: N_("The desk was started anew since this page was opened. Go back, reload the page, and decide again."),
    404: N_("Look for it in the list of articles."),
}
FALLBACK = N_("Something went wrong")


def refused(request: Request) -> HTMLResponse:
    """The page for a browser that has not shown the start token."""
    return desk_of(request).page(request, "refused.html", status=403)


def lesart_error(request: Request, error: Exception) -> HTMLResponse:
    """The page for an error that a person can act on."""
    assert isinstance(error, LesartError)
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 500)
    moved = whereabouts(request) if status == 404 else None
    language = desk_of(request).language(request)
    return _page(request, status, in_words(language, str(error)), in_words(language, error.advice), moved)


def http_error(request: Request, error: Exception) -> Response:
    """The page for an address or a form that the desk does not know."""
    assert isinstance(error, HTTPException)
    return _page(request, error.status_code, "", "", None)


def whereabouts(request: Request) -> CutRow | None:
    """Find the article that holds the text now which an outdated article key points at."""
    parts = request.url.path.split("/")
    if len(parts) < 3 or parts[1] != "articles":
        return None
    document_key, _, place = parts[2].removesuffix(".json").rpartition("-")
    start = addresses.number_of(place)
    if not document_key or start is None:
        return None
    try:
        cuts = desk_of(request).collection.document(document_key).cuts
    except LesartError:
        return None
    return next((cut for cut in cuts if cut.span.start <= start < cut.span.end), None)


def _page(request: Request, status: int, message: str, advice: str, moved: CutRow | None) -> HTMLResponse:
    desk = desk_of(request)
    language = desk.language(request)
    return desk.page(
        request,
        "error.html",
        status=status,
        heading=language.say(HEADINGS.get(status, FALLBACK)),
        message=message,
        advice=advice or (language.say(ADVICE[status]) if status in ADVICE and not moved else ""),
        moved=moved,
        moved_address=addresses.article(moved.article_key) if moved else "",
    )
