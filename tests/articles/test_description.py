"""Title, subtitle, bylines, outlet, topics and extent, each with the place it is read off."""

import pytest
from tests.articles.making import ENGLISH, GERMAN, RUSSIAN, UKRAINIAN, article

from lesart.articles.passages import Passage
from lesart.articles.prepare import prepare
from lesart.articles.voices import voice_of
from lesart.text.article import Basis, Cut, Extent, Role
from lesart.text.blocks import Block, BlockKind
from lesart.text.document import Clue, Document
from lesart.text.span import Span

TITLE = "Norland öffnet den Hafen"


def test_the_title_is_the_first_line_and_its_evidence_its_place() -> None:
    found = article(f"\n\n{TITLE}\n\n{GERMAN}")
    assert found.title is not None
    assert found.title.value == TITLE
    assert found.title.evidence.span is not None
    assert found.title.evidence.span.start == 2


@pytest.mark.parametrize("glued", ["date 2023-11 ", "Datum: 05.11.2023 ", "2023-11-05 | ", "05.11.2023 "])
def test_a_date_glued_before_the_title_is_no_part_of_it(glued: str) -> None:
    found = article(f" {glued}{TITLE}\n\n{GERMAN}\n\n{GERMAN}")
    assert found.title is not None
    assert found.title.value == TITLE
    assert found.published.date is not None
    assert found.published.date.startswith("2023-11")


def test_a_date_that_belongs_to_the_title_stays() -> None:
    title = "9. November 1999: Als der Hafen zufror"
    found = article(f"{title}\n\n{GERMAN}\n\n{GERMAN}")
    assert found.title is not None
    assert found.title.value == title


def test_a_text_that_begins_with_its_first_sentence_has_the_title_of_its_clue() -> None:
    clue = Clue("title", "Hafen offen", "html title", "Hafen offen | Nordblick")
    found = article(f"{GERMAN}\n\n{GERMAN}", [clue])
    assert found.title is not None
    assert (found.title.value, found.title.evidence.source) == ("Hafen offen", "html title")


def test_the_line_between_title_and_byline_is_the_subtitle() -> None:
    found = article(f"{TITLE}\n\nWer hätte das gedacht?\n\nVon Karin Ölmann\n\n{GERMAN}\n\n{GERMAN}")
    assert found.subtitle is not None
    assert found.subtitle.value == "Wer hätte das gedacht?"


def test_front_matter_gives_title_author_and_date() -> None:
    text = (
        f"---\ntitle: {TITLE}\nauthor: Karin Ölmann\ndate: 2023-11-05\nsource: Nordblick\n---\n\n{GERMAN}\n\n{GERMAN}"
    )
    found = article(text)
    assert found.title is not None
    assert found.outlet is not None
    assert (found.title.value, found.outlet.value) == (TITLE, "Nordblick")
    assert [byline.name for byline in found.bylines] == ["Karin Ölmann"]
    assert found.published.date == "2023-11-05"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Олена Коваленко\n5 листопада 2023", "Олена Коваленко"),
        ("Глеб Рыбаков\n\n5 ноября 2023", "Глеб Рыбаков"),
        ("Von Zoe\u0301 Keller", "Zoe\u0301 Keller"),
    ],
)
def test_a_line_of_names_beside_a_date_is_a_byline(head: str, name: str) -> None:
    found = article(f"{TITLE} 🎣\n\n{head}\n\n{RUSSIAN}\n\n{UKRAINIAN}")
    assert [(byline.name, byline.role) for byline in found.bylines] == [(name, Role.AUTHOR)]


def test_a_byline_of_the_text_goes_before_the_clue() -> None:
    clue = Clue("author", "Redaktion", "html meta author", "Redaktion")
    text = f"{TITLE}\n\nVon Karin Ölmann\n\n{GERMAN}\n\n{GERMAN}"
    assert [byline.name for byline in article(text, [clue]).bylines] == ["Karin Ölmann"]
    without = text.replace("Von Karin Ölmann\n\n", "")
    assert [byline.evidence.source for byline in article(without, [clue]).bylines] == ["html meta author"]


def test_a_name_in_running_text_is_no_byline() -> None:
    assert article(f"{TITLE}\n\n{GERMAN} Von Karin Ölmann war nichts zu hören.\n\n{GERMAN}").bylines == ()


def test_an_outlet_is_named_by_clue_byline_or_masthead_and_never_invented() -> None:
    byline = f"{TITLE}\n\nBy Ann Gray | The Eastmark Courier | 2 April 2023\n\n{ENGLISH}\n\n{ENGLISH}"
    masthead = f"NORDBLICK\n27.04.2023, 00:14 Uhr\n\n{TITLE}\n\n{GERMAN}\n\n{GERMAN}"
    url = Clue("url", "https://www.nordblick.example/a", "html link canonical", "https://www.nordblick.example/a")
    outlets = [article(byline).outlet, article(masthead).outlet, article(f"{TITLE}\n\n{GERMAN}", [url]).outlet]
    assert [outlet.value for outlet in outlets if outlet] == ["The Eastmark Courier", "NORDBLICK", "nordblick.example"]
    assert outlets[2] is not None
    assert outlets[2].basis is Basis.INFERRED
    assert article(f"{TITLE}\n\n{GERMAN}").outlet is None


