"""Articles: one piece inside a document, what is known about it, and the evidence for each statement."""

from dataclasses import dataclass
from enum import StrEnum

from lesart.text.document import Repair
from lesart.text.span import Span


class Basis(StrEnum):
    """On what a statement rests: the text says so, it follows from what the text says, or nothing fixes it."""

    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class Extent(StrEnum):
    FULL = "full"
    TEASER = "teaser"


class Role(StrEnum):
    AUTHOR = "author"
    TRANSLATOR = "translator"
    EDITOR = "editor"
    INTRODUCTION = "introduction"
    INTERVIEWER = "interviewer"
    PHOTOGRAPHER = "photographer"


class Relation(StrEnum):
    """How an article hangs together with a text that it comes from."""

    TRANSLATION_OF = "translation_of"
    REPUBLISHED_FROM = "republished_from"
    AGENCY = "agency"
    EXCERPT_OF = "excerpt_of"
    COLLECTED_IN = "collected_in"
    INTRODUCED_BY = "introduced_by"


class RemovalKind(StrEnum):
    """Why a passage is not part of the piece. Removed passages stay in the document and can be shown and restored."""

    METADATA_LINE = "metadata_line"
    LINK_STUB = "link_stub"
    AD = "ad"
    PROMOTION = "promotion"
    TAG = "tag"
    NAVIGATION = "navigation"
    SHARE = "share"
    SUBSCRIPTION = "subscription"
    REPEATED_TITLE = "repeated_title"
    EDITORIAL_NOTE = "editorial_note"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a statement is read off: a place in the text (`span`) or outside it (`source` says where).

    `quote` is what stands there, letter for letter; `source` is `text` for a place in the document's text.
    """

    quote: str
    source: str = "text"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A value with the evidence it rests on and how sure the reading is (0 to 1)."""

    value: str
    evidence: Evidence
    confidence: float = 1.0
    basis: Basis = Basis.STATED


@dataclass(frozen=True, slots=True)
class Byline:
    """A person or desk named as responsible for the piece, titles of honour left out of `name`."""

    name: str
    role: Role
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Publication:
    """When the piece appeared.

    `date` is ISO 8601 as precise as it is known (`2024`, `2024-05`, `2024-05-10`), None where nothing fixes it.
    `earliest` and `latest` bound it (ISO days) as far as anything does, whatever the basis; `rule` says, for a
    person, how the date or the bounds were read off the evidence.
    """

    date: str | None = None
    basis: Basis = Basis.UNKNOWN
    earliest: str | None = None
    latest: str | None = None
    rule: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """One link of the chain from which the piece comes, as the text states it; unknown parts are None."""

    relation: Relation
    evidence: Evidence
    outlet: str | None = None
    author: str | None = None
    date: str | None = None
    language: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Removal:
    """A passage left out of the reading view."""

    span: Span
    kind: RemovalKind
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Cut:
    """Where an article begins and ends in its document, why, and how sure (0 to 1; a person's cut is 1)."""

    span: Span
    reason: str
    confidence: float
    title: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One piece of press text: a span of a document with its description.

    `cut.span` runs from the first to the last non-blank character, title, byline and trailing matter included.
    """

    cut: Cut
    title: Statement | None = None
    subtitle: Statement | None = None
    bylines: tuple[Byline, ...] = ()
    published: Publication = Publication()
    language: Statement | None = None
    outlet: Statement | None = None
    url: Statement | None = None
    topics: tuple[Statement, ...] = ()
    extent: Extent = Extent.FULL
    extent_evidence: Evidence | None = None
    provenance: tuple[Provenance, ...] = ()
    removed: tuple[Removal, ...] = ()
    repairs: tuple[Repair, ...] = ()

    @property
    def span(self) -> Span:
        return self.cut.span
