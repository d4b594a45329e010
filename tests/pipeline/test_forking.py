"""Forking: a worker whose pool is closed before it has begun ends quietly."""

import gc
import multiprocessing
from multiprocessing.context import set_spawning_popen

import pytest

from lesart.pipeline.engines.forking import WorkerProcess


@pytest.fixture
def starting():
    """As if a process were being started, which is when locks may be packed."""
    set_spawning_popen(object())
    yield
    set_spawning_popen(None)


def packed(*arguments: object) -> bytes:
    return WorkerProcess(target=print, args=arguments).__getstate__()


def unpacked(state: bytes) -> WorkerProcess:
    process = WorkerProcess.__new__(WorkerProcess)
    process.__setstate__(state)
    return process


def test_a_worker_whose_locks_were_taken_away_ends_without_a_traceback(starting):
    lock = multiprocessing.get_context("forkserver").Lock()
    state = packed(lock, "порт 🚢 e\u0301")
    assert unpacked(state)._args[1] == "порт 🚢 e\u0301"
    del lock
    gc.collect()
    with pytest.raises(SystemExit):
        unpacked(state)
