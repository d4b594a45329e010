"""Signs: what at a joint speaks for the beginning of a further piece, what each sign weighs and how it is told."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lesart.articles.splitting import credits, stubs
from lesart.articles.splitting.entries import labelled_entries
from lesart.articles.splitting.handovers import handovers
from lesart.articles.splitting.joints import CREDITS, TITLES, Joint
from lesart.articles.splitting.lines import Line, Shape
from lesart.articles.splitting.words import bare

_LABEL = re.compile(r"^\W{0,3}([^\W\d][\w .-]{1,20}):(?:\s|$)")
_MEASURE = re.compile(r"^\D{0,20}\d{1,5}\s\w+\.?$")


@dataclass(frozen=True, slots=True)
class Sign:
    """How a sign counts: `weight` in natural log-odds where it recurs, `own` where it gives a piece its identity."""

    weight: float
    own: bool
    wording: str


def sign_named(name: str) -> Sign:
    """Return the sign of a name; layout signs carry what they look like behind their first word (`level 2`)."""
    return SIGNS.get(name) or SIGNS[name.split()[0]]


SIGNS: Mapping[str, Sign] = {
    "byline": Sign(6.0, True, "a byline of its own"),
    "date": Sign(5.5, True, "a date of its own"),
    "name": Sign(3.5, True, "a name of its own at the title"),
    "address": Sign(4.5, True, "a web address of its own"),
    "credited": Sign(4.5, True, "outlet or date behind the title"),
    "dateline": Sign(6.0, True, "a dateline of its own"),
    "entry": Sign(6.0, True, "a time with a place or topic of its own"),
    "press": Sign(6.0, True, "another paper is given the word"),
    "announced": Sign(5.0, True, "the overview at the beginning names this title"),
    "labels": Sign(5.0, True, "a new set of labelled fields"),
    "counted": Sign(4.5, True, "counted as one of several items"),
    "measure": Sign(3.0, True, "a length of its own"),
    "onward": Sign(5.0, True, "the line before leads on to the full text"),
    "source": Sign(5.0, True, "the line before names the source of the piece above"),
    "same source": Sign(1.0, False, "the line before names a source"),
    "signature": Sign(4.5, True, "the piece above is signed"),
    "initials": Sign(4.0, True, "the piece above ends with its author's sign"),
    "rule": Sign(1.5, False, "a rule"),
    "gap": Sign(1.5, False, "a wider gap"),
    "mark": Sign(1.0, False, "a mark before the title"),
    "capitals": Sign(0.5, False, "a title in capitals"),
    "level": Sign(0.5, False, "a heading of the same level"),
    "number": Sign(0.0, False, "a running number"),
    "roman": Sign(0.0, False, "a running Roman number"),
    "letter": Sign(0.0, False, "a running letter"),
    "worded": Sign(0.0, False, "a word with a running number"),
    "run-in": Sign(0.5, False, "a title that runs into the text"),
    "clock": Sign(0.0, False, "a time of its own"),
}
TABLE_LINES = 7  # lines between two stretches of text up to which they may be titles and credits
LONE = 0.3  # share of its weight that a sign keeps where it stands only once in the document


def signs_of(joints: Sequence[Joint], lines: Sequence[Line], announced: frozenset[int]) -> list[frozenset[str]]:
    """Return the signs at each joint, in order."""
    usual = _usual_gap(lines)
    labels = _recurring_labels(joints, lines)
    found = [
        _closing_signs(joint, lines) | _opening_signs(joint, lines, labels) | _layout_signs(joint, lines, usual)
        for joint in joints
    ]
    _add_places(joints, found, {"announced": announced, "entry": labelled_entries(lines), "press": handovers(lines)})
    _lend_to_titles(joints, lines, found)
    _weaken(joints, lines, found)
    return [frozenset(signs) for signs in found]


def _add_places(joints: Sequence[Joint], found: list[set[str]], places: Mapping[str, frozenset[int]]) -> None:
    """Add the signs that hold for lines known beforehand: a title announced, an entry's line, a paper's paragraph."""
    for joint, signs in zip(joints, found, strict=True):
        inside = {"announced": range(joint.start, joint.start + 1), "entry": range(joint.start, joint.prose + 1)}
        inside["press"] = range(joint.prose, joint.prose + 1)
        signs |= {sign for sign, lines in places.items() if not lines.isdisjoint(inside[sign])}


def recurring(signs: Sequence[frozenset[str]]) -> frozenset[str]:
    """Return the signs that stand at two joints or more, the document's beginning and end among them."""
    counts = Counter(sign for found in signs for sign in found)
    return frozenset(sign for sign, count in counts.items() if count > 1)


