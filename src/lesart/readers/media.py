"""Media types: what headers declare about a source: its type without parameters, its charset, its address."""

import re

from lesart.readers.reader import Source

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def plain_media_type(declared: str | None) -> str | None:
    """Return a media type in lower case and without parameters."""
    return (declared or "").partition(";")[0].strip().lower() or None


def declared_media_type(source: Source) -> str | None:
    return plain_media_type(source.media_type or source.headers.get("content-type"))


def charset_of(source: Source) -> str | None:
    """Return the charset that the source's headers declare."""
    for header in (source.media_type, source.headers.get("content-type")):
        if header and (found := _CHARSET.search(header)):
            return found.group(1)
    return None


def address_of(source: Source) -> str:
    """Return the URL at which the source was published, as far as known; else its `uri`."""
    return source.headers.get("warc-target-uri") or source.headers.get("content-location") or source.uri
