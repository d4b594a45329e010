"""Tools: the readers and analysers that a run works with, named so that a task finds them in any process."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any

from lesart.analysis.analyser import Analyser
from lesart.articles import prepare
from lesart.readers.reader import Limits, Reader, Source
from lesart.store.delivery import Versions


@dataclass(frozen=True, slots=True)
class Tools:
    """Which readers (a module with `READERS` and `reader_for`), which analysers (a module with `ANALYSERS`, all or some), which limits.

    Only names and numbers, so that it travels; the modules are imported where a task runs.
    """

    limits: Limits = field(default_factory=Limits)
    analysers: tuple[str, ...] | None = None
    readers_module: str = "lesart.readers.registry"
    analysers_module: str = "lesart.analysis.registry"

    @property
    def modules(self) -> tuple[str, ...]:
        """What a worker imports first."""
        return self.readers_module, self.analysers_module


@cache
def readers(tools: Tools) -> tuple[Reader, ...]:
    return tuple(import_module(tools.readers_module).READERS)


@cache
def analysers(tools: Tools) -> tuple[Analyser[Any], ...]:
    """Return the chosen analysers in the order of their registry; ValueError for a name that is not there."""
    if tools.analysers == ():
        return ()
    registered = tuple(import_module(tools.analysers_module).ANALYSERS)
    if tools.analysers is None:
        return registered
    names = {analyser.name for analyser in registered}
    if unknown := sorted(set(tools.analysers) - names):
        raise ValueError(f"no analyser {', '.join(unknown)}; there are {', '.join(sorted(names))}")
    return tuple(analyser for analyser in registered if analyser.name in tools.analysers)


@cache
def loaded(tools: Tools) -> Mapping[str, Any]:
    """Return what each analyser needs, by its name; loaded once a process."""
    return MappingProxyType({analyser.name: analyser.load() for analyser in analysers(tools)})


def reader_of(source: Source, tools: Tools) -> Reader:
    """Choose the reader of a source; UnreadableError, with what it seems to be, where none knows it."""
    chosen: Reader = import_module(tools.readers_module).reader_for(source)
    return chosen


def label(reader: Reader, tools: Tools) -> str:
    """Name a reader with its version; a container's label changes with every reader, as its members may."""
    own = f"{reader.name} {reader.version}"
    if reader.document is not None:
        return own
    return own + " of " + ",".join(sorted(f"{r.name} {r.version}" for r in readers(tools) if r.name != reader.name))


def versions(reader: Reader, tools: Tools) -> Versions:
    """Return the versions under which a source is read now."""
    return Versions(
        reader=label(reader, tools),
        articles=prepare.VERSION,
        analysers=tuple((analyser.name, analyser.version) for analyser in analysers(tools)),
    )
