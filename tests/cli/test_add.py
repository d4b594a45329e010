import json

import pytest

from lesart.cli import progress as progress_module
from lesart.cli.progress import _lines
from lesart.workbench.collection import Progress


def test_adding_says_what_was_read_and_ends_with_nought(lesart, tmp_path, texts):
    done = lesart("add", tmp_path / "pile.lesart", texts, "--workers", "1")
    assert done.code == 0
    assert "4 articles" in done.out


def test_what_was_read_before_is_not_read_again(lesart, pile, texts):
    done = lesart("add", pile, texts, "--workers", "1", "--json")
    assert json.loads(done.out)["skipped"] == 4


def test_a_source_that_cannot_be_read_gives_three_and_a_reason(lesart, pile, tmp_path):
    broken = tmp_path / "kaputt.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing more")
    done = lesart("add", pile, broken, "--workers", "1")
    assert done.code == 3
    assert "kaputt.pdf" in done.out
    assert "lesart failures" in done.out
    listed = lesart("failures", pile)
    assert "kaputt.pdf" in listed.out
    assert "→" in listed.out


def test_quiet_says_nothing(lesart, tmp_path, texts):
    done = lesart("add", tmp_path / "pile.lesart", texts, "--workers", "1", "--quiet")
    assert (done.code, done.out, done.err) == (0, "", "")


@pytest.mark.parametrize("pair", ["text", "=Volltext", "text="])
def test_a_column_must_name_field_and_name(lesart, tmp_path, texts, pair):
    done = lesart("add", tmp_path / "pile.lesart", texts, "--column", pair)
    assert done.code == 2
    assert "FIELD=NAME" in done.err


def test_the_collection_comes_first(lesart, texts, tmp_path):
    for first in (texts, texts / "deich.txt"):
        done = lesart("add", first, tmp_path / "pile.lesart")
        assert done.code == 1
        assert "The collection comes first" in done.err
    assert (texts / "deich.txt").read_text(encoding="utf-8").startswith("Der Deich")


def test_off_a_terminal_progress_is_a_line_now_and_then(capfd):
    times = iter([0.0, 1.0, 6.0, 6.0, 7.0])
    report = _lines(lambda: next(times))
    report(Progress(10, 1, 1, 0, "eins.txt"))
    report(Progress(10, 3, 4, 1, "drei.txt"))
    report(Progress(10, 4, 5, 1, "vier.txt"))
    assert capfd.readouterr().err.splitlines() == ["3 of 10 sources, 4 articles, 1 failed, 0.5/s"]


def test_a_long_hostile_name_is_shown_short_and_harmless():
    shown = progress_module._name(Progress(1, 1, 0, 0, "/pile/" + "\x1b[2J" * 20 + "ы🌊e\u0301.txt"))
    assert "\x1b" not in shown
    assert len(shown) <= 32
