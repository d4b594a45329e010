"""DOCX files: paragraphs, headings, lists and tables in order, links, and the document's own properties as clues."""

import io
import re
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph
from lxml import etree

from lesart.readers import zip as zip_reader
from lesart.readers.composition import Composition
from lesart.readers.containers import RATIO_GRACE, UNPACK_ADVICE, damage_reported
from lesart.readers.pages.blocks import followable
from lesart.readers.reader import Limits, Part, Reader, Record, Source, UnreadableError
from lesart.text.blocks import BlockKind
from lesart.text.document import Clue, Document

DAMAGE = (*zip_reader.DAMAGE, OpcError, etree.LxmlError, KeyError, AttributeError, TypeError, AssertionError)
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_HEADING = re.compile(r"(?:heading|überschrift|заголовок)\s*(\d)", re.IGNORECASE)
_TITLE = ("title", "titel", "название", "назва")
_LIST = re.compile(r"list|aufzählung|список", re.IGNORECASE)
DEEPEST_TABLE = 5


def recognises(head: bytes, name: str, media_type: str | None) -> bool:
    is_zip = zip_reader.recognises(head, name, media_type)
    return is_zip and (name.lower().endswith((".docx", ".docm")) or media_type == MEDIA_TYPE or b"word/" in head)


def parts(source: Source, limits: Limits) -> Iterator[Part]:
    yield Record(0, None)


def read(source: Source, record: Record, limits: Limits) -> Document:
    """Read the body; headers, footers, comments and deleted passages are not part of it."""
    _refuse_bombs(source, limits)
    composition = Composition(limits)
    with damage_reported(DAMAGE, "DOCX file"):
        document = docx.Document(io.BytesIO(source.data))
        for item in document.iter_inner_content():
            _add(composition, item, 0)
        clues = list(_clues(document))
    return composition.document(clues=clues, media_type=MEDIA_TYPE)


def _refuse_bombs(source: Source, limits: Limits) -> None:
    """Look at the sizes that the archive declares; what it holds beyond them is never unpacked."""
    with zip_reader.open_archive(source.data, limits) as archive:
        sizes = [info.file_size for info in archive.infolist()]
    total = sum(sizes)
    if max(sizes, default=0) > limits.member_bytes or total > max(RATIO_GRACE, len(source.data) * limits.ratio):
        raise UnreadableError("the file unpacks to more than is allowed, like an archive bomb", UNPACK_ADVICE)


def _add(composition: Composition, item: Paragraph | Table, depth: int) -> None:
    if isinstance(item, Paragraph):
        kind, level = _kind(item)
        composition.add(item.text, kind, level=level, links=_links(item))
    elif depth < DEEPEST_TABLE:
        for row in item.rows:
            cells = ["\n".join(p.text for p in cell.paragraphs).strip() for cell in row.cells]
            shown = [c for i, c in enumerate(cells) if i == 0 or row.cells[i]._tc is not row.cells[i - 1]._tc]
            composition.add("\t".join(shown), BlockKind.TABLE_ROW)


def _kind(paragraph: Paragraph) -> tuple[BlockKind, int | None]:
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    if style.lower() in _TITLE:
        return BlockKind.HEADING, 1
    if found := _HEADING.match(style):
        return BlockKind.HEADING, min(max(int(found.group(1)), 1), 6)
    properties = paragraph._p.pPr
    if _LIST.search(style) or (properties is not None and properties.numPr is not None):
        return BlockKind.LIST_ITEM, 1
    return (BlockKind.QUOTE, None) if "quot" in style.lower() else (BlockKind.PARAGRAPH, None)


def _links(paragraph: Paragraph) -> list[tuple[int, int, str]]:
    links: list[tuple[int, int, str]] = []
    position = 0
    for item in paragraph.iter_inner_content():
        end = position + len(item.text)
        if isinstance(item, Hyperlink) and (url := followable(item.url)):
            links.append((position, end, url))
        position = end
    return links


def _clues(document: WordDocument) -> Iterator[Clue]:
    properties = document.core_properties
    for value, field in ((properties.title, "title"), (properties.author, "author"), (properties.language, "language")):
        if value and value.strip() and value.strip().lower() not in ("python-docx", "word document"):
            yield Clue(field, value.strip(), f"document property {field}", value)  # type: ignore[arg-type]  # a ClueField


DOCX = Reader(
    name="docx",
    version="1",
    media_types=(MEDIA_TYPE,),
    suffixes=(".docx", ".docm"),
    recognises=recognises,
    parts=parts,
    document=read,
)
