"""Apart: of findings that meet, the one that comes first is kept."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import Protocol, TypeVar

from lesart.text.span import Span


class Placed(Protocol):
    @property
    def span(self) -> Span: ...


Finding = TypeVar("Finding", bound=Placed)


def apart(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings in document order, without empty ones and without those that overlap an earlier one.

    `findings` stand in the order of their precedence. Time is logarithmic a finding, but for moving list entries.
    """
    spans: list[Span] = []
    kept: list[Finding] = []
    for finding in findings:
        place = bisect_left(spans, finding.span)
        near = spans[max(0, place - 1) : place + 1]
        if len(finding.span) and not any(finding.span.overlap(other) for other in near):
            insort(spans, finding.span)
            kept.append(finding)
    return sorted(kept, key=lambda finding: finding.span)
