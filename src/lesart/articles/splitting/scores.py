"""Scores: signs and topics weighed together: at which joints a further piece begins, and how sure that is."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from lesart.articles.splitting.joints import Joint
from lesart.articles.splitting.lines import Line, Shape
from lesart.articles.splitting.signs import LONE, TABLE_LINES, recurring, sign_named, title_of
from lesart.articles.splitting.topics import found_again, kinship, telling

KIN = 0.3  # kinship above which more of it says nothing more
TOPIC_FOR, TOPIC_AGAINST = 4.0, -3.0  # natural log-odds that the topics may add or take where layout speaks too
UNTITLED = -4.0  # log-odds of a further piece without a title
QUESTIONED = -5.0  # log-odds of a further piece at a question beside another: an interview
TABLE = -5.0  # the same where many short lines follow one another
NUMBERED = -2.5  # the same at a numbered title: a list of reasons, places, tips
MARKED = -1.0  # the same at a letter, a Roman number, or a title that runs into the text
RUNNING = frozenset({"letter", "roman", "run-in"})


@dataclass(frozen=True, slots=True)
class Opening:
    """A joint at which a piece may begin, with its signs and its log-odds of being a beginning."""

    joint: Joint
    signs: frozenset[str]
    topic: float
    score: float


@dataclass(frozen=True, slots=True)
class Features:
    """What the words around a titled joint say.

    `neighbours`, `begun`: kinship of the text after the title with the text before it and with the document's
    beginning; `title_after`, `title_before`: share of the title's telling words found again after and before it;
    `length`: of the title in code points; `words`: its telling words.
    """

    neighbours: float
    begun: float
    title_after: float
    title_before: float
    length: int
    words: int


# Natural log-odds, logistic regression over titles of joined digests and headings of single pieces
# (benchmarks/quality/splitting, developed layouts, seed 1; 2026-11).
BIAS, NEIGHBOURS, TITLE_AFTER, LENGTH, BEGUN, TITLE_BEFORE = -4.74, -38.37, 1.82, 2.28, -19.08, -1.06
ALL_NEIGHBOURS, ALL_TITLES_AFTER, ALL_LENGTHS, WORDS, COUNT = -37.75, 0.54, 6.13, 0.18, 0.74


def openings_of(joints: Sequence[Joint], signs: Sequence[frozenset[str]], lines: Sequence[Line]) -> list[Opening]:
    """Return the joints that could begin a piece, the first of the document left out, each with its score."""
    often = recurring(signs)
    places = [0, *(i for i in range(1, len(joints) - 1) if _possible(joints[i], signs[i], lines))]
    topics = _topics(joints, places, lines)
    openings = []
    for place in places[1:]:
        weight = sum(weight_of(sign) * (1.0 if sign in often else LONE) for sign in signs[place])
        topic = topics[place] + _list_part(place, joints, signs, lines)
        limited = max(TOPIC_AGAINST, min(TOPIC_FOR, topic)) if weight else topic
        openings.append(Opening(joints[place], signs[place], topic, limited + weight))
    return openings


def _list_part(place: int, joints: Sequence[Joint], signs: Sequence[frozenset[str]], lines: Sequence[Line]) -> float:
    """Return what speaks against a further piece where questions or numbers follow one another."""
    near = [title_of(joints[i], lines) for i in (place - 1, place, place + 1) if i < len(joints)]
    asked = [title is not None and title.text.rstrip('"“”»«›’ ').endswith("?") for title in near]
    questions = QUESTIONED if asked[1] and sum(asked) > 1 else 0.0
    table = TABLE if len(joints[place].opening(lines)) > TABLE_LINES else 0.0
    listed = NUMBERED if "number" in signs[place] else MARKED if signs[place] & RUNNING else 0.0
    return questions + table + listed


def weight_of(sign: str) -> float:
    """Return the natural log-odds that a recurring sign adds."""
    return sign_named(sign).weight


def own(signs: frozenset[str]) -> frozenset[str]:
    """Return those of the signs that give a piece its identity."""
    return frozenset(sign for sign in signs if sign_named(sign).own)


def _possible(joint: Joint, signs: frozenset[str], lines: Sequence[Line]) -> bool:
    return title_of(joint, lines) is not None or bool(own(signs)) or joint.start > joint.first


def _topics(joints: Sequence[Joint], places: Sequence[int], lines: Sequence[Line]) -> dict[int, float]:
    """Return the log-odds, by the words alone, that another topic begins at each place."""
    ends = [*(joints[place].first for place in places[1:]), len(lines)]
    sections = [_words(lines[joints[place].prose : end]) for place, end in zip(places, ends, strict=True)]
    titled = {
        n: _features(n, joints[p], sections, lines) for n, p in enumerate(places) if n and title_of(joints[p], lines)
    }
    base = _common_part(list(titled.values())) if titled else 0.0
    scores = {}
    for n, place in enumerate(places):
        near = min(KIN, kinship(sections[n - 1], sections[n])) if n else 0.0
        scores[place] = base + _own_part(titled[n]) if n in titled else UNTITLED + max(-4.0, 0.5 - 20 * near)
    return scores


def _words(lines: Sequence[Line]) -> frozenset[str]:
    return telling(" ".join(line.text for line in lines if line.shape is Shape.PROSE))


def _features(n: int, joint: Joint, sections: Sequence[frozenset[str]], lines: Sequence[Line]) -> Features:
    title = title_of(joint, lines)
    text = title.text if title else ""
    head = telling(" ".join(line.text for line in joint.opening(lines)))
    return Features(
        min(KIN, kinship(sections[n - 1], sections[n])),
        min(KIN, kinship(sections[0], sections[n])),
        found_again(head, [sections[n]]),
        found_again(head, sections[:n]),
        len(text),
        len(head),
    )


def _common_part(features: Sequence[Features]) -> float:
    longer = sorted(features, key=lambda f: -f.length)[: (len(features) + 1) // 2]
    near = sum(f.neighbours for f in longer) / len(longer)
    after = sum(f.title_after for f in longer) / len(longer)
    length = math.log(sum(f.length for f in longer) / len(longer) + 1) - 3.5
    return (
        BIAS + ALL_NEIGHBOURS * near + ALL_TITLES_AFTER * after + ALL_LENGTHS * length + COUNT * math.log(len(features))
    )


def _own_part(f: Features) -> float:
    return (
        NEIGHBOURS * f.neighbours
        + BEGUN * f.begun
        + TITLE_AFTER * f.title_after
        + TITLE_BEFORE * f.title_before
        + LENGTH * (math.log(f.length + 1) - 3.5)
        + WORDS * f.words
    )
