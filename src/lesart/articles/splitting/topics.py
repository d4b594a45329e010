"""Topics: the telling words of a stretch of text, and how far two stretches share them."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from functools import cache, lru_cache
from itertools import chain

from lesart.resources.lexicons import languages_with, lexicon

_WORD = re.compile(r"[^\W_]+(?:[’'ʼ\u0301-][^\W_]+)*")
SHORTEST, LONGEST = 4, 7  # letters of a stem; the last two letters of a word, where inflection sits, are left out


@cache
def _common() -> frozenset[str]:
    return frozenset(row["stem"] for name in languages_with("digest_common") for row in lexicon(name, "digest_common"))


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """Return the beginning of a word under which its forms in de, en, ru and uk mostly meet."""
    lowered = word.lower().replace("ё", "е")
    return lowered[: min(LONGEST, max(SHORTEST, len(lowered) - 2))]


def telling(text: str) -> frozenset[str]:
    """Return the stems that can tell one topic from another: no common words, no figures, none of one or two letters."""
    words = (word for word in _WORD.findall(text) if len(word) > 3 or (len(word) > 1 and word.isupper()))
    return frozenset(stem(word) for word in words if not word.isdigit()) - _common()


def kinship(left: Set[str], right: Set[str]) -> float:
    """Return how many telling stems two stretches share, against the geometric mean of their numbers (0 to 1)."""
    if not left or not right:
        return 0.0
    return len(left & right) / math.sqrt(len(left) * len(right))


def found_again(words: Set[str], places: Iterable[Set[str]]) -> float:
    """Return the share of the words that stand in any of the places, 0 where there are no words."""
    elsewhere = frozenset().union(*places)
    return len(words & elsewhere) / len(words) if words else 0.0


def togetherness(pieces: Sequence[frozenset[str]]) -> float:
    """Return the mean kinship of each piece with all the others taken together."""
    counts = Counter(chain.from_iterable(pieces))
    total = 0.0
    for words in pieces:
        shared = sum(counts[word] > 1 for word in words)
        rest = len(counts) - (len(words) - shared)
        total += shared / math.sqrt(len(words) * rest) if words and rest else 0.0
    return total / len(pieces)
