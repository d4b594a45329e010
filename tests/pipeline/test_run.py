"""Running with real files and real processes: what is kept, what is skipped, and what a failure says."""

import errno
import hashlib
import json
import zipfile
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lesart.articles import prepare
from lesart.pipeline.progress import Progress
from lesart.pipeline.run import RunOptions, run
from lesart.pipeline.spool import BATCH_ITEMS
from lesart.pipeline.stopping import Stop
from lesart.pipeline.tools import Tools
from lesart.store import queries
from lesart.store.errors import DiskFullError
from lesart.store.rows import ArticleFilter
from lesart.store.runs import begin_run
from lesart.store.store import Store, open_store

TEXTS = {
    "hafen.txt": "Der Hafen bleibt zu\n\nDie Fähren liegen seit Montag fest. Der Rat berät am Abend. 🚢\n",
    "порт.txt": "Порт закрыт\n\nПаромы стоят с понедельника. Совет соберётся вечером.\n",
    "cafe.txt": "Das Cafe\u0301 am Kai\n\nWer Kaffee trinkt, wartet auf die Fähre.\n",
}


def write_texts(folder: Path) -> None:
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")


def write_table(path: Path, rows: int, **odd: str) -> None:
    lines = [{"title": f"Meldung {n}", "text": odd.get(f"row{n}", f"Die Fähre {n} fährt wieder.")} for n in range(rows)]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def reasons(store: Store) -> dict[str, str]:
    """The last part of each failure's place, and its reason."""
    return {row.uri.rpartition("/")[2]: row.reason for row in queries.failures(store, limit=500).items}


def titles(store: Store) -> list[str | None]:
    return [row.title for row in queries.articles(store, order="added", limit=1000).items]


def test_what_was_read_is_skipped_the_next_time_and_nothing_changes(store, folder, add):
    write_texts(folder)
    first, second = add(folder), add(folder)
    assert (first.state, first.captures, first.documents, first.skipped) == ("finished", 3, 3, 0)
    assert (second.state, second.captures, second.documents, second.skipped) == ("finished", 0, 0, 3)
    assert len(titles(store)) == 3


def test_the_same_bytes_under_two_names_are_one_capture_with_two_origins(store, folder, add):
    write_texts(folder)
    (folder / "zwei.txt").write_text(TEXTS["hafen.txt"], encoding="utf-8")
    run = add(folder)
    detail = queries.article(store, queries.articles(store, ArticleFilter(words="Fähren")).items[0].key)
    assert (run.captures, run.skipped) == (3, 1)
    assert [origin.uri.rpartition("/")[2] for origin in detail.capture.origins] == ["hafen.txt", "zwei.txt"]


def test_members_of_nested_archives_are_captures_that_name_their_container(store, folder, add):
    inner = folder / "innen.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("порт.txt", TEXTS["порт.txt"])
    with zipfile.ZipFile(folder / "aussen.zip", "w") as archive:
        archive.writestr("hafen.txt", TEXTS["hafen.txt"])
        archive.write(inner, "innen.zip")
    inner.unlink()
    assert add(folder).captures == 4
    row = queries.articles(store, ArticleFilter(words="Порт")).items[0]
    origin = queries.article(store, row.key).capture.origins[0]
    assert origin.uri.endswith("aussen.zip!/innen.zip!/порт.txt")
    assert (origin.kind, len(origin.parent_sha256 or "")) == ("member", 64)
    assert add(folder).skipped == 1


def test_a_table_of_several_batches_keeps_every_row_once(store, folder, add):
    write_table(folder / "meldungen.jsonl", 2 * BATCH_ITEMS + 3)
    add(folder)
    assert sorted(t or "" for t in titles(store)) == sorted(f"Meldung {n}" for n in range(2 * BATCH_ITEMS + 3))


def test_a_broken_file_is_a_failure_its_bytes_are_kept_and_it_is_tried_again(store, folder, add):
    (folder / "kaputt.zip").write_bytes(b"PK\x03\x04 nothing of an archive")
    write_texts(folder)
    first, second = add(folder), add(folder)
    assert (first.documents, first.failures, first.captures) == (3, 1, 4)
    assert (second.failures, second.skipped) == (1, 3)
    assert queries.failures(store).total == 1


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 20_000, "Паромы стоят, cafe\u0301 🚢.\n\n".encode() * 60_000], ids=["binary", "text"]
)
def test_the_bytes_of_a_large_source_pass_over_the_disk_and_are_kept_whole(store, folder, add, data):
    (folder / "gross.txt").write_bytes(data)
    assert add(folder).captures == 1
    assert queries.capture_bytes(store, hashlib.sha256(data).hexdigest()) == data


