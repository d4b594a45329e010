"""search: articles by their words, with the best passage of each."""

import re

import click
from rich.text import Text

from lesart.cli.articles import dated
from lesart.cli.openings import collection_argument, filter_options, json_option, opened
from lesart.cli.terminal import MEASURE, harmless, one_line, say, say_json, screen
from lesart.cli.wording import worded
from lesart.store.rows import ArticleFilter, Hit

BLANKS = re.compile(r"\s+")


@click.command()
@collection_argument
@click.argument("query")
@filter_options
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True)
@click.option("--offset", type=click.IntRange(min=0), default=0)
@json_option
def search(collection: str, query: str, where: ArticleFilter, limit: int, offset: int, as_json: bool) -> None:
    """Find articles of COLLECTION by their words.

    Words stand together unless OR is between them. "…" is a phrase, NOT leaves out, NEAR asks for words close to each
    other, and * ends a beginning. Umlauts and accents need not be written; docs/search.md has all of it.

    \b
    Examples:
      lesart search pile.lesart 'Deich NEAR Hohenfurt'
      lesart search pile.lesart '"erneuerbare Energien" OR Windkraft*' --language de
      lesart search pile.lesart 'плотина' --since 2024-05
    """
    with opened(collection) as pile:
        page = pile.search(query, where, limit=limit, offset=offset)
    if as_json:
        say_json(page)
        return
    for hit in page.items:
        _show(hit)
    left = page.total - page.offset - len(page.items)
    more = ", " + worded("{0} more with --offset {1}", left, page.offset + page.limit) if left > 0 else ""
    say(worded("{0} found", page.total) + more)


def _show(hit: Hit) -> None:
    row = hit.article
    say(f"{row.key}  {one_line(row.title)}", style="bold")
    say("  " + " · ".join(one_line(part) for part in (row.outlet, dated(row), row.language) if part), style="dim")
    console = screen()
    width = min(console.width, MEASURE) if console.is_terminal else None
    console.print(_marked(hit), soft_wrap=not console.is_terminal, width=width)
    say()


def _marked(hit: Hit) -> Text:
    """Return the passage as one line, the words found set off: on a terminal by colour, elsewhere by »«."""
    coloured = screen().is_terminal
    text, position = Text("  "), 0
    for mark in sorted(hit.marks):
        text.append(_joined(hit.passage[position : mark.start]))
        found = _joined(hit.passage[mark.start : mark.end])
        text.append(found if coloured else f"»{found}«", style="bold yellow")
        position = mark.end
    text.append(_joined(hit.passage[position:]))
    return text


def _joined(text: str) -> str:
    return harmless(BLANKS.sub(" ", text))
