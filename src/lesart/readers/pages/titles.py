"""Page titles: the headline of the piece, without the outlet's name that pages hang on it."""

import re
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from lesart.readers.pages.statements import Stated, Statements, one_line
from lesart.text.normalisation import compared

_SEPARATED = re.compile(r"\s+[-–—―|•·»«›‹:/~⁄⋆*]+\s+|\s*[|»«›‹•⋆]\s*|\s+::\s+")
_HEADLINE_CLASS = re.compile(r"(?:post|entry|article)[-_]{1,2}title|headline", re.IGNORECASE)
LONGEST_HEADLINE = 300  # characters


def titles(
    stated: Statements, headings: Iterable[Stated], outlets: Iterable[str], address: str | None
) -> Iterator[Stated]:
    """Yield what may be the title, best first, outlet names cut off its ends.

    `headings` are the page's own headlines (`page_headings`). A heading that the title element begins with or holds
    is the headline beyond doubt: page owners write it there twice.
    """
    heads = [h for h in headings if len(h.value) <= LONGEST_HEADLINE]
    names = {_squeezed(name) for name in outlets} | _host_names(address)
    meta = list(_stated_titles(stated))
    held = [_squeezed(m.value) for m in meta]
    for heading in heads:
        if any(_squeezed(heading.value) in other for other in held if other) and len(heading.value) > 3:
            yield heading
    for found in meta:
        if shorter := without_outlet(found.value, names):
            yield Stated(shorter, found.source)
    yield from heads


def _stated_titles(stated: Statements) -> Iterator[Stated]:
    yield from stated.meta("og:title")
    for value, source in stated.json_ld("headline"):
        if isinstance(value, str):
            yield Stated(one_line(value), source)
    yield from stated.meta("twitter:title", "headline", "dc.title", "citation_title", "title", "parsely-title")
    if stated.title_element:
        yield Stated(stated.title_element, "html title")


def page_headings(tree: HtmlElement) -> list[Stated]:
    """Return the page's headlines: a lone h1, else h1 and h2 that are marked as headline, else every h1."""
    h1 = list(tree.iter("h1"))
    if len(h1) != 1:
        marked = [e for e in tree.iter("h1", "h2") if _HEADLINE_CLASS.search(f"{e.get('class')} {e.get('itemprop')}")]
        h1 = marked[:1] or h1
    texts = [(one_line(" ".join(e.itertext())), str(e.tag)) for e in h1]
    return [Stated(text, f"html {tag}") for text, tag in texts if text]


def without_outlet(title: str, names: set[str]) -> str:
    """Cut from both ends of a title the parts that name the outlet; `names` are squeezed. May leave nothing."""
    pieces = _SEPARATED.split(title)
    marks = _SEPARATED.findall(title)
    while len(pieces) > 1 and _squeezed(pieces[-1]) in names:
        pieces.pop()
        marks = marks[: len(pieces) - 1]
    while len(pieces) > 1 and _squeezed(pieces[0]) in names:
        del pieces[0], marks[0]
    return "".join(p + m for p, m in zip(pieces, [*marks, ""], strict=True)).strip() if pieces else ""


def _squeezed(text: str) -> str:
    return "".join(c for c in compared(text) if c.isalnum())


def _host_names(address: str | None) -> set[str]:
    """Return the ways in which a site is called after its address: `www.zeitung.example`, `zeitung`."""
    host = (address or "").partition("://")[2].partition("/")[0].partition(":")[0].lower().removeprefix("www.")
    labels = host.split(".")
    return {_squeezed(name) for name in (host, labels[0], labels[-2] if len(labels) > 1 else "") if len(name) > 1}
