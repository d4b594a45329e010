"""Statements: what a page says about itself in meta elements, JSON-LD and its head, collected in one go."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from lxml.html import HtmlElement

_ARTICLE_TYPES_NAMES = (
    "article newsarticle blogposting reportagenewsarticle opinionnewsarticle analysisnewsarticle backgroundnewsarticle "
    "askpublicnewsarticle reviewnewsarticle advertisercontentarticle scholarlyarticle techarticle liveblogposting "
    "socialmediaposting report review recipe creativework satiricalarticle medicalscholarlyarticle"
)
ARTICLE_TYPES = frozenset(_ARTICLE_TYPES_NAMES.split())
PAGE_TYPES = frozenset(("webpage", "itempage", "faqpage", "collectionpage", "videoobject", "product"))
JSON_LD_CHARACTERS = 500_000  # in one script; more is no description of an article
DEEPEST_JSON = 6  # levels of @graph and mainEntity that are entered
LONGEST = 1000  # characters of a statement


@dataclass(frozen=True, slots=True)
class Stated:
    """One value with the place it was read off (`html meta og:title`)."""

    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Statements:
    """All that the page states. `metas` by lower-case key in document order; `articles` are JSON-LD objects."""

    metas: dict[str, list[str]]
    articles: tuple[dict[str, object], ...]
    pages: tuple[dict[str, object], ...]
    canonical: str | None
    language: str | None
    title_element: str | None

    def meta(self, *keys: str) -> Iterator[Stated]:
        """Yield the contents of meta elements, key after key."""
        for key in keys:
            for content in self.metas.get(key, ()):
                yield Stated(content, f"html meta {key}")

    def json_ld(self, *keys: str, pages: bool = False) -> Iterator[tuple[object, str]]:
        """Yield the values of JSON-LD articles (and pages) with the place they stand at, key after key."""
        for key in keys:
            for found in (*self.articles, *(self.pages if pages else ())):
                if found.get(key):
                    yield found[key], f"html json-ld {key}"


def one_line(text: str | None) -> str:
    """Return a text with its character references read and its blanks run together."""
    return " ".join(unescape(text or "").split())[:LONGEST]


def statements(tree: HtmlElement) -> Statements:
    """Collect what a page states about itself."""
    articles, pages = _json_ld(tree)
    canonical = next((e.get("href") for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower()), None)
    title = tree.find(".//head//title")
    title = tree.find(".//title") if title is None else title
    return Statements(
        _metas(tree),
        tuple(articles),
        tuple(pages),
        canonical.strip() if canonical else None,
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang"),
        one_line(title.text_content()) if title is not None else None,
    )


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        get = element.get
        content = one_line(get("content"))
        key = get("property") or get("name") or get("itemprop") or get("http-equiv")
        if content and key:
            metas.setdefault(key.strip().lower(), []).append(content)
    return metas


def _json_ld(tree: HtmlElement) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    articles: list[dict[str, object]] = []
    pages: list[dict[str, object]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > JSON_LD_CHARACTERS:
            continue
        for found in _objects(_parsed(script.text), 0):
            types = {str(t).lower().rpartition("/")[2] for t in _as_list(found.get("@type"))}
            if types & ARTICLE_TYPES:
                articles.append(found)
            elif types & PAGE_TYPES:
                pages.append(found)
    return articles, pages


def _parsed(text: str) -> object:
    text = text.strip().removeprefix("<!--").removesuffix("-->").removeprefix("//<![CDATA[").removesuffix("//]]>")
    try:
        return json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(node: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > DEEPEST_JSON:
        return
    for item in _as_list(node):
        if isinstance(item, list):
            yield from _objects(item, depth + 1)
        elif isinstance(item, dict):
            yield item
            for key in ("@graph", "mainEntity", "mainEntityOfPage"):
                yield from _objects(item.get(key), depth + 1)


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def names_in(value: object, depth: int = 0) -> list[str]:
    """Return the names in a JSON-LD value: a string, an object with `name`, or a list of these."""
    if depth > DEEPEST_JSON:
        return []
    if isinstance(value, str):
        inner = _parsed(value) if value.lstrip().startswith(("{", "[")) else None
        return names_in(inner, depth + 1) if inner else [one_line(value)] if value.strip() else []
    if isinstance(value, list):
        return [name for item in value for name in names_in(item, depth + 1)]
    if isinstance(value, dict):
        if value.get("name"):
            return names_in(value["name"], depth + 1)
        parts = [value.get(part) for part in ("givenName", "additionalName", "familyName")]
        joined = " ".join(part for part in parts if isinstance(part, str))
        return [one_line(joined)] if joined else []
    return []
