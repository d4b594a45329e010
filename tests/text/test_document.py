"""Documents: clues by field."""

from lesart.text.document import Clue, Document


def test_clues_come_by_field_in_the_order_of_trust():
    clues = (
        Clue("title", "Плотина", "html meta og:title", "Плотина"),
        Clue("author", "Ines Vollrath", "mail header From", "Ines <i@x.example>"),
        Clue("title", "Damm 🧭 u\u0308ber", "html title", "Damm"),
    )
    document = Document("Текст", (), clues=clues)
    assert [clue.source for clue in document.clues_for("title")] == ["html meta og:title", "html title"]
    assert document.clues_for("agency") == []
