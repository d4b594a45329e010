"""Counts: hits, misses and false finds, and the measures made of them."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Count:
    """How many wanted things were found (`right`), not found (`missed`), and found without being wanted (`extra`)."""

    right: int = 0
    missed: int = 0
    extra: int = 0

    @classmethod
    def of(cls, right: bool) -> Self:
        """Count one question with one answer: a wrong answer is a miss and a false find."""
        return cls(int(right), int(not right), int(not right))

    def __add__(self, other: "Count") -> "Count":
        return Count(self.right + other.right, self.missed + other.missed, self.extra + other.extra)

    @property
    def gold(self) -> int:
        return self.right + self.missed

    @property
    def found(self) -> int:
        return self.right + self.extra

    @property
    def precision(self) -> float:
        """Return the share of what was found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall; 1 where nothing was wanted and nothing found."""
        if not self.gold and not self.found:
            return 1.0
        return 2 * self.right / (self.gold + self.found)
