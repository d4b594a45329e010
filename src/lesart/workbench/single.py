"""Single: the articles of one source without a collection, read in this process."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lesart.articles.prepare import prepare
from lesart.pipeline.obtain.argument import obtain
from lesart.pipeline.obtain.obtained import ObtainOptions, now
from lesart.pipeline.tools import Tools, reader_of
from lesart.readers.reader import Member, Record, Source, Unread, UnreadableError
from lesart.text.article import Article
from lesart.text.document import Document
from lesart.text.views import View, reading_view


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article with the document it stands in. Spans are code points into `document.text`."""

    document: Document
    article: Article

    @property
    def view(self) -> View:
        """The reading view: without the removed passages, damaged words repaired."""
        removed = [removal.span for removal in self.article.removed]
        return reading_view(self.document.text, self.article.span, removed, self.article.repairs)


def read_articles(source: str | Path | bytes, name: str) -> list[ReadArticle]:
    """Read all articles of a source; UnreadableError where there is none because something could not be read."""
    found: list[ReadArticle] = []
    troubles: list[UnreadableError] = []
    for one in _sources(source, name, troubles):
        found.extend(_read(one, Tools(), troubles))
    if troubles and not found:
        raise troubles[0]
    return found


def _sources(source: str | Path | bytes, name: str, troubles: list[UnreadableError]) -> Iterator[Source]:
    if isinstance(source, bytes):
        yield Source(source, name, obtained_at=now())
        return
    for obtained in obtain(str(source), ObtainOptions()):
        if isinstance(obtained, Unread):
            troubles.append(UnreadableError(obtained.reason, obtained.advice))
            continue
        try:
            yield obtained.read()
        except UnreadableError as error:
            troubles.append(error)


def _read(source: Source, tools: Tools, troubles: list[UnreadableError]) -> Iterator[ReadArticle]:
    try:
        reader = reader_of(source, tools)
        for part in reader.parts(source, tools.limits):
            if isinstance(part, Member):
                yield from _read(part.source, tools, troubles)
            elif isinstance(part, Record) and reader.document:
                document = reader.document(source, part, tools.limits)
                yield from (ReadArticle(document, article) for article in prepare(document))
            elif isinstance(part, Unread):
                troubles.append(UnreadableError(part.reason, part.advice))
    except UnreadableError as error:
        troubles.append(error)
