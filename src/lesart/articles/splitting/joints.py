"""Joints: what stands between two stretches of running text, and where in it an item would begin."""

from collections.abc import Sequence
from dataclasses import dataclass

from lesart.articles.splitting import cues
from lesart.articles.splitting.lines import Line, Shape

_CLOSING = frozenset({Shape.ONWARD, Shape.SOURCE, Shape.REMARK, Shape.RULE, Shape.FOOTER})


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
    """Return the joints in order: before each stretch of running text, and what follows the last one."""
    joints: list[Joint] = []
    first = 0
    for index, line in enumerate([*lines, None]):
        if line is None or line.shape is Shape.PROSE:
            joints.append(Joint(first, _start(lines, first, index), index))
            first = index + 1
    return joints


def _start(lines: Sequence[Line], first: int, prose: int) -> int:
    start = first
    for index in range(first, prose):
        if lines[index].shape in _CLOSING:
            start = index + 1
    return start


def evidence(joint: Joint, lines: Sequence[Line]) -> frozenset[str]:
    """Name the signs that an item begins at this joint."""
    opening = {line.shape for line in joint.opening(lines)}
    found = {line.shape.value for line in joint.closing(lines)} & {"onward", "source", "rule"}
    found |= {shape.value for shape in opening} & {"byline", "date", "title"}
    if joint.prose < len(lines) and cues.has_dateline(lines[joint.prose].text):
        found.add("dateline")
    return frozenset(found)
