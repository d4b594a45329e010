"""Settings of one desk: which collection, for whom, behind which token; read once and passed down."""

import hashlib
import hmac
from dataclasses import dataclass

LOCAL_NAMES = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """What a desk is started with.

    `where` is the collection's path or URL, `port` the one it is served on, `language` the interface language that
    wins over the browser's wish (None: the browser decides), `person` the name written into judgements.
    """

    where: str
    token: str
    port: int
    person: str | None = None
    language: str | None = None

    @property
    def hosts(self) -> frozenset[str]:
        """The values of the Host header that mean this desk."""
        return frozenset(f"{name}:{self.port}" for name in LOCAL_NAMES)

    @property
    def cookie(self) -> str:
        """The name of the session cookie: cookies ignore ports, so two desks on one machine need two names."""
        return "lesart-" + hashlib.sha256(self.token.encode()).hexdigest()[:8]

    @property
    def session(self) -> str:
        """What the session cookie holds: not the token itself, which stands in the browser's history."""
        return self._derived("session")

    @property
    def form_key(self) -> str:
        """What every form must send back."""
        return self._derived("form")

    def _derived(self, purpose: str) -> str:
        return hmac.new(self.token.encode(), purpose.encode(), hashlib.sha256).hexdigest()
