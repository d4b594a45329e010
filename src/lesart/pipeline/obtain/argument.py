"""Arguments: what a user names on the command line, taken as file, folder, URL or standard input."""

from collections.abc import Iterator
from functools import partial

from lesart.pipeline.obtain.files import walk
from lesart.pipeline.obtain.http import read_url
from lesart.pipeline.obtain.obtained import Obtained, ObtainOptions
from lesart.pipeline.obtain.stdin import read_stdin
from lesart.readers.reader import Unread


def obtain(argument: str, options: ObtainOptions) -> Iterator[Obtained | Unread]:
    """Yield what an argument stands for, in a fixed order, without reading any of it yet.

    `-` is standard input; what begins with `http:` or `https:` is a URL; anything else a file or a folder. A folder
    yields its files, sorted, hidden ones left out. What cannot be had is an Unread with reason and advice: from here
    where it shows at once (no such file, above the size limit), else as UnreadableError from `Obtained.read()`.
    Nothing else is raised.
    """
    if argument == "-":
        yield Obtained("-", "stdin", None, partial(read_stdin, options))
    elif argument.lower().startswith(("http:", "https:")):
        yield Obtained(argument, "url", None, partial(read_url, argument, options))
    else:
        yield from walk(argument, options)
