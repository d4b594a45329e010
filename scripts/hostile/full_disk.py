"""Full disk: `add` where no file may grow beyond a limit ends with words, and goes on when there is room again."""

import resource
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(sys.executable).with_name("lesart")
ROOM = (64 * 1024, 300 * 1024, 700 * 1024)  # bytes that a file may have


def full_disk_faults(root: Path, samples: Path) -> list[str]:
    """Add the samples with too little room, then with enough; return what went wrong."""
    wrong: list[str] = []
    whole = root / "undisturbed.lesart"
    _add(whole, samples, None)
    expected = _articles(whole)
    for room in ROOM:
        collection = root / f"full-{room}.lesart"
        crippled = _add(collection, samples, room)
        if crippled.returncode == 0 or crippled.returncode < 0:
            wrong.append(f"full disk, {room} bytes: ended with {crippled.returncode}")
        if "Traceback" in crippled.stderr or not crippled.stderr.strip():
            wrong.append(f"full disk, {room} bytes: no words for it: {crippled.stderr[-300:]!r}")
        again = _add(collection, samples, None)
        if again.returncode != 0 or _articles(collection) != expected:
            wrong.append(
                f"full disk, {room} bytes: not complete afterwards: {again.returncode} {again.stderr[-300:]!r}"
            )
    print(f"{len(ROOM):6} full disks  {len(wrong)} faults")
    return wrong


def _add(collection: Path, samples: Path, room: int | None) -> subprocess.CompletedProcess[str]:
    def limit() -> None:
        if room is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    command = [str(PROGRAM), "add", str(collection), str(samples)]
    return subprocess.run(command, check=False, capture_output=True, text=True, preexec_fn=limit, timeout=300)


def _articles(collection: Path) -> list[str]:
    command = [str(PROGRAM), "export", str(collection), "--to", "jsonl"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
    return sorted(line.split('"span"')[0] for line in done.stdout.splitlines())
