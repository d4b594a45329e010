"""JSON lines, and JSON arrays of objects: every object is a document, its fields named as in `columns`."""

import io
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress

import msgspec

from lesart.readers.columns import NAME_THEM, assigned, row_document
from lesart.readers.encodings import decode, looks_like_text
from lesart.readers.reader import Limits, Part, Reader, Record, Source, Unread, UnreadableError
from lesart.text.document import Document

SUFFIXES = (".jsonl", ".ndjson", ".json")
MEDIA_TYPES = ("application/jsonl", "application/x-ndjson", "application/x-jsonlines", "application/json")
BAD_LINES = 1000  # after so many the file is held to be something else
_DECODE_ERRORS = (msgspec.DecodeError, RecursionError, UnicodeError, ValueError)


def recognises(head: bytes, name: str, media_type: str | None) -> bool:
    """Recognise an object in the first line, or what is called JSON and begins like it."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith((b"{", b"[")) or not looks_like_text(head):
        return False
    if media_type in MEDIA_TYPES or name.lower().endswith(SUFFIXES):
        return True
    line, end, _ = start.partition(b"\n")
    return bool(end) and isinstance(_object(line), dict)


def _object(line: bytes) -> object:
    """Decode one line; the slower parser of the standard library also takes halves of characters, which some write."""
    try:
        return msgspec.json.decode(line)
    except _DECODE_ERRORS:
        with suppress(*_DECODE_ERRORS):
            return json.loads(line)
    return None


def parts(source: Source, limits: Limits) -> Iterator[Part]:
    """Yield a record for each object, an Unread for each line that is none."""
    data = _utf8(source.data)
    if data.lstrip().startswith(b"[") or not _is_by_lines(data):
        yield from _array(source, data)
        return
    ordinal = bad = 0
    for number, line in enumerate(io.BytesIO(data), start=1):
        if not line.strip():
            continue
        row = _object(line)
        if isinstance(row, dict):
            yield Record(ordinal, row, f"line {number}")
            ordinal += 1
            continue
        bad += 1
        yield Unread(f"{source.uri}#line={number}", "this line is no JSON object", "Correct the line, or leave it out.")
        if bad >= BAD_LINES:
            raise UnreadableError(f"more than {BAD_LINES} lines are no JSON objects", "Check that it is JSON lines.")
    if not ordinal:
        raise UnreadableError("there is no JSON object in it", "Check that it is JSON lines: one object a line.")


def _utf8(data: bytes) -> bytes:
    """Return the data in UTF-8 without a mark; nearly always it is that already."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:64]:
        return decode(data).text.encode("utf-8", "replace")
    return data.removeprefix(b"\xef\xbb\xbf")


def _is_by_lines(data: bytes) -> bool:
    """Tell one object a line from one object over many lines, which is no line by itself."""
    first = data.lstrip().partition(b"\n")[0]
    return isinstance(_object(first), dict) or not isinstance(_object(data), dict)


def _array(source: Source, data: bytes) -> Iterator[Part]:
    try:
        whole = msgspec.json.decode(data)
    except _DECODE_ERRORS as error:
        raise UnreadableError(f"the JSON is damaged: {str(error)[:200]}", "Get the file anew.") from error
    rows = whole if isinstance(whole, list) else _longest_list(whole)
    objects = [row for row in rows if isinstance(row, dict)]
    if not objects:
        raise UnreadableError("there is no list of JSON objects in it", "Save the articles as JSON lines.")
    for ordinal, row in enumerate(objects):
        yield Record(ordinal, row, f"object {ordinal + 1}")


def _longest_list(whole: object) -> list[object]:
    """Return the rows of an object that wraps them (`{"articles": [...]}`), else the object itself as a row."""
    if not isinstance(whole, dict):
        return []
    lists = [value for value in whole.values() if isinstance(value, list) and any(isinstance(v, dict) for v in value)]
    return [whole] if "text" in assigned([str(k) for k in whole]) or not lists else max(lists, key=len)


def read(source: Source, record: Record, limits: Limits) -> Document:
    """Make the document of one object; nested values are left out, lists of words joined."""
    if not isinstance(record.payload, Mapping):
        raise UnreadableError("this is no JSON object", "Check that it is JSON lines: one object a line.")
    row = {str(name): value for name, given in record.payload.items() if (value := _plain(given)) is not None}
    wished = tuple((field, column) for field, column in limits.columns if column in row)
    columns = assigned(list(row), wished)
    if "text" not in columns and "title" not in columns:
        raise UnreadableError(f"no field holds a text; there are: {', '.join(row)[:300]}", NAME_THEM)
    return row_document(row, columns, "field", record.locator, "application/jsonl", limits)


def _plain(value: object) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return ", ".join(v for v in value if isinstance(v, str)) or None
    return _plain(value.get("name")) if isinstance(value, dict) else None


JSONL = Reader(
    name="jsonl",
    version="1",
    media_types=MEDIA_TYPES,
    suffixes=SUFFIXES,
    recognises=recognises,
    parts=parts,
    document=read,
)
