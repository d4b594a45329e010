"""Content: documents, articles and annotations as the JSON that the tables hold, and back."""

import json
from collections.abc import Mapping
from typing import Any, get_args

import msgspec
from sqlalchemy import RowMapping

from lesart.store.delivery import Checkpoint, Versions
from lesart.text.annotation import Annotation, Maker, Status
from lesart.text.article import Article
from lesart.text.blocks import Block
from lesart.text.bodies import Body
from lesart.text.document import Clue, Document, Link, Repair
from lesart.text.selectors import Selector
from lesart.text.span import Span

_ENCODER = msgspec.json.Encoder()
_ARTICLE = msgspec.json.Decoder(Article)
_BLOCKS = msgspec.json.Decoder(tuple[Block, ...])
_LINKS = msgspec.json.Decoder(tuple[Link, ...])
_CLUES = msgspec.json.Decoder(tuple[Clue, ...])
_REPAIRS = msgspec.json.Decoder(tuple[Repair, ...])
_SPANS = msgspec.json.Decoder(tuple[Span, ...])
_SELECTORS = msgspec.json.Decoder(tuple[Selector, ...])
_WORDS = msgspec.json.Decoder(tuple[str, ...])
_ANALYSERS = msgspec.json.Decoder(tuple[tuple[str, str], ...])
BODIES: Mapping[str, type[Body]] = {body.type: body for body in get_args(Body) or (Body,)}


def as_json(value: object) -> str:
    """Write a value of ours as JSON; what UTF-8 cannot carry is shown as in `storable`."""
    try:
        return _ENCODER.encode(value).decode()
    except UnicodeEncodeError:
        return storable(json.dumps(msgspec.to_builtins(value), ensure_ascii=False))


def article_of(written: str) -> Article:
    return _ARTICLE.decode(written)


def storable_article(article: Article) -> Article:
    """Return an article whose strings UTF-8 can carry."""
    try:
        _ENCODER.encode(article)
    except UnicodeEncodeError:
        return article_of(as_json(article))
    return article


def words_of(written: str) -> tuple[str, ...]:
    """Read a JSON list of strings."""
    return _WORDS.decode(written)


def selectors_of(written: str) -> tuple[Selector, ...]:
    return _SELECTORS.decode(written)


def document_columns(document: Document) -> dict[str, Any]:
    """Return a document as the columns of `documents` that hold what was read."""
    return {
        "media_type": document.media_type,
        "text": storable(document.text),
        "encoding": document.encoding,
        "locator": None if document.locator is None else storable(document.locator),
        "blocks": as_json(document.blocks),
        "links": as_json(document.links),
        "clues": as_json(document.clues),
        "repairs": as_json(document.repairs),
        "warnings": as_json(document.warnings),
    }


def storable(text: str) -> str:
    """Return the text with what UTF-8 cannot carry (lone surrogates) shown as U+FFFD; lengths stay."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def document_of(row: RowMapping) -> Document:
    return Document(
        text=row["text"],
        blocks=_BLOCKS.decode(row["blocks"]),
        links=_LINKS.decode(row["links"]),
        clues=_CLUES.decode(row["clues"]),
        repairs=_REPAIRS.decode(row["repairs"]),
        media_type=row["media_type"],
        encoding=row["encoding"],
        locator=row["locator"],
        warnings=_WORDS.decode(row["warnings"]),
    )


def annotation_columns(annotation: Annotation) -> dict[str, Any]:
    first = annotation.spans[0]
    return {
        "type": annotation.type,
        "start": first.start,
        "end": first.end,
        "spans": as_json(annotation.spans),
        "quotes": as_json(annotation.quotes),
        "body": as_json(annotation.body),
        "maker": annotation.maker.name,
        "version": annotation.maker.version,
        "model": annotation.maker.model,
        "confidence": annotation.confidence,
        "reasons": as_json(annotation.reasons),
        "status": annotation.status.value,
    }


def annotation_of(row: RowMapping) -> Annotation:
    return Annotation(
        spans=_SPANS.decode(row["spans"]),
        quotes=_WORDS.decode(row["quotes"]),
        body=msgspec.json.decode(row["body"], type=BODIES[row["type"]]),
        maker=Maker(row["maker"], row["version"], row["model"]),
        confidence=row["confidence"],
        reasons=_WORDS.decode(row["reasons"]),
        status=Status(row["status"]),
    )


def version_columns(versions: Versions) -> dict[str, str]:
    """Return versions as columns of `checkpoints`."""
    return {
        "reader": versions.reader,
        "articles_version": versions.articles,
        "analysers": as_json(versions.analysers),
    }


def checkpoint_of(rows: list[RowMapping]) -> Checkpoint:
    """Join the checkpoint rows of one capture, at least one."""
    first = rows[0]
    versions = Versions(first["reader"], first["articles_version"], _ANALYSERS.decode(first["analysers"]))
    last = next((int(row["batch"]) for row in rows if row["last"]), None)
    return Checkpoint(versions, frozenset(int(row["batch"]) for row in rows), last)
