"""Credits: lines and openings that say who wrote a piece, when and where; four languages at once."""

import re
from functools import cache

from lesart.articles.splitting.words import DASH, DASHES, bare, beginning, forms
from lesart.resources.lexicons import languages_with, lexicon

_SEPARATORS = re.compile(rf"[\s,;:|/·•()\[\]*_#>»→▶+=&{DASH}]+")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:example|org|com|net|de|ru|ua|uk|at|ch|eu|info)\b(?:/\S*)?", re.I
)
_CLOCK = re.compile(r"\b([01]?\d|2[0-4])[:.]([0-5]\d)\b(?:\s*(?:uhr|h|gmt|utc|mez|мск|год\.?|ч\.?))?", re.I)
_NAME = re.compile(r"[^\W\d_a-zа-яёіїєґäöüß][\w’'ʼ.\u0301-]*")
_BARS = re.compile(r"\s[|·•]\s")
_LAST_BRACKET = re.compile(r"[(\[]([^()\[\]]{3,80})[)\]]\s*$")
_INITIALS = re.compile(r"\((?:[^\W\d_]{2,5}|[^\W\d_]{2,8}(?:[/-][^\W\d_]{2,8})+)\)\s*$")
NAME_LENGTH = 60  # code points
BYLINE_LENGTH = 160  # code points; long enough for three authors with titles of honour and a translator


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
    return _ADDRESS.search(line) is not None


def ends_with_date(line: str) -> bool:
    """Say whether a line ends with a full date: a headline with its outlet, never a sentence."""
    if not line[-4:].isdigit():  # most lines; to look for dates in each of them is dear
        return False
    matches = list(date_pattern().finditer(line))
    return bool(matches) and matches[-1].end() == len(line)


def is_address(line: str) -> bool:
    """Say whether a line is a web address and nothing else, or one word and an address."""
    return has_address(line) and len(words_left(_ADDRESS.sub(" ", line))) <= 1


def clock_at_start(line: str) -> bool:
    stripped = line.lstrip("+*•-–— [(")
    return _CLOCK.match(stripped) is not None and date_pattern().match(stripped) is None


def words_left(line: str) -> list[str]:
    """Return the words of a line, figures and signs left out."""
    return [word for word in _SEPARATORS.split(line) if word and not word.isdigit()]


def _undated(line: str) -> str:
    return _CLOCK.sub(" ", date_pattern().sub(" ", _ADDRESS.sub(" ", line)))


def only_names(words: list[str], most: int, particles: str = "particle") -> bool:
    """Say whether all words are written as names are, particles between them aside."""
    small = forms(particles)
    names = [word for word in words if _NAME.fullmatch(word)]
    return 0 < len(words) <= most and bool(names) and all(w in names or w.lower() in small for w in words)


def is_byline(line: str) -> bool:
    """Say whether the line names an author: a cue and names, a date at most, and nothing that is prose."""
    plain = bare(line)
    if not 0 < len(plain) <= BYLINE_LENGTH:
        return False
    match = beginning("byline").match(plain)
    if match is None:
        return False
    cues = {form.strip(": ") for form in forms("byline")} | {form.strip(": ") for form in forms("role")}
    words = [word for word in words_left(_undated(plain[match.end() :])) if word.lower() not in cues]
    return only_names(words, 12)


def is_date_line(line: str) -> bool:
    """Say whether the line holds a date or a time, a few names beside it at most."""
    plain = bare(line)
    if len(plain) > BYLINE_LENGTH or not (has_date(plain) or _CLOCK.search(plain)):
        return False
    left = words_left(_undated(plain))
    if has_date(plain) and (len(_BARS.findall(plain)) > 1 or (len(left) < 6 and _date_set_off(plain))):
        return True
    return len(left) <= (2 if has_date(plain) else 1) or (
        has_date(plain) and only_names(left, 9 if _BARS.search(plain) else 5)
    )


def _date_set_off(plain: str) -> bool:
    """Say whether a full date stands at the beginning or behind a comma, bar, dash or bracket."""
    match = date_pattern().search(plain)
    before = plain[: match.start()].rstrip() if match else ""
    return match is not None and match[0][-4:].isdigit() and (not before or before[-1] in f",;|·•({DASHES}")


def is_name_line(line: str) -> bool:
    """Say whether the line could be a person's name, with or without a town: two to six capitalised words."""
    words = words_left(bare(line))
    shape = 2 <= len(words) <= 6 and len(line) <= NAME_LENGTH and not line.isupper() and ":" not in line
    if not shape or words[0].lower() in forms("function") or any(c.isdigit() for c in line):
        return False
    return only_names(words, 6, "noble")


def ends_with_initials(paragraph: str) -> bool:
    """Say whether a paragraph ends with an author, agency or source in brackets: `(ab)`, `(agy/ab)`, `(Quelle: …)`."""
    if _INITIALS.search(paragraph):
        return True
    match = _LAST_BRACKET.search(paragraph)
    return match is not None and beginning("source").match(match[1]) is not None and ":" in match[1]


def credited_in_brackets(title: str) -> bool:
    """Say whether a headline ends with an outlet or a date in brackets or behind a bar."""
    if ends_with_date(title.rstrip()):
        return True
    match = re.search(r"\(([^()]{3,60})\)\s*$|\s\|\s*([^|]{3,60})$", title)
    if match is None:
        return False
    inner = match[1] or match[2]
    return has_date(inner) or only_names(words_left(_undated(inner)), 6)


@cache
def _dateline() -> re.Pattern[str]:
    part = _NAME.pattern
    place = rf"{part}(?:[ /-]{part}){{0,3}}"
    loud = r"[A-ZÄÖÜА-ЯЁІЇЄҐ][A-ZÄÖÜА-ЯЁІЇЄҐ.'’/ -]{2,40}"
    date = f"(?i:{date_pattern().pattern})"
    signed = r"\((?:[\w./ -]{2,30})\)"
    return re.compile(
        rf"(?:(?:{place})(?:,? (?:{date}))?,? ?{signed}\s?[{DASH}.]"
        rf"|(?:{loud})(?:,? (?:{date}))?(?:(?:,? ?{signed})?\s?[{DASH}]+\s|,? ?{signed}\s)"
        rf"|(?:{place})[,.] (?:{date})[.,]? ?(?:{signed})?\s?(?:[{DASH}:.]+|/[\w .-]{{2,20}}/)\s)"
    )


def has_dateline(paragraph: str) -> bool:
    """Say whether a paragraph begins as agency copy does: `BERLIN (agy) –`, `Москва, 3 мая.`."""
    return _dateline().match(paragraph.lstrip("+*_ ")) is not None
