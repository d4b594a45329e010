"""Queries: every question that can be asked of a collection, under one roof; the answers are of `lesart.store.rows`."""

from lesart.store.captures import capture_bytes, capture_chunks_of
from lesart.store.judging import judgements_of as judgements
from lesart.store.listing import facets
from lesart.store.listing import list_articles as articles
from lesart.store.overview import list_failures as failures
from lesart.store.overview import resolve_document_key, resolve_key, status
from lesart.store.reading import every_article
from lesart.store.reading import read_article as article
from lesart.store.reading import read_document as document
from lesart.store.runs import newest_runs as runs
from lesart.store.search.searching import search

__all__ = [
    "article",
    "articles",
    "capture_bytes",
    "capture_chunks_of",
    "document",
    "every_article",
    "facets",
    "failures",
    "judgements",
    "resolve_document_key",
    "resolve_key",
    "runs",
    "search",
    "status",
]
