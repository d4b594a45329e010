"""remove: a passage is left out of the reading view of its article."""

import click

from lesart.cli.openings import collection_argument, json_option, note_option, opened, person_option
from lesart.cli.places import SPAN
from lesart.cli.recorded import recorded
from lesart.text.article import RemovalKind
from lesart.text.span import Span


@click.command()
@collection_argument
@click.argument("article")
@click.argument("place", type=SPAN)
@click.option("--kind", required=True, type=click.Choice([str(kind) for kind in RemovalKind]), help="What it is.")
@note_option
@person_option
@json_option
def remove(
    collection: str, article: str, place: Span, kind: str, note: str | None, person: str | None, as_json: bool
) -> None:
    """Leave a passage out of ARTICLE's reading view. PLACE is START-END in the document (lesart cut shows offsets).

    \b
    Example:
      lesart remove pile.lesart 3fa9 1204-1391 --kind ad
    """
    with opened(collection, person=person) as pile:
        recorded(pile.remove(pile.resolve(article), place, kind, note=note), as_json=as_json)
