import re
import shutil

import pytest

from lesart.cli.main import COMMANDS

CODE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)


@pytest.fixture(scope="module")
def blocks(root):
    return CODE.findall((root / "README.md").read_text(encoding="utf-8"))


def test_there_are_two_commands_for_all_setting_up(blocks, root):
    commands = [code.strip() for language, code in blocks if language == "sh"]
    assert commands == ["scripts/demo", "scripts/test"]
    assert all((root / command).stat().st_mode & 0o111 for command in commands)


def test_the_python_in_the_readme_runs(blocks, root, tmp_path, monkeypatch, capsys):
    (code,) = [code for language, code in blocks if language == "python"]
    samples = tmp_path / "samples" / "texts"
    samples.mkdir(parents=True)
    for name in ("03-agenturkommentar-uebersetzt.txt", "13-uk-original.txt"):
        shutil.copy(root / "samples" / "texts" / name, samples)
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "README.md", "exec"), {})
    assert "stated" in capsys.readouterr().out


def test_every_command_that_is_shown_exists(blocks):
    shown = re.findall(r"^\$ lesart (\w+)", "\n".join(code for language, code in blocks if language == "console"), re.M)
    assert shown
    assert set(shown) <= set(COMMANDS)
