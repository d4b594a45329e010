"""Views: a reading without removed passages and with damaged words repaired, mapped to the text both ways."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.strategies import awkward_texts, spans

from lesart.text.document import Repair
from lesart.text.span import Span, difference
from lesart.text.views import View, reading_view

TEXT = "Von Ines V.\nDer Wasser-spiegel fällt 🧭.\nTeilen\nГреб-ля тече."


@st.composite
def views(draw, repaired=True):
    """Draw a text, the span shown, removed spans, repairs, and the view of them."""
    text = draw(awkward_texts)
    whole = draw(spans(len(text)))
    removed = draw(st.lists(spans(len(text)), max_size=4))
    places = draw(st.lists(spans(len(text)), max_size=4 if repaired else 0))
    repairs = [Repair(place, draw(st.sampled_from(["", "neu", "слово"])), "test", 1.0) for place in places]
    return text, whole, removed, repairs, reading_view(text, whole, removed, repairs)


@given(views())
def test_the_pieces_join_to_the_view_without_gaps(drawn):
    text, _, _, _, view = drawn
    position = 0
    for piece in view.pieces:
        assert piece.view.start == position
        position = piece.view.end
        shown = piece.repair.replacement if piece.repair else piece.source.of(text)
        assert piece.view.of(view.text) == shown
    assert position == len(view.text)


@given(views())
def test_the_pieces_stand_in_the_order_of_the_text_and_do_not_overlap(drawn):
    sources = [piece.source for piece in drawn[-1].pieces]
    assert all(a.end <= b.start for a, b in itertools.pairwise(sources))


@given(views(repaired=False))
def test_without_repairs_the_view_is_what_was_not_removed(drawn):
    text, whole, removed, _, view = drawn
    assert view.text == "".join(part.of(text) for part in difference(whole, removed))


@given(views())
def test_nothing_removed_is_shown(drawn):
    _, whole, removed, _, view = drawn
    for piece in view.pieces:
        assert whole.contains(piece.source)
        assert not any(piece.source.overlap(hole) for hole in removed)


@given(views())
def test_every_kept_character_maps_back_to_itself(drawn):
    text, _, _, _, view = drawn
    for piece in view.pieces:
        for offset in range(len(piece.view)):
            shown = Span(piece.view.start + offset, piece.view.start + offset + 1)
            source = view.to_source(shown)
            if piece.repair:
                assert source == piece.source
            else:
                assert source.of(text) == shown.of(view.text)
                assert view.from_source(source) == shown


@given(views(), st.data())
def test_a_stretch_of_the_view_comes_back_at_least_as_long(drawn, data):
    view = drawn[-1]
    span = data.draw(spans(len(view.text)))
    if len(span):
        back = view.from_source(view.to_source(span))
        assert back is not None
        assert back.contains(span)


@given(views(repaired=False), st.data())
def test_without_repairs_there_and_back_is_the_same(drawn, data):
    view = drawn[-1]
    span = data.draw(spans(len(view.text)))
    if len(span):
        assert view.from_source(view.to_source(span)) == span


@given(views(), st.data())
def test_what_is_not_shown_has_no_place_in_the_view(drawn, data):
    text, whole, _, _, view = drawn
    span = data.draw(spans(len(text)))
    if len(span) and not any(piece.source.overlap(span) for piece in view.pieces):
        assert view.from_source(span) is None
    if len(span) and not span.overlap(whole):
        assert view.from_source(span) is None


def shown(removed, repairs):
    return reading_view(TEXT, Span(0, len(TEXT)), removed, repairs)


def fix(broken, fixed):
    start = TEXT.index(broken)
    return Repair(Span(start, start + len(broken)), fixed, "hyphen", 0.9)


def test_a_reading_leaves_out_and_repairs():
    cut = [Span(0, 12), Span(TEXT.index("Teilen"), TEXT.index("Греб"))]
    view = shown(cut, [fix("Wasser-spiegel", "Wasserspiegel"), fix("Греб-ля", "Гребля")])
    assert view.text == "Der Wasserspiegel fällt 🧭.\nГребля тече."


def test_half_a_repaired_word_maps_to_the_whole_damaged_one():
    view = shown([], [fix("Wasser-spiegel", "Wasserspiegel")])
    inside = view.text.index("spiegel")
    assert view.to_source(Span(inside, inside + 3)).of(TEXT) == "Wasser-spiegel"


def test_a_stretch_over_a_removed_passage_covers_it_in_the_text():
    hole = Span(TEXT.index("Teilen"), TEXT.index("Греб"))
    view = shown([hole], [])
    assert view.to_source(Span(0, len(view.text))).contains(hole)


def test_a_repair_in_a_removed_passage_is_not_applied():
    assert "Wasserspiegel" not in shown([Span(0, 30)], [fix("Wasser-spiegel", "Wasserspiegel")]).text


def test_of_two_repairs_of_one_word_the_first_counts():
    assert "Gewässer" in shown([], [fix("Wasser-spiegel", "Gewässer"), fix("spiegel", "Spiegel")]).text


@pytest.mark.parametrize("text", ["", "вода 🧭"])
def test_a_view_of_nothing_is_empty_and_maps_to_nothing(text):
    view = reading_view(text, Span(0, 0), [], [])
    assert view == View("", ())
    assert view.to_source(Span(0, 0)) == Span(0, 0)
    assert view.from_source(Span(0, len(text))) is None
