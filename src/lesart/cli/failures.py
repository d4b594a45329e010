"""failures: what could not be read, why, and what to do."""

import click

from lesart.cli.openings import collection_argument, json_option, opened
from lesart.cli.terminal import say, say_json
from lesart.cli.wording import worded


@click.command()
@collection_argument
@click.option("--resolved", is_flag=True, help="Those that a later run could read, too.")
@click.option("--limit", type=click.IntRange(min=1), default=200, show_default=True)
@click.option("--offset", type=click.IntRange(min=0), default=0)
@json_option
def failures(collection: str, resolved: bool, limit: int, offset: int, as_json: bool) -> None:
    """Show what could not be read into COLLECTION, why, and what to do about it.

    \b
    Example:
      lesart failures pile.lesart
    """
    with opened(collection) as pile:
        page = pile.failures(resolved=resolved, limit=limit, offset=offset)
    if as_json:
        say_json(page)
        return
    for row in page.items:
        say(row.uri, style="bold")
        say(
            f"  {row.stage}: {row.reason}"
            + (f" ({worded('read since {0}', row.resolved_at)})" if row.resolved_at else "")
        )
        if row.advice:
            say(f"  → {row.advice}")
    left = page.total - page.offset - len(page.items)
    more = ", " + worded("{0} more with --offset {1}", left, page.offset + page.limit) if left > 0 else ""
    say(worded("{0} not read", page.total) + more)
