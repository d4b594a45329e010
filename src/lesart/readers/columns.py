"""Columns: which column of a table or field of a JSON object holds the title, the text, the date and so on."""

from collections.abc import Mapping, Sequence
from functools import cache

from lesart.readers.composition import Composition
from lesart.readers.dates import iso_day
from lesart.readers.reader import Limits, UnreadableError
from lesart.resources.lexicons import languages_with, lexicon
from lesart.text.blocks import BlockKind
from lesart.text.document import Clue, ClueField, Document
from lesart.text.normalisation import compared

LEXICON = "columns"
CLUES: tuple[ClueField, ...] = (
    "title",
    "subtitle",
    "author",
    "published",
    "modified",
    "language",
    "outlet",
    "url",
    "topic",
    "agency",
    "translator",
)
NAME_THEM = "Say which column is which, for instance: --column text=Inhalt --column title=Titel."


@cache
def known_names() -> dict[str, tuple[str, int]]:
    """Return our field and rank (0 is best) for each folded column name of the lexicons."""
    names: dict[str, tuple[str, int]] = {}
    for language in languages_with(LEXICON):
        for rank, row in enumerate(lexicon(language, LEXICON)):
            names.setdefault(_key(row["name"]), (row["field"], rank))
    return names


def _key(name: str) -> str:
    return compared(name).replace("_", "").replace("-", "").replace(" ", "").replace(".", "").replace(":", "")


def assigned(names: Sequence[str], wished: Sequence[tuple[str, str]] = ()) -> dict[str, str]:
    """Return our field -> their column: as wished, and for the other fields by the best known name.

    UnreadableError where a wished column does not exist.
    """
    columns = dict(wished)
    for field, column in wished:
        if field not in (*CLUES, "text"):
            raise UnreadableError(f"there is no field {field!r}", f"Fields are: text, {', '.join(CLUES)}.")
        if column not in names:
            raise UnreadableError(f"there is no column {column!r}", f"Columns are: {', '.join(names)[:500]}.")
    ranked = sorted((known_names()[_key(n)][1], i, n) for i, n in enumerate(names) if _key(n) in known_names())
    for _, _, name in ranked:
        columns.setdefault(known_names()[_key(name)][0], name)
    return columns


def row_document(
    row: Mapping[str, str], columns: Mapping[str, str], place: str, locator: str | None, media_type: str, limits: Limits
) -> Document:
    """Make the document of a row: its title as heading unless the text begins with it, its text, the rest as clues.

    `place` names the kind of column for a person (`column`, `field`). UnreadableError where there is no text.
    """
    title = row.get(columns.get("title", ""), "").strip()
    text = row.get(columns.get("text", ""), "")
    if not text.strip() and not title:
        raise UnreadableError("this row has no text", NAME_THEM)
    composition = Composition(limits)
    if title and not compared(text[: len(title) * 2 + 20]).startswith(compared(title)):
        composition.add(title, BlockKind.HEADING, level=1)
    composition.add_plain(text)
    clues = [clue for field in CLUES if (clue := _clue(field, row, columns, place))]
    return composition.document(clues=clues, media_type=media_type, locator=locator)


def _clue(field: ClueField, row: Mapping[str, str], columns: Mapping[str, str], place: str) -> Clue | None:
    column = columns.get(field)
    evidence = row.get(column, "").strip() if column else ""
    if not evidence:
        return None
    value = iso_day(evidence) if field in ("published", "modified") else evidence
    return Clue(field, value, f"{place} {column}", evidence) if value else None
