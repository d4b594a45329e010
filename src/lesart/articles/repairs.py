"""Repairs: words broken by line ends, soft hyphens and copying, read whole again in a view.

A hyphen inside a word is debris only if German spelling has no such compound (its second part would be a noun in
lower case, or its first part is a prefix), and the joined word is in the dictionary or elsewhere in the same text.
`Trump-Regierung`, `deutsch-russisch`, `Rüstungs- und Zivilindustrie` stay.
"""

import re
from collections.abc import Callable, Iterator

from lesart.articles.apart import apart
from lesart.resources.words import is_word
from lesart.text.document import Document, Repair
from lesart.text.span import Span

_SOFT = re.compile(r"[^\W\d_]+(?:\u00ad[ \t]*\n?[ \t]*[^\W\d_]+)+")
_LINE_END = re.compile(r"(?P<first>[^\W\d_]{2,})[-\u2010][ \t]*\n[ \t]*(?P<second>[^\W\d_]{2,})")
_INSIDE = re.compile(r"(?<![\w-])(?P<first>[^\W\d_]{2,})[-\u2010](?P<second>[^\W\d_A-ZÄÖÜ][^\W\d_A-ZÄÖÜ]{2,})(?![\w-])")
_FUSED = re.compile(r"(?<![\w-])(?P<first>[A-ZÄÖÜ][^\W\d_]{4,})(?P<second>zwischen|gegenüber|während)(?![\w-])")
_COORDINATING = frozenset(["und", "oder", "bzw", "sowie", "als", "bis", "wie", "noch", "and", "or", "to", "und/oder"])
_GERMAN = re.compile(r"(?<!\w)(?:der|die|das|und|nicht|ist|von|mit)(?!\w)")
_PREFIX = re.compile(
    r"^(?:ab|an|auf|aus|be|bei|da|dar|durch|ein|emp|ent|er|fest|fort|ge|her|hin|hinter|los|miss|mit|nach|nieder|ober|"
    r"über|um|un|unter|ur|ver|vor|voran|voraus|weg|wider|wieder|wohl|zer|zu|zurück|zusammen|zwischen)$"
)
_ADJECTIVE = re.compile(
    r"(?:lich|isch|ig|haft|bar|sam|los|iv|al|ell|ent|ant|är|weit|frei|nah|fern|reich|arm|voll|weise|mäßig|artig|förmig|fähig|"
    r"fest|sicher|kritisch|treu|müde|lastig|intern|extern|neutral|konform|stark|schwach|bedingt|gestützt|nahe|feindlich|"
    r"weiß|rot|grün|blau|gelb|schwarz|braun|neu|alt|jung|iert|end|ge\w+t|ge\w+en)(?:e|er|es|en|em)?$"
)
_LOANED = re.compile(
    r"^(?:up|in|out|off|on|by|how|down|over|back|hop|even|away|mail|line|the|to|free|and|side|board)s?$"
)


def repairs(document: Document, span: Span) -> tuple[Repair, ...]:
    """Find the broken words of an article, in order, those that the reader knows of included."""
    found = [repair for repair in document.repairs if span.contains(repair.span)]
    detectors: tuple[Callable[[str, Span], Iterator[Repair]], ...] = (_soft, _line_ends, _inside, _fused)
    for detector in detectors:
        found.extend(detector(document.text, span))
    return tuple(apart(found))


def _soft(text: str, span: Span) -> Iterator[Repair]:
    if "\u00ad" not in text:
        return
    for match in _SOFT.finditer(text, span.start, span.end):
        whole = re.sub(r"\u00ad\s*", "", match.group(0))
        yield Repair(Span(match.start(), match.end()), whole, "soft hyphens are no letters", 0.99)


def _line_ends(text: str, span: Span) -> Iterator[Repair]:
    if "-\n" not in text and "\u2010\n" not in text and "- \n" not in text:
        return
    for match in _LINE_END.finditer(text, span.start, span.end):
        first, second = match.group("first"), match.group("second")
        if second.lower() in _COORDINATING:
            continue
        compound = second[0].isupper() or first.isupper()
        whole = f"{first}-{second}" if compound else first + second
        yield Repair(Span(match.start(), match.end()), whole, "a word divided at the end of a line", 0.9)


def _inside(text: str, span: Span) -> Iterator[Repair]:
    if not _is_german(text, span):
        return
    for match in _INSIDE.finditer(text, span.start, span.end):
        first, second = match.group("first"), match.group("second")
        whole = first + second
        if _may_be_debris(first, second) and (_elsewhere(text, whole) or is_word(whole, "de")):
            yield Repair(Span(match.start(), match.end()), whole, "a hyphen left over from the end of a line", 0.9)


def _is_german(text: str, span: Span) -> bool:
    return sum(1 for _ in zip(range(3), _GERMAN.finditer(text, span.start, span.end), strict=False)) == 3


def _may_be_debris(first: str, second: str) -> bool:
    if first.isupper() or _LOANED.match(second) or second in _COORDINATING:
        return False
    if _PREFIX.match(first.lower()):
        return True
    return first[0].isupper() and not _ADJECTIVE.search(second)


def _elsewhere(text: str, whole: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(whole)}(?!\w)", text, re.IGNORECASE) is not None


def _fused(text: str, span: Span) -> Iterator[Repair]:
    """Find a noun that has run into a preposition too long to end a noun (`Entspannungzwischen`)."""
    for match in _FUSED.finditer(text, span.start, span.end):
        first, second = match.group("first"), match.group("second")
        if is_word(first, "de") and not is_word(first + second, "de"):
            yield Repair(Span(match.start(), match.end()), f"{first} {second}", "two words that have run together", 0.8)
