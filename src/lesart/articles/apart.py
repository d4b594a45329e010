"""Apart: of findings that meet, the one that comes first is kept."""

from bisect import bisect_left
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
    starts: list[int] = []
    ends: list[int] = []
    kept: list[Finding] = []
    for finding in findings:
        start, end = finding.span.start, finding.span.end
        place = bisect_left(starts, start)
        free = (not place or ends[place - 1] <= start) and (place == len(starts) or end <= starts[place])
        if start < end and free:
            starts.insert(place, start)
            ends.insert(place, end)
            kept.append(finding)
    return sorted(kept, key=lambda finding: finding.span.start)
