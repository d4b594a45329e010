"""The lexicons compile, in every language they should have."""

import re

import pytest

from lesart.articles.vocabulary import any_of, rows, value_of
from lesart.resources.lexicons import languages_with

NAMES = [
    "agencies",
    "credit_fillers",
    "date_labels",
    "deadlines",
    "desks",
    "editorial_notes",
    "honorifics",
    "language_names",
    "link_words",
    "months",
    "note_words",
    "outlet_words",
    "page_matter",
    "place_starts",
    "roles",
    "rubrics",
    "sections",
    "source_labels",
    "title_labels",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_lexicon_compiles_in_all_four_languages(name: str) -> None:
    assert languages_with(name) == ("de", "en", "ru", "uk")
    for row in rows(name):
        assert row.get("pattern") or row.get("form"), row
        assert re.compile(row.get("pattern") or row["form"]).groups == 0, row
    assert not re.compile(any_of(name)).match("\u0301🎣")


def test_an_entry_gives_its_value_only_as_a_whole() -> None:
    assert value_of("agencies", "name", " ТАСС ") == "TASS"
    assert value_of("agencies", "name", "TASSE") is None
