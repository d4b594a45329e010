"""Addresses: the paths of the desk's pages; each one names a state that can be copied and come back to."""

from urllib.parse import quote, urlencode

from lesart.text.span import Span


def with_query(path: str, **state: object) -> str:
    """Append the parameters that are set."""
    given = [(name, value) for name, value in state.items() if value not in (None, "")]
    return path + ("?" + urlencode(given) if given else "")


def article(key: str, **state: object) -> str:
    return with_query(f"/articles/{quote(key, safe='')}", **state)


def article_action(key: str, action: str) -> str:
    return f"/articles/{quote(key, safe='')}/{action}"


def document(key: str, **state: object) -> str:
    return with_query(f"/documents/{quote(key, safe='')}", **state)


def document_action(key: str, action: str) -> str:
    return f"/documents/{quote(key, safe='')}/{action}"


def capture(sha256: str) -> str:
    return f"/captures/{quote(sha256, safe='')}"


def number_of(text: str | None) -> int | None:
    """Read an offset or a number from an address; None where it is none."""
    text = text or ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def page_of(text: str | None) -> int:
    """Read the number of a page, 1 where the address names none."""
    return number_of(text) or 1


def span_text(span: Span) -> str:
    """Write a span as it stands in addresses and ids."""
    return f"{span.start}-{span.end}"


def span_of(text: str | None, length: int) -> Span | None:
    """Read a span from an address; None where it is none or leaves a text of `length` code points."""
    first, _, last = (text or "").partition("-")
    start, end = number_of(first), number_of(last)
    return Span(start, end) if start is not None and end is not None and start < end <= length else None
