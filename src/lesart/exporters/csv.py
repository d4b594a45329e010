"""CSV: one row an article with the columns of `docs/export.md`; cells never begin like a formula."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import BinaryIO

from lesart.exporters.exported import ExportedArticle
from lesart.exporters.exporter import Exporter
from lesart.text.article import Provenance, Role, Statement

BETWEEN = "; "  # between several values in one cell
# What spreadsheets take for the beginning of a formula, full-width forms included (OWASP, "CSV Injection").
FORMULA_STARTS = frozenset("=+-@\t\r\n|＝＋－＠")


def write(
    articles: Iterable[ExportedArticle], out: BinaryIO, *, delimiter: str = ",", byte_order_mark: bool = False
) -> int:
    """Write a header and one row an article (RFC 4180, UTF-8), and return how many articles."""
    text = io.TextIOWrapper(
        out, encoding="utf-8-sig" if byte_order_mark else "utf-8", errors="replace", newline="", write_through=True
    )
    rows = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    count = 0
    for article in articles:
        rows.writerow([inert(cell(article)) for cell in COLUMNS.values()])
        count += 1
    text.detach()  # the stream is the caller's to close
    return count


def inert(cell: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet would take for a formula."""
    begins = cell.lstrip(" \u00a0\u200b\ufeff")[:1]
    return f"'{cell}" if begins in FORMULA_STARTS and begins else cell


def _value(statement: Statement | None) -> str:
    return statement.value if statement else ""


def _names(article: ExportedArticle, *roles: Role) -> str:
    return BETWEEN.join(byline.name for byline in article.article.bylines if byline.role in roles)


def _provenance(link: Provenance) -> str:
    parts = (link.outlet, link.author, link.date, link.language)
    return f"{link.relation}: {', '.join(part for part in parts if part)}".rstrip(": ")


def _one_line(text: str) -> str:
    return " ".join(text.split())


OTHER_ROLES = tuple(role for role in Role if role not in (Role.AUTHOR, Role.TRANSLATOR))

COLUMNS: Mapping[str, Callable[[ExportedArticle], str]] = {
    "key": lambda a: a.key,
    "document": lambda a: a.document_key,
    "file": lambda a: a.file,
    "origin": lambda a: a.origins[0].uri,
    "obtained_at": lambda a: a.origins[0].obtained_at,
    "sha256": lambda a: a.sha256,
    "start": lambda a: str(a.article.span.start),
    "end": lambda a: str(a.article.span.end),
    "title": lambda a: _one_line(_value(a.article.title)),
    "subtitle": lambda a: _one_line(_value(a.article.subtitle)),
    "authors": lambda a: _names(a, Role.AUTHOR),
    "translators": lambda a: _names(a, Role.TRANSLATOR),
    "others": lambda a: _names(a, *OTHER_ROLES),
    "outlet": lambda a: _value(a.article.outlet),
    "url": lambda a: _value(a.article.url),
    "date": lambda a: a.article.published.date or "",
    "date_basis": lambda a: str(a.article.published.basis),
    "date_earliest": lambda a: a.article.published.earliest or "",
    "date_latest": lambda a: a.article.published.latest or "",
    "date_evidence": lambda a: BETWEEN.join(_one_line(e.quote) for e in a.article.published.evidence),
    "language": lambda a: _value(a.article.language),
    "topics": lambda a: BETWEEN.join(topic.value for topic in a.article.topics),
    "extent": lambda a: str(a.article.extent),
    "provenance": lambda a: BETWEEN.join(_provenance(link) for link in a.article.provenance),
    "provenance_evidence": lambda a: BETWEEN.join(_one_line(link.evidence.quote) for link in a.article.provenance),
    "words": lambda a: str(len(a.view.text.split())),
    "removed_passages": lambda a: str(sum(not passage.restored for passage in a.removed)),
    "corrections": lambda a: str(len(a.judgements)),
}

CSV = Exporter(
    name="csv",
    suffix=".csv",
    media_type="text/csv",
    summary="CSV: one row an article, without the text; commas, UTF-8",
    write=write,
)
CSV_EXCEL = Exporter(
    name="csv-excel",
    suffix=".csv",
    media_type="text/csv",
    summary="the same for a double click into Excel: semicolons and a byte order mark",
    write=partial(write, delimiter=";", byte_order_mark=True),
)