def test_what_is_not_there_is_a_failure_that_says_so(store, folder, add):
    run = add(folder / "fehlt.txt")
    assert (run.state, run.failures) == ("finished", 1)
    assert queries.failures(store).items[0].stage == "obtain"


def test_workers_that_die_hang_or_raise_cost_one_failure_each_and_nothing_else(store, folder, add, erratic):
    write_texts(folder)
    for word in ("SEGFAULT", "EXIT", "HANG", "RECURSE", "MEMORY", "RAISE"):
        (folder / f"{word}.txt").write_text(f"{word}\n\nDer Rest des Textes.\n", encoding="utf-8")
    run = add(folder, seconds=8.0, readers_module=erratic)
    found = reasons(store)
    assert (run.state, run.documents, run.failures) == ("finished", 3, 6)
    assert "ended abruptly (signal 11)" in found["SEGFAULT.txt"]
    assert "ended abruptly (exit code 7)" in found["EXIT.txt"]
    assert "longer than 8 seconds" in found["HANG.txt"]
    assert "nested too deeply" in found["RECURSE.txt"]
    assert "more memory" in found["MEMORY.txt"]
    assert "unheard of" in found["RAISE.txt"]
    assert all(row.advice for row in queries.failures(store).items)


def test_a_full_disk_ends_the_run_and_is_no_fault_of_the_source(store, folder, add, erratic):
    write_texts(folder)
    (folder / "zz-voll.txt").write_text("FULL\n\nВ порту пусто, cafe\u0301 🚢.\n", encoding="utf-8")
    with pytest.raises(DiskFullError, match="no room") as caught:
        add(folder, readers_module=erratic)
    assert "Make room" in caught.value.advice
    assert [row.state for row in queries.runs(store)] == ["interrupted"]
    assert queries.failures(store).total == 0
    again = add(folder)
    assert (again.state, again.failures, queries.status(store).documents) == ("finished", 0, 4)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_in_the_writer_says_so_too(store, folder, number):
    write_texts(folder)

    def fail(progress: Progress) -> None:
        raise OSError(number, "no room")

    run_number = begin_run(store, [str(folder)], "{}")
    with pytest.raises(DiskFullError):
        run(store, run_number, [str(folder)], RunOptions(), stop=Stop(), progress=fail, beside=store.path)


def test_a_row_that_kills_its_worker_does_not_take_its_batch_along(store, folder, add, erratic):
    write_table(folder / "meldungen.jsonl", 20, row7="EXIT")
    run = add(folder, readers_module=erratic)
    assert (run.documents, run.failures) == (19, 1)
    assert "8" in reasons(store)["meldungen.jsonl"].partition(":")[0]


def test_a_run_that_was_stopped_is_interrupted_and_the_next_one_does_the_rest(store, folder, add):
    write_table(folder / "a.jsonl", 6 * BATCH_ITEMS)
    write_texts(folder)
    stop = Stop()
    number = begin_run(store, [str(folder)], "{}")
    options = RunOptions(tools=Tools(analysers=()), workers=1)

    def ask(progress: Progress) -> None:
        stop.asked = progress.articles >= 2 * BATCH_ITEMS

    broken_off = run(store, number, [str(folder)], options, stop=stop, progress=ask, beside=store.path)
    before = queries.status(store).documents
    rest = add(folder)
    assert broken_off.state == "interrupted"
    assert 0 < before < 6 * BATCH_ITEMS + 3
    assert (rest.state, before + rest.documents) == ("finished", 6 * BATCH_ITEMS + 3)
    assert not list(store.path.parent.glob(".*spool*"))


def test_an_exception_in_the_writer_leaves_the_run_interrupted(store, folder, add):
    write_texts(folder)

    def fail(progress: Progress) -> None:
        raise OSError("no terminal")

    number = begin_run(store, [str(folder)], "{}")
    with pytest.raises(OSError, match="no terminal"):
        run(store, number, [str(folder)], RunOptions(), stop=Stop(), progress=fail, beside=store.path)
    assert [row.state for row in queries.runs(store)] == ["interrupted"]


