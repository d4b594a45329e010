"""Entries: lines of a wire that begin with a time and with a place or topic of their own (`08:12 | Seeburg: …`)."""

import re
from collections.abc import Sequence

from lesart.articles.splitting.lines import Line, Shape
from lesart.articles.splitting.topics import telling, togetherness
from lesart.articles.splitting.words import DASH, anywhere

FEWEST = 2  # entries
LABELLED = 0.7  # of the lines that begin with a time must have a label
VARIED = 0.4  # distinct labels to a label: a wire comes back to a capital, a report on one event to its speakers
# Mean kinship of an entry with all others above which they tell of one event: 98 of 100 joins of different news lie
# below, 95 of 100 single articles above, taken paragraph by paragraph (Wikinews, NTREX; 2026-11).
ONE_EVENT = 0.05
NAMED = 0.5  # of the entries must take up one word of the headline above them to tell of one event
_NAME = r"[^\W\d_a-zа-яёіїєґäöüß][\w’'ʼ.\u0301-]*"
_ENTRY = re.compile(
    rf"^[\W_]{{0,4}}(?:[01]?\d|2[0-4])[:.][0-5]\d\b\s*(?:(?i:uhr|h|gmt|utc|мск|год\.?|ч\.?)(?!\w))?[\s|{DASH},:;\])]{{1,5}}"
    rf"(?P<label>{_NAME}(?:[ /-](?:[^\W\d]{{1,3}} )?{_NAME}){{0,3}})(?: ?\([\w./ -]{{2,30}}\))?(?:[:.]\s|\s?[|{DASH}]+\s)"
)


def labelled_entries(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of lines that begin with a time and a label, none where they report on one event.

    One event: the same labels come back, times without a label stand between, the headline above names what half of
    the entries tell of, or the entries share their words.
    """
    timed = [(i, match) for i, line in enumerate(lines) if line.look == "clock" for match in [_ENTRY.match(line.text)]]
    labels = {i: match["label"].rstrip(".").lower() for i, match in timed if match}
    if len(labels) < max(FEWEST, LABELLED * len(timed)) or len(set(labels.values())) < max(2, VARIED * len(labels)):
        return frozenset()
    if any(anywhere("live").search(line.text) for line in lines[:3]):
        return frozenset()
    entries = [telling(text) for text in _texts(lines, sorted(labels))]
    headline = telling(" ".join(line.text for line in lines[: min(labels)] if line.shape is Shape.TITLE))
    named = any(sum(word in words for words in entries) >= max(2, NAMED * len(entries)) for word in headline)
    return frozenset() if named or togetherness(entries) > ONE_EVENT else frozenset(labels)


def _texts(lines: Sequence[Line], begins: Sequence[int]) -> list[str]:
    ends = [*begins[1:], len(lines)]
    return [
        " ".join(line.text for line in lines[a:b] if line.shape is not Shape.RULE)
        for a, b in zip(begins, ends, strict=True)
    ]
