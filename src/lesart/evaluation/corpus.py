"""Corpus: the fingerprint of a set of files, so that a figure says what it was measured on."""

import hashlib
from collections.abc import Iterable


def fingerprint(files: Iterable[tuple[str, bytes]]) -> str:
    """Return 12 hex digits that depend on names and contents, not on the order."""
    digests = sorted(
        hashlib.sha256(name.encode() + b"\0" + hashlib.sha256(data).digest()).digest() for name, data in files
    )
    return hashlib.sha256(b"".join(digests)).hexdigest()[:12]
