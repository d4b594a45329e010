"""Reading: what the faces ask of a collection, in the store's words and with the workbench's errors."""

from collections.abc import Iterator
from contextlib import contextmanager

from lesart.store.errors import QuerySyntaxError, StoreError, UnknownRowError
from lesart.workbench.errors import CollectionError, QueryError, UnknownKeyError


@contextmanager
def errors_for_users() -> Iterator[None]:
    """Turn what the store raises into the errors of the workbench, message and advice kept."""
    try:
        yield
    except UnknownRowError as error:
        near = f" Did you mean {', '.join(error.near)}?" if error.near else ""
        raise UnknownKeyError(error.message, f"{error.advice}{near}".strip()) from error
    except QuerySyntaxError as error:
        raise QueryError(f"{error.message} (at character {error.position + 1})", error.advice) from error
    except StoreError as error:
        raise CollectionError(error.message, error.advice) from error
