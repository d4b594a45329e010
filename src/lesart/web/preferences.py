"""Preferences: interface language and light or dark, from the address, the cookie or the browser's wish."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from lesart.web.access import without
from lesart.web.languages import LANGUAGES

THEMES = ("auto", "light", "dark")
YEAR = 365 * 24 * 3600  # seconds
CHOICES = {"lang": tuple(LANGUAGES), "theme": THEMES}


@dataclass(frozen=True, slots=True)
class Preferences:
    language: str
    theme: str


def preferences(request: Request, default: str | None) -> Preferences:
    """Return how this browser wants its pages."""
    language = _chosen(request, "lang") or default or wished(request.headers.get("accept-language", ""))
    return Preferences(language, _chosen(request, "theme") or "auto")


def wished(header: str) -> str:
    """Return the language of ours that an Accept-Language header likes best, German where it likes none."""
    wishes = []
    for position, part in enumerate(header.split(",")[:20]):
        name, _, quality = part.strip().partition(";q=")
        wishes.append((-_number(quality), position, name.strip()[:2].lower()))
    return next((name for quality, _, name in sorted(wishes) if quality < 0 and name in LANGUAGES), "de")


def _number(quality: str) -> float:
    try:
        return float(quality) if quality else 1.0
    except ValueError:
        return 0.0


def _chosen(request: Request, name: str) -> str | None:
    value = request.cookies.get(f"lesart-{name}")
    return value if value in CHOICES[name] else None


class PreferenceSwitch:
    """Turn `?lang=en` and `?theme=dark` into a cookie, and go on to the same page without them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "GET":
            request = Request(scope)
            named = [name for name in CHOICES if name in request.query_params]
            if named:
                answer = RedirectResponse(without(request, *CHOICES), 303)
                for name in named:
                    if (value := request.query_params[name]) in CHOICES[name]:
                        answer.set_cookie(f"lesart-{name}", value, max_age=YEAR, samesite="strict", path="/")
                await answer(scope, receive, send)
                return
        await self._app(scope, receive, send)
