"""Pairing: which of the articles found answers to which article of the gold."""

from collections.abc import Sequence
from dataclasses import dataclass

from lesart.evaluation.described import Described
from lesart.text.span import Span

SAME_ARTICLE = 0.8  # shared code points over covered code points, as in the gold's conventions


@dataclass(frozen=True, slots=True)
class Pairs:
    """For each gold article the nearest find and whether it is the same article; and finds that are no article."""

    pairs: tuple[tuple[Described, Described | None, bool], ...]
    stray: tuple[Described, ...]


def likeness(left: Span, right: Span) -> float:
    """Return the intersection over the union of two spans (0 to 1)."""
    shared = left.overlap(right)
    return shared / (len(left) + len(right) - shared or 1)


def pair(gold: Sequence[Described], found: Sequence[Described]) -> Pairs:
    """Pair by place where gold has places, else by title and then by order.

    A stray find lies for more than half inside a gold article and is the same as none; or, without places, is left
    over.
    """
    placed = [entry for entry in gold if entry.span is not None]
    pairs = {id(entry): _nearest(entry, found) for entry in placed}
    used = {id(near) for near, same in pairs.values() if same}
    stray = [find for find in found if id(find) not in used and _inside_any(find, placed)]
    for file in dict.fromkeys(entry.file for entry in gold if entry.span is None):
        unplaced = [entry for entry in gold if entry.file == file]
        by_title, left = _by_title(unplaced, [find for find in found if find.file == file])
        pairs |= {key: (find, find is not None) for key, find in by_title.items()}
        stray += left
    return Pairs(tuple((entry, *pairs[id(entry)]) for entry in gold), tuple(stray))


def _nearest(entry: Described, found: Sequence[Described]) -> tuple[Described | None, bool]:
    candidates = [find for find in found if find.file == entry.file and find.span is not None]
    best = max(candidates, key=lambda find: _fit(entry, find), default=None)
    return best, best is not None and _fit(entry, best) >= SAME_ARTICLE


def _fit(entry: Described, find: Described) -> float:
    if entry.span is None or find.span is None:
        return 0.0
    fit = likeness(entry.span, find.span)
    if entry.lead_in is None:
        return fit
    return max(fit, likeness(Span(entry.lead_in.start, entry.span.end), find.span))


def _inside_any(find: Described, gold: Sequence[Described]) -> bool:
    return any(
        entry.file == find.file
        and entry.span is not None
        and find.span is not None
        and entry.span.overlap(find.span) > 0.5 * len(find.span)
        for entry in gold
    )


def _by_title(
    gold: Sequence[Described], found: Sequence[Described]
) -> tuple[dict[int, Described | None], list[Described]]:
    free = list(found)
    paired: dict[int, Described | None] = {}
    for entry in gold:
        same = next((find for find in free if find.title == entry.title), None)
        if same is not None:
            paired[id(entry)] = same
            free.remove(same)
    for entry in gold:
        if id(entry) not in paired:
            paired[id(entry)] = free.pop(0) if free else None
    return paired, free
