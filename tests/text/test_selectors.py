"""Selectors: an anchor fits or is lost; it never moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.strategies import awkward_texts, texts_with_spans

from lesart.text.selectors import CONTEXT, Lost, resolve, select
from lesart.text.span import Span


@given(texts_with_spans())
def test_in_the_same_text_an_anchor_is_found_where_it_was_made(drawn):
    text, several = drawn
    for span in several:
        assert resolve(select(text, span), text) == span


@given(texts_with_spans(), awkward_texts)
def test_in_another_text_an_anchor_is_found_in_its_place_or_lost(drawn, other):
    text, several = drawn
    for span in several:
        found = resolve(select(text, span), other)
        if isinstance(found, Lost):
            assert other[span.start : span.end] != span.of(text) or span.end > len(other)
        else:
            assert found == span
            assert found.of(other) == span.of(text)


@given(texts_with_spans())
def test_context_joins_to_the_text_around(drawn):
    text, several = drawn
    for span in several:
        selector = select(text, span)
        assert text[: span.start].endswith(selector.prefix)
        assert text[span.end :].startswith(selector.suffix)
        assert max(len(selector.prefix), len(selector.suffix)) <= CONTEXT


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("Der Damm hält.", "Der Wall hält.", "other words"),
        ("Гребля тече.", "Отож гребля тече.", "other words"),
        ("Das Tor ist zu.", "Das TOR ist zu.", "other words"),
        ("Das Tor 🧭 ist zu.", "Das To", "shorter"),
        ("u\u0308ber", "über", "shorter"),
    ],
)
def test_a_lost_anchor_says_why_and_what_stands_there_now(before, after, reason):
    span = Span(4, len(before) - 1) if len(before) > 6 else Span(0, len(before))
    lost = resolve(select(before, span), after)
    assert isinstance(lost, Lost)
    assert reason in lost.reason
    assert lost.found == after[span.start : span.end]


@given(texts_with_spans(), st.characters())
def test_a_character_put_before_loses_the_anchor_unless_the_words_repeat(drawn, character):
    text, several = drawn
    for span in several:
        found = resolve(select(text, span), character + text)
        assert isinstance(found, Lost) or (character + text)[span.start : span.end] == span.of(text)
