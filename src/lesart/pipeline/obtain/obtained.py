"""Obtained: something an argument stands for, not yet read into memory, and the options of obtaining."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import BinaryIO, Literal

from lesart.pipeline.obtain.manners import Manners
from lesart.readers.reader import Limits, Source

OriginKind = Literal["file", "url", "stdin"]


@dataclass(frozen=True, slots=True)
class Obtained:
    """One thing to read. `read()` gives its bytes as a Source, or raises UnreadableError with reason and advice.

    `uri` is the absolute path, the URL as asked for, or `-`. `size` is in bytes, None where it is not known before.
    For files `read` can be pickled and be called in another process; for URLs and standard input it cannot.
    A URL's Source has as `uri` the address that answered, after redirects.
    """

    uri: str
    kind: OriginKind
    size: int | None
    read: Callable[[], Source]


@dataclass(frozen=True, slots=True)
class ObtainOptions:
    """How to obtain. `manners` remembers hosts (robots.txt, time of the last request): share one in a run."""

    limits: Limits = field(default_factory=Limits)
    allow_private_addresses: bool = False
    request_seconds: float = 60.0  # one URL, its redirects and its whole body together
    stdin: BinaryIO | None = None
    manners: Manners = field(default_factory=Manners)


def now() -> str:
    """Return the time in UTC, ISO 8601, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
