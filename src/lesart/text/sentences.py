"""Sentences: where the sentences of a passage begin and end; dates, initials and abbreviations end none."""

import re

from lesart.text.span import Span, trimmed

_BREAK = re.compile(
    r"(?<![.!?…])[.!?…]++[\"“”»’)\]*]*+(?P<gap>\s++)"  # begun once a run of marks: a million dots take no longer
    r"(?=[„\"»«›*(\[–-]*\s?[^\W_a-zäöüßа-яёіїєґ])"
)
_ABBREVIATION = re.compile(
    r"(?:(?<!\w)(?:\d{1,2}|[^\W\d_]|Dr|Prof|Mr|Mrs|Ms|St|Nr|bzw|ca|vgl|etc|evtl|inkl|Abs|Art|Bd|Hrsg|Jh|Mio|Mrd|No|Sen|Gen|Col"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Okt|Nov|Dec|Dez|им|ул|см|тыс|млн|млрд|стр|проф|тис|вул|див|гг|рр))\.$"
)


def sentences(text: str, span: Span) -> list[Span]:
    """Cut a passage into its sentences, in order, without blank ends; none where all is blank."""
    starts = [span.start]
    for match in _BREAK.finditer(text, span.start, span.end):
        before = text[max(span.start, match.start() - 12) : match.start() + 1]
        if not _ABBREVIATION.search(before):
            starts.append(match.end())
    ends = [*starts[1:], span.end]
    pieces = (trimmed(text, Span(start, end)) for start, end in zip(starts, ends, strict=True))
    return [piece for piece in pieces if len(piece)]
