"""Searching: who finds whom, in four languages; marks and passages that stand where they say."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lesart.store import queries
from lesart.store.errors import QuerySyntaxError
from lesart.store.rows import ArticleFilter
from lesart.store.search import searching
from lesart.store.store import Store
from lesart.text.article import Removal, RemovalKind
from lesart.text.document import Repair
from lesart.text.span import Span


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Die Hafenmeisterin Müller sprach.", "Mueller", True),
        ("Die Hafenmeisterin Mueller sprach.", "MÜLLER", True),
        ("Die Hafenmeisterin Müller sprach.", "Muller", False),
        ("Auf der Straße.", "STRASSE", True),
        ("Die Regierungssprecherin schwieg.", "Regierung", True),
        ("Die Bundesregierung schwieg.", "Regierung", True),
        ("Die Bundesregierung schwieg.", '"Regierung"', False),
        ("Die Regierungen schwiegen.", '"Regierung"', False),
        ("Das Rathaus schwieg.", "Rat", False),
        ("Das Rathaus schwieg.", "Rat*", True),
        ("Die Hafen-Regierung schwieg.", "Regierung", True),
        ("Die Hafen-Regierung schwieg.", "Hafen-Regierung", True),
        ("Die Hafen-Regierung schwieg.", "Regierung-Hafen", False),
        ("Премьер-министр Пу́шкарев ещё молчал.", "Пушкарев еще", True),
        ("Премьер-министр Пушкарёв молчал.", "пушкарев", True),
        ("Їжак і ґава мовчали.", "їжак ґава", True),
        ("Їжак і ґава мовчали.", "іжак", False),
        ("Мой и моі.", "мои", False),
        ("Das cafe\u0301 schwieg.", "café", True),
        ("Das café schwieg.", "cafe", True),
        ("Alles brennt 🔥🔥.", "🔥", True),
        ("Alles brennt 🔥.", "🏗", False),
        ("Fort\u00adschritte im Hafen.", "Fortschritte", True),
        ("Der ﬁnale Hafen.", "finale", True),
        ("Es waren 1.500 Boote.", '"1.500"', True),
        ("Es waren 15 Boote.", "1", False),
        ("Ada sprach nach drei Tagen wieder mit Bo.", "Ada NEAR/6 Bo", True),
        ("Ada sprach nach drei Tagen wieder mit Bo.", "Ada NEAR/2 Bo", False),
        ("Ada sprach mit Bo.", "Ada -Bo", False),
        ("Ada sprach mit Bo.", "Ada NICHT Cy", True),
        ("Ada sprach mit Bo.", "Cy ODER Bo", True),
        ("Ada sprach mit Bo.", '"sprach mit"', True),
        ("Ada sprach mit Bo.", '"mit sprach"', False),
        ("Ada sprach mit Bo.", "lang:de", True),
        ("Ada sprach mit Bo.", "lang:ru", False),
    ],
)
def test_who_finds_whom(store: Store, add, text: str, query: str, found: bool) -> None:
    add(f"Titel\n\n{text}\n")
    assert queries.search(store, query).total == int(found)
    assert queries.articles(store, ArticleFilter(words=query)).total == int(found)


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("title:Kai", ["Kai gesperrt\n\nEs geht weiter."]),
        ("author:Beck", ["Mole\n\nDer Kai."]),
        ("outlet:Küste Kai", ["Mole\n\nDer Kai."]),
        ("Kai date:2026-01", ["Mole\n\nDer Kai."]),
        ("date:..2025", ["Kai gesperrt\n\nEs geht weiter."]),
    ],
)
def test_fields_narrow(store: Store, add, query: str, texts: list[str]) -> None:
    add("Kai gesperrt\n\nEs geht weiter.", uri="/pile/1", date="2025-12-31")
    add("Mole\n\nDer Kai.", uri="/pile/2", authors=["Ada Beck"], outlet="Küstenbote", date="2026-01")
    found = queries.search(store, query)
    assert [queries.article(store, hit.article.key).document.text for hit in found.items] == texts


def test_words_come_before_compounds_of_them_over_all_pages(store: Store, add) -> None:
    for number in range(3):
        add(f"Meldung {number}\n\nDie Landesregierung tagte. " + "Landesregierung. " * 9, uri=f"/pile/a{number}")
        add(f"Bericht {number}\n\nDie Regierung tagte lange und ergebnislos.", uri=f"/pile/b{number}")
    whole = [hit.article.title for hit in queries.search(store, "Regierung").items]
    assert [title.split()[0] for title in whole] == ["Bericht"] * 3 + ["Meldung"] * 3
    paged = [queries.search(store, "Regierung", offset=n, limit=1).items[0].article.title for n in range(6)]
    assert paged == whole
    assert queries.search(store, "Regierung", offset=6).items == ()


def test_the_title_weighs_more_than_the_text(store: Store, add) -> None:
    add("Anderes\n\nVom Leuchtturm und dem Leuchtturm und vielem, was sonst noch geschah.", uri="/pile/1")
    add("Leuchtturm\n\nVon vielem, was sonst noch geschah und auch wieder verging, war hier die Rede.", uri="/pile/2")
    assert queries.search(store, "Leuchtturm").items[0].article.title == "Leuchtturm"


def test_removed_passages_are_not_found_and_repaired_words_are(store: Store, add, article) -> None:
    text = "Hafen 🏗️\n\nDer Kai bleibt zu-nichte.\n\nAnzeige: Boote kaufen!\n"
    start = text.index("Anzeige")
    broken = Span(text.index("zu-nichte"), text.index("zu-nichte") + 9)
    piece = replace(
        article(text),
        removed=(Removal(Span(start, len(text) - 1), RemovalKind.AD, "begins so", 0.9),),
        repairs=(Repair(broken, "zunichte", "no word", 0.9),),
    )
    add(text, articles=[piece])
    assert queries.search(store, "Boote").total == 0
    hit = queries.search(store, "zunichte").items[0]
    assert [hit.passage[mark.start : mark.end] for mark in hit.marks] == ["zunichte"]
    assert "Anzeige" not in hit.passage


def test_the_passage_stands_in_the_document_where_it_says(store: Store, add) -> None:
    filler = "Es folgt viel anderes, Ї 🔥 e\u0301 und so weiter. " * 40
    text = f"Titel\n\n{filler}Die Hafenmeisterin rief die Landesregierung an. {filler}"
    add(text)
    hit = queries.search(store, "Regierung Hafenmeisterin").items[0]
    assert hit.passage_source.of(text) == hit.passage
    assert [hit.passage[mark.start : mark.end] for mark in hit.marks] == ["Hafenmeisterin", "Landesregierung"]
    assert len(hit.passage) <= 240


def test_more_matches_than_are_counted_are_said_to_be_more(store: Store, add, monkeypatch) -> None:
    for number in range(5):
        add(f"Kai {number}\n\nDer Kai.", uri=f"/pile/{number}")
    monkeypatch.setattr(searching, "COUNTED", 3)
    page = queries.search(store, "Kai", limit=2)
    assert (page.total, page.total_is_least, len(page.items)) == (3, True, 2)


def test_a_search_within_a_search(store: Store, add) -> None:
    add("Kai\n\nDer Kai und die Mole.", uri="/pile/1")
    add("Kai\n\nDer Kai allein.", uri="/pile/2")
    assert queries.search(store, "Kai", ArticleFilter(words="Mole", language="de")).total == 1


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.text(max_size=40),
        st.lists(
            st.sampled_from(
                [
                    "Kai",
                    "mole*",
                    '"',
                    "(",
                    ")",
                    "-",
                    "AND",
                    "ODER",
                    "NEAR",
                    "title:",
                    "*",
                    "^",
                    "{",
                    ":",
                    "+",
                    "\0",
                    "Ї",
                    "🔥",
                ]
            ),
            max_size=9,
        ).map(" ".join),
    )
)
def test_no_query_brings_an_error_of_the_database(store: Store, query: str) -> None:
    try:
        page = queries.search(store, query)
    except QuerySyntaxError:
        return
    assert page.total >= len(page.items)
