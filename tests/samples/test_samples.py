"""Samples: the gold stands in the texts, the files are those that the script makes, and they show every shape."""

import importlib.util
import itertools
import json
import re
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
GOLD = json.loads((SAMPLES / "gold.json").read_text(encoding="utf-8"))
PLACED = [entry for entry in GOLD if "span" in entry]


def _module(name):
    spec = importlib.util.spec_from_file_location(f"samples_{name}", SAMPLES / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _text(entry):
    return (SAMPLES / "texts" / entry["file"]).read_bytes().decode("utf-8")


def _ids(entries):
    return [f"{entry['file']} {entry['article']}" for entry in entries]


def test_the_gold_file_is_what_its_source_says():
    assert (SAMPLES / "gold.json").read_text(encoding="utf-8") == _module("gold").written()


def test_the_made_files_are_what_the_script_makes():
    for name, content in _module("make").files().items():
        assert (SAMPLES / "texts" / name).read_bytes() == content, name


@pytest.mark.parametrize("entry", PLACED, ids=_ids(PLACED))
def test_every_offset_points_at_its_words(entry):
    text = _text(entry)
    for passage in [entry.get("published", {}), *entry["provenance"]]:
        if passage.get("span"):
            assert text[slice(*passage["span"])] == passage["evidence"]
    for byline in entry["bylines"]:
        assert text[slice(*byline["span"])] == byline["name"]
    for word in entry.get("broken_words", ()):
        assert text[slice(*word["span"])] == word["text"]
        assert re.sub(r"[-\n\u00ad]", "", word["text"]) == word["fixed"]
    if entry["title"]:
        assert text[slice(*entry["title_span"])] == entry["title"]


@pytest.mark.parametrize("entry", PLACED, ids=_ids(PLACED))
def test_everything_lies_inside_its_article_and_without_blank_ends(entry):
    text, (start, end) = _text(entry), entry["span"]
    passages = [passage["span"] for passage in entry.get("boilerplate", ())]
    passages += [pair[side] for pair in entry.get("repeated_passages", ()) for side in "ab"]
    for a, b in [(start, end), *passages]:
        assert start <= a < b <= end
        assert text[a:b] == text[a:b].strip()


def test_the_articles_of_one_file_follow_each_other():
    for left, right in itertools.pairwise(PLACED):
        assert left["file"] < right["file"] or left["span"][1] <= right["span"][0]


def test_removed_passages_do_not_overlap():
    for entry in PLACED:
        passages = [passage["span"] for passage in entry.get("boilerplate", ())]
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(passages)), entry["file"]


def test_every_sample_has_gold_and_every_gold_its_sample():
    assert {path.name for path in (SAMPLES / "texts").iterdir()} == {entry["file"] for entry in GOLD}


@pytest.mark.parametrize(("language", "at_least"), [("de", 14), ("en", 5), ("ru", 4), ("uk", 4)])
def test_there_are_articles_in_every_language(language, at_least):
    assert sum(entry.get("language") == language for entry in GOLD) >= at_least


def test_there_are_all_formats():
    suffixes = {path.suffix for path in (SAMPLES / "texts").iterdir()}
    assert suffixes >= {
        ".txt",
        ".md",
        ".html",
        ".pdf",
        ".docx",
        ".eml",
        ".xml",
        ".atom",
        ".csv",
        ".jsonl",
        ".zip",
        ".warc",
    }


def test_a_quotation_that_is_missing_or_ambiguous_stops_the_gold():
    find = _module("gold").find
    assert find("два⋯три@1", "раз два 🧭 три два", (0, 17)) == (4, 13)
    for quotation in ("vier", "два"):
        with pytest.raises(LookupError):
            find(quotation, "раз два 🧭 три два", (0, 17))
