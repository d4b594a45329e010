"""Digest: whether the possible openings together make a digest likely, and which of them begin a piece."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from lesart.articles.splitting.lines import Line
from lesart.articles.splitting.scores import Opening, own, weight_of
from lesart.articles.splitting.signs import recurring
from lesart.articles.splitting.topics import telling, togetherness
from lesart.articles.splitting.words import anywhere

ENOUGH = 4.0  # natural log-odds that all cuts together need where no piece has a byline, source or dateline of its own
ENOUGH_FOR_ONE = 6.5  # the same for a single cut
ENOUGH_SURE = 2.0  # the same where the pieces have one
SURE = 4.0  # weight from which a sign of identity is sure; a name beside a title alone is not
SHARE = 0.5  # of the pieces must have a sign of identity before the lack of it speaks against a cut
LAYOUT_SHARE = 0.85  # the same for signs of layout
UNLIKE = 0.8  # of a sign's weight is taken where a joint lacks it and all other pieces have it
UNLIKE_LAYOUT = 2.0  # the same for signs of layout, natural log-odds
# Where the pieces share no telling word at all, little more is needed: of 1,666 single articles with headings put in, 3 of
# 4 of them cut to short paragraphs, 1 passes for a digest, of 489 joins of short news 72 in 100 share nothing (2026-11).
APART = 0.005  # togetherness up to which pieces share nothing
SEVERAL = 3  # openings, from which one of them may be a little doubtful
DOUBTFUL = -1.0  # natural log-odds
UNLIKE_PIECES = 2.0  # natural log-odds added to each of them
_SPEAKER = re.compile(r"^\W{0,4}([^\W\d][^:\n]{0,30}):['’]{0,2}\s")
TURNS = 3  # times that each of two speakers must have the word
TALK = 0.3  # of all lines must begin with their names
# A saved page is one piece far more often than a text file is, and its headings, boxes, tables, embedded posts, lines
# that lead onward and credits of pictures look like openings: of 1,031 pages of the public evaluation set one in ten was
# cut without this rule, eleven with lines that lead onward, sources and datelines among the signs (2026-11).
PAGE_SIGNS = frozenset({"byline", "entry", "press"})
PAGE_CUTS = 2  # openings with one of these that a page needs before it is a digest


def may_be_digest(signs: Sequence[frozenset[str]]) -> bool:
    """Say whether a page, told by the signs at its joints, has enough signed items to be weighed as a digest at all."""
    often = recurring(signs)
    return sum(bool(found & often & PAGE_SIGNS) for found in signs[1:-1]) >= PAGE_CUTS


def beginnings(
    openings: Sequence[Opening], often: frozenset[str], lines: Sequence[Line], *, page: bool = False
) -> list[Opening]:
    """Return the openings at which pieces begin: none unless together they make a digest likely.

    On a `page` of the web only what has a credit, source or stub of its own counts as an opening.
    """
    if page:
        openings = [opening for opening in openings if opening.signs & often & PAGE_SIGNS]
        if len(openings) < PAGE_CUTS:
            return []
    likely = [opening for opening in openings if opening.score > 0]
    marks = _marks(likely, often)
    kept = [o for o in openings if o.score - sum(w for mark, w in marks.items() if mark not in o.signs) > 0]
    needed = _enough(marks, len(kept), lines)
    if sum(min(ENOUGH_FOR_ONE + 1, opening.score) for opening in kept) >= needed:
        return kept
    return _unlike_throughout(openings, lines) if needed < math.inf else []


def _unlike_throughout(openings: Sequence[Opening], lines: Sequence[Line]) -> list[Opening]:
    """Return all openings where each could be one and the pieces share no telling word: short news on other subjects."""
    scores = [opening.score for opening in openings]
    few = len(openings) < SEVERAL
    if not openings or min(scores) <= (0.0 if few else DOUBTFUL) or (few and sum(scores) < ENOUGH / 2):
        return []
    borders = [0, *(opening.joint.start for opening in openings), len(lines)]
    pieces = [telling(" ".join(line.text for line in lines[a:b])) for a, b in pairwise(borders)]
    if len(pieces) <= 2 or togetherness(pieces) > APART:
        return []
    return [replace(o, topic=o.topic + UNLIKE_PIECES, score=o.score + UNLIKE_PIECES) for o in openings]


def _marks(likely: Sequence[Opening], often: frozenset[str]) -> dict[str, float]:
    """Return the signs that most of the likely pieces have, each with what its lack takes from a cut's log-odds."""
    counts = Counter(sign for opening in likely for sign in opening.signs & often)
    shares = {sign: count / len(likely) for sign, count in counts.items() if count > 1}
    identity = own(frozenset(counts))
    costs = {s: share * (UNLIKE * weight_of(s) if s in identity else UNLIKE_LAYOUT) for s, share in shares.items()}
    costs |= dict.fromkeys(identity - costs.keys(), 0.0) if len(likely) == 1 else {}
    return {s: cost for s, cost in costs.items() if shares.get(s, 1.0) >= (SHARE if s in identity else LAYOUT_SHARE)}


def _enough(marks: Mapping[str, float], cuts: int, lines: Sequence[Line]) -> float:
    if any(weight_of(sign) >= SURE for sign in own(frozenset(marks))):
        return ENOUGH_SURE
    if is_live_or_talk(lines):
        return math.inf
    return ENOUGH_FOR_ONE if cuts == 1 else ENOUGH


def is_live_or_talk(lines: Sequence[Line]) -> bool:
    """Say whether the document calls itself a live report, or two speakers take turns in it: one piece either way."""
    if any(anywhere("live").search(line.text) for line in lines[:3]):
        return True
    labels = Counter(match[1].strip("'’ ").lower() for line in lines if (match := _SPEAKER.match(line.text)))
    two = [count for _, count in labels.most_common(2)]
    return len(two) == 2 and two[1] >= TURNS and sum(two) >= TALK * len(lines)
