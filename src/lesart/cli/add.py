"""add: read sources into a collection."""

import sys

import click

from lesart.cli.exits import DONE, INCOMPLETE, INTERRUPTED
from lesart.cli.openings import collection_argument, json_option, opened
from lesart.cli.progress import progress
from lesart.cli.terminal import note, say, say_json
from lesart.cli.wording import worded
from lesart.store.rows import FailureRow, RunRow
from lesart.workbench.collection import AddOptions, Collection

FAILURES_SHOWN = 5


@click.command()
@collection_argument
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--workers", type=click.IntRange(min=1), help="Worker processes. [default: one a core]")
@click.option("--analyser", "analysers", multiple=True, metavar="NAME", help="Only these analysers; may be repeated.")
@click.option(
    "--column", "columns", multiple=True, metavar="FIELD=NAME", help="CSV and JSON lines: where a field stands."
)
@click.option("--seconds", type=float, default=60.0, show_default=True, help="Limit for one source.")
@click.option("--allow-private-addresses", is_flag=True, help="Also fetch from addresses inside your own network.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary; failures still give exit code 3.")
@json_option
def add(
    collection: str,
    sources: tuple[str, ...],
    workers: int | None,
    analysers: tuple[str, ...],
    columns: tuple[str, ...],
    seconds: float,
    allow_private_addresses: bool,
    quiet: bool,
    as_json: bool,
) -> int:
    """Read SOURCES into COLLECTION, which is made if it is not there.

    A source is a file, a folder, an archive (ZIP, WARC, WACZ), an address (http, https; a page or a feed), or - for
    standard input. What was read before is not read again. You may interrupt at any time: without sources, add goes
    on where it stopped. Exit code 3: some sources could not be read; lesart failures says which and why.

    \b
    Examples:
      lesart add pile.lesart clippings/ digest.txt scan.pdf press.zip
      lesart add pile.lesart https://bote.example/feed.xml crawl.warc.gz
      lesart add pile.lesart table.csv --column text=Volltext --column published=Datum
      pbpaste | lesart add pile.lesart -
      lesart add pile.lesart
    """
    options = AddOptions(
        workers=workers,
        analysers=analysers or None,
        allow_private_addresses=allow_private_addresses,
        seconds_per_source=seconds,
        columns=tuple(_column(pair) for pair in columns),
    )
    with opened(collection, create=bool(sources)) as pile:
        with progress(quiet=quiet or as_json) as report:
            run = pile.add(sources, options=options, progress=report, stdin=sys.stdin.buffer)
        if as_json:
            say_json(run)
        elif not quiet:
            _summary(pile, collection, run)
    if run.state == "interrupted":
        note(worded("Stopped. What was reported as done is kept; go on with: {0}", f"lesart add {collection}"))
        return INTERRUPTED
    return INCOMPLETE if run.failures else DONE


def _column(pair: str) -> tuple[str, str]:
    field, equals, name = pair.partition("=")
    if not (field and equals and name):
        raise click.BadParameter(f"{pair!r} is not FIELD=NAME, such as text=Volltext", param_hint="--column")
    return field, name


def _summary(pile: Collection, where: str, run: RunRow) -> None:
    read = worded("Read {0} originals: {1} documents, {2} articles.", run.captures, run.documents, run.articles)
    say(read + (" " + worded("{0} were read before.", run.skipped) if run.skipped else ""))
    if run.failures:
        say(worded("{0} could not be read:", run.failures), style="yellow")
        for failure in pile.failures(limit=FAILURES_SHOWN).items:
            say(_failure(failure))
        say(worded("All of them: {0}", f"lesart failures {where}"))


def _failure(failure: FailureRow) -> str:
    return f"  {failure.uri}\n    {failure.reason}" + (f"\n    → {failure.advice}" if failure.advice else "")
