"""Spool: batches of members and records on disk, in a folder beside the collection that is removed after the run."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from lesart.readers.reader import Record, Source

BATCH_ITEMS = (
    64  # documents a transaction: under 0.5 s of work for press texts, so that little is repeated after a kill
)
BATCH_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class SpooledRecords:
    """Records of one capture on disk; `number` counts from 0 within the capture, `locators` say where each stands."""

    number: int
    path: str
    locators: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class SpooledSource:
    """A source whose bytes lie on disk, because they are many."""

    path: str
    source: Source  # without its bytes

    def present(self) -> Source:
        """Return the source with its bytes."""
        return replace(self.source, data=Path(self.path).read_bytes())


@contextmanager
def spool_folder(beside: Path | None) -> Iterator[Path]:
    """Make an empty folder for one run beside a collection's file (None: the system's temporary folder).

    Folders that crashed runs left behind are removed first.
    """
    parent = beside.parent if beside else Path(tempfile.gettempdir())
    stem = f".{beside.name if beside else 'lesart'}-spool-"
    _sweep(parent, stem)
    folder = Path(tempfile.mkdtemp(prefix=f"{stem}{os.getpid()}-", dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sweep(parent: Path, stem: str) -> None:
    for folder in parent.glob(f"{stem}*"):
        owner = folder.name.removeprefix(stem).partition("-")[0]
        if not (owner.isdigit() and _is_alive(int(owner))):
            shutil.rmtree(folder, ignore_errors=True)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def write_sources(path: Path, sources: Sequence[Source]) -> None:
    path.write_bytes(msgspec.msgpack.encode(sources))


def take_sources(path: str) -> list[Source]:
    """Read a batch of members and remove it from the disk."""
    sources = msgspec.msgpack.decode(Path(path).read_bytes(), type=list[Source])
    os.unlink(path)
    return sources


def write_records(path: Path, records: Sequence[Record]) -> None:
    path.write_bytes(msgspec.msgpack.encode(records))


def read_records(path: str) -> list[Record]:
    return msgspec.msgpack.decode(Path(path).read_bytes(), type=list[Record])


def payload_bytes(record: Record) -> int:
    """Estimate what a record takes up; whole for bytes and text, a lower bound for tables."""
    payload = record.payload
    if isinstance(payload, bytes | str):
        return len(payload)
    if isinstance(payload, dict):
        return sum(len(value) for value in payload.values() if isinstance(value, bytes | str))
    return 256
