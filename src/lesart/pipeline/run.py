"""Run: one `add` from the first source to the last: what comes in is read in workers and written by one writer."""

import hashlib
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from lesart.pipeline import failures
from lesart.pipeline.engines.engine import Engine, Job, Outcome, Raised, Returned, TookTooLong, WorkerEnded
from lesart.pipeline.engines.local import LocalEngine
from lesart.pipeline.incoming import Incoming, Stack, from_arguments, from_container
from lesart.pipeline.obtain.obtained import ObtainOptions, now
from lesart.pipeline.plan import Step, plan
from lesart.pipeline.progress import Progress
from lesart.pipeline.reading import Batch, Reading
from lesart.pipeline.spool import SpooledSource, spool_folder
from lesart.pipeline.stopping import Stop
from lesart.pipeline.tasks import Opened, Read, open_source, read_spooled, warm
from lesart.pipeline.tools import Tools, reader_of, versions
from lesart.readers.reader import Source, UnreadableError
from lesart.store import writing
from lesart.store.delivery import Delivery, NewFailure, NewOrigin
from lesart.store.errors import StoreError
from lesart.store.rows import RunRow
from lesart.store.store import Store

JOBS_A_WORKER = 3  # under way at once: one that runs, one that waits in the pipe, one that is written
KEEP_BYTES = 1024 * 1024  # larger sources wait on disk, not in memory
MEBIBYTES_A_SECOND = 4  # opening a large container may take longer than `seconds_per_source`
WAIT_SECONDS = 0.2

