"""Split: the cuts of a document, each with its reason and how sure it is."""

from lesart.articles.splitting.joints import Joint, evidence, joints_of
from lesart.articles.splitting.lines import Line, Shape, lines_of
from lesart.text.article import Cut
from lesart.text.document import Document
from lesart.text.span import Span, trimmed

WHOLE = "one piece: no sign that another begins"
_OWN = ("byline", "onward", "source", "dateline")
_WORDING = {
    "byline": "a title with its own byline",
    "onward": "after a line that leads on to the full text",
    "source": "after a line that names the source",
    "dateline": "the text begins with its own dateline",
}


def split(document: Document) -> list[Cut]:
    """Cut a document into its articles, in order; one cut where it is a single piece, none where it is blank.

    The first cut starts at the first character that is not blank; cuts are trimmed and do not overlap.
    """
    whole = trimmed(document.text, Span(0, len(document.text)))
    if not len(whole):
        return []
    lines = lines_of(document)
    starts = _starts(lines)
    if not starts:
        return [Cut(whole, WHOLE, 0.9, _title(lines, 0))]
    bounds = [whole.start, *(lines[s].span.start for s, _ in starts), whole.end]
    reasons = ["the beginning of the digest", *(reason for _, reason in starts)]
    titles = [_title(lines, 0), *(_title(lines, s) for s, _ in starts)]
    return [
        Cut(trimmed(document.text, Span(a, b)), reason, 0.95, title)
        for a, b, reason, title in zip(bounds, bounds[1:], reasons, titles, strict=False)
    ]


def _title(lines: list[Line], start: int) -> Span | None:
    line = lines[start] if start < len(lines) else None
    return line.span if line is not None and line.shape is Shape.TITLE else None


def _starts(lines: list[Line]) -> list[tuple[int, str]]:
    joints = joints_of(lines)
    signs = [evidence(joint, lines) for joint in joints]
    repeated = {sign for sign in _OWN if sum(sign in found for found in signs) > 1}
    found: list[tuple[int, str]] = []
    for joint, own in zip(joints[1:-1], signs[1:-1], strict=True):
        kinds = [sign for sign in _OWN if sign in own & repeated]
        if kinds and _opens(joint, lines, own):
            found.append((joint.start, "; ".join(_WORDING[kind] for kind in kinds)))
    return found


def _opens(joint: Joint, lines: list[Line], signs: frozenset[str]) -> bool:
    return joint.start < joint.prose and lines[joint.start].shape is Shape.TITLE or "dateline" in signs
