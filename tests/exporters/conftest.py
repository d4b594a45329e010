"""A clipping with everything that an export has to carry; made by hand, so that no other room is needed."""

import pytest

from lesart.exporters.exported import ExportedArticle, ExportedJudgement, ExportedOrigin, ExportedRemoval
from lesart.text.annotation import Annotation, Maker
from lesart.text.article import (
    Article,
    Basis,
    Byline,
    Cut,
    Evidence,
    Extent,
    Provenance,
    Publication,
    Relation,
    Removal,
    RemovalKind,
    Role,
    Statement,
)
from lesart.text.blocks import blocks_of_plain_text
from lesart.text.bodies import Repetition
from lesart.text.document import Document, Repair
from lesart.text.span import Span
from lesart.text.views import reading_view

TEXT = """Der Deich von Hohenfurt hält 🌊

Von Käthe Möller – 3. März 2031

Der Fluss stieg in der Nacht zu-nichte machend alle Pläne.

Сегодня ночью вода поднялась ещё на метр.

ANZEIGE: Gummistiefel <b>jetzt</b> billiger!

Cafe\u0301 und Rathaus blieben trocken. Der Deich hielt.

Der Deich hielt.

Zuerst erschienen in der „Furter Post“ am 1. März 2031.
"""


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def evidence(words: str) -> Evidence:
    return Evidence(words, span=span_of(words))


@pytest.fixture
def clipping() -> ExportedArticle:
    title = "Der Deich von Hohenfurt hält 🌊"
    by = "Von Käthe Möller – 3. März 2031"
    source = "Zuerst erschienen in der „Furter Post“ am 1. März 2031."
    ad = Removal(span_of("ANZEIGE: Gummistiefel <b>jetzt</b> billiger!"), RemovalKind.AD, "begins like an ad", 0.9)
    line = Removal(span_of(by), RemovalKind.METADATA_LINE, "byline and date", 1.0)
    repair = Repair(span_of("zu-nichte"), "zunichte", "no such compound", 0.95)
    article = Article(
        cut=Cut(Span(0, len(TEXT) - 1), "the whole document", 1.0),
        title=Statement(title, evidence(title)),
        bylines=(Byline("Käthe Möller", Role.AUTHOR, evidence("Von Käthe Möller")),),
        published=Publication("2031-03-03", Basis.STATED, "2031-03-03", "2031-03-03", "the byline", (evidence(by),)),
        language=Statement("de", Evidence("de", source="words of the text"), 0.99, Basis.INFERRED),
        outlet=Statement("Hohenfurter Bote", Evidence("bote.example", source="host of the address")),
        topics=(Statement("Hochwasser", Evidence("Hochwasser", source="file name")),),
        extent=Extent.FULL,
        provenance=(Provenance(Relation.REPUBLISHED_FROM, evidence(source), "Furter Post", None, "2031-03-01"),),
        removed=(line, ad),
        repairs=(repair,),
    )
    first = span_of("Der Deich hielt.")
    second = Span(TEXT.rindex("Der Deich hielt."), TEXT.rindex("Der Deich hielt.") + len(first))
    twice = Annotation((first, second), ("Der Deich hielt.",) * 2, Repetition(1.0), Maker("repetition", "1"))
    return ExportedArticle(
        key="0123456789ab-0",
        document_key="0123456789ab",
        sha256="0123456789ab" + "0" * 52,
        origins=(ExportedOrigin("/pile/deich.txt", "file", "2031-03-04T10:00:00Z"),),
        document=Document(TEXT, tuple(blocks_of_plain_text(TEXT))),
        article=article,
        view=reading_view(TEXT, article.span, [ad.span, line.span], [repair]),
        removed=(ExportedRemoval(line), ExportedRemoval(ad, by_person=True)),
        annotations=(twice,),
        judgements=(ExportedJudgement("corrected", "outlet", None, "Hohenfurter Bote", "kim", "2031-03-05T08:00:00Z"),),
    )
