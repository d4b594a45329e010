"""Standard input: read once, up to the size limit."""

from lesart.pipeline.obtain.obtained import ObtainOptions, now
from lesart.readers.reader import Source, UnreadableError


def read_stdin(options: ObtainOptions) -> Source:
    """Read all of standard input; UnreadableError where there is none, it is empty or too large."""
    if options.stdin is None:
        raise UnreadableError("there is no standard input here", "Name a file or a URL instead of -.")
    limit = options.limits.source_bytes
    try:
        data = options.stdin.read(limit + 1)
    except (OSError, ValueError) as error:
        raise UnreadableError(f"standard input cannot be read: {error}", "Write it to a file and add that.") from error
    if not data:
        raise UnreadableError("standard input is empty", "Check the command before the pipe.")
    if len(data) > limit:
        raise UnreadableError(
            f"standard input is larger than the limit of {limit} bytes", "Split it, or write it to files and add those."
        )
    return Source(data, "-", obtained_at=now())
