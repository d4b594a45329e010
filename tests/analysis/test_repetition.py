"""Passages of one article that return almost word for word."""

import pytest

from lesart.analysis.analyser import ArticleText
from lesart.analysis.repetition import find_repetitions
from lesart.text.article import Article, Cut, Removal, RemovalKind
from lesart.text.blocks import blocks_of_plain_text
from lesart.text.document import Document
from lesart.text.span import Span

FILLER = (
    "In Ostmark lag der Nebel über den Kuttern. Niemand sprach, und die Möwen schwiegen an diesem Morgen ebenfalls."
)


def repetitions(*paragraphs: str, removed: str | None = None) -> list[tuple[str, str]]:
    text = "\n\n".join(paragraphs)
    gone = ()
    if removed:
        start = text.rindex(removed)
        gone = (Removal(Span(start, start + len(removed)), RemovalKind.AD, "a test", 1.0),)
    article = Article(Cut(Span(0, len(text)), "", 1.0), removed=gone)
    found = find_repetitions(ArticleText(Document(text, tuple(blocks_of_plain_text(text))), article))
    return [(annotation.quotes[0], annotation.quotes[1]) for annotation in found]


def test_a_paragraph_that_stands_twice_is_found_once() -> None:
    first = "Schon vor dem Sturm hatte der Hafenmeister gewarnt. Am 3. Mai nannte er die Mole brüchig, und niemand hörte zu."
    second = (
        "Schon vor dem Sturm warnte der Hafenmeister. Am 3. Mai [nannte](#) er die Mole brüchig, und niemand hörte zu."
    )
    assert repetitions(FILLER, first, second) == [(first, second)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Die Hüter der Mole müssen nun die bitteren Folgen tragen, während sie sich in Ostmark treffen.",
            "Die Hüter der Mole kosten nun die bitteren Früchte ihrer Arbeit, während sie sich in Ostmark treffen.",
        ),
        (
            "Смотрители порта теперь пожинают горькие плоды своей работы, пока собираются в Остмарке 🎣.",
            "Смотрители порта теперь пожинают горькие плоды своих трудов, пока собираются в Остмарке 🎣.",
        ),
        (
            "Zoe\u0301 Keller war jahrelang für die Prüfung aller Kutter des großen Hafens in Ostmark zuständig.",
            "Zoe\u0301 Keller war für die Prüfung aller Kutter des großen Hafens in Ostmark jahrelang zuständig.",
        ),
    ],
)
def test_a_sentence_that_returns_almost_word_for_word_is_found(first: str, second: str) -> None:
    assert repetitions(first, FILLER, second) == [(first, second)]


def test_the_part_that_returns_is_marked_without_what_stands_before_it() -> None:
    sentence = "Die Gilde hat seit jeher betont, dass sie in Ostmark keinen zweiten Hafen bauen wird."
    assert repetitions(sentence, FILLER, f"Gar nichts: {sentence}") == [(sentence, sentence)]


def test_sentences_about_the_same_matter_are_no_repetition() -> None:
    assert (
        repetitions(
            "Die Fischer von Ostmark fordern seit Jahren einen zweiten Hafen an der Küste.",
            FILLER,
            "Der Hafen von Ostmark hat den Fischern an der Küste seit Jahren nichts gebracht.",
        )
        == []
    )


def test_what_was_removed_repeats_nothing() -> None:
    sentence = "Die Hüter der Mole müssen nun die bitteren Folgen tragen, während sie sich in Ostmark treffen."
    assert repetitions(sentence, FILLER, sentence, removed=sentence) == []
