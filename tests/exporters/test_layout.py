from dataclasses import replace

from lesart.exporters.exported import ExportedRemoval
from lesart.exporters.layout import evidence_of, laid_out
from lesart.text.article import Removal, RemovalKind
from lesart.text.document import Document
from lesart.text.span import Span


def text_of(paragraph):
    return "".join(run.text for run in paragraph.runs)


def test_what_is_read_is_the_reading_view(clipping):
    shown = [text_of(p) for p in laid_out(clipping).paragraphs if not p.removals]
    assert " ".join(" ".join(shown).split()) == " ".join(clipping.view.text.split())


def test_a_removed_block_stays_in_its_place(clipping):
    removed = [p for p in laid_out(clipping).paragraphs if p.removals]
    assert [p.removals[0].removal.kind for p in removed] == ["metadata_line", "ad"]
    assert text_of(removed[1]) == "ANZEIGE: Gummistiefel <b>jetzt</b> billiger!"


def test_a_passage_removed_from_within_a_block_is_not_shown(clipping):
    start = clipping.document.text.index(" und Rathaus")
    inside = Removal(Span(start, start + len(" und Rathaus")), RemovalKind.LINK_STUB, "link", 1.0)
    cut = replace(clipping, removed=(*clipping.removed, ExportedRemoval(inside)))
    assert any(text_of(p) == "Cafe\u0301 blieben trocken. Der Deich hielt." for p in laid_out(cut).paragraphs)


def test_every_evidence_in_the_article_has_an_anchor(clipping):
    wanted = {evidence.span for evidence in evidence_of(clipping) if evidence.span}
    assert wanted <= laid_out(clipping).anchors


def test_a_repaired_word_shows_what_stood_there(clipping):
    runs = [run for p in laid_out(clipping).paragraphs for run in p.runs if run.damaged]
    assert [(run.text, run.damaged) for run in runs] == [("zunichte", "zu-nichte")]


def test_a_repeated_passage_is_marked_at_both_its_places(clipping):
    runs = [run.text for p in laid_out(clipping).paragraphs for run in p.runs if run.repeated]
    assert runs == ["Der Deich hielt.", "Der Deich hielt."]


def test_text_outside_every_block_is_shown_too(clipping):
    bare = replace(clipping, document=Document(clipping.document.text, ()))
    shown = "".join(text_of(p) for p in laid_out(bare).paragraphs)
    assert "ещё на метр" in shown
