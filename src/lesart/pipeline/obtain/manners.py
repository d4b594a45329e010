"""Manners: what is remembered of each host in a run, so that nobody is asked too often or against their wish."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.robotparser import RobotFileParser

USER_AGENT = "Lesart/0.1 (press text workbench; reads single pages on a person's request)"
DELAY_SECONDS = 1.0
LONGEST_DELAY_SECONDS = 30.0  # a robots.txt that asks for more is answered with this


@dataclass(slots=True)
class Manners:
    """Robots rules and the time of the last request, by host (`scheme://host:port`); one request at a time.

    `monotonic` and `sleep` are the clock, in seconds.
    """

    delay_seconds: float = DELAY_SECONDS
    user_agent: str = USER_AGENT
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    robots: dict[str, RobotFileParser] = field(default_factory=dict)
    turn: threading.RLock = field(default_factory=threading.RLock)
    _last: dict[str, float] = field(default_factory=dict)

    def wait(self, host: str) -> None:
        """Wait until the host may be asked again, and note that it is asked now."""
        with self.turn:
            if host in self._last:
                self.sleep(max(0.0, self._last[host] + self._delay(host) - self.monotonic()))
            self._last[host] = self.monotonic()

    def allows(self, host: str, url: str) -> bool:
        """Say whether the host's robots.txt, which must be known by now, lets us read the URL."""
        return self.robots[host].can_fetch(self.user_agent, url)

    def _delay(self, host: str) -> float:
        rules = self.robots.get(host)
        asked = rules.crawl_delay(self.user_agent) if rules else None
        return min(max(self.delay_seconds, float(asked or 0)), LONGEST_DELAY_SECONDS)
