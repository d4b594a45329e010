"""Splitting: boundary F1 on joined and hand-made digests, and cuts made in single pieces.

    python benchmarks/quality/splitting.py [--check] [--json] [--errors N] [--seed N]

Public texts come from ../shared/data (skipped with a message where absent); the hand-made digests and single pieces
always run. A boundary is the start of an item other than the first of its document; it is found where a cut starts
within three code points of it, blanks aside. The start of the first item behind a masthead or an overview counts neither
way, nor does the start of a foot.
"""

import argparse
import hashlib
import json
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from digests.items import Item, dressed, ntrex, wikinews
from digests.layouts import BARE, DEVELOPED, FURTHER, HELD_OUT, UNSEEN, WITHOUT_CUES, Layout
from digests.singles import own_singles, singles_of

from lesart.articles.splitting import split
from lesart.text.blocks import blocks_of_plain_text
from lesart.text.document import Document

HERE = Path(__file__).parent
SHARED = HERE.parent.parent.parent / "shared" / "data"
SLACK = 3  # code points
PER_LAYOUT = 24
SINGLES = 300

Text = tuple[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Case:
    """One document: `starts` are the items' beginnings after the first, `open` those that count neither way."""

    name: str
    text: str
    starts: tuple[int, ...]
    open: tuple[int, ...] = ()


@dataclass(slots=True)
class Score:
    right: int = 0
    found: int = 0
    gold: int = 0
    cases: int = 0
    whole: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, case: Case, got: Sequence[int]) -> None:
        counted = [g for g in got if not any(abs(g - o) <= SLACK for o in case.open)]
        right = sum(any(abs(g - s) <= SLACK for g in counted) for s in case.starts)
        self.right, self.found = self.right + right, self.found + len(counted)
        self.gold, self.cases = self.gold + len(case.starts), self.cases + 1
        self.whole += right == len(case.starts) == len(counted)
        self.errors += [f"{case.name}: missed {case.text[s : s + 70]!r}" for s in case.starts if not _near(s, counted)]
        self.errors += [f"{case.name}: wrong {case.text[g : g + 70]!r}" for g in counted if not _near(g, case.starts)]

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 1.0


def _near(offset: int, others: Iterable[int]) -> bool:
    return any(abs(offset - other) <= SLACK for other in others)


def corpora() -> dict[str, list[Text]]:
    """Return the public texts by language, none where the folder is absent."""
    if not SHARED.is_dir():
        return {}
    folder = SHARED / "reuse" / "ntrex"
    found: dict[str, list[Text]] = {"de": list(wikinews(SHARED / "text" / "wikinews-de" / "wikinews_de.jsonl.gz"))}
    for language, file in (("en", "src.eng"), ("ru", "ref.rus"), ("uk", "ref.ukr")):
        found[language] = list(ntrex(folder, f"newstest2019-{file}.txt"))
    return found


def joined(layout: Layout, texts: dict[str, list[Text]], rng: random.Random, count: int) -> Iterator[Case]:
    """Yield digests of 3 to 15 items in one layout: half German, some with cue words of another language."""
    for _ in range(count):
        language = rng.choice(["de", "de", "de", "en", "ru", "uk"])
        words = rng.choice(["en", "ru", "uk"]) if language == "de" and rng.random() < 0.15 else language
        chosen = rng.sample(texts[language], rng.randint(3, 15))
        yield case_of(layout, [dressed(text, words, rng) for text in chosen], rng)


def case_of(layout: Layout, items: Sequence[Item], rng: random.Random) -> Case:
    page = layout(items, rng)
    tight = rng.random() < 0.12 and layout not in BARE
    squeeze = (lambda part: part.replace("\n\n", "\n")) if tight else str
    text, starts = squeeze(page.head), []
    for index, item in enumerate(page.items):
        text += squeeze(page.between) if index else ""
        starts.append(len(text))
        text += squeeze(item)
    foot = page.foot.lstrip("\n")
    text += page.foot
    opened = [starts[0]] + ([len(text) - len(foot), *_line_starts(text, len(text) - len(foot))] if foot else [])
    return Case(layout.__name__, text, tuple(starts[1:]), tuple(opened))


def _line_starts(text: str, start: int) -> list[int]:
    return [i + 1 for i in range(start, len(text)) if text[i] == "\n"]


