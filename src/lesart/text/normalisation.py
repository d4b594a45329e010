"""Normalisation: the forms under which words are compared and searched, never shown."""

import unicodedata

_QUOTES = str.maketrans(dict.fromkeys("„“”‟«»‹›‚‘’‛'`´", '"') | dict.fromkeys("–—‒―−", "-") | {"\u00ad": None, "\u200b": None, "\ufeff": None, "\u00a0": " "})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ё": "е"})


def folded(text: str) -> str:
    """Fold case, umlauts (ä = ae), ß, ё and accents, so that the spellings of one word compare equal.

    Length and offsets change: for keys, never for display. й, ї and ґ stay letters of their own.
    """
    lowered = unicodedata.normalize("NFC", text).lower().translate(_UMLAUTS)
    return "".join(c for c in lowered if c.isascii()) if lowered.isascii() else _without_latin_accents(lowered)


def _without_latin_accents(text: str) -> str:
    out = []
    for character in text:
        base = unicodedata.normalize("NFD", character)
        out.append(base[0] if len(base) > 1 and "a" <= base[0] <= "z" else character)
    return "".join(out)


def compared(text: str) -> str:
    """Return the form for comparing lines: folded, one quotation mark, one dash, single blanks, no soft hyphens."""
    return " ".join(folded(text.translate(_QUOTES)).split())
