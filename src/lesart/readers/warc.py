"""WARC files: every archived response or resource that may hold text becomes a source with its URL, time and headers."""

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from lesart.readers.containers import UNPACK_ADVICE, Allowance, TooLargeError, damage_reported, refuse_depth
from lesart.readers.gzip import beginning
from lesart.readers.media import plain_media_type
from lesart.readers.reader import Limits, Member, Part, Reader, Source, Unread, UnreadableError

MAGIC = b"WARC/"
DAMAGE = (OSError, EOFError, ValueError, OverflowError, RuntimeError, UnicodeError, KeyError, TypeError)
NOT_TEXT = re.compile(
    r"(?:image|audio|video|font)/|text/(?:css|javascript)|application/(?:(?:x-)?javascript|ecmascript|font|wasm|vnd\.ms-)"
)
KEPT_HEADERS = ("content-type", "last-modified", "content-language", "date", "link")


def recognises(head: bytes, name: str, media_type: str | None) -> bool:
    return head.startswith(MAGIC) or (head.startswith(b"\x1f\x8b") and beginning(head).startswith(MAGIC))


def parts(source: Source, limits: Limits) -> Iterator[Part]:
    """Yield what was answered with status 200, scripts, styles, images and redirections left out."""
    refuse_depth(source, limits)
    allowance = Allowance(limits)
    found = 0
    with damage_reported(DAMAGE, "WARC file"):
        records = ArchiveIterator(
            io.BytesIO(source.data),
            record_types=WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion,
            auto_decode="all",
            strict_mode=False,
        )
        for record in records:
            found += 1
            if (url := record.headers.get("WARC-Target-URI")) and _may_hold_text(record):
                allowance.count_member()
                yield _part(source, record, url.strip("<> "), allowance)
    if not found:
        raise UnreadableError("there is no archived page in this WARC file", "Check that the crawl was completed.")


def _may_hold_text(record: WarcRecord) -> bool:
    if record.is_http and record.http_headers is not None and record.http_headers.status_code not in (200, 203, None):
        return False
    return not NOT_TEXT.match(plain_media_type(_media_type(record)) or "")


def _media_type(record: WarcRecord) -> str | None:
    headers = record.http_headers if record.is_http else record.headers
    return headers.get("Content-Type") if headers is not None else None


def _part(source: Source, record: WarcRecord, url: str, allowance: Allowance) -> Member | Unread:
    uri = f"{source.uri}!/{url.replace('!/', '!%2F')}"
    headers = {"warc-target-uri": url}
    if record.is_http and record.http_headers is not None:
        given = {name.lower(): value for name, value in record.http_headers.items()}
        headers |= {name: given[name] for name in KEPT_HEADERS if name in given}
    media_type = _media_type(record)
    obtained_at = _time(record)
    try:
        data = allowance.unpack(record.reader, max(record.content_length, 1))
    except TooLargeError as error:
        return Unread(uri, str(error), UNPACK_ADVICE)
    return Member(Source(data, uri, media_type, obtained_at, headers))


def _time(record: WarcRecord) -> str | None:
    written = record.headers.get("WARC-Date")
    try:
        moment = datetime.fromisoformat(written.replace("Z", "+00:00")) if written else None
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None
    except (ValueError, OverflowError):
        return None


WARC = Reader(
    name="warc",
    version="1",
    media_types=("application/warc",),
    suffixes=(".warc", ".warc.gz"),
    recognises=recognises,
    parts=parts,
)
