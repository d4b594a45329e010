"""Crowded elements: attributes beyond the first hundreds are left out, as parsers compare each with every other."""

import re

MOST_ATTRIBUTES = 256  # of an element; no page for people has as many
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{2048,}+")  # shorter ones take no time worth saving
_ATTRIBUTE = re.compile(r"""[^\s"'=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"']*))?""")


def thinned(text: str) -> str:
    """Return a page's text with at most so many attributes an element; linear in its length."""
    return _LONG_TAG.sub(_thin, text)


def _thin(tag: re.Match[str]) -> str:
    for number, attribute in enumerate(_ATTRIBUTE.finditer(tag.group())):
        if number > MOST_ATTRIBUTES:  # the first is the element's name
            return tag.group()[: attribute.start()]
    return tag.group()
