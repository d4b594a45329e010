"""Results travel between processes and arrive as they were sent."""

import pickle

import pytest

from lesart.articles.prepare import prepare
from lesart.pipeline.results import Read
from lesart.store.delivery import NewDocument, NewFailure
from lesart.text.annotation import Annotation, Maker
from lesart.text.blocks import blocks_of_plain_text
from lesart.text.bodies import Repetition
from lesart.text.document import Clue, Document, Link, Repair
from lesart.text.span import Span

TEXTS = (
    "Am Hafen von Musterstadt legt seit Montag kein Schiff mehr an.",
    "В порту Примеровска с понедельника не швартуется ни одно судно 🚢.",
    "Cafe\u0301 am Hafen: die Ta\u0308gliche Fa\u0308hre fa\u0308llt aus.",
    "Ein halbes Zeichen \ud83d steht hier allein.",
)


def read(text: str) -> Read:
    document = Document(
        text,
        tuple(blocks_of_plain_text(text)),
        (Link(Span(0, 4), "https://blatt.example/a"),),
        (Clue("author", "Vera Beispiel", "html meta author", "Vera Beispiel"),),
        (Repair(Span(3, 6), "heil", "a divided word", 0.9),),
        locator="line 3",
    )
    found = Annotation((Span(0, 3),), (text[:3],), Repetition(0.5), Maker("repetition", "1"))
    new = NewDocument(2, document, tuple(prepare(document)), ((found,),))
    return Read((new,), (NewFailure("/a", "read", "it broke", "Save it anew."),))


@pytest.mark.parametrize("text", TEXTS)
def test_what_was_read_arrives_as_it_was_sent(text: str) -> None:
    sent = read(text)
    assert sent.documents[0].articles
    assert pickle.loads(pickle.dumps(sent)) == sent


def test_nothing_read_arrives_as_nothing() -> None:
    assert pickle.loads(pickle.dumps(Read())) == Read()
