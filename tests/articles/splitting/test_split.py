"""Whole documents: digests are cut, single pieces stay whole."""

from lesart.articles.splitting import split
from lesart.text.blocks import blocks_of_plain_text
from lesart.text.document import Document

PROSE = (
    "Am Dienstag hat der Rat von Niederau nach langer Aussprache den neuen Haushalt mit großer Mehrheit beschlossen."
)


def document(text: str) -> Document:
    return Document(text, tuple(blocks_of_plain_text(text)))


def test_titles_with_bylines_and_stubs_begin_items() -> None:
    item = "{}\n\nVon Anna Berg – 3. Mai 2025\n\n" + PROSE + "\n\n[Hier weiterlesen]"
    text = "\n\n".join(item.format(title) for title in ("Erster Titel", "Was nun?", "Кінець 🙂 é"))
    cuts = split(document(text))
    assert [cut.title.of(text) for cut in cuts if cut.title] == ["Erster Titel", "Was nun?", "Кінець 🙂 é"]


def test_a_blank_document_has_no_cut() -> None:
    assert split(document(" \n\n ")) == []
