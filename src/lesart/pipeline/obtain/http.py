"""HTTP: one URL read with care: no private address, robots.txt honoured, size and time bounded."""

from lesart.pipeline.obtain.obtained import ObtainOptions
from lesart.readers.reader import Source


def read_url(url: str, options: ObtainOptions) -> Source:
    """Read what a URL answers with; UnreadableError with reason and advice for everything else."""
    raise NotImplementedError((url, options))
