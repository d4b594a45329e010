"""Reading: what is under way for one capture: its batches, its members, and when it is complete."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from lesart.pipeline import failures
from lesart.pipeline.engines.engine import Outcome, Returned
from lesart.pipeline.plan import Plan, Step
from lesart.pipeline.results import Read
from lesart.pipeline.spool import SpooledRecords, SpooledSource
from lesart.readers.reader import Source
from lesart.store.delivery import NewCapture, NewOrigin, Versions


@dataclass(slots=True, eq=False)
class Reading:
    """One capture under way. `source` has its bytes, or says where they lie."""

    sha256: str
    size: int
    source: Source | SpooledSource
    origin: NewOrigin
    parent: "Reading | None" = None
    reader_name: str = ""
    versions: Versions | None = None
    plan: Plan = field(default_factory=lambda: Plan(Step.READ))
    is_container: bool = False
    stored: bool = False  # the bytes are in the collection
    closing: int | None = None  # number of the batch that says that all members are done
    batches_left: int = 0
    held_back: "Batch | None" = None  # the last batch, read before the others
    members_left: int = 0
    more_members: bool = False  # the list of members is not at its end
    unpacked: int = 0  # bytes of all members, nested ones included; counted at the outermost container
    late: list[tuple[NewOrigin, "Reading | None"]] = field(default_factory=list)  # same bytes, met meanwhile

    @property
    def depth(self) -> int:
        return 0 if self.parent is None else self.parent.depth + 1

    @property
    def outermost(self) -> "Reading":
        return self if self.parent is None else self.parent.outermost

    @property
    def about(self) -> Source:
        """The source without its bytes."""
        source = self.source.source if isinstance(self.source, SpooledSource) else self.source
        return replace(source, data=b"")

    @property
    def with_bytes(self) -> Source:
        """The source with its bytes, read back from the disk where they lie there."""
        return self.source.present() if isinstance(self.source, SpooledSource) else self.source

    @property
    def data(self) -> bytes | Path:
        """The bytes, or the file that holds them."""
        return Path(self.source.path) if isinstance(self.source, SpooledSource) else self.source.data

    @property
    def is_finished(self) -> bool:
        return not (self.batches_left or self.members_left or self.more_members)

    def keep_on_disk(self, folder: Path) -> None:
        """Let the bytes wait in a folder instead of in memory."""
        path = folder / f"source-{self.sha256}"
        path.write_bytes(self.with_bytes.data)
        self.source = SpooledSource(str(path), self.about)

    def release(self) -> None:
        """Let go of the bytes; they are in the collection now."""
        if isinstance(self.source, SpooledSource):
            Path(self.source.path).unlink(missing_ok=True)
        self.source = self.about

    def capture(self, data: bytes | Path | None) -> NewCapture:
        return NewCapture(self.sha256, self.size, self.about.media_type, data)


@dataclass(slots=True, eq=False)
class Batch:
    """One batch of records under way; `parts` gathers its records where they must be read one by one."""

    reading: Reading
    spooled: SpooledRecords
    last: bool
    parts_left: int = 0
    parts: dict[int, Read] = field(default_factory=dict)

    def take(self, only: int | None, outcome: Outcome) -> None:
        """Take what became of the batch, or of the record at index `only`."""
        index = only or 0
        if isinstance(outcome, Returned):
            self.parts[index] = outcome.value
        else:
            about, locator = self.reading.about, self.spooled.locators[index]
            self.parts[index] = Read(failures=(failures.broken(about.uri, "read", outcome, locator),))
        if only is not None:
            self.parts_left -= 1

    def gathered(self) -> Read:
        """Join the records that were read one by one, in their order."""
        ordered = [self.parts[index] for index in sorted(self.parts)]
        return Read(
            tuple(document for part in ordered for document in part.documents),
            tuple(failure for part in ordered for failure in part.failures),
        )
