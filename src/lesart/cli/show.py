"""show: one article: its text, what is known about it with the line it rests on, and what was left out."""

import re
from collections.abc import Iterator

import click

from lesart.cli.openings import collection_argument, json_option, opened
from lesart.cli.terminal import one_line, say, say_json, say_text
from lesart.cli.wording import worded
from lesart.exporters.jsonl import record
from lesart.store.rows import ArticleDetail, RemovalRow
from lesart.text.article import Evidence, Publication, Role, Statement
from lesart.workbench.delivering import exported

_BLANK_LINES = re.compile(r"\n\s*\n\s*\n")  # what a removed passage leaves behind


@click.command()
@collection_argument
@click.argument("key")
@click.option("--layers", multiple=True, type=click.Choice(["removed"]), help="Also show what was left out, in place.")
@click.option("--original", is_flag=True, help="The text as it stands in the document, nothing left out or repaired.")
@json_option
def show(collection: str, key: str, layers: tuple[str, ...], original: bool, as_json: bool) -> None:
    """Show the article with this KEY, or the only one whose key begins so.

    Under each statement stands the line it rests on. »inferred« follows from other things than the text's own words;
    »unknown« means that nothing fixes it.

    \b
    Examples:
      lesart show pile.lesart 3fa9
      lesart show pile.lesart 3fa9 --layers removed
      lesart show pile.lesart 3fa9 --original
    """
    with opened(collection) as pile:
        detail = pile.article(pile.resolve(key))
    if as_json:
        say_json(record(exported(detail)))
        return
    _show_description(detail)
    say()
    if original:
        say_text(detail.article.span.of(detail.document.text))
    elif "removed" in layers:
        _show_layers(detail)
    else:
        say_text(_BLANK_LINES.sub("\n\n", detail.view.text).strip())


def _show_description(detail: ArticleDetail) -> None:
    article = detail.article
    say(one_line(article.title.value if article.title else worded("without title")), style="bold")
    for label, value, evidence in _description(detail):
        say(f"{worded(label):<13} {one_line(value)}")
        for quote in evidence:
            say(f"{'':<13} ↳ {quote}", style="dim")
    if article.provenance:
        say(worded("comes from"))
        for link in article.provenance:
            parts = ", ".join(p for p in (link.outlet, link.author, link.date, link.language) if p)
            relation = worded(link.relation.replace("_", " "))
            say(f"  {relation}: {one_line(parts or worded('unknown'))}")
            say(f"{'':<13} ↳ {_rests(link.evidence)}", style="dim")
    hidden = [passage for passage in detail.removed if not passage.restored]
    passages = "{0} passages, --layers removed shows them" if hidden else "{0} passages"
    say(f"{worded('left out'):<13} {worded(passages, len(hidden))}")
    for judgement in detail.judgements:
        if judgement.undone_at is None:
            said = worded("{0}: {1} by {2}", judgement.id, judgement.field or judgement.kind, judgement.person)
            say(f"{worded('decided'):<13} {said}")


def _description(detail: ArticleDetail) -> Iterator[tuple[str, str, list[str]]]:
    article, published = detail.article, detail.article.published
    yield from _stated("title", article.title)
    yield from _stated("teaser", article.subtitle)
    if all(byline.role != Role.AUTHOR for byline in article.bylines):
        yield "author", worded("unknown"), []
    for byline in article.bylines:
        yield str(byline.role), byline.name, [_rests(byline.evidence)]
    yield "date", _dated(published), [_rests(one) for one in published.evidence]
    yield from _stated("outlet", article.outlet) if article.outlet else [("outlet", worded("unknown"), [])]
    yield from _stated("language", article.language)
    yield from _stated("address", article.url)
    for topic in article.topics:
        yield from _stated("topic", topic)
    rests = [_rests(article.extent_evidence)] if article.extent_evidence else []
    yield "extent", worded(article.extent), rests
    for origin in detail.capture.origins:
        yield "origin", f"{origin.uri}, {origin.obtained_at}", []
    yield "key", detail.row.key, []


def _stated(label: str, statement: Statement | None) -> Iterator[tuple[str, str, list[str]]]:
    if statement:
        basis = "" if statement.basis == "stated" else f"  ({worded(statement.basis)}, {statement.confidence:.2f})"
        yield label, statement.value + basis, [_rests(statement.evidence)]


def _dated(published: Publication) -> str:
    bounds = ""
    if published.date is None and (published.earliest or published.latest):
        bounds = f"{published.earliest or ''}..{published.latest or ''} "
    rule = f", {published.rule}" if published.rule else ""
    return f"{published.date or bounds}  ({worded(published.basis)}{rule})".strip()


def _rests(evidence: Evidence) -> str:
    place = f"[{evidence.span.start}-{evidence.span.end}]" if evidence.span else f"[{evidence.source}]"
    return f"»{one_line(evidence.quote)}« {one_line(place)}"


def _show_layers(detail: ArticleDetail) -> None:
    """Print the article with each passage that was left out set off, in its place."""
    text, whole, position = detail.document.text, detail.article.span, detail.article.span.start
    for passage in sorted(detail.removed, key=lambda row: row.removal.span):
        span = passage.removal.span.clipped(whole)
        if span is None or span.start < position:
            continue
        if before := text[position : span.start].strip("\n"):
            say_text(before)
        _show_removed(passage, span.of(text))
        position = span.end
    say_text(text[position : whole.end].strip("\n"))


def _show_removed(passage: RemovalRow, words: str) -> None:
    removal = passage.removal
    state = worded("restored" if passage.restored else "left out")
    place = f"{removal.span.start}-{removal.span.end}"
    say(f"  ┌ {state}: {removal.kind}, {removal.reason} ({removal.confidence:.2f}) {place}", style="dim")
    for line in words.splitlines() or [""]:
        say(f"  │ {line}", style="dim")
