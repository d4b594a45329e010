"""Lexicons: the word lists that ship are found, read by column, and complete for four languages."""

import pytest

from lesart.resources.lexicons import languages_with, lexicon

LANGUAGES = ("de", "en", "ru", "uk")


@pytest.mark.parametrize("name", ["months", "digest_cues", "digest_common"])
def test_every_language_has_the_lexicon(name: str) -> None:
    assert set(LANGUAGES) <= set(languages_with(name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_has_a_form(language: str) -> None:
    assert {row["month"] for row in lexicon(language, "months")} == {str(month) for month in range(1, 13)}


@pytest.mark.parametrize(("language", "form"), [("de", "märz"), ("ru", "мая"), ("uk", "січня")])
def test_rows_are_keyed_by_the_header(language: str, form: str) -> None:
    assert form in {row["form"] for row in lexicon(language, "months")}


def test_comments_are_no_rows() -> None:
    assert not any(row["stem"].startswith("#") for row in lexicon("uk", "digest_common"))


def test_a_missing_lexicon_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        lexicon("de", "no_such_list_🙂")
