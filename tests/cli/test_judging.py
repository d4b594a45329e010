"""cut, correct, restore, remove, undo, redo, history: decisions on the terminal."""

import json

import pytest


def test_a_correction_is_kept_with_its_person_and_can_be_undone(lesart, pile, key_of):
    key = key_of("плотина.txt")
    made = lesart(
        "correct", pile, key[:8], "authors", "Олена Гнатюк; Jo 🌊", "--person", "kim", "--note", "Impressum", "--json"
    )
    assert made.code == 0
    judgement = json.loads(made.out)
    assert (judgement["person"], judgement["field"], judgement["note"]) == ("kim", "authors", "Impressum")
    listed = json.loads(lesart("articles", pile, "--author", "Олена Гнатюк", "--json").out)["items"]
    assert [item["key"] for item in listed] == [key]
    assert lesart("undo", pile, str(judgement["id"])).code == 0
    assert json.loads(lesart("articles", pile, "--author", "Олена Гнатюк", "--json").out)["total"] == 0
    assert lesart("redo", pile, str(judgement["id"])).code == 0
    assert json.loads(lesart("articles", pile, "--author", "Олена Гнатюк", "--json").out)["total"] == 1


def test_history_shows_what_was_decided(lesart, pile, key_of):
    key = key_of("cafe.md")
    assert "Nobody" in lesart("history", pile, key).out
    lesart("correct", pile, key, "date", "2031-05", "--person", "kim")
    said = lesart("history", pile, key)
    assert "kim" in said.out
    assert "2031-05" in said.out


def test_unknown_takes_a_value_away(lesart, pile, key_of):
    key = key_of("deich.txt")
    assert lesart("correct", pile, key, "date", "--unknown").code == 0
    shown = json.loads(lesart("show", pile, key, "--json").out)
    assert shown["published"]["date"] is None


@pytest.mark.parametrize("options", [[], ["2031", "--unknown"]])
def test_a_correction_has_either_a_value_or_none(lesart, pile, key_of, options):
    said = lesart("correct", pile, key_of("deich.txt"), "date", *options)
    assert said.code == 1
    assert "--unknown" in said.err


def test_a_passage_is_left_out_and_put_back(lesart, pile, key_of, texts):
    key = key_of("cafe.md")
    begins = (texts / "cafe.md").read_text(encoding="utf-8").index("Die Wirtin")
    span = f"{begins}-{begins + len('Die Wirtin erzählt')}"
    made = lesart("remove", pile, key, span, "--kind", "ad")
    assert made.code == 0, made.err
    assert "Die Wirtin erzählt" not in json.loads(lesart("show", pile, key, "--json").out)["text"]
    assert lesart("restore", pile, key, span).code == 0
    assert "Die Wirtin erzählt" in json.loads(lesart("show", pile, key, "--json").out)["text"]


def test_cuts_are_shown_with_offsets_and_can_be_changed(lesart, pile, key_of):
    key = key_of("deich.txt")
    said = lesart("cut", pile, key)
    offset = next(line.split()[0] for line in said.out.splitlines() if "Die Bürgermeisterin" in line)
    assert lesart("cut", pile, key, "--add", offset).code == 0
    assert json.loads(lesart("status", pile, "--json").out)["articles"] == 5
    assert "(a person)" in lesart("cut", pile, key).out
    assert lesart("cut", pile, key, "--remove", offset).code == 0
    assert json.loads(lesart("status", pile, "--json").out)["articles"] == 4


def test_one_change_at_a_time(lesart, pile, key_of):
    said = lesart("cut", pile, key_of("deich.txt"), "--add", "5", "--remove", "9")
    assert said.code == 1
    assert "One change at a time" in said.err


@pytest.mark.parametrize("place", ["12", "20-10", "a-b", "-5-9", "٣-٤x"])
def test_a_place_is_start_and_end(lesart, pile, key_of, place):
    said = lesart("restore", pile, key_of("deich.txt"), "--", place)
    assert said.code == 2
    assert "START-END" in said.err or "PLACE" in said.err


def test_a_decision_that_does_not_fit_the_text_is_refused(lesart, pile, key_of):
    said = lesart("cut", pile, key_of("deich.txt"), "--add", "999999")
    assert said.code == 1
    assert said.err
    assert "Traceback" not in said.err
