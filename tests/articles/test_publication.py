"""Dates are stated, inferred or unknown, and never a guess."""

import pytest
from tests.articles.making import ENGLISH, GERMAN, UKRAINIAN, article

from lesart.text.article import Basis
from lesart.text.document import Clue

TITLE = "Norland öffnet den Hafen"


def test_a_date_line_states_the_day_with_its_place() -> None:
    text = f"{TITLE}\n\n7. Juli 2023 | Karin Ölmann\n\n{GERMAN}\n\n{GERMAN}"
    found = article(text).published
    assert (found.date, found.basis) == ("2023-07-07", Basis.STATED)
    assert found.evidence[0].quote == "7. Juli 2023"
    assert found.evidence[0].span is not None
    assert found.evidence[0].span.of(text) == "7. Juli 2023"


def test_a_text_without_a_date_of_its_own_is_of_unknown_date() -> None:
    found = article(f"{TITLE}\n\n{GERMAN} Am 3. Mai 2023 war er geschlossen worden.\n\n{GERMAN}").published
    assert (found.date, found.basis) == (None, Basis.UNKNOWN)


def test_a_month_is_narrowed_by_the_first_publication() -> None:
    note = "Übersetzt aus dem Polnischen. Der Artikel ist am 10. Mai 2023 zuerst in Morska erschienen."
    found = article(f"date 2023-05 {TITLE}\n\n{GERMAN}\n\n{GERMAN}\n\n{note}").published
    assert (found.date, found.earliest, found.latest) == ("2023-05", "2023-05-10", "2023-05-31")


def test_the_first_publication_alone_is_a_lower_bound() -> None:
    note = "Der Artikel ist am 10. Mai 2023 zuerst in Morska erschienen."
    found = article(f"{TITLE}\n\n{GERMAN}\n\n{GERMAN}\n\n{note}").published
    assert (found.date, found.basis, found.earliest, found.latest) == (None, Basis.UNKNOWN, "2023-05-10", None)


def test_a_deadline_that_lies_ahead_is_told_but_not_taken_for_a_date() -> None:
    found = article(f"{TITLE}\n\nBis zum 8. August soll der Hafen offen sein. {GERMAN}\n\n{GERMAN}").published
    assert (found.date, found.basis, found.latest) == (None, Basis.UNKNOWN, None)
    assert "8. August" in found.rule


def test_a_deadline_with_its_year_is_an_upper_bound() -> None:
    found = article(f"{TITLE}\n\nBis zum 8. August 2023 soll der Hafen offen sein.\n\n{GERMAN}").published
    assert (found.date, found.basis, found.latest) == (None, Basis.UNKNOWN, "2023-08-08")


def test_the_day_of_the_last_change_is_only_inferred() -> None:
    found = article(f"{TITLE}\n\nStand: 05.11.2023, 14:03 Uhr\n\n{GERMAN}\n\n{GERMAN}").published
    assert (found.date, found.basis) == ("2023-11-05", Basis.INFERRED)


@pytest.mark.parametrize(
    ("source", "basis"), [("html meta date", Basis.STATED), ("file name", Basis.INFERRED), ("url", Basis.INFERRED)]
)
def test_a_clue_states_the_date_and_an_address_hints_at_it(source: str, basis: Basis) -> None:
    clue = Clue("published", "2023-11-05", source, "2023-11-05")
    found = article(f"{TITLE}\n\n{UKRAINIAN}\n\n{UKRAINIAN} 🎣", [clue]).published
    assert (found.date, found.basis, found.evidence[0].source) == ("2023-11-05", basis, source)


def test_text_wins_over_a_clue_and_the_conflict_is_told() -> None:
    clue = Clue("published", "2023-11-06", "html meta date", "2023-11-06")
    found = article(f"{TITLE}\n\n5. November 2023\n\n{GERMAN}\n\n{GERMAN}", [clue]).published
    assert found.date == "2023-11-05"
    assert "2023-11-06" in found.rule


def test_a_dateline_with_its_year_states_the_day() -> None:
    found = article(f"{TITLE}\n\nEASTMARK, May 20, 2023 (Reuters) - {ENGLISH}\n\n{ENGLISH}").published
    assert found.date == "2023-05-20"
