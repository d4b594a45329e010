"""Joints: what stands between two stretches of running text, and where in it an item would begin."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lesart.articles.splitting.lines import Line, Shape

CLOSING = frozenset({Shape.ONWARD, Shape.SOURCE, Shape.REMARK, Shape.RULE, Shape.FOOTER})
CREDITS = frozenset({Shape.BYLINE, Shape.DATE, Shape.NAME, Shape.ADDRESS})
SECTION_LENGTH = 24  # code points of a section's name (`Aus aller Welt`)
MOST = 0.5  # of the openings must end with a contour that is taken for the usual one
TITLES = frozenset({Shape.TITLE, Shape.NAME})


@dataclass(frozen=True, slots=True)
class Joint:
    """The lines from `first` up to the running text at `prose`; an item would begin at line `start`."""

    first: int
    start: int
    prose: int

    def closing(self, lines: Sequence[Line]) -> Sequence[Line]:
        return lines[self.first : self.start]

    def opening(self, lines: Sequence[Line]) -> Sequence[Line]:
        return lines[self.start : self.prose]


def joints_of(lines: Sequence[Line]) -> list[Joint]:
    """Return the joints in order: one before each stretch of running text, the last one behind all of it."""
    stretches = _stretches(lines)
    closing = _closing_shapes(lines, stretches)
    return [Joint(first, _start(lines, first, prose, closing), prose) for first, prose in stretches]


def _stretches(lines: Sequence[Line]) -> list[tuple[int, int]]:
    borders = [-1, *(i for i, line in enumerate(lines) if line.shape is Shape.PROSE), len(lines)]
    return [(a + 1, b) for a, b in pairwise(borders)]


def _closing_shapes(lines: Sequence[Line], stretches: Sequence[tuple[int, int]]) -> frozenset[Shape]:
    """Return the shapes that stand under a piece: stubs, and credits that end the document; not what begins it."""
    ending = {line.shape for line in lines[slice(*stretches[-1])][:1]} & CREDITS
    beginning = {line.shape for line in lines[slice(*stretches[0])][:1]} - {Shape.RULE}
    return frozenset((CLOSING | ending) - beginning)


def _start(lines: Sequence[Line], first: int, prose: int, closing: frozenset[Shape]) -> int:
    start = first
    for index in range(first, prose):
        if lines[index].shape in closing & CLOSING and not _underlines(lines, index, first):
            start = index + 1
    titles = [i for i in range(start, prose) if lines[i].shape in TITLES]
    while titles and start < titles[-1] and lines[start].shape in closing:
        start += 1
    return start


def _underlines(lines: Sequence[Line], index: int, first: int) -> bool:
    """Say whether a rule is the underlining of the title above it."""
    line = lines[index]
    if line.shape is not Shape.RULE or line.gap or index == first or lines[index - 1].shape not in TITLES:
        return False
    return index + 1 == len(lines) or lines[index + 1].shape is not Shape.TITLE


def aligned(joints: Sequence[Joint], likely: Sequence[Joint], lines: Sequence[Line]) -> list[Joint]:
    """Let the openings begin as most of the likely ones and the document itself do.

    What stands above that in a joint is a last line of the piece before, unless it looks like the name of a section.
    """
    contours = Counter(_contour(joint, lines) for joint in [joints[0], *likely])
    del contours[()]
    if not likely or not contours:
        return list(joints)
    usual = _usual(contours, _contour(joints[0], lines))
    return [_shortened(joint, usual, lines) for joint in joints]


def _usual(contours: Mapping[tuple[str, ...], int], beginning: tuple[str, ...]) -> tuple[str, ...]:
    """Return the longest contour with which most openings end, the document's own beginning if possible among them."""
    support = {usual: sum(n for own, n in contours.items() if own[-len(usual) :] == usual) for usual in contours}
    frequent = [contour for contour, count in support.items() if count >= MOST * sum(contours.values())]
    agreed = [contour for contour in frequent if beginning[-len(contour) :] == contour]
    return max(agreed or frequent or support, key=lambda contour: (len(contour), support[contour]))


def _contour(joint: Joint, lines: Sequence[Line]) -> tuple[str, ...]:
    return tuple(_outline(line) for line in joint.opening(lines))


def _outline(line: Line) -> str:
    return f"{Shape.TITLE if line.shape in TITLES else line.shape} {line.look}"


def _shortened(joint: Joint, usual: tuple[str, ...], lines: Sequence[Line]) -> Joint:
    own = _contour(joint, lines)
    start = joint.prose - len(usual)
    if not usual or len(own) <= len(usual) or own[-len(usual) :] != usual:
        return joint
    while start > joint.start and _names_section(lines[start - 1]):
        start -= 1
    return replace(joint, start=start)


def _names_section(line: Line) -> bool:
    short = len(line.text) <= SECTION_LENGTH and line.text[-1:].isalnum()
    return line.shape is Shape.TITLE and (line.level is not None or line.text.isupper() or short)
