"""Stopping: Ctrl-C and SIGTERM ask a run to stop between two steps; asked twice, it stops at once."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM)


@dataclass(slots=True)
class Stop:
    """Whether a run was asked to stop."""

    asked: bool = False

    def ask(self, number: int, frame: FrameType | None) -> None:
        """Note a first signal; raise KeyboardInterrupt at a second one."""
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True


@contextmanager
def stopping_on_signals() -> Iterator[Stop]:
    """Take Ctrl-C and SIGTERM as a wish to stop, and give them back afterwards; outside the main thread do nothing."""
    stop = Stop()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before = {number: signal.signal(number, stop.ask) for number in SIGNALS}
    try:
        yield stop
    finally:
        for number, action in before.items():
            signal.signal(number, action)
