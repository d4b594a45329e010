"""Description: the schema in words, from the comments of the tables; `docs/schema.md` is what this returns."""

from sqlalchemy import Column, Table

from lesart.store.dialects import fulltext
from lesart.store.schema import REVISION, metadata

_HEAD = f"""# The schema of a collection

A collection is one SQLite file, revision {REVISION} of this schema, and any tool that opens SQLite opens it. Write to it with
Lesart only. This page is made from `src/lesart/store/schema.py` by `scripts/schema-docs`; a test sees
to it that the two agree.

* Offsets (`start`, `end`, the spans in JSON) are Unicode code points into `documents.text`, half open.
* A document's key is the first 12 hex digits of its capture's SHA-256, and `.n` for the n-th record of a table or feed; an
  article's key is that, `-`, and its start. Keys depend on the bytes only.
* `articles`, `bylines`, `topics`, `provenance` hold what holds now, corrections applied; `article_contents` holds the
  article as proposed, with the evidence of every statement, and as corrected.
* The file is in write-ahead logging: while it is open, `-wal` and `-shm` lie beside it and belong to it.
"""
_TAIL = """## Full-text index

`article_search` (FTS5) has a row for each article, `articles.search_row`, with the columns {columns}. It is contentless:
it says where words stand, the texts are in `documents`. Words are folded (`lesart.store.search.words`) and parted by blanks.
Rows to which no article points are of articles that were read anew or corrected; `lesart.store.rebuilding` drops them.
`vocabulary_search` (FTS5, letter triples) finds the terms of `vocabulary` by their parts. Tables whose names begin with
either are SQLite's own parts of the two; `alembic_version` holds the revision.
"""


def schema_page() -> str:
    """Return the page on the schema in Markdown."""
    tables = sorted(metadata.tables.values(), key=lambda table: table.name)
    tail = _TAIL.format(columns=", ".join(f"`{name}`" for name in fulltext.COLUMNS))
    return "\n".join([_HEAD, *(_table(table) for table in tables), tail])


def _table(table: Table) -> str:
    rows = [f"| `{column.name}` | {_type(column)} | {column.comment} |" for column in table.columns]
    return "\n".join(
        [f"## {table.name}", "", f"{table.comment}", "", "| column | type | holds |", "|---|---|---|", *rows, ""]
    )


def _type(column: Column[object]) -> str:
    kind = str(column.type).lower()
    marks = [kind]
    if column.primary_key:
        marks.append("key")
    elif not column.nullable:
        marks.append("never empty")
    marks += [f"→ {key.column.table.name}" for key in column.foreign_keys]
    return ", ".join(marks)
