"""report and export from the terminal."""

import csv
import io
import json

from lxml import html


def test_the_report_is_one_file_with_every_article(lesart, pile, tmp_path):
    out = tmp_path / "pile.html"
    assert lesart("report", pile, "-o", out, "--wording", "en").code == 0
    page = html.fromstring(out.read_text(encoding="utf-8"))
    assert len(page.xpath("//article")) == 4
    assert "Плотина в Озёрске" in page.text_content()
    assert not page.xpath("//script")


def test_a_report_can_be_of_a_choice(lesart, pile, tmp_path):
    out = tmp_path / "ru.html"
    lesart("report", pile, "-o", out, "--language", "ru")
    page = html.fromstring(out.read_text(encoding="utf-8"))
    assert len(page.xpath("//article")) == 1


def test_json_lines_go_to_standard_output_or_a_file(lesart, pile, tmp_path):
    printed = lesart("export", pile, "--to", "jsonl")
    lesart("export", pile, "--to", "jsonl", "-o", tmp_path / "pile.jsonl")
    assert printed.out == (tmp_path / "pile.jsonl").read_text(encoding="utf-8")
    assert {json.loads(line)["file"] for line in printed.out.splitlines()} == {
        "deich.txt",
        "плотина.txt",
        "cafe.md",
        "böse.txt",
    }


def test_spans_of_the_export_are_code_points_of_the_file(lesart, pile, texts):
    for line in lesart("export", pile, "--to", "jsonl").out.splitlines():
        article = json.loads(line)
        original = (texts / article["file"]).read_bytes().decode("utf-8")
        assert original[slice(*article["span"])] == original.strip()


def test_csv_has_a_row_for_each(lesart, pile):
    rows = list(csv.DictReader(io.StringIO(lesart("export", pile, "--to", "csv").out)))
    assert len(rows) == 4
    assert {"de", "ru"} <= {row["language"] for row in rows}


def test_an_unknown_format_names_those_that_there_are(lesart, pile):
    said = lesart("export", pile, "--to", "papyrus")
    assert said.code == 2
    assert "jsonl" in said.err


def test_a_file_that_cannot_be_written_is_an_error_with_its_place(lesart, pile, tmp_path):
    said = lesart("export", pile, "--to", "csv", "-o", tmp_path / "nirgends" / "pile.csv")
    assert said.code == 1
    assert "nirgends" in said.err
    assert "Traceback" not in said.err
