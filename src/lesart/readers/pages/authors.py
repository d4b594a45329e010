"""Page authors: the names that a page gives as its writers, without prefixes, addresses and the outlet's own name."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from lesart.readers.pages.statements import Stated, Statements, names_in, one_line

META_KEYS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "cxenseparse:author",
    "og:author",
    "og:article:author",
)
_PREFIX = re.compile(
    r"^(?:[^:;,]{0,40}\b)?(?:gepostet|geschrieben|verfasst|veröffentlicht|eingestellt|erstellt|publiziert|beiträge|beitrag|artikel|"
    r"pressemitteilung|posted|posts|written|published|author|story|words|article|interview|text)\s+(?:von|by|par|por)\s+"
    r"|^(?:von|vom|by|from|от|від|por|par)\s+"
    r"|^(?:post\s+)?(?:autor(?:en|in)?|authors?|text|interview|bericht|reportage|foto|автор|автори?)\s*:?\s+",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:;|,|\||&|•|·|\s/\s|\bund\b|\band\b|\bи\b|\bта\b)\s*", re.IGNORECASE)
_TAIL = re.compile(
    r"\s+(?:(?:am|on|at|in|via|vom|vor|for|für|stand|updated|published)\b|[-–—|])\s*.*$|\s*[(\[].*$|\s+\d.*$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"https?:|www\.|@|\.(?:com|org|net)\b|^\W*$|[<>{}=]", re.IGNORECASE)
_GENERIC_NAMES = (
    "admin administrator editor staff author autor autoren webmaster root user gast guest team online link follow stand "
    "von by vom datum date name publiziert posted share teilen folgen mehr more phd md kommentar kommentare drucken"
)
_GENERIC = frozenset(
    (*_GENERIC_NAMES.split(), "no author", "alle beiträge", "all posts", "publiziert am", "zum profil")
)
_MARKED = re.compile(r"author|byline|autor|posted-by|submitted-by|journalist", re.IGNORECASE)
_NOT_MARKED = re.compile(
    r"comment|share|social|desc|image|img|avatar|related|sidebar|date|follow|button", re.IGNORECASE
)
LONGEST_BYLINE = 120  # characters of an element that is taken for a byline
MOST_AUTHORS = 12


def authors(stated: Statements, tree: HtmlElement, outlets: set[str]) -> list[Stated]:
    """Return the authors from the first place that names any; the value is the name, `source` the place.

    A place with a full name goes before one that has only account names. `outlets` are in lower case.
    """
    alone: list[Stated] = []
    for found in _places(stated, tree):
        if found.value.lower().strip() in outlets:
            continue
        names = [name for name in dict.fromkeys(names_of(found.value)) if name.lower() not in outlets]
        given = [Stated(name, found.source) for name in names][:MOST_AUTHORS]
        if any(" " in name for name in names):
            return given
        alone = alone or given
    return alone


def _places(stated: Statements, tree: HtmlElement) -> Iterator[Stated]:
    for value, source in stated.json_ld("author", "creator"):
        yield Stated("; ".join(names_in(value)), source)
    for key in META_KEYS:
        if contents := [s.value for s in stated.meta(key) if not _NO_NAME.search(s.value)]:
            yield Stated("; ".join(contents), f"html meta {key}")
    yield from _marked_elements(tree)


def _marked_elements(tree: HtmlElement) -> Iterator[Stated]:
    """Yield the texts of elements marked as author, the surest marks first."""
    sure, likely = [], []
    for element in tree.iter("a", "address", "div", "span", "p", "strong", "h3", "h4", "em", "li", "cite", "b"):
        get = element.get
        if get("rel") == "author" or "author" in (get("itemprop") or ""):
            sure.append(element)
        elif (name := get("class") or get("id")) and _MARKED.search(name) and not _NOT_MARKED.search(name):
            likely.append(element)
    for element in sure + likely:
        text = one_line(" ".join(element.itertext()))
        if 2 < len(text) <= LONGEST_BYLINE:
            mark = element.get("rel") or element.get("itemprop") or element.get("class") or element.get("id")
            yield Stated(text, f"html {element.tag} {mark}"[:100])


def names_of(written: str) -> list[str]:
    """Return the names in a byline: `Von Vera Beispiel und Tom Muster` gives two; what is no name is left out."""
    line = one_line(written)
    while (shorter := _PREFIX.sub("", line, count=1)) != line:
        line = shorter
    names = (_TAIL.sub("", name).strip(" .,:;-–—*\"'") for name in _SPLIT.split(line))
    return [name for name in names if _is_name(name)]


def _is_name(name: str) -> bool:
    return 2 < len(name) <= 60 and not _NO_NAME.search(name) and name.lower() not in _GENERIC
