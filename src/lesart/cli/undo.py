"""undo: a decision is taken back, and stays in the history."""

import click

from lesart.cli.openings import collection_argument, json_option, opened, person_option
from lesart.cli.recorded import recorded


@click.command()
@collection_argument
@click.argument("number", type=int)
@person_option
@json_option
def undo(collection: str, number: int, person: str | None, as_json: bool) -> None:
    """Take back the decision with this NUMBER (lesart history shows them).

    \b
    Example:
      lesart undo pile.lesart 12
    """
    with opened(collection, person=person) as pile:
        recorded(pile.undo(number), as_json=as_json)
