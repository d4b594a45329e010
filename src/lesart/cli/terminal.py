"""Terminal: printing texts of strangers without obeying them, tables for people and for programs, and JSON."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from lesart.cli.wording import worded

# Characters that steer a terminal or turn the direction of a line around; shown, not obeyed.
_CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
_SURROGATES = range(0xD800, 0xE000)
_DIRECTIONS = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_SHOWN = (
    {code: chr(0x2400 + code) for code in range(0x20)}
    | {0x7F: "␡"}
    | {code: f"<{code:02X}>" for code in range(0x80, 0xA0)}
    | {code: f"<{code:04X}>" for code in [*_DIRECTIONS, *_SURROGATES]}
)
_SHOWN_IN_LINES = {code: shown for code, shown in _SHOWN.items() if code not in (0x09, 0x0A)}
_ESCAPED = {code: f"\\u{code:04x}" for code in [*_CONTROLS, *_DIRECTIONS, *_SURROGATES, 0x2028, 0x2029] if code != 0x0A}
MEASURE = 88  # columns of running text at most


def harmless(text: str) -> str:
    """Make every control character of a text visible; line ends and tabs stay."""
    return text.replace("\r\n", "\n").translate(_SHOWN_IN_LINES)


def one_line(text: str | None) -> str:
    """Return a text as one harmless line; a dash where there is none."""
    return " ".join(text.split()).translate(_SHOWN) if text else "–"


def screen() -> Console:
    """Return the console for what was asked for (standard output), as it is at this moment."""
    return Console(file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=True)


def margin() -> Console:
    """Return the console for what goes on beside it (standard error)."""
    return Console(file=sys.stderr, highlight=False, markup=False, emoji=False, soft_wrap=True)


def say(text: str = "", style: str | None = None) -> None:
    """Print harmless lines to standard output; in a pipe letter for letter, tabs included."""
    console = screen()
    if console.is_terminal:
        console.print(Text(harmless(text), style=style or ""))
    else:
        sys.stdout.write(harmless(text) + "\n")


def note(text: str, style: str | None = None) -> None:
    """Print harmless lines to standard error."""
    margin().print(Text(harmless(text), style=style or ""))


def say_json(value: Any) -> None:
    """Print a value as JSON; dataclasses become objects. Control characters are escaped, all else is as it reads."""
    text = json.dumps(msgspec.to_builtins(value), ensure_ascii=False, indent=1, default=str)
    sys.stdout.write(text.translate(_ESCAPED) + "\n")


def say_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table: drawn and fitted on a terminal; elsewhere whole, one row a line with tabs between."""
    console = screen()
    cells = ([one_line("" if cell is None else str(cell)) for cell in row] for row in rows)
    if not console.is_terminal:
        for row in (list(columns), *cells):
            say("\t".join(row))
        return
    table = Table(*map(worded, columns), box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))
    console.print(table, soft_wrap=False)


def say_facts(facts: Iterable[tuple[str, str]]) -> None:
    """Print lines of label and value, the values in one column."""
    lines = list(facts)
    width = max((len(worded(label)) for label, _ in lines), default=0)
    console = screen()
    for label, value in lines:
        console.print(Text.assemble((f"{worded(label):<{width}}  ", "dim"), one_line(value)))


def say_text(text: str, style: str | None = None) -> None:
    """Print running text, broken at the measure on a terminal, line by line as it stands elsewhere."""
    console = screen()
    if console.is_terminal:
        shown = Text(harmless(text), style=style or "")
        console.print(shown, soft_wrap=False, width=min(console.width, MEASURE))
    else:
        say(text)
