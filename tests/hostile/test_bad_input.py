"""Bad input: damaged and malicious files through the real `add`; `scripts/bad_input.py` runs thousands."""

from pathlib import Path

import pytest

from hostile.canary import canary
from hostile.case import Case, Expected
from hostile.crafted import crafted
from hostile.mutations import good, mutated
from hostile.outcome import Became, escapes, faults, outcomes
from lesart.workbench.collection import AddOptions, Collection

BASES = sorted((Path(__file__).parents[2] / "samples" / "texts").iterdir())
SLOW_KINDS = ("deep nesting", "huge line")  # left to the script
QUICK = 100_000  # bytes of a mutated file


@pytest.fixture(scope="module")
def added(tmp_path_factory):
    """Add crafted, mutated and sound files at once; yield them with what became of each and with the canary."""
    root = tmp_path_factory.mktemp("hostile")
    folder = root / "files"
    folder.mkdir()
    with canary(root) as bird:
        cases = [case for case in crafted(bird.url, str(bird.file), bombs=False) if case.kind not in SLOW_KINDS]
        cases += [case for n in range(80) if len((case := mutated(BASES, n, 2)).data) < QUICK]
        cases += [good(n, 2) for n in range(15)]
        for case in cases:
            (folder / case.name).write_bytes(case.data)
        with Collection.open(root / "bad.lesart", create=True) as collection:
            row = collection.add([str(folder)], options=AddOptions(workers=2, seconds_per_source=20))
        yield row, [(str(folder / case.name), case) for case in cases], outcomes(root / "bad.lesart"), bird, root


def test_the_run_comes_to_its_end(added):
    assert added[0].state == "finished"


def test_every_file_is_read_or_refused_with_reason_and_advice(added):
    _, cases, became, _, _ = added
    assert len(cases) > 150
    assert faults(cases, became) == []


def test_nothing_is_fetched_and_nothing_written(added):
    *_, bird, root = added
    assert escapes(bird, (root, Path.cwd())) == []


@pytest.mark.parametrize("kind", ["good", "path traversal", "active page", "file name"])
def test_what_is_sound_or_made_harmless_is_read(added, kind):
    _, cases, became, _, _ = added
    read = [
        case for path, case in cases if case.kind == kind and any(case.words in text for text in became[path].texts)
    ]
    assert len(read) >= 5


def test_the_same_seed_makes_the_same_files():
    assert [mutated(BASES, n, 5) for n in range(20)] == [mutated(BASES, n, 5) for n in range(20)]


def test_a_file_that_vanished_is_a_fault():
    lost = Case("a.txt", b"x", "good", Expected.READ, "Wort")
    assert faults([("/a.txt", lost)], {}) != []
    assert faults([("/a.txt", lost)], {"/a.txt": Became(["Ein Wort 🧭"])}) == []
    assert faults([("/a.txt", lost)], {"/a.txt": Became(["Ein Wort"], [("kaputt", "")])}) != []
