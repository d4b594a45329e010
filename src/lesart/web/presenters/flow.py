"""Flow: the paragraphs of an article in reading order, with what was removed in its place and every mark on the words."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from lesart.store.rows import ArticleDetail
from lesart.text.article import Article, Evidence
from lesart.text.blocks import Block, BlockKind
from lesart.text.bodies import Repetition
from lesart.text.document import Repair
from lesart.text.span import Span
from lesart.web import addresses
from lesart.web.languages import Language
from lesart.web.presenters.markup import Mark, Part, Run, marked
from lesart.web.presenters.removals import RemovedPassage, removed_passages

Placed = TypeVar("Placed", Mark, Repair, RemovedPassage)
SAFE_SCHEMES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Layers:
    """What is shown on top of the text; part of the page's address."""

    removed: bool = False
    repairs: bool = True
    repeats: bool = True

    @classmethod
    def read(cls, names: str | None) -> "Layers":
        """Read `?layers=removed,repairs`; without it, the quiet ones are on."""
        if names is None:
            return cls()
        chosen = names.split(",")
        return cls("removed" in chosen, "repairs" in chosen, "repeats" in chosen)

    def toggled(self, name: str) -> str:
        """Return the address value with one layer switched."""
        state = {n: getattr(self, n) != (n == name) for n in ("removed", "repairs", "repeats")}
        return ",".join(n for n, on in state.items() if on) or "none"

    @property
    def query(self) -> str | None:
        return None if self == Layers() else self.toggled("")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the text as it is shown; `part` is what it is within the piece: title, standfirst or text."""

    span: Span
    kind: BlockKind
    part: str
    parts: tuple[Part, ...]

    @property
    def place(self) -> str:
        return addresses.span_text(self.span)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Paragraphs in a row that are shown, or (`removed` set) that one removal takes out as a whole."""

    paragraphs: tuple[Paragraph, ...]
    removed: RemovedPassage | None = None


def flow(detail: ArticleDetail, layers: Layers, language: Language, extra: Sequence[Mark] = ()) -> list[Stretch]:
    """Return the article's text; `extra` are marks of the moment (a search hit, a picked passage)."""
    passages = removed_passages(detail, language)
    whole = {p.place: p for p in passages if not p.restored}
    blocks = list(_blocks(detail))
    taken = _taken(blocks, whole.values())
    marks = _by_block(blocks, [*_marks(detail, passages, layers, language), *extra])
    repairs = _by_block(blocks, [r for r in detail.article.repairs if len(r.span)])
    shown: list[tuple[str | None, Paragraph]] = []
    for number, block in enumerate(blocks):
        passage = taken.get(number)
        here = [mark for mark in marks.get(number, ()) if not passage or mark.anchor != passage.anchor]
        kept = [] if passage else _outside(repairs.get(number, ()), [m.span for m in here if m.kind == "removed"])
        shown.append((passage.place if passage else None, _paragraph(detail, block, here, kept)))
    stretches = (
        Stretch(tuple(paragraph for _, paragraph in group), whole[place] if place else None)
        for place, group in groupby(shown, key=lambda pair: pair[0])
    )
    return list(_with_heads(detail.article, stretches))


def _blocks(detail: ArticleDetail) -> Iterator[Block]:
    """Clip the document's blocks to the article; text that no block covers is a paragraph, so that none is lost."""
    position = detail.article.span.start
    for block in detail.document.blocks:
        span = block.span.clipped(Span(position, detail.article.span.end)) if block.span.end > position else None
        if span is None:
            continue
        yield from _uncovered(detail.document.text, Span(position, span.start))
        yield Block(span, block.kind, block.level, block.furniture)
        position = span.end
    yield from _uncovered(detail.document.text, Span(position, detail.article.span.end))


def _uncovered(text: str, span: Span) -> Iterator[Block]:
    if span.of(text).strip():
        yield Block(span)


def _by_block(blocks: Sequence[Block], items: Iterable[Placed]) -> dict[int, list[Placed]]:
    """Tell for each block, by its number, what overlaps it; one search an item, not one a block."""
    starts = [block.span.start for block in blocks]
    found: dict[int, list[Placed]] = {}
    for item in items:
        number = max(0, bisect_right(starts, item.span.start) - 1)
        while number < len(blocks) and blocks[number].span.start < item.span.end:
            if blocks[number].span.overlap(item.span):
                found.setdefault(number, []).append(item)
            number += 1
    return found


