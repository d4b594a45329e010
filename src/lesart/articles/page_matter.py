"""Page matter: advertisements, promotion, tags, navigation, share and subscription lines around and inside a piece.

A line in the middle of a text is removed only if all of it is such a line. At the end of a text the lines after the last
sentence are taken together: where one of them gives the rest away, all of them go; where none does, all of them stay.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from lesart.articles.passages import Passage
from lesart.articles.vocabulary import rows, whole
from lesart.text.article import Removal, RemovalKind
from lesart.text.blocks import BlockKind
from lesart.text.span import Span

KINDS = {
    "ad": RemovalKind.AD,
    "promotion": RemovalKind.PROMOTION,
    "tag": RemovalKind.TAG,
    "navigation": RemovalKind.NAVIGATION,
    "related": RemovalKind.NAVIGATION,
    "share": RemovalKind.SHARE,
    "subscription": RemovalKind.SUBSCRIPTION,
    "imprint": RemovalKind.NAVIGATION,
    "author_box": RemovalKind.EDITORIAL_NOTE,
    "caption": RemovalKind.METADATA_LINE,
}
LONGEST_CUE_LINE = 320  # code points; longer passages are text, whatever they begin with
LONGEST_INNER_LINE = 160  # code points, in the middle of a text


@dataclass(frozen=True, slots=True)
class Cue:
    """Why a passage looks like page matter: its kind, the words that say so, and whether all of it is said."""

    kind: str
    words: str
    whole: bool


_HASHTAGS = re.compile(r"^(?:#[^\W_][\w-]*(?:[\s,;|]+|$))+$")
_BREADCRUMBS = re.compile(r"^[^\n.!?]{1,40}(?:\s*[>›»→]\s*[^\n.!?>›»→]{1,60}){1,5}$")
_SHOUT = re.compile(r"^[^a-zäöüßа-яіїєґ]*[A-ZÄÖÜА-ЯІЇЄҐ]{3}[^a-zäöüßа-яіїєґ]*!$")


@cache
def _cues(where: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Return the kinds of the cues, and one pattern of all: the number of its group that matched is its kind's."""
    frame = {"line": r"^(?:{})\s*[»›>→…]*$", "start": r"^(?:{})", "tail": r"(?<!\w)(?:{})"}[where]
    chosen = [row for row in rows("page_matter") if row["where"] == where]
    branches = (f"(?P<cue{number}>{frame.format(row['pattern'])})" for number, row in enumerate(chosen))
    return tuple(row["kind"] for row in chosen), re.compile("|".join(branches), re.IGNORECASE)


def cue_of(passage: Passage) -> Cue | None:
    """Return the strongest sign that a passage is page matter by all of it or by its beginning, None without one."""
    if len(passage.bare) > LONGEST_CUE_LINE:
        return None
    return _cue_of_line(passage.bare, passage.text.lstrip("-*• "))


@lru_cache(maxsize=4096)  # each passage is asked several times, and the lines of a site come again on its next page
def _cue_of_line(line: str, text: str) -> Cue | None:
    if _HASHTAGS.match(text):
        return Cue("tag", line, True)
    for where in ("line", "start"):
        kinds, pattern = _cues(where)
        match = pattern.match(line)
        if match and match.lastgroup:
            return Cue(kinds[int(match.lastgroup.removeprefix("cue"))], match.group(0).strip(), where == "line")
    return None


def _cue_behind_the_end(passage: Passage) -> Cue | None:
    """Return a sign as `cue_of` does, at the end of a piece also words anywhere in the passage."""
    cue = cue_of(passage)
    if cue or len(passage.bare) > LONGEST_CUE_LINE:
        return cue
    kinds, pattern = _cues("tail")
    match = pattern.search(passage.bare)
    if match is None or match.lastgroup is None:
        return None
    return Cue(kinds[int(match.lastgroup.removeprefix("cue"))], match.group(0).strip(), False)


def is_breadcrumbs(passage: Passage) -> bool:
    """Say whether a passage is a path of section names such as `Politik > Ausland > Afrika`."""
    line = passage.bare
    return passage.words <= 16 and bool(_BREADCRUMBS.match(line)) and not line.startswith((">", "»"))


def is_section(passage: Passage) -> bool:
    """Say whether a short line is made of section names of a site."""
    words = [w for w in re.split(r"[\s|/·•,&-]+", passage.bare) if w]
    return 0 < len(words) <= 12 and sum(bool(whole("sections").match(w)) for w in words) * 2 >= len(words)


def matter_before_title(passage: Passage, following: Passage) -> Removal | None:
    """Read a passage before the title as navigation, cookie notice, rubric or share line, None where it is none."""
    if is_rubric(passage) and not following.running:
        return _removal(passage.span, "tag", "the name of a rubric before the title", 0.85)
    cue = cue_of(passage)
    if cue and (cue.whole or cue.kind == "navigation"):
        return _removal(passage.span, cue.kind, f"before the title: „{cue.words}“", 0.9)
    if is_breadcrumbs(passage):
        return _removal(passage.span, "navigation", "path of section names before the title", 0.9)
    return None


