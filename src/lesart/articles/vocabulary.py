"""Vocabulary: the lexicons of all languages, compiled into patterns; none of them knows a side, an outlet or a person."""

import re
from functools import cache

from lesart.resources.lexicons import languages_with, lexicon


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return one lexicon's rows of all languages, each with its `language`."""
    return tuple({**row, "language": language} for language in languages_with(name) for row in lexicon(language, name))


@cache
def any_of(name: str) -> str:
    """Return a pattern source that fits every entry of a lexicon, the longest ones first; no groups."""
    return "(?:" + "|".join(sorted(_sources(name), key=len, reverse=True)) + ")"


def _sources(name: str) -> set[str]:
    return {row["pattern"] if "pattern" in row else re.escape(row["form"]) for row in rows(name)}


@cache
def whole(name: str) -> re.Pattern[str]:
    """Return the pattern of a text that is one entry of the lexicon and nothing else; case does not count."""
    return re.compile(f"^{any_of(name)}$", re.IGNORECASE)


@cache
def values(name: str, key: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Pair each entry, as a pattern of a whole text, with its value in the column `key`."""
    return tuple((re.compile(f"^(?:{_source(row)})$", re.IGNORECASE), row[key]) for row in rows(name))


def _source(row: dict[str, str]) -> str:
    return row["pattern"] if "pattern" in row else re.escape(row["form"])


def value_of(name: str, key: str, text: str) -> str | None:
    """Return the value of the first entry that fits the whole text, None where none does."""
    text = text.strip()
    if not whole(name).match(text):
        return None
    return next((value for pattern, value in values(name, key) if pattern.match(text)), None)
