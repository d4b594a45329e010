"""Errors of the store: what went wrong with the collection, and what a person can do about it."""


class StoreError(Exception):
    """Base of everything that the store raises on purpose. `advice` says what to do.

    StoreError
    ├── MissingError            there is no collection at this place
    ├── NotACollectionError     the file is something else
    ├── NewerCollectionError    a newer Lesart wrote it
    ├── DamagedError            the file is broken inside
    ├── LockedError             another process writes
    ├── ReadOnlyError           the file or its folder must not be written
    ├── DiskFullError           no room for what was to be written; nothing of it was
    ├── UnknownRowError         no article, document, capture or judgement has this key
    └── QuerySyntaxError        a search query cannot be read; `position` says where
    """

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


class MissingError(StoreError):
    pass


class NotACollectionError(StoreError):
    pass


class NewerCollectionError(StoreError):
    pass


class DamagedError(StoreError):
    pass


class LockedError(StoreError):
    pass


class ReadOnlyError(StoreError):
    pass


class DiskFullError(StoreError):
    pass


class UnknownRowError(StoreError):
    """`near` holds keys that begin alike, at most ten."""

    def __init__(self, message: str, advice: str = "", near: tuple[str, ...] = ()) -> None:
        super().__init__(message, advice)
        self.near = near


class QuerySyntaxError(StoreError):
    """`position` counts code points into the query."""

    def __init__(self, message: str, position: int, advice: str = "") -> None:
        super().__init__(message, advice)
        self.position = position
