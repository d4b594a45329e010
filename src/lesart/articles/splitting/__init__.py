"""Splitting: a document that holds several pieces is cut into them; one piece stays whole."""

from lesart.articles.splitting.cuts import split

__all__ = ["split"]
