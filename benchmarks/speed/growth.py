"""Growth: what writing, listing, reading and searching cost at 1,000, 10,000 and 100,000 articles.

    nice python benchmarks/speed/growth.py [--sizes 1000,10000,100000] [--json] [--check] [--keep FILE]

Synthetic articles of 300 invented words, made from a seed, are written through `lesart.store`: the last 2,000 of
each size one a transaction, as `add` writes files, and measured; those before as the rows of tables. Times are CPU time of the process, in which the database works too, since other work on the machine must
not count; `--elapsed` takes the clock on the wall instead. Each kind of question is asked once before it is measured.
"""

import argparse
import json
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

from synthetic import Language, deliveries, joined, languages

from lesart.store import queries
from lesart.store.rows import ArticleFilter
from lesart.store.store import Store, open_store
from lesart.store.writing import begin_run, finish_run, write

SEED = 20261122
SEARCHES = 200
STRETCH = 2_000  # articles at the end of each size over which writing is measured, a file and a transaction each
TABLE = 100  # articles a transaction before that, as from a table
LIMITS = {
    "growth of time per article": 1.3,
    "peak memory, MB": 400,
    "list and facets p95, ms": 100,
    "reading p95, ms": 100,
    "search p95, ms": 50,
}
Figures = dict[str, float]
Clock = Callable[[], float]


def grow(store: Store, spoken: list[Language], first: int, last: int) -> float:
    """Add the articles `first` to `last`, and return milliseconds of CPU an article over the last stretch."""
    run = begin_run(store, [f"{first}..{last}"], "{}")
    measured_from = max(first, last - STRETCH)
    waiting = deliveries(spoken, run, first, measured_from, SEED)
    while batch := list(islice(waiting, TABLE)):
        write(store, joined(batch))
    spent = 0.0
    for delivery in deliveries(spoken, run, measured_from, last, SEED):
        before = time.process_time()
        write(store, delivery)
        spent += time.process_time() - before
    finish_run(store, run, "finished")
    return spent * 1000 / (last - measured_from)


def milliseconds(questions: Sequence[Callable[[], object]], clock: Clock) -> list[float]:
    questions[0]()
    times = []
    for ask in questions:
        before = clock()
        ask()
        times.append((clock() - before) * 1000)
    return times


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def lists(store: Store) -> list[Callable[[], object]]:
    """Return the requests for the page of the list: rows and facets."""
    filters = [
        ArticleFilter(),
        ArticleFilter(language="de"),
        ArticleFilter(outlet="Blatt 1"),
        ArticleFilter(language="ru", since="2020-01", until="2021"),
        ArticleFilter(author="Autor 1"),
        ArticleFilter(topic="Thema 7", language="de"),
        ArticleFilter(relation="agency"),
        ArticleFilter(since="2019"),
    ]
    orders = ("-date", "date", "title", "outlet", "added", "-added")
    asked = [(where, order, offset) for where in filters for order in orders for offset in (0, 500)]
    return [
        lambda where=where, order=order, offset=offset: (  # type: ignore[misc]
            queries.articles(store, where, order=order, offset=offset),
            queries.facets(store, where),
        )
        for where, order, offset in asked
    ]


def readings(store: Store, random_: random.Random) -> list[Callable[[], object]]:
    rows = queries.articles(store, order="added", limit=1000).items
    keys = [row.key for row in random_.sample(rows, 100)]
    return [lambda key=key: queries.article(store, key) for key in keys]  # type: ignore[misc]


def searches(spoken: list[Language], random_: random.Random) -> list[str]:
    """Return queries of all kinds over words of all frequencies, the most frequent included."""
    german, russian = spoken[0].words, spoken[1].words

    def word(most: int = 20_000) -> str:
        words = german if random_.random() < 0.8 else russian
        return words[min(most, int(random_.paretovariate(0.35)) - 1) % len(words)]

    kinds: list[Callable[[], str]] = [
        word,
        lambda: f"{word()} {word()}",
        lambda: f"{word()} OR {word()}",
        lambda: f"{word()} NEAR {word()}",
        lambda: f"{word(50)} NEAR/3 {word(50)}",
        lambda: f'"{word(100)} {word(100)}"',
        lambda: f"{word()} -{word()}",
        lambda: f"title:{word()}",
        lambda: f"{word()} date:2019..2021-06",
        lambda: f"{word()} lang:de",
        lambda: f"{(word(400) + word())[:4]}*",
        lambda: word(10),
        lambda: f"{word(30)} {word(30)} {word(30)}",
    ]
    return [kinds[number % len(kinds)]() for number in range(SEARCHES)]


def peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(store: Store, spoken: list[Language], clock: Clock, verbose: bool) -> Figures:
    """Ask everything of a collection of this size."""
    random_ = random.Random(SEED)
    wanted = searches(spoken, random_)
    found = milliseconds([lambda query=query: queries.search(store, query) for query in wanted], clock)  # type: ignore[misc]
    if verbose:
        for took, query in sorted(zip(found, wanted, strict=True), reverse=True)[:12]:
            print(f"    {took:7.1f} ms  {query}", file=sys.stderr)
    listed = milliseconds(lists(store), clock)
    read = milliseconds(readings(store, random_), clock)
    figures: Figures = {}
    for name, times in (("list and facets", listed), ("reading", read), ("search", found)):
        figures |= {f"{name} p50, ms": statistics.median(times), f"{name} p95, ms": p95(times)}
    first_page = milliseconds([lambda: (queries.articles(store), queries.facets(store))] * 5, clock)
    figures |= {"first page, ms": statistics.median(first_page), "peak memory, MB": peak_megabytes()}
    return figures | {"collection, MB": store.path.stat().st_size / 1e6}


def missed(results: list[Figures]) -> list[str]:
    """Say which limits were not kept."""
    costs = [figures["write, ms an article"] for figures in results]
    last = results[-1] | {"growth of time per article": max(costs) / costs[0]}
    return [f"{name}: {last[name]:.2f}, limit {limit}" for name, limit in LIMITS.items() if last[name] > limit]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000,100000", help="comma-separated, growing")
    parser.add_argument("--json", action="store_true", help="print figures as JSON")
    parser.add_argument("--check", action="store_true", help="end with 1 where a limit is not kept")
    parser.add_argument("--keep", type=Path, help="leave the collection here; an existing one is measured, not grown")
    parser.add_argument("--elapsed", action="store_true", help="measure questions by the clock on the wall")
    parser.add_argument("--slowest", action="store_true", help="name the slowest searches")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "growth.lesart"
        results = grown(path, sizes, time.perf_counter if options.elapsed else time.process_time, options.slowest)
    print(json.dumps(results, indent=2) if options.json else table(results))
    for line in missed(results):
        print(f"limit not kept: {line}", file=sys.stderr)
    return 1 if options.check and missed(results) else 0


def grown(path: Path, sizes: list[int], clock: Clock, verbose: bool) -> list[Figures]:
    spoken = languages(SEED)
    store = open_store(path, create=True)
    done = queries.status(store).articles
    results = []
    for size in sizes:
        cost = grow(store, spoken, done, size) if size > done else float("nan")
        figures = {"articles": float(size), "write, ms an article": cost}
        results.append(figures | measure(store, spoken, clock, verbose))
        done = max(done, size)
    store.close()
    return results


def table(results: list[Figures]) -> str:
    width = max(len(name) for name in results[0])
    return "\n".join(
        f"{name:{width}}" + "".join(f"{figures[name]:>12,.2f}" for figures in results) for name in results[0]
    )


if __name__ == "__main__":
    sys.exit(main())
