"""Failures: what a failure says to a person: what happened, where, and what to do."""

import errno

from lesart.pipeline.engines.engine import Outcome, Raised, TookTooLong, WorkerEnded
from lesart.readers.reader import Unread, UnreadableError
from lesart.store.delivery import NewFailure

REPORT_ADVICE = "Please report this with the file, if you may share it; the rest of the collection is not affected."

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def is_no_room(error: BaseException) -> bool:
    """Say whether the disk is full, or what this user may take of it."""
    return isinstance(error, OSError) and error.errno in NO_ROOM


def unread(failure: Unread, stage: str) -> NewFailure:
    """Say that a member or an argument could not be had."""
    return NewFailure(failure.uri, stage, failure.reason, failure.advice)


def raised(uri: str, stage: str, error: BaseException, locator: str | None = None) -> NewFailure:
    """Say what an exception means for the source at `uri`; `locator` names the place inside it.

    A full disk is no fault of the source: that error is raised again, and ends the run.
    """
    if is_no_room(error):
        raise error
    where = f"{locator}: " if locator else ""
    if isinstance(error, UnreadableError):
        return NewFailure(uri, stage, where + error.reason, error.advice)
    if isinstance(error, MemoryError):
        return NewFailure(
            uri, stage, where + "it needs more memory than a worker may take", "Split it into smaller files."
        )
    if isinstance(error, RecursionError):
        return NewFailure(uri, stage, where + "it is nested too deeply", "Save it as plain text or PDF and add that.")
    what = f"{type(error).__name__}: {error}".rstrip(": ")[:300]
    return NewFailure(uri, stage, f"{where}unexpected trouble ({what})", REPORT_ADVICE)


def took_too_long(uri: str, stage: str, seconds: float, locator: str | None = None) -> NewFailure:
    where = f"{locator}: " if locator else ""
    return NewFailure(
        uri,
        stage,
        f"{where}it took longer than {seconds:.0f} seconds and was stopped",
        "Add it again with a longer --seconds-per-source, or split it into smaller files.",
    )


def worker_ended(uri: str, stage: str, exit_code: int | None, locator: str | None = None) -> NewFailure:
    """Say that the worker process died over a source: a negative exit code is the signal that ended it."""
    where = f"{locator}: " if locator else ""
    how = f"signal {-exit_code}" if exit_code is not None and exit_code < 0 else f"exit code {exit_code}"
    advice = (
        "It may need more memory than the machine has: split it into smaller files, or add it with fewer workers."
        if exit_code == -9
        else "Save it in another format (plain text, PDF) and add that. " + REPORT_ADVICE
    )
    return NewFailure(uri, stage, f"{where}the worker that read it ended abruptly ({how})", advice)


def nothing_inside(uri: str) -> NewFailure:
    return NewFailure(uri, "open", "there is nothing to read in it", "Check that it is complete and holds texts.")


def too_much_inside(uri: str, outermost: str, limit: int) -> NewFailure:
    return NewFailure(
        uri,
        "open",
        f"what {outermost} holds is larger than {limit} bytes once unpacked",
        "Unpack it and add the files that matter.",
    )


def broken(uri: str, stage: str, outcome: Outcome, locator: str | None = None) -> NewFailure:
    """Say what it means for a source that a job came back without a result."""
    if isinstance(outcome, TookTooLong):
        return took_too_long(uri, stage, outcome.seconds, locator)
    if isinstance(outcome, WorkerEnded):
        return worker_ended(uri, stage, outcome.exit_code, locator)
    assert isinstance(outcome, Raised)
    return raised(uri, stage, outcome.error, locator)
