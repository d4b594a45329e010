"""restore: a passage that was left out stands in the reading view again."""

import click

from lesart.cli.openings import collection_argument, json_option, note_option, opened, person_option
from lesart.cli.places import SPAN
from lesart.cli.recorded import recorded
from lesart.text.span import Span


@click.command()
@collection_argument
@click.argument("article")
@click.argument("place", type=SPAN)
@note_option
@person_option
@json_option
def restore(collection: str, article: str, place: Span, note: str | None, person: str | None, as_json: bool) -> None:
    """Put a passage back that was left out of ARTICLE. PLACE is START-END as lesart show --layers removed prints it.

    \b
    Example:
      lesart restore pile.lesart 3fa9 1204-1391
    """
    with opened(collection, person=person) as pile:
        recorded(pile.restore(pile.resolve(article), place, note=note), as_json=as_json)
