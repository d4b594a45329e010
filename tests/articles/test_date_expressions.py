"""Dates are read as precisely as they stand, in four languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesart.articles.date_expressions import bounds, dates_in


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("am 10. Mai 2023 in", ["2023-05-10"]),
        ("date 2023-05 Titel", ["2023-05"]),
        ("05.11.2023 und 5.11.23", ["2023-11-05", "2023-11-05"]),
        ("November 5, 2023", ["2023-11-05"]),
        ("the 5th of November 2023", ["2023-11-05"]),
        ("5 ноября 2023 года", ["2023-11-05"]),
        ("5 листопада 2023 р.", ["2023-11-05"]),
        ("bis zum 8. August", ["--08-08"]),
        ("im Mai 2023", ["2023-05"]),
        ("05/10/2023", ["2023"]),
        ("25/10/2023", ["2023-10-25"]),
        ("am 31. Februar 2023", []),
        ("🎣 3. Ma\u0308rz 2023", []),
        ("15.000 Euro, 20,8 Milliarden, 24/7", []),
    ],
)
def test_dates_are_found_with_their_precision(text: str, values: list[str]) -> None:
    assert [date.value for date in dates_in(text)] == values


def test_a_decomposed_umlaut_in_a_month_is_no_month_of_ours() -> None:
    assert dates_in("3. März 2023")[0].value == "2023-03-03"


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2023-05-10", ("2023-05-10", "2023-05-10")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023-12", ("2023-12-01", "2023-12-31")),
        ("2023", ("2023-01-01", "2023-12-31")),
    ],
)
def test_bounds_are_the_first_and_the_last_day(value: str, days: tuple[str, str]) -> None:
    assert bounds(value) == days


@given(st.dates())
def test_a_day_written_in_figures_comes_back(day: "st.dates") -> None:  # type: ignore[valid-type]
    if 1900 <= day.year < 2100:
        assert [date.value for date in dates_in(f"{day.day}.{day.month}.{day.year}")] == [day.isoformat()]
