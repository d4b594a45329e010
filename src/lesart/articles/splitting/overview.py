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

    The overview is a run of lines without running text between them; its titles come once more, in the same order.
    """
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if line.shape is not Shape.PROSE and len(key := _key(line)) >= SHORTEST:
            places.setdefault(key, []).append(index)
    pairs = sorted((found[0], found[1]) for found in places.values() if len(found) == 2)
    end = next((i for i in range(pairs[0][0], len(lines)) if lines[i].shape is Shape.PROSE), 0) if pairs else 0
    targets = [target for index, target in pairs if index < end]
    return frozenset(targets) if len(targets) > 1 and targets == sorted(targets) else frozenset()


def _key(line: Line) -> str:
    return compared(_NUMBERED.sub("", bare(line.text)))
