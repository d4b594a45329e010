"""correct: a statement about an article is set right."""

import click

from lesart.cli.openings import collection_argument, json_option, note_option, opened, person_option
from lesart.cli.recorded import recorded
from lesart.workbench.errors import JudgementError

FIELDS = ("title", "subtitle", "authors", "translators", "date", "language", "outlet", "topics", "extent")


@click.command()
@collection_argument
@click.argument("article")
@click.argument("field", type=click.Choice(FIELDS))
@click.argument("value", required=False)
@click.option("--unknown", is_flag=True, help="Nothing fixes it: take the value away.")
@note_option
@person_option
@json_option
def correct(
    collection: str,
    article: str,
    field: str,
    value: str | None,
    unknown: bool,
    note: str | None,
    person: str | None,
    as_json: bool,
) -> None:
    """Set FIELD of ARTICLE to VALUE; several names or topics with "; " between.

    What the machine proposed is kept, and lesart undo brings it back.

    \b
    Examples:
      lesart correct pile.lesart 3fa9 date 2024-05-10 --note 'printed edition, page 3'
      lesart correct pile.lesart 3fa9 authors 'Käthe Möller; Олена Гнатюк'
      lesart correct pile.lesart 3fa9 date --unknown
    """
    if (value is None) != unknown:
        raise JudgementError("Give either a value or --unknown.", "lesart correct --help has examples.")
    with opened(collection, person=person) as pile:
        recorded(pile.correct(pile.resolve(article), field, value, note=note), as_json=as_json)
