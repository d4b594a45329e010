"""Annotation bodies: one dataclass a type; the union of all of them is `Body`."""

from dataclasses import dataclass
from typing import ClassVar, Literal


@dataclass(frozen=True, slots=True)
class Repetition:
    """Two passages of one article that say the same in almost the same words; the annotation has both spans, in order.

    `similarity` is the share of common words in order (0 to 1), 1 for a verbatim repetition.
    """

    type: ClassVar[Literal["repetition"]] = "repetition"
    similarity: float


Body = Repetition
