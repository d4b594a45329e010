"""Repairs: words broken by line ends, soft hyphens and copying, read whole again in a view."""

import re

from lesart.text.document import Document, Repair
from lesart.text.span import Span

_SOFT = re.compile(r"[^\W\d_]+(?:\u00ad\s*[^\W\d_]+)+")


def repairs(document: Document, span: Span) -> tuple[Repair, ...]:
    """Find the broken words of an article, in order, those that the reader knows of included."""
    found = [repair for repair in document.repairs if span.contains(repair.span)]
    for match in _SOFT.finditer(document.text, span.start, span.end):
        whole = re.sub(r"\u00ad\s*", "", match.group(0))
        found.append(Repair(Span(match.start(), match.end()), whole, "soft hyphens are no letters", 0.99))
    return tuple(sorted(found, key=lambda repair: repair.span))