def is_rubric(passage: Passage) -> bool:
    """Say whether a short line over a title is the name of a rubric or section (OPINION, Lokales)."""
    words = passage.bare.strip(":|•· ")
    return passage.words <= 3 and (bool(whole("rubrics").match(words)) or is_section(passage))


def inner_matter(passages: tuple[Passage, ...]) -> list[Removal]:
    """Find lines within the text that are page matter as a whole: `Anzeige`, `Lesen Sie auch: …`, a share line."""
    found = []
    for passage in passages:
        cue = cue_of(passage)
        if cue is None or len(passage.text) > LONGEST_INNER_LINE:
            continue
        pointing = cue.kind in ("related", "share", "tag", "subscription", "caption") and not _is_sentence(passage)
        if passage.bare.lower().startswith(cue.words.lower()) and (cue.whole or pointing):
            found.append(_removal(passage.span, cue.kind, f"a line of its own: „{cue.words}“", 0.85))
    return found


def _is_sentence(passage: Passage) -> bool:
    return ":" not in passage.text and bool(re.search(r"[.?]$", passage.text)) and passage.words > 8


def tail_matter(passages: tuple[Passage, ...]) -> list[Removal]:
    """Find the page matter behind the last sentence of a piece, as one removal a kind, in order."""
    start = _tail_start(passages)
    tail = passages[start:]
    cues = [_tail_cue(passage) for passage in tail]
    first = next((index for index, cue in enumerate(cues) if cue), None)
    if first is None:
        return []
    tail, cues = tail[first:], cues[first:]
    return _grouped(tail, _filled(tail, cues))


def _tail_start(passages: tuple[Passage, ...]) -> int:
    """Return the index behind the last passage of running text; sentences of an advertisement are not such text."""
    index = len(passages)
    while index > 1:
        passage = passages[index - 1]
        if passage.running and not is_pitch(passage):
            break
        index -= 1
    return index


SHORT_PITCH = 14  # words; one sign is enough for a line no longer than that


def is_pitch(passage: Passage) -> bool:
    """Say whether a passage of whole sentences advertises, asks to subscribe or points elsewhere all the same."""
    cue = _cue_behind_the_end(passage)
    if cue is None or cue.kind in ("caption", "author_box"):
        return False
    signs = {match.group(0).lower() for match in _cues("tail")[1].finditer(passage.bare)}
    begins = passage.bare.lower().startswith(cue.words.lower()) and cue.words not in signs
    return cue.whole or begins or len(signs) > 1 or passage.words <= SHORT_PITCH


def _tail_cue(passage: Passage) -> Cue | None:
    if cue := _cue_behind_the_end(passage):
        return cue
    if is_breadcrumbs(passage):
        return Cue("navigation", passage.bare, True)
    if is_section(passage) and passage.kind is BlockKind.LIST_ITEM:
        return Cue("navigation", passage.bare, False)
    if _SHOUT.match(passage.bare) and passage.words >= 3:
        return Cue("ad", passage.bare, False)
    return None


def _filled(tail: tuple[Passage, ...], cues: list[Cue | None]) -> list[Cue]:
    """Give the lines without a sign of their own that of the list they stand in, or of the line before them."""
    filled: list[Cue] = []
    for index, (passage, cue) in enumerate(zip(tail, cues, strict=True)):
        if cue is None and passage.kind is BlockKind.LIST_ITEM:
            cue = _of_list(tail, cues, index)
        filled.append(cue or (filled[-1] if filled else Cue("navigation", "", False)))
    return filled


def _of_list(tail: tuple[Passage, ...], cues: list[Cue | None], index: int) -> Cue | None:
    following = index
    while following < len(tail) and tail[following].kind is BlockKind.LIST_ITEM:
        if cue := cues[following]:
            return cue
        following += 1
    return None


def _grouped(tail: tuple[Passage, ...], cues: list[Cue]) -> list[Removal]:
    found: list[Removal] = []
    for passage, cue in zip(tail, cues, strict=True):
        kind = _group(KINDS[cue.kind])
        if found and _group(found[-1].kind) is kind:
            found[-1] = Removal(Span(found[-1].span.start, passage.span.end), found[-1].kind, found[-1].reason, 0.9)
        else:
            words = cue.words if len(cue.words) <= 60 else cue.words[:59] + "…"
            found.append(_removal(passage.span, cue.kind, f"behind the last sentence: „{words}“", 0.9))
    return found


def _group(kind: RemovalKind) -> RemovalKind:
    """Advertisement and promotion within one block are one removal."""
    return RemovalKind.AD if kind is RemovalKind.PROMOTION else kind


def _removal(span: Span, kind: str, reason: str, confidence: float) -> Removal:
    return Removal(span, KINDS[kind], reason, confidence)
