"""Composition: a document's text put together block by block, with spans, links and limits kept right."""

import re
from collections.abc import Sequence

from lesart.readers.reader import Limits, UnreadableError
from lesart.text.blocks import Block, BlockKind, blocks_of_plain_text
from lesart.text.document import Clue, Document, Link, Repair
from lesart.text.span import Span

_SURROGATES = re.compile("[\ud800-\udfff]")
_BLANKS_AT_START = re.compile(r"\s*")


def whole_characters(text: str) -> str:
    """Replace halves of characters (lone surrogates), which no text may hold, by U+FFFD; the length stays."""
    return _SURROGATES.sub("\ufffd", text)


def refuse_long_text(length: int, limits: Limits) -> None:
    """Raise UnreadableError where a text has more code points than the limit."""
    if length > limits.text_characters:
        raise UnreadableError(
            f"the text has more than {limits.text_characters} characters",
            "Split it into smaller files, for instance one for each issue or chapter.",
        )


class Composition:
    """A document in the making: blocks are added in reading order, an empty line or a line break between them."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._links: list[Link] = []
        self._repairs: list[Repair] = []
        self._length = 0

    def __len__(self) -> int:
        return self._length

    @property
    def blocks(self) -> list[Block]:
        return self._blocks

    def add(
        self,
        text: str,
        kind: BlockKind = BlockKind.PARAGRAPH,
        *,
        level: int | None = None,
        furniture: str | None = None,
        links: Sequence[tuple[int, int, str]] = (),
        repairs: Sequence[Repair] = (),
    ) -> None:
        """Add a block; offsets of links (start, end, URL) and of repairs are into `text`, whose blank ends are cut."""
        first = _BLANKS_AT_START.match(text).end()  # type: ignore[union-attr]  # matches the empty string at least
        body = whole_characters(text[first:].rstrip())
        if not body:
            return
        self._break_line(kind)
        start = self._length
        whole = Span(start, start + len(body))
        self._put(body)
        self._blocks.append(Block(whole, kind, level, furniture))
        for link_start, link_end, url in links:
            if link_start < link_end and (span := _moved(link_start, link_end, start - first, whole)):
                self._links.append(Link(span, whole_characters(url)))
        for repair in repairs:
            if span := _moved(repair.span.start, repair.span.end, start - first, whole):
                self._repairs.append(Repair(span, repair.replacement, repair.reason, repair.confidence))

    def add_plain(self, text: str) -> None:
        """Add a plain text as it is, its blank ends apart, with the blocks that it falls into."""
        body = whole_characters(text.strip())
        if not body:
            return
        self._break_line(BlockKind.PARAGRAPH)
        start = self._length
        self._put(body)
        self._blocks += [Block(b.span.shifted(start), b.kind, b.level, b.furniture) for b in blocks_of_plain_text(body)]

    def document(
        self,
        *,
        clues: Sequence[Clue] = (),
        media_type: str,
        encoding: str | None = None,
        locator: str | None = None,
        warnings: Sequence[str] = (),
    ) -> Document:
        """Return the document; UnreadableError where nothing was added."""
        if not self._blocks:
            raise UnreadableError("there is no text in it", "Check that this is the file you meant.")
        return Document(
            text="".join(self._parts),
            blocks=tuple(self._blocks),
            links=tuple(self._links),
            clues=tuple(whole_clue(clue) for clue in clues),
            repairs=tuple(self._repairs),
            media_type=media_type,
            encoding=encoding,
            locator=locator,
            warnings=tuple(whole_characters(warning) for warning in warnings),
        )

    def _break_line(self, kind: BlockKind) -> None:
        if not self._blocks:
            return
        close = kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW) and self._blocks[-1].kind is kind
        self._put("\n" if close else "\n\n")

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        refuse_long_text(self._length, self._limits)


def whole_clue(clue: Clue) -> Clue:
    """Return the clue without halves of characters in it."""
    return Clue(
        clue.field, whole_characters(clue.value), whole_characters(clue.source), whole_characters(clue.evidence)
    )


def _moved(start: int, end: int, by: int, within: Span) -> Span | None:
    if end + by <= within.start or start + by >= within.end:
        return None
    return Span(max(start + by, within.start), min(end + by, within.end))
