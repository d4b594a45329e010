"""Broken words are repaired in a view; compounds with a hyphen stay."""

import pytest
from tests.articles.making import GERMAN, RUSSIAN, document

from lesart.articles.repairs import repairs
from lesart.text.span import Span


def repaired(words: str, around: str = GERMAN) -> list[tuple[str, str]]:
    text = f"{around} {words} {around}"
    return [(r.span.of(text), r.replacement) for r in repairs(document(text), Span(0, len(text)))]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("zu-nichte", "zunichte"),
        ("Fort-schritte", "Fortschritte"),
        ("Wasser-spiegel", "Wasserspiegel"),
        ("vor-läufigen", "vorläufigen"),
        ("Ver\u00adhand\u00adlung", "Verhandlung"),
        ("Vertei-\ndigung", "Verteidigung"),
        ("Hafen-\nMinister", "Hafen-Minister"),
        ("Verhandlungzwischen", "Verhandlung zwischen"),
    ],
)
def test_debris_of_line_ends_is_put_together(broken: str, whole: str) -> None:
    assert repaired(f"Das war {broken} den Leuten.") == [(broken, whole)]


@pytest.mark.parametrize(
    "words",
    [
        "die Brandow-Regierung",
        "deutsch-russisch",
        "NATO-freundlich",
        "Corona-bedingt",
        "Rüstungs- und Zivilindustrie",
        "Ein- und\nAusfuhr",
        "Start-ups",
        "Know-how",
        "Kim Jong-un",
        "Cyber-Angriffe",
        "Rüstungs-\nund Zivilindustrie",
        "hingegen",
        "🎣-freundlich",
        "E-Mail",
    ],
)
def test_real_compounds_stay(words: str) -> None:
    assert repaired(f"Das war {words} an der Küste.") == []


def test_other_languages_keep_their_hyphens() -> None:
    assert repaired("кто-то по-русски", RUSSIAN) == []
