"""Results: what tasks are given and what they give back; plain values that travel between processes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec

from lesart.pipeline.spool import SpooledRecords
from lesart.store.delivery import NewDocument, NewFailure
from lesart.text.annotation import Annotation
from lesart.text.article import Article
from lesart.text.document import Document


@dataclass(frozen=True, slots=True)
class Read:
    """What came of some records: documents with their articles and annotations, and what went wrong."""

    documents: tuple[NewDocument, ...] = ()
    failures: tuple[NewFailure, ...] = ()

    def __reduce__(self) -> tuple[Callable[..., "Read"], tuple[Any, ...]]:
        """Travel with documents and articles as MessagePack: to pickle them takes six times as long."""
        pieces = tuple((new.ordinal, new.document, new.articles) for new in self.documents)
        try:
            packed = _PACKER.encode(pieces)
        except UnicodeEncodeError:  # a lone surrogate
            return Read, (self.documents, self.failures)
        return _unpacked, (packed, tuple(new.annotations for new in self.documents), self.failures)


_PACKER = msgspec.msgpack.Encoder()
_UNPACKER = msgspec.msgpack.Decoder(tuple[tuple[int, Document, tuple[Article, ...]], ...])


def _unpacked(
    packed: bytes, annotations: tuple[tuple[tuple[Annotation, ...], ...], ...], failures: tuple[NewFailure, ...]
) -> Read:
    pieces = zip(_UNPACKER.decode(packed), annotations, strict=True)
    return Read(tuple(NewDocument(*piece, each) for piece, each in pieces), failures)


@dataclass(frozen=True, slots=True)
class Opened:
    """What came of a source: a single record is read at once; several, and members, lie in the spool."""

    read: Read
    members: tuple[str, ...] = ()  # paths of batches of sources
    records: tuple[SpooledRecords, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredArticles:
    """A stored document with its articles, to be analysed anew."""

    uri: str
    document: Document
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Analysed:
    """The annotations of each article in their order, and what went wrong."""

    annotations: tuple[tuple[Annotation, ...], ...]
    failures: tuple[NewFailure, ...]
