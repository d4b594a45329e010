"""Printed lines: how the lines of a page join to paragraphs, and the words that are cut at line ends."""

import re
from dataclasses import dataclass

from lesart.text.document import Repair
from lesart.text.span import Span

CUT_MARKS = "-\u00ad\u2010"
_CUT = re.compile(rf"([^\W\d_]+)([{re.escape(CUT_MARKS)}])\n([^\W\d_]+)")
_SUSPENDED = frozenset(("und", "oder", "bzw", "sowie", "bis", "and", "or", "to", "и", "или", "та", "або", "й"))
CERTAIN, LIKELY = 0.98, 0.9


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its cut words: lines joined by a blank, or by the line end where a word is cut."""

    text: str
    repairs: tuple[Repair, ...]


def is_cut(line: str) -> bool:
    """Say whether a line ends within a word."""
    return len(line) > 1 and line[-1] in CUT_MARKS and line[-2].isalpha()


def join_lines(lines: list[str], vocabulary: frozenset[str]) -> Paragraph:
    """Join lines to a paragraph. `vocabulary` are the words of the document in lower case, those cut left out."""
    text = ""
    for line in lines:
        text += ("\n" if is_cut(text) else " " if text else "") + line
    repairs = [r for found in _CUT.finditer(text) if (r := _repair(found, vocabulary))]
    return Paragraph(text, tuple(repairs))


def _repair(found: re.Match[str], vocabulary: frozenset[str]) -> Repair | None:
    """Read a cut word as one word, or as a compound where its second part begins with a capital.

    `Vor-` before `und Nachteile` is not cut.
    """
    before, mark, after = found.groups()
    if after.lower() in _SUSPENDED:
        return None
    compound = f"{before}-{after}"
    if after[0].isupper() and mark == "-":
        word = compound
    else:
        word = (
            compound
            if compound.lower() in vocabulary and (before + after).lower() not in vocabulary
            else before + after
        )
    confidence = CERTAIN if word.lower() in vocabulary else LIKELY
    return Repair(Span(found.start(), found.end()), word, "word cut at the end of a line", confidence)


def words_of(lines: list[str]) -> frozenset[str]:
    """Return the words of lines in lower case, compounds whole, without those that a line end cuts."""
    words: set[str] = set()
    for line in lines:
        found = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.lower())
        words.update(found[:-1] if is_cut(line) else found)
    return frozenset(words)
