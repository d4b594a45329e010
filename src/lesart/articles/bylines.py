"""Bylines: who is responsible for a piece, and as what, each with the line that says so."""

from lesart.articles.credit_lines import CreditLine
from lesart.articles.piece import Piece
from lesart.text.article import Byline, Evidence, Role
from lesart.text.normalisation import compared

_CLUES: tuple[tuple[str, Role], ...] = (("author", Role.AUTHOR), ("translator", Role.TRANSLATOR))


def bylines(piece: Piece) -> tuple[Byline, ...]:
    """Return the bylines in the order of the text, then those that only the format's clues give.

    A name is given once a role. Clues count for a role only where the text itself names nobody for it.
    """
    found: list[Byline] = []
    for line in piece.all_credits:
        for byline in _of_line(piece.text, line):
            if not any(_same(byline, other) for other in found):
                found.append(byline)
    return (*found, *_of_clues(piece, {byline.role for byline in found}))


def _of_line(text: str, line: CreditLine) -> list[Byline]:
    return [Byline(credit.name, credit.role, Evidence(line.span.of(text), span=line.span)) for credit in line.credits]


def _same(left: Byline, right: Byline) -> bool:
    return left.role is right.role and compared(left.name) == compared(right.name)


def _of_clues(piece: Piece, taken: set[Role]) -> list[Byline]:
    found: list[Byline] = []
    for field, role in _CLUES:
        if role in taken:
            continue
        clues = [clue for clue in piece.document.clues if clue.field == field]
        for clue in clues:
            byline = Byline(clue.value, role, Evidence(clue.evidence, clue.source))
            if clue.source == clues[0].source and not any(_same(byline, other) for other in found):
                found.append(byline)
    return found
