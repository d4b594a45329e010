"""The contract of every registered analyser: pure, inside its article, only of declared types."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.strategies import awkward_texts

from lesart.analysis.analyser import Analyser, ArticleText
from lesart.analysis.registry import ANALYSERS, analyser
from lesart.text.article import Article, Cut
from lesart.text.blocks import blocks_of_plain_text
from lesart.text.document import Document
from lesart.text.span import Span, trimmed

SENTENCES = [
    "Die Fischer warten seit gestern auf den ersten Kutter aus Ostmark. ",
    "Рыбаки со вчерашнего дня ждут первый катер из порта Остмарк 🎣. ",
    "Zoe\u0301 sagt, die Fischer warten seit gestern auf den Kutter aus Ostmark.\n\n",
]
texts = st.lists(st.sampled_from(SENTENCES) | awkward_texts, max_size=8).map("".join)


def article_text(text: str) -> ArticleText:
    whole = trimmed(text, Span(0, len(text)))
    return ArticleText(Document(text, tuple(blocks_of_plain_text(text))), Article(Cut(whole, "", 1.0)))


def test_names_are_unique_and_lead_to_their_analyser() -> None:
    assert len({candidate.name for candidate in ANALYSERS}) == len(ANALYSERS)
    assert all(analyser(candidate.name) is candidate for candidate in ANALYSERS)
    with pytest.raises(KeyError):
        analyser("oracle")


@pytest.mark.parametrize("candidate", ANALYSERS, ids=lambda candidate: candidate.name)
@settings(max_examples=60, deadline=None)
@given(text=texts)
def test_an_analyser_keeps_its_contract(candidate: Analyser[object], text: str) -> None:
    article, resources = article_text(text), candidate.load()
    found = candidate.find(article, resources)
    assert found == candidate.find(article, candidate.load())
    for annotation in found:
        assert annotation.type in candidate.types
        assert annotation.maker == candidate.maker
        assert annotation.reasons
        assert 0 <= annotation.confidence <= 1
        assert all(article.article.span.contains(span) for span in annotation.spans)
        assert annotation.quotes == tuple(span.of(text) for span in annotation.spans)
