"""Bare joins: paragraphs of several pieces in a row, with no title or sign between them, told apart by their words."""

import math
from collections.abc import Sequence

from lesart.articles.splitting.digest import is_live_or_talk
from lesart.articles.splitting.joints import Joint
from lesart.articles.splitting.lines import Line, Shape
from lesart.articles.splitting.scores import Opening
from lesart.articles.splitting.signs import title_of
from lesart.articles.splitting.topics import kinship, telling

ENOUGH = 10.0  # natural log-odds that all cuts together need: none of 968 single pieces reached 6
FEWEST = 2  # cuts; a single change of words is no digest
STRAY = 0.12  # short lines to a paragraph that may stand between; with more, the titles decide
BEFORE, AFTER = 3, 2  # paragraphs that are compared
MOST_BEFORE, MOST_AFTER = 60, 40  # telling words above which more say nothing more
LAST_NEXT = 0.1  # kinship with the next paragraph that is assumed for the last one
# Natural log-odds, logistic regression over joined paragraphs and single pieces (benchmarks/quality/splitting; 2026-11).
BIAS, WITH_AFTER, WITH_NEXT, NEXT_PAIR, WORDS_BEFORE, WORDS_AFTER = -1.71, -50.9, -29.6, 13.3, 0.92, 2.25


def bare_beginnings(joints: Sequence[Joint], lines: Sequence[Line]) -> list[Opening]:
    """Return the paragraphs at which pieces begin; none where titles stand between, or where too little speaks for it."""
    titled = sum(title_of(joint, lines) is not None for joint in joints[1:-1])
    if titled > STRAY * len(joints) or is_live_or_talk(lines):
        return []
    places = [joint.prose for joint in joints[:-1] if lines[joint.prose].shape is Shape.PROSE]
    words = [telling(lines[place].text) for place in places]
    found = [
        Opening(Joint(place, place, place), frozenset(), score, score)
        for i, place in enumerate(places)
        if i and (score := _score(i, words)) > 0
    ]
    return found if len(found) >= FEWEST and sum(opening.score for opening in found) >= ENOUGH else []


def _score(i: int, words: Sequence[frozenset[str]]) -> float:
    before = frozenset().union(*words[max(0, i - BEFORE) : i])
    after = frozenset().union(*words[i : i + AFTER])
    following = kinship(words[i], words[i + 1]) if i + 1 < len(words) else LAST_NEXT
    return (
        BIAS
        + WITH_AFTER * kinship(before, after)
        + WITH_NEXT * kinship(before, words[i])
        + NEXT_PAIR * following
        + WORDS_BEFORE * (math.log(min(len(before), MOST_BEFORE) + 1) - 3)
        + WORDS_AFTER * (math.log(min(len(after), MOST_AFTER) + 1) - 3)
    )
