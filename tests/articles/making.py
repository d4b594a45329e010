"""Making documents and articles of plain text for the tests of this room."""

from collections.abc import Sequence

from lesart.articles.prepare import prepare
from lesart.text.article import Article, Cut
from lesart.text.blocks import blocks_of_plain_text
from lesart.text.document import Clue, Document
from lesart.text.span import Span, trimmed

GERMAN = (
    "Die Regierung von Norland hat am Dienstag beschlossen, den Hafen von Ostmark wieder zu öffnen. "
    "Das teilte ein Sprecher mit, der nicht genannt werden wollte. Die Fischer nahmen es gelassen auf."
)
ENGLISH = (
    "The government of Norland decided on Tuesday to reopen the harbour of Eastmark, a spokesman said. "
    "Fishermen welcomed the decision, which had been expected for weeks."
)
RUSSIAN = (
    "Правительство Норланда во вторник решило снова открыть порт Остмарк, сообщил его представитель. "
    "Рыбаки приветствовали это решение, которого ждали несколько недель."
)
UKRAINIAN = (
    "Уряд Норланду у вівторок вирішив знову відкрити порт Остмарк, повідомив речник уряду. "
    "Рибалки привітали це рішення, якого чекали кілька тижнів."
)


def document(text: str, clues: Sequence[Clue] = ()) -> Document:
    return Document(text, tuple(blocks_of_plain_text(text)), clues=tuple(clues))


def article(text: str, clues: Sequence[Clue] = ()) -> Article:
    """Prepare a text as one article."""
    whole = Cut(trimmed(text, Span(0, len(text))), "the whole text", 1.0)
    return prepare(document(text, clues), [whole])[0]


def kept(text: str, found: Article) -> str:
    """Return the text without what was removed."""
    for removal in reversed(found.removed):
        text = text[: removal.span.start] + text[removal.span.end :]
    return text


def removed(text: str, found: Article) -> list[tuple[str, str]]:
    return [(removal.kind, removal.span.of(text)) for removal in found.removed]
