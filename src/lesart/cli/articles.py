"""articles: the list of articles, with filters."""

from typing import get_args

import click

from lesart.cli.openings import collection_argument, filter_options, json_option, opened
from lesart.cli.terminal import note, say_json, say_table
from lesart.cli.wording import worded
from lesart.store.rows import ArticleFilter, ArticleOrder, ArticleRow

COLUMNS = ("key", "date", "basis", "lang", "extent", "words", "outlet", "authors", "title")


@click.command()
@collection_argument
@filter_options
@click.option("--sort", type=click.Choice(get_args(ArticleOrder)), default="-date", show_default=True)
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True)
@click.option("--offset", type=click.IntRange(min=0), default=0)
@json_option
def articles(collection: str, where: ArticleFilter, sort: ArticleOrder, limit: int, offset: int, as_json: bool) -> None:
    """List the articles of COLLECTION; every option narrows.

    A date in brackets is not stated in the text: it follows from other things, or only its bounds are known (..).

    \b
    Examples:
      lesart articles pile.lesart --language de --since 2024-05
      lesart articles pile.lesart --relation translation_of --json
      lesart articles pile.lesart --basis unknown --sort title
    """
    with opened(collection) as pile:
        page = pile.articles(where, order=sort, limit=limit, offset=offset)
    if as_json:
        say_json(page)
        return
    say_table(COLUMNS, (_row(row) for row in page.items))
    left = page.total - page.offset - len(page.items)
    if left > 0:
        note(worded("{0} articles, {1} more with --offset {2}", page.total, left, page.offset + page.limit))


def _row(row: ArticleRow) -> tuple[object, ...]:
    authors = ", ".join(row.authors)
    title = (row.title or "–") + (" *" if row.corrected else "")
    return (row.key, dated(row), row.date_basis, row.language, row.extent, row.words, row.outlet, authors, title)


def dated(row: ArticleRow) -> str:
    """Write the date of an article: in brackets where it is not stated, bounds with two dots where only they are."""
    if row.date:
        return row.date if row.date_basis == "stated" else f"[{row.date}]"
    if row.date_earliest or row.date_latest:
        return f"[{row.date_earliest or ''}..{row.date_latest or ''}]"
    return "–"
