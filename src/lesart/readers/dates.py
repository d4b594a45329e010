"""Dates: what formats write where a date belongs, read as ISO 8601 up to the day; unknown where it is ambiguous."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cache

from lesart.resources.lexicons import languages_with, lexicon

_ISO = re.compile(r"\s*(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])")
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:[T ]?\d{4,6})?\D*$")
_YEAR_FIRST = re.compile(r"\s*(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)")
_DAY_NAME_YEAR = re.compile(r"(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th)?[\s-]+(?:de\s+)?([^\W\d_]+)\.?,?[\s-]+(\d{4})(?!\d)")
_NAME_DAY_YEAR = re.compile(r"\b([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_NAME_YEAR = re.compile(r"^\s*([^\W\d_]+)\.?\s+(\d{4})\s*$")
_SECONDS = re.compile(r"^\s*1\d{9}(?:\d{3}|\.\d+)?\s*$")


def iso_day(written: str) -> str | None:
    """Read a date as `2024`, `2024-05` or `2024-05-10`; the day is the one that is written, whatever its time zone.

    `03/04/2024` may be April or March and is None, `25/04/2024` is not; so is what is no date of 1500 to 2199.
    """
    written = written.strip()[:200]
    for pattern, order in ((_ISO, "ymd"), (_COMPACT, "ymd"), (_YEAR_FIRST, "ymd"), (_DAY_FIRST, "dmy")):
        if found := (pattern.match(written) if order == "ymd" else pattern.search(written)):
            parts = dict(zip(order, found.groups(), strict=True))
            return _checked(parts["y"], parts.get("m"), parts.get("d"))
    if found := _SLASHED.search(written):
        return _slashed(*found.groups())
    return _mail_date(written) or _with_month_name(written) or _seconds(written)


def _slashed(first: str, second: str, year: str) -> str | None:
    if int(first) > 12 or first == second:
        return _checked(year, second, first)
    return _checked(year, first, second) if int(second) > 12 else None


def _mail_date(written: str) -> str | None:
    try:
        return _checked(*parsedate_to_datetime(written).strftime("%Y-%m-%d").split("-"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _with_month_name(written: str) -> str | None:
    if (found := _DAY_NAME_YEAR.search(written)) and (month := _month(found.group(2))):
        return _checked(found.group(3), month, found.group(1))
    if (found := _NAME_DAY_YEAR.search(written)) and (month := _month(found.group(1))):
        return _checked(found.group(3), month, found.group(2))
    if (found := _NAME_YEAR.search(written)) and (month := _month(found.group(1))):
        return _checked(found.group(2), month, None)
    return None


def _seconds(written: str) -> str | None:
    """Read seconds or milliseconds since 1970, ten or thirteen digits, as days in UTC."""
    if not _SECONDS.match(written):
        return None
    seconds = float(written)
    return datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC).strftime("%Y-%m-%d")


@cache
def _months() -> dict[str, str]:
    return {
        row["form"].rstrip("."): row["month"]
        for language in languages_with("months")
        for row in lexicon(language, "months")
    }


def _month(name: str) -> str | None:
    return _months().get(name.lower())


def _checked(year: str, month: str | None, day: str | None) -> str | None:
    if not 1500 <= int(year) <= 2199:
        return None
    try:
        checked = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        return None
    return checked if day else checked[:7] if month else checked[:4]
