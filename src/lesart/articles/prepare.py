"""Prepare: a document becomes its articles: split, cleaned, described."""

from collections.abc import Sequence

from lesart.text.article import Article, Cut
from lesart.text.document import Document

VERSION = "1"  # raise it whenever splitting, cleaning or description changes what it finds


def prepare(document: Document, cuts: Sequence[Cut] | None = None) -> list[Article]:
    """Return the articles of a document in order; at least one unless all of it is blank.

    `cuts` takes the place of the splitter's own (a person has moved some).
    """
    raise NotImplementedError
