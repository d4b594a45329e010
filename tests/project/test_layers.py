"""Each rule of the layers is broken once, in a copy, and must be reported."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BREACHES = [
    ("text/span.py", "import lesart.resources", "Floors"),
    ("resources/__init__.py", "import lesart.store", "Floors"),
    ("store/rows.py", "import lesart.readers", "Floors"),
    ("exporters/exported.py", "import lesart.store.rows", "Floors"),
    ("pipeline/__init__.py", "import lesart.workbench", "Floors"),
    ("workbench/errors.py", "import lesart.web", "Floors"),
    ("web/settings.py", "import lesart.cli", "Floors"),
    ("workbench/errors.py", "import sqlite3", "Only the store speaks SQL"),
    ("text/span.py", "import msgspec", "The ground floor needs the standard library only"),
    ("readers/reader.py", "import click", "Only the desk speaks HTTP"),
]


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    ignored = shutil.ignore_patterns("__pycache__", "data", "static", "templates", "translations")
    shutil.copytree(root / "src" / "lesart", tmp_path / "lesart", ignore=ignored)
    shutil.copy(root / "pyproject.toml", tmp_path)
    return tmp_path


def check(copy: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    environment = {**os.environ, "PYTHONPATH": str(copy)}
    arguments = [str(program), "--no-cache", "--config", str(copy / "pyproject.toml")]
    return subprocess.run(arguments, cwd=copy, env=environment, capture_output=True, text=True, check=False)


def test_the_layers_hold(copy):
    checked = check(copy)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize(("module", "line", "rule"), BREACHES, ids=lambda value: str(value).replace("import ", "→ "))
def test_a_breach_is_reported(copy, module, line, rule):
    with (copy / "lesart" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    checked = check(copy)
    assert checked.returncode == 1
    broken = [row for row in checked.stdout.splitlines() if row.endswith("BROKEN")]
    assert [row.startswith(rule) for row in broken] == [True]
