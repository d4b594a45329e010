"""Pages: body text, title, author and date of saved pages, Lesart against bare trafilatura and bare htmldate.

Usage: python benchmarks/quality/pages.py [--json] [--check] [--every N] [--errors FIELD]

Same pages, same scoring, same run. The pages are not part of this repository; without them the program says so and ends.
"""

import argparse
import json
import re
import sys
import tarfile
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import htmldate
import trafilatura

from lesart.readers.html import HTML
from lesart.readers.reader import Limits, Record, Source, UnreadableError
from lesart.text.document import Document
from lesart.text.normalisation import compared

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT.parent / "shared" / "data" / "pages"
FLOORS = Path(__file__).with_name("floors.json")
FOREIGN_DATE = b"<html><body><div class='date'>3 septembrie 2014</div><p>x</p></body></html>"
LEAST_CHARACTERS = 5  # of a page file that is worth scoring


@dataclass(frozen=True, slots=True)
class Page:
    """A saved page with what an annotator found on it; None where nothing was annotated."""

    name: str
    html: bytes
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    title: str | None = None
    author: str | None = None
    date: str | None = None


@dataclass(slots=True)
class Segments:
    """Counts of wanted and unwanted segments."""

    found: int = 0
    missed: int = 0
    intruded: int = 0
    kept_out: int = 0

    def add(self, page: Page, text: str) -> None:
        text = even(text)
        hits = sum(even(segment) in text for segment in page.wanted)
        intruders = sum(even(segment) in text for segment in page.unwanted)
        self.found += hits
        self.missed += len(page.wanted) - hits
        self.intruded += intruders
        self.kept_out += len(page.unwanted) - intruders

    def figures(self) -> dict[str, float]:
        precision = self.found / max(1, self.found + self.intruded)
        recall = self.found / max(1, self.found + self.missed)
        total = self.found + self.missed + self.intruded + self.kept_out
        return {
            "precision": round(precision, 4),
            "recall": round(recall, 4),
            "f1": round(2 * precision * recall / max(1e-9, precision + recall), 4),
            "accuracy": round((self.found + self.kept_out) / max(1, total), 4),
        }


@dataclass(slots=True)
class Field:
    """How often a field is right, wrong, missing, or claimed where the annotator found none."""

    right: int = 0
    wrong: int = 0
    missing: int = 0
    claimed: int = 0
    errors: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, page: str, gold: str | None, given: str | None, same: Callable[[str, str], bool]) -> None:
        if gold is None:
            return
        if not gold:
            self.claimed += bool(given)
        elif not given:
            self.missing += 1
            self.errors.append((page, gold, ""))
        elif same(gold, given):
            self.right += 1
        else:
            self.wrong += 1
            self.errors.append((page, gold, given))

    def figures(self) -> dict[str, float]:
        total = self.right + self.wrong + self.missing
        return {"accuracy": round(self.right / max(1, total), 4), "of": total, "claimed": self.claimed}


