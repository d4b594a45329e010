"""One collection as the faces see it: reading, judging, undoing, delivering."""

import json
from pathlib import Path

import pytest

import lesart
from lesart.articles import prepare
from lesart.store.rows import ArticleFilter
from lesart.text.article import Basis
from lesart.text.span import Span
from lesart.workbench.collection import (
    AddOptions,
    Collection,
    CollectionError,
    JudgementError,
    QueryError,
    UnknownKeyError,
    known_formats,
)


def everything(collection: Collection) -> list[object]:
    """All that is shown of the articles, judgements left out."""
    details = [collection.article(row.key) for row in collection.articles(order="added").items]
    return sorted(str((d.row, d.article, d.view, d.removed, d.annotations)) for d in details)


def span_of(collection: Collection, key: str, words: str) -> Span:
    start = collection.article(key).document.text.index(words)
    return Span(start, start + len(words))


def test_a_collection_that_is_not_there_is_an_error_with_advice(tmp_path):
    with pytest.raises(CollectionError) as caught:
        Collection.open(tmp_path / "none.lesart")
    assert caught.value.advice


def test_unknown_keys_and_unreadable_queries_have_errors_of_their_own(collection):
    with pytest.raises(UnknownKeyError):
        collection.article("ffffffffffff-0")
    with pytest.raises(QueryError):
        collection.search('"offen')


def test_a_correction_is_listed_found_and_rests_on_the_judgement(collection, key_of):
    key = key_of("Risse im Beton")
    before = everything(collection)
    row = collection.correct(key, "title", "Brücke über die Lan: gesperrt bis Juli 🌉", note="Überschrift der Zeitung")
    detail = collection.article(key)
    assert detail.article.title.value == "Brücke über die Lan: gesperrt bis Juli 🌉"
    assert detail.article.title.basis is Basis.STATED
    assert detail.article.title.evidence.source.startswith("judgement of Ada, 2")
    assert detail.row.corrected
    assert not detail.proposed.title.value.startswith("Brücke über")
    assert collection.articles(ArticleFilter(words="title:Überschrift")).total == 0
    assert (row.before, row.person, row.note) == (detail.proposed.title.value, "Ada", "Überschrift der Zeitung")
    collection.undo(row.id)
    assert everything(collection) == before
    collection.redo(row.id)
    assert collection.article(key).article.title.value.startswith("Brücke über")


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("authors", "Oda Lin;  Илья Ветров", ("Oda Lin", "Илья Ветров")),
        ("date", "2031-05", "2031-05"),
        ("date", None, None),
        ("language", "uk", "uk"),
        ("outlet", "Lanmarker Bote", "Lanmarker Bote"),
        ("extent", "teaser", "teaser"),
    ],
)
def test_corrected_fields_stand_in_the_list(collection, key_of, field, value, shown):
    key = key_of("Risse im Beton")
    collection.correct(key, field, value)
    row = next(row for row in collection.articles().items if row.key == key)
    assert getattr(row, field) == shown


@pytest.mark.parametrize(
    ("field", "value"),
    [("date", "im Mai"), ("date", "2031-02-30"), ("extent", "half"), ("mood", "x"), ("language", "D")],
)
def test_values_that_a_field_cannot_hold_are_refused(collection, key_of, field, value):
    key = key_of("Risse im Beton")
    with pytest.raises(JudgementError):
        collection.correct(key, field, value)
    assert collection.history(key.partition("-")[0]) == ()


def test_a_removed_passage_leaves_the_view_and_comes_back_when_restored(collection, key_of):
    key = key_of("alle zwanzig Minuten")
    span = span_of(collection, key, "Wer hinüber will, nimmt die Fähre.")
    before = everything(collection)
    removal = collection.remove(key, span, "promotion")
    removed = collection.article(key)
    assert "Wer hinüber" not in removed.view.text
    assert [(row.by_person, row.restored) for row in removed.removed if row.removal.span == span] == [(True, False)]
    assert collection.search("hinüber").total == 0
    collection.restore(key, span)
    assert "Wer hinüber will, nimmt die Fähre." in collection.article(key).view.text
    assert collection.search("hinüber").total == 1
    collection.undo(collection.history(key.partition("-")[0])[-1].id)
    collection.undo(removal.id)
    assert everything(collection) == before


def test_what_the_machine_removed_can_be_restored_and_stays_listed(collection, key_of):
    key = key_of("Risse im Beton")
    machine = collection.article(key).removed[0].removal
    collection.restore(key, machine.span)
    detail = collection.article(key)
    assert machine.span.of(detail.document.text) in detail.view.text
    assert [row.restored for row in detail.removed if row.removal == machine] == [True]


