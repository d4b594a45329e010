"""The examples of docs/python.md run as they are printed."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXAMPLE = re.compile(r"```python\n(.*?)```", re.DOTALL)


def test_the_examples_run_one_after_the_other(tmp_path, monkeypatch, capsys):
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for example in EXAMPLE.findall((ROOT / "docs" / "python.md").read_text(encoding="utf-8")):
        exec(compile(example, "docs/python.md", "exec"), names)
    assert "finished" in capsys.readouterr().out
    assert (tmp_path / "pile.html").stat().st_size > 10_000
