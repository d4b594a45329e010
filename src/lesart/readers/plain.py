"""Plain text and Markdown: the text is the decoded file, letter for letter, so that offsets point into the original."""

from collections.abc import Iterator

from lesart.readers.composition import refuse_long_text
from lesart.readers.encodings import decode, looks_like_text
from lesart.readers.media import charset_of
from lesart.readers.reader import Limits, Part, Reader, Record, Source, UnreadableError
from lesart.text.blocks import blocks_of_plain_text
from lesart.text.document import Document


def recognises(head: bytes, name: str, media_type: str | None) -> bool:
    return looks_like_text(head)


def parts(source: Source, limits: Limits) -> Iterator[Part]:
    yield Record(0, None)


def read(source: Source, record: Record, limits: Limits) -> Document:
    """Decode the file. Line ends, blank lines, Markdown marks and dead links stay; only a byte order mark goes."""
    decoded = decode(source.data, charset_of(source))
    refuse_long_text(len(decoded.text), limits)
    if not decoded.text.replace("\0", "").replace("\ufeff", "").strip():
        raise UnreadableError("the file holds no text", "Check that this is the file you meant.")
    media_type = "text/markdown" if source.name.lower().endswith((".md", ".markdown")) else "text/plain"
    return Document(
        text=decoded.text,
        blocks=tuple(blocks_of_plain_text(decoded.text)),
        media_type=media_type,
        encoding=decoded.encoding,
        warnings=decoded.warnings,
    )


PLAIN = Reader(
    name="plain",
    version="1",
    media_types=("text/plain", "text/markdown"),
    suffixes=(".txt", ".md", ".markdown", ".text"),
    recognises=recognises,
    parts=parts,
    document=read,
)