def even(text: str) -> str:
    """Return a text as it is compared: composed characters (trafilatura composes them), single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def same_title(gold: str, given: str) -> bool:
    return compared(gold) == compared(given)


def same_authors(gold: str, given: str) -> bool:
    """Compare the sets of names, without order and the words that join them."""
    return _names(gold) == _names(given)


def _names(text: str) -> set[str]:
    return {name for n in re.split(r"[;,&/|]|\bund\b|\band\b", compared(text)) if (name := n.strip(" ."))}


def same_day(gold: str, given: str) -> bool:
    return gold.strip()[:10].replace(".", "-") == given[:10]


def read_pages(folder: Path, every: int) -> Iterator[Page]:
    """Read the trafilatura set: segments, title, author, date."""
    gold = json.loads((folder / "tests" / "evaldata.json").read_text(encoding="utf-8"))
    for name, item in list(gold.items())[::every]:
        if (html := _html(folder, item["file"])) is not None:
            yield Page(
                name,
                html,
                tuple(item["with"]),
                tuple(item["without"]),
                *(_one(item.get(k)) for k in ("title", "author", "date")),
            )


def _one(value: object) -> str | None:
    """Return an annotation as text; lists are several authors, numbers (NaN) stand where none was made."""
    return "; ".join(value) if isinstance(value, list) else value if isinstance(value, str) else None


def read_dated(folder: Path, same: dict[str, str], every: int) -> Iterator[Page]:
    """Read the htmldate set: dates only; part of its pages lie in the trafilatura set."""
    for file in ("eval_default.json", "eval_mediacloud_2020.json"):
        gold = json.loads((folder / "tests" / file).read_text(encoding="utf-8"))
        for name, item in list(gold.items())[::every]:
            if (html := _html(folder, item["file"], same)) is not None:
                yield Page(name, html, date=_one(item["date"]))


def _html(folder: Path, file: str, same: dict[str, str] | None = None) -> bytes | None:
    for place in ("tests/eval", "tests/cache", "tests/test_set"):
        for path in (f"{place}/{file}", (same or {}).get(f"{place}/{file}", "")):
            if path and (folder / path).is_file():
                data = (folder / path).read_bytes()
                return data if len(data) > LEAST_CHARACTERS else None
    return None


def lesart_document(page: Page) -> Document | None:
    source = Source(page.html, f"/pages/{page.name.rpartition('/')[2][:50]}.html")
    try:
        return HTML.document(source, Record(0, None), Limits()) if HTML.document else None
    except UnreadableError:
        return None


def main_text(document: Document | None) -> str:
    blocks = document.blocks if document else ()
    return "\n".join(b.span.of(document.text) for b in blocks if document and b.furniture is None)


def clue(document: Document | None, name: str) -> str | None:
    clues = [c.value for c in document.clues if c.field == name] if document else []
    return "; ".join(clues) if name == "author" else next(iter(clues), None)


def measure(pages: Iterable[Page], dated: Iterable[Page]) -> dict[str, object]:
    """Score everything; CPU seconds are those of reading alone, Lesart beside trafilatura and htmldate on one page."""
    texts = {name: Segments() for name in ("lesart", "trafilatura", "trafilatura without comments")}
    fields = {who: {name: Field() for name in ("title", "author", "date")} for who in ("lesart", "trafilatura")}
    dates = {who: Field() for who in ("lesart", "htmldate")}
    cpu = {"lesart": 0.0, "trafilatura + htmldate": 0.0}
    count = 0
    _day(FOREIGN_DATE)  # dateparser reads its locales once, which takes seconds
    for page in pages:
        count += 1
        runs: dict[str, Callable[[], Document | str | None]] = {
            "lesart": lambda page=page: lesart_document(page),
            "trafilatura + htmldate": lambda page=page: (_text(page.html), _day(page.html))[0],
        }
        order = sorted(runs, reverse=bool(count % 2))  # neither always goes first
        results = {who: _timed(cpu, who, runs[who]) for who in order}
        document, bare = results["lesart"], results["trafilatura + htmldate"]
        texts["lesart"].add(page, main_text(document))
        texts["trafilatura"].add(page, bare or "")
        texts["trafilatura without comments"].add(page, _text(page.html, include_comments=False) or "")
        metadata = trafilatura.extract_metadata(trafilatura.load_html(page.html))
        for name, same in (("title", same_title), ("author", same_authors), ("date", same_day)):
            gold = getattr(page, name)
            fields["lesart"][name].add(page.name, gold, clue(document, "published" if name == "date" else name), same)
            fields["trafilatura"][name].add(page.name, gold, getattr(metadata, name, None), same)
    for page in dated:
        dates["lesart"].add(page.name, page.date, clue(lesart_document(page), "published"), same_day)
        dates["htmldate"].add(page.name, page.date, _day(page.html), same_day)
    return {"pages": count, "text": texts, "fields": fields, "dates": dates, "cpu_seconds": cpu}


def _timed(cpu: dict[str, float], name: str, run: Callable[[], Document | str | None]) -> Document | str | None:
    start = time.process_time()
    result = run()
    cpu[name] += time.process_time() - start
    return result


def _text(html: bytes, **settings: bool) -> str | None:
    try:
        return trafilatura.extract(html, **settings)
    except Exception:  # the bare part may fail in any way; that is its result
        return None


def _day(html: bytes) -> str | None:
    try:
        return htmldate.find_date(html, original_date=True)
    except Exception:  # as above
        return None


def figures(measured: dict[str, object]) -> dict[str, object]:
    """Return the figures alone, ready for JSON."""
    if isinstance(measured, Segments | Field):
        return measured.figures()  # type: ignore[return-value]  # figures of figures
    if isinstance(measured, dict):
        return {name: figures(value) for name, value in measured.items()}
    return round(measured, 2) if isinstance(measured, float) else measured


def show(found: dict[str, object]) -> None:
    print(f"{found['pages']} pages")
    for who, row in found["text"].items():  # type: ignore[attr-defined]  # a table
        print(
            f"  text    {who:30} P {row['precision']:.4f}  R {row['recall']:.4f}  F1 {row['f1']:.4f}  accuracy {row['accuracy']:.4f}"
        )
    for who, table in found["fields"].items():  # type: ignore[attr-defined]  # a table
        for name, row in table.items():
            print(
                f"  {name:7} {who:30} {row['accuracy']:.4f} of {row['of']}, claimed where there is none: {row['claimed']}"
            )
    for who, row in found["dates"].items():  # type: ignore[attr-defined]  # a table
        print(f"  date    {who:30} {row['accuracy']:.4f} of {row['of']} (htmldate set)")
    print(f"  CPU seconds: {found['cpu_seconds']}")


def shortfalls(found: dict[str, object], floors: dict[str, float]) -> list[str]:
    """Return what is below its floor, or below the bare parts in this same run."""
    text, fields, dates = found["text"], found["fields"], found["dates"]
    own = {"text f1": text["lesart"]["f1"], "date (htmldate set)": dates["lesart"]["accuracy"]}
    own |= {name: fields["lesart"][name]["accuracy"] for name in ("title", "author", "date")}
    bare = {"text f1": max(row["f1"] for who, row in text.items() if who != "lesart")}
    bare |= {name: fields["trafilatura"][name]["accuracy"] for name in ("title", "author", "date")}
    bare["date (htmldate set)"] = dates["htmldate"]["accuracy"]
    low = [f"{name}: {own[name]} is below the floor {floor}" for name, floor in floors.items() if own[name] < floor]
    return low + [
        f"{name}: {own[name]} is below the bare part's {bare[name]}" for name in own if own[name] < bare[name]
    ]


def unpack(target: Path) -> dict[str, str]:
    """Unpack all pages below a folder; return which of the htmldate pages are the same as which of the others."""
    for archive in sorted(PAGES.glob("*/*.tar.xz")):
        with tarfile.open(archive) as packed:
            packed.extractall(target, filter="data")
    lines = (PAGES / "htmldate-eval" / "identical_files_in_trafilatura_eval.tsv").read_text().splitlines()
    return dict(line.split("\t") for line in lines if "\t" in line)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--check", action="store_true", help="exit with 1 where a figure is below its floor")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="take every N-th page only")
    parser.add_argument("--errors", metavar="FIELD", help="list what is wrong: title, author, date or dates")
    options = parser.parse_args()
    if not PAGES.is_dir():
        print("skipped: the pages (../shared/data/pages) are not here")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        same = unpack(Path(folder))
        measured = measure(read_pages(Path(folder), options.every), read_dated(Path(folder), same, options.every))
    found = figures(measured)
    if options.errors:
        kept = measured["dates"] if options.errors == "dates" else measured["fields"]["lesart"]  # type: ignore[index]
        for error in kept["lesart" if options.errors == "dates" else options.errors].errors:
            print("\t".join(error))
    print(json.dumps(found, indent=2)) if options.json else show(found)
    if options.check:
        low = shortfalls(found, json.loads(FLOORS.read_text(encoding="utf-8")).get("pages", {}))
        print("\n".join(low) or "all floors held", file=sys.stderr)
        return 1 if low else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
