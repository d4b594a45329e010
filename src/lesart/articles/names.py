"""Names: whether words look like the name of a person, an outlet or an agency, as bylines write them."""

import re
from functools import cache

from lesart.articles.vocabulary import any_of, value_of
from lesart.text.span import Span

LONGEST_NAME = 6  # words; longer runs of capitals are headlines
_PARTICLES = frozenset(
    [
        "von",
        "van",
        "de",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "du",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "ibn",
        "ter",
        "ten",
        "zu",
        "zur",
        "vom",
        "af",
        "av",
        "y",
        "e",
        "dos",
        "das",
    ]
)
_WORD = re.compile(
    r"^(?:[^\W\d_]\.(?:-?[^\W\d_]\.)*|(?:[dDOoLl][’'ʼ])?[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*(?:[-’'ʼ‐][^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*)*)$"
)


@cache
def _honorifics() -> re.Pattern[str]:
    return re.compile(rf"^(?:{any_of('honorifics')}(?:\s+|$))+", re.IGNORECASE)


def person(text: str, span: Span) -> Span | None:
    """Return the name inside `span` without titles of honour, None where the words are no person's name.

    One word is a name too: whether that suffices is for the caller to say.
    """
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in "*_,:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*_,:"):
        end -= 1
    if honours := _honorifics().match(text[start:end]):
        start += honours.end()
    words = text[start:end].split()
    return Span(start, end) if _is_name(words) else None


def _is_name(words: list[str]) -> bool:
    if not 1 <= len(words) <= LONGEST_NAME or not all(_WORD.match(word) for word in words):
        return False
    capitals = [word for word in words if word.lower() not in _PARTICLES]
    lowered = [word.lower() for word in capitals]
    return (
        bool(capitals)
        and all(word[0].isupper() for word in capitals)
        and words[-1] in capitals
        and (words[0] in capitals or len(capitals) > 1 or len(words[0]) <= 3)
        and len(set(lowered)) == len(lowered)
        and any(len(word) > 2 for word in capitals)
    )


@cache
def _outlet_word() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('outlet_words')}(?!\w)", re.IGNORECASE)


_HOST = re.compile(r"^(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[a-z]{2,})(?:/\S*)?$", re.IGNORECASE)


def is_outlet(text: str) -> bool:
    """Say whether words look like the name of an outlet: a word such as Zeitung or Post, or a host name."""
    return bool(_outlet_word().search(text) or _HOST.match(text.strip()))


def agency(text: str) -> str | None:
    """Return the canonical name of the news agency that the text is, None where it is none."""
    return value_of("agencies", "name", text.strip(" .,*_"))
