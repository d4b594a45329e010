"""Documents: the text of one capture with its blocks, links and the clues that its format carries outside the text."""

from dataclasses import dataclass
from typing import Literal

from lesart.text.blocks import Block
from lesart.text.span import Span

ClueField = Literal[
    "title", "subtitle", "author", "translator", "published", "modified", "language", "outlet", "url", "topic", "agency"
]


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: the words that carry it and where it leads. Shown, never followed."""

    span: Span
    url: str


@dataclass(frozen=True, slots=True)
class Clue:
    """What a format says about its text outside the running text: a meta element, a mail header, a column, a URL.

    `source` names the place for a person (`html meta article:published_time`, `mail header Date`, `file name`);
    `evidence` is what stands there, letter for letter; `value` is its reading (dates: ISO 8601, as precise as given).
    """

    field: ClueField
    value: str
    source: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Repair:
    """A reading of a damaged place: `span` is shown as `replacement` in the reading view; the text itself stays."""

    span: Span
    replacement: str
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Document:
    """One text as read from a capture. All spans are code points into `text`.

    For plain text, `text` is the decoded file without any change, so offsets point into the original.
    `locator` says where in the capture the text stands (`line 17`, `entry 3`), None where it is the whole.
    `repairs` are those that only the format knows of (words cut at PDF line ends).
    """

    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    clues: tuple[Clue, ...] = ()
    repairs: tuple[Repair, ...] = ()
    media_type: str = "text/plain"
    encoding: str | None = None
    locator: str | None = None
    warnings: tuple[str, ...] = ()

    def clues_for(self, field: ClueField) -> list[Clue]:
        """Return the clues for one field, in the order in which the reader trusts them."""
        return [clue for clue in self.clues if clue.field == field]
