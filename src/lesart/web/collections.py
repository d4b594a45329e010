"""Open collections: one a thread, since a collection is not to be shared between threads."""

import threading

from lesart.workbench.collection import Collection


class OpenCollections:
    """The same collection, opened once in each thread that answers requests."""

    def __init__(self, where: str, person: str | None) -> None:
        self._where = where
        self._person = person
        self._here = threading.local()
        self._lock = threading.Lock()
        self._opened: list[Collection] = []

    def here(self) -> Collection:
        """Return this thread's collection; CollectionError where it cannot be opened."""
        collection: Collection | None = getattr(self._here, "collection", None)
        if collection is None:
            collection = Collection.open(self._where, person=self._person)
            self._here.collection = collection
            with self._lock:
                self._opened.append(collection)
        return collection

    def close(self) -> None:
        """Close them all; to be called when no request is being answered any more."""
        with self._lock:
            for collection in self._opened:
                collection.close()
            self._opened.clear()
        self._here = threading.local()
