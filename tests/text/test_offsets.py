"""Offsets: code points to UTF-16 and UTF-8, and back."""

import pytest
from hypothesis import given
from tests.text.strategies import texts_with_spans

from lesart.text.offsets import OffsetMap
from lesart.text.span import Span

CODECS = {"utf16": "utf-16-le", "utf8": "utf-8"}
BYTES_A_UNIT = {"utf16": 2, "utf8": 1}


def measured(text, unit):
    return len(text.encode(CODECS[unit], "surrogatepass")) // BYTES_A_UNIT[unit]


@pytest.mark.parametrize("unit", ["utf16", "utf8"])
@given(texts_with_spans())
def test_offsets_are_those_of_the_encoded_text(unit, drawn):
    text, several = drawn
    offsets = OffsetMap.of(text, unit)
    for span in several:
        assert offsets.to_unit(span) == (measured(text[: span.start], unit), measured(text[: span.end], unit))


@pytest.mark.parametrize("unit", ["utf16", "utf8"])
@given(texts_with_spans())
def test_there_and_back_is_the_same_span(unit, drawn):
    text, several = drawn
    offsets = OffsetMap.of(text, unit)
    for span in several:
        assert offsets.to_code_points(*offsets.to_unit(span)) == span


@pytest.mark.parametrize(
    ("text", "utf16", "utf8"),
    [
        ("Tor", (0, 3), (0, 3)),
        ("вода", (0, 4), (0, 8)),
        ("🧭", (0, 2), (0, 4)),
        ("a\u0308", (0, 2), (0, 3)),
        ("\ud83e", (0, 1), (0, 3)),
        ("\ud83e\udded", (0, 2), (0, 6)),
    ],
    ids=["latin", "cyrillic", "emoji", "combining mark", "lone surrogate", "two lone surrogates"],
)
def test_widths(text, utf16, utf8):
    whole = Span(0, len(text))
    assert OffsetMap.of(text, "utf16").to_unit(whole) == utf16
    assert OffsetMap.of(text, "utf8").to_unit(whole) == utf8


@pytest.mark.parametrize(("unit", "offset"), [("utf16", 2), ("utf8", 2), ("utf8", 99), ("utf16", -1)])
def test_an_offset_inside_a_character_or_outside_the_text_is_refused(unit, offset):
    with pytest.raises(ValueError, match="no character boundary"):
        OffsetMap.of("a🧭b", unit).to_code_points(offset, offset)
