"""Exported: what every export format is given: an article with its document, origins and judgements, and the failures."""

from dataclasses import dataclass

from lesart.text.annotation import Annotation
from lesart.text.article import Article, Removal
from lesart.text.document import Document
from lesart.text.views import View


@dataclass(frozen=True, slots=True)
class ExportedOrigin:
    """One way by which the bytes came in. `kind` is file, url, member or stdin; `obtained_at` ISO 8601 in UTC."""

    uri: str
    kind: str
    obtained_at: str

    @property
    def name(self) -> str:
        """The last part of the path, without the query of a URL."""
        path = self.uri.split("?", 1)[0] if self.kind == "url" else self.uri
        return path.rstrip("/").rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class ExportedRemoval:
    """A removed passage; `restored`: a person has put it back, so it stands in the reading view."""

    removal: Removal
    restored: bool = False
    by_person: bool = False


@dataclass(frozen=True, slots=True)
class ExportedJudgement:
    """A person's decision that stands (it was not undone)."""

    kind: str
    field: str | None
    before: str | None
    after: str | None
    person: str
    made_at: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ExportedArticle:
    """One article with all that is known about it, corrections applied. Spans are code points into `document.text`.

    `view` is the reading view (restored passages shown); `removed` lists every removal, restored ones included.
    `origins` has the way by which the bytes came in first at its head, and is never empty.
    """

    key: str
    document_key: str
    sha256: str
    origins: tuple[ExportedOrigin, ...]
    document: Document
    article: Article
    view: View
    removed: tuple[ExportedRemoval, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    judgements: tuple[ExportedJudgement, ...] = ()

    @property
    def file(self) -> str:
        """The name of the original file, of the last part of its URL, or of the member of its container."""
        return self.origins[0].name


@dataclass(frozen=True, slots=True)
class ExportedFailure:
    """Something that could not be read, with what a person can do about it."""

    uri: str
    stage: str
    reason: str
    advice: str


@dataclass(frozen=True, slots=True)
class ExportedCollection:
    """The collection as a whole, for the head of a report. `made_at` is the time of the report, ISO 8601 in UTC."""

    name: str
    made_at: str
    captures: int
    documents: int
    articles: int
    languages: tuple[tuple[str, int], ...] = ()
    filtered: str | None = None  # how the articles were chosen, for a person; None where all are there
