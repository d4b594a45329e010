"""Strategies: texts with what breaks offsets (emoji, combining marks, Cyrillic, odd line ends), and spans in them."""

from hypothesis import strategies as st

from lesart.text.span import Span

AWKWARD = [
    "ä",
    "ß",
    "a\u0308",
    "и\u0306",
    "й",
    "ї",
    "Ё",
    "🧭",
    "👩‍🚒",
    "\u00ad",
    "\u200b",
    "\u2028",
    "\r\n",
    "\n\n",
    "\n",
    " ",
    "-",
]
WORDS = ["Schleuse", "Keremet", "вода", "гребля", "gate", "„Tor“", "1.", "***", "# Titel", "- Punkt", "Ende."]
awkward_texts = st.lists(st.sampled_from(AWKWARD + WORDS) | st.characters(), max_size=40).map("".join)


def spans(length):
    """Draw a span inside a text of that length."""
    ends = st.tuples(st.integers(0, length), st.integers(0, length))
    return ends.map(lambda pair: Span(min(pair), max(pair)))


@st.composite
def texts_with_spans(draw, count=1):
    """Draw a text and a list of spans in it."""
    text = draw(awkward_texts)
    return text, draw(st.lists(spans(len(text)), min_size=count, max_size=max(count, 5)))
