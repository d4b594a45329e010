"""WACZ files: a ZIP of WARC files with indexes; the WARC files are read, the indexes are not needed."""

from collections.abc import Iterator
from dataclasses import replace

from lesart.readers import zip as zip_reader
from lesart.readers.reader import Limits, Member, Part, Reader, Source, Unread, UnreadableError


def recognises(head: bytes, name: str, media_type: str | None) -> bool:
    is_zip = zip_reader.recognises(head, name, media_type)
    return is_zip and (name.lower().endswith(".wacz") or media_type in MEDIA_TYPES or b"datapackage.json" in head)


def parts(source: Source, limits: Limits) -> Iterator[Part]:
    """Yield the WARC files under `archive/`; one may be as large as a source."""
    found = False
    for part in zip_reader.parts(source, replace(limits, member_bytes=max(limits.member_bytes, limits.source_bytes))):
        uri = part.source.uri if isinstance(part, Member) else part.uri if isinstance(part, Unread) else ""
        if "!/archive/" in uri.removeprefix(source.uri):
            found = True
            yield part
    if not found:
        raise UnreadableError("there is no WARC file in this WACZ file", "Check that the crawl was completed.")


MEDIA_TYPES = ("application/wacz", "application/x-wacz")
WACZ = Reader(
    name="wacz",
    version="1",
    media_types=MEDIA_TYPES,
    suffixes=(".wacz",),
    recognises=recognises,
    parts=parts,
)
