"""Markup: the words stay whole and in order, however the marks on them overlap."""

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesart.text.document import Repair
from lesart.text.span import Span
from lesart.web.presenters.markup import Mark, Marked, Part, Run, marked

TEXTS = st.text(alphabet="abc дё🌊e\u0301\n", min_size=1, max_size=40)


def runs(parts: Iterable[Part]) -> Iterator[Run]:
    for part in parts:
        if isinstance(part, Run):
            yield part
        else:
            yield from runs(part.parts)


def anchors(parts: Iterable[Part]) -> list[str]:
    found = []
    for part in parts:
        if isinstance(part, Marked):
            found += [*([part.mark.anchor] if part.mark.anchor else []), *anchors(part.parts)]
    return found


def spans_in(text: str) -> st.SearchStrategy[Span]:
    ends = st.integers(0, len(text))
    return st.tuples(ends, ends).map(lambda pair: Span(min(pair), max(pair)))


@given(st.data())
def test_the_runs_cover_every_character_once_and_in_order(data):
    text = data.draw(TEXTS)
    span = data.draw(spans_in(text))
    marks = [Mark(s, "evidence", f"e-{i}") for i, s in enumerate(data.draw(st.lists(spans_in(text), max_size=6)))]
    repairs = [Repair(s, "X", "", 1.0) for s in data.draw(st.lists(spans_in(text), max_size=3))]
    found = list(runs(marked(text, span, marks, repairs)))
    assert "".join(text[run.start : run.end] for run in found) == span.of(text)
    assert [run.start for run in found] == sorted(run.start for run in found)


@given(st.data())
def test_no_anchor_stands_twice_and_each_mark_that_begins_here_has_its_own(data):
    text = data.draw(TEXTS)
    marks = [Mark(s, "evidence", f"e-{i}") for i, s in enumerate(data.draw(st.lists(spans_in(text), max_size=6)))]
    found = anchors(marked(text, Span(0, len(text)), marks))
    assert len(found) == len(set(found))
    assert set(found) == {mark.anchor for mark in marks if len(mark.span)}


@pytest.mark.parametrize(
    ("text", "repair", "replacement"),
    [
        ("ganz zu-nichte", Span(5, 14), "zunichte"),
        ("воз-\nдух 🌊", Span(0, 8), "воздух"),
        ("Cafe\u0301-haus", Span(0, 10), "Cafe\u0301haus"),
    ],
)
def test_a_repaired_word_shows_its_reading_and_keeps_the_original(text, repair, replacement):
    found = list(runs(marked(text, Span(0, len(text)), [], [Repair(repair, replacement, "why", 1.0)])))
    word = next(run for run in found if run.original is not None)
    assert (word.text, word.original, word.label) == (replacement, repair.of(text), "why")


def test_a_mark_that_ends_inside_a_repaired_word_covers_it_whole():
    parts = marked(
        "ganz zu-nichte gemacht", Span(0, 22), [Mark(Span(0, 8), "hit")], [Repair(Span(5, 14), "zunichte", "", 1.0)]
    )
    assert isinstance(parts[0], Marked)
    assert parts[0].mark.span == Span(0, 14)
