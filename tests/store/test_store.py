"""Opening a collection: what is one, what is none, and what to do about it."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from lesart.store import queries
from lesart.store.errors import (
    DamagedError,
    LockedError,
    MissingError,
    NewerCollectionError,
    NotACollectionError,
    ReadOnlyError,
    StoreError,
)
from lesart.store.store import open_store
from lesart.store.writing import write


def test_a_new_collection_is_one_file_that_says_whose_it_is(path: Path) -> None:
    open_store(path, create=True).close()
    assert [p.name for p in path.parent.iterdir()] == ["pile.lesart"]
    header = path.read_bytes()[:100]
    assert header[:15] == b"SQLite format 3"
    assert header[68:72] == b"Lsar"


def test_a_name_may_hold_what_names_hold(tmp_path: Path) -> None:
    path = tmp_path / "Über 100 % — Заметки #1? 🗂️ é.lesart"
    open_store(path, create=True).close()
    assert path.exists()
    with closing(open_store(f"sqlite:///{path}").engine.connect()):
        pass


def test_without_create_a_missing_file_stays_missing(path: Path) -> None:
    with pytest.raises(MissingError, match="there is no collection"):
        open_store(path)
    assert not path.exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"Kein Archiv, sondern ein Brief.\n" * 99, "Письмо, а не архив 🗂️ é".encode() * 50, b"SQLite format 3\0" * 99],
    ids=["empty", "text", "cyrillic", "header only"],
)
def test_another_file_is_no_collection_and_stays_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises((NotACollectionError, DamagedError)) as caught:
        open_store(path)
    assert caught.value.advice
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_no_collection(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE notes (text)")
        other.commit()
    before = path.read_bytes()
    with pytest.raises(NotACollectionError):
        open_store(path, create=True)
    assert path.read_bytes() == before


def test_a_folder_is_no_collection(tmp_path: Path) -> None:
    with pytest.raises(NotACollectionError, match="is a folder"):
        open_store(tmp_path, create=True)


def test_a_collection_needs_a_folder_to_lie_in(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match="there is no folder"):
        open_store(tmp_path / "nowhere" / "pile.lesart", create=True)


def test_another_kind_of_store_is_refused_by_name() -> None:
    with pytest.raises(StoreError, match="postgresql is not supported"):
        open_store("postgresql://server/pile", create=True)


def test_a_collection_of_a_newer_lesart_is_left_alone(path: Path) -> None:
    open_store(path, create=True).close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
        newer.commit()
    with pytest.raises(NewerCollectionError, match="newer Lesart"):
        open_store(path)
    assert not list(path.parent.glob("*backup*"))


def test_a_damaged_collection_says_so(path, store, add) -> None:
    for number in range(60):
        add(f"Hafen {number}\n\n" + "Der Kai bleibt gesperrt. " * 200)
    store.close()
    content = bytearray(path.read_bytes())
    content[4096 * 3 : -4096] = os.urandom(len(content) - 4096 * 4)
    path.write_bytes(content)
    with pytest.raises(DamagedError) as caught:
        queries.articles(open_store(path))
    assert "backup" in caught.value.advice


def test_a_read_only_collection_can_be_read_and_says_that_it_cannot_be_written(path, store, add, delivery) -> None:
    key = add("Deich\n\nDer Deich hält.")
    new = delivery("Neu\n\nNeu.")
    store.close()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        if os.access(path, os.W_OK):
            pytest.skip("this user may write everything")
        opened = open_store(path)
        assert queries.article(opened, key).row.title == "Deich"
        with pytest.raises(ReadOnlyError):
            write(opened, new)
        opened.close()
    finally:
        path.parent.chmod(0o755)


_HOLD = """
import sys
from lesart.store.store import open_store
with open_store(sys.argv[1]).only_writer():
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_run_is_refused_while_another_process_holds_the_collection(path, store) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(LockedError, match="being written by another process"), store.only_writer():
            pass
        other.kill()
    with store.only_writer():
        pass
    assert not path.with_name("pile.lesart-lock").exists()


def test_a_reader_sees_one_state_while_a_writer_goes_on(path, store, add) -> None:
    add("Eins\n\nErste Meldung.")
    reader = open_store(path)
    seen = queries.every_article(reader)
    assert next(seen).row.title == "Eins"
    add("Zwei\n\nZweite Meldung.", uri="/pile/b.txt")
    assert list(seen) == []
    assert queries.articles(reader).total == 2
    reader.close()
