"""Findings: the reasons that splitting, cleaning and description give, in the reader's language.

They come as English phrases, some with words of the text or with other phrases in them. What is not known here is
shown as it came: an English reason is better than none.
"""

import re
from functools import cache

from lesart.web.languages import Language
from lesart.web.presenters import failings
from lesart.web.presenters.wording import N_

PHRASES = (
    # why a cut was made
    N_("one piece: no sign that another begins"),
    N_("the document begins here"),
    N_("a title"),
    N_("a paragraph"),
    N_("a title, and other words than before"),
    N_("a paragraph, and other words than before"),
    N_("another topic than before"),
    N_("a byline of its own"),
    N_("a date of its own"),
    N_("a dateline of its own"),
    N_("a heading of the same level"),
    N_("a length of its own"),
    N_("a mark before the title"),
    N_("a name of its own at the title"),
    N_("a new set of labelled fields"),
    N_("a rule"),
    N_("a running number"),
    N_("a time of its own"),
    N_("a time with a place or topic of its own"),
    N_("a title that runs into the text"),
    N_("a title in capitals"),
    N_("a web address of its own"),
    N_("a wider gap"),
    N_("another paper is given the word"),
    N_("counted as one of several items"),
    N_("outlet or date behind the title"),
    N_("the line before leads on to the full text"),
    N_("the line before names a source"),
    N_("the line before names the source of the piece above"),
    N_("the overview at the beginning names this title"),
    N_("the piece above ends with its author's sign"),
    N_("the piece above is signed"),
    # why a passage was removed
    N_("every word of the line is a name, a role, a date or a source"),
    N_("a bracket without words"),
    N_("a button"),
    N_("a date glued before the title"),
    N_("a note on where the piece comes from"),
    N_("a remark of the editors or about the author"),
    N_("a rule at the edge of the piece"),
    N_("the title once more"),
    N_("the name of a rubric before the title"),
    N_("the head of the collection, before its first piece"),
    N_("beside the piece"),
    N_("foot of the page"),
    N_("head of the page"),
    N_("hidden on the page"),
    N_("navigation of the page"),
    N_("outside the main text"),
    N_("running head"),
    # why a word was repaired
    N_("a hyphen left over from the end of a line"),
    N_("a word divided at the end of a line"),
    N_("soft hyphens are no letters"),
    N_("two words that have run together"),
    N_("word cut at the end of a line"),
    # how a date was read
    N_("nothing in the text or around it fixes the date"),
    N_("not before the first publication"),
    N_("the date before the title"),
    N_("the date of the last change"),
    N_("the date in the byline"),
    N_("the date in the dateline"),
    N_("the day at the head of the collection"),
    # why a decision or a search was refused
    N_("a cut cannot fall inside a word"),
    N_("Choose the beginning of a line."),
    N_("no word follows this place"),
    N_("this place lies outside the text"),
    N_("an article begins here already"),
    N_("no word begins here"),
    N_("no word begins there"),
    N_("no article begins here"),
    N_("the first article has no other before it"),
    N_("a cut cannot be moved past another one"),
    N_("The places of the cuts stand in the document's list of cuts."),
    N_("no removed passage lies here"),
    N_("The article's list of removed passages has their places."),
    N_("this is no passage of the article"),
    N_("Mark words inside the article."),
    N_("Redo it instead."),
    N_("Undo it instead."),
    N_('Close the phrase with ".'),
    N_("Write at least one word."),
    N_("Write at least one word of letters or digits."),
    N_("Close it with )."),
    N_("Add a word to look for."),
    N_("write 2024, 2024-05 or 2024-05-10"),
    # where a clue stood
    N_("text"),
    N_("address of the page"),
)
PATTERNS = (
    N_("a title with %(signs)s"),
    N_("a paragraph with %(signs)s"),
    N_("a line that leads elsewhere: %(quote)s"),
    N_("behind the last sentence: %(quote)s"),
    N_("the link around %(quote)s leads nowhere"),
    N_("the link around %(quote)s"),
    N_("its target is no text"),
    N_("the date of publication in %(source)s"),
    N_("the date of the last change in %(source)s"),
    N_("a date in the %(source)s"),
    N_("not after %(quote)s"),
    N_("the text looks ahead to %(quote)s, without a year"),
    N_("%(source)s says otherwise: %(value)s"),
    N_("judgement of %(person)s, %(date)s"),
    N_("column %(name)s"),
    N_("field %(name)s"),
    N_("feed %(name)s"),
    N_("mail header %(name)s"),
    N_("PDF property %(name)s"),
    N_("a quotation mark is not closed (at character %(place)s)"),
    N_("a parenthesis is not closed (at character %(place)s)"),
    N_("a parenthesis is closed that was not opened (at character %(place)s)"),
    N_("the query is empty (at character %(place)s)"),
    N_("the query holds no word (at character %(place)s)"),
    N_("NEAR stands between words or phrases of one field only (at character %(place)s)"),
    N_("the date cannot be read (at character %(place)s)"),
    N_("something must occur beside what must not (at character %(place)s)"),
    N_("%(value)s is no date"),
    N_("judgement %(place)s is undone already"),
    N_("judgement %(place)s holds already"),
)
KNOWN = frozenset((*PHRASES, *failings.PHRASES))
NESTED = ("signs", "source")  # what may itself be a phrase; quotes and names never are


def in_words(language: Language, finding: str) -> str:
    """Say a reason in the language of the interface; reasons joined by semicolons one by one."""
    if finding in KNOWN:
        return language.say(finding)
    if failed := _matched(language, finding, failings.PATTERNS):
        return failed
    return "; ".join(_phrase(language, part) for part in finding.split("; "))


def _phrase(language: Language, phrase: str) -> str:
    if phrase in KNOWN:
        return language.say(phrase)
    return _matched(language, phrase, PATTERNS) or phrase


def _matched(language: Language, phrase: str, messages: tuple[str, ...]) -> str | None:
    for message in messages:
        if found := _pattern(message).fullmatch(phrase):
            values = {name: _value(language, name, value) for name, value in found.groupdict().items()}
            return language.say(message, **values)
    return None


def _value(language: Language, name: str, value: str) -> str:
    if name == "date":
        return language.date(value)
    return ", ".join(_phrase(language, part) for part in value.split(", ")) if name in NESTED else value


@cache
def _pattern(message: str) -> re.Pattern[str]:
    """Turn a message with places into a pattern; a quote is in German quotation marks."""
    return re.compile(_regex(message), re.DOTALL)


def _regex(message: str) -> str:
    pieces = re.split(r"%\((\w+)\)s", message)
    shapes = {"quote": "„.*“", "date": r"\d{4}-\d{2}-\d{2}", "place": r"\d+"}
    return "".join(
        f"(?P<{piece}>{shapes.get(piece, '.+')})" if index % 2 else re.escape(piece)
        for index, piece in enumerate(pieces)
    )
