"""Described: one article as gold, an export or the pipeline describes it, in one comparable form."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from lesart.text.article import Article
from lesart.text.span import Span

FIELDS = ("title", "subtitle", "bylines", "published", "language", "outlet", "extent", "provenance")
_NO_LETTER = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Described:
    """An article in comparable form. `judged` names the fields that gold speaks of; a find is judged in all.

    `span` is None for gold of files that are no plain text, `lead_in` what stands before the first item of a digest:
    it may belong to that item or not. Names and titles are in `plain` form. Spans are code points of the file.
    """

    file: str
    span: Span | None = None
    lead_in: Span | None = None
    title: str = ""
    subtitle: str = ""
    bylines: frozenset[tuple[str, str]] = frozenset()  # name, role
    date: str | None = None
    basis: str = "unknown"
    language: str = ""
    outlet: str = ""
    extent: str = ""
    provenance: frozenset[tuple[str, str]] = frozenset()  # relation; language or else outlet or else author
    removed: tuple[Span, ...] = ()
    repairs: frozenset[tuple[Span, str]] = frozenset()
    repetitions: tuple[tuple[Span, Span], ...] = ()
    judged: frozenset[str] = frozenset((*FIELDS, "removed", "repairs", "repetitions"))


def plain(words: str | None) -> str:
    """Return the words without case and punctuation, as titles and names are compared."""
    return _NO_LETTER.sub(" ", words or "").strip().casefold()


def of_gold(entry: Mapping[str, Any]) -> Described:
    """Read one entry of a gold file; fields that it lacks are not judged."""
    judged = {name for name in FIELDS if name in entry}
    names = (("boilerplate", "removed"), ("broken_words", "repairs"), ("repeated_passages", "repetitions"))
    judged |= {ours for theirs, ours in names if theirs in entry}
    return Described(
        **_fields(entry),
        lead_in=_span(entry.get("lead_in")),
        removed=tuple(Span(*passage["span"]) for passage in entry.get("boilerplate", ())),
        repairs=frozenset((Span(*word["span"]), plain(word["fixed"])) for word in entry.get("broken_words", ())),
        repetitions=tuple((Span(*pair["a"]), Span(*pair["b"])) for pair in entry.get("repeated_passages", ())),
        judged=frozenset(judged),
    )


def of_record(record: Mapping[str, Any]) -> Described:
    """Read one line of the JSON lines export."""
    repetitions = [note["spans"] for note in record.get("annotations", ()) if note["type"] == "repetition"]
    return Described(
        **_fields(record),
        removed=tuple(Span(*passage["span"]) for passage in record.get("removed", ())),
        repairs=frozenset((Span(*fix["span"]), plain(fix["replacement"])) for fix in record.get("repairs", ())),
        repetitions=tuple((Span(*spans[0]), Span(*spans[1])) for spans in repetitions),
    )


def of_article(article: Article, file: str, repetitions: Sequence[tuple[Span, Span]] = ()) -> Described:
    """Take an article as the pipeline makes it."""
    return Described(
        file=file,
        span=article.span,
        title=plain(article.title.value if article.title else None),
        subtitle=plain(article.subtitle.value if article.subtitle else None),
        bylines=frozenset((plain(byline.name), str(byline.role)) for byline in article.bylines),
        date=article.published.date,
        basis=str(article.published.basis),
        language=article.language.value if article.language else "",
        outlet=plain(article.outlet.value if article.outlet else None),
        extent=str(article.extent),
        provenance=frozenset(
            (str(link.relation), link.language or plain(link.outlet) or plain(link.author))
            for link in article.provenance
        ),
        removed=tuple(removal.span for removal in article.removed),
        repairs=frozenset((repair.span, plain(repair.replacement)) for repair in article.repairs),
        repetitions=tuple(repetitions),
    )


def _fields(entry: Mapping[str, Any]) -> dict[str, Any]:
    published = entry.get("published") or {}
    return {
        "file": PurePosixPath(entry["file"]).name,
        "span": _span(entry.get("span")),
        "title": plain(entry.get("title")),
        "subtitle": plain(entry.get("subtitle")),
        "bylines": frozenset((plain(byline["name"]), byline["role"]) for byline in entry.get("bylines", ())),
        "date": published.get("date"),
        "basis": published.get("basis", "unknown"),
        "language": entry.get("language") or "",
        "outlet": plain(entry.get("outlet")),
        "extent": entry.get("extent") or "",
        "provenance": frozenset(_origin(link) for link in entry.get("provenance", ())),
    }


def _origin(link: Mapping[str, Any]) -> tuple[str, str]:
    return link["relation"], link.get("language") or plain(link.get("outlet")) or plain(link.get("author"))


def _span(pair: Sequence[int] | None) -> Span | None:
    return Span(pair[0], pair[1]) if pair else None
