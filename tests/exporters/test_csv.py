import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesart.exporters.csv import COLUMNS, CSV, CSV_EXCEL, FORMULA_STARTS, inert
from lesart.text.article import Evidence, Statement


def read_back(exporter, *articles):
    out = io.BytesIO()
    assert exporter.write(articles, out) == len(articles)
    delimiter = ";" if exporter is CSV_EXCEL else ","
    text = out.getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


@pytest.mark.parametrize("exporter", [CSV, CSV_EXCEL], ids=lambda e: e.name)
def test_a_row_says_what_is_known_about_the_article(exporter, clipping):
    (row,) = read_back(exporter, clipping)
    assert list(row) == list(COLUMNS)
    assert row["title"] == "Der Deich von Hohenfurt hält 🌊"
    assert row["authors"] == "Käthe Möller"
    assert (row["date"], row["date_basis"], row["language"]) == ("2031-03-03", "stated", "de")
    assert row["provenance"] == "republished_from: Furter Post, 2031-03-01"
    assert row["removed_passages"] == "2"


def test_only_the_format_for_excel_begins_with_a_byte_order_mark(clipping):
    for exporter, begins in ((CSV, b"key,"), (CSV_EXCEL, b"\xef\xbb\xbfkey;")):
        out = io.BytesIO()
        exporter.write([clipping], out)
        assert out.getvalue().startswith(begins)


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+49 ruft an", "'+49 ruft an"),
        ("-5 Grad in Київ", "'-5 Grad in Київ"),
        ("@alle 🎉", "'@alle 🎉"),
        ("＝1+1", "'＝1+1"),
        ("Cafe\u0301 = zu", "Cafe\u0301 = zu"),
        ('Er sagte: "Nein; nie", dann nichts', 'Er sagte: "Nein; nie", dann nichts'),
    ],
)
@pytest.mark.parametrize("exporter", [CSV, CSV_EXCEL], ids=lambda e: e.name)
def test_no_cell_begins_like_a_formula(exporter, clipping, title, cell):
    hostile = replace(clipping, article=replace(clipping.article, title=Statement(title, Evidence(title))))
    (row,) = read_back(exporter, hostile)
    assert row["title"] == cell


@given(st.text(alphabet=st.sampled_from("=+-@\t\r\n ＝\u200ba é\u0301я🌊'")))
def test_an_inert_cell_never_begins_like_a_formula_and_loses_nothing(text):
    cell = inert(text)
    assert cell.strip(" \u00a0\u200b\ufeff")[:1] not in FORMULA_STARTS
    assert cell in (text, "'" + text)


def test_the_stream_stays_open_for_its_owner(clipping):
    out = io.BytesIO()
    CSV.write([clipping], out)
    assert not out.closed


def test_no_articles_give_the_header_alone():
    assert read_back(CSV) == []
