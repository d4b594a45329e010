"""Passages: the stretch of an article that shows best why it was found, and the places of the words in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from lesart.store.search.expression import found_as_prefix, found_in_compounds
from lesart.store.search.tree import Term
from lesart.store.search.words import WORD, folded_word
from lesart.text.span import Span, trimmed

LENGTH = 240  # code points
READ = 200_000  # code points of an article that are looked through: 30 ms
LEAD = 40  # code points shown before the first word found


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of the reading view, and marks relative to its start."""

    span: Span
    marks: tuple[Span, ...]


def best_passage(text: str, terms: Sequence[Term]) -> Passage:
    """Choose the stretch of about 240 code points with the most different terms, the first of equals."""
    found = _occurrences(text[:READ], terms)
    if not found:
        return Passage(_on_words(text, Span(0, min(len(text), LENGTH))), ())
    best, best_rank = 0, (0, 0)
    for index, (span, _) in enumerate(found):
        inside = [number for other, number in found[index : index + 40] if other.end <= span.start + LENGTH - LEAD]
        rank = (len(set(inside)), len(inside))
        if rank > best_rank:
            best, best_rank = index, rank
    start = max(0, found[best][0].start - LEAD)
    span = _on_words(text, Span(start, min(len(text), max(start + LENGTH, found[best][0].end))))
    marks = tuple(mark.shifted(-span.start) for mark, _ in found if span.contains(mark))
    return Passage(span, marks)


def _occurrences(text: str, terms: Sequence[Term]) -> list[tuple[Span, int]]:
    """Return where which term (by number) occurs, in order, without overlaps."""
    places = [match.span() for match in WORD.finditer(text)]
    words = [folded_word(text[start:end]) for start, end in places]
    found: dict[int, tuple[Span, int]] = {}
    for number, term in enumerate(terms):
        last = len(term.words) - 1
        for index in _beginnings(term, words):
            found.setdefault(index, (Span(places[index][0], places[index + last][1]), number))
    ordered = sorted(found.values())
    return [pair for n, pair in enumerate(ordered) if n == 0 or pair[0].start >= ordered[n - 1][0].end]


def _beginnings(term: Term, words: Sequence[str]) -> list[int]:
    """Return the numbers of the words with which a term begins to occur."""
    *before, last = term.words
    if not before and found_in_compounds(term):
        return [index for index, word in enumerate(words) if last in word]
    if found_as_prefix(term):
        ends = [index for index, word in enumerate(words) if word.startswith(last)]
    else:
        ends = [index for index, word in enumerate(words) if word == last]
    return [end - len(before) for end in ends if end >= len(before) and words[end - len(before) : end] == before]


def _on_words(text: str, span: Span) -> Span:
    """Move both ends of a span to the borders of words, at most 30 code points inwards."""
    start, end = span.start, span.end
    if start and (blank := _first_blank(text, start, start + 30)) is not None:
        start = blank + 1
    if end < len(text) and (blank := _last_blank(text, end - 30, end)) is not None:
        end = blank
    return trimmed(text, Span(min(start, end), end))


def _first_blank(text: str, start: int, end: int) -> int | None:
    return next((i for i in range(start, min(end, len(text))) if text[i].isspace()), None)


def _last_blank(text: str, start: int, end: int) -> int | None:
    return next((i for i in range(end, max(start, 0), -1) if i < len(text) and text[i].isspace()), None)
