"""Cleaning: what in an article is not the piece, each passage with kind, reason and confidence; nothing is lost."""

import re
from collections.abc import Callable
from dataclasses import replace

from lesart.articles.apart import apart
from lesart.articles.link_stubs import link_stubs
from lesart.articles.page_matter import inner_matter, tail_matter
from lesart.articles.piece import Piece
from lesart.articles.titles import repetitions_of_title
from lesart.text.article import Removal, RemovalKind
from lesart.text.blocks import BlockKind
from lesart.text.span import Span


def furniture(piece: Piece) -> list[Removal]:
    """Take over what the reader holds to be outside the piece (page navigation, running heads)."""
    return [
        Removal(passage.span, RemovalKind.FURNITURE, passage.furniture, 0.9)
        for passage in piece.passages
        if passage.furniture is not None
    ]


def before_the_title(piece: Piece) -> list[Removal]:
    return list(piece.before)


def metadata_lines(piece: Piece) -> list[Removal]:
    """Remove byline and date lines, a date glued before the title, and notes on where the piece comes from."""
    found = [
        Removal(
            line.span, RemovalKind.METADATA_LINE, "every word of the line is a name, a role, a date or a source", 0.95
        )
        for line in piece.all_credits
    ]
    if piece.title and piece.title.glued:
        found.append(Removal(piece.title.glued[0], RemovalKind.METADATA_LINE, "a date glued before the title", 0.9))
    found.extend(
        Removal(note.span, RemovalKind.METADATA_LINE, "a note on where the piece comes from", 0.95)
        for note in piece.notes
    )
    return found


def editorial_notes(piece: Piece) -> list[Removal]:
    """Remove what the editors add: remarks, disclaimers, a line about the author."""
    return [
        Removal(passage.span, RemovalKind.EDITORIAL_NOTE, "a remark of the editors or about the author", 0.9)
        for passage in piece.editorial
    ]


def lead_in(piece: Piece) -> list[Removal]:
    """Remove the head and the table of contents of a collection from its first piece."""
    if piece.lead_in is None:
        return []
    return [Removal(piece.lead_in, RemovalKind.NAVIGATION, "the head of the collection, before its first piece", 0.85)]


def repeated_titles(piece: Piece) -> list[Removal]:
    """Keep the first title; the line that says it again is removed."""
    if piece.title is None:
        return []
    return [
        Removal(passage.span, RemovalKind.REPEATED_TITLE, "the title once more", 0.97)
        for passage in repetitions_of_title(piece.title.span.of(piece.text), piece.body)
    ]


def stubs(piece: Piece) -> list[Removal]:
    return link_stubs(piece.passages)


def lines_inside(piece: Piece) -> list[Removal]:
    return inner_matter(piece.body)


def behind_the_end(piece: Piece) -> list[Removal]:
    return tail_matter(piece.body)


def lone_rules(piece: Piece) -> list[Removal]:
    """Remove rules (`***`, `-----`) at the edges of a piece; between its parts they stay."""
    if len(piece.passages) < 2:
        return []
    edges = (piece.passages[0], piece.passages[-1])
    return [
        Removal(p.span, RemovalKind.FURNITURE, "a rule at the edge of the piece", 0.9)
        for p in edges
        if p.kind is BlockKind.RULE
    ]


DETECTORS: tuple[Callable[[Piece], list[Removal]], ...] = (
    furniture,
    lead_in,
    before_the_title,
    metadata_lines,
    editorial_notes,
    repeated_titles,
    stubs,
    behind_the_end,
    lines_inside,
    lone_rules,
)


def removals(piece: Piece) -> tuple[Removal, ...]:
    """Return what is not the piece, in document order, without overlaps: where two detectors meet, the first of
    `DETECTORS` keeps the passage.
    """
    kept = apart(removal for detector in DETECTORS for removal in detector(piece))
    return tuple(_joined(piece.text, kept))


_LINE_GAP = re.compile(r"[^\S\n]*\n?[^\S\n]*")


def _joined(text: str, ordered: list[Removal]) -> list[Removal]:
    """Make removals of one kind on adjoining lines, without an empty line between, one removal."""
    joined: list[Removal] = []
    for removal in ordered:
        last = joined[-1] if joined else None
        gap = text[last.span.end : removal.span.start] if last else ""
        if last and last.kind is removal.kind is not RemovalKind.LINK_STUB and _LINE_GAP.fullmatch(gap):
            joined[-1] = replace(last, span=Span(last.span.start, removal.span.end))
        else:
            joined.append(removal)
    return joined
