"""Counts: arithmetic and its edge cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesart.evaluation.counts import Count

counts = st.builds(Count, *[st.integers(0, 50)] * 3)


@pytest.mark.parametrize(
    ("count", "precision", "recall", "f1"),
    [
        (Count(3, 1, 0), 1.0, 0.75, 6 / 7),
        (Count(0, 2, 0), 0.0, 0.0, 0.0),
        (Count(0, 0, 2), 0.0, 0.0, 0.0),
        (Count(), 0.0, 0.0, 1.0),
    ],
)
def test_the_measures_follow_from_the_counts(count, precision, recall, f1):
    assert (count.precision, count.recall, count.f1) == pytest.approx((precision, recall, f1))


def test_a_wrong_answer_is_a_miss_and_a_false_find():
    assert Count.of(False) == Count(right=0, missed=1, extra=1)


@given(counts, counts)
def test_counts_add_up(left, right):
    both = left + right
    assert both.gold == left.gold + right.gold
    assert both.found == left.found + right.found
    assert 0 <= both.f1 <= 1
