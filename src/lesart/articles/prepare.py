"""Prepare: a document becomes its articles: split, cleaned, described."""

from collections.abc import Sequence

from lesart.articles.cleaning import removals
from lesart.articles.description import describe
from lesart.articles.piece import piece_of
from lesart.articles.repairs import repairs
from lesart.articles.splitting import split
from lesart.text.article import Article, Cut
from lesart.text.document import Document

VERSION = "1"  # raise it whenever splitting, cleaning or description changes what it finds


def prepare(document: Document, cuts: Sequence[Cut] | None = None) -> list[Article]:
    """Return the articles of a document in order; at least one unless all of it is blank.

    `cuts` takes the place of the splitter's own (a person has moved some).
    """
    found = split(document) if cuts is None else list(cuts)
    return [_article(document, cut, len(found)) for cut in found]


def _article(document: Document, cut: Cut, articles: int) -> Article:
    piece = piece_of(document, cut)
    return describe(piece, removals(piece), repairs(document, cut.span), articles)
