"""serve: the desk, in the browser."""

import sys

import click

from lesart.cli.openings import collection_argument, opened, person_option
from lesart.cli.terminal import say
from lesart.cli.wording import worded
from lesart.web.application import serve as serve_desk


@click.command()
@collection_argument
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port. [default: a free one]")
@click.option("--open/--no-open", "open_browser", default=True, help="Open the browser, or only print the address.")
@person_option
def serve(collection: str, host: str, port: int, open_browser: bool, person: str | None) -> None:
    """Open the desk on COLLECTION in the browser; it is there until you press Ctrl+C.

    Only this machine can reach it, and only with the address that is printed: it holds a token made anew each time.

    \b
    Examples:
      lesart serve pile.lesart
      lesart serve pile.lesart --no-open --port 8765
    """
    with opened(collection):
        pass  # says what is wrong before anything listens
    try:
        serve_desk(
            collection, host=host, port=port, open_browser=open_browser, person=person, announce=_say_where_it_is
        )
    except KeyboardInterrupt:
        say(worded("The desk is closed."))


def _say_where_it_is(address: str) -> None:
    say(worded("The desk: {0}\nCtrl+C closes it.", address))
    sys.stdout.flush()
