"""Diagnosis: the checks of `lesart doctor`, each a finding with what to do."""

import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from lesart.store.health import SearchIndex, defects, search_index

LANGUAGES = ("deu", "eng", "rus", "ukr")
SPACE_WANTED = 1024**3  # bytes; a thousand saved pages take about a tenth of it
OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: `state` is ok, warn (something optional is missing) or fail; `advice` is empty where all is well."""

    what: str
    state: Literal["ok", "warn", "fail"]
    found: str
    advice: str = ""


def findings(collection: str | None) -> list[Finding]:
    """Check the machine, and the collection where one is named."""
    folder = Path(collection).resolve().parent if collection and "://" not in collection else Path.cwd()
    checks = [python(), sqlite(search_index()), tesseract(), models(), *disk(folder)]
    return checks + ([integrity(Path(collection))] if collection and "://" not in collection else [])


def python() -> Finding:
    found = platform.python_version()
    if sys.version_info >= OLDEST_PYTHON:
        return Finding("Python", "ok", found)
    return Finding("Python", "fail", found, "Lesart needs Python 3.11 or newer.")


def sqlite(index: SearchIndex) -> Finding:
    if index.words and index.trigrams:
        return Finding("SQLite", "ok", f"{index.version} with FTS5 and trigrams")
    missing = "FTS5" if not index.words else "the trigram index"
    return Finding(
        "SQLite", "fail", f"{index.version} without {missing}", "Use a Python whose SQLite is 3.34 or newer."
    )


def tesseract() -> Finding:
    program = shutil.which("tesseract")
    advice = "Debian: apt install tesseract-ocr tesseract-ocr-deu tesseract-ocr-rus tesseract-ocr-ukr"
    if program is None:
        return Finding("Tesseract", "warn", "not installed: scanned PDFs cannot be read", advice)
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    missing = [language for language in LANGUAGES if language not in listed.stdout.split()]
    if missing:
        return Finding("Tesseract", "warn", f"installed without {', '.join(missing)}", advice)
    return Finding("Tesseract", "ok", f"installed with {', '.join(LANGUAGES)}")


def models() -> Finding:
    return Finding("Models", "ok", "none are needed yet")


def disk(folder: Path) -> list[Finding]:
    """Check space and the right to write where collections are kept."""
    if not folder.is_dir():
        return [Finding("Folder", "fail", f"{folder} is not there", "Make it, or name another place.")]
    free = shutil.disk_usage(folder).free
    space = f"{free / 1024**3:.1f} GiB free in {folder}"
    wanted = "" if free >= SPACE_WANTED else "Originals are kept whole; make room before adding much."
    writable = os.access(folder, os.W_OK)
    return [
        Finding("Space", "warn" if wanted else "ok", space, wanted),
        Finding("Writing", "ok", f"allowed in {folder}")
        if writable
        else Finding("Writing", "fail", f"not allowed in {folder}", "Keep collections where you may write."),
    ]


def integrity(path: Path) -> Finding:
    if not path.is_file():
        return Finding("Collection", "fail", f"there is none at {path}", f"Make one with: lesart add {path} FILES…")
    found = defects(path)
    if found:
        advice = "Copy the file before anything else, then read its sources into a new collection."
        return Finding("Collection", "fail", "; ".join(found[:3]), advice)
    return Finding("Collection", "ok", f"{path} is whole")
