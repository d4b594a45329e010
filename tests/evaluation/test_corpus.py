"""Corpus: a fingerprint that names what was measured."""

from lesart.evaluation.corpus import fingerprint

FILES = [("a.txt", b"eins"), ("б.txt", "два 🧭".encode())]


def test_the_order_of_files_does_not_matter():
    assert fingerprint(FILES) == fingerprint(reversed(FILES))


def test_a_name_or_a_byte_changes_it():
    assert len({fingerprint(FILES), fingerprint([FILES[0]]), fingerprint([("c.txt", b"eins"), FILES[1]])}) == 3


def test_it_has_twelve_hex_digits():
    assert len(fingerprint(FILES)) == 12
    int(fingerprint(FILES), 16)
