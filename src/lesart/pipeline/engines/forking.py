"""Forking: how workers are started: from a fork server, and without running the user's own program once more."""

import pickle
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import ForkServerContext, ForkServerProcess
from multiprocessing.popen_forkserver import Popen
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from types import ModuleType

_ONE_AT_A_TIME = threading.Lock()


class WorkerProcess(ForkServerProcess):
    """A process that does not import the module that is running as `__main__`.

    Multiprocessing imports it in every worker, as tasks might be defined there. Ours never are, and a program without
    an `if __name__ == "__main__"` around its `add` would begin again in every worker.
    """

    def __getstate__(self) -> bytes:
        """Pack the state by itself, so that the new process can answer for what is no longer there."""
        return bytes(ForkingPickler.dumps(self.__dict__))

    def __setstate__(self, state: bytes) -> None:
        """Unpack the state in the new process; end quietly where the pool was closed before it had begun.

        A closed pool has taken its locks away; multiprocessing would print that they cannot be found.
        """
        try:
            self.__dict__.update(pickle.loads(state))
        except FileNotFoundError:
            sys.exit()

    @staticmethod
    def _Popen(process_obj: BaseProcess) -> Popen:  # noqa: N802  # the name is multiprocessing's
        with _without_main():
            return Popen(process_obj)


class WorkerContext(ForkServerContext):
    """The context in which a pool starts such processes."""

    Process = WorkerProcess


@contextmanager
def _without_main() -> Iterator[None]:
    with _ONE_AT_A_TIME:
        present = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = present
