"""Search: words, query language, full-text index and hits; see docs/search.md."""
