"""ZIP archives: every member becomes a source of its own; sizes, numbers and depth are bounded."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator

from lesart.readers.containers import (
    UNPACK_ADVICE,
    Allowance,
    TooLargeError,
    damage_reported,
    harmless_name,
    is_litter,
    member,
    refuse_depth,
)
from lesart.readers.reader import Limits, Member, Part, Reader, Source, Unread, UnreadableError

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_CENTRAL_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_NAME_IS_UTF8 = 0x800
DAMAGE: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    IndexError,
    RuntimeError,  # NotImplementedError for unknown compression among them
)


def recognises(head: bytes, name: str, media_type: str | None) -> bool:
    return head.startswith(MAGIC)


def open_archive(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """Open an archive; UnreadableError where it is damaged or lists too many members."""
    if data.count(_CENTRAL_ENTRY) > limits.members:
        raise UnreadableError(f"the archive has more than {limits.members} members", UNPACK_ADVICE)
    with damage_reported(DAMAGE, "ZIP archive"):
        return zipfile.ZipFile(io.BytesIO(data))


def parts(source: Source, limits: Limits) -> Iterator[Part]:
    """Yield the members in the order of the archive's list; those that cannot be taken out as Unread."""
    refuse_depth(source, limits)
    allowance = Allowance(limits)
    with open_archive(source.data, limits) as archive:
        for info in archive.infolist():
            name = _name(info)
            if info.is_dir() or is_litter(harmless_name(name)):
                continue
            allowance.count_member()
            yield _part(source, archive, info, name, allowance)


def _part(
    source: Source, archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, allowance: Allowance
) -> Member | Unread:
    uri = f"{source.uri}!/{harmless_name(name)}"
    if info.flag_bits & _ENCRYPTED:
        return Unread(uri, "it is encrypted with a password", "Unpack the archive with its password and add the files.")
    try:
        data = unpacked(archive, info, allowance)
    except TooLargeError as error:
        return Unread(uri, str(error), UNPACK_ADVICE)
    except DAMAGE as error:
        return Unread(uri, f"it cannot be unpacked: {type(error).__name__} {str(error)[:200]}", "Get the archive anew.")
    return member(source, name, data)


def unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, allowance: Allowance) -> bytes:
    """Return a member's bytes; TooLargeError or one of DAMAGE for this member, UnreadableError for the archive."""
    with archive.open(info) as stream:
        return allowance.unpack(stream, max(info.compress_size, 1))


def _name(info: zipfile.ZipInfo) -> str:
    """Read a name that is not marked as UTF-8, but is, as such: many programs forget the mark."""
    if info.flag_bits & _NAME_IS_UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


ZIP = Reader(
    name="zip",
    version="1",
    media_types=("application/zip", "application/x-zip-compressed"),
    suffixes=(".zip",),
    recognises=recognises,
    parts=parts,
)
