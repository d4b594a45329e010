"""Synthetic: press-like articles of invented words, whose frequencies fall as those of real words do."""

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from lesart.store.delivery import Delivery, NewCapture, NewDocument, NewOrigin, Versions
from lesart.text.article import (
    Article,
    Basis,
    Byline,
    Cut,
    Evidence,
    Provenance,
    Publication,
    Relation,
    Removal,
    RemovalKind,
    Role,
    Statement,
)
from lesart.text.blocks import blocks_of_plain_text
from lesart.text.document import Document
from lesart.text.span import Span, trimmed

STEMS = 20_000
COMPOUNDS = 180_000  # so that 100,000 articles meet as many different words as a German press archive of that size
WORDS_AN_ARTICLE = 300
_LATIN = (
    [
        "ba",
        "be",
        "bi",
        "do",
        "du",
        "fa",
        "fe",
        "ga",
        "gi",
        "ha",
        "ho",
        "ka",
        "ki",
        "lo",
        "lu",
        "ma",
        "mi",
        "na",
        "no",
        "pa",
        "po",
        "ra",
        "ri",
        "sa",
        "so",
        "ta",
        "to",
        "va",
        "wi",
        "zu",
    ],
    "nrslt",
)
_CYRILLIC = (
    ["ба", "ве", "ги", "до", "жу", "за", "ки", "ло", "ма", "не", "по", "ра", "си", "ту", "фа", "хо", "че", "ша"],
    "нрслт",
)
_VERSIONS = Versions("plain 1", "1", (("repetition", "1"),))


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language, the most frequent first, with the sums of their weights up to each."""

    name: str
    words: list[str]
    weights: list[float]

    @classmethod
    def invented(cls, name: str, random_: random.Random, syllables: list[str], ends: str) -> "Language":
        def stem(length: int) -> str:
            return "".join(random_.choices(syllables, k=length)) + random_.choice(("", *ends))

        stems = list(dict.fromkeys(stem(1 + min(3, n // 60)) for n in range(STEMS * 2)))[:STEMS]
        joined = (random_.choice(stems) + random_.choice(stems[100:]) for _ in range(COMPOUNDS))
        words = list(dict.fromkeys([*stems, *joined]))
        return cls(name, words, list(accumulate(1 / (rank + 2.7) for rank in range(len(words)))))

    def text(self, random_: random.Random, count: int) -> list[str]:
        return random_.choices(self.words, cum_weights=self.weights, k=count)


def languages(seed: int) -> list[Language]:
    random_ = random.Random(seed)
    return [Language.invented("de", random_, *_LATIN), Language.invented("ru", random_, *_CYRILLIC)]


def deliveries(spoken: list[Language], run_id: int, first: int, last: int, seed: int) -> Iterator[Delivery]:
    """Yield the articles `first` to `last` (exclusive), one a file; each depends on the seed and its number only."""
    for number in range(first, last):
        random_ = random.Random(seed * 1_000_003 + number)
        language = spoken[0] if random_.random() < 0.8 else spoken[1]
        yield _delivery(language, random_, run_id, number)


def joined(parts: list[Delivery]) -> Delivery:
    """Make the articles of several files the records of one table."""
    data = b"".join(part.capture.data or b"" for part in parts)
    first = parts[0]
    documents = tuple(replace(part.documents[0], ordinal=n) for n, part in enumerate(parts, start=1))
    capture = NewCapture(hashlib.sha256(data).hexdigest(), len(data), "text/csv", data)
    return replace(first, capture=capture, documents=documents)


def _delivery(language: Language, random_: random.Random, run_id: int, number: int) -> Delivery:
    lines = [_sentence(language, random_, 7)]
    lines += [" ".join(_sentence(language, random_, 15) for _ in range(4)) for _ in range(WORDS_AN_ARTICLE // 60)]
    lines += ["Anzeige: " + _sentence(language, random_, 12)]
    text = "\n\n".join(lines) + "\n"
    data = text.encode()
    document = Document(text, tuple(blocks_of_plain_text(text)))
    article = _article(document, language.name, random_, lines)
    return Delivery(
        run_id,
        NewCapture(hashlib.sha256(data).hexdigest(), len(data), "text/plain", data),
        NewOrigin(f"/pile/{number // 1000}/{number}.txt", "file", "2026-11-22T08:00:00Z"),
        (NewDocument(0, document, (article,), ((),)),),
        (),
        _VERSIONS,
    )


def _sentence(language: Language, random_: random.Random, count: int) -> str:
    words = language.text(random_, count)
    return f"{words[0].capitalize()} {' '.join(words[1:])}."


def _article(document: Document, language: str, random_: random.Random, lines: list[str]) -> Article:
    text = document.text
    whole = trimmed(text, Span(0, len(text)))
    title = Span(0, len(lines[0]))
    day = f"{random_.randint(2015, 2026)}-{random_.randint(1, 12):02}-{random_.randint(1, 28):02}"
    advertisement = document.blocks[-1].span

    def stated(value: str) -> Statement:
        return Statement(value, Evidence(value, "file name"))

    return Article(
        cut=Cut(whole, "the whole text", 1.0, title),
        title=Statement(title.of(text), Evidence(title.of(text), span=title)),
        bylines=(Byline(f"Autor {int(random_.paretovariate(0.6)) % 2000}", Role.AUTHOR, Evidence("Autor")),),
        published=Publication(day, Basis.STATED, day, day, "read off", (Evidence(day, "file name"),)),
        language=stated(language),
        outlet=stated(f"Blatt {int(random_.paretovariate(0.7)) % 300}"),
        topics=tuple(stated(f"Thema {n}") for n in {random_.randint(1, 40), random_.randint(1, 40)}),
        provenance=(Provenance(Relation.AGENCY, Evidence("ag"), outlet="ag"),) if random_.random() < 0.3 else (),
        removed=(Removal(advertisement, RemovalKind.AD, "begins with Anzeige", 0.9),),
    )
