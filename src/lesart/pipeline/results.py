"""Results: what tasks are given and what they give back; plain values that travel between processes."""

from dataclasses import dataclass

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
