"""PDF files: the text layer as paragraphs, words cut at line ends as repairs, running heads and page numbers as furniture.

Scanned pages go through Tesseract where it is installed.
"""

import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import pypdfium2
from pypdfium2 import raw

from lesart.readers.composition import Composition, whole_characters
from lesart.readers.dates import iso_day
from lesart.readers.lines import is_cut, join_lines, words_of
from lesart.readers.ocr import recognise_text
from lesart.readers.reader import Limits, Part, Reader, Record, Source, UnreadableError
from lesart.text.blocks import BlockKind
from lesart.text.document import Clue, Document

MAGIC = b"%PDF-"
MOST_PAGES = 5000
CUT_LETTERS = (0x02, 0xFFFE)  # what PDFium writes for a hyphen and the line end after it
SCAN_SCALE = 300 / 72  # dots per point; Tesseract is trained for 300 dpi
SCAN_PIXELS = 25_000_000  # of one page; larger pages are rendered smaller
RUNNING_SHARE = 0.5  # of the pages (at least two) on which a line must stand at the same edge to be a running head
EDGE_LINES = 2  # lines at the top and the bottom of a page that may be running heads
HEADING_SIZE = 1.15  # times the usual size of the document's letters
NEW_PARAGRAPH_GAP = 1.45  # times the usual distance of lines
SHORT_LINE = 0.82  # of the column's width; a line that ends a sentence so far left ends the paragraph
INDENT = 0.8  # times the letter size
_PAGE_NUMBER = re.compile(
    r"^\W*(?:(?:seite|page|s\.|p\.|стр\.?|с\.)\s*)?\d{1,4}(?:\s*(?:/|von|of|из|з)\s*\d{1,4})?\W*$", re.I
)
_SENTENCE_END = re.compile(r"[.!?:…][\"“”«»’')\]]*$")
_NOBODY = frozenset(("anonymous", "unknown", "admin", "user", "administrator", "author"))
_DATE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")
TOO_LONG = ("reading this PDF takes longer than allowed", "Split it, or raise the time limit.")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: text, box in points (y grows upwards) and letter size; zeros where it comes from a scan."""

    text: str
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    top: float = 0.0
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that belong together: a paragraph, a heading, or furniture."""

    lines: tuple[Line, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    furniture: str | None = None


def recognises(head: bytes, name: str, media_type: str | None) -> bool:
    return MAGIC in head[:1024]


def parts(source: Source, limits: Limits) -> Iterator[Part]:
    yield Record(0, None)


def read(source: Source, record: Record, limits: Limits) -> Document:
    """Read all pages in order; UnreadableError for encrypted, damaged and empty files, and for scans without OCR."""
    document = _opened(source.data)
    try:
        pages, scanned = _pages(document, limits)
        clues = list(_clues(document))
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(f"the PDF is damaged: {error}", "Open it elsewhere and print it to a new PDF.") from error
    finally:
        document.close()
    composition = Composition(limits)
    vocabulary = words_of([line.text for page in pages for line in page])
    for piece in _pieces(pages):
        paragraph = join_lines([line.text for line in piece.lines], vocabulary)
        composition.add(
            paragraph.text, piece.kind, level=piece.level, furniture=piece.furniture, repairs=paragraph.repairs
        )
    if not len(composition):
        raise UnreadableError("the PDF holds no text", "Check that its pages are not empty.")
    warnings = (f"{scanned} scanned pages were read by OCR; expect errors",) if scanned else ()
    return composition.document(clues=clues, media_type="application/pdf", warnings=warnings)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableError("the PDF is encrypted", "Open it with its password and save it without.") from error
        raise UnreadableError("the PDF is damaged", "Get it anew, or print it to a new PDF elsewhere.") from error


def _pages(document: pypdfium2.PdfDocument, limits: Limits) -> tuple[list[list[Line]], int]:
    """Return the lines of each page, and how many pages were scans."""
    if len(document) > MOST_PAGES:
        raise UnreadableError(f"the PDF has more than {MOST_PAGES} pages", "Split it into smaller files.")
    end = time.monotonic() + limits.seconds
    pages: list[list[Line]] = []
    scanned = characters = 0
    for number in range(len(document)):
        lines, is_scan = _page(document, number, end)
        pages.append(lines)
        scanned += is_scan
        characters += sum(len(line.text) for line in lines)
        if characters > limits.text_characters:
            raise UnreadableError(f"the text has more than {limits.text_characters} characters", "Split the PDF.")
        if time.monotonic() > end:
            raise UnreadableError(*TOO_LONG)
    return pages, scanned


def _page(document: pypdfium2.PdfDocument, number: int, end: float) -> tuple[list[Line], bool]:
    page = document[number]
    try:
        text_page = page.get_textpage()
        try:
            lines = _text_lines(text_page)
        finally:
            text_page.close()
        if lines or not _has_image(page):
            return lines, False
        return _scanned_lines(page, end), True
    finally:
        page.close()


def _text_lines(text_page: pypdfium2.PdfTextPage) -> list[Line]:
    """Return the lines in the order of the text layer, each with the box from its first to its last letter."""
    handle = text_page.raw
    letters = [raw.FPDFText_GetUnicode(handle, i) for i in range(text_page.count_chars())]
    lines: list[Line] = []
    start = 0
    for index, letter in enumerate([*letters, 10]):
        if letter in (10, 13, *CUT_LETTERS):
            if line := _line(text_page, letters, start, index):
                lines.append(replace(line, text=line.text + "-") if letter in CUT_LETTERS else line)
            start = index + 1
    return lines


def _line(text_page: pypdfium2.PdfTextPage, letters: list[int], start: int, end: int) -> Line | None:
    shown = [i for i in range(start, end) if letters[i] > 32]
    if not shown:
        return None
    text = _joined_surrogates(letters[start:end])
    first, last = text_page.get_charbox(shown[0], loose=True), text_page.get_charbox(shown[-1], loose=True)
    size = raw.FPDFText_GetFontSize(text_page.raw, shown[0]) or 0.0
    height = max(first[3] - first[1], 0.0)
    return Line(text, first[0], last[2], min(first[1], last[1]), max(first[3], last[3]), max(size, 0.0) * 1.0 or height)


def _joined_surrogates(letters: list[int]) -> str:
    text = "".join(chr(letter) for letter in letters if 0 < letter <= 0x10FFFF)
    return " ".join(
        whole_characters(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")).split(" ")
    ).strip()


def _has_image(page: pypdfium2.PdfPage) -> bool:
    kinds = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM)
    return next(iter(page.get_objects(filter=kinds, max_depth=1)), None) is not None


def _scanned_lines(page: pypdfium2.PdfPage, end: float) -> list[Line]:
    width, height = page.get_size()
    scale = min(SCAN_SCALE, (SCAN_PIXELS / max(width * height, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        buffer, stride = bytes(bitmap.buffer), bitmap.stride
        rows = b"".join(buffer[y * stride : y * stride + bitmap.width] for y in range(bitmap.height))
        image = f"P5 {bitmap.width} {bitmap.height} 255\n".encode() + rows
    finally:
        bitmap.close()
    text = recognise_text(image, end - time.monotonic())
    return [Line(" ".join(line.split())) for line in text.splitlines()]


def _pieces(pages: list[list[Line]]) -> list[Piece]:
    """Return the pieces of all pages in order; a paragraph that goes on over a page is one, before the furniture."""
    heads = _running_heads(pages)
    size = _usual_size(pages)
    pieces: list[Piece] = []
    for number, page in enumerate(pages):
        found = [_furniture(line, at, page, heads) for at, line in enumerate(page)]
        body = [line for line, reason in zip(page, found, strict=True) if reason is None]
        top = [Piece((page[i],), furniture=reason) for i, reason in enumerate(found) if reason and i < len(page) / 2]
        foot = [Piece((page[i],), furniture=reason) for i, reason in enumerate(found) if reason and i >= len(page) / 2]
        paragraphs = list(_paragraphs(body, size))
        if number and paragraphs and (at := _open_paragraph(pieces, paragraphs[0])) is not None:
            pieces[at] = Piece(pieces[at].lines + paragraphs.pop(0).lines)
        pieces += [*top, *paragraphs, *foot]
    return pieces


def _running_heads(pages: list[list[Line]]) -> set[str]:
    """Return the lines, digits taken for equal, that stand at an edge of many pages."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_shape(line.text) for line in [*page[:EDGE_LINES], *page[-EDGE_LINES:]]})
    least = max(2, RUNNING_SHARE * len(pages))
    return {shape for shape, count in counts.items() if count >= least and shape}


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text).strip().lower()


def _furniture(line: Line, at: int, page: list[Line], heads: set[str]) -> str | None:
    if EDGE_LINES <= at < len(page) - EDGE_LINES:
        return None
    if _PAGE_NUMBER.match(line.text) and at in (0, len(page) - 1) and len(page) > 1:
        return "page number"
    return "running head" if _shape(line.text) in heads else None


def _usual_size(pages: list[list[Line]]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _open_paragraph(pieces: list[Piece], following: Piece) -> int | None:
    """Return the last paragraph where it goes on in the following one: cut, or without an end before a small letter."""
    at = next((i for i in range(len(pieces) - 1, -1, -1) if pieces[i].furniture is None), None)
    if at is None or pieces[at].kind is not BlockKind.PARAGRAPH or following.kind is not BlockKind.PARAGRAPH:
        return None
    end, start = pieces[at].lines[-1].text, following.lines[0].text
    return at if is_cut(end) or (start[:1].islower() and not _SENTENCE_END.search(end)) else None


def _paragraphs(lines: list[Line], usual_size: float) -> Iterator[Piece]:
    """Cut a page's lines into paragraphs and headings."""
    gap = _usual_gap(lines)
    left, right = min((x.left for x in lines), default=0.0), max((x.right for x in lines), default=0.0)
    current: list[Line] = []
    for line in lines:
        if current and _begins_paragraph(current, line, gap, right - left):
            yield _piece(current, usual_size)
            current = []
        if line.text:
            current.append(line)
    if current:
        yield _piece(current, usual_size)


def _usual_gap(lines: list[Line]) -> float:
    gaps = Counter(round(a.bottom - b.bottom, 1) for a, b in pairwise(lines) if a.bottom > b.bottom)
    return gaps.most_common(1)[0][0] if gaps else 0.0


def _begins_paragraph(current: list[Line], line: Line, gap: float, width: float) -> bool:
    before = current[-1]
    if not line.text:
        return True
    if not gap or is_cut(before.text):
        return False
    step = before.bottom - line.bottom
    if step > NEW_PARAGRAPH_GAP * gap or abs(line.size - before.size) > 0.08 * max(before.size, 1.0):
        return True
    if step < -gap / 2:  # a new column, or a page that is not written from top to bottom
        return bool(_SENTENCE_END.search(before.text)) or not line.text[:1].islower()
    ends = bool(_SENTENCE_END.search(before.text))
    column = max(x.right for x in current) - min(x.left for x in current)
    indented = line.left - before.left > INDENT * max(line.size, 1.0)
    short = before.right - before.left < SHORT_LINE * max(column, min(width, line.right - line.left))
    return ends and (short or (indented and len(current) > 0))


def _piece(lines: list[Line], usual_size: float) -> Piece:
    size = lines[0].size
    if usual_size and size > HEADING_SIZE * usual_size and len(lines) <= 4:
        level = 1 if size > 1.6 * usual_size else 2 if size > 1.3 * usual_size else 3
        return Piece(tuple(lines), BlockKind.HEADING, level)
    return Piece(tuple(lines))


def _clues(document: pypdfium2.PdfDocument) -> Iterator[Clue]:
    """Read the file's properties; the date is when the file was made, and says so."""
    properties = document.get_metadata_dict(skip_empty=True)
    title, author = properties.get("Title", "").strip(), properties.get("Author", "").strip()
    if title and not re.search(r"\.\w{2,4}$|^Microsoft Word|^untitled", title, re.IGNORECASE):
        yield Clue("title", title, "PDF property Title", title)
    if author and author.lower() not in _NOBODY:
        yield Clue("author", author, "PDF property Author", author)
    made = properties.get("CreationDate", "")
    if found := _DATE.match(made):
        day = iso_day("-".join(part for part in found.groups() if part))
        if day:
            yield Clue("modified", day, "PDF property CreationDate", made)


PDF = Reader(
    name="pdf",
    version="1",
    media_types=("application/pdf", "application/x-pdf"),
    suffixes=(".pdf",),
    recognises=recognises,
    parts=parts,
    document=read,
)
