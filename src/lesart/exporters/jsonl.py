"""JSON lines: one article a line with everything that is known about it; `docs/export.md` describes each field."""

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec

from lesart.exporters.exported import ExportedArticle, ExportedOrigin, ExportedRemoval
from lesart.exporters.exporter import Exporter
from lesart.text.annotation import Annotation
from lesart.text.article import Byline, Evidence, Provenance, Publication, Statement
from lesart.text.span import Span

Record = dict[str, Any]
# Programs that cut a file at every line end of Unicode would cut a text that holds one of these.
_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def write(articles: Iterable[ExportedArticle], out: BinaryIO) -> int:
    """Write one line an article, in UTF-8, and return how many."""
    count = 0
    for article in articles:
        line = json.dumps(record(article), ensure_ascii=False, allow_nan=False)
        out.write(_encoded(line))
        out.write(b"\n")
        count += 1
    return count


def record(exported: ExportedArticle) -> Record:
    """Return the article as plain values, in the shape that a line of the export has."""
    article, published = exported.article, exported.article.published
    return {
        "key": exported.key,
        "document": exported.document_key,
        "file": exported.file,
        "span": _pair(article.span),
        "title": article.title.value if article.title else None,
        "subtitle": article.subtitle.value if article.subtitle else None,
        "bylines": [_byline(byline) for byline in article.bylines],
        "published": _published(published),
        "language": article.language.value if article.language else None,
        "outlet": article.outlet.value if article.outlet else None,
        "url": article.url.value if article.url else None,
        "topics": [topic.value for topic in article.topics],
        "extent": str(article.extent),
        "provenance": [_provenance(link) for link in article.provenance],
        "removed": [_removed(passage) for passage in exported.removed if not passage.restored],
        "restored": [_removed(passage) for passage in exported.removed if passage.restored],
        "annotations": [_annotation(annotation) for annotation in exported.annotations],
        "repairs": [
            {"span": _pair(repair.span), "replacement": repair.replacement, "reason": repair.reason}
            for repair in article.repairs
        ],
        "evidence": _evidence_by_field(exported),
        "cut": {"reason": article.cut.reason, "confidence": article.cut.confidence},
        "judgements": [msgspec.to_builtins(judgement) for judgement in exported.judgements],
        "capture": {"sha256": exported.sha256, "origins": [_origin(origin) for origin in exported.origins]},
        "text": exported.view.text,
    }


def _encoded(line: str) -> bytes:
    """Encode in UTF-8; lone surrogates and the line ends that JSON leaves bare become JSON escapes."""
    return line.translate(_LINE_ENDS).encode("utf-8", errors="backslashreplace")


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _evidence(evidence: Evidence) -> Record:
    return {
        "quote": evidence.quote,
        "source": evidence.source,
        "span": _pair(evidence.span) if evidence.span else None,
    }


def _statement(statement: Statement | None) -> Record | None:
    if statement is None:
        return None
    return {**_evidence(statement.evidence), "basis": str(statement.basis), "confidence": statement.confidence}


def _evidence_by_field(exported: ExportedArticle) -> Record:
    article = exported.article
    fields = {
        "title": article.title,
        "subtitle": article.subtitle,
        "language": article.language,
        "outlet": article.outlet,
        "url": article.url,
    }
    found: Record = {name: _statement(statement) for name, statement in fields.items() if statement}
    if article.topics:
        found["topics"] = [_statement(topic) for topic in article.topics]
    if article.extent_evidence:
        found["extent"] = _evidence(article.extent_evidence)
    return found


def _byline(byline: Byline) -> Record:
    return {"name": byline.name, "role": str(byline.role), "evidence": _evidence(byline.evidence)}


def _published(published: Publication) -> Record:
    return {
        "date": published.date,
        "basis": str(published.basis),
        "earliest": published.earliest,
        "latest": published.latest,
        "rule": published.rule,
        "evidence": [_evidence(evidence) for evidence in published.evidence],
    }


def _provenance(link: Provenance) -> Record:
    return {
        "relation": str(link.relation),
        "outlet": link.outlet,
        "author": link.author,
        "date": link.date,
        "language": link.language,
        "confidence": link.confidence,
        "evidence": _evidence(link.evidence),
    }


def _removed(passage: ExportedRemoval) -> Record:
    removal = passage.removal
    return {
        "span": _pair(removal.span),
        "kind": str(removal.kind),
        "reason": removal.reason,
        "confidence": removal.confidence,
        "by_person": passage.by_person,
    }


def _annotation(annotation: Annotation) -> Record:
    return {
        "type": annotation.type,
        "start": annotation.spans[0].start,
        "end": annotation.spans[0].end,
        "text": annotation.quotes[0],
        "spans": [_pair(span) for span in annotation.spans],
        "quotes": list(annotation.quotes),
        "body": msgspec.to_builtins(annotation.body),
        "maker": msgspec.to_builtins(annotation.maker),
        "confidence": annotation.confidence,
        "reasons": list(annotation.reasons),
        "status": str(annotation.status),
    }


def _origin(origin: ExportedOrigin) -> Record:
    return msgspec.to_builtins(origin)  # type: ignore[no-any-return]  # a dataclass becomes a dict


JSONL = Exporter(
    name="jsonl",
    suffix=".jsonl",
    media_type="application/x-ndjson",
    summary="JSON lines: one article a line with spans, evidence and what was removed",
    write=write,
)
