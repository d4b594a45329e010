"""Exporter: what every export format supplies: a name, how its files end, and a pure function that writes articles."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import BinaryIO

from lesart.exporters.exported import ExportedArticle


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format. `write` takes the articles as they come, keeps none of them, and returns how many it wrote."""

    name: str
    suffix: str
    media_type: str
    summary: str
    write: Callable[[Iterable[ExportedArticle], BinaryIO], int]
