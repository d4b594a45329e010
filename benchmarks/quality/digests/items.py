"""Items: the pieces from which digests are joined: public news texts, with authors, outlets and dates made up."""

import gzip
import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

AUTHORS = {
    "de": [
        "Anna Berg",
        "Jonas Feldkamp",
        "Dr. Miriam Osterloh",
        "Karl-Heinz Weidner",
        "Lea von Thun",
        "Prof. Uwe Sander",
    ],
    "en": ["Maud Carrick", "Peter O'Dell", "Dr. Ines Harrow", "Tom de Vere", "Ruth Ashby-Cole", "Simon Pell"],
    "ru": ["Ирина Лужина", "Пётр Заречный", "Анна Волкова-Смирнова", "Глеб Осокин", "Тамара Ветрова"],
    "uk": ["Олена Гайчук", "Ігор Підлісний", "Марко Ярема", "Дарина Хміль", "Юрій Зоряний"],
}
OUTLETS = {
    "de": [
        "Niederauer Bote",
        "Rheinischer Merkbrief",
        "Hafenkurier",
        "Tagblatt Oberfeld",
        "Neue Talzeitung",
        "Morgenpost Seeburg",
    ],
    "en": ["The Harbour Post", "Northern Ledger", "Calder Gazette", "Daily Tern", "Weekly Compass"],
    "ru": ["Вечерний Заречинск", "Северный вестник", "Голос Прибрежья", "Новое время Луговска"],
    "uk": ["Вісник Залісся", "Надбережна правда", "Ранкова газета", "Хроніка Поділля"],
}
CITIES = {
    "de": ["Seeburg", "Niederau", "Oberfeld", "Talheim", "Bad Rottau"],
    "en": ["Calder", "Northport", "Ashby", "Tern Bay"],
    "ru": ["Заречинск", "Луговск", "Приморье", "Верхнеозёрск"],
    "uk": ["Залісся", "Надбережне", "Кам'янець", "Озерне"],
}
MONTHS = {
    "de": [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "ru": [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    "uk": [
        "січня",
        "лютого",
        "березня",
        "квітня",
        "травня",
        "червня",
        "липня",
        "серпня",
        "вересня",
        "жовтня",
        "листопада",
        "грудня",
    ],
}


@dataclass(frozen=True, slots=True)
class Item:
    """One piece with everything that a layout may print about it; `language` is that of the cue words."""

    title: str
    paragraphs: tuple[str, ...]
    language: str
    author: str
    outlet: str
    city: str
    day: int
    month: int
    year: int

    @property
    def date(self) -> str:
        name = MONTHS[self.language][self.month - 1]
        if self.language == "en":
            return f"{self.day} {name} {self.year}"
        return f"{self.day}{'.' if self.language == 'de' else ''} {name} {self.year}"

    @property
    def short_date(self) -> str:
        return f"{self.day:02}.{self.month:02}.{self.year}"

    @property
    def address(self) -> str:
        slug = re.sub(r"\W+", "-", self.title.lower()).strip("-")[:40]
        return f"https://www.kurier.example/{self.year}/{slug}"


def wikinews(path: Path) -> list[tuple[str, tuple[str, ...]]]:
    """Return title and paragraphs of every article of the set; number and date are taken off the title."""
    articles = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            title = re.sub(r"^\d+ - | \(\d{4}-\d\d-\d\d\)$", "", record["title"]).strip()
            title = re.sub(r"^\d+ - ", "", title)
            paragraphs = tuple(p.strip() for p in record["text"].splitlines() if p.strip())
            if paragraphs and not title.startswith("Loeschcontainer"):
                articles.append((title, paragraphs))
    return articles


def ntrex(folder: Path, file: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the documents of one language of the set; the first segment is the title, paragraphs hold three."""
    names = (folder / "DOCUMENT_IDS.tsv").read_text(encoding="utf-8").split()
    segments = (folder / "NTREX-128" / file).read_text(encoding="utf-8").split("\n")
    grouped: dict[str, list[str]] = {}
    for name, segment in zip(names, segments, strict=False):
        grouped.setdefault(name, []).append(segment.strip())
    return [
        (parts[0].rstrip(" ."), tuple(" ".join(parts[i : i + 3]) for i in range(1, len(parts), 3)))
        for parts in grouped.values()
        if len(parts) > 2
    ]


def dressed(text: tuple[str, Sequence[str]], language: str, rng: random.Random) -> Item:
    """Make an item of a text, with author, outlet and date drawn at random."""
    pick = rng.choice
    return Item(
        text[0], tuple(text[1]), language, pick(AUTHORS[language]), pick(OUTLETS[language]), pick(CITIES[language]),
        rng.randint(1, 28), rng.randint(1, 12), rng.randint(2019, 2026),
    )  # fmt: skip
