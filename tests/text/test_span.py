"""Spans: laws of the arithmetic on half-open ranges."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.strategies import spans, texts_with_spans

from lesart.text.span import Span, difference, trimmed, union

ranges = spans(60)


def covered(*several):
    return {position for span in several for position in range(span.start, span.end)}


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3), (-2, -1)])
def test_a_span_that_runs_backwards_is_none(start, end):
    with pytest.raises(ValueError, match="no span"):
        Span(start, end)


@pytest.mark.parametrize(
    ("text", "span", "words"),
    [
        ("Der Damm von Керемет", Span(13, 20), "Керемет"),
        ("a\u0308 ist zwei Zeichen", Span(0, 2), "a\u0308"),
        ("🧭 Nord", Span(0, 1), "🧭"),
    ],
)
def test_a_span_counts_code_points(text, span, words):
    assert span.of(text) == words


def test_a_span_beyond_the_text_covers_nothing_silently():
    with pytest.raises(IndexError, match="leaves a text of 3"):
        Span(1, 4).of("три")


@given(ranges, ranges)
def test_overlap_counts_what_both_cover(a, b):
    assert a.overlap(b) == b.overlap(a) == len(covered(a) & covered(b))


@given(ranges, ranges)
def test_a_clipped_span_is_what_both_cover(a, b):
    clipped = a.clipped(b)
    assert covered(clipped) == covered(a) & covered(b) if clipped else not a.overlap(b)


@given(ranges, ranges)
def test_a_span_that_contains_another_covers_it(a, b):
    if a.contains(b):
        assert covered(b) <= covered(a)


@given(ranges, st.integers(0, 100))
def test_shifting_there_and_back_changes_nothing(span, by):
    assert span.shifted(by).shifted(-by) == span
    assert len(span.shifted(by)) == len(span)


@given(st.lists(ranges))
def test_a_union_covers_the_same_in_order_and_with_gaps(several):
    joined = union(several)
    assert covered(*joined) == covered(*several)
    assert all(a.end < b.start for a, b in itertools.pairwise(joined))
    assert all(len(span) for span in joined)
    assert union(joined) == joined


@given(ranges, st.lists(ranges))
def test_what_is_left_and_the_holes_make_up_the_whole(whole, holes):
    left = difference(whole, holes)
    assert covered(*left) == covered(whole) - covered(*holes)
    assert left == union(left)


@given(texts_with_spans())
def test_trimming_takes_blanks_and_nothing_else(drawn):
    text, several = drawn
    for span in several:
        inner = trimmed(text, span)
        assert span.contains(inner)
        assert inner.of(text) == span.of(text).strip()
        assert trimmed(text, inner) == inner


@pytest.mark.parametrize("text", ["", " ", "\n\t\u2028"])
def test_a_blank_text_trims_to_an_empty_span(text):
    assert len(trimmed(text, Span(0, len(text)))) == 0
