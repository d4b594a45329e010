"""Plan: what is still to be done for a capture, given what was done before and under which versions."""

from dataclasses import dataclass
from enum import Enum, auto

from lesart.store.delivery import Checkpoint, Versions


class Step(Enum):
    NOTHING = auto()  # done under these versions
    ANALYSE = auto()  # read and split as it would be now, but some analysers are new
    READ = auto()  # never read, read by another version, or broken off


@dataclass(frozen=True, slots=True)
class Plan:
    """The next step; `done_batches` need not be read again, `analysers` name those that are to run."""

    step: Step
    done_batches: frozenset[int] = frozenset()
    analysers: tuple[str, ...] = ()


def plan(checkpoint: Checkpoint | None, now: Versions) -> Plan:
    """Say what is to be done for a capture. Analysers that ran before and are not asked for now do not count."""
    if checkpoint is None:
        return Plan(Step.READ)
    before = checkpoint.versions
    if (before.reader, before.articles) != (now.reader, now.articles):
        return Plan(Step.READ)
    missing = tuple(name for name, version in now.analysers if (name, version) not in before.analysers)
    if not checkpoint.complete:
        return Plan(Step.READ, frozenset() if missing else checkpoint.batches)
    return Plan(Step.ANALYSE, analysers=missing) if missing else Plan(Step.NOTHING)
