"""Progress: how far an `add` has come: a bar on a terminal, now and then a line elsewhere."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar
from rich.text import Text

from lesart.cli.terminal import margin, note, one_line
from lesart.workbench.collection import Progress

SECONDS_BETWEEN_LINES = 5.0

Report = Callable[[Progress], None]


@contextmanager
def progress(*, quiet: bool) -> Iterator[Report | None]:
    """Show how a run goes on; None where it is to be quiet."""
    console = margin()
    if quiet:
        yield None
    elif console.is_terminal:
        with _bar() as bar:
            task = bar.add_task("", total=None, name="", found="")
            yield lambda now: bar.update(task, total=now.known, completed=now.done, name=_name(now), found=_found(now))
    else:
        yield _lines(time.monotonic)


def _bar() -> Bar:
    return Bar(
        BarColumn(bar_width=28),
        MofNCompleteColumn(),
        TextColumn("{task.fields[found]}", markup=False),
        _Rate(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[name]}", markup=False, style="dim"),
        console=margin(),
        transient=True,
    )


class _Rate(TextColumn):
    """Sources a second, over the last half minute."""

    def __init__(self) -> None:
        super().__init__("")

    def render(self, task: object) -> Text:
        speed = getattr(task, "speed", None)
        return Text(f"{speed:.1f}/s" if speed else "")


def _lines(clock: Callable[[], float]) -> Report:
    began = said = clock()

    def report(now: Progress) -> None:
        nonlocal said
        if clock() - said < SECONDS_BETWEEN_LINES:
            return
        said = clock()
        rate = f", {now.done / (said - began):.1f}/s" if now.done else ""
        note(f"{now.done} of {now.known} sources, {_found(now)}{rate}")

    return report


def _found(now: Progress) -> str:
    failed = f", {now.failures} failed" if now.failures else ""
    return f"{now.articles} articles{failed}"


def _name(now: Progress) -> str:
    name = one_line(now.uri.rpartition("/")[2])
    return name if len(name) <= 32 else name[:31] + "…"
