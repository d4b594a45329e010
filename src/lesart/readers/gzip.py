"""Single files packed with gzip, bzip2 or xz, and tar archives packed so or not; the limits of ZIP hold here too."""

import bz2
import gzip
import io
import lzma
import tarfile
import zlib
from collections.abc import Iterator

from lesart.readers.containers import (
    RATIO_GRACE,
    UNPACK_ADVICE,
    Allowance,
    Readable,
    TooLargeError,
    damage_reported,
    harmless_name,
    is_litter,
    member,
    refuse_depth,
)
from lesart.readers.reader import Limits, Member, Part, Reader, Source, Unread, UnreadableError

MAGIC = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0")
SUFFIXES = (".gz", ".bz2", ".xz", ".tgz", ".tbz2", ".txz")
_TAR_MAGIC = b"ustar"
_TAR_MAGIC_AT = 257
DAMAGE = (OSError, EOFError, zlib.error, lzma.LZMAError, tarfile.TarError, ValueError, OverflowError, IndexError)


def recognises(head: bytes, name: str, media_type: str | None) -> bool:
    return head.startswith(MAGIC)


def recognises_tar(head: bytes, name: str, media_type: str | None) -> bool:
    return head[_TAR_MAGIC_AT : _TAR_MAGIC_AT + 5] == _TAR_MAGIC


def beginning(head: bytes) -> bytes:
    """Unpack the beginning of a gzip file, as far as it goes; empty where it is none."""
    try:
        return zlib.decompressobj(31).decompress(head, 1024)
    except zlib.error:
        return b""


def parts(source: Source, limits: Limits) -> Iterator[Part]:
    """Yield the one file inside, or the members of the tar archive inside."""
    refuse_depth(source, limits)
    allowance = Allowance(limits)
    with damage_reported(DAMAGE, "packed file"), _opened(source.data) as stream:
        head = stream.read(_TAR_MAGIC_AT + 5)
    with damage_reported(DAMAGE, "packed file"), _opened(source.data) as stream:
        if recognises_tar(head, "", None):
            yield from _tar_members(source, stream, len(source.data), allowance)
        else:
            yield _single(source, stream, allowance)


def _opened(data: bytes) -> gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile:
    file = io.BytesIO(data)
    if data.startswith(MAGIC[0]):
        return gzip.GzipFile(fileobj=file)
    return bz2.BZ2File(file) if data.startswith(MAGIC[1]) else lzma.LZMAFile(file)


def _single(source: Source, stream: Readable, allowance: Allowance) -> Member:
    name = source.name
    for suffix in SUFFIXES:
        name = name[: -len(suffix)] if name.lower().endswith(suffix) else name
    try:
        return member(source, name or "unpacked", allowance.unpack(stream, len(source.data)))
    except TooLargeError as error:
        raise UnreadableError(str(error), UNPACK_ADVICE) from error


def tar_parts(source: Source, limits: Limits) -> Iterator[Part]:
    """Yield the members of a tar archive that is not packed."""
    refuse_depth(source, limits)
    with damage_reported(DAMAGE, "tar archive"):
        yield from _tar_members(source, io.BytesIO(source.data), len(source.data), Allowance(limits))


_File = io.BytesIO | gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile


class _Bounded(io.RawIOBase):
    """A file that refuses to be read in larger pieces or further than allowed: tar headers are read whole."""

    def __init__(self, file: _File, packed: int, limits: Limits) -> None:
        self._file = file
        self._limits = limits
        self._end = min(limits.unpacked_bytes, max(RATIO_GRACE, packed * limits.ratio))

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        if not 0 <= size <= self._limits.member_bytes:
            raise UnreadableError(f"a member is larger than {self._limits.member_bytes} bytes", UNPACK_ADVICE)
        self._refuse_far(self._file.tell() + size)
        return self._file.read(size)

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        self._refuse_far(offset if whence == io.SEEK_SET else 0)
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def _refuse_far(self, position: int) -> None:
        if position > self._end + self._limits.member_bytes:
            raise UnreadableError("the archive unpacks to more than is allowed, like an archive bomb", UNPACK_ADVICE)


def _tar_members(source: Source, stream: _File, packed: int, allowance: Allowance) -> Iterator[Part]:
    bounded = _Bounded(stream, packed, allowance.limits)
    with tarfile.open(fileobj=bounded, mode="r:") as archive:
        for info in archive:
            name = harmless_name(info.name)
            if not info.isfile() or is_litter(name):
                continue
            allowance.count_member()
            uri = f"{source.uri}!/{name}"
            if info.size > allowance.limits.member_bytes:
                yield Unread(uri, f"it is larger than {allowance.limits.member_bytes} bytes", UNPACK_ADVICE)
            elif stream_of := archive.extractfile(info):
                yield member(source, name, allowance.unpack(stream_of, max(info.size, 1)))


GZIP = Reader(
    name="gzip",
    version="1",
    media_types=("application/gzip", "application/x-gzip", "application/x-bzip2", "application/x-xz"),
    suffixes=SUFFIXES,
    recognises=recognises,
    parts=parts,
)
TAR = Reader(
    name="tar",
    version="1",
    media_types=("application/x-tar",),
    suffixes=(".tar",),
    recognises=recognises_tar,
    parts=tar_parts,
)
