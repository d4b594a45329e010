"""Description: title, subtitle, bylines, date, language, outlet, topics, extent and provenance of one piece."""

import re

from lesart.articles.bylines import bylines
from lesart.articles.extent import extent
from lesart.articles.language import language
from lesart.articles.names import is_outlet
from lesart.articles.page_matter import cue_of
from lesart.articles.piece import Piece
from lesart.articles.provenance import provenance
from lesart.articles.publication import publication
from lesart.text.article import Article, Basis, Byline, Evidence, Removal, Statement
from lesart.text.document import ClueField, Repair
from lesart.text.normalisation import compared
from lesart.text.span import Span
from lesart.text.views import reading_view


def describe(piece: Piece, removed: tuple[Removal, ...], repairs: tuple[Repair, ...]) -> Article:
    """Put together what is known about a piece."""
    kept = reading_view(piece.text, piece.cut.span, [removal.span for removal in removed], ()).text
    reach, reach_evidence = extent(piece)
    people = bylines(piece)
    return Article(
        cut=piece.cut,
        title=_title(piece),
        subtitle=_subtitle(piece, people),
        bylines=people,
        published=publication(piece),
        language=language(piece.document, kept),
        outlet=_outlet(piece),
        url=_clue(piece, "url") if piece.collection.articles == 1 else None,
        topics=_topics(piece),
        extent=reach,
        extent_evidence=reach_evidence,
        provenance=provenance(piece, people, reach),
        removed=removed,
        repairs=repairs,
    )


def _place(piece: Piece, span: Span) -> Statement:
    words = span.of(piece.text)
    return Statement(" ".join(words.split()), Evidence(words, span=span))


def _clue(piece: Piece, field: ClueField) -> Statement | None:
    clue = next(iter(piece.document.clues_for(field)), None)
    return Statement(clue.value, Evidence(clue.evidence, clue.source)) if clue else None


def _title(piece: Piece) -> Statement | None:
    return _place(piece, piece.title.span) if piece.title else _clue(piece, "title")


def _subtitle(piece: Piece, people: tuple[Byline, ...]) -> Statement | None:
    if clue := _clue(piece, "subtitle"):
        return clue
    return _place(piece, _before_byline(piece.text, piece.subtitle.span, people)) if piece.subtitle else None


_LAST_WORDS = re.compile(r"(?<=[.!?…”“»«)])\s+[^.!?…,;]{4,80}$")


def _before_byline(text: str, span: Span, people: tuple[Byline, ...]) -> Span:
    """Leave out the byline that the layout of a page has glued to the end of a subtitle."""
    last = _LAST_WORDS.search(span.of(text))
    names = {compared(person.name) for person in people}
    glued = last is not None and any(compared(last[0]).endswith(f" {name}") for name in names)
    return Span(span.start, span.start + last.start()) if last and glued else span


def _outlet(piece: Piece) -> Statement | None:
    """Name the outlet that a clue, a byline or a source line names; else, as inferred, the host of the address."""
    if clue := _clue(piece, "outlet"):
        return clue
    for line in (*piece.credit_lines, *(line for line in piece.tail_credits if not line.sourced)):
        for name, span in line.outlets:
            return Statement(name, Evidence(span.of(piece.text), span=span), 0.8)
    if named := _in_page_title(piece):
        return named
    url = _clue(piece, "url")
    host = re.match(r"https?://(?:www\.)?([^/:?#]+)", url.value) if url else None
    return Statement(host.group(1), url.evidence, 0.6, Basis.INFERRED) if url and host else None


_PAGE_TITLE_PARTS = re.compile(r"\s+[|–—·•»:-]+\s+")
LONGEST_OUTLET = 4  # words


def _in_page_title(piece: Piece) -> Statement | None:
    """Read the outlet off a page title that says headline and outlet (`Headline — Outlet`), as inferred."""
    clues = piece.document.clues_for("title")
    for clue in clues[1:]:
        parts = [part.strip() for part in _PAGE_TITLE_PARTS.split(clue.value)]
        rest = [part for part in parts if compared(clues[0].value) not in compared(part) and part]
        known = [part for part in rest if is_outlet(part)] or rest
        if len(rest) < len(parts) and len(known) == 1 and len(known[0].split()) <= LONGEST_OUTLET:
            return Statement(known[0], Evidence(clue.evidence, clue.source), 0.6, Basis.INFERRED)
    return None


def _topics(piece: Piece) -> tuple[Statement, ...]:
    """Collect the topics of clues and of tag lines, each once."""
    found = {
        clue.value: Statement(clue.value, Evidence(clue.evidence, clue.source))
        for clue in piece.document.clues_for("topic")
    }
    for passage in piece.passages:
        cue = cue_of(passage)
        if cue and cue.kind == "tag":
            label, colon, listed = passage.bare.partition(":")
            words = listed if colon else label
            for topic in re.split(r"[,;|#]+", words):
                if 0 < len(name := topic.strip(" -*•.")) <= 60:
                    found.setdefault(name, Statement(name, Evidence(passage.text, span=passage.span)))
    return tuple(found.values())
