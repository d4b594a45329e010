"""Cost of adding: `add` without analysers on 1,000 saved pages, paired with trafilatura and htmldate in a bare loop.

    python benchmarks/speed/add_cost.py [--pages 1000] [--rounds 3] [--folder PAGES]

Each round runs the bare loop, then `add` with one worker, then with two, each in a fresh process (A B C A B C …).
CPU seconds are user and system time of the process and all its children; the ratio is the median over the rounds.
The pages are those of ../shared/data/pages, repeated with a comment at their end where there are fewer.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

PAGES = Path(__file__).parents[3] / "shared" / "data" / "pages" / "trafilatura-eval"
CPU_LIMIT = 1.3
SPEED_UP_LIMIT = 1.7


def bare(folder: Path) -> None:
    """What a user would otherwise take: the text and the date of each page, one after the other."""
    import trafilatura
    from htmldate import find_date

    for path in sorted(folder.iterdir()):
        html = path.read_bytes()
        trafilatura.extract(html)
        try:
            find_date(html)
        except (ValueError, UnicodeDecodeError):
            continue


def added(folder: Path, workers: int) -> None:
    import lesart
    from lesart.workbench.collection import AddOptions

    with tempfile.TemporaryDirectory() as place, lesart.open(Path(place) / "c.lesart", create=True) as collection:
        run = collection.add([str(folder)], options=AddOptions(workers=workers, analysers=()))
        print(f"{run.documents} documents, {run.articles} articles, {run.failures} failures", file=sys.stderr)


WAYS = {"bare": bare, "one": lambda folder: added(folder, 1), "two": lambda folder: added(folder, 2)}


def measured(way: str, folder: Path) -> dict[str, float]:
    """Run one way in a fresh process and return its CPU and wall seconds and the largest memory of any process."""
    started = time.perf_counter()
    command = [sys.executable, __file__, "--way", way, "--folder", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as running:
        largest = 0
        while running.poll() is None:
            largest = max(largest, largest_memory(running.pid))
            time.sleep(0.2)
        wall = time.perf_counter() - started
        assert running.stdout is not None
        spent = json.loads(running.stdout.read())
    return {**spent, "wall": wall, "mib": largest / 2**20}


def largest_memory(process: int) -> int:
    """Return the resident bytes of the largest process of a family."""
    try:
        family = [psutil.Process(process), *psutil.Process(process).children(recursive=True)]
        return max(member.memory_info().rss for member in family)
    except psutil.NoSuchProcess:
        return 0


def run_way(way: str, folder: Path) -> None:
    """Run one way in this process and print what it cost."""
    WAYS[way](folder)
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime + cpu_of_processes_left()
    print(json.dumps({"cpu": cpu, "writer": own.ru_utime + own.ru_stime}))


def cpu_of_processes_left() -> float:
    """Return the CPU seconds of children that still live, and of their own children (the fork server and its workers)."""
    ticks = os.sysconf("SC_CLK_TCK")
    total = 0.0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == os.getpid():
            total += sum(int(field) for field in fields[11:15]) / ticks
    return total


def pages(place: Path, number: int) -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes of so many pages, varied where they come again."""
    originals: list[tuple[str, bytes]] = []
    for archive in sorted(PAGES.glob("*.tar.xz")):
        with tarfile.open(archive) as packed:
            for member in packed:
                if member.isfile() and member.name.endswith((".html", ".htm")) and (file := packed.extractfile(member)):
                    originals.append((Path(member.name).name, file.read()))
    originals.sort()
    for count in range(number):
        name, data = originals[count % len(originals)]
        again = count // len(originals)
        yield f"{count:05d}-{name}", data + (f"<!-- {again} -->".encode() if again else b"")


def compare(number: int, rounds: int, folder: Path | None) -> int:
    with tempfile.TemporaryDirectory() as place:
        if folder is None:
            folder = Path(place)
            for name, data in pages(folder, number):
                (folder / name).write_bytes(data)
        results: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
        for _ in range(rounds):
            for way in WAYS:
                results[way].append(measured(way, folder))
                print(way, {name: round(value, 2) for name, value in results[way][-1].items()}, flush=True)
    cpu = statistics.median(b["cpu"] / a["cpu"] for a, b in zip(results["bare"], results["one"], strict=True))
    faster = statistics.median(b["wall"] / c["wall"] for b, c in zip(results["one"], results["two"], strict=True))
    print(f"CPU of add with one worker, against the bare loop: {cpu:.2f} (at most {CPU_LIMIT})")
    print(f"two workers against one: {faster:.2f} times as fast (at least {SPEED_UP_LIMIT})")
    return 0 if cpu <= CPU_LIMIT and faster >= SPEED_UP_LIMIT else 1


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--pages", type=int, default=1000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--folder", type=Path)
    arguments.add_argument("--way", choices=WAYS)
    chosen = arguments.parse_args()
    if chosen.way:
        run_way(chosen.way, chosen.folder)
        return 0
    if chosen.folder is None and not PAGES.is_dir():
        print(f"skipped: {PAGES} is not there")
        return 0
    return compare(chosen.pages, chosen.rounds, chosen.folder)


if __name__ == "__main__":
    sys.exit(main())
