"""Desk: what every room needs to answer: the collection, the browser's language, and the templates."""

from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

import jinja2
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse

from lesart.web import addresses
from lesart.web.access import same
from lesart.web.collections import OpenCollections
from lesart.web.languages import LANGUAGES, Language, language
from lesart.web.preferences import THEMES, Preferences, preferences
from lesart.web.settings import DeskSettings
from lesart.workbench.collection import Collection

FORM_FIELDS = 100


@dataclass(frozen=True, slots=True)
class Desk:
    settings: DeskSettings
    collections: OpenCollections

    @property
    def collection(self) -> Collection:
        """The collection of the thread that answers this request."""
        return self.collections.here()

    def preferences(self, request: Request) -> Preferences:
        return preferences(request, self.settings.language)

    def language(self, request: Request) -> Language:
        return language(self.preferences(request).language)

    def page(self, request: Request, template: str, /, status: int = 200, **values: object) -> HTMLResponse:
        """Render a template; every page knows its language, its theme, its own address and the form key."""
        wishes = self.preferences(request)
        common: dict[str, object] = {
            "language": language(wishes.language),
            "languages": LANGUAGES,
            "theme": wishes.theme,
            "themes": THEMES,
            "form_key": self.settings.form_key,
            "here": own_address(request),
            "query": request.query_params.get("q", "") if request.url.path == "/articles" else "",
            "path": request.url.path,
        }
        return HTMLResponse(templates(wishes.language).get_template(template).render(common | values), status)


def desk_of(request: Request) -> Desk:
    """Return the desk that a request came to."""
    desk: Desk = request.app.state.desk
    return desk


async def decision(request: Request) -> FormData:
    """Read the form of a decision; 403 where it does not carry this desk's form key."""
    form = await request.form(max_files=0, max_fields=FORM_FIELDS)
    if not same(str(form.get("form_key", "")), desk_of(request).settings.form_key):
        raise HTTPException(403, "form_key")
    return form


def text_of(form: FormData, name: str) -> str:
    """Return a field of a form, empty where it is missing."""
    return str(form.get(name, "")).strip()


def number_of(form: FormData, name: str) -> int:
    """Return a field of a form that must be an offset; 400 where it is none."""
    value = addresses.number_of(text_of(form, name))
    if value is None:
        raise HTTPException(400, name)
    return value


def back_to(form: FormData, otherwise: str) -> RedirectResponse:
    """Send the browser back to the page on which the decision was made; never to another host."""
    back = text_of(form, "back")
    parts = urlsplit(back)
    own = back.startswith("/") and not parts.netloc and not parts.scheme and "\\" not in back and back.isprintable()
    return RedirectResponse(back if own and not back.startswith("//") else otherwise, 303)


def own_address(request: Request) -> str:
    """Return path and query of the page, to be named in forms and links; `/` for anything but a page."""
    if request.method != "GET":
        return "/"
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


@cache
def templates(code: str) -> jinja2.Environment:
    """Return the templates in one language of the interface."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("lesart.web"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.install_gettext_translations(language(code).words, newstyle=True)  # type: ignore[attr-defined]  # added by the extension
    environment.globals["to"] = addresses
    return environment
