"""Handovers: the paragraphs of a press review at which another paper is given the word."""

from collections.abc import Sequence

from lesart.articles.splitting import press
from lesart.articles.splitting.lines import SURELY_SHORT, Line, Shape
from lesart.articles.splitting.words import anywhere

HEAD = 3  # lines in which a press review calls itself one
FEWEST = 2  # papers


def handovers(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the paragraphs that let a paper speak.

    Where two surely do, or the head calls the document a press review, a named paper and its quotation are enough.
    """
    paragraphs = [i for i, line in enumerate(lines) if line.shape is Shape.PROSE]
    sure = frozenset(i for i in paragraphs if press.hands_over(lines[i].text))
    head = (line for line in lines[:HEAD] if len(line.text) <= SURELY_SHORT)
    if len(sure) < FEWEST and not any(anywhere("review").search(line.text) for line in head):
        return sure
    found = sure | {i for i in paragraphs if press.quotes_paper(lines[i].text)}
    return found if len(found) >= FEWEST else sure
