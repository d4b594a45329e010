"""Writing: whole or not at all, the same twice changes nothing, newer versions replace, judgements stay."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from lesart.store import documents as documents_module
from lesart.store import queries, rebuilding
from lesart.store.captures import CHUNK
from lesart.store.delivery import NewDocument, NewFailure, NewOrigin, Versions
from lesart.store.dialects import fulltext
from lesart.store.errors import DamagedError, DiskFullError, UnknownRowError
from lesart.store.judging import correct_article, record_judgement, unjudged_documents
from lesart.store.runs import run as run_of
from lesart.store.store import Store
from lesart.store.writing import (
    add_origin,
    begin_run,
    done,
    finish_run,
    open_runs,
    replace_articles,
    write,
    write_failure,
)
from lesart.text.annotation import Annotation, Maker, Status
from lesart.text.article import Evidence, Statement
from lesart.text.bodies import Repetition
from lesart.text.document import Document
from lesart.text.selectors import select
from lesart.text.span import Span

TEXTS = [
    "Hafen gesperrt\n\nDie Hafenmeisterin Müller sperrte den Kai.\n",
    "Порт закрыт\n\nНачальник порта закрыл причал. Ещё́ вчера.\n",
    "Порт закрито\n\nЇхній ґанок і є причалом 🏗️.\n",
    "Harbour closed ⚓\n\nThe harbour master closed the quay, cafe\u0301 included.\n",
]
NEWER = Versions("plain 2", "1", (("repetition", "1"),))


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Read every row of every table that we own, the moments of writing left out."""
    with closing(sqlite3.connect(path)) as connection:
        names = [n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names}


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_written_is_read_back_letter_for_letter(store: Store, add, delivery, text: str) -> None:
    detail = queries.article(store, add(text))
    new = delivery(text)
    assert detail.document == new.documents[0].document
    assert detail.article == detail.proposed == new.documents[0].articles[0]
    assert queries.capture_bytes(store, new.capture.sha256) == text.encode()
    assert detail.capture.origins[0].uri == "/pile/a.txt"


def test_the_same_delivery_twice_changes_nothing(store: Store, path: Path, delivery) -> None:
    new = delivery(TEXTS[0], failures=[NewFailure("/pile/a.txt", "repetition", "too long", "Shorten it.")])
    write(store, new)
    before = rows(path)
    write(store, new)
    assert rows(path) == before


def test_keys_depend_on_bytes_record_and_start_only(store: Store, article, delivery) -> None:
    text = "Eins\n\nErste.\n\nZwei\n\nZweite.\n"
    cuts = [Span(0, 13), Span(14, len(text))]
    new = delivery(text, articles=[article(text, cut) for cut in cuts], ordinal=3)
    write(store, new)
    start = new.capture.sha256[:12]
    assert [row.key for row in queries.articles(store, order="added").items] == [f"{start}.3-0", f"{start}.3-14"]
    assert queries.article(store, f"{start}.3-0").neighbours == (None, f"{start}.3-14")


def test_an_exception_in_the_midst_of_writing_leaves_nothing(store: Store, path: Path, delivery, monkeypatch) -> None:
    write(store, delivery(TEXTS[0]))
    before = rows(path)

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("in the midst")

    monkeypatch.setattr(documents_module, "change_counts", fail)
    with pytest.raises(RuntimeError):
        write(store, delivery(TEXTS[1] + "Unerhörtes Wortungeheuer."))
    assert rows(path) == before
    monkeypatch.undo()
    write(store, delivery(TEXTS[1] + "Unerhörtes Wortungeheuer."))
    assert queries.search(store, "Ungeheuer").total == 1, "the vocabulary must not be remembered as written"


