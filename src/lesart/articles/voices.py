"""Voices: which paper a paragraph of a press review in prose gives the word: `Die ZEITUNG aus STADT schreibt: „…“`."""

import re
from dataclasses import dataclass

from lesart.articles.names import is_outlet
from lesart.articles.passages import Passage
from lesart.text.span import Span

_HANDS_OVER = re.compile(r"(?P<clause>[^.!?:„“»«\n]*(?:[„«][^„“»«]{2,50}[“»][^.!?:„“»«\n]*)*):\s*[„«“\"]")
_CAPITALS = re.compile(r"(?<!\w)[A-ZÄÖÜА-ЯІЇЄҐ]{3,}(?:[ -](?:[A-ZÄÖÜА-ЯІЇЄҐ]{2,}))*(?!\w)")
_QUOTED = re.compile(r"[„«](?P<name>[^„“»«]{2,50})[“»]")
_CAPITALISED = re.compile(r"(?<!\w)[^\W\d_a-zäöüа-яіїєґ][\w’'-]+(?: [^\W\d_a-zäöüа-яіїєґ][\w’'-]+)*")


# Behind an article in the dative or accusative singular, a name in -boten can only be that of a messenger (Bote).
_OBLIQUE = re.compile(r"(?<!\w)(?:im|beim|vom|zum|dem|den|des)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Voice:
    """The paper, as the clause writes it, and the clause that gives it the word."""

    outlet: str
    span: Span


def voice_of(passage: Passage) -> Voice | None:
    """Find the paper that a paragraph quotes at length, None where none is named."""
    for match in _HANDS_OVER.finditer(passage.text):
        clause = match.group("clause")
        if name := _named(clause):
            start = passage.span.start + match.start() + len(clause) - len(clause.lstrip())
            return Voice(name, Span(start, passage.span.start + match.start() + len(clause)))
    return None


def _named(clause: str) -> str | None:
    if capitals := _CAPITALS.search(clause):
        return _in_basic_form(capitals.group(0), clause[: capitals.start()])
    if quoted := _QUOTED.search(clause):
        return quoted.group("name")
    return next((m.group(0) for m in _CAPITALISED.finditer(clause) if is_outlet(m.group(0))), None)


def _in_basic_form(name: str, before: str) -> str:
    """Give `SPORTBOTEN` in `im SPORTBOTEN` its basic form; other names stay as they are written."""
    return name[:-1] if name.lower().endswith("boten") and _OBLIQUE.search(before) else name
