"""Splitting: a document that holds several pieces is cut into them; one piece stays whole."""

from lesart.articles.splitting.split import split

__all__ = ["split"]
