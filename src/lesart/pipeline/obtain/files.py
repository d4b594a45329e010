"""Files: one file, or the files of a folder in a fixed order, opened only when they are read."""

import os
import stat
from collections.abc import Iterator
from functools import partial

from lesart.pipeline.obtain.obtained import Obtained, ObtainOptions, now
from lesart.readers.reader import Limits, Source, Unread, UnreadableError

READ_ADVICE = "Check that the file exists and that you may read it."


def walk(argument: str, options: ObtainOptions) -> Iterator[Obtained | Unread]:
    """Yield a file, or the files below a folder: sorted by name, hidden ones left out, each folder entered once."""
    path = os.path.abspath(os.path.expanduser(argument))
    try:
        if os.path.isdir(path):
            yield from _below(path, options, frozenset())
        else:
            yield _file(path, options)
    except ValueError:  # a null character in the name
        yield Unread(repr(argument), "this is no file name", "Check the spelling.")


def _below(folder: str, options: ObtainOptions, above: frozenset[tuple[int, int]]) -> Iterator[Obtained | Unread]:
    """Go down, but not into a folder that is being gone through already (a symbolic link to a folder above)."""
    try:
        status = os.stat(folder)
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield Unread(_uri(folder), f"the folder cannot be opened: {error.strerror}", READ_ADVICE)
        return
    inside = above | {(status.st_dev, status.st_ino)}
    for name in names:
        path = os.path.join(folder, name)
        if name.startswith("."):
            continue
        if not os.path.isdir(path):
            yield _file(path, options)
        elif not _is_within(path, inside):
            yield from _below(path, options, inside)


def _is_within(path: str, folders: frozenset[tuple[int, int]]) -> bool:
    try:
        status = os.stat(path)
    except OSError:
        return False
    return (status.st_dev, status.st_ino) in folders


def _file(path: str, options: ObtainOptions) -> Obtained | Unread:
    uri = _uri(path)
    try:
        status = os.stat(path)
    except OSError as error:
        return Unread(uri, f"the file cannot be opened: {error.strerror}", READ_ADVICE)
    if not stat.S_ISREG(status.st_mode):
        return Unread(uri, "this is neither a file nor a folder", "Copy what it holds into a file and add that.")
    if status.st_size > options.limits.source_bytes:
        return Unread(uri, *_too_large(status.st_size, options.limits.source_bytes))
    return Obtained(uri, "file", status.st_size, partial(read_file, path, options.limits))


def read_file(path: str, limits: Limits) -> Source:
    """Read one file; UnreadableError where it has gone, may not be read, or has grown above the limit."""
    try:
        with open(path, "rb") as file:
            data = file.read(limits.source_bytes + 1)
    except OSError as error:
        raise UnreadableError(f"the file cannot be read: {error.strerror}", READ_ADVICE) from error
    if len(data) > limits.source_bytes:
        raise UnreadableError(*_too_large(len(data), limits.source_bytes))
    return Source(data, _uri(path), obtained_at=now())


def _too_large(size: int, limit: int) -> tuple[str, str]:
    return f"the file has {size} bytes, the limit is {limit}", "Split it into smaller files and add those."


def _uri(path: str) -> str:
    """Return the path as text; bytes of a name that are no UTF-8 are written as backslash escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
