"""redo: a decision that was taken back holds again."""

import click

from lesart.cli.openings import collection_argument, json_option, opened, person_option
from lesart.cli.recorded import recorded


@click.command()
@collection_argument
@click.argument("number", type=int)
@person_option
@json_option
def redo(collection: str, number: int, person: str | None, as_json: bool) -> None:
    """Let the decision with this NUMBER hold again.

    \b
    Example:
      lesart redo pile.lesart 12
    """
    with opened(collection, person=person) as pile:
        recorded(pile.redo(number), as_json=as_json)
