"""Incoming: the sources of a run in a fixed order, containers entered before what follows them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lesart.pipeline import failures, spool
from lesart.pipeline.obtain.argument import obtain
from lesart.pipeline.obtain.obtained import Obtained, ObtainOptions
from lesart.pipeline.reading import Reading
from lesart.readers.reader import Source, Unread, UnreadableError
from lesart.store.delivery import NewFailure


@dataclass(frozen=True, slots=True)
class Incoming:
    """A source to be read; `kind` is the origin's, `parent` the container that it was found in."""

    source: Source
    kind: str
    parent: Reading | None = None


def from_arguments(arguments: Sequence[str], options: ObtainOptions) -> Iterator[Incoming | NewFailure]:
    """Obtain what the arguments name, one after the other."""
    for argument in arguments:
        for obtained in obtain(argument, options):
            yield _incoming(obtained)


def _incoming(obtained: Obtained | Unread) -> Incoming | NewFailure:
    if isinstance(obtained, Unread):
        return failures.unread(obtained, "obtain")
    try:
        return Incoming(obtained.read(), obtained.kind)
    except UnreadableError as error:
        return failures.raised(obtained.uri, "obtain", error)


def from_container(parent: Reading, paths: Sequence[str]) -> Iterator[Incoming]:
    """Yield the members that a container's batches in the spool hold."""
    for path in paths:
        for source in spool.take_sources(path):
            yield Incoming(source, "member", parent)


@dataclass(slots=True)
class Stack:
    """The lists of sources still to be read; the newest list goes first, `ended` is told when one is at its end."""

    lists: list[tuple[Iterator[Incoming | NewFailure], Callable[[], None]]]

    def push(self, sources: Iterator[Incoming | NewFailure], ended: Callable[[], None]) -> None:
        self.lists.append((sources, ended))

    def pop(self) -> Incoming | NewFailure | None:
        """Return the next source, or None where there is none."""
        while self.lists:
            sources, ended = self.lists[-1]
            try:
                return next(sources)
            except StopIteration:
                self.lists.pop()
                ended()
        return None
