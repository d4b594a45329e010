"""Mutations: what happens to files on their way: cut off, flipped, blown up, wrongly encoded, wrongly named."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path

from hostile.case import Case, Expected

Mutation = Callable[[bytes, random.Random], bytes]
SUFFIXES = (
    ".txt", ".md", ".html", ".pdf", ".docx", ".eml", ".xml", ".atom", ".csv", ".jsonl", ".zip", ".warc", ".warc.gz",
    ".gz", ".tar", ".wacz", ".rss", ".json", ".tsv", "",
)  # fmt: skip
LONG_LINE = 2_000_000  # bytes


def cut_off(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(1, max(2, len(data)))]


def beginning_lost(data: bytes, chance: random.Random) -> bytes:
    return data[chance.randrange(1, max(2, len(data))) :] or b"\0"


def bytes_flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice([1, 5, 50, 500])):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def zeros_inside(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes(chance.choice([1, 16, 4096])) + data[at:]


def part_repeated(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.randrange(1, 400)]
    return data[:start] + piece * chance.choice([2, 30, 500]) + data[start:]


def part_missing(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(1, 2000) :] or b"\0"


def shuffled(data: bytes, chance: random.Random) -> bytes:
    pieces = [data[i : i + 64] for i in range(0, len(data), 64)]
    chance.shuffle(pieces)
    return b"".join(pieces)


def wrongly_encoded(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(
        chance.choice(["utf-16-le", "utf-16", "utf-32", "cp1251", "koi8-r", "utf-7", "cp500"]), "replace"
    )


def encoded_twice(data: bytes, chance: random.Random) -> bytes:
    return data.decode(chance.choice(["cp1252", "latin-1", "cp866"]), "replace").encode("utf-8")


def on_one_line(data: bytes, chance: random.Random) -> bytes:
    line = data.replace(b"\n", b" ") + b" "
    return (line * (chance.choice([10_000, LONG_LINE]) // len(line) + 1))[:LONG_LINE]


def noise(data: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(chance.choice([1, 100, 10_000, 300_000]))


def magic_and_noise(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.choice([2, 4, 8, 64])] + chance.randbytes(5_000)


def unchanged(data: bytes, chance: random.Random) -> bytes:
    return data


def two_in_one(data: bytes, chance: random.Random) -> bytes:
    return data + data[len(data) // 3 :]


MUTATIONS: tuple[Mutation, ...] = (
    cut_off, beginning_lost, bytes_flipped, zeros_inside, part_repeated, part_missing, shuffled, wrongly_encoded,
    encoded_twice, on_one_line, noise, magic_and_noise, unchanged, two_in_one,
)  # fmt: skip


def mutated(bases: Sequence[Path], number: int, seed: int) -> Case:
    """Return the n-th mutated file; a third of them bear the name of another format."""
    chance = random.Random(f"{seed} {number}")
    base, mutation = chance.choice(bases), chance.choice(MUTATIONS)
    data = mutation(base.read_bytes(), chance)
    if chance.random() < 0.15:
        data = chance.choice(MUTATIONS)(data, chance)
    suffix = chance.choice(SUFFIXES) if mutation is unchanged or chance.random() < 0.33 else base.suffix
    return Case(f"{number:05}-{mutation.__name__}{suffix}", data, mutation.__name__.replace("_", " "), Expected.EITHER)


def good(number: int, seed: int) -> Case:
    """Return the n-th sound file, in one of four languages, with words that stand nowhere else."""
    chance = random.Random(f"good {seed} {number}")
    words = f"Kennwort{number:05}"
    sentence = chance.choice(
        [
            "Die Kommission hat am Dienstag den Damm besichtigt und keine neuen Risse gefunden",
            "The commission inspected the dam on Tuesday and found no new cracks in the western wall",
            "Комиссия во вторник осмотрела плотину и не нашла новых трещин на западном берегу",
            "Комісія у вівторок оглянула греблю й не знайшла нових тріщин на західному березі",
        ]
    )
    text = f"Der Damm hält 🧭\n\n{sentence}, {words}.\n\n{sentence} u\u0308ber Nacht.\n"
    if chance.random() < 0.5:
        return Case(f"{number:05}-good.txt", text.encode(), "good", Expected.READ, words)
    page = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
    html = (
        f"<html><head><meta charset='utf-8'><title>Der Damm</title></head><body><article>{page}</article></body></html>"
    )
    return Case(f"{number:05}-good.html", html.encode(), "good", Expected.READ, words)
