"""Extent: whether the whole piece stands here or only its beginning."""

import re

from lesart.articles.piece import Piece
from lesart.text.article import Evidence, Extent

_CUT_OFF = re.compile(r"(?:\[?\s?(?:…|\.\.\.)\s?\]?|\[\+\d+ chars\])$")


def extent(piece: Piece) -> tuple[Extent, Evidence | None]:
    """Return teaser where the piece ends in a link to its rest or in the middle of a sentence, with that place."""
    stub = next((stub for stub in piece.stubs if stub.kind == "read_more"), None)
    if stub:
        return Extent.TEASER, Evidence(stub.span.of(piece.text), span=stub.span)
    running = [passage for passage in piece.body if passage.running]
    if running and len(running) <= 3 and (match := _CUT_OFF.search(running[-1].text)):
        span = running[-1].span
        return Extent.TEASER, Evidence(match.group(0), span=span)
    return Extent.FULL, None
