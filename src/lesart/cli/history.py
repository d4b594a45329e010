"""history: the decisions about a document, undone ones included."""

import click

from lesart.cli.openings import collection_argument, json_option, opened
from lesart.cli.recorded import described
from lesart.cli.terminal import say, say_json
from lesart.cli.wording import worded


@click.command()
@collection_argument
@click.argument("document")
@json_option
def history(collection: str, document: str, as_json: bool) -> None:
    """Show what people decided about DOCUMENT and its articles, in order; an article's key will do.

    \b
    Example:
      lesart history pile.lesart 3fa91c07be21
    """
    with opened(collection) as pile:
        rows = pile.history(document.partition("-")[0])
    if as_json:
        say_json(rows)
        return
    for row in rows:
        say(f"{row.id:>5}  {row.article_key or row.document_key}  {described(row)}")
    if not rows:
        say(worded("Nobody has decided anything here."))
