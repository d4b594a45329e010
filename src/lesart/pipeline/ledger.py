"""Ledger: what a run writes into the store, and what it has counted; the only writer."""

from collections.abc import Callable
from dataclasses import dataclass

from lesart.pipeline.progress import Progress
from lesart.pipeline.reading import Reading
from lesart.pipeline.results import Read
from lesart.store import writing
from lesart.store.delivery import Delivery, NewFailure, NewOrigin
from lesart.store.store import Store


@dataclass(slots=True)
class Ledger:
    """The writing side of one run: each method is one transaction."""

    store: Store
    run: int
    progress: Callable[[Progress], None] | None = None
    known: int = 0
    done: int = 0
    articles: int = 0
    failures: int = 0

    def deliver(
        self, reading: Reading, read: Read, *, batch: int = 0, last: bool = True, checkpoint: bool = True
    ) -> None:
        """Write what came of a capture or of one batch of it; its bytes with the first delivery."""
        data = None if reading.stored else reading.data
        delivery = Delivery(
            run_id=self.run,
            capture=reading.capture(data),
            origin=reading.origin,
            documents=read.documents,
            failures=read.failures,
            versions=reading.versions if checkpoint else None,
            batch=batch,
            last=last,
        )
        writing.write(self.store, delivery)
        reading.stored = True
        reading.release()
        self.articles += sum(len(document.articles) for document in read.documents)
        self.failures += len(read.failures)
        self.tell(reading.origin.uri)

    def fail(self, reading: Reading, failure: NewFailure) -> None:
        """Keep the bytes and say why they could not be read; without a checkpoint the next run tries again."""
        self.deliver(reading, Read(failures=(failure,)), checkpoint=False)

    def skip(self, sha256: str, origin: NewOrigin) -> None:
        """These bytes need no reading; that they came in this way too is worth noting."""
        writing.add_origin(self.store, sha256, origin, run_id=self.run)
        self.finish(origin.uri)

    def note_failure(self, failure: NewFailure) -> None:
        """Say what went wrong where there are no bytes to keep, or beside them."""
        writing.write_failure(self.store, self.run, failure)
        self.failures += 1
        self.tell(failure.uri)

    def finish(self, uri: str) -> None:
        """Count a source as done."""
        self.done += 1
        self.tell(uri)

    def tell(self, uri: str) -> None:
        if self.progress:
            self.progress(Progress(self.known, self.done, self.articles, self.failures, uri))
