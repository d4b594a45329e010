"""Shelf: the list's wishes are read from an address and written back to it."""

import pytest

from lesart.store.rows import ArticleFilter, Facet
from lesart.text.span import Span
from lesart.web.languages import language
from lesart.web.presenters.shelf import Wish, facet_boxes, fragments, narrowings


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"q": "вода NEAR канал", "language": "ru", "page": "3"},
        {"outlet": "Bote & Söhne", "order": "title"},
        {"q": "🌊 e\u0301", "order": "-date"},
        {"since": "2026-01-01", "until": "2026-02"},
    ],
)
def test_an_address_says_the_whole_wish(query):
    wish = Wish.read(query)
    assert Wish.read(dict(wish.state)) == Wish(wish.where, wish.order)


@pytest.mark.parametrize(
    ("query", "wish"),
    [
        ({"order": "nonsense"}, Wish(ArticleFilter(), "-date")),
        ({"q": "x", "order": "nonsense"}, Wish(ArticleFilter(words="x"), "relevance")),
        ({"page": "²"}, Wish(ArticleFilter(), "-date")),
        ({"page": "-1"}, Wish(ArticleFilter(), "-date")),
        ({"language": "  "}, Wish(ArticleFilter(), "-date")),
        ({"words": "x", "key": "y"}, Wish(ArticleFilter(), "-date")),
    ],
)
def test_what_cannot_be_meant_is_left_out(query, wish):
    assert Wish.read(query) == wish


def test_a_narrowing_starts_on_the_first_page_and_keeps_the_words():
    assert Wish.read({"q": "вода", "page": "4"}).address(language="ru").endswith("&language=ru")


def test_a_chosen_facet_value_comes_first_and_is_taken_away_by_its_link():
    wish = Wish.read({"language": "uk"})
    (box,) = facet_boxes([Facet("language", (("de", 9), ("uk", 1)))], wish, language("en"))
    assert [(choice.label, choice.chosen) for choice in box.choices] == [("Ukrainian", True), ("German", False)]
    assert box.choices[0].address == "/articles"


def test_a_facet_that_cannot_narrow_is_not_shown():
    assert facet_boxes([Facet("language", (("de", 9),)), Facet("nonsense", ())], Wish.read({}), language("de")) == []


def test_every_narrowing_is_named():
    named = narrowings(Wish.read({"extent": "teaser", "until": "2026-05"}), language("de"))
    assert [choice.label for choice in named] == ["Umfang: Anriss", "spätestens Mai 2026"]


@pytest.mark.parametrize(
    ("text", "marks", "found"),
    [
        ("Das Wasser.", (Span(4, 10),), ["Wasser"]),
        ("вода 🌊 e\u0301s.", (Span(0, 4), Span(7, 9)), ["вода", "e\u0301"]),
        ("kurz.", (Span(3, 99),), []),
    ],
)
def test_the_words_found_are_apart_and_the_passage_is_whole(text, marks, found):
    pieces = fragments(text, marks)
    assert [piece.text for piece in pieces if piece.found] == found
    assert "".join(piece.text for piece in pieces) == text
