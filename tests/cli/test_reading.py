"""status, articles, show, search, failures, formats: what the terminal says of a collection."""

import json

import pytest


def test_status_counts_what_is_there(lesart, pile):
    said = lesart("status", pile)
    assert said.code == 0
    assert "4" in said.out
    found = json.loads(lesart("status", pile, "--json").out)
    assert (found["captures"], found["articles"], found["failures"]) == (4, 4, 0)
    assert dict(found["languages"])["ru"] == 1


def test_in_a_pipe_the_list_is_whole_with_tabs_between(lesart, pile):
    header, *rows = lesart("articles", pile, "--sort", "title").out.splitlines()
    assert header.split("\t")[:2] == ["key", "date"]
    assert len(rows) == 4
    assert any("Плотина в Озёрске выдержала паводок" in row for row in rows)
    assert any("Der Deich von Hohenfurt hält 🌊" in row for row in rows)


@pytest.mark.parametrize(
    ("options", "file"),
    [
        (["--language", "ru"], "плотина.txt"),
        (["--author", "Käthe Möller"], "deich.txt"),
        (["--since", "2031-03-01", "--until", "2031-03-31", "--basis", "stated"], "deich.txt"),
        (["--words", "Sandsäcke"], "deich.txt"),
        (["--words", "Wirtin"], "cafe.md"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_filters_narrow(lesart, pile, options, file):
    items = json.loads(lesart("articles", pile, *options, "--json").out)["items"]
    assert [item["origin"].rpartition("/")[2] for item in items] == [file]


def test_a_page_says_how_many_more_there_are(lesart, pile):
    said = lesart("articles", pile, "--limit", "3")
    assert "4 articles, 1 more with --offset 3" in said.err
    assert len(said.out.splitlines()) == 1 + 3


def test_show_puts_under_each_statement_the_line_it_rests_on(lesart, pile, key_of):
    said = lesart("show", pile, key_of("deich.txt"))
    assert said.code == 0
    lines = said.out.splitlines()
    author = next(i for i, line in enumerate(lines) if line.startswith("author"))
    assert "Käthe Möller" in lines[author]
    assert "↳ »" in lines[author + 1]
    assert "2031-03-03" in said.out
    assert "Sandsäcke" in said.out


def test_show_takes_the_beginning_of_a_key(lesart, pile, key_of):
    assert lesart("show", pile, key_of("плотина.txt")[:6]).code == 0


def test_show_as_json_is_a_line_of_the_export(lesart, pile, key_of):
    shown = json.loads(lesart("show", pile, key_of("deich.txt"), "--json").out)
    lines = [json.loads(line) for line in lesart("export", pile, "--to", "jsonl").out.splitlines()]
    assert shown in lines


def test_removed_passages_are_shown_in_their_place(lesart, pile, key_of):
    key = key_of("deich.txt")
    hidden = lesart("show", pile, key).out
    shown = lesart("show", pile, key, "--layers", "removed").out
    assert "│ Von Käthe Möller – 3. März 2031" in shown
    assert "│" not in hidden
    assert "Von Käthe Möller" in lesart("show", pile, key, "--original").out


def test_search_finds_words_in_every_script_and_marks_them(lesart, pile):
    for query, marked in (("паводок", "»паводок«"), ("Sandsaecke", "»Sandsäcke«"), ("Deich NEAR Feuerwehr", "»Deich«")):
        said = lesart("search", pile, query)
        assert said.code == 0
        assert marked in said.out, query


def test_search_as_json_gives_passage_and_marks(lesart, pile):
    (hit,) = json.loads(lesart("search", pile, "Wirtin", "--json").out)["items"]
    mark = hit["marks"][0]
    assert hit["passage"][mark["start"] : mark["end"]] == "Wirtin"


def test_a_query_that_cannot_be_read_says_where(lesart, pile):
    said = lesart("search", pile, '("offen')
    assert said.code == 1
    assert said.err
    assert "Traceback" not in said.err


def test_formats_are_listed(lesart):
    assert lesart("formats").out.splitlines()[1].startswith("jsonl\t")
    assert json.loads(lesart("formats", "--json").out)[0]["name"] == "jsonl"


@pytest.mark.parametrize(
    "command", ["status", "articles", "failures", "report", "export", "search", "show", "cut", "history"]
)
def test_a_collection_that_is_not_there_says_how_to_make_one(lesart, tmp_path, command):
    more = {"report": ["-o", "x.html"], "export": ["--to", "csv"]}.get(command, ["x"])
    more = [] if command in ("status", "articles", "failures") else more
    said = lesart(command, tmp_path / "fehlt.lesart", *more)
    assert said.code == 1
    assert "There is no collection" in said.err
    assert "lesart add" in said.err
    assert not (tmp_path / "fehlt.lesart").exists()


def test_an_unknown_key_is_an_error_with_advice(lesart, pile):
    said = lesart("show", pile, "ffffffffffff-1")
    assert said.code == 1
    assert "lesart articles" in said.err
