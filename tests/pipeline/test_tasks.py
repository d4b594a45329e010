"""Tasks: what a worker says of sources that hold nothing, or nothing but themselves."""

import io
import zipfile

import pytest

from lesart.pipeline.tasks import open_source
from lesart.pipeline.tools import Tools
from lesart.readers.reader import Limits, Member, Reader, Source, Unread

SOURCE = Source(b"\x00itself \xf0\x9f\xa7\xad", "/samples/архив.box")


def _boxes(parts):
    return Reader("box", "1", (), (".box",), lambda head, name, media_type: True, lambda source, limits: iter(parts))


def _opened(tmp_path, monkeypatch, parts):
    monkeypatch.setattr("lesart.pipeline.tasks.reader_of", lambda source, tools: _boxes(parts))
    return open_source(SOURCE, Tools(Limits(), (), "lesart.readers.registry"), str(tmp_path))


def test_a_container_with_nothing_inside_is_a_failure(tmp_path, monkeypatch):
    (failure,) = _opened(tmp_path, monkeypatch, []).read.failures
    assert (failure.uri, failure.reason) == (SOURCE.uri, "there is nothing to read in it")
    assert failure.advice


def test_a_container_that_holds_itself_is_not_opened_again(tmp_path, monkeypatch):
    opened = _opened(tmp_path, monkeypatch, [Member(Source(SOURCE.data, f"{SOURCE.uri}!/itself"))])
    assert opened.members == ()
    assert [failure.reason for failure in opened.read.failures] == ["the archive holds itself"]


@pytest.mark.parametrize(
    "part", [Unread("/a.box!/b", "it is encrypted", "Unpack it."), Member(Source(b"u\xcc\x88ber", "/a.box!/b"))]
)
def test_what_holds_anything_is_not_empty(tmp_path, monkeypatch, part):
    reasons = [failure.reason for failure in _opened(tmp_path, monkeypatch, [part]).read.failures]
    assert "there is nothing to read in it" not in reasons


def test_an_empty_archive_is_a_failure_with_the_real_readers(tmp_path):
    out = io.BytesIO()
    zipfile.ZipFile(out, "w").close()
    opened = open_source(
        Source(out.getvalue(), "/leer.zip"), Tools(Limits(), (), "lesart.readers.registry"), str(tmp_path)
    )
    assert [failure.reason for failure in opened.read.failures] == ["there is nothing to read in it"]
