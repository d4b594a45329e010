"""Press reviews: openings that hand over to a paper (`Der HAFENKURIER aus Seeburg schreibt: „…`)."""

import re

from lesart.articles.splitting.words import anywhere, forms

LEAD_LENGTH = 200  # code points before the quotation begins
_QUOTED = re.compile(r":\s*(?=[„“\"«»‚'‘])")
_NAMED = re.compile(r"«[^»]{2,60}»|„[^“]{2,60}“|\"[^\"]{2,60}\"|\*[^*]{2,60}\*|_[^_]{2,60}_|\b[A-ZÄÖÜА-ЯЁІЇЄҐ]{4,}\b")


def hands_over(paragraph: str) -> bool:
    """Say whether a paragraph, or a line above it, names a paper and lets it speak."""
    text = paragraph.strip("*_ ")
    match = _QUOTED.search(text, 0, LEAD_LENGTH)
    lead = text[: match.start()] if match else text.rstrip() if text.rstrip().endswith(":") else ""
    if not 0 < len(lead) <= LEAD_LENGTH or anywhere("says").search(lead) is None:
        return False
    return anywhere("medium").search(lead) is not None or _compound_medium(lead) or _NAMED.search(lead) is not None


def _compound_medium(lead: str) -> bool:
    ends = tuple(form for form in forms("medium") if len(form) > 3)
    return any(word.lower().endswith(ends) for word in re.findall(r"\w{6,}", lead))
