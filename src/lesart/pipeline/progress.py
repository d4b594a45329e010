"""Progress: where a run stands, told after each source and each batch."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a run stands: sources known so far and done, articles found, failures, the source just finished."""

    known: int
    done: int
    articles: int
    failures: int
    uri: str
