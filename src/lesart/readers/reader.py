"""Reader: what every format supplies (`parts`, `document`), and the limits and errors they share."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from lesart.text.document import Document


class UnreadableError(Exception):
    """A source cannot be read: `reason` says what is wrong with it, `advice` what a person can do about it."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice


@dataclass(frozen=True, slots=True)
class Limits:
    """What one source may cost. Bytes, counts and seconds; a source that exceeds one is a failure that says which."""

    source_bytes: int = 256 * 1024 * 1024
    unpacked_bytes: int = 2 * 1024 * 1024 * 1024  # all members of one container, nested ones included
    member_bytes: int = 64 * 1024 * 1024
    ratio: int = 200  # unpacked to packed, over 1 MiB
    depth: int = 4
    members: int = 200_000
    text_characters: int = 5_000_000
    seconds: float = 60.0
    columns: tuple[tuple[str, str], ...] = ()  # of tables: our field, their column; a wish, not a limit


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes as obtained, with what is known of where they come from.

    `uri` is an absolute path, a URL, `-` for standard input, or `outer!/member` inside a container.
    `headers` are those of HTTP or of a WARC record, names in lower case. `obtained_at` is ISO 8601 in UTC.
    """

    data: bytes
    uri: str
    media_type: str | None = None
    obtained_at: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The last part of the path, without query."""
        return self.uri.split("?", 1)[0].rstrip("/").rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Member:
    """A source found inside a container: read next, as a capture of its own."""

    source: Source


@dataclass(frozen=True, slots=True)
class Record:
    """The raw material of one document: whole bytes for most formats, one row or entry for tables and feeds.

    `payload` holds only plain values (bytes, str, numbers, lists, dicts), so that it travels between processes.
    """

    ordinal: int
    payload: object
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A member that could not be taken out of its container; the rest goes on."""

    uri: str
    reason: str
    advice: str


Part = Member | Record | Unread


@dataclass(frozen=True, slots=True)
class Reader:
    """One format.

    `recognises(head, name, media_type)` looks at the first 4 KiB, the file name and the declared media type.
    `parts` is streamed and cheap and may raise UnreadableError at any point; `document` is costly and raises it too.
    Both are pure: bytes in, no files, no network, no clock. A new `version` makes sources be read again.
    """

    name: str
    version: str
    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes, str, str | None], bool]
    parts: Callable[[Source, Limits], Iterator[Part]]
    document: Callable[[Source, Record, Limits], Document] | None = None  # None: a container of members only