Handler = Callable[[Outcome], None]


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How a run is done. `seconds` are those of one source, or one batch of records."""

    tools: Tools = field(default_factory=Tools)
    obtaining: ObtainOptions = field(default_factory=ObtainOptions)
    workers: int = 1
    seconds: float = 60.0


def run(
    store: Store,
    number: int,
    arguments: Sequence[str],
    options: RunOptions,
    *,
    stop: Stop,
    progress: Callable[[Progress], None] | None = None,
    engine: Callable[[int, Callable[[], None]], Engine] = LocalEngine,
    beside: Path | None = None,
) -> RunRow:
    """Read the arguments into the store as a run that was begun or reopened; it ends `finished` or `interrupted`."""
    going: Run | None = None
    try:
        with (
            spool_folder(beside) as folder,
            closing(engine(options.workers, partial(warm, options.tools))) as running,
        ):
            going = Run(store, number, options, running, folder, stop, progress)
            going.go(arguments)
    except BaseException:
        with suppress(StoreError):  # the first error is the one to tell
            writing.finish_run(store, number, "interrupted", skipped=going.skipped if going else 0)
        raise
    return writing.finish_run(store, number, "interrupted" if stop.asked else "finished", skipped=going.skipped)


@dataclass(slots=True)
class Run:
    """The state of one run: what waits, what is under way, what has been counted."""

    store: Store
    number: int
    options: RunOptions
    engine: Engine
    folder: Path
    stop: Stop
    progress: Callable[[Progress], None] | None
    known: int = 0
    finished: int = 0
    articles: int = 0
    failed: int = 0
    skipped: int = 0
    _stack: Stack = field(default_factory=lambda: Stack([]))
    _batches: deque[Batch] = field(default_factory=deque)
    _jobs: dict[int, Handler] = field(default_factory=dict)
    _numbers: Any = field(default_factory=count)
    _under_way: dict[str, Reading] = field(default_factory=dict)
    _opening: int = 0  # containers whose members are not known yet; what follows waits, so that order is fixed

    def go(self, arguments: Sequence[str]) -> None:
        """Take in the arguments and all that is found inside them, until nothing is left or a stop is asked for."""
        self._stack.push(from_arguments(arguments, self.options.obtaining), lambda: None)
        while not self.stop.asked:
            self._fill()
            if not self._jobs:
                return
            if back := self.engine.next_outcome(WAIT_SECONDS):
                number, outcome = back
                self._jobs.pop(number)(outcome)

    def _fill(self) -> None:
        """Keep the workers busy, and no more than that."""
        while len(self._jobs) < self.engine.workers * JOBS_A_WORKER and not self.stop.asked:
            if self._batches:
                self._submit_batch(self._batches.popleft())
            elif self._opening or (incoming := self._stack.pop()) is None:
                return
            elif isinstance(incoming, NewFailure):
                self._note_failure(incoming)
            else:
                self._take_in(incoming)

    def _submit(self, handler: Handler, function: Callable[..., Any], *arguments: Any, seconds: float) -> None:
        number = next(self._numbers)
        self._jobs[number] = handler
        self.engine.submit(Job(number, function, arguments, seconds))

    # one source

    def _take_in(self, incoming: Incoming) -> None:
        source, parent = incoming.source, incoming.parent
        self.known += 1
        sha256 = hashlib.sha256(source.data).hexdigest()
        origin = NewOrigin(
            uri=source.uri,
            kind=incoming.kind,
            obtained_at=source.obtained_at or (parent.origin.obtained_at if parent else now()),
            parent_sha256=parent.sha256 if parent else None,
            headers=source.headers,
        )
        if parent and (trouble := self._trouble_with_member(parent, source)):
            self._note_failure(trouble)
        elif reading := self._under_way.get(sha256):
            self._note_same_bytes(reading, origin, parent)
        else:
            self._begin(Reading(sha256, len(source.data), source, origin, parent))

    def _trouble_with_member(self, parent: Reading, source: Source) -> NewFailure | None:
        limits = self.options.tools.limits
        outermost = parent.outermost
        outermost.unpacked += len(source.data)
        if parent.depth >= limits.depth:
            return failures.nested_too_deeply(source.uri, limits.depth)
        if outermost.unpacked > limits.unpacked_bytes:
            return failures.too_much_inside(source.uri, outermost.about.uri, limits.unpacked_bytes)
        return None

    def _note_same_bytes(self, reading: Reading, origin: NewOrigin, parent: Reading | None) -> None:
        if reading.stored:
            self._skip(reading.sha256, origin)
            return
        if parent:
            parent.members_left += 1
        reading.late.append((origin, parent))

    def _begin(self, reading: Reading) -> None:
        """Read a capture, unless all of it was read before under the same versions."""
        tools = self.options.tools
        try:
            reader = reader_of(reading.with_bytes, tools)
        except UnreadableError as error:
            self._deliver_failure(reading, failures.raised(reading.origin.uri, "open", error))
            self._tell(reading.origin.uri, finished=1)
            return
        reading.reader_name = reader.name
        reading.versions = versions(reader, tools)
        reading.plan = plan(writing.done(self.store, reading.sha256), reading.versions)
        if reading.plan.step is Step.NOTHING:
            self._skip(reading.sha256, reading.origin)
            return
        self._under_way[reading.sha256] = reading
        if reading.parent:
            reading.parent.members_left += 1
        if reader.document is None:
            reading.is_container = True
            self._opening += 1
        self._keep_on_disk_if_large(reading)
        self._submit_opening(reading, again=True)

    def _skip(self, sha256: str, origin: NewOrigin) -> None:
        """These bytes need no reading; that they came in this way too is worth noting."""
        writing.add_origin(self.store, sha256, origin)
        self.skipped += 1
        self._tell(origin.uri, finished=1)

    def _keep_on_disk_if_large(self, reading: Reading) -> None:
        source = reading.with_bytes
        if len(source.data) > KEEP_BYTES:
            path = self.folder / f"source-{reading.sha256}"
            path.write_bytes(source.data)
            reading.source = SpooledSource(str(path), replace(source, data=b""))

    def _submit_opening(self, reading: Reading, *, again: bool) -> None:
        folder = self.folder / reading.sha256
        folder.mkdir(exist_ok=True)
        seconds = self.options.seconds + reading.size / (MEBIBYTES_A_SECOND * 1024 * 1024)
        handler = partial(self._opened, reading, again)
        self._submit(handler, open_source, reading.source, self.options.tools, str(folder), seconds=seconds)

    def _opened(self, reading: Reading, again: bool, outcome: Outcome) -> None:
        if isinstance(outcome, WorkerEnded) and again:
            self._submit_opening(reading, again=False)
            return
        if reading.is_container:
            self._opening -= 1
        if not isinstance(outcome, Returned):
            self._deliver_failure(reading, trouble(reading.about.uri, "read", outcome, None))
            self._settle(reading)
            return
        opened: Opened = outcome.value
        if opened.members or opened.records:
            self._enter(reading, opened)
        else:
            failed = bool(opened.read.failures) and not opened.read.documents
            self._deliver(reading, opened.read, checkpoint=not failed)
            self._settle(reading)

    # what a source holds

    def _enter(self, reading: Reading, opened: Opened) -> None:
        """Queue the batches of records and the members of a source; its own bytes are stored first."""
        own = len(opened.records) or (1 if opened.read.documents else 0)
        self._deliver(reading, opened.read, checkpoint=bool(opened.read.documents), last=False)
        if opened.members:
            reading.closing = own
            reading.more_members = True
            self._stack.push(from_container(reading, opened.members), partial(self._at_end_of_members, reading))
        for spooled in opened.records:
            if spooled.number not in reading.plan.done_batches:
                reading.batches_left += 1
                last = reading.closing is None and spooled.number == own - 1
                self._batches.append(Batch(reading, spooled, last))
        self._close_if_finished(reading)

    def _at_end_of_members(self, reading: Reading) -> None:
        reading.more_members = False
        self._close_if_finished(reading)

    def _close_if_finished(self, reading: Reading) -> None:
        if not reading.is_finished:
            return
        if reading.closing is not None:
            self._deliver(reading, Read(), batch=reading.closing)
        self._settle(reading)

    def _submit_batch(self, batch: Batch, only: int | None = None) -> None:
        reading = batch.reading
        self._submit(
            partial(self._batch_read, batch, only),
            read_spooled,
            batch.spooled,
            reading.about,
            reading.reader_name,
            self.options.tools,
            only,
            seconds=self.options.seconds,
        )

    def _batch_read(self, batch: Batch, only: int | None, outcome: Outcome) -> None:
        """Gather what a batch or one record of it gave; a batch that broke its worker is read again one by one."""
        records = len(batch.spooled.locators)
        if not isinstance(outcome, Returned) and only is None and records > 1:
            batch.parts_left = records
            for index in range(records):
                self._submit_batch(batch, index)
            return
        batch.parts[only or 0] = self._read_or_trouble(batch, only or 0, outcome)
        if only is not None:
            batch.parts_left -= 1
        if batch.parts_left:
            return
        reading = batch.reading
        if batch.last and reading.batches_left > 1:
            reading.held_back = batch  # with the last batch the store takes the capture to be complete
            return
        self._write_batch(batch)
        if reading.held_back and reading.batches_left == 1:
            self._write_batch(reading.held_back)
        self._close_if_finished(reading)

    def _write_batch(self, batch: Batch) -> None:
        self._deliver(batch.reading, batch.gathered(), batch=batch.spooled.number, last=batch.last)
        Path(batch.spooled.path).unlink()
        batch.reading.batches_left -= 1

    @staticmethod
    def _read_or_trouble(batch: Batch, index: int, outcome: Outcome) -> Read:
        if isinstance(outcome, Returned):
            read: Read = outcome.value
            return read
        return Read(failures=(trouble(batch.reading.about.uri, "read", outcome, batch.spooled.locators[index]),))

    # writing

    def _deliver(
        self, reading: Reading, read: Read, *, batch: int = 0, last: bool = True, checkpoint: bool = True
    ) -> None:
        data = None if reading.stored else reading.with_bytes.data
        writing.write(
            self.store,
            Delivery(
                run_id=self.number,
                capture=reading.capture(data),
                origin=reading.origin,
                documents=read.documents,
                failures=read.failures,
                versions=reading.versions if checkpoint else None,
                batch=batch,
                last=last,
            ),
        )
        reading.stored = True
        reading.release()
        self.articles += sum(len(document.articles) for document in read.documents)
        self.failed += len(read.failures)
        self._tell(reading.origin.uri)

    def _deliver_failure(self, reading: Reading, failure: NewFailure) -> None:
        """Keep the bytes and say why they could not be read; without a checkpoint the next run tries again."""
        self._deliver(reading, Read(failures=(failure,)), checkpoint=False)

    def _settle(self, reading: Reading) -> None:
        """A capture is done: those who waited for it, its container above all, may go on."""
        self._under_way.pop(reading.sha256, None)
        for origin, parent in reading.late:
            self._skip(reading.sha256, origin)
            self._count_down(parent)
        self._tell(reading.origin.uri, finished=1)
        self._count_down(reading.parent)

    def _count_down(self, parent: Reading | None) -> None:
        if parent:
            parent.members_left -= 1
            self._close_if_finished(parent)

    def _note_failure(self, failure: NewFailure) -> None:
        writing.write_failure(self.store, self.number, failure)
        self.failed += 1
        self._tell(failure.uri)

    def _tell(self, uri: str, *, finished: int = 0) -> None:
        self.finished += finished
        if self.progress:
            self.progress(Progress(self.known, self.finished, self.articles, self.failed, uri))


def trouble(uri: str, stage: str, outcome: Outcome, locator: str | None) -> NewFailure:
    """Say what an outcome without a result means for a source."""
    if isinstance(outcome, TookTooLong):
        return failures.took_too_long(uri, stage, outcome.seconds, locator)
    if isinstance(outcome, WorkerEnded):
        return failures.worker_ended(uri, stage, outcome.exit_code, locator)
    assert isinstance(outcome, Raised)
    return failures.raised(uri, stage, outcome.error, locator)
