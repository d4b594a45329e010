"""Files, folders and standard input."""

import io
import os
import pickle
from pathlib import Path

import pytest

from lesart.pipeline.obtain.argument import obtain
from lesart.pipeline.obtain.obtained import Obtained, ObtainOptions
from lesart.readers.reader import Limits, Unread, UnreadableError


def names(folder: Path) -> list[str]:
    return [Path(item.uri).relative_to(folder).as_posix() for item in obtain(str(folder), ObtainOptions())]


def test_a_folder_gives_its_files_sorted_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b/ё.txt", "b/a.txt", "a.txt", ".hidden", ".git/x", "c🙂.txt", "e\u0301.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Text")
    assert names(tmp_path) == ["a.txt", "b/a.txt", "b/ё.txt", "c🙂.txt", "e\u0301.txt"]


def test_links_that_go_round_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("Text")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a")
    assert names(tmp_path) == ["a/x.txt"]


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("vorher")
    (item,) = obtain(str(file), ObtainOptions())
    assert isinstance(item, Obtained)
    file.write_text("nachher")
    assert (item.kind, item.size, item.read().data) == ("file", 6, b"nachher")


def test_reading_a_file_can_be_sent_to_another_process(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Text")
    (item,) = obtain(str(tmp_path / "a.txt"), ObtainOptions())
    assert isinstance(item, Obtained)
    assert pickle.loads(pickle.dumps(item.read))().data == b"Text"


def test_what_is_missing_or_too_large_is_unread_with_advice(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_bytes(b"x" * 11)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    options = ObtainOptions(limits=Limits(source_bytes=10))
    items = [*obtain(str(tmp_path), options), *obtain(str(tmp_path / "gone"), options), *obtain("a\0b", options)]
    assert len(items) == 5
    assert all(isinstance(item, Unread) and item.reason and item.advice for item in items)


def test_a_file_that_grew_or_went_is_refused_when_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"x")
    (item,) = obtain(str(file), ObtainOptions(limits=Limits(source_bytes=10)))
    assert isinstance(item, Obtained)
    file.write_bytes(b"x" * 11)
    with pytest.raises(UnreadableError, match="limit is 10"):
        item.read()
    file.unlink()
    with pytest.raises(UnreadableError, match="cannot be read"):
        item.read()


def test_a_name_that_is_no_utf8_can_be_shown_and_read(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/\xe4.txt", "wb") as file:
        file.write(b"Text")
    (item,) = obtain(str(tmp_path), ObtainOptions())
    assert isinstance(item, Obtained)
    assert item.uri.endswith("\\xe4.txt")
    assert item.read().data == b"Text"


@pytest.mark.parametrize(
    ("stream", "reason"),
    [(None, "no standard input"), (io.BytesIO(b""), "empty"), (io.BytesIO(b"x" * 11), "larger than")],
)
def test_standard_input_that_cannot_be_had(stream: io.BytesIO | None, reason: str) -> None:
    (item,) = obtain("-", ObtainOptions(stdin=stream, limits=Limits(source_bytes=10)))
    assert isinstance(item, Obtained)
    with pytest.raises(UnreadableError, match=reason):
        item.read()


def test_standard_input_is_a_source() -> None:
    (item,) = obtain("-", ObtainOptions(stdin=io.BytesIO("Grüße 🙂".encode())))
    assert isinstance(item, Obtained)
    assert (item.uri, item.read().data.decode()) == ("-", "Grüße 🙂")
