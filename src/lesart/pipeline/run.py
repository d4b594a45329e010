"""Run: one `add` from the first source to the last: what comes in is read in workers and written by one writer."""

import hashlib
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from lesart.pipeline import failures
from lesart.pipeline.engines.engine import Engine, Job, Outcome, Returned, WorkerEnded
from lesart.pipeline.engines.local import LocalEngine
from lesart.pipeline.incoming import Incoming, Stack, from_arguments, from_container
from lesart.pipeline.ledger import Ledger
from lesart.pipeline.obtain.obtained import ObtainOptions, now
from lesart.pipeline.plan import Step, plan
from lesart.pipeline.progress import Progress
from lesart.pipeline.reading import Batch, Reading
from lesart.pipeline.results import Analysed, Opened, Read, StoredArticles
from lesart.pipeline.spool import spool_folder
from lesart.pipeline.stopping import Stop
from lesart.pipeline.tools import Tools, reader_of, versions
from lesart.readers.reader import Reader, Source, UnreadableError
from lesart.store.annotating import StoredDocument, note_analysed, replace_annotations, stored_documents
from lesart.store.delivery import NewFailure, NewOrigin
from lesart.store.errors import DiskFullError, StoreError
from lesart.store.rows import RunRow
from lesart.store.runs import finish_run
from lesart.store.store import Store
from lesart.store.writing import done

JOBS_A_WORKER = 3  # under way at once: one that runs, one that waits in the pipe, one that is written
KEEP_BYTES = 1024 * 1024  # larger sources wait on disk, not in memory
OPENED_BYTES_A_SECOND = 4 * 1024 * 1024  # opening a large container may take longer than the seconds of a source
WAIT_SECONDS = 0.2
ROOM_ADVICE = "Make room on the disk and run the same command again; what was reported done is safe."

# Tasks by name: their modules need a second to import, which the writer does not spend.
WARM = "lesart.pipeline.tasks:warm"
OPEN_SOURCE = "lesart.pipeline.tasks:open_source"
READ_SPOOLED = "lesart.pipeline.tasks:read_spooled"
ANALYSE_STORED = "lesart.pipeline.tasks:analyse_stored"

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
    engine: Callable[[int, Job], Engine] = LocalEngine,
    beside: Path | None = None,
) -> RunRow:
    """Read the arguments into the store as a run that was begun or reopened; it ends `finished` or `interrupted`.

    Raises a StoreError where the collection cannot be written, DiskFullError above all; the run is `interrupted` then.
    """
    try:
        with (
            spool_folder(beside) as folder,
            closing(engine(options.workers, Job(-1, WARM, (options.tools,), 0.0))) as running,
        ):
            Run(Ledger(store, number, progress), options, running, folder, stop).go(arguments)
    except BaseException as error:
        with suppress(StoreError):  # the first error is the one to tell
            finish_run(store, number, "interrupted")
        if failures.is_no_room(error):
            raise DiskFullError("no room left on the disk", ROOM_ADVICE) from error
        raise
    return finish_run(store, number, "interrupted" if stop.asked else "finished")


