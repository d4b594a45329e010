"""PDF files: the text layer as paragraphs, words cut at line ends as repairs, running heads and page numbers as furniture.

Scanned pages go through Tesseract where it is installed.
"""

import re
import time
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
from pypdfium2 import raw

from lesart.readers.composition import Composition, whole_characters
from lesart.readers.dates import iso_day
from lesart.readers.lines import join_lines, words_of
from lesart.readers.ocr import recognise_text
from lesart.readers.pdf_layout import Line, pieces_of
from lesart.readers.reader import Limits, Part, Reader, Record, Source, UnreadableError
from lesart.text.document import Clue, Document

MAGIC = b"%PDF-"
MOST_PAGES = 5000
CUT_LETTERS = (0x02, 0xFFFE)  # what PDFium writes for a hyphen and the line end after it
SCAN_SCALE = 300 / 72  # dots per point; Tesseract is trained for 300 dpi
SCAN_PIXELS = 25_000_000  # of one page; larger pages are rendered smaller
_NOBODY = frozenset(("anonymous", "unknown", "admin", "user", "administrator", "author"))
_DATE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")
TOO_LONG = ("reading this PDF takes longer than allowed", "Split it, or raise the time limit.")


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
    for piece in pieces_of(pages):
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
