"""Articles: what the score counts, and that it counts like the reference where that is at hand."""

import json
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from lesart.evaluation.articles import MEASURES, score
from lesart.evaluation.counts import Count
from lesart.evaluation.described import Described, of_gold, of_record
from lesart.text.span import Span

SHARED = Path(__file__).parents[2].parent / "shared" / "gold"
OWN = Path(__file__).parents[2] / "samples" / "gold.json"
ALIKE = ("articles", "title", "bylines", "published", "extent", "provenance", "removed (chars)")
GOLD = Described(
    "a.txt",
    Span(0, 100),
    title="заголовок",
    bylines=frozenset({("ines vollrath", "author")}),
    date="2026-03-27",
    basis="stated",
    extent="full",
    removed=(Span(10, 20),),
    repetitions=((Span(20, 40), Span(60, 80)),),
)


def test_gold_against_itself_is_without_fault():
    gold = [of_gold(entry) for entry in json.loads(OWN.read_text(encoding="utf-8"))]
    result = score(gold, gold)
    assert {name for name in MEASURES if result.counts[name].f1 != 1} == set()
    assert result.errors == ()


def test_nothing_found_finds_nothing():
    counts = score([GOLD], []).counts
    assert counts["articles"] == Count(missed=1)
    assert counts["bylines"] == Count(missed=1)
    assert counts["removed (chars)"] == Count(missed=10)


@pytest.mark.parametrize(
    ("basis", "wanted", "found", "right"),
    [
        ("stated", "2026-03-27", "2026-03-27", True),
        ("stated", "2026-03-27", "2026-03", False),
        ("stated", "2026-03-27", None, False),
        ("inferred", "2026-03-27", None, True),
        ("inferred", "2026-03-27", "2026-03", True),
        ("inferred", "2026-03-27", "2026-03-26", False),
        ("unknown", None, None, True),
        ("unknown", None, "2026-03-27", False),
    ],
)
def test_a_date_that_the_text_states_must_be_given_and_none_may_be_guessed(basis, wanted, found, right):
    gold = replace(GOLD, date=wanted, basis=basis)
    assert score([gold], [replace(GOLD, date=found)]).counts["published"] == Count.of(right)


def test_removed_characters_count_inside_the_gold_article_only():
    found = replace(GOLD, removed=(Span(15, 20), Span(95, 200)))
    assert score([GOLD], [found]).counts["removed (chars)"] == Count(right=5, missed=5, extra=5)


def test_a_field_that_gold_does_not_speak_of_is_not_judged():
    result = score([replace(GOLD, judged=frozenset({"title"}))], [replace(GOLD, date=None, bylines=frozenset())])
    assert result.counts["published"] == result.counts["bylines"] == Count()


def test_a_repetition_is_the_same_when_both_passages_mostly_are():
    near = replace(GOLD, repetitions=((Span(22, 40), Span(60, 82)), (Span(0, 5), Span(50, 55))))
    assert score([GOLD], [near]).counts["repetitions"] == Count(right=1, extra=1)


def test_an_error_says_what_was_found_instead():
    (error,) = score([GOLD], [replace(GOLD, title="подзаголовок")]).errors
    assert error == "a.txt 'заголовок': title: 'подзаголовок' instead of 'заголовок'"


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/gold is absent")
@pytest.mark.parametrize("seed", range(4))
def test_the_figures_are_those_of_the_reference(tmp_path, seed):
    gold = json.loads((SHARED / "articles.json").read_text(encoding="utf-8"))
    records = list(_disturbed(gold, random.Random(seed)))
    export = tmp_path / "export.jsonl"
    export.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    command = [sys.executable, str(SHARED / "score.py"), str(export), "--json"]
    reference = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    ours = score([of_gold(entry) for entry in gold], [of_record(record) for record in records]).counts
    for name in ALIKE:
        theirs = reference[name]
        assert ours[name] == Count(theirs["tp"], theirs["fn"], theirs["fp"]), name


def _disturbed(gold, chance):
    """Take the gold for an export, with what programs get wrong."""
    for entry in gold:
        record = {name: entry[name] for name in ("file", "title", "bylines", "published", "language", "extent")}
        start, end = entry["span"]
        shift = chance.choice([0, 0, 5, (end - start) // 3])
        record |= {"span": [start + shift, end], "provenance": list(entry["provenance"])}
        record["removed"] = [passage for passage in entry["boilerplate"] if chance.random() < 0.7]
        record["removed"].append({"span": [start + 50, start + 50 + chance.randrange(80)], "kind": "ad"})
        if chance.random() < 0.3:
            record["title"] = None
        if chance.random() < 0.3:
            record["published"] = {"date": chance.choice([None, "2025-12", "2024-05-11"]), "basis": "stated"}
        if chance.random() < 0.3:
            record["bylines"] = [{"name": "Niemand", "role": "author"}]
            record["provenance"] = record["provenance"][:1]
        if chance.random() < 0.2:
            record["extent"] = "teaser"
        if chance.random() < 0.9:
            yield record
        if chance.random() < 0.3:
            yield record | {"span": [start + 10, start + 200]}
