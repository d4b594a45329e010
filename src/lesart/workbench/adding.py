"""Adding: the options of `add`, which runs are gone on with, and the call of the pipeline."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import BinaryIO

import msgspec

from lesart.pipeline.obtain.obtained import ObtainOptions
from lesart.pipeline.progress import Progress
from lesart.pipeline.run import RunOptions, run
from lesart.pipeline.stopping import stopping_on_signals
from lesart.pipeline.tools import Tools
from lesart.readers.reader import Limits
from lesart.store.rows import RunRow
from lesart.store.runs import begin_run, open_runs, reopen_run, run_options
from lesart.store.store import Store
from lesart.workbench.errors import CollectionError
from lesart.workbench.options import AddOptions


def add(
    store: Store,
    sources: Sequence[str],
    options: AddOptions,
    progress: Callable[[Progress], None] | None,
    stdin: BinaryIO | None,
) -> RunRow:
    """Read the sources; without any, go on with the runs that were interrupted, under the options they began with."""
    with store.only_writer(), stopping_on_signals() as stop:
        row: RunRow | None = None
        for number, arguments, chosen in _runs_to_do(store, sources, options):
            row = run(
                store,
                number,
                arguments,
                _run_options(chosen, stdin),
                stop=stop,
                progress=progress,
                beside=store.path.absolute(),
            )
            if stop.asked:
                break
    if row is None:
        raise CollectionError("there is nothing to add, and no interrupted run to go on with", "Name files or URLs.")
    return row


def _runs_to_do(
    store: Store, sources: Sequence[str], options: AddOptions
) -> list[tuple[int, tuple[str, ...], AddOptions]]:
    arguments = tuple(absolute(source) for source in sources)
    unfinished = open_runs(store)
    if not arguments:
        todo = [(row.id, row.sources, _read_options(run_options(store, row.id))) for row in unfinished]
    else:
        same = [row.id for row in unfinished if row.sources == arguments]
        written = msgspec.json.encode(options).decode()
        todo = [(same[0] if same else begin_run(store, arguments, written), arguments, options)]
    for number, _, _ in todo:
        reopen_run(store, number)
    return todo


def absolute(source: str) -> str:
    """Return a path as absolute, so that a run can be gone on with from another folder; URLs and `-` as they are."""
    if source == "-" or source.lower().startswith(("http:", "https:")):
        return source
    return os.path.abspath(os.path.expanduser(source))


def _read_options(written: str) -> AddOptions:
    return msgspec.json.decode(written, type=AddOptions)


def _run_options(options: AddOptions, stdin: BinaryIO | None) -> RunOptions:
    limits = replace(Limits(), seconds=options.seconds_per_source, columns=options.columns)
    return RunOptions(
        tools=Tools(limits, options.analysers, options.readers_module),
        obtaining=ObtainOptions(
            limits=limits,
            allow_private_addresses=options.allow_private_addresses,
            request_seconds=options.seconds_per_source,
            stdin=stdin,
        ),
        workers=options.workers or os.cpu_count() or 1,
        seconds=options.seconds_per_source,
    )