def _taken(blocks: Sequence[Block], passages: Iterable[RemovedPassage]) -> dict[int, RemovedPassage]:
    """Tell which blocks a removal takes out as a whole."""
    return {
        number: passage
        for number, found in _by_block(blocks, passages).items()
        for passage in reversed(found)
        if passage.span.contains(blocks[number].span)
    }


def _paragraph(detail: ArticleDetail, block: Block, marks: Iterable[Mark], repairs: Sequence[Repair]) -> Paragraph:
    fitting = [repair for repair in repairs if block.span.contains(repair.span)]
    return Paragraph(block.span, block.kind, "text", marked(detail.document.text, block.span, marks, fitting))


def _with_heads(article: Article, stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Let the first paragraph that reads like the title be the title, and so the standfirst."""
    heads = {name: _compared(s.value) for name, s in (("title", article.title), ("standfirst", article.subtitle)) if s}
    for stretch in stretches:
        if stretch.removed:
            yield stretch
            continue
        paragraphs = []
        for paragraph in stretch.paragraphs:
            words = _compared(visible(paragraph.parts))
            part = next((name for name, head in heads.items() if head == words), "text")
            heads.pop(part, None)
            paragraphs.append(replace(paragraph, part=part))
        yield Stretch(tuple(paragraphs))


def _compared(text: str) -> str:
    return " ".join(text.lstrip("#").split())


def visible(parts: Iterable[Part]) -> str:
    """Return the words that are read when the removed layer is off."""
    return "".join(
        part.text if isinstance(part, Run) else "" if part.mark.kind == "removed" else visible(part.parts)
        for part in parts
    )


def _outside(repairs: Iterable[Repair], removed: Sequence[Span]) -> list[Repair]:
    return [repair for repair in repairs if not any(span.overlap(repair.span) for span in removed)]


def _marks(
    detail: ArticleDetail, passages: Sequence[RemovedPassage], layers: Layers, language: Language
) -> Iterator[Mark]:
    for passage in passages:
        kind = "restored" if passage.restored else "removed"
        if layers.removed or not passage.restored:
            yield Mark(passage.removal.span, kind, passage.anchor, f"{passage.kind}: {passage.reason}")
    for span in evidence_spans(detail.article):
        yield Mark(span, "evidence", "e-" + addresses.span_text(span))
    if layers.repeats:
        yield from _repeats(detail, language)
    for link in detail.document.links:
        if link.url.lower().startswith(SAFE_SCHEMES) and detail.article.span.contains(link.span) and len(link.span):
            yield Mark(link.span, "link", href=link.url)


def _repeats(detail: ArticleDetail, language: Language) -> Iterator[Mark]:
    for annotation in detail.annotations:
        if isinstance(annotation.body, Repetition):
            share = language.percent(annotation.body.similarity)
            label = language.say("Stands twice (%(share)s the same words)", share=share)
            for here, there in _each_with_other(annotation.spans):
                yield Mark(here, "repeat", _repeat_anchor(here), label, "#" + _repeat_anchor(there))


def _each_with_other(spans: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Pair every span with the next one, the last with the first."""
    return zip(spans, [*spans[1:], spans[0]], strict=True)


def _repeat_anchor(span: Span) -> str:
    return "r-" + addresses.span_text(span)


def evidence_spans(article: Article) -> list[Span]:
    """Return every place of the text on which a statement about the article rests, each once, in order."""
    return sorted({e.span for e in all_evidence(article) if e.span is not None and len(e.span)})


def all_evidence(article: Article) -> Iterator[Evidence]:
    """Yield the evidence of every statement about an article."""
    for statement in (article.title, article.subtitle, article.language, article.outlet, article.url, *article.topics):
        if statement:
            yield statement.evidence
    yield from (byline.evidence for byline in article.bylines)
    yield from article.published.evidence
    yield from (link.evidence for link in article.provenance)
    if article.extent_evidence:
        yield article.extent_evidence
