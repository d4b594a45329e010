"""Lesart: reads a pile of press texts and shows who says what, on whose word, and who copied or translated whom."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lesart.workbench.collection import Collection
    from lesart.workbench.single import ReadArticle

__all__ = ["open", "read"]

# The rooms are imported when they are called for: every module of the package passes through here.


def open(where: str | Path, *, create: bool = False, person: str | None = None) -> "Collection":
    """Open a collection, or begin one where `create` is set; a CollectionError says why it cannot be opened.

    `person` is who judges: the name on the computer's account where none is given.
    """
    from lesart.workbench.collection import Collection

    return Collection.open(where, create=create, person=person)


def read(source: str | Path | bytes, *, name: str = "-") -> "list[ReadArticle]":
    """Read the articles of a file, a folder, a URL or of bytes, without a collection and in this process.

    `name` says how bytes are called, for the choice of the reader. Raises UnreadableError, with reason and advice,
    where nothing can be read; parts of a container that cannot be read are left out.
    """
    from lesart.workbench.single import read_articles

    return read_articles(source, name)
