"""Annotations: stand-off findings with target, typed body, confidence, reasons, maker and status."""

from dataclasses import dataclass, field
from enum import StrEnum

from lesart.text.bodies import Body
from lesart.text.span import Span


class Status(StrEnum):
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Maker:
    """Who made an annotation: an analyser with version and model hash, or a person (version and model None)."""

    name: str
    version: str | None = None
    model: str | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """A finding about one or more spans of a document.

    `quotes` holds the exact text of each span at the time of making: where the text under a span no longer reads
    so, the annotation is lost and says so (`lesart.text.selectors`); it is never moved to a lookalike.
    """

    spans: tuple[Span, ...]
    quotes: tuple[str, ...]
    body: Body
    maker: Maker
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    status: Status = field(default=Status.PROPOSED)

    def __post_init__(self) -> None:
        if not self.spans or len(self.spans) != len(self.quotes):
            raise ValueError("an annotation needs at least one span, and the quote of each")

    @property
    def type(self) -> str:
        return self.body.type
