"""Pairing: which find answers to which gold article."""

from hypothesis import given
from hypothesis import strategies as st

from lesart.evaluation.described import Described
from lesart.evaluation.pairing import likeness, pair
from lesart.text.span import Span

spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: Span(min(ends), max(ends)))


@given(spans, spans)
def test_likeness_is_mutual_and_one_only_for_the_same_words(left, right):
    assert likeness(left, right) == likeness(right, left)
    assert (likeness(left, right) == 1) == (left == right and len(left) > 0)


def test_an_article_cut_two_thirds_long_is_not_the_same():
    gold = Described("a.txt", Span(0, 90))
    ((_, near, same),) = pair([gold], [Described("a.txt", Span(0, 60))]).pairs
    assert near is not None
    assert not same


def test_what_stands_before_the_first_item_may_belong_to_it_or_not():
    gold = Described("дайджест.txt", Span(50, 100), lead_in=Span(0, 48))
    for start in (0, 50):
        assert pair([gold], [Described("дайджест.txt", Span(start, 100))]).pairs[0][2]


def test_a_cut_of_its_own_for_the_lead_in_is_not_stray():
    gold = Described("a.txt", Span(50, 100), lead_in=Span(0, 48))
    assert pair([gold], [Described("a.txt", Span(0, 48)), Described("a.txt", Span(50, 100))]).stray == ()


def test_a_cut_inside_an_article_is_stray():
    piece = Described("a.txt", Span(80, 100))
    assert pair([Described("a.txt", Span(0, 100))], [Described("a.txt", Span(0, 80)), piece]).stray == (piece,)


def test_the_same_place_in_another_file_is_another_article():
    gold = Described("a.txt", Span(0, 10))
    assert pair([gold], [Described("b.txt", Span(0, 10))]).pairs == ((gold, None, False),)


def test_without_places_articles_pair_by_title_and_then_by_order():
    gold = [Described("f.xml", title="eins 🧭"), Described("f.xml", title="два")]
    found = [Described("f.xml", Span(0, 5), title="два"), Described("f.xml", Span(0, 9), title="Eins?")]
    pairs = pair(gold, found).pairs
    assert [near.title for _, near, _ in pairs] == ["Eins?", "два"]


def test_without_places_what_is_left_over_is_stray():
    found = [Described("f.xml", title="eins"), Described("f.xml", title="footer")]
    assert [stray.title for stray in pair([Described("f.xml", title="eins")], found).stray] == ["footer"]
