"""Openings: the arguments and options that commands share, and opening the collection they name."""

import functools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from lesart.cli.wording import worded
from lesart.store.rows import ArticleFilter
from lesart.text.article import Basis, Extent, Relation
from lesart.workbench.collection import Collection
from lesart.workbench.errors import CollectionError

Command = TypeVar("Command", bound=Callable[..., Any])
SQLITE_HEAD = b"SQLite format 3\x00"

collection_argument = click.argument("collection", metavar="COLLECTION")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs (see docs/cli.md).")
person_option = click.option(
    "--person", envvar="LESART_PERSON", help="Under whose name the decision is kept. [default: your login name]"
)
note_option = click.option("--note", help="Why you decided so; kept with the decision.")

_FILTERS = (
    click.option("--language", metavar="CODE", help="Only this language: de, en, ru, uk …"),
    click.option("--outlet", help="Only this outlet."),
    click.option("--author", help="Only this author."),
    click.option("--since", metavar="DATE", help="Not certainly before this day: 2024, 2024-05 or 2024-05-10."),
    click.option("--until", metavar="DATE", help="Not certainly after this day."),
    click.option("--extent", type=click.Choice([str(e) for e in Extent]), help="Whole pieces or teasers."),
    click.option("--basis", type=click.Choice([str(b) for b in Basis]), help="What the date rests on."),
    click.option(
        "--relation", type=click.Choice([str(r) for r in Relation]), help="With such a link in its provenance chain."
    ),
    click.option("--topic", help="Only with this topic."),
    click.option("--document", metavar="KEY", help="Only from this document."),
    click.option("--words", metavar="QUERY", help="Only where these words stand (see lesart search --help)."),
)


def filter_options(command: Command) -> Command:
    """Give a command the options that choose articles, as one `where`."""

    @functools.wraps(command)
    def chosen(*arguments: Any, **options: Any) -> Any:
        fields = {name: options.pop(name) for name in ArticleFilter.__dataclass_fields__}
        return command(*arguments, where=ArticleFilter(**fields), **options)

    for option in reversed(_FILTERS):
        chosen = option(chosen)
    return chosen  # type: ignore[return-value]  # the same command with more options


@contextmanager
def opened(where: str, *, create: bool = False, person: str | None = None) -> Iterator[Collection]:
    """Open the collection that an argument names; CollectionError with advice where that cannot be."""
    if "://" not in where:
        _check(Path(where), create=create)
    with Collection.open(where, create=create, person=person) as collection:
        yield collection


def _check(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise CollectionError(
            f"{path} is a folder, not a collection.",
            "The collection comes first, what to read after it: lesart add pile.lesart " + str(path),
        )
    if not path.exists():
        if create:
            return
        raise CollectionError(
            worded("There is no collection at {0}.", path), worded("Make one with: lesart add {0} FILES…", path)
        )
    if not os.access(path, os.R_OK):
        raise CollectionError(f"{path} may not be read.", "Ask its owner for the right to read it.")
    with path.open("rb") as file:
        head = file.read(len(SQLITE_HEAD))
    if head and head != SQLITE_HEAD:
        raise CollectionError(
            f"{path} is no collection.",
            f"The collection comes first, what to read after it: lesart add pile.lesart {path}",
        )
