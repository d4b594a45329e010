"""Kill test: `add` is killed at random moments and gone on with; the collection must equal an undisturbed one.

    python scripts/kill_test.py [--times 200] [--seed 1] [--folder FOLDER]

Every collection is begun, killed (SIGKILL) and gone on with until one run comes to its end, then compared with that of
a run which nobody disturbed: every row of every table but numbers, times and the rows of runs, and what a search finds.
So many collections are made that `--times` kills have happened. Two of three kills take the whole process group, the
third takes the writer alone: its workers must end by themselves.
"""

import argparse
import hashlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

WORDS = (
    *("Hafen", "Ministerin", "Kanal", "Vertrag", "Streik", "Bürgermeister", "Zeitung", "Brücke", "Haushalt", "Pegel"),
    *(
        "harbour",
        "council",
        "treaty",
        "strike",
        "порт",
        "совет",
        "договор",
        "канал",
        "міст",
        "рада",
        "🚢",
        "cafe\u0301",
    ),
)
# What is compared: rows without numbers and times.
QUERIES = {
    "captures": "SELECT sha256, size, media_type FROM captures",
    "chunks": "SELECT sha256, number, codec, hex(data) FROM capture_chunks JOIN captures ON captures.id = capture_id",
    "origins": "SELECT sha256, uri, kind, parent_sha256, headers FROM origins JOIN captures ON captures.id = capture_id",
    "documents": "SELECT key, ordinal, reader, articles_version, media_type, unjudged, text, encoding, locator, blocks,"
    " links, clues, repairs, warnings FROM documents",
    "articles": "SELECT key, position, start, end, title, outlet, date, date_basis, date_earliest, date_latest,"
    " language, extent, format, words, removed, corrected FROM articles",
    "contents": "SELECT key, proposed, article_contents.corrected FROM article_contents JOIN articles ON articles.id = article_id",
    "bylines": "SELECT key, bylines.position, name, role FROM bylines JOIN articles ON articles.id = article_id",
    "topics": "SELECT key, topic FROM topics JOIN articles ON articles.id = article_id",
    "annotations": "SELECT key, type, start, end, spans, quotes, body, maker, version, status"
    " FROM annotations JOIN documents ON documents.id = document_id",
    "failures": "SELECT uri, stage, reason, advice, resolved_at IS NULL FROM failures",
    "checkpoints": "SELECT sha256, batch, reader, analysers, last FROM checkpoints"
    " JOIN captures ON captures.id = capture_id",
    "counts": "SELECT field, value, articles FROM counts WHERE articles",
    "vocabulary": "SELECT term FROM vocabulary",
    "integrity": "PRAGMA integrity_check",
    "foreign keys": "PRAGMA foreign_key_check",
}


@dataclass(slots=True)
class Tally:
    """What happened: kills, those before anything was stored, finished collections, and those that differ."""

    kills: int = 0
    collections: int = 0
    orphans: int = 0
    different: list[str] = field(default_factory=list)


def sentences(chance: random.Random, number: int) -> str:
    return " ".join(" ".join(chance.choices(WORDS, k=chance.randint(6, 14))).capitalize() + "." for _ in range(number))


def text_of(chance: random.Random) -> bytes:
    paragraphs = [sentences(chance, chance.randint(1, 5)) for _ in range(chance.randint(2, 6))]
    return ("\n\n".join([sentences(chance, 1), *paragraphs]) + "\n").encode()


def page_of(chance: random.Random) -> bytes:
    body = "".join(f"<p>{sentences(chance, 4)}</p>" for _ in range(chance.randint(3, 8)))
    head = f"<html lang='de'><head><meta charset='utf-8'><title>{sentences(chance, 1)}</title></head>"
    return f"{head}<body><nav>Start</nav><article>{body}</article></body></html>".encode()


