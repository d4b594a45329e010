import io
import json
import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from lesart.cli import terminal
from lesart.cli.terminal import harmless, one_line

HOSTILE = ["\x1b[2J", "\x1b]0;x\x07", "\x9b31m", "\u202eabc", "\x00", "\x7f", "\ud83c", "\r\x1b[K"]
FORBIDDEN = {
    *map(chr, range(0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
}


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_what_would_steer_a_terminal_is_shown_instead(text):
    assert not set(harmless(text)) & (FORBIDDEN - {"\n", "\t"})
    assert len(harmless(text)) >= len(text.replace("\r\n", "\n"))


@given(st.text())
def test_no_text_steers_the_terminal(text):
    assert not set(harmless(text)) & (FORBIDDEN - {"\n", "\t"})
    assert not set(one_line(text)) & FORBIDDEN
    harmless(text).encode("utf-8")


@pytest.mark.parametrize("text", ["Grüße\n\taus Київ", "Cafe\u0301 🌊", "Ёлка – „so“"])
def test_ordinary_text_stays_as_it_is(text):
    assert harmless(text) == text


@pytest.mark.parametrize("command", ["articles", "show", "search"])
def test_a_hostile_text_reaches_the_terminal_harmless(lesart, pile, key_of, command):
    more = {"articles": [], "show": [key_of("böse.txt")], "search": ["Terminal"]}[command]
    for options in ([], ["--json"]):
        said = lesart(command, pile, *more, *options)
        assert said.code == 0
        assert not set(said.out) & (FORBIDDEN - {"\n", "\t"}), options


def test_json_gives_the_hostile_text_back_unchanged(lesart, pile, key_of):
    shown = json.loads(lesart("show", pile, key_of("böse.txt"), "--json").out)
    assert "\u202eumgekehrt" in shown["text"]


def test_a_table_on_a_terminal_fits_its_width(monkeypatch):
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=60, markup=False, highlight=False)
    monkeypatch.setattr(terminal, "screen", lambda: console)
    terminal.say_table(("key", "title"), [("1", "Плотина " * 20), ("2", "[bold]Cafe\u0301[/] 🌊")])
    lines = out.getvalue().splitlines()
    assert "[bold]Cafe\u0301[/] 🌊" in out.getvalue()
    assert max(len(line) for line in lines) < 90  # colours of the header included


def test_a_reader_that_leaves_early_is_no_error(pile):
    lesart = [sys.executable, "-m", "lesart.cli", "export", str(pile), "--to", "jsonl"]
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(lesart, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, "")
