"""Which encoding a text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesart.readers.encodings import decode, looks_like_text

GERMAN = "Übergroße Zeitungen für Österreich: „Größe“ und Maß – schön wäre es."
RUSSIAN = "Вчера на заседании правительства обсуждали новые меры поддержки региона."
UKRAINIAN = "Уряд учора обговорив нові заходи підтримки громад і їхніх мешканців."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "cp1252"), (GERMAN, "utf-8"), (GERMAN, "utf-16-le"), (GERMAN, "utf-16-be"), (GERMAN, "utf-16"),
        (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (RUSSIAN, "cp866"), (RUSSIAN, "utf-8"), (RUSSIAN.upper(), "koi8-r"),
        (UKRAINIAN, "cp1251"), (UKRAINIAN, "koi8-u"), ("Rene\u0301 🙂 sagt", "utf-8-sig"),
    ],
)  # fmt: skip
def test_the_text_comes_back_without_a_declaration(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert not decoded.warnings


def test_a_declaration_decides_between_encodings_that_fit() -> None:
    assert decode("Łódź".encode("iso8859-2"), "iso-8859-2").text == "Łódź"
    assert decode("“Zitat”".encode("cp1252"), "iso-8859-1").text == "“Zitat”"


def test_utf8_wins_over_a_wrong_declaration_with_a_warning() -> None:
    decoded = decode(GERMAN.encode(), "iso-8859-1")
    assert decoded.text == GERMAN
    assert "not iso-8859-1 as declared" in decoded.warnings[0]


@pytest.mark.parametrize("declared", ["utf-8", "no such thing", "idna", "hex", "\0", ""])
def test_a_declaration_that_does_not_fit_is_not_believed(declared: str) -> None:
    assert decode(RUSSIAN.encode("cp1251"), declared).text == RUSSIAN


def test_a_text_cut_within_a_character_says_so() -> None:
    decoded = decode((GERMAN * 3).encode()[:-2] + "ß".encode()[:1])
    assert decoded.encoding == "utf-8"
    assert "could not be decoded" in decoded.warnings[0]


def test_a_text_that_was_decoded_twice_is_kept_with_a_warning() -> None:
    twice = GERMAN.encode().decode("cp1252", "replace")
    decoded = decode(twice.encode())
    assert decoded.text == twice
    assert "decoded wrongly" in decoded.warnings[0]


@given(st.binary(max_size=300))
def test_any_bytes_decode_and_the_encoding_gives_the_same_again(data: bytes) -> None:
    decoded = decode(data)
    assert data.decode(decoded.encoding, "replace") == decoded.text


@given(st.text(max_size=200))
def test_utf8_round_trips(text: str) -> None:
    data = text.encode("utf-8", "replace")
    if not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        assert decode(data).text == data.decode()


def test_binary_files_do_not_look_like_text() -> None:
    assert not looks_like_text(bytes(range(256)) * 4)
    assert looks_like_text(GERMAN.encode("utf-16-le"))
    assert looks_like_text(RUSSIAN.encode("koi8-r"))
