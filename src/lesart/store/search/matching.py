"""Matching: a query as a condition on articles, words found inside compounds included."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, true

from lesart.store.dialects import fulltext
from lesart.store.filtering import conditions
from lesart.store.rows import ArticleFilter
from lesart.store.schema import articles
from lesart.store.search.expression import expression, found_in_compounds, wanted_terms
from lesart.store.search.query import parse
from lesart.store.search.tree import Term

EXPANSIONS = 48  # compounds that a word is also looked for in


def matched_rows(connection: Connection, words: str) -> ColumnElement[bool]:
    """Return the condition on `articles` that a query makes; QuerySyntaxError where it cannot be read."""
    wanted = parse(words)
    dates = conditions(ArticleFilter(since=wanted.since, until=wanted.until))
    if wanted.tree is None:
        return true() & dates
    compounds = compounds_of(connection, wanted_terms(wanted.tree))
    rows = fulltext.rows_matching(expression(wanted.tree, compounds))
    return articles.c.search_row.in_(rows) & dates


def compounds_of(connection: Connection, terms: Sequence[Term]) -> dict[str, list[str]]:
    """Return for each plain word of a query the words of the collection that contain it further in."""
    words = dict.fromkeys(term.words[0] for term in terms if found_in_compounds(term))
    return {word: fulltext.terms_containing(connection, word, EXPANSIONS) for word in words}
