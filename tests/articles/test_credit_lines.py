"""Credit lines are read word for word or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesart.articles.credit_lines import CreditLine, credit_line
from lesart.text.span import Span


def read(line: str) -> CreditLine | None:
    return credit_line(line, Span(0, len(line)))


def people(line: str) -> list[tuple[str, str]]:
    found = read(line)
    return [(credit.name, credit.role) for credit in found.credits] if found else []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Von Karin Ölmann", [("Karin Ölmann", "author")]),
        ("Von Prof. Dr. Karin Ölmann – 3. Dezember 2023", [("Karin Ölmann", "author")]),
        ("Von Karin Ölmann- 3. Dezember 2023", [("Karin Ölmann", "author")]),
        ("Von Karin Ölmann und Jens Petersen", [("Karin Ölmann", "author"), ("Jens Petersen", "author")]),
        (
            "Von Ann Gray (Übersetzung/Einleitung: Jens Petersen) -3. Dezember 2023",
            [("Ann Gray", "author"), ("Jens Petersen", "translator"), ("Jens Petersen", "introduction")],
        ),
        ("3. Mai 2023 | Karin Ölmann", [("Karin Ölmann", "author")]),
        ("By Ann Gray and J. D. Miller | May 3, 2023 10:15 a.m.", [("Ann Gray", "author"), ("J. D. Miller", "author")]),
        ("Aus dem Englischen von Jens Petersen", [("Jens Petersen", "translator")]),
        ("Die Fragen stellte Olga Weiß.", [("Olga Weiß", "interviewer")]),
        ("Von unserer Korrespondentin Eva Kurz, Ostmark", [("Eva Kurz", "author")]),
        ("(Reporting by Ann Gray in Eastmark; editing by John Low)", [("Ann Gray", "author"), ("John Low", "editor")]),
        ("Автор: Иван Рыбаков, 3 мая 2023 года", [("Иван Рыбаков", "author")]),
        ("Текст: Олена Коваль; переклад: Марія Лискова", [("Олена Коваль", "author"), ("Марія Лискова", "translator")]),
        ("Von Zoe\u0301 Keller", [("Zoe\u0301 Keller", "author")]),
    ],
)
def test_names_have_their_roles_and_no_titles_of_honour(line: str, expected: list[tuple[str, str]]) -> None:
    assert people(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Von Tag zu Tag",
        "Von Freunden umgeben",
        "Gestern kam Herr Meier",
        "3. Dezember 2023: Gipfel in Ostmark gescheitert",
        "Samstag, 5. November 2023:",
        "Рыбаки ждали до 3 мая",
        "🎣 Von allem etwas",
        "",
    ],
)
def test_running_text_and_headings_are_no_credit_lines(line: str) -> None:
    assert read(line) is None


@pytest.mark.parametrize(
    ("line", "value", "label"),
    [
        ("Stand: 10.05.2023, 14:03 Uhr", "2023-05-10", "modified"),
        ("Published: 27 March 2023", "2023-03-27", "published"),
        ("Mittwoch, 3. Mai 2023, 14:30 Uhr", "2023-05-03", None),
        ("Опубликовано 5 ноября 2023 года", "2023-11-05", "published"),
        ("Оновлено: 5 листопада 2023 р.", "2023-11-05", "modified"),
    ],
)
def test_dates_keep_what_their_label_says(line: str, value: str, label: str | None) -> None:
    found = read(line)
    assert found is not None
    assert [(date.expression.value, date.label) for date in found.dates] == [(value, label)]


def test_a_source_line_names_outlet_date_and_language() -> None:
    found = read("Quelle: Голос Остмарка, 11. März 2023 (russisch)")
    assert found is not None
    assert found.sourced
    assert [name for name, _ in found.outlets] == ["Голос Остмарка"]
    assert found.language == "ru"


@pytest.mark.parametrize(
    ("line", "names"), [("dpa/abc", ["dpa"]), ("(dpa/afp)", ["dpa", "AFP"]), ("3.5.2023 | rb/Nordag", ["Nordag"])]
)
def test_signatures_of_agencies_are_no_authors(line: str, names: list[str]) -> None:
    found = read(line)
    assert found is not None
    assert [name for name, _ in found.agencies] == names
    assert not found.credits


@given(st.text(max_size=80))
def test_every_span_lies_in_its_line(line: str) -> None:
    found = read(line)
    for credit in found.credits if found else []:
        assert Span(0, len(line)).contains(credit.span)
