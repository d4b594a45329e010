"""Cues: what the words of one short line say: who wrote, when, from where, read on; four languages at once."""

import re
from functools import cache

from lesart.resources.lexicons import languages_with, lexicon

LEXICON = "digest_cues"
_DASHES = "-–—―−‐‑"
_DASH = re.escape(_DASHES)
_SEPARATORS = re.compile(rf"[\s,;:|/·•()\[\]*_#>»→▶{_DASH}]+")
_URL = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:example|org|com|net|de|ru|ua|uk|at|ch|eu|info)\b(?:/\S*)?", re.I
)
_CLOCK = re.compile(r"\b([01]?\d|2[0-4])[:.]([0-5]\d)\b(?:\s*(?:uhr|h|gmt|utc|mez|мск|год\.?|ч\.?))?", re.I)
_MARKDOWN_LINK = re.compile(r"\[([^\]]*)\]\([^)\s]*\)")
_NAME_PART = r"[^\W\d_a-zа-яёіїєґäöüß][\w’'ʼ.\-]*"


@cache
def forms(kind: str) -> tuple[str, ...]:
    """Return the cue words of one kind in all languages, longest first: a digest may mix languages."""
    rows = (row for language in languages_with(LEXICON) for row in lexicon(language, LEXICON))
    return tuple(sorted({row["form"] for row in rows if row["kind"] == kind}, key=lambda form: (-len(form), form)))


@cache
def starting_with(kind: str) -> re.Pattern[str]:
    """Return a pattern for one of the cues at the start of a line, not inside a longer word."""
    alternatives = "|".join(re.escape(form) for form in forms(kind))
    return re.compile(rf"(?:{alternatives})(?!\w)", re.I)


@cache
def date_pattern() -> re.Pattern[str]:
    """Return a pattern for calendar dates, with or without weekday, in figures or with the month's name."""
    rows = [row for language in languages_with("months") for row in lexicon(language, "months")]
    months = "|".join(re.escape(form) for form in sorted({row["form"] for row in rows}, key=len, reverse=True))
    days = "|".join(re.escape(form) for form in forms("weekday"))
    year = r"(?:\s*,?\s*(?:19|20)\d\d(?:\s*(?:г(?:ода)?|р(?:оку)?)\b\.?)?)"
    return re.compile(
        rf"(?:\b(?:{days})\b,?\s*(?:den\s+|the\s+)?)?(?:"
        rf"\b\d{{1,2}}\.\s?\d{{1,2}}\.(?:\s?(?:19|20)?\d\d\b)?|\b(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}\b"
        rf"|\b\d{{1,2}}/\d{{1,2}}/(?:19|20)?\d\d\b"
        rf"|\b\d{{1,2}}(?:\.|st|nd|rd|th)?\s*(?:of\s+)?(?:{months})\b\.?{year}?"
        rf"|\b(?:{months})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b{year}?|\b(?:{months})\b\.?\s+(?:19|20)\d\d\b)",
        re.I,
    )


def has_date(line: str) -> bool:
    return date_pattern().search(line) is not None


def has_address(line: str) -> bool:
    return _URL.search(line) is not None


def clock_at_start(line: str) -> bool:
    match = _CLOCK.match(line.lstrip("+*•-–— [("))
    return match is not None and not date_pattern().match(line.lstrip("+*•-–— [("))


def bare(line: str) -> str:
    """Return a line without markdown marks, brackets and arrows at its ends."""
    return _MARKDOWN_LINK.sub(r"\1", line).strip(" \t\r\n[]()*_#>»«›‹→▶►…+|=<\u00a0" + _DASHES)


def leads_onward(line: str) -> bool:
    """Say whether the whole line only sends the reader on to the full text."""
    words = bare(line).lower().rstrip(" .:!")
    match = starting_with("onward").match(words)
    if match is None or len(words) > 90:
        return bool(words) and has_address(line) and not _words_left(_URL.sub(" ", line))
    rest = words[match.end() :].strip()
    decorated = bare(line) != line.strip()
    return (
        not rest or (decorated and len(rest) < 60) or has_address(rest) or (len(rest.split()) <= 3 and rest[:1] in ":(")
    )


def names_source(line: str) -> bool:
    """Say whether the line states where the piece was taken from (`Quelle: …`)."""
    match = starting_with("source").match(bare(line))
    return match is not None and len(line) <= 200 and bare(line)[match.end() :].lstrip()[:1] in (":", "–", "—")


def is_remark(line: str) -> bool:
    match = starting_with("remark").match(bare(line))
    return match is not None and bare(line)[match.end() :].lstrip()[:1] == ":"


def is_footer(line: str) -> bool:
    return starting_with("footer").match(bare(line)) is not None


def _words_left(line: str) -> list[str]:
    return [word for word in _SEPARATORS.split(line) if word and not word.isdigit()]


def _only_names(words: list[str], most: int) -> bool:
    particles = forms("particle")
    names = [word for word in words if re.match(_NAME_PART, word)]
    return 0 < len(words) <= most and bool(names) and all(w in names or w.lower() in particles for w in words)


def is_byline(line: str) -> bool:
    """Say whether the line names an author: a cue and names, or names beside a date, and nothing that is prose."""
    plain = bare(line)
    if len(plain) > 160 or not plain:
        return False
    match = starting_with("byline").match(plain)
    rest = date_pattern().sub(" ", _CLOCK.sub(" ", _URL.sub(" ", plain[match.end() if match else 0 :])))
    words = [w for w in _words_left(rest) if not starting_with("byline").fullmatch(w + ": ")]
    if match is not None:
        return _only_names(words, 12)
    return has_date(plain) and _only_names(words, 8)


def is_date_line(line: str) -> bool:
    """Say whether the line holds a date or a time and little else."""
    plain = bare(line)
    if len(plain) > 120 or not (has_date(plain) or _CLOCK.search(plain)):
        return False
    left = _words_left(date_pattern().sub(" ", _CLOCK.sub(" ", _URL.sub(" ", plain))))
    return len(left) <= 2 or (_only_names(left, 8) and len(left) <= 4)


@cache
def _dateline() -> re.Pattern[str]:
    place = rf"{_NAME_PART}(?:[ /-]{_NAME_PART}){{0,3}}"
    loud = r"[A-ZÄÖÜА-ЯЁІЇЄҐ][A-ZÄÖÜА-ЯЁІЇЄҐ.'’/ -]{2,40}"
    date = date_pattern().pattern
    return re.compile(
        rf"(?:(?:{place})(?:,? (?:{date}))?,? ?\((?:[\w./ -]{{2,30}})\)(?:\s*[{_DASH}:.]|\s)"
        rf"|(?:{loud})(?:,? (?:{date}))?(?:,? ?\((?:[\w./ -]{{2,30}})\))?\s?[{_DASH}]+\s"
        rf"|(?:{place})[,.] (?:{date})[.,]? ?(?:\((?:[\w./ -]{{2,30}})\))?(?: ?[{_DASH}:.]+|\s*/[\w .-]{{2,20}}/)\s)"
    )


def has_dateline(paragraph: str) -> bool:
    """Say whether a paragraph begins as agency copy does: `BERLIN (agy) –`, `Москва, 3 мая.`."""
    return _dateline().match(paragraph.lstrip("+* ")) is not None
