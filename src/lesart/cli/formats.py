"""formats: what export can write."""

import click

from lesart.cli.openings import json_option
from lesart.cli.terminal import say_json, say_table
from lesart.exporters.registry import EXPORTERS


@click.command()
@json_option
def formats(as_json: bool) -> None:
    """List the formats of lesart export.

    \b
    Example:
      lesart formats
    """
    if as_json:
        say_json(
            [{"name": e.name, "suffix": e.suffix, "media_type": e.media_type, "about": e.summary} for e in EXPORTERS]
        )
    else:
        say_table(("format", "about"), ((exporter.name, exporter.summary) for exporter in EXPORTERS))
