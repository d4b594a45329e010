"""Collections to add to, readers that crash and hang on purpose, and an engine that gives back in any order."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lesart.pipeline.engines.engine import Job, Outcome, Returned, call
from lesart.pipeline.engines.local import LocalEngine
from lesart.pipeline.run import RunOptions, run
from lesart.pipeline.stopping import Stop
from lesart.pipeline.tools import Tools
from lesart.store.rows import RunRow
from lesart.store.runs import begin_run
from lesart.store.store import Store, open_store

ERRATIC = """
import ctypes, errno, os, time
from lesart.readers import registry
from lesart.readers.plain import PLAIN
from lesart.readers.jsonl import JSONL
from dataclasses import replace

def erratic(reader):
    def document(source, record, limits):
        words = str(record.payload) + source.data.decode(errors="replace")
        if "SEGFAULT" in words:
            ctypes.string_at(0)
        if "EXIT" in words:
            os._exit(7)
        if "HANG" in words:
            time.sleep(600)
        if "RECURSE" in words:
            return document(source, record, limits)
        if "MEMORY" in words:
            return bytearray(64 * 1024**3)
        if "RAISE" in words:
            raise RuntimeError("unheard of")
        if "FULL" in words:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return reader.document(source, record, limits)
    return replace(reader, version="erratic", document=document)

OURS = {"plain text": erratic(PLAIN), PLAIN.name: erratic(PLAIN), JSONL.name: erratic(JSONL)}
READERS = tuple(OURS.get(reader.name, reader) for reader in registry.READERS)

def reader_for(source):
    reader = registry.reader_for(source)
    return OURS.get(reader.name, reader)
"""

Adding = Callable[..., RunRow]


class ShuffledEngine:
    """Runs each job here and at once; `choose(n)` says which of n finished jobs comes back next."""

    def __init__(self, workers: int, warm: Job, choose: Callable[[int], int]) -> None:
        self.workers = workers
        self._choose = choose
        self._finished: list[tuple[int, Outcome]] = []

    def submit(self, job: Job) -> None:
        self._finished.append((job.number, Returned(call(job.function, *job.arguments))))

    def next_outcome(self, seconds: float) -> tuple[int, Outcome] | None:
        return self._finished.pop(self._choose(len(self._finished))) if self._finished else None

    def close(self) -> None:
        self._finished.clear()


@pytest.fixture(scope="session")
def shuffled() -> type[ShuffledEngine]:
    return ShuffledEngine


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "pile.lesart", create=True)
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "quellen"
    place.mkdir()
    return place


@pytest.fixture
def add(store: Store) -> Adding:
    """Add sources to the store in real processes."""

    def adding(*sources: Path, seconds: float = 60.0, stop: Stop | None = None, engine=LocalEngine, **tools) -> RunRow:
        options = RunOptions(tools=Tools(**{"analysers": (), **tools}), workers=2, seconds=seconds)
        arguments = [str(source) for source in sources]
        number = begin_run(store, arguments, "{}")
        return run(store, number, arguments, options, stop=stop or Stop(), engine=engine, beside=store.path)

    return adding


@pytest.fixture
def erratic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a module of readers that crash, hang, recurse and raise where the text says so."""
    (tmp_path / "erratic_readers.py").write_text(ERRATIC, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return "erratic_readers"
