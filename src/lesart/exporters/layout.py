"""Layout: an article as paragraphs for print: removed passages in their places, repaired words, anchors for evidence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lesart.exporters.exported import ExportedArticle, ExportedRemoval
from lesart.text.article import Evidence
from lesart.text.blocks import Block, BlockKind
from lesart.text.document import Repair
from lesart.text.span import Span, difference, trimmed, union


@dataclass(frozen=True, slots=True)
class Run:
    """Characters shown alike. `anchors` are spans that begin here and are pointed to; `damaged` what was repaired."""

    text: str
    anchors: tuple[Span, ...] = ()
    damaged: str | None = None
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block as it is read. `removals` is not empty where the block is left out of the reading view."""

    kind: BlockKind
    level: int | None
    runs: tuple[Run, ...]
    removals: tuple[ExportedRemoval, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """The paragraphs of an article; `anchors` are the spans that one of them carries."""

    paragraphs: tuple[Paragraph, ...]
    anchors: frozenset[Span]


def evidence_of(exported: ExportedArticle) -> list[Evidence]:
    """List the evidence on which the description of an article rests, in no order."""
    article = exported.article
    statements = [article.title, article.subtitle, article.language, article.outlet, article.url, *article.topics]
    found = [statement.evidence for statement in statements if statement]
    found += [byline.evidence for byline in article.bylines]
    found += [link.evidence for link in article.provenance]
    found += article.published.evidence
    return found + ([article.extent_evidence] if article.extent_evidence else [])


def laid_out(exported: ExportedArticle) -> Layout:
    """Lay an article out. A block of which nothing is left is kept as a removed paragraph, in its place."""
    pointed = sorted({e.span for e in evidence_of(exported) if e.span and exported.article.span.contains(e.span)})
    repeated = [span for annotation in exported.annotations for span in annotation.spans]
    hidden = [passage for passage in exported.removed if not passage.restored]
    paragraphs = []
    for block in _blocks(exported):
        left = difference(block.span, (passage.removal.span for passage in hidden))
        removals = tuple(p for p in hidden if p.removal.span.overlap(block.span))
        if any(span.of(exported.document.text).strip() for span in left):
            removals = ()
        else:
            left = [block.span]
        runs = tuple(_runs(exported, left, pointed, repeated))
        paragraphs.append(Paragraph(block.kind, block.level, runs, removals))
    anchors = frozenset(anchor for p in paragraphs for run in p.runs for anchor in run.anchors)
    return Layout(tuple(paragraphs), anchors)


def _blocks(exported: ExportedArticle) -> list[Block]:
    """Return the blocks inside the article, and a paragraph for every text between them that no block covers."""
    whole, text = exported.article.span, exported.document.text
    inside = [
        Block(span, block.kind, block.level)
        for block in exported.document.blocks
        if (span := block.span.clipped(whole))
    ]
    gaps = (trimmed(text, gap) for gap in difference(whole, (block.span for block in inside)))
    return sorted(inside + [Block(gap) for gap in gaps if len(gap)], key=lambda block: block.span)


def _runs(
    exported: ExportedArticle, left: Iterable[Span], pointed: Sequence[Span], repeated: Sequence[Span]
) -> Iterable[Run]:
    text = exported.document.text
    same = union(repeated)
    for stretch in left:
        repairs = [r for r in exported.article.repairs if stretch.contains(r.span)]
        for span, repair in _pieces(stretch, repairs, [*pointed, *same]):
            yield Run(
                repair.replacement if repair else span.of(text),
                tuple(p for p in pointed if span.start <= p.start < span.end),
                span.of(text) if repair else None,
                any(s.contains(span) for s in same),
            )


def _pieces(stretch: Span, repairs: Sequence[Repair], marked: Sequence[Span]) -> Iterable[tuple[Span, Repair | None]]:
    """Cut a stretch where a marked span or a repair begins or ends; a repaired word stays in one piece."""
    position = stretch.start
    for repair in [*sorted(repairs, key=lambda r: r.span), None]:
        until = repair.span.start if repair else stretch.end
        if until < position:
            continue  # overlaps the repair before it, which is shown
        edges = {edge for span in marked for edge in (span.start, span.end) if position < edge < until}
        bounds = [position, *sorted(edges), until]
        yield from ((Span(a, b), None) for a, b in pairwise(bounds) if a < b)
        if repair:
            yield repair.span, repair
            position = repair.span.end
