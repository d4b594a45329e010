"""Bad input: thousands of damaged and malicious files go through the real `add`; nothing may crash, hang, fetch or vanish.

    python scripts/bad_input.py [--files 5000] [--seed 1] [--chunk 250] [--folder DIR] [--workers N]

Mutates the samples, adds crafted files and sound ones, and looks at what became of each: its words in a text, or a row
in failures with reason and advice. Then the network (private addresses, redirects to them, answers without end) and a
full disk. Ends with 1 where something went wrong, and says what.
"""

import argparse
import collections
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from hostile.canary import Canary, canary
from hostile.case import Case
from hostile.crafted import crafted
from hostile.full_disk import full_disk_faults
from hostile.hosts import host_faults
from hostile.mutations import good, mutated
from hostile.outcome import escapes, faults, outcomes
from lesart.workbench.collection import AddOptions, Collection

SAMPLES = Path(__file__).parent.parent / "samples" / "texts"
SECONDS = 20.0  # that one source may take
GOOD_SHARE = 10  # every tenth file is sound


def cases(files: int, seed: int, bird: Canary) -> Iterator[Case]:
    """Yield the crafted files, then mutated and sound ones until there are so many."""
    made = crafted(bird.url, str(bird.file))
    yield from made[:files]
    bases = sorted(SAMPLES.iterdir())
    for number in range(max(0, files - len(made))):
        yield good(number, seed) if number % GOOD_SHARE == 0 else mutated(bases, number, seed)


def chunks(several: Iterator[Case], size: int) -> Iterator[list[Case]]:
    chunk: list[Case] = []
    for case in several:
        chunk.append(case)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def add_chunk(chunk: Sequence[Case], folder: Path, collection: Path, workers: int) -> tuple[list[str], float]:
    """Write the files, add their folder, and return what went wrong and the seconds it took."""
    folder.mkdir()
    paths = [folder / case.name for case in chunk]
    for path, case in zip(paths, chunk, strict=True):
        path.write_bytes(case.data)
    began = time.monotonic()
    with Collection.open(collection, create=True) as opened:
        row = opened.add([str(folder)], options=AddOptions(workers=workers, seconds_per_source=SECONDS))
    seconds = time.monotonic() - began
    wrong = faults(((str(path), case) for path, case in zip(paths, chunk, strict=True)), outcomes(collection))
    if row.state != "finished":
        wrong.append(f"the run is {row.state}")
    shutil.rmtree(folder)
    return wrong, seconds


def run_files(asked: argparse.Namespace, root: Path) -> list[str]:
    """Add all files chunk by chunk and return what went wrong."""
    wrong: list[str] = []
    kinds: collections.Counter[str] = collections.Counter()
    slowest = 0.0
    with canary(root) as bird:
        for number, chunk in enumerate(chunks(cases(asked.files, asked.seed, bird), asked.chunk)):
            kinds.update(case.kind for case in chunk)
            found, seconds = add_chunk(chunk, root / f"files-{number}", root / "bad.lesart", asked.workers)
            slowest = max(slowest, seconds)
            wrong += found
            print(f"{sum(kinds.values()):6} files  {seconds:6.1f} s  {len(found)} faults", flush=True)
        wrong += escapes(bird, (root, Path.cwd(), Path(tempfile.gettempdir())))
    _summary(root / "bad.lesart", kinds, slowest)
    return wrong


def _summary(collection: Path, kinds: collections.Counter[str], slowest: float) -> None:
    became = outcomes(collection)
    texts = sum(len(outcome.texts) for outcome in became.values())
    reasons = collections.Counter(
        reason.split(":")[0][:70] for outcome in became.values() for reason, _ in outcome.failures
    )
    print(f"\n{sum(kinds.values())} files, {texts} texts read, {sum(reasons.values())} failures")
    print(f"slowest chunk {slowest:.0f} s\n")
    for kind, count in kinds.most_common():
        print(f"{count:6}  {kind}")
    print("\nmost frequent reasons")
    for reason, count in reasons.most_common(12):
        print(f"{count:6}  {reason}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--chunk", type=int, default=250)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="where to work; a temporary folder by default")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bad-input-", dir=asked.folder) as folder:
        root = Path(folder)
        wrong = run_files(asked, root)
        wrong += host_faults(root)
        wrong += full_disk_faults(root, SAMPLES)
    print(f"\n{len(wrong)} faults")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
