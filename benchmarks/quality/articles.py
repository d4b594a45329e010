"""Articles: cuts, descriptions and cleaning of the samples and, where they are present, of ../shared/seeds, against gold.

    python benchmarks/quality/articles.py [--check] [--json] [--errors]

Reads with the real readers and prepares as the pipeline does, without a collection. `--check` compares F1 with
floors.json (key `articles`) and ends with 1 where one is not reached.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lesart.analysis.analyser import ArticleText
from lesart.analysis.registry import ANALYSERS
from lesart.articles.prepare import prepare
from lesart.evaluation.articles import MEASURES, Score, score
from lesart.evaluation.corpus import fingerprint
from lesart.evaluation.described import Described, of_article, of_gold
from lesart.readers.reader import Limits, Member, Record, Source, UnreadableError
from lesart.readers.registry import reader_for
from lesart.text.article import Article
from lesart.text.document import Document
from lesart.text.span import Span

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = HERE / "floors.json"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Files with their gold."""

    name: str
    texts: Path
    gold: Path

    def files(self) -> list[Path]:
        wanted = {entry["file"] for entry in self.entries()}
        return [path for path in sorted(self.texts.iterdir()) if path.name in wanted]

    def entries(self) -> list[dict[str, str]]:
        entries: list[dict[str, str]] = json.loads(self.gold.read_text(encoding="utf-8"))
        return entries

    def hash(self) -> str:
        return fingerprint((path.name, path.read_bytes()) for path in [*self.files(), self.gold])


CORPORA = (
    Corpus("samples", ROOT / "samples" / "texts", ROOT / "samples" / "gold.json"),
    Corpus("seeds", SHARED / "seeds", SHARED / "gold" / "articles.json"),
)


def measure(corpus: Corpus) -> tuple[Score, int]:
    """Return the score of a corpus and the number of articles found in it."""
    found = [described for path in corpus.files() for described in describe(path)]
    return score([of_gold(entry) for entry in corpus.entries()], found), len(found)


def describe(path: Path) -> Iterator[Described]:
    """Read a file with all that it holds, and describe each article in it."""
    for document in documents(Source(path.read_bytes(), path.name)):
        for article in prepare(document):
            yield of_article(article, path.name, _repetitions(document, article))


def documents(source: Source) -> Iterator[Document]:
    """Read a source and its members; what cannot be read is left out, as in a run."""
    try:
        reader = reader_for(source)
        for part in reader.parts(source, Limits()):
            if isinstance(part, Member):
                yield from documents(part.source)
            elif isinstance(part, Record) and reader.document:
                yield reader.document(source, part, Limits())
    except UnreadableError as error:
        print(f"{source.uri}: {error.reason}", file=sys.stderr)


def _repetitions(document: Document, article: Article) -> list[tuple[Span, Span]]:
    analyser = next(analyser for analyser in ANALYSERS if "repetition" in analyser.types)
    notes = analyser.find(ArticleText(document, article), analyser.load())
    return [(note.spans[0], note.spans[1]) for note in notes]


def table(corpus: Corpus, result: Score, found: int) -> str:
    """Lay the result out for a terminal."""
    head = f"{corpus.name}: {len(corpus.files())} files, {len(corpus.entries())} gold articles, {found} found"
    rows = [f"{head}, corpus {corpus.hash()}", f"  {'':<16} {'P':>6} {'R':>6} {'F1':>6} {'gold':>6} {'found':>6}"]
    for name, count in result.counts.items():
        figures = f"{count.precision:6.3f} {count.recall:6.3f} {count.f1:6.3f} {count.gold:6} {count.found:6}"
        rows.append(f"  {name:<16} {figures}")
    return "\n".join(rows)


def below(results: dict[str, Score]) -> list[str]:
    """Name the measures that do not reach their floor."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))["articles"]
    return [
        f"{corpus}: {name} is {result.counts[name].f1:.3f}, the floor is {floor}"
        for corpus, result in results.items()
        for name, floor in floors[corpus]["f1"].items()
        if result.counts[name].f1 < floor - 0.0005
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    present = [corpus for corpus in CORPORA if corpus.texts.is_dir() and corpus.gold.is_file()]
    for corpus in CORPORA:
        if corpus not in present:
            print(f"{corpus.name}: skipped, its folder is absent", file=sys.stderr)
    measured = {corpus.name: measure(corpus) for corpus in present}
    if asked.json:
        print(json.dumps({corpus.name: _figures(corpus, *measured[corpus.name]) for corpus in present}, indent=1))
    else:
        print("\n\n".join(table(corpus, *measured[corpus.name]) for corpus in present))
    if asked.errors:
        print("\n".join(error for result, _ in measured.values() for error in result.errors))
    missed = below({name: result for name, (result, _) in measured.items()}) if asked.check else []
    print("\n".join(missed), end="\n" if missed else "", file=sys.stderr)
    return 1 if missed else 0


def _figures(corpus: Corpus, result: Score, found: int) -> dict[str, object]:
    f1 = {name: round(result.counts[name].f1, 4) for name in MEASURES}
    return {"corpus": corpus.hash(), "gold": len(corpus.entries()), "found": found, "f1": f1}


if __name__ == "__main__":
    sys.exit(main())
