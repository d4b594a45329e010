import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from lesart.cli.main import COMMANDS
from lesart.exporters.csv import COLUMNS
from lesart.exporters.registry import EXPORTERS
from lesart.store.rows import ArticleRow, FailureRow, Hit, JudgementRow, RunRow, Status

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
NAME = re.compile(r"^[A-Za-z0-9_.-]+")


def documents(root: Path) -> list[Path]:
    return [*sorted(root.glob("*.md")), *sorted((root / "docs").rglob("*.md")), root / "samples" / "README.md"]


def declared(root: Path) -> set[str]:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"].values()
    wanted = project["project"]["dependencies"] + [line for group in groups for line in group if isinstance(line, str)]
    return {match.group() for line in wanted if (match := NAME.match(line))}


@pytest.mark.parametrize("script", ["map", "cli-docs"])
def test_what_is_written_by_script_is_fresh(root, script):
    checked = subprocess.run(
        [sys.executable, str(root / "scripts" / script), "--check"], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stderr


def test_every_module_says_in_one_line_what_is_in_the_room(root):
    for path in sorted((root / "src").rglob("*.py")):
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path


def test_links_lead_somewhere(root):
    broken = [
        f"{path.relative_to(root)}: {target}"
        for path in documents(root)
        for target in LINK.findall(path.read_text(encoding="utf-8"))
        if "://" not in target and not target.startswith("#") and not (path.parent / target.partition("#")[0]).exists()
    ]
    assert broken == []


def test_every_dependency_has_a_line_with_its_reason(root):
    rows = (root / "docs" / "decisions" / "dependencies.md").read_text(encoding="utf-8").splitlines()
    named = {name.strip() for row in rows if row.startswith("| ") for name in row.split("|")[1].split(",")}
    assert declared(root) - named == set()


def test_every_export_format_and_field_is_documented(root, clipping_fields):
    page = (root / "docs" / "export.md").read_text(encoding="utf-8")
    assert [name for name in clipping_fields if f"`{name}`" not in page] == []
    assert [name for name in COLUMNS if f"`{name}`" not in page] == []
    assert [one.name for one in EXPORTERS if f"`{one.name}`" not in page] == []


@pytest.fixture
def clipping_fields(root) -> list[str]:
    """The keys of a line of the JSON lines export, as they are written in its source."""
    tree = ast.parse((root / "src" / "lesart" / "exporters" / "jsonl.py").read_text(encoding="utf-8"))
    (record,) = (node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "record")
    (returned,) = (node for node in record.body if isinstance(node, ast.Return))
    assert isinstance(returned.value, ast.Dict)
    return [key.value for key in returned.value.keys if isinstance(key, ast.Constant)]


@pytest.mark.parametrize(
    "row", [ArticleRow, FailureRow, Hit, JudgementRow, RunRow, Status], ids=lambda row: row.__name__
)
def test_every_field_that_json_prints_is_documented(root, row):
    page = (root / "docs" / "cli.md").read_text(encoding="utf-8").partition("<!--")[0]
    assert [name for name in row.__dataclass_fields__ if f"`{name}`" not in page] == []


def test_every_command_has_a_section_with_examples(root):
    page = (root / "docs" / "cli.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^### lesart (\w+)\n(.*?)(?=^### |\Z)", page, flags=re.M | re.S))
    assert list(sections) == list(COMMANDS)
    assert [name for name, text in sections.items() if "Example" not in text] == []


def test_the_version_has_its_entry_in_the_change_log(root):
    version = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f"## [{version}]" in (root / "CHANGELOG.md").read_text(encoding="utf-8")
