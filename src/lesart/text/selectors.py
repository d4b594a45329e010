"""Selectors: anchors by position and quote that say *lost* where the text has changed, instead of moving."""

from dataclasses import dataclass

from lesart.text.span import Span

CONTEXT = 32  # code points of prefix and suffix, as in the W3C Web Annotation examples


@dataclass(frozen=True, slots=True)
class Selector:
    """A W3C TextPositionSelector refined by a TextQuoteSelector; offsets in code points."""

    span: Span
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Lost:
    """The anchor no longer fits its text. `found` is what stands at the position now."""

    selector: Selector
    found: str
    reason: str


def select(text: str, span: Span) -> Selector:
    """Make the selector of a span, with its surroundings."""
    return Selector(
        span, span.of(text), text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    )


def resolve(selector: Selector, text: str) -> Span | Lost:
    """Return the selector's span where the very same words still stand there, else Lost; never another place."""
    found = text[selector.span.start : selector.span.end]
    if selector.span.end > len(text):
        return Lost(selector, found, "the text is shorter now than the anchor reaches")
    if found != selector.exact:
        return Lost(selector, found, "other words stand at the anchor's position now")
    return selector.span