def test_a_full_disk_is_said_clearly_and_leaves_the_collection_whole(store: Store, path: Path, delivery) -> None:
    write(store, delivery(TEXTS[0]))
    before = rows(path)
    store.engine.dispose()
    with store.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 3}")
    huge = "".join(chr(0x4E00 + (n * n) % 20_000) for n in range(200_000))
    with pytest.raises(DiskFullError) as caught:
        write(store, delivery(huge))
    assert "Make room" in caught.value.advice
    store.engine.dispose()
    assert rows(path) == before


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, 2 * CHUNK + 7])
def test_bytes_of_any_size_come_back_as_they_were(store: Store, delivery, size: int) -> None:
    data = (b"Treibgut \xff\x00" * (size // 10 + 1))[:size]
    new = replace(delivery("", data=data, articles=[]), documents=())
    write(store, new)
    assert queries.capture_bytes(store, new.capture.sha256) == data
    assert all(len(piece) <= CHUNK for piece in queries.capture_chunks_of(store, new.capture.sha256))


def test_damaged_bytes_of_a_capture_are_said_so(store: Store, add) -> None:
    sha256 = queries.article(store, add(TEXTS[0] * 9)).capture.sha256
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE capture_chunks SET data = x'00'")
    with pytest.raises(DamagedError):
        queries.capture_bytes(store, sha256)


def test_the_same_bytes_again_are_one_capture_with_a_second_origin(store: Store, run: int, delivery) -> None:
    new = delivery(TEXTS[0])
    write(store, new)
    write(store, replace(new, origin=NewOrigin("https://blatt.example/a", "url", "2026-11-23T08:00:00Z")))
    add_origin(store, new.capture.sha256, NewOrigin("-", "stdin", "2026-11-24T08:00:00Z"), run_id=run)
    status = queries.status(store)
    assert (status.captures, status.documents, status.articles) == (1, 1, 1)
    origins = queries.article(store, queries.articles(store).items[0].key).capture.origins
    assert [origin.uri for origin in origins] == ["/pile/a.txt", "https://blatt.example/a", "-"]
    assert run_of(store, run).skipped == 1


def test_an_origin_needs_its_capture(store: Store) -> None:
    with pytest.raises(UnknownRowError):
        add_origin(store, "0" * 64, NewOrigin("-", "stdin", "2026-11-24T08:00:00Z"))


def test_a_new_version_replaces_what_the_old_one_read(store: Store, add, article, delivery) -> None:
    add(TEXTS[0])
    reread = TEXTS[0] + "Nachtrag: Leuchtturm.\n"
    new = delivery(reread, data=TEXTS[0].encode(), versions=NEWER)
    write(store, new)
    assert queries.articles(store).total == 1
    assert queries.search(store, "Leuchtturm").total == 1
    assert done(store, new.capture.sha256).versions == NEWER


def test_documents_that_a_new_version_no_longer_finds_are_dropped(store: Store, delivery) -> None:
    first = delivery(TEXTS[0])
    second = replace(first.documents[0], ordinal=1)
    write(store, replace(first, documents=(first.documents[0], second)))
    assert queries.status(store).documents == 2
    write(store, replace(first, versions=NEWER))
    assert queries.status(store).documents == 1
    assert dict(queries.facets(store)[0].values) == {"de": 1}


def test_batches_count_up_to_a_complete_capture_in_any_order(store: Store, delivery) -> None:
    new = delivery(TEXTS[0], data=b"table")
    sha256 = new.capture.sha256
    assert done(store, sha256) is None
    for batch, complete in ((2, False), (0, False), (1, True)):
        documents = (replace(new.documents[0], ordinal=batch + 1),)
        write(store, replace(new, documents=documents, batch=batch, last=batch == 2))
        assert done(store, sha256).complete is complete
    assert queries.status(store).documents == 3


def test_without_versions_a_capture_is_not_done(store: Store, delivery) -> None:
    new = delivery(TEXTS[0], versions=None)
    write(store, new)
    assert done(store, new.capture.sha256) is None


def test_a_failure_is_counted_once_and_resolved_by_a_later_success(store: Store, run: int, delivery) -> None:
    failure = NewFailure("/pile/a.txt", "read", "the file is cut off", "Fetch it again.")
    write_failure(store, run, failure)
    write_failure(store, run, failure)
    assert queries.failures(store).total == run_of(store, run).failures == 1
    later = begin_run(store, ["pile/"], "{}")
    write(store, delivery(TEXTS[0], run_id=later))
    assert queries.failures(store).total == 0
    resolved = queries.failures(store, resolved=True).items[0]
    assert resolved.resolved_at is not None
    assert resolved.reason == "the file is cut off"


def test_a_run_that_is_not_finished_stays_open(store: Store, run: int) -> None:
    assert [row.id for row in open_runs(store)] == [run]
    assert finish_run(store, run, "interrupted").state == "interrupted"
    assert [row.id for row in open_runs(store)] == [run]
    assert finish_run(store, run, "finished").finished_at is not None
    assert open_runs(store) == ()


def _repetition(status: Status, start: int = 0) -> Annotation:
    spans = (Span(start, start + 5), Span(start + 7, start + 12))
    quotes = tuple(span.of(TEXTS[0]) for span in spans)
    return Annotation(spans, quotes, Repetition(0.9), Maker("repetition", "1"), 0.9, ("same words",), status)


def test_reviewed_annotations_survive_a_new_version_and_are_not_proposed_again(store: Store, add, delivery) -> None:
    key = add(TEXTS[0], annotations=[[_repetition(Status.ACCEPTED), _repetition(Status.PROPOSED, 14)]])
    fresh = [_repetition(Status.PROPOSED), _repetition(Status.PROPOSED, 20)]
    write(store, delivery(TEXTS[0], versions=NEWER, annotations=[fresh]))
    found = queries.article(store, key).annotations
    assert [(a.status, a.spans[0].start) for a in found] == [(Status.ACCEPTED, 0), (Status.PROPOSED, 20)]


def test_a_correction_is_listed_and_found_and_the_proposal_kept(store: Store, add) -> None:
    key = add(TEXTS[0], outlet="Küstenbote")
    proposed = queries.article(store, key).proposed
    corrected = replace(proposed, outlet=Statement("Deichanzeiger", Evidence("judgement")))
    correct_article(store, key, corrected)
    detail = queries.article(store, key)
    assert (detail.row.outlet, detail.row.corrected) == ("Deichanzeiger", True)
    assert detail.proposed == proposed
    assert queries.search(store, "outlet:Deichanzeiger").total == 1
    assert queries.search(store, "outlet:Küstenbote").total == 0
    assert queries.facets(store)[1].values == (("Deichanzeiger", 1),)
    correct_article(store, key, None)
    assert queries.facets(store)[1].values == (("Küstenbote", 1),)


def test_a_correction_survives_rereading_with_the_same_result_and_else_asks_to_be_judged(
    store: Store, add, delivery
) -> None:
    key = add(TEXTS[0])
    document = key.rpartition("-")[0]
    record_judgement(store, kind="corrected", document_key=document, person="ada", field="outlet", after="Bote")
    assert unjudged_documents(store) == (document,)
    proposed = queries.article(store, key).proposed
    corrected = replace(proposed, outlet=Statement("Bote", Evidence("judgement")))
    replace_articles(store, document, [proposed], [[]], [corrected])
    assert unjudged_documents(store) == ()
    write(store, delivery(TEXTS[0], versions=NEWER))
    assert queries.article(store, key).row.outlet == "Bote"
    assert unjudged_documents(store) == ()
    reread = replace(delivery(TEXTS[0] + "!", data=TEXTS[0].encode()), versions=Versions("plain 3", "1", ()))
    write(store, reread)
    assert unjudged_documents(store) == (document,)


def test_a_judgement_keeps_its_anchors(store: Store, add) -> None:
    document = add(TEXTS[1]).rpartition("-")[0]
    anchor = select(TEXTS[1], Span(0, 4))
    row = record_judgement(store, kind="cut_added", document_key=document, person="ada", anchors=[anchor])
    assert row.anchors == (anchor,)
    assert queries.judgements(store, document) == (row,)


def test_what_utf8_cannot_carry_is_shown_as_a_gap_of_the_same_length(store: Store, run: int, delivery, article) -> None:
    text = "Bruch \ud83d hier\n\nÜber \0 Ї \udcff."
    broken = NewDocument(0, Document(text, (), locator="\udcff"), (article(text, authors=["A\udcff"]),), ((),))
    origin = NewOrigin("/pile/\udcff.txt", "file", "2026-11-22T08:00:00Z", headers={"x": "\udcff"})
    write(store, replace(delivery("Bruch", uri="/"), documents=(broken,), origin=origin))
    write_failure(store, run, NewFailure("/pile/\udcff.txt", "read", "\udcff", ""))
    (row,) = queries.articles(store).items
    assert (row.title, row.authors, row.origin) == ("Bruch \ufffd hier", ("A\ufffd",), "/pile/\ufffd.txt")
    assert queries.article(store, row.key).document.text == text.replace("\ud83d", "\ufffd").replace("\udcff", "\ufffd")


def test_an_index_of_mostly_dead_rows_is_rebuilt_with_the_end_of_a_run(
    store: Store, run: int, add, monkeypatch
) -> None:
    monkeypatch.setattr(rebuilding, "SPARE", 0)
    key = add(TEXTS[0])
    for name in ("Bote", "Anzeiger", "Kurier"):
        article = queries.article(store, key).proposed
        correct_article(store, key, replace(article, outlet=Statement(name, Evidence("judgement"))))
    with store.reading() as connection:
        assert fulltext.number_of_rows(connection) == 4
    finish_run(store, run, "finished")
    with store.reading() as connection:
        assert fulltext.number_of_rows(connection) == 1
    assert queries.search(store, "outlet:Kurier Hafen").total == 1