def archive_of(members: dict[str, bytes]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return packed.getvalue()


def write_sources(folder: Path, seed: int) -> None:
    """Write texts, pages, tables, nested archives, doubles and broken files."""
    chance = random.Random(seed)
    for number in range(24):
        (folder / f"{number:02d}-text.txt").write_bytes(text_of(chance))
    for number in range(12):
        (folder / f"{number:02d}-seite.html").write_bytes(page_of(chance))
    (folder / "zz-noch-einmal.txt").write_bytes((folder / "03-text.txt").read_bytes())
    rows = (f'{{"title": "{sentences(chance, 1)}", "text": "{sentences(chance, 6)}"}}\n' for _ in range(400))
    (folder / "tabelle.jsonl").write_text("".join(rows), encoding="utf-8")
    inner = archive_of({f"innen-{n}.txt": text_of(chance) for n in range(6)})
    members = {f"{n}-glied.html": page_of(chance) for n in range(8)}
    (folder / "archiv.zip").write_bytes(archive_of({**members, "innen.zip": inner, "doppelt.txt": text_of(chance)}))
    (folder / "kaputt.zip").write_bytes(inner[: len(inner) // 2])
    (folder / "leer.txt").write_bytes(b"")


def add(collection: Path, sources: list[str], workers: int) -> int:
    """Add, in this process; the way that is killed."""
    import lesart
    from lesart.workbench.collection import AddOptions, CollectionError

    with lesart.open(collection, create=True) as opened:
        try:
            opened.add(sources, options=AddOptions(workers=workers))
        except CollectionError:
            if sources:
                raise
            return 4  # nothing to go on with: it was killed before the run was noted
    return 0


def begin(collection: Path, sources: list[str], workers: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, __file__, "--add", str(collection), "--workers", str(workers), *sources]
    return subprocess.Popen(command, start_new_session=True)


def kill(running: subprocess.Popen[bytes], alone: bool, tally: Tally) -> None:
    """Kill the process group, or the writer alone and see that its workers follow it."""
    group = running.pid
    os.kill(group, signal.SIGKILL) if alone else os.killpg(group, signal.SIGKILL)
    running.wait()
    tally.kills += 1
    until = time.monotonic() + 10
    while lives(group):
        if time.monotonic() > until:
            tally.orphans += 1
            os.killpg(group, signal.SIGKILL)
            return
        time.sleep(0.02)


def lives(group: int) -> bool:
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, process_group = stat.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(process_group) == group and state != "Z":
            return True
    return False


def disturbed(
    collection: Path, folder: Path, seconds: float, chance: random.Random, tally: Tally, workers: int
) -> None:
    """Add until a run comes to its end, killing each run that is not done within a random time."""
    sources = [str(folder)]
    while True:
        running = begin(collection, sources, workers)
        try:
            code = running.wait(chance.uniform(0, seconds))
        except subprocess.TimeoutExpired:
            kill(running, tally.kills % 3 == 2, tally)
            sources = [] if chance.random() < 0.5 else [str(folder)]
            continue
        if code == 4:
            sources = [str(folder)]
        elif code:
            raise SystemExit(f"add ended with {code} on {collection}")
        else:
            return


def dump(collection: Path) -> dict[str, str]:
    """Return a digest of every part of a collection."""
    parts: dict[str, str] = {}
    with closing(sqlite3.connect(collection)) as connection:
        for name, query in QUERIES.items():
            rows = sorted(repr(row) for row in connection.execute(query))
            parts[name] = f"{len(rows)} rows, {hashlib.sha256(''.join(rows).encode()).hexdigest()[:16]}"
    parts["search"] = ", ".join(found(collection))
    return parts


def found(collection: Path) -> Iterator[str]:
    import lesart

    with lesart.open(collection) as opened:
        for word in WORDS[:8]:
            page = opened.search(word, limit=1000)
            keys = sorted(hit.article.key for hit in page.items)
            yield f"{page.total} {hashlib.sha256(''.join(keys).encode()).hexdigest()[:8]}"


def differences(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return [f"{name}: {one[name]} / {other[name]}" for name in one if one[name] != other[name]]


def test(times: int, seed: int, folder: Path | None, workers: int) -> int:
    chance, tally = random.Random(seed), Tally()
    with tempfile.TemporaryDirectory(prefix="lesart-kill-") as place:
        if folder is None:
            folder = Path(place) / "quellen"
            folder.mkdir()
            write_sources(folder, seed)
        started = time.monotonic()
        if begin(Path(place) / "ruhig.lesart", [str(folder)], workers).wait():
            raise SystemExit("the undisturbed run failed")
        seconds = time.monotonic() - started
        expected = dump(Path(place) / "ruhig.lesart")
        print(f"undisturbed: {seconds:.1f} s; documents: {expected['documents']}", flush=True)
        while tally.kills < times:
            collection = Path(place) / f"{tally.collections}.lesart"
            disturbed(collection, folder, seconds, chance, tally, workers)
            tally.collections += 1
            different = differences(expected, dump(collection))
            tally.different += [f"collection {tally.collections}: {line}" for line in different]
            left = [path.name for path in Path(place).glob(f".{collection.name}-spool*")]
            tally.different += [f"left behind: {name}" for name in left]
            print(
                f"{tally.kills} kills, {tally.collections} collections, {len(tally.different)} differences", flush=True
            )
            for path in Path(place).glob(f"{collection.name}*"):
                path.unlink()
    for line in tally.different:
        print(line)
    verdict = "none lost, none twice" if not tally.different else "NOT the same"
    print(
        f"{tally.kills} kills over {tally.collections} collections, {tally.orphans} workers outlived their writer: {verdict}"
    )
    return 1 if tally.different or tally.orphans else 0


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--times", type=int, default=200)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--workers", type=int, default=2)
    arguments.add_argument("--folder", type=Path)
    arguments.add_argument("--add", type=Path, help=argparse.SUPPRESS)
    arguments.add_argument("sources", nargs="*", help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    if chosen.add:
        return add(chosen.add, chosen.sources, chosen.workers)
    return test(chosen.times, chosen.seed, chosen.folder, chosen.workers)


if __name__ == "__main__":
    sys.exit(main())
