"""Lists, facets, keys and export: what is asked for, in the order asked for."""

import pytest

from lesart.store import listing, queries
from lesart.store.errors import UnknownRowError
from lesart.store.rows import ArticleFilter
from lesart.store.store import Store
from lesart.text.document import Document
from lesart.text.span import Span


@pytest.fixture
def shelf(store: Store, add) -> dict[str, str]:
    """Four pieces in four languages; the keys by title."""
    described = {
        "Äpfel am Kai": {"language": "de", "outlet": "Küstenbote", "authors": ["Ada Beck"], "date": "2026-01-15"},
        "Порт закрыт": {"language": "ru", "outlet": "Вестник", "authors": ["Яна Бек", "Ada Beck"], "date": "2025-12"},
        "Їжак у порту 🦔": {"language": "uk", "date": "2024"},
        "Quay, cafe\u0301": {"language": "en", "outlet": "Küstenbote"},
    }
    return {
        title: add(f"{title}\n\nText {number}.", uri=f"/pile/{number}", **about)
        for number, (title, about) in enumerate(described.items())
    }


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        ("-date", ["Äpfel am Kai", "Порт закрыт", "Їжак у порту 🦔", "Quay, cafe\u0301"]),
        ("date", ["Їжак у порту 🦔", "Порт закрыт", "Äpfel am Kai", "Quay, cafe\u0301"]),
        ("title", ["Äpfel am Kai", "Quay, cafe\u0301", "Порт закрыт", "Їжак у порту 🦔"]),
        ("added", ["Äpfel am Kai", "Порт закрыт", "Їжак у порту 🦔", "Quay, cafe\u0301"]),
        ("-added", ["Quay, cafe\u0301", "Їжак у порту 🦔", "Порт закрыт", "Äpfel am Kai"]),
    ],
)
def test_lists_come_in_the_order_asked_for(store: Store, shelf, order, titles: list[str]) -> None:
    assert [row.title for row in queries.articles(store, order=order).items] == titles


@pytest.mark.parametrize(
    ("where", "number"),
    [
        (ArticleFilter(), 4),
        (ArticleFilter(language="ru"), 1),
        (ArticleFilter(outlet="Küstenbote"), 2),
        (ArticleFilter(author="Ada Beck"), 2),
        (ArticleFilter(author="Ada Beck", language="de"), 1),
        (ArticleFilter(basis="unknown"), 1),
        (ArticleFilter(extent="teaser"), 0),
        (ArticleFilter(since="2025-12-31"), 2),
        (ArticleFilter(since="2025", until="2025"), 1),
        (ArticleFilter(until="2024-06-01"), 1),
        (ArticleFilter(until="2025-12"), 2),
        (ArticleFilter(topic="Häfen"), 0),
        (ArticleFilter(relation="agency"), 0),
        (ArticleFilter(words="Text -Kai"), 3),
    ],
)
def test_filters_narrow_lists_facets_and_export_alike(store: Store, shelf, where: ArticleFilter, number: int) -> None:
    assert queries.articles(store, where).total == number
    assert sum(count for _, count in queries.facets(store, where)[0].values) == number
    assert len(list(queries.every_article(store, where))) == number


def test_the_counts_kept_at_writing_are_those_that_counting_gives(store: Store, shelf) -> None:
    assert queries.facets(store) == queries.facets(store, ArticleFilter(words="Text"))
    assert {facet.field for facet in queries.facets(store)} == set(listing.FACETS)


def test_facets_over_many_articles_say_that_they_are_partial(store: Store, shelf, monkeypatch) -> None:
    monkeypatch.setattr(listing, "COUNTED", 2)
    languages = queries.facets(store, ArticleFilter(words="Text"))[0]
    assert languages.partial
    assert dict(languages.values) == {"uk": 1, "en": 1}


def test_a_page_is_a_part_of_the_whole(store: Store, shelf) -> None:
    page = queries.articles(store, order="added", offset=1, limit=2)
    assert [row.title for row in page.items] == ["Порт закрыт", "Їжак у порту 🦔"]
    assert (page.total, page.offset, page.limit) == (4, 1, 2)


def test_a_row_says_what_the_list_shows(store: Store, shelf) -> None:
    row = queries.articles(store, ArticleFilter(language="ru")).items[0]
    assert (row.key, row.authors) == (shelf["Порт закрыт"], ("Яна Бек", "Ada Beck"))
    assert (row.date, row.date_earliest, row.date_latest) == ("2025-12", "2025-12-01", "2025-12-31")
    assert (row.origin, row.words, row.corrected) == ("/pile/1", 4, False)


def test_export_goes_through_more_articles_than_are_held_at_a_time(store: Store, add) -> None:
    keys = [add(f"Nummer {n}\n\nПорт.", uri=f"/pile/{n}") for n in range(230)]
    assert [detail.row.key for detail in queries.every_article(store)] == keys


def test_a_unique_beginning_names_an_article(store: Store, shelf) -> None:
    key = shelf["Порт закрыт"]
    assert queries.resolve_key(store, key[:8]) == key
    assert queries.resolve_key(store, key) == key
    assert queries.resolve_document_key(store, key[:8]) == key.rpartition("-")[0]


@pytest.mark.parametrize("beginning", ["zzz", "", "🦔", "%"])
def test_an_unknown_beginning_is_said_to_be_unknown(store: Store, shelf, beginning: str) -> None:
    with pytest.raises(UnknownRowError, match="there is no article"):
        queries.resolve_key(store, beginning)


def test_an_ambiguous_beginning_names_the_near_keys(store: Store, article, add) -> None:
    text = "Eins\n\nErste.\n\nZwei\n\nZweite.\n"
    key = add(text, articles=[article(text, Span(0, 13)), article(text, Span(14, len(text)))])
    with pytest.raises(UnknownRowError, match="several articles") as caught:
        queries.resolve_key(store, key[:6])
    assert caught.value.near == (key, key.replace("-0", "-14"))


def test_a_document_shows_its_cuts_in_order(store: Store, article, add) -> None:
    text = "Eins\n\nErste.\n\nЁлка 🎄\n\nZweite.\n"
    key = add(text, articles=[article(text, Span(0, 13)), article(text, Span(14, len(text)))])
    document = queries.document(store, key.rpartition("-")[0])
    assert isinstance(document.document, Document)
    assert [(cut.title, cut.span.start, cut.by_person) for cut in document.cuts] == [
        ("Eins", 0, False),
        ("Ёлка 🎄", 14, False),
    ]


def test_the_status_counts_what_there_is(store: Store, shelf) -> None:
    status = queries.status(store)
    assert (status.captures, status.documents, status.articles, status.failures) == (4, 4, 4, 0)
    assert dict(status.languages) == {"de": 1, "ru": 1, "uk": 1, "en": 1}
    assert status.formats == (("text/plain", 4),)
    assert status.runs[0].articles == 4
