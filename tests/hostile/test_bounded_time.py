"""Bounded time: four times the text takes about four times as long, whatever the text is made of."""

import time
from collections.abc import Callable

import pytest

from lesart.analysis.analyser import ArticleText
from lesart.analysis.registry import ANALYSERS
from lesart.articles.prepare import prepare
from lesart.readers.pages.crowded import MOST_ATTRIBUTES, thinned
from lesart.readers.reader import Limits, Record, Source
from lesart.readers.registry import reader_for

SMALL = 40_000  # characters
LARGE = 4 * SMALL
MOST = 9.0  # times as long; linear is 4, quadratic 16
NOISE = 0.1  # seconds: a first call loads tables
WORDS = "Die Schleuse bleibt nach Auskunft der Verwaltung bis zum Abend geschlossen 🧭. "
MADE: dict[str, Callable[[int], str]] = {
    "one-line.txt": lambda n: WORDS * (n // 80),
    "one-sentence.txt": lambda n: "wort " * (n // 5),
    "letters.txt": lambda n: "a" * n,
    "combining.txt": lambda n: "a" + "\u0301" * n,
    "cyrillic.txt": lambda n: "Совет решил. " * (n // 13),
    "dots.txt": lambda n: "." * n,
    "ellipses.txt": lambda n: "…)" * (n // 2),
    "dashes.txt": lambda n: "- " * (n // 2),
    "blanks.txt": lambda n: f"Von{' ' * n}Ende. {WORDS}",
    "quotation-marks.txt": lambda n: '"' * n,
    "opening-marks.txt": lambda n: "„«" * (n // 2),
    "brackets.txt": lambda n: "[" * (n // 2) + "](#)" * (n // 8),
    "names.txt": lambda n: "Von Ines Vollrath und " * (n // 22),
    "dates.txt": lambda n: "3. Dezember 2025 " * (n // 17),
    "short-lines.txt": lambda n: "".join(f"Zeile {k}\n" for k in range(n // 40)),
    "addresses.txt": lambda n: "".join(f"http://a.example/{k} " for k in range(n // 24)),
    "attributes.html": lambda n: f"<p {' '.join(f'a{k}=1' for k in range(n // 7))}>{WORDS}",
    "divs.html": lambda n: "<div>ja</div>" * (n // 26),
    "links.html": lambda n: "<body>" + "".join(f"<a href=/{k}>Wort {k}</a> " for k in range(n // 30)),
    "paragraphs.html": lambda n: "<body>" + "".join(f"<p>Absatz {k} ist lang genug, um zu gelten.</p>" for k in range(n // 50)),
}  # fmt: skip


def seconds_of(name: str, text: str) -> float:
    """CPU seconds from the bytes to the annotations."""
    source = Source(text.encode(), f"/quellen/{name}")
    began = time.process_time()
    reader = reader_for(source)
    assert reader.document is not None
    for part in reader.parts(source, Limits()):
        assert isinstance(part, Record)
        document = reader.document(source, part, Limits())
        for article in prepare(document):
            for analyser in ANALYSERS:
                list(analyser.find(ArticleText(document, article), analyser.load()))
    return time.process_time() - began


@pytest.fixture(scope="module", autouse=True)
def loaded():
    """Load the tables that a first call needs."""
    seconds_of("warm.txt", WORDS * 20)
    seconds_of("warm.html", f"<body><article><p>{WORDS * 20}</p></article></body>")


@pytest.mark.parametrize("name", MADE)
def test_time_grows_with_the_text_and_not_with_its_square(name):
    small, large = seconds_of(name, MADE[name](SMALL)), seconds_of(name, MADE[name](LARGE))
    assert large < MOST * max(small, NOISE), f"{small:.2f} s, {large:.2f} s"


def test_a_crowded_element_loses_attributes_and_no_text():
    crowded = thinned(MADE["attributes.html"](LARGE))
    assert crowded.count("=1") == MOST_ATTRIBUTES
    assert crowded.endswith(f">{WORDS}")


@pytest.mark.parametrize(
    "kept", ["<img alt='" + "порт 🚢 e\u0301 " * 900 + "' src=a>", "<p>" + "a=1 " * 9000, "<p " * 9000]
)
def test_other_elements_stay_as_they_are(kept):
    assert thinned(kept) == kept
