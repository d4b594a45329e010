"""Reasons: why a cut was made, in words for the person who may move it."""

from collections.abc import Sequence

from lesart.articles.splitting.lines import Line
from lesart.articles.splitting.scores import Opening
from lesart.articles.splitting.signs import sign_named, title_of

WHOLE = "one piece: no sign that another begins"


def reason_for(opening: Opening, lines: Sequence[Line]) -> str:
    """Tell which signs speak for a beginning, the heaviest first."""
    signs = sorted((sign for sign in opening.signs), key=lambda sign: -sign_named(sign).weight)
    words = [sign_named(sign).wording for sign in signs if sign_named(sign).weight > 0]
    start = "a title" if title_of(opening.joint, lines) else "a paragraph"
    if opening.topic > 0:
        words.append("another topic than before")
    return f"{start} with " + ", ".join(words) if words else f"{start}, and other words than before"
