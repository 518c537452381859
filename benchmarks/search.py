"""How fast an index is made and searched, and how large it is, on made entries.

    python -m benchmarks.search 100000 1000000

For each number: entries indexed a second (those of a file that is already there are not made again), bytes of the file an entry; then the
median, the 99th of a hundred and the slowest of searches with all facets, first with nothing in memory and then again. `ELSHI_BENCHMARKS`
names the folder of the files; otherwise they are thrown away.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.made_entries import make_entries, vocabulary
from elshi.search.directory import FACET_OF, Directory
from elshi.search.entries import Entry
from elshi.search.finding import Finder, Found, Search
from elshi.search.indexing import Indexer
from elshi.search.memory import IndexMemory
from elshi.search.rosters import Listing
from elshi.store import Store, open_store

__all__ = ["benchmark_folder", "fill", "make_queries", "measure"]

BATCH = 16384
QUERIES = 400
FACETS = ("country", "topic", "type", "person", "organisation", "language", "source", "month")


@contextmanager
def benchmark_folder() -> Iterator[Path]:
    """The folder of the files: the one named, or one that is thrown away."""
    if kept := os.environ.get("ELSHI_BENCHMARKS"):
        yield Path(kept)
        return
    with TemporaryDirectory() as folder:
        yield Path(folder)


def fill(store: Store, entries: Iterator[Entry]) -> float:
    """Index the entries; gives the seconds that this took, without making them."""
    indexer, spent = Indexer(store.index()), 0.0
    while batch := list(islice(entries, BATCH)):
        start = perf_counter()
        with store.transaction():
            indexer.replace(batch)
        spent += perf_counter() - start
    return spent


def make_queries(count: int, names: list[str], seed: int = 3) -> Iterator[Search]:
    """So many searches of every kind: words, countries, people, topics, phrases, beginnings, days, exclusions, what was said."""
    random = Random(seed)
    for _ in range(count):
        known = vocabulary(random.choice(("ru", "kk", "en")))
        one, other = (known[int(len(known) * random.random() ** 3)] for _ in range(2))
        country, topic = random.choice(("KZ", "GR", "DE", "US", "CN")), random.choice(("trade", "energy", "culture"))
        kinds = (
            one,
            f"{one} {other} since:20{random.randrange(17, 25)}",
            f"country:{country} {one}",
            f'person:"{random.choice(names)}"',
            f"topic:{topic} type:visit -{one}",
            f'"{one} {other}"',
            f"said:{one}",
            f"{one[:4]}* country:{country}",
        )
        yield Search(random.choice(kinds), facets=FACETS)


def measure(count: int, folder: Path) -> None:
    """Print the figures for so many entries."""
    path = folder / f"search-{count}.db"
    with open_store(path) as store:
        if store.index().state().entries == 0:
            spent = fill(store, make_entries(count))
            print(f"{count:>9} entries  {count / spent:,.0f} a second", flush=True)
        names = [name for entry in islice(make_entries(count), 300) for _, name, _ in entry.names]
        queries, finder = list(make_queries(QUERIES, names)), Finder()
        for round_name in ("first", "again"):
            taken = sorted(_time(store, finder, query) for query in queries)
            median, most = taken[len(taken) // 2], taken[len(taken) * 99 // 100]
            print(f"{round_name:>9} searches  median {median:.1f} ms  99 in 100 {most:.1f} ms  slowest {taken[-1]:.1f} ms", flush=True)
        _measure_lists(store, names)
    print(f"{path.stat().st_size / count:>9,.0f} bytes an entry", flush=True)


def _measure_lists(store: Store, names: list[str]) -> None:
    """Print how long a page of people or things takes, with and without a name; the first of each reads names into memory."""
    directory = Directory(IndexMemory())
    for kind, facet in FACET_OF.items():
        asked = [Listing(facet), *(Listing(facet, name=name.split()[-1][:5]) for name in names[:20])]
        taken = []
        for listing in (asked[1], *asked):
            start = perf_counter()
            directory.page(store, listing, None, 20)
            taken.append(1000 * (perf_counter() - start))
        first, whole, *named = taken
        print(
            f"{kind.value:>12} first {first:.0f} ms  page {whole:.1f} ms  by name, median {sorted(named)[len(named) // 2]:.1f} ms",
            flush=True,
        )


def _time(store: Store, finder: Finder, search: Search) -> float:
    start = perf_counter()
    found = finder.find(store.index(), search)
    if not isinstance(found, Found):
        raise ValueError(f"{search.query}: {found.message}")
    return 1000 * (perf_counter() - start)


def main() -> None:
    """Measure for each number given."""
    with benchmark_folder() as folder:
        for count in map(int, sys.argv[1:] or ["20000"]):
            measure(count, folder)


if __name__ == "__main__":
    main()
