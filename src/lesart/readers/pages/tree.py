"""Trees: from the bytes of a page to its element tree, parsed once for everything that is asked of it."""

import re

from lxml import etree
from lxml.html import HtmlComment, HtmlElement, HtmlEntity, HTMLParser, HtmlProcessingInstruction, fromstring
from trafilatura.utils import is_dubious_html, repair_faulty_html

from lesart.readers.encodings import Decoded, decode
from lesart.readers.pages.crowded import thinned
from lesart.readers.reader import UnreadableError

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_DECLARATION_BYTES = 4096  # WHATWG looks at 1024; many pages of the 2000s put scripts first
_ERRORS = (etree.LxmlError, ValueError, TypeError, AttributeError, AssertionError, RecursionError)


# Every element is of one class: `lxml.html` chooses a class by the tag, a Python call for every element at each walk.
_PARSER = HTMLParser(
    collect_ids=False,
    default_doctype=False,  # type: ignore[call-arg]  # the stubs do not know it
    encoding="utf-8",
    remove_comments=True,
    remove_pis=True,
)
_PARSER.set_element_class_lookup(
    etree.ElementDefaultClassLookup(
        element=HtmlElement, comment=HtmlComment, pi=HtmlProcessingInstruction, entity=HtmlEntity
    )
)


def decode_page(data: bytes, header_charset: str | None) -> Decoded:
    """Decode a page by its HTTP header, its meta element or XML declaration, else by its letters."""
    declared = header_charset
    for pattern in (_XML_ENCODING, _META_CHARSET):
        if declared is None and (found := pattern.search(data[:_DECLARATION_BYTES])):
            declared = found.group(1).decode("ascii", "replace")
    return decode(data, declared)


def parse_page(text: str) -> HtmlElement:
    """Parse a page or a fragment of one; nothing in it is executed, expanded or fetched.

    UnreadableError where it cannot be parsed at all.
    """
    text = thinned(text)
    try:
        tree = _loaded(text)
        if tree is None:
            tree = _loaded(f"<html><body><div>{text}</div></body></html>")
    except _ERRORS as error:
        raise UnreadableError("this HTML cannot be parsed", "Open it in a browser and save it anew.") from error
    if tree is None:
        raise UnreadableError("this HTML holds no page", "Open it in a browser and save it anew.")
    return tree


def _loaded(text: str) -> HtmlElement | None:
    """Parse as `trafilatura.load_html` does; None where it is no page by all signs."""
    beginning = text[:50].lower()
    try:
        tree = fromstring(repair_faulty_html(text, beginning).encode("utf-8", "surrogatepass"), parser=_PARSER)
    except etree.ParserError:  # nothing in it
        return None
    return None if is_dubious_html(beginning) and len(tree) < 2 else tree
