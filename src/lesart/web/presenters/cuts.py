"""Cuts: a document as it was read, with the places where its articles begin, and where a cut could be put instead."""

from collections.abc import Sequence
from dataclasses import dataclass

from lesart.store.rows import CutRow, DocumentDetail
from lesart.text.blocks import BlockKind
from lesart.web import addresses
from lesart.web.languages import Language
from lesart.web.presenters.findings import in_words


@dataclass(frozen=True, slots=True)
class CutBar:
    """A cut in its place. `up` and `down` are the paragraph starts next to it that are free, None where none is."""

    at: int
    number: int
    title: str
    address: str
    reason: str
    confidence: str
    doubtful: bool
    by_person: bool
    first: bool
    up: int | None
    down: int | None
    moving: bool


@dataclass(frozen=True, slots=True)
class Slot:
    """A paragraph of the document with the cut at its start; `outside` lies in no article."""

    start: int
    text: str
    kind: BlockKind
    cut: CutBar | None
    outside: bool


DOUBT = 0.8  # cuts below are marked as doubtful


def slots(detail: DocumentDetail, language: Language, moving: int | None = None) -> list[Slot]:
    """Return the document's paragraphs in order; `moving` is the cut that is being moved."""
    starts = [block.span.start for block in detail.document.blocks]
    bars = {cut.span.start: (number, cut) for number, cut in enumerate(detail.cuts, 1)}
    ordered = sorted({*starts, *bars})
    ends = [*ordered[1:], len(detail.document.text)]
    kinds = {block.span.start: block.kind for block in detail.document.blocks}
    block_ends = {block.span.start: block.span.end for block in detail.document.blocks}
    made: list[Slot] = []
    for start, next_start in zip(ordered, ends, strict=True):
        end = min(block_ends.get(start, next_start), next_start)
        bar = _bar(detail, ordered, *bars[start], language, moving) if start in bars else None
        text = detail.document.text[start:end].strip()
        made.append(Slot(start, text, kinds.get(start, BlockKind.PARAGRAPH), bar, not _inside(detail.cuts, start)))
    return made


def _bar(
    detail: DocumentDetail, starts: Sequence[int], number: int, cut: CutRow, language: Language, moving: int | None
) -> CutBar:
    at = cut.span.start
    taken = {other.span.start for other in detail.cuts}
    return CutBar(
        at,
        number,
        cut.title or language.say("Without a title"),
        addresses.article(cut.article_key),
        in_words(language, cut.reason),
        language.percent(cut.confidence),
        cut.confidence < DOUBT and not cut.by_person,
        cut.by_person,
        number == 1,
        next((start for start in reversed(starts) if start < at and start not in taken), None),
        next((start for start in starts if start > at and start not in taken), None),
        at == moving,
    )


def _inside(cuts: Sequence[CutRow], start: int) -> bool:
    return any(cut.span.start <= start < cut.span.end for cut in cuts)
