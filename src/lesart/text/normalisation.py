"""Normalisation: the forms under which words are compared and searched, never shown."""

import re
import unicodedata

_QUOTES = str.maketrans(
    dict.fromkeys("„“”‟«»‹›‚‘’‛'`´", '"')
    | dict.fromkeys("–—‒―−", "-")
    | {"\u00ad": None, "\u200b": None, "\ufeff": None, "\u00a0": " "}
)
_UMLAUT = re.compile("([aou])\u0308")
_LATIN_MARKS = re.compile("(?<=[a-z])[\u0300-\u036f]+")
_STRESS_AND_YO = re.compile("(?<=е)[\u0300\u0301\u0308]+|[\u0300\u0301]")  # the letter is Cyrillic


def folded(text: str) -> str:
    """Fold case, umlauts (ä = ae), ß, ё, accents and stress marks, so that the spellings of one word compare equal.

    Length and offsets change: for keys, never for display. й, ї and ґ stay letters of their own. Folding twice
    changes nothing more.
    """
    lowered = unicodedata.normalize("NFC", text).lower()
    if lowered.isascii():
        return lowered
    apart = _UMLAUT.sub(r"\1e", unicodedata.normalize("NFD", lowered).replace("ß", "ss"))
    return unicodedata.normalize("NFC", _STRESS_AND_YO.sub("", _LATIN_MARKS.sub("", apart)))


def compared(text: str) -> str:
    """Return the form for comparing lines: folded, one quotation mark, one dash, single blanks, no soft hyphens."""
    return " ".join(folded(unicodedata.normalize("NFC", text).translate(_QUOTES)).split())
