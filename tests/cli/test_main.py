import subprocess
import sys

import click
import pytest

from lesart.cli.main import COMMANDS, _explained, lesart, run
from lesart.workbench.errors import CollectionError

CONTEXT = click.Context(lesart)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_teaches_with_an_example(name):
    command = lesart.get_command(CONTEXT, name)
    assert command is not None
    text = command.get_help(click.Context(command, info_name=name))
    assert f"lesart {name}" in text
    assert command.get_short_help_str(200).endswith((".", "…", ")"))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_is_for(name):
    command = lesart.get_command(CONTEXT, name)
    assert command is not None
    plain = {"limit", "offset", "sort"}
    assert [
        option.name
        for option in command.params
        if isinstance(option, click.Option) and not option.help and option.name not in plain
    ] == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--help"], 0),
        (["--version"], 0),
        (["-h"], 0),
        (["articles", "--help"], 0),
        (["nonsense"], 2),
        (["articles"], 2),
        (["articles", "x", "--sort", "colour"], 2),
    ],
)
def test_exit_codes(arguments, code, capsys):
    assert run(arguments) == code


def test_wrong_use_says_where_help_is(capsys):
    run(["articles"])
    said = capsys.readouterr()
    assert "COLLECTION" in said.err
    assert "lesart articles --help" in said.err
    assert said.out == ""


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (CollectionError("Die Sammlung ist gesperrt 🔒.", "Warte."), "Die Sammlung ist gesperrt 🔒.\nWarte."),
        (FileNotFoundError(2, "No such file or directory", "плотина.txt"), "плотина.txt: No such file or directory"),
        (ZeroDivisionError("e\u0301"), "ZeroDivisionError: e\u0301"),
    ],
)
def test_errors_say_what_happened_and_what_to_do(error, said):
    assert said in _explained(error)


def test_an_unexpected_error_is_no_traceback_unless_asked_for(tmp_path, monkeypatch, capsys):
    broken = tmp_path / "pile.lesart"
    broken.write_bytes(b"SQLite format 3\x00" + b"\xff" * 200)
    assert run(["status", str(broken)]) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_it_starts_quickly():
    script = (
        "import sys, lesart.cli.main; print(*(m for m in ('trafilatura', 'fastapi', 'sqlalchemy') if m in sys.modules))"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == ""
