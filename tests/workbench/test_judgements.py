"""Laws of applying judgements: pure, without a collection."""

import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lesart.text.article import Article, Cut, Removal, RemovalKind
from lesart.text.selectors import select
from lesart.text.span import Span
from lesart.workbench.judgements import Judgement, judge_article, judge_cuts, unfit_judgements

TEXT = "Der Damm hält. Совет спорит. Das Cafe\u0301 schließt. 🌊 Ende."
STARTS = [at for at in range(len(TEXT)) if at and TEXT[at - 1] == " "]


def judged(kind: str, *places: int, after: str | None = None, number: int = 1) -> Judgement:
    anchors = tuple(select(TEXT, Span(at, min(at + 8, len(TEXT)))) for at in places)
    return Judgement(number, kind, "doc-0", "title", after, "Ada", "2031-05-04T00:00:00Z", anchors)


def whole() -> list[Cut]:
    return [Cut(Span(0, len(TEXT)), "one piece", 0.9)]


def spans(cuts) -> list[Span]:
    return [cut.span for cut in cuts]


@given(places=st.lists(st.sampled_from(STARTS), unique=True, max_size=4))
def test_cuts_lie_in_order_without_overlap_and_lose_no_word(places):
    cuts = judge_cuts(TEXT, whole(), [judged("cut_added", at) for at in places]).cuts
    assert [cut.span.start for cut in cuts] == [0, *sorted(places)]
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(cuts))
    assert "".join("".join(cut.span.of(TEXT).split()) for cut in cuts) == "".join(TEXT.split())


@given(at=st.sampled_from(STARTS))
def test_a_cut_added_and_removed_leaves_the_extent_as_it_was(at):
    result = judge_cuts(TEXT, whole(), [judged("cut_added", at), judged("cut_removed", at)])
    assert spans(result.cuts) == spans(whole())
    assert result.unfit == ()


@given(at=st.sampled_from(STARTS), to=st.sampled_from(STARTS))
def test_a_cut_moved_there_and_back_is_where_it_was(at, to):
    once = judge_cuts(TEXT, whole(), [judged("cut_added", at)])
    result = judge_cuts(
        TEXT, whole(), [judged("cut_added", at), judged("cut_moved", at, to), judged("cut_moved", to, at)]
    )
    assert spans(result.cuts) == spans(once.cuts)


@given(at=st.sampled_from(STARTS))
def test_a_judgement_whose_words_have_gone_is_reported_and_changes_nothing(at):
    judgement = judged("cut_added", at)
    changed = TEXT[:at] + "Anderes" + TEXT[at + 7 :]
    result = judge_cuts(changed, [Cut(Span(0, len(changed)), "one piece", 0.9)], [judgement])
    assert spans(result.cuts) == [Span(0, len(changed))]
    assert [unfit.judgement for unfit in result.unfit] == [judgement]


def test_later_judgements_on_a_passage_win():
    article = Article(Cut(Span(0, len(TEXT)), "one piece", 0.9))
    removed, restored = judged("removed", 4, after="ad"), judged("restored", 4, number=2)
    kinds = [r.kind for r in judge_article(TEXT, article, [removed], "doc", {}).removed]
    assert kinds == [RemovalKind.AD]
    assert judge_article(TEXT, article, [removed, restored], "doc", {}) == article
    assert judge_article(TEXT, article, [removed, restored, removed], "doc", {}).removed != ()


def test_a_restored_passage_is_restored_when_the_machine_draws_its_border_elsewhere():
    article = Article(Cut(Span(0, len(TEXT)), "one piece", 0.9))
    wider = replace(article, removed=(Removal(Span(2, 14), RemovalKind.AD, "an advertisement", 0.7),))
    assert judge_article(TEXT, wider, [judged("restored", 4)], "doc", {}).removed == ()


def test_a_correction_of_an_article_that_is_no_more_is_reported():
    judgement = replace(judged("corrected", 15, after="Titel"), article_key="doc-15")
    found = unfit_judgements(TEXT, [Span(0, len(TEXT))], [judgement], "doc", {})
    assert [unfit.reason for unfit in found] == ["no article begins here any more"]
    assert unfit_judgements(TEXT, [Span(15, 20)], [judgement], "doc", {}) == []
    assert unfit_judgements(TEXT, [Span(23, 30)], [judgement], "doc", {15: 23}) == []
