"""Words: the cue words that ship as data, and a line without the marks around it."""

import re
from functools import cache

from lesart.resources.lexicons import languages_with, lexicon

LEXICON = "digest_cues"
DASHES = "-–—―−‐‑"
DASH = re.escape(DASHES)
_MARKDOWN_LINK = re.compile(r"\[([^\]]*)\]\([^)\s]*\)")
_MARKS = " \t\r\n[]()*_#>»«›‹→▶►■◆●•…+|=<~\u00a0" + DASHES


@cache
def forms(kind: str) -> tuple[str, ...]:
    """Return the cue words of one kind in all languages, longest first: a digest may mix languages."""
    rows = (row for language in languages_with(LEXICON) for row in lexicon(language, LEXICON))
    return tuple(sorted({row["form"] for row in rows if row["kind"] == kind}, key=lambda form: (-len(form), form)))


@cache
def beginning(kind: str) -> re.Pattern[str]:
    """Return a pattern for a cue of one kind that does not end inside a longer word."""
    alternatives = "|".join(re.escape(form) + (r"(?!\w)" if form[-1].isalnum() else "") for form in forms(kind))
    return re.compile(rf"(?:{alternatives})", re.I)


@cache
def anywhere(kind: str) -> re.Pattern[str]:
    """Return a pattern for a cue of one kind as a word of its own."""
    return re.compile(rf"(?<!\w){beginning(kind).pattern}", re.I)


def bare(line: str) -> str:
    """Return a line without markdown marks, brackets, bullets and arrows at its ends."""
    return _MARKDOWN_LINK.sub(r"\1", line).strip(_MARKS)
