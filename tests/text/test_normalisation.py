"""Normalisation: spellings of one word meet, different words do not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.strategies import awkward_texts

from lesart.text.normalisation import compared, folded

anything = awkward_texts | st.text()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Grünhafen", "GRUENHAFEN"),
        ("Gru\u0308nhafen", "Grünhafen"),
        ("Straße", "STRASSE"),
        ("Łódź é à ñ", "łodz e a n"),
        ("Ёлка", "елка"),
        ("за\u0301мок", "замок"),
        ("и\u0306од", "йод"),
        ("Zoe\u0308", "zoe"),
        ("J\u030c", "j"),
        ("🧭 NORD", "🧭 nord"),
    ],
)
def test_spellings_of_one_word_fold_alike(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("мій", "мии"), ("їм", "ім"), ("ґанок", "ганок"), ("Tor", "Tür")])
def test_different_letters_stay_different(one, other):
    assert folded(one) != folded(other)


@given(anything)
def test_folding_twice_changes_nothing_more(text):
    assert folded(folded(text)) == folded(text)


@given(anything)
def test_composed_and_decomposed_text_fold_alike(text):
    forms = {folded(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}
    assert len(forms) == 1


@given(anything)
def test_comparing_twice_changes_nothing_more(text):
    assert compared(compared(text)) == compared(text)


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("„Ein  Damm“\u00a0– «тор»", '"ein damm" - "тор"'),
        ("Stich\u00adwahl \ufeff🧭", "stichwahl 🧭"),
        ("\tkur’er\n", 'kur"er'),
    ],
)
def test_lines_are_compared_with_one_kind_of_mark(line, form):
    assert compared(line) == form
