import json
from pathlib import Path

import pytest

from lesart.cli import diagnosis
from lesart.cli.diagnosis import disk, findings, integrity, sqlite, tesseract
from lesart.store.health import SearchIndex, search_index


def test_every_check_has_a_state_and_what_is_not_well_has_advice(lesart, pile):
    said = lesart("doctor", pile, "--json")
    found = json.loads(said.out)
    assert {one["what"] for one in found} >= {
        "Python",
        "SQLite",
        "Tesseract",
        "Models",
        "Space",
        "Writing",
        "Collection",
    }
    assert all(one["advice"] for one in found if one["state"] != "ok")
    assert said.code == (1 if any(one["state"] == "fail" for one in found) else 0)


def test_this_sqlite_can_carry_a_collection():
    assert sqlite(search_index()).state == "ok"


@pytest.mark.parametrize(("words", "trigrams", "missing"), [(False, False, "FTS5"), (True, False, "trigram")])
def test_an_sqlite_without_search_fails(words, trigrams, missing):
    finding = sqlite(SearchIndex("3.20.0", words, trigrams))
    assert finding.state == "fail"
    assert missing in finding.found


def test_a_broken_collection_is_found_out(pile, tmp_path):
    broken = tmp_path / "kaputt.lesart"
    data = bytearray(pile.read_bytes())
    data[4096:12288] = b"\xff" * 8192
    broken.write_bytes(data)
    assert integrity(pile).state == "ok"
    assert integrity(broken).state == "fail"
    assert integrity(tmp_path / "плотина 🌊.lesart").state == "fail"


def test_a_folder_that_is_not_there_fails(tmp_path):
    (finding,) = disk(tmp_path / "e\u0301")
    assert finding.state == "fail"


def test_without_tesseract_there_is_a_warning_with_advice(monkeypatch):
    monkeypatch.setattr(diagnosis.shutil, "which", lambda name: None)
    assert tesseract().state == "warn"


def test_a_machine_can_be_checked_without_a_collection():
    assert "Collection" not in {finding.what for finding in findings(None)}
    assert Path.cwd().is_dir()
