"""Report: one HTML file that opens without Lesart, without a script and without the network."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

from jinja2 import Environment, PackageLoader, StrictUndefined

from lesart.exporters.exported import ExportedArticle, ExportedCollection, ExportedFailure
from lesart.exporters.layout import Layout, Paragraph, laid_out
from lesart.exporters.wording import wording
from lesart.text.article import Evidence, Publication
from lesart.text.normalisation import compared
from lesart.text.span import Span

SPOOL_BYTES = 16 * 1024 * 1024  # articles of a larger report wait for their contents list in a temporary file


@dataclass(frozen=True, slots=True)
class Pointer:
    """Evidence as shown: the quote, and the place in this file (`target`) or outside the text (`source`)."""

    quote: str
    target: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the description: a label, the value, on what basis, what it rests on, and how it was read off that."""

    label: str
    value: str
    basis: str | None
    pointers: tuple[Pointer, ...]
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents."""

    number: int
    title: str
    outlet: str
    date: str


@dataclass(frozen=True, slots=True)
class Group:
    """Paragraphs that stand together: running text, or one passage that was left out (`label` says why)."""

    paragraphs: tuple[Paragraph, ...]
    label: str | None
    reason: str = ""


def write_report(
    collection: ExportedCollection,
    articles: Iterable[ExportedArticle],
    failures: Iterable[ExportedFailure],
    out: BinaryIO,
    *,
    language: str = "de",
) -> int:
    """Write the report in German (`de`) or English (`en`) as UTF-8 and return how many articles it holds.

    The articles are taken one by one; memory holds their contents list and at most `SPOOL_BYTES` of their pages.
    """
    words = wording(language)
    page = _templates()
    entries: list[Entry] = []
    with tempfile.SpooledTemporaryFile(SPOOL_BYTES) as spool:
        for number, exported in enumerate(articles, start=1):
            entries.append(_entry(number, exported, words))
            spool.write(_utf8(page.get_template("article.html").render(_article(number, exported, words))))
        spool.seek(0)
        missing = list(failures)
        head = {"collection": collection, "entries": entries, "failures": missing, "words": words, "language": language}
        out.write(_utf8(page.get_template("head.html").render(head, style=_style())))
        shutil.copyfileobj(spool, out)
        out.write(_utf8(page.get_template("foot.html").render(head)))
    return len(entries)


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("lesart.exporters"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


@cache
def _style() -> str:
    return (Path(__file__).parent / "templates" / "report.css").read_text(encoding="utf-8")


def _utf8(markup: str) -> bytes:
    return markup.encode("utf-8", errors="replace")


def _entry(number: int, exported: ExportedArticle, words: Mapping[str, str]) -> Entry:
    article = exported.article
    return Entry(
        number,
        article.title.value if article.title else words["untitled"],
        article.outlet.value if article.outlet else "",
        dated(article.published, words),
    )


def dated(published: Publication, words: Mapping[str, str]) -> str:
    """Write when a piece appeared, or between which days, or that it is unknown."""
    if published.date:
        return published.date
    if published.earliest and published.latest:
        return words["between"].format(published.earliest, published.latest)
    if published.earliest:
        return words["since"].format(published.earliest)
    return words["until"].format(published.latest) if published.latest else words["undated"]


def _article(number: int, exported: ExportedArticle, words: Mapping[str, str]) -> Mapping[str, object]:
    layout = laid_out(exported)
    heading = _heading(exported, layout)
    shown = tuple(p for p in layout.paragraphs if p is not heading)
    return {
        "entry": _entry(number, exported, words),
        "exported": exported,
        "article": exported.article,
        "heading_anchors": [anchor for run in heading.runs for anchor in run.anchors] if heading else [],
        "facts": list(_facts(number, exported, layout, words)),
        "chain": list(_chain(number, exported, layout, words)),
        "groups": list(_groups(shown, words)),
        "words": words,
    }


def _heading(exported: ExportedArticle, layout: Layout) -> Paragraph | None:
    """Return the paragraph that is the title line and nothing else: it is shown once, as the heading."""
    title = exported.article.title
    if title is None:
        return None
    for paragraph in layout.paragraphs:
        line = "".join(run.text for run in paragraph.runs)
        begins = any(title.evidence.span in run.anchors for run in paragraph.runs)
        if begins and not paragraph.removals and compared(line).lstrip("# ") == compared(title.value):
            return paragraph
    return None


def _groups(paragraphs: Iterable[Paragraph], words: Mapping[str, str]) -> Iterator[Group]:
    waiting: list[Paragraph] = []
    for paragraph in paragraphs:
        if waiting and _why(waiting[-1]) != _why(paragraph):
            yield _group(waiting, words)
            waiting = []
        waiting.append(paragraph)
    if waiting:
        yield _group(waiting, words)


def _why(paragraph: Paragraph) -> tuple[str, ...]:
    return tuple(passage.removal.kind for passage in paragraph.removals)


def _group(paragraphs: list[Paragraph], words: Mapping[str, str]) -> Group:
    removals = paragraphs[0].removals
    if not removals:
        return Group(tuple(paragraphs), None)
    kinds = dict.fromkeys(words[passage.removal.kind] for passage in removals)
    label = words["removed_here"].format(", ".join(kinds))
    return Group(tuple(paragraphs), label, "; ".join(dict.fromkeys(passage.removal.reason for passage in removals)))


def anchor_id(number: int, span: Span) -> str:
    """Name the place in the report at which a span of an article begins."""
    return f"a{number}-{span.start}-{span.end}"


def _pointer(number: int, evidence: Evidence, layout: Layout, words: Mapping[str, str]) -> Pointer:
    placed = evidence.span in layout.anchors if evidence.span else False
    target = anchor_id(number, evidence.span) if evidence.span and placed else None
    outside = evidence.span is None and evidence.source != "text"
    return Pointer(evidence.quote, target, words["outside"].format(evidence.source) if outside else None)


def _facts(number: int, exported: ExportedArticle, layout: Layout, words: Mapping[str, str]) -> Iterator[Fact]:
    article, published = exported.article, exported.article.published

    def pointers(*evidence: Evidence) -> tuple[Pointer, ...]:
        return tuple(_pointer(number, one, layout, words) for one in evidence)

    for label, statement in (("title", article.title), ("subtitle", article.subtitle)):
        if statement:
            yield Fact(words[label], statement.value, words[statement.basis], pointers(statement.evidence))
    for byline in article.bylines:
        yield Fact(words[byline.role], byline.name, None, pointers(byline.evidence))
    basis, evidence = words[published.basis], pointers(*published.evidence)
    yield Fact(words["date"], dated(published, words), basis, evidence, published.rule)
    for label, statement in (("outlet", article.outlet), ("language", article.language), ("url", article.url)):
        if statement:
            yield Fact(words[label], statement.value, words[statement.basis], pointers(statement.evidence))
    if article.topics:
        topics = " · ".join(topic.value for topic in article.topics)
        yield Fact(words["topics"], topics, None, pointers(*(topic.evidence for topic in article.topics)))
    cut_short = (article.extent_evidence,) if article.extent_evidence else ()
    yield Fact(words["extent"], words[article.extent], None, pointers(*cut_short))


def _chain(number: int, exported: ExportedArticle, layout: Layout, words: Mapping[str, str]) -> Iterator[Fact]:
    for link in exported.article.provenance:
        parts = (link.outlet, link.author, link.date, link.language)
        value = ", ".join(part for part in parts if part) or words["unknown"]
        pointer = _pointer(number, link.evidence, layout, words)
        yield Fact(words[link.relation], value, None, (pointer,))
