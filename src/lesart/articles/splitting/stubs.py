"""Stubs: short lines that close an item: read on, source, editor's remark, foot of a newsletter."""

import re

from lesart.articles.splitting.credits import has_address
from lesart.articles.splitting.words import bare, beginning

STUB_LENGTH = 90  # code points
SURE_CUE = 8  # code points from which a cue (`weiterlesen`) may have other words behind it; `mehr` may not

_LAST_WORDS = re.compile(r"(?:[\[(→»▶]|\.\.\.|…)[^\[\](){}.…]{2,60}[\])»→]*\s*$")


def leads_onward(line: str) -> bool:
    """Say whether the whole line only sends the reader on to the full text."""
    words = bare(line).lower().rstrip(" .:!")
    match = beginning("onward").match(words)
    if match is None or len(words) > 2 * STUB_LENGTH:
        return False
    rest = words[match.end() :].strip()
    if not rest or has_address(rest):
        return True
    marked = len(bare(line)) + 1 < len(line.strip()) or rest[0] in ":("
    return marked and len(match[0]) >= SURE_CUE and len(rest) < STUB_LENGTH


def ends_leading_onward(paragraph: str) -> bool:
    """Say whether a paragraph ends with words in brackets, or behind an arrow, that lead on."""
    match = _LAST_WORDS.search(paragraph)
    return match is not None and leads_onward(match[0])


def names_source(line: str) -> bool:
    """Say whether the line states where the piece was taken from (`Quelle: …`)."""
    plain = bare(line)
    match = beginning("source").match(plain)
    return match is not None and len(line) <= 2 * STUB_LENGTH and plain[match.end() :].lstrip()[:1] in (":", "–", "—")


def is_remark(line: str) -> bool:
    """Say whether a paragraph is the editor's remark on the item above it."""
    plain = bare(line)
    match = beginning("remark").match(plain)
    return match is not None and plain[match.end() :].lstrip()[:1] == ":"


def is_footer(line: str) -> bool:
    """Say whether a line belongs to the foot of a newsletter or page."""
    plain = bare(line)
    match = beginning("footer").match(plain)
    if match is None or len(line) > 2 * STUB_LENGTH:
        return False
    rest = plain[match.end() :].strip()
    return not rest or " " in match[0] or rest[0] in ":|,©·0123456789"