@dataclass(slots=True)
class Run:
    """The state of one run: what waits and what is under way. Handlers of jobs run one after the other, here."""

    ledger: Ledger
    options: RunOptions
    engine: Engine
    folder: Path
    stop: Stop
    _stack: Stack = field(default_factory=lambda: Stack([]))
    _waiting: deque[Iterator[Callable[[], None]]] = field(default_factory=deque)  # work on captures that are open
    _jobs: dict[int, Handler] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=count)
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
        """Keep the workers busy, and no more than that: what is open first, then new sources."""
        while len(self._jobs) < self.engine.workers * JOBS_A_WORKER and not self.stop.asked:
            if self._waiting:
                self._submit_waiting()
            elif self._opening or not self._take_next():
                return

    def _submit_waiting(self) -> None:
        try:
            submit = next(self._waiting[0])
        except StopIteration:
            self._waiting.popleft()
        else:
            submit()

    def _submit(self, handler: Handler, task: str, *arguments: Any, seconds: float = 0.0) -> None:
        number = next(self._numbers)
        self._jobs[number] = handler
        self.engine.submit(Job(number, task, arguments, seconds or self.options.seconds))

    # one source

    def _take_next(self) -> bool:
        """Begin with the next source; False where there is none. Only its `Reading` holds its bytes from then on."""
        incoming = self._stack.pop()
        if incoming is None:
            return False
        if isinstance(incoming, NewFailure):
            self.ledger.note_failure(incoming)
            return True
        reading = self._taken_in(incoming)
        del incoming
        if reading:
            self._begin(reading)
        return True

    def _taken_in(self, incoming: Incoming) -> Reading | None:
        """Count a source in; None where it may not be read, or its bytes are being read already."""
        source, parent = incoming.source, incoming.parent
        self.ledger.known += 1
        sha256 = hashlib.sha256(source.data).hexdigest()
        origin = NewOrigin(
            uri=source.uri,
            kind=incoming.kind,
            obtained_at=source.obtained_at or (parent.origin.obtained_at if parent else now()),
            parent_sha256=parent.sha256 if parent else None,
            headers=source.headers,
        )
        if parent and (trouble := self._trouble_with_member(parent, source)):
            self.ledger.note_failure(trouble)
        elif reading := self._under_way.get(sha256):
            self._note_same_bytes(reading, origin, parent)
        else:
            return Reading(sha256, len(source.data), source, origin, parent)
        return None

    def _trouble_with_member(self, parent: Reading, source: Source) -> NewFailure | None:
        limit = self.options.tools.limits.unpacked_bytes
        outermost = parent.outermost
        outermost.unpacked += len(source.data)
        if outermost.unpacked > limit:
            return failures.too_much_inside(source.uri, outermost.about.uri, limit)
        return None

    def _note_same_bytes(self, reading: Reading, origin: NewOrigin, parent: Reading | None) -> None:
        if reading.stored:
            self.ledger.skip(reading.sha256, origin)
            return
        if parent:
            parent.members_left += 1
        reading.late.append((origin, parent))

    def _begin(self, reading: Reading) -> None:
        """Do what is still to be done for a capture, given what was done before."""
        tools, store = self.options.tools, self.ledger.store
        reader = _reader_or_failure(reading, tools)
        if isinstance(reader, NewFailure):
            self._spare_memory(reading)
            self.ledger.fail(reading, reader)
            self.ledger.finish(reading.origin.uri)
            return
        reading.reader_name = reader.name
        reading.versions = versions(reader, tools)
        reading.plan = plan(done(store, reading.sha256), reading.versions)
        if reading.plan.step is Step.NOTHING:
            self.ledger.skip(reading.sha256, reading.origin)
            return
        self._under_way[reading.sha256] = reading
        if reading.parent:
            reading.parent.members_left += 1
        if reading.plan.step is Step.ANALYSE and reader.document is not None:
            self._analyse_again(reading)
            return
        if reader.document is None:
            reading.is_container = True
            self._opening += 1
        self._spare_memory(reading)
        self._submit_opening(reading, again=True)

    def _spare_memory(self, reading: Reading) -> None:
        if reading.size > KEEP_BYTES:
            reading.keep_on_disk(self.folder)

    def _submit_opening(self, reading: Reading, *, again: bool) -> None:
        folder = self.folder / reading.sha256
        folder.mkdir(exist_ok=True)
        seconds = self.options.seconds + reading.size / OPENED_BYTES_A_SECOND
        handler = partial(self._opened, reading, again)
        self._submit(handler, OPEN_SOURCE, reading.source, self.options.tools, str(folder), seconds=seconds)

    def _opened(self, reading: Reading, again: bool, outcome: Outcome) -> None:
        if isinstance(outcome, WorkerEnded) and again:  # it may have died over something else: of memory, say
            self._submit_opening(reading, again=False)
            return
        if reading.is_container:
            self._opening -= 1
        if not isinstance(outcome, Returned):
            self.ledger.fail(reading, failures.broken(reading.about.uri, "read", outcome))
            self._settle(reading)
            return
        opened: Opened = outcome.value
        if opened.members or opened.records:
            self._enter(reading, opened)
        else:
            failed = bool(opened.read.failures) and not opened.read.documents
            self.ledger.deliver(reading, opened.read, checkpoint=not failed)
            self._settle(reading)

    # what a source holds

    def _enter(self, reading: Reading, opened: Opened) -> None:
        """Queue the batches of records and the members of a source; its own bytes are stored first."""
        own = len(opened.records) or (1 if opened.read.documents else 0)
        self.ledger.deliver(reading, opened.read, checkpoint=bool(opened.read.documents), last=False)
        if opened.members:
            reading.closing = own
            reading.more_members = True
            self._stack.push(from_container(reading, opened.members), partial(self._at_end_of_members, reading))
        batches = [
            Batch(reading, spooled, last=reading.closing is None and spooled.number == own - 1)
            for spooled in opened.records
            if spooled.number not in reading.plan.done_batches
        ]
        reading.batches_left = len(batches)
        self._waiting.append(partial(self._submit_batch, batch) for batch in batches)
        self._close_if_finished(reading)

    def _at_end_of_members(self, reading: Reading) -> None:
        reading.more_members = False
        self._close_if_finished(reading)

    def _close_if_finished(self, reading: Reading) -> None:
        if not reading.is_finished:
            return
        if reading.closing is not None:
            self.ledger.deliver(reading, Read(), batch=reading.closing)
        self._settle(reading)

    def _submit_batch(self, batch: Batch, only: int | None = None) -> None:
        reading = batch.reading
        about, tools = reading.about, self.options.tools
        handler = partial(self._batch_read, batch, only)
        self._submit(handler, READ_SPOOLED, batch.spooled, about, reading.reader_name, tools, only)

    def _batch_read(self, batch: Batch, only: int | None, outcome: Outcome) -> None:
        """Gather what a batch or one record of it gave; a batch that broke its worker is read again one by one."""
        records = len(batch.spooled.locators)
        if not isinstance(outcome, Returned) and only is None and records > 1:
            batch.parts_left = records
            self._waiting.appendleft(partial(self._submit_batch, batch, index) for index in range(records))
            return
        batch.take(only, outcome)
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
        self.ledger.deliver(batch.reading, batch.gathered(), batch=batch.spooled.number, last=batch.last)
        Path(batch.spooled.path).unlink()
        batch.reading.batches_left -= 1

    # what was read before, under analysers that are new

    def _analyse_again(self, reading: Reading) -> None:
        reading.more_members = True
        self._waiting.append(self._analyses(reading))

    def _analyses(self, reading: Reading) -> Iterator[Callable[[], None]]:
        for stored in stored_documents(self.ledger.store, reading.sha256):
            reading.batches_left += 1
            yield partial(self._submit_analysis, reading, stored)
        reading.more_members = False
        self._end_analysis_if_finished(reading)

    def _submit_analysis(self, reading: Reading, stored: StoredDocument) -> None:
        tools = replace(self.options.tools, analysers=reading.plan.analysers)
        task = StoredArticles(reading.origin.uri, stored.document, stored.articles)
        self._submit(partial(self._analysed, reading, stored.key), ANALYSE_STORED, task, tools)

    def _analysed(self, reading: Reading, document_key: str, outcome: Outcome) -> None:
        if isinstance(outcome, Returned):
            analysed: Analysed = outcome.value
            replace_annotations(self.ledger.store, document_key, reading.plan.analysers, analysed.annotations)
            troubles = analysed.failures
        else:
            stage = ", ".join(reading.plan.analysers)
            troubles = (failures.broken(reading.origin.uri, stage, outcome, document_key),)
        for trouble in troubles:
            self.ledger.note_failure(trouble)
        reading.batches_left -= 1
        self._end_analysis_if_finished(reading)

    def _end_analysis_if_finished(self, reading: Reading) -> None:
        if reading.is_finished:
            assert reading.versions is not None
            note_analysed(self.ledger.store, reading.sha256, reading.versions)
            self._settle(reading)

    # the end of a capture

    def _settle(self, reading: Reading) -> None:
        """A capture is done: those who waited for it, its container above all, may go on."""
        self._under_way.pop(reading.sha256, None)
        for origin, parent in reading.late:
            self.ledger.skip(reading.sha256, origin)
            self._count_down(parent)
        self.ledger.finish(reading.origin.uri)
        self._count_down(reading.parent)

    def _count_down(self, parent: Reading | None) -> None:
        if parent:
            parent.members_left -= 1
            self._close_if_finished(parent)


def _reader_or_failure(reading: Reading, tools: Tools) -> Reader | NewFailure:
    """Choose the reader; a function of its own, as an error that is being answered for holds on to the bytes."""
    try:
        return reader_of(reading.with_bytes, tools)
    except UnreadableError as error:
        return failures.raised(reading.origin.uri, "open", error)