def handmade() -> list[Case]:
    gold = json.loads((HERE / "digests" / "gold.json").read_text(encoding="utf-8"))
    cases = []
    for name, cuts in sorted(gold.items()):
        text = (HERE / "digests" / name).read_text(encoding="utf-8")
        cases.append(Case(name, text, tuple(cuts["starts"]), tuple(cuts.get("open", ()))))
    return cases


def starts(text: str) -> list[int]:
    """Return where the splitter begins a further article."""
    return [cut.span.start for cut in split(Document(text, tuple(blocks_of_plain_text(text))))][1:]


def scored(cases: Iterable[Case]) -> Score:
    score = Score()
    for case in cases:
        score.add(case, starts(case.text))
    return score


def pooled(scores: Iterable[Score]) -> Score:
    total = Score()
    for score in scores:
        for name in ("right", "found", "gold", "cases", "whole"):
            setattr(total, name, getattr(total, name) + getattr(score, name))
        total.errors += score.errors
    return total


def measure(seed: int) -> dict[str, Score]:
    """Return every row of the report."""
    rows: dict[str, Score] = {"hand-made digests": scored(handmade())}
    texts = corpora()
    if texts:
        groups = {
            "cues, developed on": DEVELOPED,
            "cues, errors read": FURTHER,
            "cues, held out": HELD_OUT,
            "cues, unseen": UNSEEN,
            "titles only": WITHOUT_CUES,
            "bare join": BARE,
        }
        for group, layouts in groups.items():
            for layout in layouts:
                rng = random.Random(f"{seed} {layout.__name__}")
                rows[f"  {layout.__name__}"] = scored(joined(layout, texts, rng, PER_LAYOUT))
            rows[group] = pooled(rows[f"  {layout.__name__}"] for layout in layouts)
        rows["with cues"] = pooled(rows[f"cues, {part}"] for part in ("developed on", "errors read", "held out"))
        singles = singles_of(texts, random.Random(seed), SINGLES)
        rows["single pieces, public"] = scored(Case(f"single {n}", t, ()) for n, t in singles)
    rows["single pieces, own"] = scored(Case(f"single {n}", t, ()) for n, t in own_singles(random.Random(seed)))
    return rows


def corpus_hash() -> str:
    digest = hashlib.sha256()
    folders = [SHARED / "text" / "wikinews-de", SHARED / "reuse" / "ntrex", HERE / "digests"]
    for path in (path for folder in folders for path in sorted(folder.rglob("*"))):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def shown(name: str, score: Score) -> str:
    if not score.gold:
        return f"{name:<26} {score.cases:>4} texts, {score.cases - score.whole} of them cut"
    precision, recall = score.right / max(1, score.found), score.right / score.gold
    return (
        f"{name:<26} {score.cases:>4} digests {score.gold:>5} boundaries  "
        f"P {precision:.3f}  R {recall:.3f}  F1 {score.f1:.3f}  all right {score.whole / score.cases:.2f}"
    )


def figures(rows: dict[str, Score]) -> dict[str, float]:
    """Return the figures that floors are set on; those of singles are the share left whole."""
    names = {
        "with cues": "with_cues",
        "cues, held out": "held_out",
        "cues, unseen": "unseen",
        "titles only": "titles_only",
        "bare join": "bare_join",
    }
    names |= {
        "hand-made digests": "handmade",
        "single pieces, public": "whole_public",
        "single pieces, own": "whole_own",
    }
    return {key: round(_figure(rows[name]), 4) for name, key in names.items() if name in rows}


def _figure(score: Score) -> float:
    return score.f1 if score.gold else score.whole / max(1, score.cases)


def below_floor(found: dict[str, float]) -> list[str]:
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))["splitting"]
    return [f"{k}: {found[k]} is below its floor {floors[k]}" for k in found if found[k] < floors.get(k, 0.0)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="fail where a figure is below its floor in floors.json")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--errors", type=int, default=0, help="show so many errors of each row")
    parser.add_argument("--seed", type=int, default=20260501)
    options = parser.parse_args()
    rows = measure(options.seed)
    found = figures(rows)
    if options.json:
        print(json.dumps({"corpus": corpus_hash(), "figures": found}, indent=1))
    else:
        print(
            f"corpus {corpus_hash()}"
            + ("" if SHARED.is_dir() else "; ../shared/data is absent: joined digests skipped")
        )
        for name, score in rows.items():
            print(shown(name, score), *score.errors[: options.errors], sep="\n      ")
    missed = below_floor(found) if options.check else []
    print(*missed, sep="\n", end="\n" if missed else "", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
