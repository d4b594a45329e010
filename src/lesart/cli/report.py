"""report: one HTML file that opens without Lesart."""

from pathlib import Path

import click

from lesart.cli.openings import collection_argument, filter_options, opened
from lesart.cli.terminal import say
from lesart.cli.wording import worded
from lesart.store.rows import ArticleFilter


@click.command()
@collection_argument
@filter_options
@click.option(
    "-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The file to write."
)
@click.option(
    "--wording", type=click.Choice(["de", "en"]), default="de", show_default=True, help="Language of the report."
)
def report(collection: str, where: ArticleFilter, output: Path, wording: str) -> None:
    """Write one HTML file with the texts of COLLECTION, what is known about each, and the line it rests on.

    The file opens in any browser without Lesart, without a script and without the network.

    \b
    Examples:
      lesart report pile.lesart -o pile.html
      lesart report pile.lesart -o dossier.html --topic Hochwasser --wording en
    """
    with opened(collection) as pile:
        count = pile.report(output, where, language=wording)
    say(worded("{0} articles in {1}", count, output))
