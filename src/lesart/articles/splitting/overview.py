"""Overview: a list of titles at the beginning of a digest, and the titles it announces."""

import re
from collections.abc import Sequence

from lesart.articles.splitting.lines import Line, Shape
from lesart.articles.splitting.words import bare
from lesart.text.normalisation import compared

_NUMBERED = re.compile(r"^\W*\d{1,3}[.):]?\s+")
SHORTEST = 12  # code points of a title that can be recognised again


def announced_titles(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the titles that an overview before them names; none unless it names two.

    The overview is a run of lines of which no running text stands between the first and the last.
    """
    last: dict[str, int] = {}
    for index, line in enumerate(lines):
        if line.shape is not Shape.PROSE and len(key := _key(line)) >= SHORTEST:
            last[key] = index
    first = [(index, last[key]) for index, line in enumerate(lines) if last.get(key := _key(line), index) > index]
    end = next((i for i in range(first[0][0], len(lines)) if lines[i].shape is Shape.PROSE), 0) if first else 0
    found = frozenset(target for index, target in first if index < end)
    return found if len(found) > 1 else frozenset()


def _key(line: Line) -> str:
    return compared(_NUMBERED.sub("", bare(line.text)))
