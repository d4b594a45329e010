"""Clock: the present moment as the collection writes it."""

from datetime import UTC, datetime


def now() -> str:
    """Return the time in UTC as ISO 8601 to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
