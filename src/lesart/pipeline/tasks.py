"""Tasks: the pure functions that run in workers: open a source, read records, split and analyse them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lesart.analysis.analyser import ArticleText
from lesart.articles.prepare import prepare
from lesart.pipeline import failures, spool
from lesart.pipeline.results import Analysed, Opened, Read, StoredArticles
from lesart.pipeline.spool import SpooledRecords, SpooledSource
from lesart.pipeline.tools import Tools, analysers, loaded, reader_of, readers
from lesart.readers.reader import Member, Reader, Record, Source, Unread
from lesart.store.delivery import NewDocument, NewFailure
from lesart.text.annotation import Annotation
from lesart.text.article import Article
from lesart.text.document import Document


def warm(tools: Tools) -> None:
    """Import the readers and load the analysers' resources."""
    readers(tools)
    loaded(tools)


def open_source(source: Source | SpooledSource, tools: Tools, folder: str) -> Opened:
    """Open a source; read it at once where it holds one record, else spool its records to `folder` in batches.

    Batches are the same for the same bytes, so that a later run can go on where this one was broken off.
    """
    source = source.present() if isinstance(source, SpooledSource) else source
    reader = reader_of(source, tools)
    taken = _Taken(Path(folder))
    try:
        for part in reader.parts(source, tools.limits):
            taken.take(_unless_itself(part, source))
    except Exception as error:
        taken.failures.append(failures.raised(source.uri, "open", error))
    if taken.is_empty:
        taken.failures.append(failures.nothing_inside(source.uri))
    held = taken.finish()
    read = read_all(reader, source, held, tools)
    return Opened(
        Read(read.documents, (*taken.failures, *read.failures)),
        tuple(taken.member_paths),
        tuple(taken.record_batches),
    )


def _unless_itself(part: Member | Record | Unread, container: Source) -> Member | Record | Unread:
    """Refuse a member that is its own container: there are archives built so, to be unpacked without end."""
    if isinstance(part, Member) and part.source.data == container.data:
        return Unread(
            part.source.uri, "the archive holds itself", "Nothing can be read from it; look where it came from."
        )
    return part


def read_spooled(batch: SpooledRecords, about: Source, reader_name: str, tools: Tools, only: int | None) -> Read:
    """Read the records of a batch, or the one at index `only`. `about` is their source without its bytes."""
    records = spool.read_records(batch.path)
    reader = next(r for r in readers(tools) if r.name == reader_name)
    return read_all(reader, about, records if only is None else records[only : only + 1], tools)


def read_all(reader: Reader, source: Source, records: Iterable[Record], tools: Tools) -> Read:
    """Read records one by one; what goes wrong with one is a failure, and the others go on."""
    documents: list[NewDocument] = []
    troubles: list[NewFailure] = []
    for record in records:
        if reader.document is None:
            continue
        try:
            document = reader.document(source, record, tools.limits)
        except Exception as error:
            troubles.append(failures.raised(source.uri, "read", error, record.locator))
            continue
        documents.append(_prepared(record, document, source.uri, tools, troubles))
    return Read(tuple(documents), tuple(troubles))


def analyse_stored(stored: StoredArticles, tools: Tools) -> Analysed:
    """Run the analysers over the articles of a stored document."""
    troubles: list[NewFailure] = []
    found = tuple(annotate(stored.document, article, stored.uri, tools, troubles) for article in stored.articles)
    return Analysed(found, tuple(troubles))


def _prepared(record: Record, document: Document, uri: str, tools: Tools, troubles: list[NewFailure]) -> NewDocument:
    try:
        articles = tuple(prepare(document))
    except Exception as error:
        troubles.append(failures.raised(uri, "articles", error, record.locator))
        articles = ()
    annotations = tuple(annotate(document, article, uri, tools, troubles) for article in articles)
    return NewDocument(record.ordinal, document, articles, annotations)


def annotate(
    document: Document, article: Article, uri: str, tools: Tools, troubles: list[NewFailure] | None = None
) -> tuple[Annotation, ...]:
    """Run the analysers over one article; what goes wrong is added to `troubles`, and the other analysers go on."""
    found: list[Annotation] = []
    resources = loaded(tools)
    for analyser in analysers(tools):
        try:
            found.extend(analyser.find(ArticleText(document, article), resources[analyser.name]))
        except Exception as error:
            if troubles is not None:
                troubles.append(failures.raised(uri, analyser.name, error, document.locator))
    return tuple(found)


@dataclass(slots=True)
class _Taken:
    """The parts of a source as they come: members go to the spool; records stay until they are more than a batch."""

    folder: Path
    failures: list[NewFailure] = field(default_factory=list)
    member_paths: list[str] = field(default_factory=list)
    record_batches: list[SpooledRecords] = field(default_factory=list)
    _members: list[Source] = field(default_factory=list)
    _records: list[Record] = field(default_factory=list)
    _member_bytes: int = 0
    _record_bytes: int = 0

    def take(self, part: Member | Record | Unread) -> None:
        if isinstance(part, Unread):
            self.failures.append(failures.unread(part, "open"))
        elif isinstance(part, Member):
            self._take_member(part.source)
        else:
            self._take_record(part)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was taken so far, not even trouble."""
        return not (self.failures or self.member_paths or self.record_batches or self._members or self._records)

    def finish(self) -> Sequence[Record]:
        """Spool what is left, but return a single record, to be read at once."""
        if self._members:
            self._spool_members()
        if len(self._records) == 1 and not self.record_batches:
            return self._records
        if self._records:
            self._spool_records()
        return ()

    def _take_member(self, source: Source) -> None:
        self._members.append(source)
        self._member_bytes += len(source.data)
        if len(self._members) >= spool.BATCH_ITEMS or self._member_bytes >= spool.BATCH_BYTES:
            self._spool_members()

    def _take_record(self, record: Record) -> None:
        if len(self._records) >= spool.BATCH_ITEMS or self._record_bytes >= spool.BATCH_BYTES:
            self._spool_records()
        self._records.append(record)
        self._record_bytes += spool.payload_bytes(record)

    def _spool_members(self) -> None:
        path = self.folder / f"members-{len(self.member_paths)}"
        spool.write_sources(path, self._members)
        self.member_paths.append(str(path))
        self._members, self._member_bytes = [], 0

    def _spool_records(self) -> None:
        number = len(self.record_batches)
        path = self.folder / f"records-{number}"
        spool.write_records(path, self._records)
        self.record_batches.append(SpooledRecords(number, str(path), tuple(r.locator for r in self._records)))
        self._records, self._record_bytes = [], 0
