"""Articles: the score of cuts, descriptions and cleaning against gold, with each error in words."""

from collections.abc import Hashable, Sequence, Set
from dataclasses import dataclass

from lesart.evaluation.counts import Count
from lesart.evaluation.described import Described
from lesart.evaluation.pairing import Pairs, likeness, pair
from lesart.text.span import Span

MEASURES = (
    "articles",
    "title",
    "subtitle",
    "bylines",
    "published",
    "language",
    "outlet",
    "extent",
    "provenance",
    "removed (chars)",
    "repairs",
    "repetitions",
)
SAME_PASSAGE = 0.5  # likeness from which two passages are the same


@dataclass(frozen=True, slots=True)
class Score:
    """The count of each of `MEASURES`, and what was wrong, one line each."""

    counts: dict[str, Count]
    errors: tuple[str, ...]


def score(gold: Sequence[Described], found: Sequence[Described]) -> Score:
    """Compare what was found with gold. Fields that gold does not speak of are not judged."""
    pairs = pair(gold, found)
    counts = dict.fromkeys(MEASURES, Count())
    errors: list[str] = []
    _score_cuts(pairs, counts, errors)
    for entry, near, _ in pairs.pairs:
        find = near or Described(entry.file, entry.span)
        judgements = _judgements(entry, find)
        for measure, (count, error) in judgements.items():
            counts[measure] += count
            if error:
                errors.append(f"{_name(entry)}: {measure}: {error}")
    return Score(counts, tuple(errors))


def _score_cuts(pairs: Pairs, counts: dict[str, Count], errors: list[str]) -> None:
    for entry, near, same in pairs.pairs:
        counts["articles"] += Count(right=1) if same else Count(missed=1)
        if not same:
            errors.append(f"{_name(entry)}: not cut out, nearest {near.span if near else None}")
    counts["articles"] += Count(extra=len(pairs.stray))
    errors += [f"{stray.file}: no article of its own: {stray.title!r} {stray.span}" for stray in pairs.stray]


def _name(entry: Described) -> str:
    return f"{entry.file} {entry.title[:40]!r}"


def _judgements(gold: Described, find: Described) -> dict[str, tuple[Count, str]]:
    judged = {
        "title": _value(gold.title, find.title),
        "subtitle": _value(gold.subtitle, find.subtitle),
        "bylines": _members(gold.bylines, find.bylines),
        "published": _date(gold, find),
        "language": _value(gold.language, find.language),
        "outlet": _value(gold.outlet, find.outlet),
        "extent": _value(gold.extent, find.extent),
        "provenance": _members(gold.provenance, find.provenance),
        "removed": _characters(gold, find),
        "repairs": _members(gold.repairs, find.repairs),
        "repetitions": _repetitions(gold, find),
    }
    return {_measure(field): result for field, result in judged.items() if field in gold.judged}


def _measure(field: str) -> str:
    return "removed (chars)" if field == "removed" else field


def _value(wanted: str, found: str) -> tuple[Count, str]:
    right = wanted == found
    return Count.of(right), "" if right else f"{found!r} instead of {wanted!r}"


def _members(wanted: Set[Hashable], found: Set[Hashable]) -> tuple[Count, str]:
    count = Count(len(wanted & found), len(wanted - found), len(found - wanted))
    error = f"missed {sorted(map(str, wanted - found))}, extra {sorted(map(str, found - wanted))}"
    return count, "" if wanted == found else error


def _date(gold: Described, find: Described) -> tuple[Count, str]:
    """Judge the date: one that the text states must be given; one that is inferred may also be left open."""
    allowed = {gold.date} if gold.basis == "stated" else {None, gold.date, (gold.date or "")[:7] or None}
    right = find.date in allowed
    return Count.of(right), "" if right else f"{find.date} ({find.basis}) instead of {gold.date} ({gold.basis})"


def _characters(gold: Described, find: Described) -> tuple[Count, str]:
    """Count code points inside the gold article that belong, or do not belong, to removed passages."""
    wanted, removed = _covered(gold.removed, gold.span), _covered(find.removed, gold.span)
    count = Count(len(wanted & removed), len(wanted - removed), len(removed - wanted))
    error = f"missed {_runs(wanted - removed)}, extra {_runs(removed - wanted)}"
    return count, "" if wanted == removed else error


def _covered(spans: Sequence[Span], within: Span | None) -> set[int]:
    if within is None:
        return set()
    clipped = [part for span in spans if (part := span.clipped(within))]
    return {position for part in clipped for position in range(part.start, part.end)}


def _runs(positions: set[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for position in sorted(positions):
        if runs and runs[-1][1] == position:
            runs[-1][1] = position + 1
        else:
            runs.append([position, position + 1])
    return runs


def _repetitions(gold: Described, find: Described) -> tuple[Count, str]:
    free = list(find.repetitions)
    missed = []
    for wanted in gold.repetitions:
        same = next((pair for pair in free if _same_pair(wanted, pair)), None)
        if same is None:
            missed.append(wanted)
        else:
            free.remove(same)
    count = Count(len(gold.repetitions) - len(missed), len(missed), len(free))
    return count, f"missed {missed}, extra {free}" if missed or free else ""


def _same_pair(left: tuple[Span, Span], right: tuple[Span, Span]) -> bool:
    return all(likeness(a, b) >= SAME_PASSAGE for a, b in zip(left, right, strict=True))
