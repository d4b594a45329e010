"""Containers: what archives of every kind share: member names made harmless, and the limits counted down."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from lesart.readers.reader import Limits, Member, Source, UnreadableError

CHUNK = 1 << 16  # bytes unpacked at a time, between two looks at the limits
RATIO_GRACE = 1 << 20  # bytes; below it the ratio of unpacked to packed is not asked for
_CONTROLS = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_LITTER = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
UNPACK_ADVICE = "Unpack it by hand, look at what it holds, and add the files you want."


class Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


def harmless_name(name: str) -> str:
    """Return a member's name without drive, leading slashes, `..` and control characters; `unnamed` if none is left.

    Names are only ever shown and stored, never used as paths.
    """
    parts = _CONTROLS.sub("\ufffd", name).replace("\\", "/").split("/")
    kept = [part for part in parts if part not in ("", ".", "..") and not re.fullmatch(r"[A-Za-z]:", part)]
    return "/".join(kept).replace("!/", "!_/")[:1000] or "unnamed"


def is_litter(name: str) -> bool:
    """Say whether a member is hidden, or left behind by an operating system."""
    return name.startswith(_LITTER[0]) or any(p.startswith(".") or p in _LITTER for p in name.split("/"))


def refuse_depth(source: Source, limits: Limits) -> None:
    """Raise UnreadableError where a container lies too deep in others; that also ends archives that hold themselves."""
    if source.uri.count("!/") >= limits.depth:
        raise UnreadableError(f"archives lie in one another more than {limits.depth} deep here", UNPACK_ADVICE)


def member(source: Source, name: str, data: bytes) -> Member:
    """Make the member of a container."""
    return Member(Source(data, f"{source.uri}!/{harmless_name(name)}", obtained_at=source.obtained_at))


@dataclass(slots=True)
class Allowance:
    """What may still be unpacked from one container, in bytes and members."""

    limits: Limits
    unpacked: int = 0
    members: int = 0

    def count_member(self) -> None:
        self.members += 1
        if self.members > self.limits.members:
            raise UnreadableError(f"the archive has more than {self.limits.members} members", UNPACK_ADVICE)

    def unpack(self, stream: Readable, packed: int) -> bytes:
        """Read a stream to its end; TooLargeError for this member, UnreadableError for the whole container."""
        pieces: list[bytes] = []
        length = 0
        while piece := stream.read(CHUNK):
            length += len(piece)
            self._spend(len(piece))
            if length > self.limits.member_bytes:
                raise TooLargeError(f"it is larger than {self.limits.member_bytes} bytes when unpacked")
            if length > RATIO_GRACE and length > packed * self.limits.ratio:
                raise TooLargeError(f"it unpacks to more than {self.limits.ratio} times its size, like an archive bomb")
            pieces.append(piece)
        return b"".join(pieces)

    def _spend(self, size: int) -> None:
        self.unpacked += size
        if self.unpacked > self.limits.unpacked_bytes:
            raise UnreadableError(f"the archive unpacks to more than {self.limits.unpacked_bytes} bytes", UNPACK_ADVICE)


class TooLargeError(Exception):
    """One member exceeds what a member may cost."""


@contextmanager
def damage_reported(errors: tuple[type[Exception], ...], what: str) -> Iterator[None]:
    """Turn a library's errors about broken bytes into UnreadableError."""
    try:
        yield
    except errors as error:
        raise UnreadableError(
            f"the {what} is damaged: {type(error).__name__} {str(error)[:200]}".rstrip(),
            "Get it anew; if it opens elsewhere, save it from there again.",
        ) from error
