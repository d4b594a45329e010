"""Repetition: passages of one article that say the same almost word for word, paragraphs and single sentences."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations, islice, takewhile
from typing import Generic, TypeVar

from rapidfuzz.distance import Indel, LCSseq

from lesart.analysis.analyser import Analyser, ArticleText
from lesart.text.annotation import Annotation
from lesart.text.article import Removal
from lesart.text.bodies import Repetition
from lesart.text.document import Repair
from lesart.text.normalisation import folded
from lesart.text.sentences import sentences
from lesart.text.span import Span, difference, trimmed
from lesart.text.views import View, reading_view

STEM = 6  # letters compared of a word, so that its endings do not count
CONTENT = 4  # letters a word must have to count as one of content
SAME_ORDER = 0.7  # share of common words in order (2 · common / both) of a repeated passage
SAME_CONTENT = 0.8  # share of the shorter side's content words that the other side has too
COMMON_ORDER = 0.6  # share of the shorter side's words that then must stand in the same order
SHORTEST = 8  # words
SHORTEST_CONTENT = 6  # content words of the shorter side
FREQUENT = 12  # units; words that stand in more of them do not bring two together


@dataclass(frozen=True, slots=True)
class _Unit:
    """A paragraph or a sentence: its span in the document, its stems, and where each stem's word stands."""

    span: Span
    stems: tuple[str, ...]
    places: tuple[Span, ...]
    paragraph: bool
    block: int

    @property
    def content(self) -> set[str]:
        return {stem for stem in self.stems if len(stem) >= CONTENT}


Finding = TypeVar("Finding", Removal, Repair)


@dataclass(frozen=True, slots=True)
class _Placed(Generic[Finding]):
    """Findings in order, with the furthest end so far beside each: those at a place are found in logarithmic time."""

    findings: tuple[Finding, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, findings: Sequence[Finding]) -> "_Placed[Finding]":
        ordered = tuple(sorted(findings, key=lambda finding: finding.span))
        return cls(ordered, tuple(accumulate((finding.span.end for finding in ordered), max)))

    def near(self, span: Span) -> list[Finding]:
        start = bisect_right(self.ends, span.start)
        return list(takewhile(lambda finding: finding.span.start < span.end, islice(self.findings, start, None)))


_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f]|[-’'](?=[^\W_]))*")


def _units(article: ArticleText) -> list[_Unit]:
    text = article.document.text
    removed, repairs = _Placed.of(article.article.removed), _Placed.of(article.article.repairs)
    title = article.article.title.evidence.span if article.article.title else None
    found: list[_Unit] = []
    for number, block in enumerate(article.document.blocks):
        span = block.span.clipped(article.article.span)
        if span is None or (title and title.overlap(span)):
            continue
        gone = [removal.span for removal in removed.near(span)]
        if not difference(span, gone):
            continue
        view = reading_view(text, span, gone, repairs.near(span))
        parts = sentences(view.text, Span(0, len(view.text)))
        if len(parts) > 1:
            found.append(_unit(text, view, Span(0, len(view.text)), True, number))
        found.extend(_unit(text, view, part, False, number) for part in parts)
    return [unit for unit in found if len(unit.stems) >= SHORTEST]


def _unit(text: str, view: View, part: Span, paragraph: bool, block: int) -> _Unit:
    words = [Span(part.start + m.start(), part.start + m.end()) for m in _WORD.finditer(part.of(view.text))]
    stems = tuple(folded(word.of(view.text))[:STEM] for word in words)
    places = tuple(view.to_source(word) for word in words)
    return _Unit(trimmed(text, view.to_source(part)), stems, places, paragraph, block)


def _pairs(units: Sequence[_Unit]) -> Iterator[tuple[_Unit, _Unit]]:
    """Bring together the units that share at least three words which are not frequent here."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, unit in enumerate(units):
        for stem in sorted(unit.content):
            holders[stem].append(index)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for indices in holders.values():
        if len(indices) <= FREQUENT:
            for pair in combinations(indices, 2):
                shared[pair] += 1
    for (left, right), count in sorted(shared.items()):
        if count >= 3 and units[left].paragraph == units[right].paragraph and units[left].span != units[right].span:
            yield units[left], units[right]


def _similarity(left: _Unit, right: _Unit) -> float | None:
    """Return the share of common words in order, None where the two are no repetition."""
    both = Indel.normalized_similarity(left.stems, right.stems)
    if both >= SAME_ORDER:
        return both
    shorter = min(len(left.stems), len(right.stems))
    fewer = min(len(left.content), len(right.content))
    if left.paragraph or fewer < SHORTEST_CONTENT:
        return None
    in_order = LCSseq.similarity(left.stems, right.stems) / shorter
    alike = len(left.content & right.content) >= SAME_CONTENT * fewer and in_order >= COMMON_ORDER
    return in_order if alike else None


def _narrowed(unit: _Unit, other: _Unit) -> Span:
    """Return the part of a unit that the other has too, from its first to its last common word and closing mark."""
    common = [index for index, stem in enumerate(unit.stems) if stem in set(other.stems)]
    while len(common) > 2 and common[1] - common[0] > 3:
        common = common[1:]
    while len(common) > 2 and common[-1] - common[-2] > 3:
        common = common[:-1]
    whole = len(common) < 2 or (common[0] == 0 and common[-1] == len(unit.stems) - 1)
    if whole:
        return unit.span
    end = unit.span.end if common[-1] >= len(unit.stems) - 3 else unit.places[common[-1]].end
    start = unit.span.start if common[0] <= 1 else unit.places[common[0]].start
    return Span(start, end)


def find_repetitions(article: ArticleText, resources: None = None) -> list[Annotation]:
    """Find the repeated passages of an article, in order; a sentence inside a repeated paragraph is not named again."""
    text = article.document.text
    units = _units(article)
    found: list[tuple[Span, Span, float]] = []
    for paragraphs in (True, False):
        for left, right in _pairs([unit for unit in units if unit.paragraph is paragraphs]):
            similarity = _similarity(left, right)
            if similarity is None or any(a.overlap(left.span) and b.overlap(right.span) for a, b, _ in found):
                continue
            narrow = len(left.stems) != len(right.stems) and not paragraphs
            spans = (_narrowed(left, right), _narrowed(right, left)) if narrow else (left.span, right.span)
            found.append((*spans, similarity))
    return [_annotation(text, a, b, similarity) for a, b, similarity in sorted(found)]


def _annotation(text: str, first: Span, second: Span, similarity: float) -> Annotation:
    reason = f"{round(100 * similarity)} % of the words in the same order"
    return Annotation(
        (first, second),
        (first.of(text), second.of(text)),
        Repetition(round(similarity, 3)),
        REPETITION.maker,
        round(similarity, 3),
        (reason,),
    )


def _nothing() -> None:
    return None


REPETITION: Analyser[None] = Analyser("repetition", "1", ("repetition",), _nothing, find_repetitions)
