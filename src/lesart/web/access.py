"""Access: who may talk to the desk at all: this machine, by its own name, with the token that the start printed."""

import hmac
from collections.abc import Callable
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from lesart.web.settings import DeskSettings

OPEN_PATHS = ("/static/",)  # style sheets and icons hold nothing of the collection; the refusal page needs them
FORM_BYTES = 1 << 20
Refusal = Callable[[Request], Response]


class Gate:
    """Refuse requests under foreign names, from foreign pages, or without the session cookie.

    A foreign Host means a name server has been bent to this machine; a foreign Origin means another page wants to
    press our buttons. `refused` makes the page for a browser that has no session yet.
    """

    def __init__(self, app: ASGIApp, settings: DeskSettings, refused: Refusal) -> None:
        self._app = app
        self._settings = settings
        self._refused = refused

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = self._answer(Request(scope)) or self._app
        await answer(scope, receive, send)

    def _answer(self, request: Request) -> Response | None:
        """Return what is sent in place of the page, None where the request may pass."""
        if request.headers.get("host") not in self._settings.hosts:
            return PlainTextResponse("This desk answers on 127.0.0.1 and localhost only.\n", 421)
        if request.method not in ("GET", "HEAD"):
            if not came_from_here(request):
                return PlainTextResponse("This form was not sent from a page of this desk.\n", 403)
            if not request.headers.get("content-length", "").isdecimal():
                return PlainTextResponse("The length of this form is unknown.\n", 411)
            if int(request.headers["content-length"]) > FORM_BYTES:
                return PlainTextResponse("This form is too large.\n", 413)
        if request.url.path.startswith(OPEN_PATHS):
            return None
        if token := request.query_params.get("token"):
            return self._exchanged(request, token)
        return None if self._has_session(request) else self._refused(request)

    def _exchanged(self, request: Request, token: str) -> Response:
        """Take the token out of the address and put the session into a cookie."""
        if not same(token, self._settings.token):
            return self._refused(request)
        answer = RedirectResponse(without(request, "token"), 303)
        answer.set_cookie(self._settings.cookie, self._settings.session, httponly=True, samesite="strict", path="/")
        return answer

    def _has_session(self, request: Request) -> bool:
        return same(request.cookies.get(self._settings.cookie, ""), self._settings.session)


def came_from_here(request: Request) -> bool:
    """Tell whether a form was sent by a page of this desk.

    Under `Referrer-Policy: no-referrer` browsers send `Origin: null` with forms, and say the truth in Sec-Fetch-Site.
    """
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    own = f"http://{request.headers.get('host')}"
    if site is not None:
        return site == "same-origin" and origin in (None, "null", own)
    return origin == own


def without(request: Request, *names: str) -> str:
    """Return path and query of a request without some parameters; never an address on another host."""
    kept = [(name, value) for name, value in parse_qsl(request.url.query, keep_blank_values=True) if name not in names]
    path = "/" + request.url.path.lstrip("/\\")
    return path + ("?" + urlencode(kept) if kept else "")


def same(given: str, wanted: str) -> bool:
    """Compare secrets in constant time."""
    return hmac.compare_digest(given.encode(), wanted.encode())
