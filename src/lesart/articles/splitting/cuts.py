"""Cuts: where a document falls into articles, each with its reason and how sure it is."""

import math
from collections.abc import Sequence

from lesart.articles.splitting.bare import bare_beginnings
from lesart.articles.splitting.digest import beginnings, may_be_digest
from lesart.articles.splitting.front import without_front
from lesart.articles.splitting.joints import Joint, aligned, joints_of
from lesart.articles.splitting.lines import Line, lines_of
from lesart.articles.splitting.overview import announced_titles
from lesart.articles.splitting.reasons import WHOLE, reason_for
from lesart.articles.splitting.scores import Opening, openings_of
from lesart.articles.splitting.signs import recurring, signs_of, title_of
from lesart.text.article import Cut
from lesart.text.document import Document
from lesart.text.span import Span, trimmed

PAGES = ("text/html", "application/xhtml+xml")


def split(document: Document) -> list[Cut]:
    """Cut a document into its articles, in order; one cut where it is a single piece, none where it is blank.

    The first cut starts at the first character that is not blank; cuts are trimmed and do not overlap.
    """
    whole = trimmed(document.text, Span(0, len(document.text)))
    if not len(whole):
        return []
    lines = lines_of(document)
    joints = joints_of(lines)
    announced = announced_titles(lines)
    page = document.media_type in PAGES
    signs = signs_of(joints, lines, announced)
    if page and not may_be_digest(signs):
        return _cuts(document, whole, lines, title_of(joints[0], lines), [])
    openings = _beginnings(joints, signs, lines, page=page)
    joints = aligned(joints, [opening.joint for opening in openings], lines)
    signs = signs_of(joints, lines, announced)
    openings = _beginnings(joints, signs, lines, page=page) or ([] if page else bare_beginnings(joints, lines))
    first, openings = without_front(openings, joints, signs, lines)
    return _cuts(document, whole, lines, first, openings)


def _beginnings(
    joints: Sequence[Joint], signs: Sequence[frozenset[str]], lines: Sequence[Line], *, page: bool
) -> list[Opening]:
    return beginnings(openings_of(joints, signs, lines), recurring(signs), lines, page=page)


def _cuts(
    document: Document, whole: Span, lines: Sequence[Line], first: Line | None, openings: Sequence[Opening]
) -> list[Cut]:
    if not openings:
        return [Cut(whole, WHOLE, 0.9, first.span if first else None)]
    bounds = [whole.start, *(lines[o.joint.start].span.start for o in openings), whole.end]
    titles = [first, *(title_of(o.joint, lines) for o in openings)]
    scores = [max(o.score for o in openings), *(o.score for o in openings)]
    reasons = ["the document begins here", *(reason_for(o, lines) for o in openings)]
    return [
        Cut(trimmed(document.text, Span(a, b)), reason, _confidence(score), title.span if title else None)
        for a, b, reason, score, title in zip(bounds, bounds[1:], reasons, scores, titles, strict=False)
    ]


def _confidence(score: float) -> float:
    return round(min(0.99, 1 / (1 + math.exp(-score / 2))), 2)
