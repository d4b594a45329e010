"""Described: gold, export and pipeline in one comparable form."""

import pytest

from lesart.evaluation.described import of_article, of_gold, of_record, plain
from lesart.text.article import (
    Article,
    Basis,
    Byline,
    Cut,
    Evidence,
    Provenance,
    Publication,
    Relation,
    Removal,
    RemovalKind,
    Role,
    Statement,
)
from lesart.text.document import Repair
from lesart.text.span import Span

HERE = Evidence("…")


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("„Ein Damm kennt keine Regierung“", "ein damm kennt keine regierung"),
        ("Комісія знайшла тріщини!", "комісія знайшла тріщини"),
        ("Flut 🌊 – STRASSE/Straße", "flut strasse strasse"),
        (None, ""),
        ("…", ""),
    ],
)
def test_plain_words_have_no_case_and_no_punctuation(words, form):
    assert plain(words) == form


def test_gold_judges_only_the_fields_that_it_has():
    assert of_gold({"file": "a.txt", "title": "T", "bylines": []}).judged == {"title", "bylines"}


def test_an_export_names_the_file_by_its_last_part():
    assert of_record({"file": "ordner/texte/a.txt", "span": [0, 3]}).file == "a.txt"


def test_an_article_and_its_gold_are_described_alike():
    article = Article(
        Cut(Span(0, 80), "whole", 0.9),
        title=Statement("Der Apfelbaum", HERE),
        bylines=(Byline("Malte Grönhoff", Role.AUTHOR, HERE),),
        published=Publication("2026-04-05", Basis.STATED),
        language=Statement("de", HERE),
        provenance=(Provenance(Relation.AGENCY, HERE, outlet="Интерлам"),),
        removed=(Removal(Span(14, 30), RemovalKind.METADATA_LINE, "byline", 0.9),),
        repairs=(Repair(Span(40, 50), "zunichte", "hyphen", 0.9),),
    )
    entry = {
        "file": "28.txt",
        "span": [0, 80],
        "title": "Der Apfelbaum",
        "subtitle": None,
        "bylines": [{"name": "Malte Grönhoff", "role": "author"}],
        "published": {"date": "2026-04-05", "basis": "stated"},
        "language": "de",
        "outlet": None,
        "extent": "full",
        "provenance": [{"relation": "agency", "outlet": "Интерлам", "author": None, "language": None}],
        "boilerplate": [{"span": [14, 30], "kind": "metadata_line"}],
        "broken_words": [{"span": [40, 50], "text": "zu-nichte", "fixed": "zunichte"}],
        "repeated_passages": [{"a": [1, 5], "b": [7, 11]}],
    }
    assert of_article(article, "28.txt", [(Span(1, 5), Span(7, 11))]) == of_gold(entry)
