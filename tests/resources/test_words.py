"""Words are looked up in a dictionary; a language without one says so."""

import pytest

from lesart.resources.words import is_word


@pytest.mark.parametrize(
    ("form", "language", "known"),
    [("Wasserspiegel", "de", True), ("Wasserspiegelx", "de", False), ("важливих", "uk", True), ("🎣", "ru", False)],
)
def test_a_form_is_a_word_or_not(form: str, language: str, known: bool) -> None:
    assert is_word(form, language) is known


def test_a_language_without_dictionary_is_refused() -> None:
    with pytest.raises(ValueError, match="no dictionary for 'xx'"):
        is_word("a\u0301", "xx")
