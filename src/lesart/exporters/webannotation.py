"""Web Annotation: evidence, removed passages and findings as a W3C annotation page (JSON-LD), for annotation tools."""

import base64
import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from lesart.exporters.exported import ExportedArticle
from lesart.exporters.exporter import Exporter
from lesart.text.article import Evidence
from lesart.text.selectors import select
from lesart.text.span import Span

Item = dict[str, Any]
CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def write(articles: Iterable[ExportedArticle], out: BinaryIO) -> int:
    """Write one annotation page (W3C Web Annotation Data Model, 2017) and return how many articles it is about."""
    out.write(b'{"@context": "%s", "type": "AnnotationPage", "items": [' % CONTEXT.encode())
    count, between = 0, b"\n"
    for article in articles:
        for item in annotations(article):
            out.write(between + json.dumps(item, ensure_ascii=True).encode("ascii"))
            between = b",\n"
        count += 1
    out.write(b"\n]}\n")
    return count


def annotations(exported: ExportedArticle) -> Iterator[Item]:
    """Yield what is known of an article and stands at a place in its text; offsets are code points."""
    for number, (field, value, evidence) in enumerate(_described(exported)):
        if evidence.span:
            body = [_textual(value, "describing"), _textual(field, "tagging")]
            yield _item(exported, f"{field}-{number}", "describing", body, [evidence.span])
    for passage in exported.removed:
        removal = passage.removal
        name = f"removed-{removal.span.start}-{removal.span.end}"
        state = "restored" if passage.restored else "removed"
        body = [
            _textual(removal.kind, "classifying"),
            _textual(state, "tagging"),
            _textual(removal.reason, "commenting"),
        ]
        yield _item(exported, name, "classifying", body, [removal.span])
    for number, annotation in enumerate(exported.annotations):
        body = [_textual(annotation.type, "classifying"), {"type": "Dataset", **msgspec.to_builtins(annotation.body)}]
        yield _item(exported, f"{annotation.type}-{number}", "classifying", body, list(annotation.spans))


def source_of(exported: ExportedArticle) -> str:
    """Name the original: its address on the web, else its bytes (RFC 6920)."""
    if exported.origins[0].kind == "url":
        return exported.origins[0].uri
    digest = base64.urlsafe_b64encode(bytes.fromhex(exported.sha256)).rstrip(b"=").decode()
    return f"ni:///sha-256;{digest}"


def _described(exported: ExportedArticle) -> Iterator[tuple[str, str, Evidence]]:
    article = exported.article
    statements = {"title": article.title, "subtitle": article.subtitle, "outlet": article.outlet}
    for field, statement in statements.items():
        if statement:
            yield field, statement.value, statement.evidence
    for byline in article.bylines:
        yield byline.role, byline.name, byline.evidence
    for evidence in article.published.evidence:
        yield "date", article.published.date or article.published.basis, evidence
    for link in article.provenance:
        named = ", ".join(part for part in (link.outlet, link.author, link.date, link.language) if part)
        yield link.relation, named, link.evidence


def _item(exported: ExportedArticle, name: str, motivation: str, body: list[Item], spans: list[Span]) -> Item:
    targets = [_target(exported, span) for span in spans]
    return {
        "id": f"urn:lesart:{exported.key}:{name}",
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": targets[0] if len(targets) == 1 else targets,
        "generator": {"type": "Software", "name": "Lesart"},
    }


def _textual(value: str, purpose: str) -> Item:
    return {"type": "TextualBody", "value": str(value), "purpose": purpose}


def _target(exported: ExportedArticle, span: Span) -> Item:
    selector = select(exported.document.text, span)
    quote = {"exact": selector.exact, "prefix": selector.prefix, "suffix": selector.suffix}
    return {
        "source": source_of(exported),
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {"type": "TextQuoteSelector", **quote},
        ],
    }


WEB_ANNOTATION = Exporter(
    name="webannotation",
    suffix=".jsonld",
    media_type='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    summary="W3C Web Annotation: evidence, removed passages and findings for annotation tools",
    write=write,
)
