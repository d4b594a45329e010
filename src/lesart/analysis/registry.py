"""Registry: the one list of analyses that run over single articles."""

from typing import Any

from lesart.analysis.analyser import Analyser
from lesart.analysis.repetition import REPETITION

ANALYSERS: tuple[Analyser[Any], ...] = (REPETITION,)


def analyser(name: str) -> Analyser[Any]:
    """Return the analyser of a name; KeyError where none is called so."""
    for candidate in ANALYSERS:
        if candidate.name == name:
            return candidate
    raise KeyError(name)
