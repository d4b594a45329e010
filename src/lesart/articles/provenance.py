"""Provenance: the chain of texts and hands through which a piece came, each link with the line that says so."""

import re
from dataclasses import replace

from lesart.articles.datelines import dateline
from lesart.articles.names import agency
from lesart.articles.notes import Note, language_in
from lesart.articles.piece import Piece
from lesart.articles.voices import voice_of
from lesart.text.article import Byline, Evidence, Extent, Provenance, Relation, Role
from lesart.text.span import Span


def provenance(piece: Piece, bylines: tuple[Byline, ...], extent: Extent) -> tuple[Provenance, ...]:
    """Return the links of the chain, nearest source first.

    A source that running text merely cites („wie … meldet“)
    is none of the piece's own.
    """
    author = next((byline.name for byline in bylines if byline.role is Role.AUTHOR), None)
    found = [
        *_translations(piece, bylines, author),
        *_first_publications(piece, author),
        *_agencies(piece),
        *_excerpts(piece, extent, author),
        *_introductions(bylines),
        *_collection(piece.collection.articles),
    ]
    return tuple(_merged(found))


def _evidence(piece: Piece, span: Span) -> Evidence:
    return Evidence(span.of(piece.text), span=span)


def _translations(piece: Piece, bylines: tuple[Byline, ...], author: str | None) -> list[Provenance]:
    for note in piece.notes:
        if "translated" in note.kinds:
            evidence = _evidence(piece, note.span)
            return [Provenance(Relation.TRANSLATION_OF, evidence, note.outlet, author, note.date, note.language)]
    for stub in piece.stubs:
        if stub.kind == "original" and (language := language_in(stub.words)):
            return [Provenance(Relation.TRANSLATION_OF, _evidence(piece, stub.span), None, author, None, language)]
    for byline in bylines:
        if byline.role is Role.TRANSLATOR:
            return [_of_translator(piece, byline, author)]
    return []


_OUTLET_IN_PROSE = re.compile(
    r"\b(?:[Ii]m|[Ii]n der|[Ii]n|[Aa]uf|[Ii]n the|[Tt]he|[Вв]|[Уу])\s+(?P<adjective>[\w-]+\s+)?[„\"«]?(?P<outlet>[A-ZÄÖÜА-ЯІЇЄҐ][\w’'-]*(?: [A-ZÄÖÜА-ЯІЇЄҐ][\w’'-]*){0,3})[“\"»]?"
    r"\s+(?:ist|erschien|wurde|has|was|published|вышла|опублик\w+|опублік\w+|вийшла)\b"
)


def _of_translator(piece: Piece, byline: Byline, author: str | None) -> Provenance:
    """Read language and outlet of the original off the byline, else off a sentence that speaks of both."""
    language = language_in(byline.evidence.quote)
    outlet = None
    for passage in piece.body[:4]:
        translated = re.search(
            r"(?<!\w)(?:übersetz\w*|translat\w*|перев[её]\w*|перекла\w*)", passage.text, re.IGNORECASE
        )
        if language is None and translated:
            language = language_in(passage.text)
        named = _OUTLET_IN_PROSE.search(passage.text)
        spoken = language_in(named.group("adjective") or "") if named else None
        if outlet is None and named and spoken:
            outlet, language = named.group("outlet"), language or spoken
    return Provenance(Relation.TRANSLATION_OF, byline.evidence, outlet, author, None, language, 0.9)


def _first_publications(piece: Piece, author: str | None) -> list[Provenance]:
    found = []
    for note in piece.notes:
        if ("published" in note.kinds and (note.outlet or note.date)) or (
            "permission" in note.kinds and note.outlet and not _is_person(note.outlet)
        ):
            found.append(_republished(piece, note, author))
    for line in piece.tail_credits:
        if line.sourced:
            day = line.dates[0].expression.value if line.dates else None
            found.extend(
                Provenance(Relation.REPUBLISHED_FROM, _evidence(piece, line.span), name, author, day, line.language)
                for name, _ in line.outlets
            )
    return found


def _republished(piece: Piece, note: Note, author: str | None) -> Provenance:
    return Provenance(
        Relation.REPUBLISHED_FROM, _evidence(piece, note.span), note.outlet, author, note.date, note.language
    )


def _is_person(words: str) -> bool:
    return bool(re.match(r"(?:Autor|Verfasser|Verlag|author|автор)", words, re.IGNORECASE))


def _agencies(piece: Piece) -> list[Provenance]:
    found: list[Provenance] = []
    for line in piece.all_credits:
        found.extend(Provenance(Relation.AGENCY, _evidence(piece, line.span), name) for name, _ in line.agencies)
    for note in piece.notes:
        found.extend(Provenance(Relation.AGENCY, _evidence(piece, note.span), name) for name in note.agencies)
    found.extend(_of_dateline(piece))
    for clue in piece.document.clues_for("agency"):
        name = agency(clue.value) or clue.value
        found.append(Provenance(Relation.AGENCY, Evidence(clue.evidence, clue.source), name))
    return found


def _of_dateline(piece: Piece) -> list[Provenance]:
    line = dateline(piece)
    return [Provenance(Relation.AGENCY, _evidence(piece, line.span), name) for name in line.agencies] if line else []


def _excerpts(piece: Piece, extent: Extent, author: str | None) -> list[Provenance]:
    for note in piece.notes:
        if "excerpt" in note.kinds:
            return [Provenance(Relation.EXCERPT_OF, _evidence(piece, note.span), note.outlet, author)]
    stub = next((stub for stub in piece.stubs if stub.kind == "read_more"), None)
    if extent is Extent.TEASER and stub:
        outlet = next((name for line in piece.credit_lines for name, _ in line.outlets), None)
        return [Provenance(Relation.EXCERPT_OF, _evidence(piece, stub.span), outlet, author)]
    voice = None if piece.collection.titled else next((v for p in piece.body if (v := voice_of(p))), None)
    if voice:
        return [Provenance(Relation.EXCERPT_OF, _evidence(piece, voice.span), voice.outlet)]
    return []


def _introductions(bylines: tuple[Byline, ...]) -> list[Provenance]:
    return [
        Provenance(Relation.INTRODUCED_BY, byline.evidence, None, byline.name)
        for byline in bylines
        if byline.role is Role.INTRODUCTION
    ]


def _collection(articles: int) -> list[Provenance]:
    if articles < 2:
        return []
    return [Provenance(Relation.COLLECTED_IN, Evidence("", f"document: one of {articles} pieces that stand in it"))]


def _merged(found: list[Provenance]) -> list[Provenance]:
    """Give a translation the outlet and date of the first publication, and that one the language; drop doubles."""
    translation = next((p for p in found if p.relation is Relation.TRANSLATION_OF), None)
    first = next((p for p in found if p.relation is Relation.REPUBLISHED_FROM), None)
    kept: list[Provenance] = []
    for link in found:
        if link is translation and first:
            link = replace(link, outlet=link.outlet or first.outlet, date=link.date or first.date)
        elif link is first and translation:
            link = replace(link, language=link.language or translation.language)
        if not any((link.relation, link.outlet, link.author) == (k.relation, k.outlet, k.author) for k in kept):
            kept.append(link)
    return kept
