"""Main: the `lesart` command, its subcommands, and how errors and exit codes reach the terminal."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version

import click

from lesart.cli.exits import DONE, FAILED, INTERRUPTED, MISUSED
from lesart.cli.terminal import note
from lesart.cli.wording import worded
from lesart.workbench.errors import LesartError

# One module a command, in the order of a day's work; each holds a click command of the module's name.
COMMANDS: tuple[str, ...] = (
    "add",
    "status",
    "failures",
    "articles",
    "show",
    "search",
    "report",
    "export",
    "formats",
    "serve",
    "cut",
    "correct",
    "restore",
    "remove",
    "undo",
    "redo",
    "history",
    "doctor",
)


class Commands(click.Group):
    """The subcommands of `COMMANDS`, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"lesart.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version("lesart"), prog_name="lesart")
def lesart() -> None:
    """Read a pile of press texts: who says what, on whose word, and what was left out.

    \b
    A first round:
      lesart add pile.lesart clippings/ page.html https://…   read, split, clean, describe
      lesart status pile.lesart                               what was read and what failed
      lesart articles pile.lesart                             the articles, with filters
      lesart show pile.lesart KEY                             one text, its data and their evidence
      lesart serve pile.lesart                                the desk, in the browser

    Exit codes: 0 done, 1 failed, 2 wrong use, 3 some sources could not be read, 130 interrupted.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code; no error leaves it as a traceback unless LESART_DEBUG is set."""
    try:
        # Not `lesart.main`, which answers a closed pipe with an exit code of its own.
        with lesart.make_context("lesart", list(sys.argv[1:] if arguments is None else arguments)) as context:
            code = lesart.invoke(context)
        sys.stdout.flush()
        return code if isinstance(code, int) else DONE
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (click.Abort, KeyboardInterrupt):
        note(worded("Interrupted."))
        return INTERRUPTED
    except BrokenPipeError:
        return _reader_left()
    except click.UsageError as error:
        note(_misuse(error))
        return MISUSED
    except Exception as error:
        if os.environ.get("LESART_DEBUG"):
            raise
        note(_explained(error), style="red")
        return FAILED


def _reader_left() -> int:
    """Stop quietly where the program behind the pipe has read enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _misuse(error: click.UsageError) -> str:
    lines = [error.format_message()]
    if error.ctx:
        lines += [error.ctx.get_usage(), f"Help: {error.ctx.command_path} --help"]
    return "\n".join(lines)


def _explained(error: Exception) -> str:
    """Say what happened, where, and what to do."""
    if isinstance(error, LesartError):
        return "\n".join(part for part in (str(error), error.advice) if part)
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, OSError) and error.strerror:
        place = f"{error.filename}: " if error.filename else ""
        return f"{place}{error.strerror}"
    return (
        f"Lesart stopped over something it did not expect: {type(error).__name__}: {error}\n"
        "What was reported as done is kept. Run it again with LESART_DEBUG=1 for the details, and report them."
    )
