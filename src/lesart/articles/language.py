"""Language: in which language a piece is written, by its letters first and by its trigrams second."""

import re

import py3langid

from lesart.text.article import Basis, Evidence, Statement
from lesart.text.document import Document

ENOUGH_LETTERS = 25  # below that nothing can be said
SURE_LETTERS = 200  # from there on the trigrams are right on practically all press text
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LETTER = re.compile(r"[^\W\d_]")
_CLOSE_TO_GERMAN = {"lb", "nl", "af"}


def language(document: Document, text: str) -> Statement | None:
    """Return the ISO 639-1 code of the language of a text, None where it is too short and no clue helps."""
    letters = len(_LETTER.findall(text))
    clue = next(iter(document.clues_for("language")), None)
    if clue and letters < SURE_LETTERS:
        return Statement(clue.value[:2].lower(), Evidence(clue.evidence, clue.source), 0.8)
    if letters < ENOUGH_LETTERS:
        return None
    code, confidence = _by_letters(text, letters) or _by_trigrams(text, letters)
    return Statement(code, Evidence(" ".join(text.split()[:8])), confidence, Basis.INFERRED)


def _by_letters(text: str, letters: int) -> tuple[str, float] | None:
    """Tell Ukrainian and Russian by the letters that only one of them has; None for other scripts and languages."""
    if len(_CYRILLIC.findall(text)) * 2 < letters:
        return None
    russian, ukrainian = len(re.findall("[ыэъё]", text.lower())), len(re.findall("[іїєґ]", text.lower()))
    if russian == ukrainian or re.search("[ўјљњћђќѓѕ]", text.lower()):
        return None
    share = max(russian, ukrainian) / (russian + ukrainian)
    if "ъ" in text.lower() and not re.search("[ыэ]", text.lower()):
        return None  # Bulgarian
    return ("ru" if russian > ukrainian else "uk"), round(0.5 + share / 2, 2)


def _by_trigrams(text: str, letters: int) -> tuple[str, float]:
    code = py3langid.classify(text[:2000])[0]
    if code in _CLOSE_TO_GERMAN and re.search(r"\b(?:der|die|das|und|nicht)\b", text):
        code = "de"
    return code, 0.98 if letters >= SURE_LETTERS else 0.6
