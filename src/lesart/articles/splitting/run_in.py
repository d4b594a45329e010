"""Run-in titles: titles at the head of a paragraph that the text follows in the same line (`**Title.** Text …`)."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lesart.articles.splitting.credits import has_dateline, is_byline
from lesart.articles.splitting.words import DASH
from lesart.text.span import Span

FEWEST = 2  # paragraphs with titles of one kind
_TEXT = r"(?=[^\n]{40})"  # code points that a title must be followed by
_MARKED = re.compile(
    rf"(?P<mark>\*\*|__|\*|_)(?=\S)(?P<title>[^\n*_]{{8,170}}?)[.:]?(?P=mark)[.:]?\s(?:[{DASH}]\s)?\s*{_TEXT}"
)
_LOUD = re.compile(
    rf"(?P<mark>)(?P<title>[^a-zäöüßа-яёіїєґ\n*_#]{{12,170}}?)(?:[.:]|(?<=[!?])|\s[{DASH}])\s+(?=\W{{0,2}}\w+\s\w*[a-zäöüßа-яёіїєґ]){_TEXT}"
)


@dataclass(frozen=True, slots=True)
class RunIn:
    """The title with the mark before it, its bare words, and where the text goes on."""

    span: Span
    words: str
    text: int


def run_in_titles(text: str, paragraphs: Sequence[Span]) -> Mapping[Span, RunIn]:
    """Return the title at the head of each paragraph, by paragraph, where such titles recur and differ."""
    found: dict[str, dict[Span, RunIn]] = {}
    for paragraph in paragraphs:
        words = paragraph.of(text)
        for pattern in (_MARKED, _LOUD):
            if (match := pattern.match(words)) and _is_title(match["title"], words):
                span = Span(paragraph.start, paragraph.start + match.end("title"))
                found.setdefault(match["mark"], {})[paragraph] = RunIn(
                    span, match["title"], paragraph.start + match.end()
                )
    return {p: title for kind in found.values() if _differ(kind) for p, title in kind.items()}


def _is_title(words: str, paragraph: str) -> bool:
    return (
        len(words.split()) > 1
        and sum(c.isalpha() for c in words) > 6
        and not (has_dateline(paragraph) or is_byline(words))
    )


def _differ(kind: Mapping[Span, RunIn]) -> bool:
    """Say whether there are several and no two are alike: names of speakers come back."""
    counts = Counter(title.words for title in kind.values())
    return len(counts) >= FEWEST and max(counts.values()) == 1
