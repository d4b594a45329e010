"""What is still to be done for a capture, given what was done before."""

import pytest

from lesart.pipeline.plan import Plan, Step, plan
from lesart.store.delivery import Checkpoint, Versions

ONE, TWO = ("repetition", "1"), ("names", "1")
NOW = Versions("html 2", "3", (ONE, TWO))


def checkpoint(reader="html 2", articles="3", analysers=(ONE, TWO), batches=frozenset({0}), last: int | None = 0):
    return Checkpoint(Versions(reader, articles, analysers), batches, last)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (None, Plan(Step.READ)),
        (checkpoint(), Plan(Step.NOTHING)),
        (checkpoint(reader="html 1"), Plan(Step.READ)),
        (checkpoint(articles="2"), Plan(Step.READ)),
        (checkpoint(analysers=(ONE,)), Plan(Step.ANALYSE, analysers=("names",))),
        (checkpoint(analysers=(("repetition", "0"), TWO)), Plan(Step.ANALYSE, analysers=("repetition",))),
        (checkpoint(analysers=(ONE, TWO, ("gone", "1"))), Plan(Step.NOTHING)),
        (checkpoint(batches=frozenset({0, 2}), last=None), Plan(Step.READ, frozenset({0, 2}))),
        (checkpoint(batches=frozenset({0, 2}), last=2), Plan(Step.READ, frozenset({0, 2}))),
        (checkpoint(analysers=(), batches=frozenset({0}), last=None), Plan(Step.READ)),
    ],
)
def test_the_next_step_follows_from_the_checkpoint(before, expected):
    assert plan(before, NOW) == expected
