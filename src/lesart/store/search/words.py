"""Words: how a text falls into the words that are searched, and the folded form under which they are found."""

import re
import unicodedata
from functools import lru_cache

from lesart.text.normalisation import folded

# Letters and digits; combining marks and soft hyphens inside a word are part of it. Underscores and hyphens part words.
# An emoji is a word.
WORD = re.compile(
    r"[^\W_]+(?:[\u00ad\u200d\u0300-\u036f]+[^\W_]+)*[\u0300-\u036f]*|[\u2600-\u27bf\U0001f000-\U0001faff]"
)
_MARKS = dict.fromkeys([0xAD, 0x200D, *range(0x300, 0x370)])
VOCABULARY_LETTERS = 8  # a compound holds a word of five letters and something before it


@lru_cache(maxsize=65_536)
def folded_word(word: str) -> str:
    """Fold one word: case, ä = ae, ß = ss, ё = е, ligatures, accents and stress marks; й and ї stay letters."""
    if word.isascii():
        return word.lower()
    return folded(unicodedata.normalize("NFKC", word)).translate(_MARKS)


def folded_words(text: str) -> list[str]:
    """Return the words of a text in order, folded."""
    return [folded_word(word) for word in WORD.findall(text)]


def vocabulary_terms(words: list[str]) -> set[str]:
    """Return those words that may be compounds."""
    return {word for word in words if len(word) >= VOCABULARY_LETTERS and word.isalpha()}
