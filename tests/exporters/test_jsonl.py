import io
import json
from dataclasses import replace

import msgspec
import pytest

from lesart.exporters.exported import ExportedArticle, ExportedOrigin, ExportedRemoval
from lesart.exporters.jsonl import record, write
from lesart.text.document import Document


def read_back(*articles: ExportedArticle) -> list[dict]:
    out = io.BytesIO()
    assert write(articles, out) == len(articles)
    lines = out.getvalue().decode("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_a_line_says_what_the_scoring_reads(clipping):
    (line,) = read_back(clipping)
    text = clipping.document.text
    assert line["file"] == "deich.txt"
    assert text[slice(*line["span"])] == text.strip()
    assert (line["title"], line["language"], line["extent"]) == ("Der Deich von Hohenfurt hält 🌊", "de", "full")
    assert [(b["name"], b["role"]) for b in line["bylines"]] == [("Käthe Möller", "author")]
    assert (line["published"]["date"], line["published"]["basis"]) == ("2031-03-03", "stated")
    assert line["provenance"][0]["relation"] == "republished_from"
    assert [passage["kind"] for passage in line["removed"]] == ["metadata_line", "ad"]
    assert text[slice(*line["removed"][1]["span"])].startswith("ANZEIGE")
    assert line["annotations"][0]["type"] == "repetition"
    assert line["annotations"][0]["body"] == {"similarity": 1.0}


def test_offsets_are_code_points_and_the_evidence_stands_there(clipping):
    (line,) = read_back(clipping)
    text = clipping.document.text
    for evidence in (line["evidence"]["title"], line["provenance"][0]["evidence"], *line["published"]["evidence"]):
        assert text[slice(*evidence["span"])] == evidence["quote"]


def test_the_text_is_the_reading_view_with_every_script_and_mark(clipping):
    (line,) = read_back(clipping)
    assert "ещё на метр" in line["text"]
    assert "Cafe\u0301" in line["text"]
    assert "🌊" in line["text"]
    assert "zunichte" in line["text"]
    assert "Gummistiefel" not in line["text"]


def test_a_restored_passage_is_no_longer_removed(clipping):
    back = replace(clipping, removed=tuple(ExportedRemoval(p.removal, restored=True) for p in clipping.removed))
    (line,) = read_back(back)
    assert line["removed"] == []
    assert len(line["restored"]) == 2


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85", "\x0c", "\x1c", "\r"])
def test_a_line_end_of_unicode_inside_a_text_does_not_cut_the_line(clipping, end):
    hostile = replace(clipping, view=replace(clipping.view, text=f"ein{end}zwei"))
    (line,) = read_back(hostile)
    assert line["text"] == f"ein{end}zwei"


def test_a_lone_surrogate_is_written_as_an_escape(clipping):
    (line,) = read_back(replace(clipping, view=replace(clipping.view, text="halb \ud83c ein Zeichen")))
    assert line["text"] == "halb \ud83c ein Zeichen"


@pytest.mark.parametrize(
    ("uri", "kind", "file"),
    [
        ("/pile/deich.txt", "file", "deich.txt"),
        ("https://bote.example/2031/deich.html?seite=2", "url", "deich.html"),
        ("/pile/zeug.zip!/innen/вода.txt", "member", "вода.txt"),
        ("/pile/was nun?.txt", "file", "was nun?.txt"),
        ("-", "stdin", "-"),
    ],
)
def test_file_is_the_last_part_of_the_origin(clipping, uri, kind, file):
    assert record(replace(clipping, origins=(ExportedOrigin(uri, kind, "2031-03-04T10:00:00Z"),)))["file"] == file


def test_every_value_is_plain(clipping):
    assert msgspec.json.decode(msgspec.json.encode(record(clipping))) == record(clipping)


def test_nothing_known_is_written_as_nothing(clipping):
    bare = replace(
        clipping,
        article=replace(clipping.article, title=None, language=None, outlet=None, topics=(), bylines=()),
        document=Document(clipping.document.text, ()),
    )
    (line,) = read_back(bare)
    assert line["title"] is None
    assert line["evidence"] == {}
