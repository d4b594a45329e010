"""A small pile of own texts, read once into a collection, and the command line as a user has it."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from lesart.cli.main import run

TEXTS = {
    "deich.txt": "Der Deich von Hohenfurt hält 🌊\n\nVon Käthe Möller – 3. März 2031\n\n"
    "Der Fluss ist in der Nacht um einen Meter gestiegen. Der Deich von Hohenfurt blieb trocken, sagte die Feuerwehr.\n\n"
    "Die Bürgermeisterin dankte den Helfern. Sie hatten bis zum Morgen Sandsäcke gefüllt und gestapelt.\n",
    "плотина.txt": "Плотина в Озёрске выдержала паводок\n\nНочью вода поднялась ещё на метр, сообщили спасатели. "
    "Жители вернулись домой только утром, когда опасность миновала.\n\nУтром мэр поблагодарил добровольцев за помощь.\n",
    "cafe.md": "# Cafe\u0301 am Ufer wieder offen\n\nDas Cafe\u0301 am Ufer hat nach der Flut wieder geöffnet. "
    "Die Wirtin erzählt, wie sie die Stühle gerettet hat.\n",
    "böse.txt": "Ein \x1b[2J\x1b]0;Titel\x07Text mit \x9b31m Steuerzeichen und \u202eumgekehrt\n\n"
    "Der Text \x1b[31mwill\x1b[0m das Terminal steuern, aber er darf es nicht. Er soll nur gelesen werden.\n",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    code: int
    out: str
    err: str


Call = Callable[..., Outcome]


@pytest.fixture
def lesart(capfd: pytest.CaptureFixture[str]) -> Call:
    """Run the command line in this process, on one worker where it adds."""

    def call(*arguments: str | Path) -> Outcome:
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        printed = capfd.readouterr()
        return Outcome(code, printed.out, printed.err)

    return call


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("texts")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def read_once(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("collection") / "pile.lesart"
    assert run(["add", str(where), str(texts), "--workers", "1", "--quiet"]) == 0
    return where


@pytest.fixture
def pile(read_once: Path, tmp_path: Path) -> Path:
    """A collection of its own for one test."""
    return Path(shutil.copy(read_once, tmp_path / "pile.lesart"))


@pytest.fixture
def key_of(lesart: Call, pile: Path) -> Callable[[str], str]:
    """Find the key of an article by the name of its file."""

    def find(name: str) -> str:
        items = json.loads(lesart("articles", pile, "--json").out)["items"]
        (key,) = [item["key"] for item in items if item["origin"].endswith(name)]
        return key

    return find
