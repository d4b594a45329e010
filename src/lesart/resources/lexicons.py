"""Lexicons: the word lists that ship as TSV files, one folder a language, read once."""

import csv
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


def _folder() -> Traversable:
    return files("lesart") / "data" / "lexicons"


@cache
def lexicon(language: str, name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of one lexicon, keyed by the column names of its header line.

    Blank lines and lines that begin with # are left out. Raises FileNotFoundError where the language has no such lexicon.
    """
    text = (_folder() / language / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def languages_with(name: str) -> tuple[str, ...]:
    """Name the languages that have a lexicon, in alphabetical order."""
    folders = sorted(folder.name for folder in _folder().iterdir() if folder.is_dir())
    return tuple(language for language in folders if (_folder() / language / f"{name}.tsv").is_file())
