"""Trees: from the bytes of a page to its element tree, parsed once for everything that is asked of it."""

import re

from lxml import etree
from lxml.html import HtmlElement
from trafilatura.utils import load_html

from lesart.readers.encodings import Decoded, decode
from lesart.readers.reader import UnreadableError

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_DECLARATION_BYTES = 4096  # WHATWG looks at 1024; many pages of the 2000s put scripts first
_ERRORS = (etree.LxmlError, ValueError, TypeError, AttributeError, AssertionError, RecursionError)


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
    try:
        tree = load_html(text)
        if tree is None:
            tree = load_html(f"<html><body><div>{text}</div></body></html>")
    except _ERRORS as error:
        raise UnreadableError("this HTML cannot be parsed", "Open it in a browser and save it anew.") from error
    if tree is None:
        raise UnreadableError("this HTML holds no page", "Open it in a browser and save it anew.")
    return tree
