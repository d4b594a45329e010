"""Registry: every reader, in the order in which they are asked, and the choice of one for a source."""

from lesart.readers.csv import CSV
from lesart.readers.docx import DOCX
from lesart.readers.eml import EML, MBOX
from lesart.readers.feed import FEED
from lesart.readers.gzip import GZIP, TAR
from lesart.readers.html import HTML
from lesart.readers.jsonl import JSONL
from lesart.readers.media import declared_media_type
from lesart.readers.pdf import PDF
from lesart.readers.plain import PLAIN
from lesart.readers.reader import Reader, Source, UnreadableError
from lesart.readers.wacz import WACZ
from lesart.readers.warc import WARC
from lesart.readers.zip import ZIP

# The first that recognises the content reads it: special kinds of ZIP before ZIP, marked formats before plain text.
READERS: tuple[Reader, ...] = (PDF, DOCX, WACZ, ZIP, WARC, GZIP, TAR, MBOX, EML, FEED, HTML, CSV, JSONL, PLAIN)
HEAD = 4096  # bytes that readers look at
_IMAGES = ((b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"))
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls, .msg)", "Save it as DOCX or PDF."),
    (b"{\\rtf", "an RTF file", "Save it as DOCX or plain text."),
    (b"SQLite format 3\0", "an SQLite database", "Export its table as CSV or JSON lines."),
    (b"7z\xbc\xaf", "a 7-Zip archive", "Unpack it and add the files, or pack them as ZIP."),
    (b"Rar!", "a RAR archive", "Unpack it and add the files, or pack them as ZIP."),
    (b"PAR1", "a Parquet file", "Export it as CSV or JSON lines."),
    (b"%!PS", "a PostScript file", "Convert it to PDF."),
)


def reader_for(source: Source) -> Reader:
    """Choose by content first, then by name, then by declared media type.

    UnreadableError where the source is empty or no reader knows it, with what it seems to be and what to do.
    """
    if not source.data:
        raise UnreadableError("the file is empty", "Check that it was downloaded or copied completely.")
    head, media_type = source.data[:HEAD], declared_media_type(source)
    known = _known_but_not_read(head)
    if known:
        raise known
    by_content = (r for r in READERS if r.recognises(head, source.name, media_type))
    by_name = (r for r in READERS if source.name.lower().endswith(r.suffixes))
    by_media_type = (r for r in READERS if media_type in r.media_types)
    for choice in (by_content, by_name, by_media_type):
        if reader := next(choice, None):
            return reader
    raise UnreadableError(
        "this is a binary file of an unknown kind", "Convert it to PDF, DOCX, HTML or plain text, then add that."
    )


def reader_named(name: str) -> Reader:
    """Return the reader of that name; KeyError where there is none."""
    return {reader.name: reader for reader in READERS}[name]


def _known_but_not_read(head: bytes) -> UnreadableError | None:
    for magic, kind in _IMAGES:
        if head.startswith(magic):
            return UnreadableError(f"this is an image ({kind})", "Put scanned pages into a PDF and add that.")
    for magic, kind, advice in _OTHERS:
        if head.startswith(magic):
            return UnreadableError(f"this is {kind}, which Lesart does not read", advice)
    return None
