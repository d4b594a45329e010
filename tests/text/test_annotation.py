"""Annotations: what they must have, and what they say of themselves."""

import pytest

from lesart.text.annotation import Annotation, Maker, Status
from lesart.text.bodies import Repetition
from lesart.text.span import Span

MAKER = Maker("repetition", "1")


def test_an_annotation_has_the_type_of_its_body_and_begins_as_a_proposal():
    annotation = Annotation((Span(0, 4),), ("вода",), Repetition(1.0), MAKER)
    assert (annotation.type, annotation.status) == ("repetition", Status.PROPOSED)


@pytest.mark.parametrize(("spans", "quotes"), [((), ()), ((Span(0, 1),), ()), ((Span(0, 1),), ("🧭", "a\u0308"))])
def test_every_span_needs_its_quote(spans, quotes):
    with pytest.raises(ValueError, match="the quote of each"):
        Annotation(spans, quotes, Repetition(1.0), MAKER)
