"""Prepare: a document becomes its articles: split, cleaned, described."""

from collections.abc import Sequence

from lesart.articles.cleaning import removals
from lesart.articles.date_expressions import DateExpression, dates_in
from lesart.articles.description import describe
from lesart.articles.piece import ALONE, Collection, piece_of
from lesart.articles.repairs import repairs
from lesart.articles.splitting import split
from lesart.text.article import Article, Cut
from lesart.text.document import Document

VERSION = "2"  # raise it whenever splitting, cleaning or description changes what it finds


def prepare(document: Document, cuts: Sequence[Cut] | None = None) -> list[Article]:
    """Return the articles of a document in order; at least one unless all of it is blank.

    `cuts` takes the place of the splitter's own (a person has moved some).
    """
    found = split(document) if cuts is None else list(cuts)
    collection = (
        Collection(len(found), any(cut.title for cut in found[1:]), _day(document, found[0]))
        if len(found) > 1
        else ALONE
    )
    return [_article(document, cut, collection) for cut in found]


def _day(document: Document, first: Cut) -> DateExpression | None:
    """Return the one day that is named before the title of the first piece of a collection."""
    if first.title is None:
        return None
    days = [date for date in dates_in(document.text[: first.title.start]) if date.precise]
    return days[0] if len({day.value for day in days}) == 1 else None


def _article(document: Document, cut: Cut, collection: Collection) -> Article:
    piece = piece_of(document, cut, collection)
    return describe(piece, removals(piece), repairs(document, cut.span))
