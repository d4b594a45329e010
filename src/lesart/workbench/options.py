"""Options: how `add` runs; kept in the collection with each run, so that it can be gone on with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AddOptions:
    """How `add` runs. `workers` None: one a core. `analysers` None: all that are registered."""

    workers: int | None = None
    analysers: tuple[str, ...] | None = None
    allow_private_addresses: bool = False
    seconds_per_source: float = 60.0
    columns: tuple[tuple[str, str], ...] = ()  # CSV and JSON lines: our field, their column
    readers_module: str = "lesart.readers.registry"  # a module with `READERS`
