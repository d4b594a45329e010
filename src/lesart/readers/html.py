"""HTML pages: main text and furniture as blocks, links, and clues from meta elements, JSON-LD and the page itself."""

import re
from collections.abc import Iterator

from lesart.readers.composition import Composition
from lesart.readers.encodings import Decoded, looks_like_text
from lesart.readers.media import address_of, charset_of
from lesart.readers.pages.blocks import OUTSIDE, PageBlock, page_blocks
from lesart.readers.pages.clues import is_url, page_address, page_clues
from lesart.readers.pages.main_text import Marked, main_segments, mark_main
from lesart.readers.pages.statements import statements
from lesart.readers.pages.tree import decode_page, parse_page
from lesart.readers.reader import Limits, Part, Reader, Record, Source, UnreadableError
from lesart.text.document import Document

_OPENING = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|p|article|section|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_ELEMENT = re.compile(
    rb"<(?:html|head|body|meta|link|script|style|div|p|a|h[1-6]|span|table|br)\b[^<]*>", re.IGNORECASE
)
NO_TEXT = ("the page holds no text", "It may show its text only by script: save it from the browser when it is shown.")


def recognises(head: bytes, name: str, media_type: str | None) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf")
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.replace(b"\0", b"")[2:]
    called_html = name.lower().endswith(HTML.suffixes) or media_type in HTML.media_types
    return bool(_OPENING.match(start) or (called_html and _ELEMENT.search(start))) and looks_like_text(head)


def parts(source: Source, limits: Limits) -> Iterator[Part]:
    yield Record(0, None)


def read(source: Source, record: Record, limits: Limits) -> Document:
    """Read a page: every visible block in the page's order, those outside the main text marked as furniture."""
    decoded = decode_page(source.data, charset_of(source))
    return page_document(decoded, address_of(source), limits)


def page_document(decoded: Decoded, uri: str, limits: Limits) -> Document:
    """Make the document of a decoded page. A page without a main text is taken whole."""
    tree = parse_page(decoded.text)
    elements = list(tree.iter())  # kept alive: lxml makes every element anew that nobody holds, at each of our walks
    stated = statements(tree)
    address = page_address(stated, uri)
    blocks = page_blocks(tree, uri if is_url(uri) else address.value if address else None)
    clues = page_clues(tree, stated, address, blocks)
    segments = main_segments(tree)
    marked = mark_main(blocks, segments) if segments else [Marked(block, True) for block in blocks]
    del elements
    composition = Composition(limits)
    for mark in marked:
        add_block(composition, mark.block, None if mark.main else mark.block.region or OUTSIDE)
    if not len(composition):
        raise UnreadableError(*NO_TEXT)
    return composition.document(
        clues=clues, media_type="text/html", encoding=decoded.encoding, warnings=decoded.warnings
    )


def add_block(composition: Composition, block: PageBlock, furniture: str | None) -> None:
    composition.add(block.text, block.kind, level=block.level, furniture=furniture, links=block.links)


HTML = Reader(
    name="html",
    version="1",
    media_types=("text/html", "application/xhtml+xml"),
    suffixes=(".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx"),
    recognises=recognises,
    parts=parts,
    document=read,
)