def test_a_page_title_with_headline_and_outlet_names_the_outlet_as_inferred() -> None:
    clues = [
        Clue("title", "Порт открыт", "html h1", "Порт открыт"),
        Clue("title", "Порт открыт — Листок 🎣", "html title", "Порт открыт — Листок 🎣"),
    ]
    found = article(f"{RUSSIAN}\n\n{RUSSIAN}", clues).outlet
    assert found is not None
    assert (found.value, found.basis) == ("Листок 🎣", Basis.INFERRED)


def test_a_headline_outside_the_main_text_of_a_page_is_the_title_and_what_stands_under_it_the_subtitle() -> None:
    lines = ["Norland öffnet", "Wer hätte das gedacht", "Von Karin Ölmann, 5. April 2023", GERMAN, GERMAN]
    text = "\n".join(lines)
    starts = [text.index(lines[0]), text.index(lines[1]), text.index(lines[2]), text.index(GERMAN), text.rindex(GERMAN)]
    spans = [Span(start, start + len(line)) for start, line in zip(starts, lines, strict=True)]
    heads = [Block(span, BlockKind.HEADING, level, "outside the main text") for level, span in enumerate(spans[:2], 1)]
    clue = Clue("title", lines[0], "html h1", lines[0])
    page = Document(text, (*heads, *(Block(span) for span in spans[2:])), clues=(clue,))
    found = prepare(page, [Cut(Span(0, len(text)), "", 1.0)])[0]
    assert found.title is not None
    assert found.subtitle is not None
    assert (found.title.evidence.span, found.subtitle.value) == (spans[0], lines[1])
    assert [byline.name for byline in found.bylines] == ["Karin Ölmann"]


def test_topics_come_from_tag_lines() -> None:
    found = article(f"{TITLE}\n\n{GERMAN}\n\n{GERMAN}\n\nTags: Hafen, Fischer, риба")
    assert [topic.value for topic in found.topics] == ["Hafen", "Fischer", "риба"]


def test_the_label_over_a_list_of_tags_is_no_topic() -> None:
    found = article(f"{TITLE}\n\n{GERMAN}\n\n{GERMAN}\n- Themen:\n- #Häfen\n- #Рибалки")
    assert [topic.value for topic in found.topics] == ["Häfen", "Рибалки"]


@pytest.mark.parametrize(
    ("end", "extent"),
    [
        ("[Hier weiterlesen]", Extent.TEASER),
        ("Читати далі", Extent.TEASER),
        ("[Zum Originalbeitrag in englischer Sprache]", Extent.FULL),
        ("Die Fischer warten nun auf den ersten Kutter, der [...]", Extent.TEASER),
        ("Die Fischer warten nun auf den ersten Kutter.", Extent.FULL),
    ],
)
def test_a_piece_that_leads_to_its_rest_or_breaks_off_is_a_teaser(end: str, extent: Extent) -> None:
    assert article(f"{TITLE}\n\n{GERMAN}\n\n{end}").extent is extent


@pytest.mark.parametrize(("text", "code"), [(GERMAN, "de"), (ENGLISH, "en"), (RUSSIAN, "ru"), (UKRAINIAN, "uk")])
def test_the_language_is_told_from_the_text(text: str, code: str) -> None:
    found = article(f"{text}\n\n{text}").language
    assert found is not None
    assert found.value == code


def test_three_words_have_no_language() -> None:
    assert article("🎣 Ost 12").language is None


def test_a_byline_glued_to_the_subtitle_is_no_part_of_it() -> None:
    teaser = "Oben heißt er Lamna, unten die Alte. Eine Reise entlang der Grenze é 🙂."
    text = f"Der Fluss mit zwei Namen\n\n{teaser} Von Дарина Хміль\n\n{GERMAN}\n\n{GERMAN}"
    found = article(text, [Clue("author", "Дарина Хміль", "PDF property Author", "Дарина Хміль")])
    assert found.subtitle is not None
    assert found.subtitle.value == teaser


@pytest.mark.parametrize(
    ("clause", "outlet"),
    [
        ("Zu den Vorwürfen heißt es im SPORTBOTEN aus Rotbach", "SPORTBOTE"),
        ("Die STADTBOTEN aus Rotbach schreiben", "STADTBOTEN"),
        ("Im Kommentar der RHEINISCHEN ZEITUNG heißt es", "RHEINISCHEN ZEITUNG"),
        ("🙂 «Вісник Залі\u0301сся» пише", "Вісник Залі\u0301сся"),
    ],
)
def test_a_paper_in_an_oblique_case_is_named_in_its_basic_form_where_that_is_sure(clause: str, outlet: str) -> None:
    text = f"{clause}: „Ein Verein, der seine Karten zweimal verkauft, hat zu viele Freunde.“"
    voice = voice_of(Passage(Span(0, len(text)), text))
    assert voice is not None
    assert voice.outlet == outlet
