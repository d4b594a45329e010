"""CSV and TSV tables: every row is a document, its columns named as in `columns`."""

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import islice

from lesart.readers.columns import NAME_THEM, assigned, row_document
from lesart.readers.encodings import decode, looks_like_text
from lesart.readers.media import charset_of
from lesart.readers.reader import Limits, Part, Reader, Record, Source, Unread, UnreadableError
from lesart.text.document import Document

SUFFIXES = (".csv", ".tsv", ".tab")
MEDIA_TYPES = ("text/csv", "text/tab-separated-values", "application/csv")
DELIMITERS = ",;\t|"
SAMPLE_ROWS = 20
MOST_COLUMNS = 1000


def recognises(head: bytes, name: str, media_type: str | None) -> bool:
    """Recognise a table by its name or media type: commas alone make no table."""
    return looks_like_text(head) and (name.lower().endswith(SUFFIXES) or media_type in MEDIA_TYPES)


def parts(source: Source, limits: Limits) -> Iterator[Part]:
    """Yield a record for each row below the header line.

    UnreadableError where no column is known to hold texts, rather than a guess at one.
    """
    text = decode(source.data, charset_of(source)).text
    rows = _rows(text, limits)
    header = [name.strip() for name in next(rows, [])]
    columns = assigned(header, limits.columns)
    if "text" not in columns and "title" not in columns:
        raise UnreadableError(f"no column holds a text; there are: {', '.join(header)[:300]}", NAME_THEM)
    ordinal = 0
    for number, row in enumerate(rows, start=2):
        if len(row) > len(header):
            yield Unread(f"{source.uri}#row={number}", "this row has more cells than the header", "Correct its quotes.")
        elif any(cell.strip() for cell in row):
            yield Record(ordinal, dict(zip(header, row, strict=False)), f"row {number}")
            ordinal += 1
    if not ordinal:
        raise UnreadableError("the table has a header but no rows", "Check that it was exported completely.")


def _rows(text: str, limits: Limits) -> Iterator[list[str]]:
    """Read rows with the delimiter that cuts the first ones into the same number of cells."""
    csv.field_size_limit(limits.text_characters)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text)):
            if len(row) > MOST_COLUMNS:
                raise UnreadableError(f"a row has more than {MOST_COLUMNS} cells", "Check the quotes of the table.")
            yield row
    except csv.Error as error:
        raise UnreadableError(f"the table is damaged: {error}", "Export it anew, with quotes round texts.") from error


def delimiter(text: str) -> str:
    """Return the delimiter under which the first rows have most cells, and all the same number if any does."""
    head = text[:200_000]
    return max(DELIMITERS, key=lambda mark: _regularity(head, mark))


def _regularity(head: str, mark: str) -> tuple[bool, int]:
    try:
        lengths = [len(row) for row in islice(csv.reader(io.StringIO(head, newline=""), delimiter=mark), SAMPLE_ROWS)]
    except csv.Error:
        return False, 0
    header = lengths[0] if lengths else 0
    return header > 1 and sum(length == header for length in lengths) * 2 >= len(lengths), header


def read(source: Source, record: Record, limits: Limits) -> Document:
    """Make the document of one row."""
    if not isinstance(record.payload, Mapping):
        raise UnreadableError("this is no row of a table", "Export the table anew.")
    row = {str(name): str(cell) for name, cell in record.payload.items()}
    wished = tuple((field, column) for field, column in limits.columns if column in row)
    return row_document(row, assigned(list(row), wished), "column", record.locator, "text/csv", limits)


CSV = Reader(
    name="csv",
    version="1",
    media_types=MEDIA_TYPES,
    suffixes=SUFFIXES,
    recognises=recognises,
    parts=parts,
    document=read,
)
