import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

# Written in two halves, so that this file does not hold what it forbids.
HOSTS = re.compile(
    "|".join(
        [
            "pypi" + r"\.",
            "python" + "hosted",
            "npm" + r"js\.",
            "registry" + r"\.[a-z]+\.(org|com|io)",
            "--find" + "-links",
        ]
    )
)
MACHINE_PATHS = re.compile(
    "|".join(["/ro" + "ot/", "/wo" + "rk/", "/Us" + r"ers/\w", "/ho" + r"me/\w", r"[A-Z]:\\Us" + "ers"])
)
RUN = 8  # words; the shortest run that is taken for a copy
WORD = re.compile(r"\w+")


def places(texts: dict[str, str], forbidden: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:80]}"
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if forbidden.search(line)
    ]


def test_no_file_names_a_package_host(own_texts):
    assert places(own_texts, HOSTS) == []


def test_no_file_names_a_place_on_somebodys_machine(own_texts):
    assert places(own_texts, MACHINE_PATHS) == []


def test_no_script_of_others_is_committed(own_files, root):
    own = root / "src" / "lesart" / "web" / "static"
    scripts = [path for path in own_files if path.suffix in {".js", ".mjs", ".wasm"}]
    assert all(path.is_relative_to(own) or path.is_relative_to(root / "tests") for path in scripts)
    assert not [
        path.name for path in scripts if ".min." in path.name or max(map(len, path.read_text().split("\n"))) > 400
    ]


def runs(text: str) -> Iterator[int]:
    words = [zlib.crc32(word.casefold().encode()) for word in WORD.findall(text)]
    return (hash(tuple(words[i : i + RUN])) for i in range(len(words) - RUN + 1))


def shared_texts(folder: Path) -> Iterator[Path]:
    for part in ("seeds", "data/text/wikinews-de", "data/reuse/ntrex", "data/speech/german-news-quotation"):
        yield from (path for path in (folder / part).rglob("*") if path.suffix in {".txt", ".json", ".tsv"})


def test_no_file_holds_words_of_the_shared_texts(own_texts, root):
    shared = root.parent / "shared"
    if not (shared / "seeds").is_dir():
        pytest.skip("../shared is not there")
    own = {
        run: name
        for name, text in own_texts.items()
        if not name.startswith(("LICENSE", "locks/"))
        for run in runs(text)
    }
    copied = {own[run] for path in shared_texts(shared) for run in runs(_read(path)) if run in own}
    assert copied == set()


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def test_a_copied_run_of_words_would_be_seen():
    assert set(runs("Ein Satz, der so lang ist, dass er auffällt 🌊.")) & set(
        runs("»Satz der so lang ist dass er auffällt«")
    )
    assert not set(runs("Ein Satz ist kurz.")) & set(runs("Ein Satz ist kurz."))
    assert set(runs("вода поднялась ещё на метр сегодня ночью у моста")) & set(
        runs("Вода поднялась ещё на метр: сегодня ночью у моста!")
    )
