"""Corrections: what a person puts in place of a field, and how it reads as a statement with its evidence."""

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from lesart.text.article import Article, Basis, Byline, Evidence, Extent, Publication, Role, Statement

BETWEEN = ";"  # between several names or topics
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def _statement(value: str | None, source: str) -> Statement | None:
    return Statement(value, Evidence(value, source)) if value else None


def _values(value: str | None) -> list[str]:
    return [part for each in (value or "").split(BETWEEN) if (part := " ".join(each.split()))]


def _with_bylines(role: Role) -> Callable[[Article, str | None, str], Article]:
    def correct(article: Article, value: str | None, source: str) -> Article:
        others = tuple(byline for byline in article.bylines if byline.role is not role)
        named = tuple(Byline(name, role, Evidence(name, source)) for name in _values(value))
        return replace(article, bylines=named + others if role is Role.AUTHOR else others + named)

    return correct


def _with_date(article: Article, value: str | None, source: str) -> Article:
    if not value:
        unknown = Publication(rule=source, evidence=(Evidence("", source),))
        return replace(article, published=unknown)
    earliest, latest = bounds(value)
    return replace(
        article,
        published=Publication(value, Basis.STATED, earliest, latest, source, (Evidence(value, source),)),
    )


def bounds(value: str) -> tuple[str, str]:
    """Return the first and the last day of an ISO date of any precision; ValueError where there is no such date."""
    match = _DATE.fullmatch(value)
    if not match:
        raise ValueError(f"{value!r} is no date; write 2024, 2024-05 or 2024-05-10")
    year, month, day = int(match[1]), match[2] and int(match[2]), match[3] and int(match[3])
    first = date(year, month or 1, day or 1)
    last_month = month or 12
    last = date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    return first.isoformat(), last.isoformat()


def _with_topics(article: Article, value: str | None, source: str) -> Article:
    return replace(article, topics=tuple(Statement(topic, Evidence(topic, source)) for topic in _values(value)))


def _with_extent(article: Article, value: str | None, source: str) -> Article:
    return replace(article, extent=Extent(value or Extent.FULL), extent_evidence=Evidence(value or "", source))


def _plain(value: str | None) -> str:
    return " ".join((value or "").split())


_CORRECTIONS: Mapping[str, Callable[[Article, str | None, str], Article]] = {
    "title": lambda article, value, source: replace(article, title=_statement(value, source)),
    "subtitle": lambda article, value, source: replace(article, subtitle=_statement(value, source)),
    "outlet": lambda article, value, source: replace(article, outlet=_statement(value, source)),
    "language": lambda article, value, source: replace(article, language=_statement(value, source)),
    "authors": _with_bylines(Role.AUTHOR),
    "translators": _with_bylines(Role.TRANSLATOR),
    "date": _with_date,
    "topics": _with_topics,
    "extent": _with_extent,
}

FIELDS = tuple(_CORRECTIONS)


def correct_field(article: Article, field: str, value: str | None, source: str) -> Article:
    """Return the article with one field as a person put it; the evidence is `source`, the person's judgement."""
    return _CORRECTIONS[field](article, value, source)


def checked_value(field: str, value: str | None) -> str | None:
    """Return the value as it will be stored, None where it is empty; ValueError where the field cannot hold it."""
    if field not in _CORRECTIONS:
        raise ValueError(f"no field {field!r}; there are {', '.join(FIELDS)}")
    plain = _plain(value) or None
    if plain and field == "date":
        bounds(plain)
    if field == "extent" and plain not in tuple(Extent):
        raise ValueError(f"{plain!r} is no extent; write full or teaser")
    if plain and field == "language" and not _LANGUAGE.fullmatch(plain):
        raise ValueError(f"{plain!r} is no language code; write de, en, ru, uk or another of ISO 639")
    return plain


def field_value(article: Article, field: str) -> str | None:
    """Return what a field holds now, as a person would write it; None where it is unknown."""
    if field in ("title", "subtitle", "outlet", "language"):
        statement: Statement | None = getattr(article, field)
        return statement.value if statement else None
    if field in ("authors", "translators"):
        role = Role.AUTHOR if field == "authors" else Role.TRANSLATOR
        return "; ".join(byline.name for byline in article.bylines if byline.role is role) or None
    if field == "topics":
        return "; ".join(topic.value for topic in article.topics) or None
    return article.published.date if field == "date" else str(article.extent)
