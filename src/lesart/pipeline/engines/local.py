"""Local engine: worker processes of this machine; one that hangs or dies is replaced, and the run goes on."""

import gc
import multiprocessing
import signal
import sys
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any

from pebble import ProcessExpired, ProcessPool

from lesart.pipeline.engines.engine import Job, Outcome, Raised, Returned, TookTooLong, WorkerEnded, call
from lesart.pipeline.engines.forking import WorkerContext

MEMORY_BYTES = 2 * 1024**3  # address space a worker may take on top of what it has after loading
COLLECT_AFTER = 50_000  # objects that a worker makes between two collections of the youngest
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG


class LocalEngine:
    """A pool of processes; one process even for one worker, so that hostile input never meets the writer."""

    def __init__(self, workers: int, warm: Job) -> None:
        """`warm` runs once in each worker before its first task: imports, models."""
        self._workers = workers
        self._warm = warm
        self._back: SimpleQueue[tuple[int, Outcome]] = SimpleQueue()
        self._pool = self._new_pool()

    @property
    def workers(self) -> int:
        return self._workers

    def submit(self, job: Job) -> None:
        try:
            future = self._scheduled(job)
        except RuntimeError:  # the pool broke: its last jobs have come back with that error
            self._pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it without types
            self._pool = self._new_pool()
            future = self._scheduled(job)
        future.add_done_callback(partial(self._take_back, job))

    def next_outcome(self, seconds: float) -> tuple[int, Outcome] | None:
        try:
            return self._back.get(timeout=seconds)
        except Empty:
            return None

    def close(self) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it without types
        self._pool.join()

    def _new_pool(self) -> ProcessPool:
        """Workers are forked from a server that has imported what they need: paid once, and shared in memory."""
        multiprocessing.set_forkserver_preload([self._warm.function.partition(":")[0], *self._preloaded()])
        return ProcessPool(
            max_workers=self._workers, initializer=prepare_worker, initargs=(self._warm,), context=WorkerContext()
        )

    def _preloaded(self) -> list[str]:
        return [name for argument in self._warm.arguments for name in getattr(argument, "modules", ())]

    def _scheduled(self, job: Job) -> Future[Any]:
        arguments = (job.function, *job.arguments)
        future: Future[Any] = self._pool.schedule(call, args=arguments, timeout=job.seconds)
        return future

    def _take_back(self, job: Job, future: Future[Any]) -> None:
        if not future.cancelled():
            self._back.put((job.number, outcome(job, future)))


def outcome(job: Job, future: Future[Any]) -> Outcome:
    """Read off a finished future what became of its job."""
    try:
        return Returned(future.result())
    except TimeoutError:
        return TookTooLong(job.seconds)
    except ProcessExpired as expired:
        return WorkerEnded(expired.exitcode)
    except (BrokenProcessPool, CancelledError):
        return WorkerEnded(None)
    except Exception as error:
        return Raised(error)


def prepare_worker(warm: Job) -> None:
    """Make a fresh process a worker: loaded, bounded in memory, and ended by the system when its parent is."""
    _end_with_parent()
    call(warm.function, *warm.arguments)
    _collect_seldom()
    _bound_memory()


def _collect_seldom() -> None:
    """Leave what was loaded out of garbage collection, and collect seldom: pages make many objects and few cycles."""
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER)


def _end_with_parent() -> None:
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)


def _bound_memory() -> None:
    if sys.platform == "linux":
        import resource

        with open("/proc/self/statm") as file:
            present = int(file.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (present + MEMORY_BYTES, resource.RLIM_INFINITY))