def _closing_signs(joint: Joint, lines: Sequence[Line]) -> set[str]:
    shapes = {line.shape for line in joint.closing(lines)}
    found = {shape.value for shape in shapes & {Shape.ONWARD, Shape.SOURCE, Shape.RULE}}
    found |= {"signature"} if shapes & {Shape.NAME, Shape.BYLINE, Shape.DATE} else set()
    found |= {"address"} if Shape.ADDRESS in shapes else set()
    if joint.first:
        before = lines[joint.first - 1].text
        found |= {"initials"} if credits.ends_with_initials(before) else set()
        found |= {"onward"} if stubs.ends_leading_onward(before) else set()
    return found


def _opening_signs(joint: Joint, lines: Sequence[Line], labels: frozenset[str]) -> set[str]:
    opening = joint.opening(lines) if joint.prose - joint.start <= TABLE_LINES else ()
    title = title_of(joint, lines)
    found = {line.shape.value for line in opening if line.shape in CREDITS and line is not title}
    if not any(credits.has_date(line.text) for line in opening):
        found.discard("date")
    found |= {"measure" for line in opening if _MEASURE.match(line.text) and line is not title}
    if sum(_label(line) in labels for line in opening) > 1:
        found.add("labels")
    if title is not None:
        found |= {"credited"} if credits.credited_in_brackets(title.text) else set()
    if joint.prose < len(lines):
        found |= {"dateline"} if credits.has_dateline(lines[joint.prose].text) else set()
    return found


def _layout_signs(joint: Joint, lines: Sequence[Line], usual: int) -> set[str]:
    if joint.start >= len(lines):
        return set()
    title = title_of(joint, lines) or lines[joint.start]
    found = {"gap"} if lines[joint.start].gap > usual else set()
    return found | ({title.look} if title.look else set())


def title_of(joint: Joint, lines: Sequence[Line]) -> Line | None:
    """Return the headline in a joint's opening, None where it has none; tags and names of sections come last."""
    opening = joint.opening(lines)
    titles = [line for line in opening if line.shape is Shape.TITLE] or [
        line for line in opening if line.shape in TITLES
    ]
    return next((line for line in titles if not _is_tag(line)), titles[0] if titles else None)


def _is_tag(line: Line) -> bool:
    word = bare(line.text)
    if not any(character.isalpha() for character in word):
        return True
    return " " not in word and (word.isupper() or word[:1].islower() or line.text.startswith("#"))


def _lend_to_titles(joints: Sequence[Joint], lines: Sequence[Line], found: list[set[str]]) -> None:
    """Count credits that stand under a title's teaser for the title."""
    for index in range(1, len(joints)):
        above, below = joints[index - 1], joints[index]
        credit = {line.shape for line in below.opening(lines)}
        titled = title_of(above, lines) is not None and not found[index - 1] & {"byline", "name"}
        if titled and credit and credit <= CREDITS and below.first == above.prose + 1:
            found[index - 1] |= {shape.value for shape in credit}
            found[index] -= {shape.value for shape in credit}


def _weaken(joints: Sequence[Joint], lines: Sequence[Line], found: list[set[str]]) -> None:
    """Take back what gives no identity: dates that stand for a title, as in a chronicle, and one source for all."""
    sources = {line.text for joint in joints for line in joint.closing(lines) if line.shape is Shape.SOURCE}
    for joint, signs in zip(joints, found, strict=True):
        if title_of(joint, lines) is None and not signs & {"dateline", "byline"}:
            signs.discard("date")
        if len(sources) == 1 and "source" in signs:
            signs ^= {"source", "same source"}


def _label(line: Line) -> str:
    match = _LABEL.match(bare(line.text))
    return match[1].lower() if match else ""


def _recurring_labels(joints: Sequence[Joint], lines: Sequence[Line]) -> frozenset[str]:
    counts = Counter(label for joint in joints for label in {_label(line) for line in joint.opening(lines)} if label)
    return frozenset(label for label, count in counts.items() if count > 1)


def _usual_gap(lines: Sequence[Line]) -> int:
    gaps = Counter(line.gap for line in lines[1:])
    return max(gaps, key=lambda gap: (gaps[gap], -gap)) if gaps else 0
