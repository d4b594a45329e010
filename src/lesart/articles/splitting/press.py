"""Press reviews: openings that hand over to a paper (`Der HAFENKURIER aus Seeburg schreibt: „…`)."""

import re

from lesart.articles.splitting.words import anywhere, forms

LEAD_LENGTH = 200  # code points before the quotation begins
_QUOTED = re.compile(r":\s*(?=[„“\"«»‚'‘])")
_SENTENCES = re.compile(r"(?<=\w{3}[.!?])\s")
_CLOSING_WORDS = re.compile(
    r"[„“\"«‚'‘].{20,}[“”\"»’'][,.]?\s(?:[–—-]\s)?([^„“”\"«»]{5,60}(?:[„“\"«][^„“”\"«»]{2,60}[“”\"»])?[^„“”\"«»]{0,60}\.?)$",
    re.S,
)
_NAMED = re.compile(r"«[^»]{2,60}»|„[^“]{2,60}“|\"[^\"]{2,60}\"|\*[^*]{2,60}\*|_[^_]{2,60}_|\b[A-ZÄÖÜА-ЯЁІЇЄҐ]{4,}\b")


def hands_over(paragraph: str) -> bool:
    """Say whether a paragraph, or a line above it, names a paper and lets it speak."""
    text = paragraph.strip("*_ ")
    match = _QUOTED.search(text, 0, LEAD_LENGTH)
    lead = text[: match.start()] if match else text.rstrip() if text.rstrip().endswith(":") else ""
    if not 0 < len(lead) <= LEAD_LENGTH or anywhere("says").search(lead) is None:
        return False
    return _names_paper(lead)


def quotes_paper(paragraph: str) -> bool:
    """Say whether a paragraph names a paper and quotes it, in whatever words; too little unless others do so too."""
    text = paragraph.strip("*_ ")
    match = _QUOTED.search(text, 0, 2 * LEAD_LENGTH)
    clause = _SENTENCES.split(text[: match.start()])[-1] if match else ""
    if clause and len(clause) <= LEAD_LENGTH:
        return _names_paper(clause)
    closing = _CLOSING_WORDS.match(text)
    return closing is not None and anywhere("says").search(closing[1]) is not None and _names_paper(closing[1])


def _names_paper(clause: str) -> bool:
    return (
        anywhere("medium").search(clause) is not None or _compound_medium(clause) or _NAMED.search(clause) is not None
    )


def _compound_medium(lead: str) -> bool:
    ends = tuple(form for form in forms("medium") if len(form) > 3)
    return any(word.lower().endswith(ends) for word in re.findall(r"\w{6,}", lead))