ANALYSERS = """
from dataclasses import replace
from lesart.analysis.analyser import Analyser
from lesart.text.annotation import Annotation
from lesart.text.bodies import Repetition

def finder(name, version, similarity):
    def find(text, resources):
        span = replace(text.article.span, end=text.article.span.start + 3)
        return [Annotation((span,), (span.of(text.document.text),), Repetition(similarity), ours.maker)]
    ours = Analyser(name, version, ("repetition",), lambda: None, find)
    return ours

ANALYSERS = (finder("one", "{version}", {similarity}), finder("other", "1", 0.25))
"""


def test_a_new_version_of_an_analyser_replaces_only_its_own_findings(store, folder, add, tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(tmp_path)
    write_texts(folder)
    (tmp_path / "first_analysers.py").write_text(ANALYSERS.format(version="1", similarity=0.5))
    (tmp_path / "second_analysers.py").write_text(ANALYSERS.format(version="2", similarity=0.75))
    add(folder, analysers=None, analysers_module="first_analysers")
    key = queries.articles(store).items[0].key
    before = queries.article(store, key).annotations
    again = add(folder, analysers=None, analysers_module="second_analysers")
    after = queries.article(store, key).annotations
    third = add(folder, analysers=None, analysers_module="second_analysers")
    assert {(a.maker.name, a.maker.version, a.body.similarity) for a in before} == {
        ("one", "1", 0.5),
        ("other", "1", 0.25),
    }
    assert {(a.maker.name, a.maker.version, a.body.similarity) for a in after} == {
        ("one", "2", 0.75),
        ("other", "1", 0.25),
    }
    assert (again.documents, third.skipped) == (0, 3)


def test_a_new_version_of_the_article_stage_reads_again_and_replaces(store, folder, add, monkeypatch):
    write_texts(folder)
    add(folder)
    monkeypatch.setattr(prepare, "VERSION", "next")
    again = add(folder)
    assert (again.skipped, len(titles(store))) == (0, 3)


def contents(store: Store) -> list[object]:
    """Everything of a collection that does not count up or tell the time."""
    with store.reading() as connection:
        found = []
        for table in ("captures", "origins", "documents", "articles", "failures", "checkpoints"):
            rows = connection.exec_driver_sql(f"SELECT * FROM {table}").mappings().all()
            left_out = {"id", "capture_id", "document_id", "run_id", "obtained_at", "first_obtained_at", "at"}
            left_out |= {"search_row"}
            found.append(sorted(str({k: v for k, v in row.items() if k not in left_out}) for row in rows))
    return found


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.lists(st.integers(0, 1000), min_size=1, max_size=40))
def test_the_collection_is_the_same_in_whatever_order_results_arrive(tmp_path_factory, shuffled, order):
    place = tmp_path_factory.mktemp("order")
    sources = place / "quellen"
    sources.mkdir()
    write_texts(sources)
    write_table(sources / "tabelle.jsonl", BATCH_ITEMS + 5)
    with zipfile.ZipFile(sources / "archiv.zip", "w") as archive:
        archive.writestr("hafen.txt", TEXTS["hafen.txt"])
        archive.writestr("neu.txt", "Ein Text nur hier.\n")
    (sources / "leer.txt").write_bytes(b"")
    seen = []
    for name, choose in (("a", lambda n: 0), ("b", chooser(order))):
        store = open_store(place / f"{name}.lesart", create=True)
        number = begin_run(store, [str(sources)], "{}")
        options = RunOptions(tools=Tools(analysers=()), workers=3)
        engine = partial(shuffled, choose=choose)
        assert run(store, number, [str(sources)], options, stop=Stop(), engine=engine).state == "finished"
        seen.append(contents(store))
        store.close()
    assert seen[0] == seen[1]


def chooser(order: list[int]):
    """Choose by the numbers of a list, over and over."""
    position = iter(range(10**9))
    return lambda n: order[next(position) % len(order)] % n


def test_tools_travel_as_names(tmp_path):
    assert replace(Tools(), analysers=("repetition",)).modules == (
        "lesart.readers.registry",
        "lesart.analysis.registry",
    )
