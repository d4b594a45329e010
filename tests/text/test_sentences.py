"""Sentences: where they end, and where a full stop ends none."""

import itertools

import pytest
from hypothesis import given
from tests.text.strategies import texts_with_spans

from lesart.text.sentences import sentences
from lesart.text.span import Span


@given(texts_with_spans())
def test_sentences_cover_all_that_is_not_blank_in_order(drawn):
    text, several = drawn
    for span in several:
        found = sentences(text, span)
        kept = "".join("".join(sentence.of(text).split()) for sentence in found)
        assert kept == "".join(span.of(text).split())
        assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Der Damm hält. Das Tor ist zu.", 2),
        ("Am 12. Mai kam Dr. Tann aus Bad Lehnau.", 1),
        ("«Вода пішла». Гребля стоїть!", 2),
        ("Это стоит 18 млн крон. Дорого.", 2),
        ("Der Kompass 🧭! Wirklich? U\u0308ber alles.", 3),
        ("Siehe J. Petrick, S. 4 und Nr. 9.", 1),
    ],
)
def test_dates_initials_and_abbreviations_end_no_sentence(text, count):
    assert len(sentences(text, Span(0, len(text)))) == count
