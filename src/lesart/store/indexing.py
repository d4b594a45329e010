"""Indexing: the columns, values and words by which an article is listed, filtered, counted and found."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, text

from lesart.store.dialects import fulltext
from lesart.store.schema import bylines, provenance, topics
from lesart.store.search.words import folded_words, vocabulary_terms
from lesart.text.article import Article, Provenance, Role
from lesart.text.normalisation import folded
from lesart.text.views import reading_view

SORT_LETTERS = 60  # of a title; what comes after decides no order that a person sees


_INSERT_BYLINES, _INSERT_TOPICS, _INSERT_PROVENANCE = bylines.insert(), topics.insert(), provenance.insert()


@dataclass(frozen=True, slots=True)
class Words:
    """An article as the full-text index takes it: a string of folded words for each of its columns."""

    title: list[str]
    author: list[str]
    outlet: list[str]
    language: list[str]
    text: list[str]

    @classmethod
    def of(cls, article: Article, text: str) -> "Words":
        view = reading_view(text, article.span, [r.span for r in article.removed], article.repairs)
        return cls(
            folded_words(article.title.value) if article.title else [],
            folded_words("; ".join(byline.name for byline in article.bylines)),
            folded_words(article.outlet.value) if article.outlet else [],
            folded_words(article.language.value) if article.language else [],
            folded_words(view.text),
        )

    @property
    def columns(self) -> list[str]:
        return [" ".join(words) for words in (self.title, self.author, self.outlet, self.language, self.text)]


def article_columns(article: Article, words: int) -> dict[str, Any]:
    """Return the columns of `articles` that say what is known of an article."""
    title = article.title.value if article.title else None
    outlet = article.outlet.value if article.outlet else None
    published = article.published
    return {
        "title": title,
        "outlet": outlet,
        "date": published.date,
        "date_basis": published.basis.value,
        "date_earliest": published.earliest or completed(published.date, "-01-01"),
        "date_latest": published.latest or completed(published.date, "-12-31"),
        "language": article.language.value if article.language else None,
        "extent": article.extent.value,
        "words": words,
        "removed": len(article.removed),
        "sort_date": published.date or published.earliest or published.latest,
        "sort_title": folded(title or "")[:SORT_LETTERS],
        "sort_outlet": folded(outlet or "")[:SORT_LETTERS],
    }


def completed(date: str | None, rest: str) -> str | None:
    """Complete a date of a year or a month with `-01-01` or `-12-31` to the first or last day that it allows.

    The last day of any month is its 31st: days are compared here, never counted.
    """
    if date is None:
        return None
    return date[:10] + rest[len(date[:10]) - 4 :] if len(date) < 10 else date[:10]


def index_words(connection: Connection, words: Words) -> int:
    """Put an article into the full-text index and its long words into the vocabulary; return its row there."""
    fulltext.add_terms(connection, sorted(vocabulary_terms(words.title + words.outlet + words.text)))
    fulltext.index_terms(connection)
    return fulltext.add_row(connection, words.columns)


def store_values(connection: Connection, article_id: int, article: Article) -> None:
    """Write the bylines, topics and provenance of an article in place of those it had."""
    for table in (bylines, topics, provenance):
        connection.execute(delete(table).where(table.c.article_id == article_id))
    insert_values(connection, article_id, article)


def insert_values(connection: Connection, article_id: int, article: Article) -> None:
    """Write the bylines, topics and provenance of an article that has none yet."""
    named = [
        {"article_id": article_id, "position": n, "name": byline.name, "role": byline.role.value}
        for n, byline in enumerate(article.bylines)
    ]
    about = [{"article_id": article_id, "topic": t} for t in dict.fromkeys(topic.value for topic in article.topics)]
    chain = [{"article_id": article_id, "position": n} | _link(link) for n, link in enumerate(article.provenance)]
    if named:
        connection.execute(_INSERT_BYLINES, named)
    if about:
        connection.execute(_INSERT_TOPICS, about)
    if chain:
        connection.execute(_INSERT_PROVENANCE, chain)


def _link(link: Provenance) -> dict[str, str | None]:
    return {
        "relation": link.relation.value,
        "outlet": link.outlet,
        "author": link.author,
        "date": link.date,
        "language": link.language,
    }


def facet_values(article: Article, media_type: str) -> set[tuple[str, str]]:
    """Return the facets that an article counts in, as (field, value)."""
    published = article.published
    single = [
        ("language", article.language.value if article.language else None),
        ("outlet", article.outlet.value if article.outlet else None),
        ("extent", article.extent.value),
        ("basis", published.basis.value),
        ("month", month_of(published.date or published.earliest or published.latest)),
        ("format", media_type),
    ]
    several = [("author", byline.name) for byline in article.bylines if byline.role is Role.AUTHOR]
    several += [("topic", topic.value) for topic in article.topics]
    several += [("relation", link.relation.value) for link in article.provenance]
    return {(field, value) for field, value in several} | {(field, value) for field, value in single if value}


def month_of(date: str | None) -> str | None:
    """Return year and month of a date that is known so far."""
    return date[:7] if date and len(date) >= 7 else None


_CHANGE_COUNT = text(
    "INSERT INTO counts (field, value, articles) VALUES (:field, :value, :change) "
    "ON CONFLICT (field, value) DO UPDATE SET articles = counts.articles + excluded.articles"
)


def change_counts(connection: Connection, facets: Iterable[tuple[str, str]], by: int) -> None:
    """Add `by` articles to the count of each facet."""
    rows = [{"field": field, "value": value, "change": by} for field, value in facets]
    if rows:
        connection.execute(_CHANGE_COUNT, rows)
