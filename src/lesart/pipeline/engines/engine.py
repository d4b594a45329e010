"""Engine: where tasks run; the local one uses processes, a cluster's would keep to the same few functions."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Job:
    """A pure function by its name (`module:function`), its arguments, and the seconds that it may take."""

    number: int
    function: str
    arguments: tuple[Any, ...]
    seconds: float


def call(function: str, *arguments: Any) -> Any:
    """Call a function by its name: only names and plain values travel to where tasks run."""
    module, _, name = function.partition(":")
    return getattr(import_module(module), name)(*arguments)


@dataclass(frozen=True, slots=True)
class TookTooLong:
    seconds: float


@dataclass(frozen=True, slots=True)
class WorkerEnded:
    """The process died over the job; a negative `exit_code` is the signal that ended it."""

    exit_code: int | None


@dataclass(frozen=True, slots=True)
class Raised:
    """The function raised; tasks answer for their own errors, so this is memory, recursion, or a mistake of ours."""

    error: BaseException


@dataclass(frozen=True, slots=True)
class Returned:
    value: Any


Outcome = Returned | Raised | TookTooLong | WorkerEnded


class Engine(Protocol):
    """Runs jobs in any order. Every job submitted comes back exactly once from `next_outcome`, unless closed before."""

    @property
    def workers(self) -> int: ...

    def submit(self, job: Job) -> None: ...

    def next_outcome(self, seconds: float) -> tuple[int, Outcome] | None:
        """Wait for the next job to come back and return its number and outcome, or None after so many seconds."""

    def close(self) -> None:
        """End all workers at once; what runs is broken off."""
