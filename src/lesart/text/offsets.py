"""Offsets: code points to UTF-16 units (browsers) and UTF-8 bytes (other tools), and back."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from lesart.text.span import Span

Unit = Literal["utf16", "utf8"]


def _width(character: str, unit: Unit) -> int:
    if unit == "utf16":
        return 2 if ord(character) > 0xFFFF else 1
    code = ord(character)
    return 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """The offsets of one text in another unit; built once in linear time, each look-up logarithmic at most."""

    unit: Unit
    _offsets: tuple[int, ...]

    @classmethod
    def of(cls, text: str, unit: Unit) -> "OffsetMap":
        offsets = [0]
        for character in text:
            offsets.append(offsets[-1] + _width(character, unit))
        return cls(unit, tuple(offsets))

    def to_unit(self, span: Span) -> tuple[int, int]:
        """Return start and end in the other unit."""
        return self._offsets[span.start], self._offsets[span.end]

    def to_code_points(self, start: int, end: int) -> Span:
        """Return the span in code points; ValueError where an offset lies inside a character or outside the text."""
        return Span(self._code_point(start), self._code_point(end))

    def _code_point(self, offset: int) -> int:
        index = bisect_left(self._offsets, offset)
        if index == len(self._offsets) or self._offsets[index] != offset:
            raise ValueError(f"{self.unit} offset {offset} is no character boundary of this text")
        return index
