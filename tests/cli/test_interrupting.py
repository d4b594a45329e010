"""Ctrl+C in the middle of an `add`, as a real process, and going on afterwards."""

import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

LESART = [sys.executable, "-m", "lesart.cli"]
COUNT = 600


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = tmp_path / "viele"
    folder.mkdir()
    for number in range(COUNT):
        text = f"Meldung {number} aus Озёрск 🌊\n\nAm Ufer steht das Cafe\u0301 Nummer {number}. Es hat heute geöffnet, sagt die Wirtin.\n"
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


def articles_in(pile: Path) -> int:
    try:
        with closing(sqlite3.connect(f"{pile.as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT count(*) FROM articles").fetchone()[0]
    except sqlite3.OperationalError:
        return 0  # not there yet


def test_an_interrupted_run_says_how_to_go_on_and_goes_on(tmp_path, many):
    pile = tmp_path / "pile.lesart"
    running = subprocess.Popen(
        [*LESART, "add", str(pile), str(many), "--workers", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while articles_in(pile) == 0 and running.poll() is None:
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=60)
    before = articles_in(pile)
    if before == COUNT:
        pytest.skip("the run was over before it could be interrupted")
    assert running.returncode == 130, err
    assert "Traceback" not in err
    assert f"lesart add {pile}" in err
    assert before > 0
    resumed = subprocess.run([*LESART, "add", str(pile), "--quiet"], capture_output=True, text=True, check=False)
    assert (resumed.returncode, resumed.stderr) == (0, "")
    assert articles_in(pile) == COUNT
