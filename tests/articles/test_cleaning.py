"""What is not the piece goes, with kind and reason; running text stays."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from tests.articles.making import ENGLISH, GERMAN, RUSSIAN, UKRAINIAN, article, document, kept, removed
from tests.text.strategies import awkward_texts

from lesart.articles.cleaning import DETECTORS, removals
from lesart.articles.piece import piece_of
from lesart.text.article import Cut
from lesart.text.span import Span, trimmed

TITLE = "Norland öffnet den Hafen"


def test_a_dead_link_loses_its_brackets_and_keeps_its_word() -> None:
    text = f"{TITLE}\n\n{GERMAN} Das war [angekündigt](#) worden.\n\n{GERMAN}"
    found = article(text)
    assert [words for _, words in removed(text, found)] == ["[", "](#)"]
    assert "Das war angekündigt worden." in kept(text, found)


@pytest.mark.parametrize("mark", ["[…]", "[und]", "[spätestens; die Red.]", "[sic]", "[🎣]"])
def test_marks_of_editors_in_brackets_stay(mark: str) -> None:
    text = f"{TITLE}\n\n{GERMAN} Es war {mark} der Hafen, den alle meinten.\n\n{GERMAN}"
    assert removed(text, article(text)) == []


@pytest.mark.parametrize(
    "stub",
    [
        "[Hier weiterlesen]",
        "[Zum Originalbeitrag in englischer Sprache]",
        "Weiterlesen »",
        "[Read more](https://herald.example/a)",
        "Читать далее",
        "Читати далі →",
    ],
)
def test_a_line_that_only_leads_elsewhere_is_a_stub(stub: str) -> None:
    text = f"{TITLE}\n\n{GERMAN}\n\n{stub}"
    assert removed(text, article(text)) == [("link_stub", stub)]


def test_the_second_of_two_titles_goes() -> None:
    text = f"{TITLE}\n\n{TITLE.upper()}\n\n{GERMAN}"
    assert removed(text, article(text)) == [("repeated_title", TITLE.upper())]


def test_titles_with_other_numbers_are_not_the_same() -> None:
    text = f"Der Haushalt von Norland für 2023\n\nDer Haushalt von Norland für 2024\n\n{GERMAN}"
    assert removed(text, article(text)) == []


ADVERTISEMENT = (
    "- Themen:\n- #Hafen\n\nDAS GROSSE GARTENSEMINAR!\nKeine versteckten Kosten\nIhre Fachleute im Webinar:\n\n"
    "Max Gärtner\n\nDr. Eva Beet\nFrische Luft & Freiheit\nzu gewinnen\n- Gartenblatt\n- Ratgeber\n- Wirtschaft"
)


def test_an_advertisement_behind_the_end_goes_with_the_names_in_it() -> None:
    text = f"{TITLE}\n\n{GERMAN}\n{GERMAN}\n{ADVERTISEMENT}"
    found = article(text)
    assert kept(text, found).rstrip().endswith("gelassen auf.")
    assert {"tag", "ad", "navigation"} == {kind for kind, _ in removed(text, found)}


@pytest.mark.parametrize(
    ("body", "line", "kind"),
    [
        (GERMAN, "Lesen Sie auch: Fischer streiken", "navigation"),
        (GERMAN, "Folgen Sie uns auf Telegram!", "share"),
        (GERMAN, "Artikel teilen: A | B | C", "share"),
        (GERMAN, "Schlagwörter: Hafen, Fischer", "tag"),
        (ENGLISH, "Subscribe to our newsletter", "subscription"),
        (ENGLISH, "Read more: Fishermen on strike", "navigation"),
        (RUSSIAN, "Подписывайтесь на наш канал", "share"),
        (RUSSIAN, "Теги: порт, рыба", "tag"),
        (UKRAINIAN, "Читайте також: Рибалки страйкують", "navigation"),
        (UKRAINIAN, "Теги: порт, риба 🎣", "tag"),
    ],
)
def test_lines_of_the_page_behind_the_end_go(body: str, line: str, kind: str) -> None:
    text = f"{TITLE}\n\n{body}\n\n{body}\n\n{line}"
    assert removed(text, article(text)) == [(kind, line)]


@pytest.mark.parametrize(
    "ending",
    [
        "Anna\nBertha\nCäsar",
        "Der Kongress hat den Entwurf kostensparend im Internet veröffentlicht und nicht wie sonst gedruckt.",
        "Die Karte kostet nun 27 statt 25 Kronen, und auch die Fähre wird für alle Fahrgäste etwas teurer.",
        "Zum Schluss stand da nur ein Satz über das Meer.",
        "Wer teilt, hat mehr.",
        "Реклама рыбы в этом году обошлась порту дороже, чем сама рыба, сказал начальник порта.",
    ],
)
def test_the_end_of_a_text_stays_where_nothing_gives_it_away(ending: str) -> None:
    text = f"{TITLE}\n\n{GERMAN}\n\n{ending}"
    assert removed(text, article(text)) == []


def test_navigation_and_rubric_before_the_title_go() -> None:
    text = f"Startseite > Politik > Ausland\nKommentar\n\n{TITLE}\n\n{GERMAN}\n\n{GERMAN}"
    found = article(text)
    assert found.title is not None
    assert found.title.value == TITLE
    assert [kind for kind, _ in removed(text, found)] == ["navigation", "tag"]


def test_adjoining_metadata_lines_are_one_removal() -> None:
    text = f"{TITLE}\n3. Mai 2023\nVon Karin Ölmann\n\n{GERMAN}\n\n{GERMAN}"
    assert removed(text, article(text)) == [("metadata_line", "3. Mai 2023\nVon Karin Ölmann")]


def test_days_of_a_chronicle_are_headings() -> None:
    days = "\n\n".join(f"{day}. November 2023\n\n{GERMAN}" for day in (5, 6, 7))
    assert removed(f"{TITLE}\n\n{days}", article(f"{TITLE}\n\n{days}")) == []


@settings(max_examples=60)
@given(awkward_texts)
def test_removals_lie_inside_in_order_and_apart_with_a_reason(text: str) -> None:
    whole = trimmed(text, Span(0, len(text)))
    found = removals(piece_of(document(text), Cut(whole, "", 1.0)))
    assert all(whole.contains(removal.span) and len(removal.span) and removal.reason for removal in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_every_detector_says_what_it_finds() -> None:
    assert len(DETECTORS) == len(set(DETECTORS))
    assert all(detector.__doc__ or detector.__name__ for detector in DETECTORS)


def test_swapping_the_sides_changes_nothing_that_is_found() -> None:
    text = f"{TITLE}\n\nVon Karin Ölmann – 3. Mai 2023\n\n{GERMAN} Norland droht Ostmark [weiter](#).\n\n{GERMAN}\n{ADVERTISEMENT}"
    swapped = text.replace("Norland", "\0").replace("Ostmark", "Norland").replace("\0", "Ostmark")
    first, second = article(text), article(swapped)
    assert [(r.span, r.kind) for r in first.removed] == [(r.span, r.kind) for r in second.removed]
    assert (first.bylines, first.published, first.extent) == (second.bylines, second.published, second.extent)
