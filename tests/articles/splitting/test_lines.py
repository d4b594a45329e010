"""Single lines: what each is held to be, by its own words."""

import pytest

from lesart.articles.splitting import credits, press, stubs
from lesart.articles.splitting.lines import Shape, lines_of
from lesart.articles.splitting.topics import kinship, telling
from lesart.text.blocks import blocks_of_plain_text
from lesart.text.document import Document


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        ("Von Anna Berg – 3. Mai 2025", Shape.BYLINE),
        ("Von Prof. Uwe Sander- 27. November 2025", Shape.BYLINE),
        ("Von Anna Berg (Übersetzung/Einleitung: Uwe Sander) -3. Mai 2025", Shape.BYLINE),
        ("By Tom de Vere and Ruth Ashby-Cole", Shape.BYLINE),
        ("Автор: Пётр Заречный", Shape.BYLINE),
        ("Von Anfang an umstritten", Shape.TITLE),
        ("Von der Leyen kündigt neue Regeln an", Shape.TITLE),
        ("7. Juli 2026 | Anna Berg", Shape.DATE),
        ("Hafenkurier, 3 травня 2025", Shape.DATE),
        ("Wahl am 3. Mai entscheidet über die Brücke", Shape.TITLE),
        ("[Hier weiterlesen]", Shape.ONWARD),
        ("Weiterlesen » https://brief.example/a", Shape.ONWARD),
        ("[Zum Originalbeitrag in englischer Sprache]", Shape.ONWARD),
        ("Читати далі →", Shape.ONWARD),
        ("+++ More than 20 million people watched +++", Shape.TITLE),
        ("Mehr Geld für die Feuerwehr", Shape.TITLE),
        ("Quelle: Niederauer Bote", Shape.SOURCE),
        ("Джерело: Вісник Залісся", Shape.SOURCE),
        ("Anmerkung der Redaktion: Das war bekannt.", Shape.REMARK),
        ("Abmelden", Shape.FOOTER),
        ("Kontakt zur Außenwelt gelungen", Shape.TITLE),
        ("https://kurier.example/2025/bruecke", Shape.ADDRESS),
        ("* * *", Shape.RULE),
        ("Lea von Thun", Shape.NAME),
        ("Der Stand der Dinge", Shape.TITLE),
        ("Rat beschließt Haushalt 🙂 é", Shape.TITLE),
        ("Der Rat hat den Haushalt beschlossen.", Shape.PROSE),
        ("Der Rat hat den Haushalt beschlossen. (agy/ab)", Shape.PROSE),
    ],
)
def test_a_line_is_known_by_its_words(line: str, shape: Shape) -> None:
    found = lines_of(Document(line, tuple(blocks_of_plain_text(line))))
    assert [one.shape for one in found] == [shape]


@pytest.mark.parametrize(
    "paragraph",
    [
        "BERLIN (agy) – Der Rat tagt.",
        "Bad Rottau, 17. Juli (agy) – Der Rat tagt.",
        "ЗАРЕЧИНСК, 3 мая. /АГН/. Совет собрался.",
        "TERN BAY (NPA) - The council met.",
    ],
)
def test_agency_copy_has_a_dateline(paragraph: str) -> None:
    assert credits.has_dateline(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    ["Die Ministerin (parteilos) kam.", "Anna Berg (DIP): Das ist gut.", "Der Rat tagt. 🙂 é", "Совет собрался 3 мая."],
)
def test_running_text_has_none(paragraph: str) -> None:
    assert not credits.has_dateline(paragraph)


def test_only_papers_are_given_the_word() -> None:
    assert press.hands_over("Die NIEDERAUER ZEITUNG schreibt: „Spät, aber gut.“")
    assert press.hands_over("«Вечерний Заречинск» из города Луговск отмечает: «Поздно».")
    assert not press.hands_over("Anna Berg, 34, Lehrerin: „Ich finde das gut.“ 🙂 é")


def test_a_paragraph_may_end_with_words_that_lead_on() -> None:
    assert stubs.ends_leading_onward("Der Rat tagt. [Weiterlesen]")
    assert not stubs.ends_leading_onward("Der Rat tagt (bis Freitag). é 🙂")


def test_inflected_names_are_kin_across_scripts_of_one_language() -> None:
    assert kinship(telling("Zaretschinsk brennt"), telling("in Zaretschinsks Hafen")) > 0
    assert kinship(telling("мост в Заречинске"), telling("из Заречинска 🙂 é")) > 0
    assert kinship(telling("мост в Заречинске"), frozenset()) == 0.0
