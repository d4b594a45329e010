"""Date expressions: calendar dates as press texts write them in four languages, read as precisely as they stand."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from lesart.articles.vocabulary import any_of, rows
from lesart.text.span import Span


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date in a text. `value` is ISO 8601 (`2024`, `2024-05`, `2024-05-10`), or `--08-08` where no year stands."""

    span: Span
    value: str

    @property
    def precise(self) -> bool:
        """Whether a day of a year is named."""
        return len(self.value) == 10 and not self.value.startswith("-")


WEEKDAY = (
    r"(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|(?:mo|di|mi|do|fr|sa|so)\.?(?=,)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?(?=,)"
    r"|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
    r"|понеділок|вівторок|середа|четвер|п[’'ʼ]ятниця|субота|неділя)"
)
TIME = (
    r"(?:T?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?"
    r"(?:\s?(?:uhr|h|[ap]\.?m\.?))?(?:\s?(?:gmt|utc|cet|cest|mesz|mez|est|edt|bst|msk|мск|kyiv time))?|\d{1,2}\s?uhr)"
)


@cache
def _pattern() -> re.Pattern[str]:
    month = any_of("months") + r"\.?"
    year = r"(?:19|20)\d{2}"
    forms = (
        rf"(?P<iso>{year}-\d{{2}}-\d{{2}}|{year}/\d{{2}}/\d{{2}})",
        rf"(?P<isomonth>{year}-(?:0[1-9]|1[0-2]))(?![-\d])",
        rf"(?P<d1>\d{{1,2}})(?:\.|st|nd|rd|th|-го|-го)?\s?(?:of\s)?(?P<m1>{month}),?\s?(?P<y1>{year})(?:\s?(?:года?|року?|г\.|р\.))?",
        rf"(?P<m2>{month})\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>{year})",
        rf"(?P<d3>\d{{1,2}})\.\s?(?P<n3>\d{{1,2}})\.\s?(?P<y3>{year}|\d{{2}}(?!\d|\.))",
        rf"(?P<a4>\d{{1,2}})/(?P<b4>\d{{1,2}})/(?P<y4>{year})",
        rf"(?P<m5>{month})\s(?P<y5>{year})(?:\s?(?:года?|року?|г\.|р\.))?",
        rf"(?P<n6>0?[1-9]|1[0-2])/(?P<y6>{year})",
        rf"(?P<d7>\d{{1,2}})(?:\.|st|nd|rd|th)?\s(?:of\s)?(?P<m7>{month})(?!\w)",
        rf"(?P<m8>{month})\s(?P<d8>\d{{1,2}})(?:st|nd|rd|th)?(?!\w|[.,]\d)",
    )
    return re.compile(rf"(?<![\w/.])(?<!\w-)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


@cache
def _months() -> dict[str, int]:
    return {row["form"]: int(row["month"]) for row in rows("months")}


def dates_in(text: str, base: int = 0) -> list[DateExpression]:
    """Find the dates of a text, in order; `base` is added to their offsets.

    A day of the month without a year is found too; a bare year is not. Days that the calendar does not have are no
    dates; `05/10/2024`, which two continents read differently, has its year only.
    """
    found = []
    for match in _pattern().finditer(text):
        if value := _value(match):
            found.append(DateExpression(Span(base + match.start(), base + match.end()), value))
    return found


def _value(match: re.Match[str]) -> str | None:
    part = {name: value for name, value in match.groupdict().items() if value}
    if iso := part.get("iso"):
        return _day(*(int(number) for number in re.split("[-/]", iso)))
    if iso_month := part.get("isomonth"):
        return iso_month
    if "a4" in part:
        return _slashed(int(part["a4"]), int(part["b4"]), int(part["y4"]))
    if "n6" in part:
        return f"{part['y6']}-{int(part['n6']):02d}"
    month = next((_month(value) for name, value in part.items() if name[0] in "mn"), None)
    day = next((int(value) for name, value in part.items() if name[0] == "d"), None)
    year = next((_year(value) for name, value in part.items() if name[0] == "y"), None)
    return _assembled(year, month, day)


def _assembled(year: int | None, month: int | None, day: int | None) -> str | None:
    if month is None:
        return None
    if year is None:
        return f"--{_day(2000, month, day)[5:]}" if day and _day(2000, month, day) else None  # type: ignore[index]
    return f"{year}-{month:02d}" if day is None else _day(year, month, day)


def _month(text: str) -> int | None:
    return int(text) if text.isdigit() else _months().get(text.rstrip(".").lower())


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _slashed(first: int, second: int, year: int) -> str | None:
    if first > 12 or first == second:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else str(year)


def bounds(value: str) -> tuple[str, str]:
    """Return the first and last day (ISO) that a date with a year can mean."""
    if len(value) == 10:
        return value, value
    if len(value) == 4:
        return f"{value}-01-01", f"{value}-12-31"
    year, month = int(value[:4]), int(value[5:])
    following = date(year + month // 12, month % 12 + 1, 1)
    return f"{value}-01", (following - timedelta(days=1)).isoformat()
