import io
import json
from dataclasses import replace

import pytest

from lesart.exporters.exported import ExportedOrigin
from lesart.exporters.webannotation import annotations, source_of, write
from lesart.text.selectors import Selector, resolve
from lesart.text.span import Span


def read_back(*articles):
    out = io.BytesIO()
    assert write(articles, out) == len(articles)
    return json.loads(out.getvalue())


def test_every_target_resolves_to_its_words(clipping):
    page = read_back(clipping)
    assert page["type"] == "AnnotationPage"
    targets = [
        t for item in page["items"] for t in (item["target"] if isinstance(item["target"], list) else [item["target"]])
    ]
    assert len(targets) > 6
    for target in targets:
        position, quote = target["selector"]
        span = Span(position["start"], position["end"])
        selector = Selector(span, quote["exact"], quote["prefix"], quote["suffix"])
        assert resolve(selector, clipping.document.text) == span
        assert clipping.document.text[: span.start].endswith(quote["prefix"])
        assert clipping.document.text[span.end :].startswith(quote["suffix"])


def test_statements_removals_and_findings_are_there(clipping):
    said = {(item["motivation"], item["body"][0]["value"]) for item in annotations(clipping)}
    assert ("describing", "Der Deich von Hohenfurt hält 🌊") in said
    assert ("describing", "Käthe Möller") in said
    assert ("classifying", "ad") in said
    assert ("classifying", "repetition") in said


def test_a_repetition_has_both_its_places(clipping):
    (found,) = [item for item in annotations(clipping) if item["body"][0]["value"] == "repetition"]
    assert len(found["target"]) == 2


def test_ids_are_unique_even_where_two_names_stand_in_one_line(clipping):
    twice = replace(clipping, article=replace(clipping.article, bylines=clipping.article.bylines * 2))
    ids = [item["id"] for item in annotations(twice)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("origin", "source"),
    [
        (
            ExportedOrigin("https://bote.example/вода?a=🌊", "url", "2031-03-04T10:00:00Z"),
            "https://bote.example/вода?a=🌊",
        ),
        (ExportedOrigin("/pile/Cafe\u0301.txt", "file", "2031-03-04T10:00:00Z"), "ni:///sha-256;"),
    ],
)
def test_a_source_is_an_address_or_a_hash_never_a_path(clipping, origin, source):
    assert source_of(replace(clipping, origins=(origin,))).startswith(source)


def test_no_articles_give_an_empty_page():
    assert read_back()["items"] == []
