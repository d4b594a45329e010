"""Encodings: which characters the bytes of a text stand for, and how sure that is."""

import codecs
import re
from dataclasses import dataclass

import charset_normalizer

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What web pages and mail call by the name on the left is in truth written in the one on the right (WHATWG Encoding).
MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "tis-620": "cp874",
}
NEVER_A_TEXT = {"idna", "punycode", "utf-7", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"}
SAMPLE = 65_536  # bytes that are looked at to tell encodings apart
DAMAGED_SHARE = (
    0.02  # of the non-ASCII bytes; up to this a UTF-8 text is held to be damaged rather than another encoding
)
_SPACE_CONTROLS = b"\t\n\r\x0b\x0c\x1a\x1b\x08"
_CONTROLS = bytes(b for b in range(32) if b not in _SPACE_CONTROLS)
_WESTERN = frozenset("äöüÄÖÜßéèêëàâáåãçíîïóôòõøúùûñæœÉÀÇÅØ«»„“”’‘‚‹›–—…§°€²³½·•©®™´¿¡\u00a0\u00ad")
_CYRILLIC_ENCODINGS = ("cp1251", "koi8-u", "cp866", "iso8859-5", "mac_cyrillic")
_FREQUENT_CYRILLIC = frozenset("оеаинтсрвлкдмі")  # three quarters of the letters of Russian and Ukrainian prose
_CYRILLIC_WORD = re.compile(r"[\u0400-\u04ff]{2,}")
_DECODED_TWICE = re.compile(r"Ã[\u0080-¿ŸœšžŠŒ„–“”‚ƒ†‡‰]|â€[žœ“”™¦\u009d]|[ÐÑ][\u0080-¿ŸœšžŠŒ„–“”‚ƒ†‡‰‹›°±µ]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding it was read by: `data.decode(encoding, "replace")` gives the same text again.

    A byte order mark is no part of the text; the names `utf-8-sig` and `utf-16` say that there was one.
    """

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def looks_like_text(head: bytes) -> bool:
    """Say whether the beginning of a file may be text in some encoding, rather than a binary format."""
    if not head or any(head.startswith(mark) for mark, _ in BYTE_ORDER_MARKS):
        return True
    if _unmarked_utf16(head):
        return True
    strange = len(head) - len(head.translate(None, _CONTROLS))
    return b"\0" not in head and strange * 100 <= len(head)


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode bytes: byte order mark, then what is declared, then UTF-8, then what the letters speak for.

    UTF-8 that holds together wins over another declaration, with a warning: no other encoding looks like it by chance.
    Never raises; bytes that fit nothing become U+FFFD, with a warning.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding, ())
    named = _codec(declared)
    if named and named.startswith("utf-8"):
        named = None
    if _is(data, "utf-8"):
        return _decoded(data, "utf-8", _not_as_declared(data, named, declared))
    if named and _is(data, named):
        return _decoded(data, named, ())
    encoding = _detected(data)
    wrong = (f"the text is not in {declared} as declared; read as {encoding}",) if declared else ()
    return _decoded(data, encoding, wrong)


def _codec(declared: str | None) -> str | None:
    """Return Python's name for a declared encoding, None where there is none that fits a text."""
    try:
        name = codecs.lookup((declared or "").strip(" \"'")).name
        is_text = name not in NEVER_A_TEXT and isinstance("a".encode(name), bytes)
    except (LookupError, ValueError, TypeError, UnicodeError):
        return None
    return MEANT.get(name, name) if is_text else None


def _not_as_declared(data: bytes, named: str | None, declared: str | None) -> tuple[str, ...]:
    if named is None or data.isascii():
        return ()
    return (f"the text is UTF-8, not {declared} as declared",)


def _is(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeError, ValueError, LookupError):
        return False
    return True


def _decoded(data: bytes, encoding: str, warnings: tuple[str, ...]) -> Decoded:
    text = data.decode(encoding, "replace")
    if lost := text.count("\ufffd") - data.count(b"\xef\xbf\xbd"):
        warnings = (*warnings, f"{max(lost, 1)} places could not be decoded as {encoding}; they are shown as \ufffd")
    if len(_DECODED_TWICE.findall(text[:SAMPLE])) >= 3:
        warnings = (*warnings, "the text looks as if it had been decoded wrongly before it was saved (Ã¤ for ä)")
    return Decoded(text, encoding, warnings)


def _detected(data: bytes) -> str:
    sample = data[:SAMPLE]
    if wide := _unmarked_utf16(sample):
        return wide
    if _damaged_utf8(data):
        return "utf-8"
    if cyrillic := _cyrillic(sample):
        return cyrillic
    if _western(sample):
        return "cp1252" if _is(data, "cp1252") else "latin-1"
    best = charset_normalizer.from_bytes(sample).best()
    return _codec(best.encoding) or "cp1252" if best else "cp1252"


def _unmarked_utf16(sample: bytes) -> str | None:
    """Recognise UTF-16 without a mark by its high bytes, which are all of two or three values."""
    half = len(sample) // 2
    if half < 8:
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0 : half * 2 : 2])):
        low = sample[0::2] if encoding == "utf-16-le" else sample[1::2]
        plain = sum(high.count(value) for value in (b"\0", b"\x04", b"\x20"))
        if plain >= 0.95 * half and high.count(b"\0") >= 0.05 * half and low.count(b"\0") <= 0.01 * half:
            return encoding
    return None


def _damaged_utf8(data: bytes) -> bool:
    """Recognise UTF-8 with a few broken places or cut off at its end."""
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    lost = data.decode("utf-8", "replace").count("\ufffd")
    return high >= 4 and (lost <= DAMAGED_SHARE * high or (lost == 1 and high >= 8))


def _cyrillic(sample: bytes) -> str | None:
    """Return the Cyrillic encoding under which the words are made of frequent letters and cased like words."""
    high = len(sample) - len(sample.translate(None, bytes(range(128, 256))))
    scores = {encoding: _cyrillic_score(sample, encoding, high) for encoding in _CYRILLIC_ENCODINGS}
    best = max(scores, key=lambda encoding: scores[encoding])
    return best if scores[best] >= 0.5 else None


def _cyrillic_score(sample: bytes, encoding: str, high: int) -> float:
    words = _CYRILLIC_WORD.findall(sample.decode(encoding, "replace"))
    letters = sum(map(len, words))
    if letters < 0.7 * high or not letters:
        return 0.0
    cased = sum(len(word) for word in words if word.islower() or word.istitle() or word.isupper())
    frequent = sum(letter in _FREQUENT_CYRILLIC for word in words for letter in word.lower())
    return (cased / letters) * (frequent / letters) * (letters / high)


def _western(sample: bytes) -> bool:
    """Say whether nearly all the non-ASCII bytes are letters and signs of western prose, and are not many."""
    text = sample.decode("cp1252", "replace")
    high = [c for c in text if c >= "\x80"]
    return bool(high) and sum(c in _WESTERN for c in high) >= 0.9 * len(high) and len(high) <= 0.3 * len(text)
