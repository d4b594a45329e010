"""status: the collection at a glance."""

import click

from lesart.cli.openings import collection_argument, json_option, opened
from lesart.cli.terminal import say, say_facts, say_json, say_table
from lesart.cli.wording import worded
from lesart.store.rows import Status

RUNS_SHOWN = 5


@click.command()
@collection_argument
@json_option
def status(collection: str, as_json: bool) -> None:
    """Show what was read into COLLECTION, what failed, and which runs are open.

    \b
    Example:
      lesart status pile.lesart
    """
    with opened(collection) as pile:
        now = pile.status()
    if as_json:
        say_json(now)
    else:
        _show(now, collection)


def _show(now: Status, where: str) -> None:
    say_facts(
        [
            ("Collection", now.path),
            ("Originals", f"{now.captures:,} ({size(now.captured_bytes)})"),
            ("Documents", f"{now.documents:,}"),
            ("Articles", f"{now.articles:,}"),
            ("Left out", worded("{0} passages", f"{now.removed_passages:,}")),
            ("Decisions", f"{now.judgements:,}"),
            ("Languages", _counted(now.languages)),
            ("Formats", _counted(now.formats)),
            ("Not read", f"{now.failures:,}" + (f"   lesart failures {where}" if now.failures else "")),
        ]
    )
    if now.runs:
        say()
        say_table(
            ("run", "started", "state", "originals", "articles", "before", "failed", "sources"),
            (
                (r.id, r.started_at, r.state, r.captures, r.articles, r.skipped, r.failures, " ".join(r.sources))
                for r in now.runs[:RUNS_SHOWN]
            ),
        )
    if any(run.state == "interrupted" for run in now.runs):
        say(worded("A run was interrupted; go on with: {0}", f"lesart add {where}"), style="yellow")


def _counted(values: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in values) or "–"


def size(count: int) -> str:
    """Write a number of bytes for a person."""
    if count < 1024:
        return f"{count} bytes"
    for unit, power in (("KiB", 1), ("MiB", 2), ("GiB", 3)):
        if count < 1024 ** (power + 1) or unit == "GiB":
            return f"{count / 1024**power:,.1f} {unit}"
    raise AssertionError("unreachable")
