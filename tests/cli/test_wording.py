import ast
import string
from pathlib import Path

import pytest

import lesart.cli
from lesart.cli.wording import GERMAN, speaks_german, worded

SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in Path(lesart.cli.__file__).parent.glob("*.py"))


@pytest.mark.parametrize(
    ("environment", "german"),
    [
        ({}, False),
        ({"LANG": "de_DE.UTF-8"}, True),
        ({"LANG": "de_AT", "LC_ALL": "en_GB"}, False),
        ({"LANG": "uk_UA.UTF-8", "LESART_LANGUAGE": "de"}, True),
        ({"LESART_LANGUAGE": "en", "LANG": "de_DE"}, False),
        ({"LANG": "", "LC_MESSAGES": "de"}, True),
    ],
)
def test_the_language_is_the_terminals_unless_said_otherwise(environment, german):
    assert speaks_german(environment) is german


@pytest.mark.parametrize("message", GERMAN)
def test_a_german_message_has_the_places_of_the_english_one(message):
    def places(text: str) -> list[str]:
        return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)

    assert places(GERMAN[message]) == places(message)


def test_every_worded_message_with_a_place_is_in_the_german_list():
    called = [
        node.args[0].value
        for node in ast.walk(ast.parse(SOURCES))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "worded"
        and isinstance(node.args[0], ast.Constant)
    ]
    assert called
    assert [message for message in called if message not in GERMAN] == []


def test_values_are_filled_in_as_they_are(monkeypatch):
    monkeypatch.setenv("LESART_LANGUAGE", "de")
    assert worded("{0} articles in {1}", 3, "Київ {0} 🌊 e\u0301.html") == "3 Artikel in Київ {0} 🌊 e\u0301.html"


def test_german_is_for_people_and_english_for_programs(lesart, pile, monkeypatch):
    monkeypatch.setenv("LESART_LANGUAGE", "de")
    assert "Sammlung" in lesart("status", pile).out
    assert lesart("articles", pile).out.startswith("key\tdate")
    assert '"articles": 4' in lesart("status", pile, "--json").out
