"""export: the articles for other tools."""

from pathlib import Path

import click

from lesart.cli.openings import collection_argument, filter_options, opened
from lesart.cli.terminal import note
from lesart.cli.wording import worded
from lesart.exporters.registry import EXPORTERS
from lesart.store.rows import ArticleFilter

FORMATS = [exporter.name for exporter in EXPORTERS]


@click.command()
@collection_argument
@filter_options
@click.option("--to", required=True, type=click.Choice(FORMATS), help="The format; lesart formats describes them.")
@click.option("-o", "--output", default="-", help="The file to write, - for standard output.", show_default=True)
def export(collection: str, where: ArticleFilter, to: str, output: str) -> None:
    """Write the articles of COLLECTION in a format for other tools (docs/export.md).

    \b
    Examples:
      lesart export pile.lesart --to jsonl -o pile.jsonl
      lesart export pile.lesart --to csv --language ru > russian.csv
      lesart export pile.lesart --to jsonl | jq -r '.title'
    """
    with opened(collection) as pile:
        count = pile.export(to, None if output == "-" else Path(output), where)
    if output != "-":
        note(worded("{0} articles in {1}", count, output))
