"""Blocks: how plain text falls into paragraphs, headings, list items and rules."""

import pytest
from hypothesis import given
from tests.text.strategies import awkward_texts

from lesart.text.blocks import BlockKind, blocks_of_plain_text

WRAPPED = """Die Kommission hat am Dienstag bestätigt, dass im Damm Risse gefunden
wurden. Eine Gefahr für die Dörfer am Unterlauf bestehe vorerst nicht,
sagte der Leiter der Verwaltung. Комісія оприлюднить звіт наступного
тижня, коли рівень води впаде на три метри нижче теперішнього рівня.
Ende.

- Ein Punkt, der für sich steht und eine eigene Zeile hat 🧭 wie jeder

Zweiter Absatz nach dem Punkt, der wieder bis an den Rand geht, so dass
die Zeilen fast gleich lang sind wie in einer Mail von früher, in der
alles umbrochen war."""


@given(awkward_texts)
def test_every_character_that_is_not_blank_stands_in_exactly_one_block(text):
    seen = [position for block in blocks_of_plain_text(text) for position in range(block.span.start, block.span.end)]
    assert len(seen) == len(set(seen))
    assert all(text[p].isspace() for p in set(range(len(text))) - set(seen))


@given(awkward_texts)
def test_blocks_stand_in_order_and_have_no_blank_ends(text):
    blocks = blocks_of_plain_text(text)
    assert [block.span for block in blocks] == sorted(block.span for block in blocks)
    assert all(block.span.of(text) == block.span.of(text).strip() != "" for block in blocks)


@pytest.mark.parametrize(
    ("line", "kind", "level"),
    [
        ("Ein Absatz über den Damm.", BlockKind.PARAGRAPH, None),
        ("## Что дальше 🧭", BlockKind.HEADING, 2),
        ("#Wahlen", BlockKind.PARAGRAPH, None),
        ("- Перший пункт", BlockKind.LIST_ITEM, 1),
        ("12. Ein U\u0308berblick", BlockKind.LIST_ITEM, 1),
        ("1976. Ein Jahr", BlockKind.PARAGRAPH, None),
        ("* * *", BlockKind.RULE, None),
        ("––––––––", BlockKind.RULE, None),
        ("- -", BlockKind.LIST_ITEM, 1),
    ],
)
def test_a_line_shows_its_kind(line, kind, level):
    (block,) = blocks_of_plain_text(f"\n{line}\n")
    assert (block.kind, block.level) == (kind, level)


def test_a_line_is_a_block_where_lines_are_not_wrapped():
    assert len(blocks_of_plain_text("Titel\nVon Wilma Terhorst\nEin Satz.\n\nNoch einer.")) == 4


def test_the_lines_of_a_wrapped_paragraph_are_one_block():
    first, item, second = [block.span.of(WRAPPED) for block in blocks_of_plain_text(WRAPPED)]
    assert first.startswith("Die Kommission")
    assert first.endswith("Ende.")
    assert item.startswith("- Ein Punkt")
    assert second.endswith("umbrochen war.")


@pytest.mark.parametrize("text", ["", " \n\t\n", "\u2028"])
def test_a_blank_text_has_no_blocks(text):
    assert blocks_of_plain_text(text) == []
