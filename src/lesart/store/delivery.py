"""Delivery: what the pipeline hands to the store in one transaction, and the checkpoint that it finds there later."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lesart.text.annotation import Annotation
from lesart.text.article import Article
from lesart.text.document import Document


@dataclass(frozen=True, slots=True)
class NewCapture:
    """Bytes as obtained, or the file that holds them. `data` None: a capture of this SHA-256 is stored already."""

    sha256: str
    size: int
    media_type: str | None
    data: bytes | Path | None


@dataclass(frozen=True, slots=True)
class NewOrigin:
    """One way by which a capture came in; `parent_sha256` is the container's for a member."""

    uri: str
    kind: str  # file, url, member, stdin
    obtained_at: str
    parent_sha256: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewDocument:
    """One document of a capture with its articles as proposed, and the annotations of each article in their order."""

    ordinal: int
    document: Document
    articles: tuple[Article, ...]
    annotations: tuple[tuple[Annotation, ...], ...]


@dataclass(frozen=True, slots=True)
class NewFailure:
    uri: str
    stage: str  # obtain, open, read, articles, or an analyser's name
    reason: str
    advice: str


@dataclass(frozen=True, slots=True)
class Versions:
    """Under which versions a capture was read, split and analysed: `html 1`, `1`, `(("repetition", "1"),)`."""

    reader: str
    articles: str
    analysers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Delivery:
    """All that one transaction writes: one capture, or one batch of the records of a table or feed.

    `batch` counts from 0 within the capture; `last` marks the batch after which there is no other. Without `versions`
    no checkpoint is written, so the next run does the capture again. Documents keep `batch` order by their ordinals.
    """

    run_id: int
    capture: NewCapture
    origin: NewOrigin
    documents: tuple[NewDocument, ...]
    failures: tuple[NewFailure, ...]
    versions: Versions | None
    batch: int = 0
    last: bool = True


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What is done of a capture under `versions`; batches may have been written in any order."""

    versions: Versions
    batches: frozenset[int]
    last: int | None  # number of the last batch, None while it is not written

    @property
    def complete(self) -> bool:
        """Say whether every batch up to the last is written."""
        return self.last is not None and len(self.batches) == self.last + 1
