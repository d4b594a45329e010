"""Runs: one row an add: begun, counted up by each delivery, finished or interrupted."""

from collections.abc import Sequence

from sqlalchemy import Connection, RowMapping, bindparam, select, update

from lesart.store.clock import now
from lesart.store.content import as_json, words_of
from lesart.store.errors import UnknownRowError
from lesart.store.rebuilding import tidy
from lesart.store.rows import RunRow
from lesart.store.schema import runs
from lesart.store.store import Store


def begin_run(store: Store, sources: Sequence[str], options_json: str) -> int:
    """Begin a run and return its number."""
    with store.writing() as connection:
        row = connection.execute(
            runs.insert().values(
                started_at=now(), state="running", sources=as_json(list(sources)), options=options_json
            )
        )
        key = row.inserted_primary_key
        assert key is not None
        return int(key[0])


def finish_run(store: Store, run_id: int, state: str, *, skipped: int = 0) -> RunRow:
    """End a run as `finished` or `interrupted`; `skipped` counts the sources that were done before."""
    with store.writing() as connection:
        tidy(connection)
        connection.execute(
            update(runs)
            .where(runs.c.id == run_id)
            .values(state=state, finished_at=now() if state == "finished" else None, skipped=runs.c.skipped + skipped)
        )
        return _one(connection, run_id)


def reopen_run(store: Store, run_id: int) -> None:
    """Go on with an interrupted run."""
    with store.writing() as connection:
        connection.execute(update(runs).where(runs.c.id == run_id).values(state="running", finished_at=None))


def run(store: Store, run_id: int) -> RunRow:
    """Return one run; UnknownRowError where there is none of this number."""
    with store.reading() as connection:
        return _one(connection, run_id)


def open_runs(store: Store) -> tuple[RunRow, ...]:
    """Return the runs that are not finished, oldest first; one that reads `running` may have been killed."""
    with store.reading() as connection:
        rows = connection.execute(select(runs).where(runs.c.state != "finished").order_by(runs.c.id)).mappings()
        return tuple(run_row(row) for row in rows)


def run_options(store: Store, run_id: int) -> str:
    """Return the options of a run as the JSON that began it."""
    with store.reading() as connection:
        return str(connection.execute(select(runs.c.options).where(runs.c.id == run_id)).scalar_one())


def newest_runs(store: Store, limit: int = 20) -> tuple[RunRow, ...]:
    """Return the latest runs, newest first."""
    with store.reading() as connection:
        rows = connection.execute(select(runs).order_by(runs.c.id.desc()).limit(limit)).mappings()
        return tuple(run_row(row) for row in rows)


_COUNTED = ("captures", "documents", "articles", "skipped", "failures")
_ADD = (
    update(runs)
    .where(runs.c.id == bindparam("run"))
    .values({name: runs.c[name] + bindparam(f"more_{name}") for name in _COUNTED})
)


def add_to_run(connection: Connection, run_id: int, **counted: int) -> None:
    """Count up captures, documents, articles, skipped or failures of a run."""
    if any(counted.values()):
        more = {f"more_{name}": counted.get(name, 0) for name in _COUNTED}
        connection.execute(_ADD, {"run": run_id} | more)


def run_row(row: RowMapping) -> RunRow:
    return RunRow(
        id=row["id"],
        started_at=row["started_at"],
        finished_at=row["finished_at"],
        state=row["state"],
        sources=words_of(row["sources"]),
        captures=row["captures"],
        documents=row["documents"],
        articles=row["articles"],
        skipped=row["skipped"],
        failures=row["failures"],
    )


def _one(connection: Connection, run_id: int) -> RunRow:
    row = connection.execute(select(runs).where(runs.c.id == run_id)).mappings().first()
    if row is None:
        raise UnknownRowError(f"there is no run {run_id}")
    return run_row(row)
