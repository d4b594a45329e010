"""Link stubs: what is left of hyperlinks in copied text: `[word](#)`, `[Read on here]`, `Weiterlesen »`."""

import re
from dataclasses import dataclass
from functools import cache

from lesart.articles.passages import Passage
from lesart.articles.vocabulary import rows
from lesart.text.article import Removal, RemovalKind
from lesart.text.span import Span

_LINK = re.compile(
    r"(?<!!)\[(?P<words>[^\[\]\n]{1,300})\]\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"\n]*\")?\)"
)
_TARGET = re.compile(
    r"^(?:#\S*|javascript:\S*|https?://\S+|mailto:\S+|www\.\S+|/\S*|\.{1,2}/\S*|void\S*|)$", re.IGNORECASE
)
_LONE = re.compile(r"^[\[\]]$")
LONGEST_STUB = 120  # code points


@dataclass(frozen=True, slots=True)
class Stub:
    """A line that leads elsewhere: to the rest of the piece (`read_more`) or to its `original`."""

    span: Span
    kind: str
    words: str


@cache
def _stub_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    def pattern(kind: str) -> re.Pattern[str]:
        sources = "|".join(row["pattern"] for row in rows("link_words") if row["kind"] == kind)
        return re.compile(rf"^(?P<words>{sources})$", re.IGNORECASE)

    return tuple((kind, pattern(kind)) for kind in ("read_more", "original"))


_FRAME = re.compile(
    r"^(?P<open>\[)?\s*(?:[→»>›*_\-–•.…]+\s*)*(?P<words>.*?)\s*(?:[→»>›*_.…:]+\s*)*(?P<close>\])?(?P<target>\([^()\s]*\))?\s*[»›>→]*$",
    re.DOTALL,
)


def stub_of(passage: Passage) -> Stub | None:
    """Read a passage as a line that only leads elsewhere, None where it says more."""
    if len(passage.text) > LONGEST_STUB:
        return None
    frame = _FRAME.match(passage.text)
    words = frame.group("words") if frame else ""
    for kind, pattern in _stub_patterns():
        if pattern.match(words) and _marked(passage, frame, kind):
            return Stub(passage.span, kind, words)
    return None


def _marked(passage: Passage, frame: re.Match[str] | None, kind: str) -> bool:
    """A bare „Original“ without bracket, arrow or link is a heading, not a link."""
    bracketed = frame is not None and bool(frame.group("open") or frame.group("close") or frame.group("target"))
    return bracketed or kind == "read_more" or passage.words > 2 or bool(re.search(r"[»›→>]", passage.text))


def link_stubs(passages: tuple[Passage, ...]) -> list[Removal]:
    """Find stub lines, and the brackets and targets around linked words; the words themselves stay."""
    found: list[Removal] = []
    for passage in passages:
        if stub := stub_of(passage):
            found.append(
                Removal(stub.span, RemovalKind.LINK_STUB, f"a line that leads elsewhere: „{stub.words}“", 0.97)
            )
        elif _LONE.match(passage.text):
            found.append(Removal(passage.span, RemovalKind.LINK_STUB, "a bracket without words", 0.9))
        else:
            found.extend(_around_words(passage))
    return found


def _around_words(passage: Passage) -> list[Removal]:
    found = []
    for match in _LINK.finditer(passage.text):
        if not _TARGET.match(match.group("target")):
            continue
        start, target = match.group("target"), f"the link around „{match.group('words')[:40]}“"
        reason = f"{target} leads nowhere" if start.startswith("#") or not start else f"{target}; its target is no text"
        base = passage.span.start
        words = match.span("words")
        found.append(Removal(Span(base + match.start(), base + words[0]), RemovalKind.LINK_STUB, reason, 0.99))
        found.append(Removal(Span(base + words[1], base + match.end()), RemovalKind.LINK_STUB, reason, 0.99))
    return found
