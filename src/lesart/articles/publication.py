"""Publication: when a piece appeared, on what basis, and between which days where no line says so."""

from dataclasses import dataclass, replace

from lesart.articles.date_expressions import DateExpression, bounds, dates_in
from lesart.articles.datelines import dateline
from lesart.articles.deadlines import deadlines
from lesart.articles.notes import Note
from lesart.articles.piece import Piece
from lesart.text.article import Basis, Evidence, Publication
from lesart.text.document import Clue
from lesart.text.span import Span

_OUTSIDE = ("url", "file name", "filename", "file")  # places that hint at a date without stating it


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the date: the less `rank`, the more it counts."""

    rank: int
    value: str
    basis: Basis
    rule: str
    evidence: Evidence


def publication(piece: Piece) -> Publication:
    """Return the date that the strongest evidence gives; where there is none, unknown, within the bounds known."""
    readings = sorted([*_of_text(piece), *_of_clues(piece)], key=lambda reading: reading.rank)
    if not readings:
        return _unknown(piece)
    best = readings[0]
    finer = [
        r
        for r in readings
        if r.value.startswith(best.value) and r.basis is Basis.STATED and len(r.value) > len(best.value)
    ]
    best = finer[0] if finer and best.basis is Basis.STATED else best
    earliest, latest = bounds(best.value)
    found = Publication(best.value, best.basis, earliest, latest, _rule(best, readings), (best.evidence,))
    return _after_first_publication(piece, found)


def _rule(best: Reading, readings: list[Reading]) -> str:
    other = next(
        (r for r in readings if not r.value.startswith(best.value) and not best.value.startswith(r.value)), None
    )
    return best.rule if other is None else f"{best.rule}; {other.evidence.source} says otherwise: {other.value}"


def _of_text(piece: Piece) -> list[Reading]:
    found = []
    if piece.title and piece.title.glued:
        span, date = piece.title.glued
        found.append(_reading(1, date, "the date before the title", piece, span))
    for rank, lines in ((0, piece.credit_lines), (3, piece.tail_credits)):
        for line in (line for line in lines if not line.sourced):
            for credit in line.dates:
                if credit.label == "modified":
                    reading = _reading(6, credit.expression, "the date of the last change", piece, line.span)
                    found.append(replace(reading, basis=Basis.INFERRED))
                else:
                    found.append(_reading(rank, credit.expression, "the date in the byline", piece, line.span))
    found.extend(_of_dateline(piece))
    if piece.collection.day and not any(line.sourced and line.dates for line in piece.tail_credits):
        day = _reading(9, piece.collection.day, "the day at the head of the collection", piece, piece.cut.span)
        found.append(replace(day, basis=Basis.INFERRED))
    return found


def _of_dateline(piece: Piece) -> list[Reading]:
    """Read the date of a dateline (`MOSCOW, May 3, 2024 (…) –`) before the first sentence; without a year it is none."""
    line = dateline(piece)
    dates = dates_in(line.span.of(piece.text), line.span.start) if line else []
    return [_reading(4, date, "the date in the dateline", piece, date.span) for date in dates if date.precise]


def _reading(rank: int, expression: DateExpression, rule: str, piece: Piece, line: Span) -> Reading:
    span = expression.span
    return Reading(rank, expression.value, Basis.STATED, rule, Evidence(span.of(piece.text), span=span))


def _of_clues(piece: Piece) -> list[Reading]:
    found = []
    for clue in piece.document.clues_for("published"):
        outside = clue.source.lower().startswith(_OUTSIDE)
        rule = f"a date in the {clue.source}" if outside else f"the date of publication in {clue.source}"
        found.append(_of_clue(7 if outside else 2, clue, Basis.INFERRED if outside else Basis.STATED, rule))
    for clue in piece.document.clues_for("modified"):
        found.append(_of_clue(8, clue, Basis.INFERRED, f"the date of the last change in {clue.source}"))
    return [reading for reading in found if _is_date(reading.value)]


def _of_clue(rank: int, clue: Clue, basis: Basis, rule: str) -> Reading:
    return Reading(rank, clue.value[:10], basis, rule, Evidence(clue.evidence, clue.source))


def _is_date(value: str) -> bool:
    return value[:4].isdigit() and len(value) in (4, 7, 10)


def _after_first_publication(piece: Piece, found: Publication) -> Publication:
    """Narrow an imprecise date: a translation or reprint is no older than what it was made from."""
    first = next((n for n in piece.notes if n.date and "published" in n.kinds), None)
    if first is None or first.date is None or found.earliest is None or found.latest is None:
        return found
    earliest = bounds(first.date)[0]
    if not found.earliest < earliest <= found.latest:
        return found
    evidence = (*found.evidence, Evidence(first.span.of(piece.text), span=first.span))
    return replace(found, earliest=earliest, rule=f"{found.rule}; not before the first publication", evidence=evidence)


def _source_with_date(piece: Piece) -> Note | None:
    for line in piece.tail_credits:
        if line.sourced and line.dates:
            return Note(line.span, frozenset({"published"}), date=line.dates[0].expression.value)
    return None


def _unknown(piece: Piece) -> Publication:
    """Say that nothing fixes the date, and between which days it must lie as far as anything says so."""
    first = next((n for n in piece.notes if n.date), None) or _source_with_date(piece)
    ahead = deadlines(piece.text, piece.body)
    full = sorted((d for d in ahead if d.date.precise), key=lambda deadline: deadline.date.value)
    named = full[0] if full else ahead[0] if ahead else None
    rules, evidence = [], []
    if first and first.date:
        rules.append("not before the first publication")
        evidence.append(Evidence(first.span.of(piece.text), span=first.span))
    if named:
        words = named.span.of(piece.text)
        rules.append(f"not after „{words}“" if full else f"the text looks ahead to „{words}“, without a year")
        evidence.append(Evidence(words, span=named.span))
    return Publication(
        date=None,
        basis=Basis.UNKNOWN,
        earliest=bounds(first.date)[0] if first and first.date else None,
        latest=full[0].date.value if full else None,
        rule="; ".join(rules) or "nothing in the text or around it fixes the date",
        evidence=tuple(evidence),
    )