@pytest.mark.parametrize("words", ["Die Feuerwehr zählte", "Die Gäste sammeln"])
def test_a_cut_divides_an_article_and_its_undoing_joins_it_again(collection, key_of, words):
    key = key_of(words)
    document_key = key.partition("-")[0]
    before = everything(collection)
    at = collection.document(document_key).document.text.index(words)
    row = collection.add_cut(document_key, at)
    cut = next(cut for cut in collection.document(document_key).cuts if cut.span.start == at)
    assert (cut.confidence, cut.by_person) == (1.0, True)
    assert collection.article(f"{document_key}-{at}").view.text.startswith(words)
    collection.undo(row.id)
    assert everything(collection) == before
    collection.redo(row.id)
    collection.remove_cut(document_key, at)
    assert len(collection.document(document_key).cuts) == len(before) - 1


def test_a_moved_cut_keeps_the_corrections_of_its_article(collection, key_of):
    key = key_of("Nach dreißig Jahren")
    document_key, _, start = key.partition("-")
    collection.correct(key, "outlet", "Kaiblatt")
    to = collection.document(document_key).document.text.index("Von Oda Lin")
    collection.move_cut(document_key, int(start), to)
    moved = collection.article(f"{document_key}-{to}")
    assert moved.article.outlet.value == "Kaiblatt"
    assert collection.lost_judgements(document_key) == ()


def test_cuts_inside_words_or_outside_the_text_are_refused(collection, key_of):
    key = key_of("Die Feuerwehr zählte")
    document_key = key.partition("-")[0]
    text = collection.document(document_key).document.text
    for at in (text.index("euerwehr"), len(text), -1):
        with pytest.raises(JudgementError):
            collection.add_cut(document_key, at)


def test_what_is_undone_cannot_be_undone_again_nor_what_holds_be_redone(collection, key_of):
    row = collection.correct(key_of("Die Feuerwehr zählte"), "outlet", "Bote")
    with pytest.raises(JudgementError, match="holds already"):
        collection.redo(row.id)
    collection.undo(row.id)
    with pytest.raises(JudgementError, match="undone already"):
        collection.undo(row.id)


def test_judgements_survive_reading_anew_under_a_new_version(collection, key_of, read_once, monkeypatch):
    key = key_of("alle zwanzig Minuten")
    document_key = key.partition("-")[0]
    collection.correct(key, "title", "Gesperrt bis Juli")
    collection.remove(key, span_of(collection, key, "Sie fährt alle zwanzig Minuten"), "promotion")
    digest_key = key_of("Die Feuerwehr zählte")
    digest, at = digest_key.partition("-")[0], collection.article(digest_key).document.text.index("Die Feuerwehr")
    collection.add_cut(digest, at)
    before = everything(collection)
    monkeypatch.setattr(prepare, "VERSION", "next")
    run = collection.add([str(read_once / "bruecke.txt"), str(read_once / "digest.txt")], options=AddOptions(workers=1))
    assert (run.skipped, run.failures) == (0, 0)
    assert everything(collection) == before
    assert [row.undone_at for row in collection.history(document_key)] == [None, None]
    assert collection.lost_judgements(document_key) == ()


def test_articles_are_delivered_in_every_format_and_as_a_report(collection, tmp_path):
    for name in known_formats():
        assert collection.export(name, tmp_path / name) == collection.articles().total
    lines = (tmp_path / "jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["key"] for line in lines} == {row.key for row in collection.articles().items}
    assert collection.report(tmp_path / "pile.html", ArticleFilter(words="Brücke")) == 1
    assert "words: Brücke" in (tmp_path / "pile.html").read_text(encoding="utf-8")
    with pytest.raises(CollectionError, match="no export format"):
        collection.export("telegram", tmp_path / "x")
    with pytest.raises(CollectionError, match="cannot be written"):
        collection.report(tmp_path / "none" / "pile.html")


def test_add_without_sources_says_when_there_is_nothing_to_go_on_with(collection):
    with pytest.raises(CollectionError, match="no interrupted run"):
        collection.add()


def test_an_interrupted_run_is_gone_on_with_under_its_own_options(tmp_path):
    from lesart.workbench import adding

    (tmp_path / "a.txt").write_text("Der Hafen\n\nDie Fähre fährt wieder.\n", encoding="utf-8")
    with Collection.open(tmp_path / "pile.lesart", create=True) as opened:
        todo = adding._runs_to_do(opened._store, [str(tmp_path / "a.txt")], AddOptions(workers=1, analysers=()))
        row = opened.add()
        assert (row.id, row.state, row.documents) == (todo[0][0], "finished", 1)


def test_a_source_is_read_without_a_collection(tmp_path):
    path = tmp_path / "порт.txt"
    path.write_text("Порт закрыт\n\nПаромы стоят с понедельника. 🚢\n", encoding="utf-8")
    for source in (path, str(path), path.read_bytes()):
        [piece] = lesart.read(source, name="порт.txt")
        assert piece.article.title.value == "Порт закрыт"
        assert "Паромы стоят с понедельника. 🚢" in piece.view.text


def test_the_person_is_who_was_named_or_the_account(collection, read_once):
    assert collection.person == "Ada"
    with Collection.open(Path(read_once) / "pile.lesart") as unnamed:
        assert unnamed.person
