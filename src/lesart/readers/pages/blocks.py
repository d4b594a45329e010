"""Page blocks: the visible text of an element tree as paragraphs, headings, list items, quotes, rows and captions."""

import re
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from lxml import etree
from lxml.html import HtmlElement

from lesart.text.blocks import BlockKind

_SILENT_NAMES = (
    "script style template noscript head title meta link svg math canvas iframe object embed applet audio video map "
    "select datalist textarea input noframes frameset frame base param source track"
)
SILENT = frozenset(_SILENT_NAMES.split())
_INLINE_NAMES = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small "
    "span strike strong sub sup time tt u var wbr img picture output meter progress blink font-face"
)
INLINE = frozenset(_INLINE_NAMES.split())
KINDS: dict[str, tuple[BlockKind, int | None]] = {
    **{f"h{level}": (BlockKind.HEADING, level) for level in range(1, 7)},
    "blockquote": (BlockKind.QUOTE, None),
    "pre": (BlockKind.PREFORMATTED, None),
    "figcaption": (BlockKind.CAPTION, None),
    "caption": (BlockKind.CAPTION, None),
}
LISTS = frozenset(("ul", "ol", "menu", "dl", "dir"))
ITEMS = frozenset(("li", "dt", "dd"))
REGIONS = {
    "nav": "navigation of the page",
    "menu": "navigation of the page",
    "header": "head of the page",
    "footer": "foot of the page",
    "aside": "beside the piece",
    "form": "a form",
    "button": "a button",
    "dialog": "a dialog",
}
OUTSIDE = "outside the main text"
COMMENTS = "comments of readers"
HIDDEN = "hidden on the page"
_COMMENTS = re.compile(r"(?:^|[\s_-])(?:comments?|kommentare?|disqus|respond|commentlist)(?:$|[\s_-])", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WIDTH_ZERO = re.compile("[\u00ad\u200b\u2060\ufeff]")
_NOT_IN_URLS = re.compile(r"[\x00-\x20\x7f]+")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_FOLLOWABLE = ("http:", "https:", "mailto:", "ftp:")
DEEPEST_LIST = 20  # lists nested deeper are shown as this deep
_ROW_BREAKERS = ("table", "p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section")


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A block of a page: its text with blanks run together, its links as (start, end, URL) in it, where it stands."""

    text: str
    kind: BlockKind
    level: int | None
    region: str | None
    links: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """What the elements around a text make of it."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    region: str | None = None
    depth: int = 0  # of lists
    row: bool = False  # inside a table row whose cells hold running text only


def page_blocks(tree: HtmlElement, base_url: str | None) -> list[PageBlock]:
    """Return the blocks of a tree in document order, navigation and all; scripts and form fields have none.

    Walks without recursion, in linear time.
    """
    walk = _Walk(base_url)
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            walk.enter(element)
        else:
            walk.leave(element)
    walk.flush()
    return walk.blocks


def visible(text: str) -> str:
    """Return a text without soft hyphens and other marks of width zero: on a page they are layout, like `wbr`."""
    return text if text.isascii() else _WIDTH_ZERO.sub("", text)


def followable(href: str) -> str | None:
    """Return a link's destination; None for scripts, embedded data and places on the same page."""
    url = _NOT_IN_URLS.sub("", href)
    if not url or url.startswith("#") or (_SCHEME.match(url) and not url.lower().startswith(_FOLLOWABLE)):
        return None
    return url


class _Walk:
    """The state of one walk: the block being filled, and the places it stands in, innermost last."""

    def __init__(self, base_url: str | None) -> None:
        self.blocks: list[PageBlock] = []
        self._base_url = base_url
        self._silent = 0  # depth inside an element without text
        self._places = [_Place()]
        self._parts: list[str] = []
        self._length = 0
        self._blank = False
        self._breaks = 0
        self._links: list[tuple[int, int, str]] = []
        self._link: tuple[int, str] | None = None

    def enter(self, element: HtmlElement) -> None:
        tag = element.tag
        if self._silent or tag in SILENT:
            self._silent += 1
            return
        if tag == "a":
            self._close_link()
            self._link = (self._length, element.get("href") or "")
        elif tag == "br":
            self._breaks += 1
        elif tag not in INLINE:
            self._enter_block(element, tag)
        if element.text:
            self._put(element.text)

    def leave(self, element: HtmlElement) -> None:
        if self._silent:
            self._silent -= 1
        elif (tag := element.tag) == "a":
            self._close_link()
        elif tag not in INLINE and tag != "br":
            self._leave_block(tag)
        if not self._silent and element.tail:
            self._put(element.tail)

    def _enter_block(self, element: HtmlElement, tag: str) -> None:
        place = self._places[-1]
        if place.row:
            self._blank = True
            if tag in ("td", "th") and self._length:
                self._parts.append("\t")
                self._length += 1
        else:
            self.flush()
        self._places.append(_place_in(place, element, tag))

    def _leave_block(self, tag: str) -> None:
        if self._places[-1].row and tag != "tr":
            self._blank = True
        else:
            self.flush()
        if len(self._places) > 1:
            self._places.pop()

    def _put(self, text: str) -> None:
        text = visible(text)
        if self._places[-1].kind is BlockKind.PREFORMATTED:
            self._parts.append(text)
            self._length += len(text)
            return
        words = text.split()
        if not words:
            self._blank = True
            return
        if self._breaks:
            self._break_line()
        elif (self._blank or text[0].isspace()) and self._length and self._parts[-1] != "\t":
            self._parts.append(" ")
            self._length += 1
        joined = " ".join(words)
        self._parts.append(joined)
        self._length += len(joined)
        self._blank = text[-1].isspace()

    def _break_line(self) -> None:
        """Write the line breaks that came before: one stays in the block, two end it."""
        if self._breaks > 1 and not self._places[-1].row:
            self.flush()
        elif self._length:
            self._parts.append("\n")
            self._length += 1
        self._breaks = 0

    def _close_link(self) -> None:
        if self._link is not None:
            start, href = self._link
            if self._length > start and (url := self._url(href)):
                self._links.append((start, self._length, url))
            self._link = None

    def _url(self, href: str) -> str | None:
        url = followable(href)
        if not url or not self._base_url or _SCHEME.match(url):
            return url
        try:
            return urljoin(self._base_url, url)
        except ValueError:
            return None

    def flush(self) -> None:
        """End the block being filled."""
        href = self._link[1] if self._link else None
        self._close_link()
        if self._parts:
            self._end_block("".join(self._parts))
        self._parts, self._length, self._links = [], 0, []
        self._blank, self._breaks = False, 0
        self._link = (0, href) if href is not None else None  # a link may go round several blocks

    def _end_block(self, text: str) -> None:
        place = self._places[-1]
        if text.strip():
            self.blocks.append(PageBlock(text, place.kind, place.level, place.region, tuple(self._links)))


def _place_in(place: _Place, element: HtmlElement, tag: str) -> _Place:
    """Return the place inside a block element, given the place it stands in."""
    region = place.region or REGIONS.get(tag) or (_region_by_attributes(element) if element.attrib else None)
    if region is not place.region:
        place = replace(place, region=region)
    if tag in KINDS:
        kind, level = KINDS[tag]
        return replace(place, kind=kind, level=level)
    if tag in LISTS:
        return replace(place, depth=min(place.depth + 1, DEEPEST_LIST))
    if tag in ITEMS:
        return replace(place, kind=BlockKind.LIST_ITEM, level=max(place.depth, 1))
    if tag == "tr" and not any(True for _ in element.iter(*_ROW_BREAKERS)):
        return replace(place, kind=BlockKind.TABLE_ROW, level=None, row=True)
    return place


def _region_by_attributes(element: HtmlElement) -> str | None:
    get = element.get
    if get("hidden") is not None or ((style := get("style")) and _HIDDEN_STYLE.search(style)):
        return HIDDEN
    for name in ("id", "class"):
        if (value := get(name)) and _COMMENTS.search(value):
            return COMMENTS
    return None
