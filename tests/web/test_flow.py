"""Flow: the article in reading order, nothing lost, whatever was removed, repaired or said twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesart.store.rows import ArticleDetail, ArticleRow, CaptureRow, RemovalRow
from lesart.text.annotation import Annotation, Maker
from lesart.text.article import Article, Cut, Evidence, Removal, RemovalKind, Statement
from lesart.text.blocks import blocks_of_plain_text
from lesart.text.bodies import Repetition
from lesart.text.document import Document, Link, Repair
from lesart.text.span import Span
from lesart.text.views import View
from lesart.web.languages import language
from lesart.web.presenters.flow import Layers, flow, visible
from lesart.web.presenters.markup import Marked, Part, Run
from lesart.web.presenters.removals import removed_groups, removed_passages

TEXT = "Der Damm\n\nVon Ida\n\nDas Was-ser 🌊 steigt.\n\n[hier](#) steht e\u0301s.\n\nТеги\n#вода"
GERMAN = language("de")


def detail_of(text: str, removed: tuple[RemovalRow, ...] = (), **fields: object) -> ArticleDetail:
    article = Article(Cut(Span(0, len(text)), "", 1.0), **fields)  # type: ignore[arg-type]  # fields of Article
    row = ArticleRow("k-0", "k", None, None, (), None, "unknown", None, None, None, "full", 1, "", False)
    document = Document(text, tuple(blocks_of_plain_text(text)))
    return ArticleDetail(
        row, document, article, article, View(text, ()), removed, (), CaptureRow("0", 1, None, "", ()), (None, None), ()
    )


def removal(quote: str, *, restored: bool = False, reason: str = "a rule") -> RemovalRow:
    start = TEXT.index(quote)
    return RemovalRow(Removal(Span(start, start + len(quote)), RemovalKind.TAG, reason, 0.9), restored, False)


def all_runs(parts: tuple[Part, ...]) -> list[Run]:
    return [run for part in parts for run in ([part] if isinstance(part, Run) else all_runs(part.parts))]


def kinds(parts: tuple[Part, ...]) -> list[str]:
    return [kind for part in parts if isinstance(part, Marked) for kind in (part.mark.kind, *kinds(part.parts))]


def test_a_removal_that_takes_whole_paragraphs_is_one_stretch():
    stretches = flow(detail_of(TEXT, (removal("Теги\n#вода"),)), Layers(), GERMAN)
    assert [bool(s.removed) for s in stretches] == [False, True]
    assert len(stretches[1].paragraphs) == 2


def test_a_removal_within_a_paragraph_is_marked_and_not_read():
    found = flow(detail_of(TEXT, (removal("["), removal("](#)"))), Layers(), GERMAN)
    paragraph = next(p for s in found for p in s.paragraphs if "hier" in visible(p.parts))
    assert visible(paragraph.parts) == "hier steht e\u0301s."


def test_a_restored_passage_is_read_and_marked_only_in_the_removed_layer():
    detail = detail_of(TEXT, (removal("Von Ida", restored=True),))
    for layers, marks in ((Layers(), []), (Layers(removed=True), ["restored"])):
        paragraph = flow(detail, layers, GERMAN)[0].paragraphs[1]
        assert visible(paragraph.parts) == "Von Ida"
        assert kinds(paragraph.parts) == marks


def test_the_first_paragraph_that_reads_like_the_title_is_the_title():
    title = Statement("Der Damm", Evidence("Der Damm", span=Span(0, 8)))
    paragraphs = flow(detail_of(TEXT + "\n\nDer Damm", title=title), Layers(), GERMAN)[0].paragraphs
    assert [p.part for p in paragraphs].count("title") == 1
    assert paragraphs[0].part == "title"


def test_words_are_repaired_outside_removed_passages_only():
    repair = Repair(Span(TEXT.index("Was-ser"), TEXT.index("Was-ser") + 7), "Wasser", "why", 1.0)
    shown = flow(detail_of(TEXT, repairs=(repair,)), Layers(), GERMAN)[0].paragraphs[2]
    assert visible(shown.parts) == "Das Wasser 🌊 steigt."
    hidden = flow(detail_of(TEXT, (removal("Das Was-ser 🌊 steigt."),), repairs=(repair,)), Layers(), GERMAN)[1]
    assert "Was-ser" in "".join(run.text for run in all_runs(hidden.paragraphs[0].parts))


def test_passages_said_twice_lead_to_each_other_unless_their_layer_is_off():
    spans = (Span(0, 8), Span(10, 17))
    twice = Annotation(spans, ("Der Damm", "Von Ida"), Repetition(0.9), Maker("test"))
    detail = detail_of(TEXT)
    detail = ArticleDetail(*[getattr(detail, n) if n != "annotations" else (twice,) for n in ArticleDetail.__slots__])
    first = flow(detail, Layers(), GERMAN)[0].paragraphs[0].parts[0]
    assert isinstance(first, Marked)
    assert first.mark.href == "#r-10-17"
    assert kinds(flow(detail, Layers(repeats=False), GERMAN)[0].paragraphs[0].parts) == []


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.org/", True),
        ("HTTP://example.org", True),
        ("javascript:x", False),
        ("data:,x", False),
        ("#", False),
    ],
)
def test_only_web_addresses_become_links(url, shown):
    document = Document(TEXT, tuple(blocks_of_plain_text(TEXT)), links=(Link(Span(0, 8), url),))
    detail = detail_of(TEXT)
    detail = ArticleDetail(*[getattr(detail, n) if n != "document" else document for n in ArticleDetail.__slots__])
    assert ("link" in kinds(flow(detail, Layers(), GERMAN)[0].paragraphs[0].parts)) is shown


def test_the_two_ends_of_a_link_are_one_group():
    rows = (removal("[", reason="x"), removal("](#)", reason="x"), removal("Теги\n#вода"))
    groups = removed_groups(TEXT, removed_passages(detail_of(TEXT, rows), GERMAN))
    assert [group.quote for group in groups] == ["[hier](#)", "Теги\n#вода"]


@given(st.data())
def test_every_word_of_the_article_is_shown_once_and_in_order(data):
    ends = st.integers(0, len(TEXT))
    spans = data.draw(st.lists(st.tuples(ends, ends).map(lambda p: Span(min(p), max(p))), max_size=4))
    rows = tuple(RemovalRow(Removal(s, RemovalKind.AD, "a rule", 0.5), False, False) for s in spans if len(s))
    stretches = flow(detail_of(TEXT, rows), Layers(removed=True), GERMAN)
    runs = [run for s in stretches for p in s.paragraphs for run in all_runs(p.parts)]
    assert "".join("".join(run.text.split()) for run in runs) == "".join(TEXT.split())


@pytest.mark.parametrize(
    ("address", "layers"),
    [
        (None, Layers()),
        ("none", Layers(False, False, False)),
        ("removed", Layers(True, False, False)),
        ("вода", Layers(False, False, False)),
    ],
)
def test_layers_are_read_from_the_address(address, layers):
    assert Layers.read(address) == layers
    assert Layers.read(layers.query) == layers
    assert Layers.read(layers.toggled("removed")).removed is not layers.removed
