"""The chain of texts and hands, each link with its line; a source that is merely cited is none."""

import pytest
from tests.articles.making import ENGLISH, GERMAN, RUSSIAN, UKRAINIAN, article, document

from lesart.articles.prepare import prepare
from lesart.text.article import Relation

TITLE = "Norland öffnet den Hafen"


def chain(text: str) -> list[tuple[str, str | None, str | None, str | None, str | None]]:
    return [(p.relation, p.outlet, p.author, p.date, p.language) for p in article(text).provenance]


@pytest.mark.parametrize(
    ("body", "note", "outlet", "language"),
    [
        (
            GERMAN,
            "Aus dem Russischen übersetzt. Der Artikel ist am 3. Mai 2023 zuerst auf Ostwind erschienen.",
            "Ostwind",
            "ru",
        ),
        (
            GERMAN,
            "Aus dem Polnischen übersetzt. Das Original erschien am 3. Mai 2023 in Gazeta Morska.",
            "Gazeta Morska",
            "pl",
        ),
        (
            ENGLISH,
            "Translated from the Russian by John Low. This article was first published in The Eastwind on 3 May 2023.",
            "The Eastwind",
            "ru",
        ),
        (
            GERMAN,
            "Dieser Text erschien zuerst am 3. Mai 2023 auf Russisch bei „Ostwind“ und wurde von der Redaktion übersetzt.",
            "Ostwind",
            "ru",
        ),
        (
            RUSSIAN,
            "Перевод с английского. Статья впервые опубликована в газете Eastwind 3 мая 2023 года.",
            "Eastwind",
            "en",
        ),
        (
            UKRAINIAN,
            "Переклад з німецької. Стаття вперше опублікована на сайті Ostwind 3 травня 2023 року.",
            "Ostwind",
            "de",
        ),
    ],
)
def test_a_translation_that_first_appeared_elsewhere(body: str, note: str, outlet: str, language: str) -> None:
    text = f"{TITLE}\n\nVon Karin Ölmann\n\n{body}\n\n{body}\n\n{note}"
    both = ("Karin Ölmann", "2023-05-03", language)
    assert chain(text) == [("translation_of", outlet, *both), ("republished_from", outlet, *both)]


def test_each_link_names_the_line_it_rests_on() -> None:
    note = "Übersetzt aus dem Russischen. Der Artikel ist zuerst auf Ostwind erschienen."
    text = f"{TITLE}\n\n{GERMAN}\n\n{GERMAN}\n\n{note}"
    quotes = [link.evidence.quote for link in article(text).provenance]
    assert quotes == ["Übersetzt aus dem Russischen.", "Der Artikel ist zuerst auf Ostwind erschienen."]


def test_a_link_to_the_original_names_its_language() -> None:
    text = f"{TITLE}\n\nVon Karin Ölmann\n\n{GERMAN}\n\n[Zum Originalbeitrag in englischer Sprache]"
    assert chain(text) == [("translation_of", None, "Karin Ölmann", None, "en")]


def test_a_permission_of_the_author_is_no_source() -> None:
    text = f"{TITLE}\n\n{GERMAN}\n\n*Veröffentlichung mit freundlicher Genehmigung des Autors."
    assert chain(text) == []
    assert article(text).removed[-1].kind == "metadata_line"


@pytest.mark.parametrize(
    ("start", "end", "agency"),
    [
        ("Ostmark (dpa) - ", "", "dpa"),
        ("OSTMARK, 5. November (Reuters) – ", "", "Reuters"),
        ("ОСТМАРК, 5 ноября — РИА Новости. ", "", "RIA Nowosti"),
        ("ОСТМАРК. 5 листопада. УНІАН. ", "", "UNIAN"),
        ("EASTMARK, May 3. /TASS/. ", "", "TASS"),
        ("", "dpa/kö", "dpa"),
        ("", "(Mit Material von AFP)", "AFP"),
        ("", "Quelle: epd", "epd"),
    ],
)
def test_datelines_and_signatures_name_the_agency(start: str, end: str, agency: str) -> None:
    assert chain(f"{TITLE}\n\n{start}{GERMAN}\n\n{GERMAN}\n\n{end}") == [("agency", agency, None, None, None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Wie dpa meldet, ist der Hafen offen.",
        "Das sagte er der Zeitung Ostwind.",
        "Karin Ölmann (FUP) – so heißt die Ministerin – war dabei.",
        "Об этом сообщает ТАСС.",
        "Der Artikel 5 des Vertrags ist zuerst am 3. Mai in Kraft getreten. 🎣",
    ],
)
def test_a_source_that_is_cited_is_not_where_the_piece_comes_from(sentence: str) -> None:
    assert chain(f"{TITLE}\n\n{sentence} {GERMAN}\n\n{GERMAN} {sentence}") == []


def test_a_translator_with_an_introduction_is_both() -> None:
    byline = "Von Ann Gray (Übersetzung/Einleitung: Jens Petersen) – 3. Mai 2023"
    intro = "Im britischen Ostwind ist ein Artikel erschienen, den ich übersetzt habe, damit ihn hier alle lesen."
    text = f"{TITLE}\n\n{byline}\n\n{intro}\n\n{GERMAN}"
    assert chain(text) == [
        ("translation_of", "Ostwind", "Ann Gray", None, "en"),
        ("introduced_by", None, "Jens Petersen", None, None),
    ]


def test_pieces_of_one_document_are_collected_and_teasers_are_excerpts() -> None:
    names = ("Karin Ölmann", "Jens Petersen", "Olga Weiß")
    text = "\n\n".join(
        f"Nachricht aus Norland Nummer {i}\n\nVon {name} – {i}. Mai 2023\n\n{GERMAN}\n\n{GERMAN}\n\n[Hier weiterlesen]"
        for i, name in enumerate(names, 1)
    )
    pieces = prepare(document(text))
    assert len(pieces) == 3
    for piece, name in zip(pieces, names, strict=True):
        links = {link.relation: link.author for link in piece.provenance}
        assert links == {Relation.EXCERPT_OF: name, Relation.COLLECTED_IN: None}
