"""Front: masthead, greeting and lead-in of a digest, and the title of the first item behind them."""

from collections.abc import Sequence

from lesart.articles.splitting.joints import Joint
from lesart.articles.splitting.lines import Line, Shape
from lesart.articles.splitting.scores import Opening
from lesart.articles.splitting.signs import title_of
from lesart.articles.splitting.words import beginning

FRONT_PROSE = 500  # code points of running text that may greet and lead in
LAYOUT = frozenset({"rule", "gap", "level", "mark", "number", "counted", "run-in"})


def without_front(
    openings: Sequence[Opening], joints: Sequence[Joint], signs: Sequence[frozenset[str]], lines: Sequence[Line]
) -> tuple[Line | None, list[Opening]]:
    """Return the first item's title and the openings behind it.

    What greets the reader before the first opening is no item. Where the first item's title is no opening itself, as
    little stands before it, it is known by the layout that all openings have and the document's beginning lacks.
    """
    first = title_of(joints[0], lines)
    if not openings:
        return first, []
    if len(openings) > 1 and _greets(lines[: openings[0].joint.start]):
        return title_of(openings[0].joint, lines) or first, list(openings[1:])
    usual = frozenset.intersection(*(opening.signs for opening in openings))
    layout = frozenset(sign for sign in usual if sign.split()[0] in LAYOUT) - signs[0]
    for joint, own in zip(joints[1:], signs[1:], strict=True):
        if joint.start >= openings[0].joint.start:
            break
        if layout and layout <= own and (title := title_of(joint, lines)) and _short(lines[: joint.start]):
            return title, list(openings)
    return first, list(openings)


def _greets(front: Sequence[Line]) -> bool:
    """Say whether a greeting stands in front, with little text and no title behind it."""
    place = next((i for i, line in enumerate(front) if beginning("greeting").match(line.text)), None)
    return place is not None and _short(front) and all(line.shape is not Shape.TITLE for line in front[place + 1 :])


def _short(front: Sequence[Line]) -> bool:
    return sum(len(line.text) for line in front if line.shape is Shape.PROSE) <= FRONT_PROSE
