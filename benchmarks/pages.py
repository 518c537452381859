"""How long the server needs for each page of the desk, over made records.

    python -m benchmarks.pages 1000000

Fills a store (or takes the one of an earlier run, in the folder that `ELSHI_BENCHMARKS` names), then asks for every kind of page many
times, each time about something else, and prints the median, the 95th of a hundred and the slowest in milliseconds, and how large
pages are. The first request for each kind of page, which reads names and word forms into memory, is told apart.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random
from time import perf_counter
from urllib.parse import quote

from fastapi.testclient import TestClient

from benchmarks.made_entries import make_entries, vocabulary
from benchmarks.made_store import fill_large
from benchmarks.search import benchmark_folder
from elshi.records import EngagementType, Subject
from elshi.store import Store, open_store
from elshi.web.app import make_app
from elshi.web.context import WebOptions

__all__ = ["list_pages", "measure"]

TIMES = 40
SEEN = 400  # made entries whose people and things are asked about


def list_pages(store: Store, count: int, seed: int = 5) -> Iterator[tuple[str, list[str]]]:
    """Each kind of page, with addresses of it."""
    random = Random(seed)
    entries = list(islice(make_entries(count), SEEN))
    values = {
        facet: sorted({value for e in entries for f, value in e.values if f == facet})
        for facet in ("country", "place", "topic", "source", "organisation")
    }
    people = [profile for e in entries for profile, _, _ in e.names]
    names = [name for e in entries for _, name, _ in e.names]
    records = store.shelf(Subject.ENGAGEMENT).beginning("", SEEN)
    keys = [store.reports_under(record)[0].document for record in records[:TIMES]]

    def some(kind: str, known: list[str]) -> list[str]:
        return [f"/{kind}/{quote(random.choice(known), safe='')}" for _ in range(TIMES)]

    def queries() -> Iterator[str]:
        for _ in range(TIMES):
            word = random.choice(vocabulary(random.choice(("ru", "kk", "en"))))
            asked = (
                word,
                f"country:{random.choice(values['country'])} {word}",
                f'person:"{random.choice(names)}"',
                f"topic:trade type:{random.choice([*EngagementType]).value}",
            )
            yield quote(random.choice(asked))

    yield "today", ["/"] * TIMES
    for view in ("list", "map", "timeline", "network"):
        yield f"search, {view}", [f"/search?q={query}&view={view}" for query in queries()]
        yield f"everything, {view}", [f"/search?view={view}"] * (TIMES // 4)
    yield "record", some("records", records)
    yield "document", some("documents", keys)
    yield "person", some("people", people)
    yield "country", some("countries", values["country"])
    yield "pair", [f"/countries/{random.choice(values['country'])}/{random.choice(values['country'])}" for _ in range(TIMES)]
    for kind in ("organisation", "place", "topic", "source"):
        yield kind, some(f"{kind}s", values[kind])
    for roster in ("people", "countries", "organisations", "places", "initiatives", "sources"):
        yield roster, [f"/{roster}"] * (TIMES // 4)
    yield "people by name", [f"/people?name={quote(random.choice(names).split()[-1][:5])}" for _ in range(TIMES)]
    yield "suggestions", [f"/suggest?q={quote(random.choice(names)[:4])}" for _ in range(TIMES)]
    yield "review", ["/review", "/review?level=soon", "/review?level=later"] * (TIMES // 4)


def measure(path: Path, count: int) -> None:
    """Print the figures of every kind of page."""
    taken_together = []
    with (
        open_store(path, create=False) as store,
        TestClient(make_app(lambda: open_store(path, create=False), WebOptions(rate=None, editor="Asel"))) as client,
    ):
        for kind, addresses in list_pages(store, count):
            taken, size = [], 0
            for address in [addresses[0], *addresses]:
                start = perf_counter()
                answer = client.get(address)
                taken.append(1000 * (perf_counter() - start))
                size = max(size, len(answer.content))
                if answer.status_code >= 400:
                    raise ValueError(f"{answer.status_code} {address}")
            first, *rest = taken
            taken_together += rest
            print(f"{kind:>22} first {first:7.0f} ms  {_spread(rest)}  largest {size / 1024:,.0f} KB", flush=True)
    print(f"{'all':>22} {'':16}{_spread(taken_together)}")


def _spread(taken: list[float]) -> str:
    known = sorted(taken)
    return f"median {known[len(known) // 2]:6.0f}  95 in 100 {known[len(known) * 95 // 100]:6.0f}  slowest {known[-1]:6.0f} ms"


def main() -> None:
    """Measure for each number given."""
    with benchmark_folder() as folder:
        for count in map(int, sys.argv[1:] or ["20000"]):
            path = folder / f"pages-{count}.db"
            if not path.exists():
                start = perf_counter()
                fill_large(path, count)
                print(f"{count} records in {perf_counter() - start:,.0f} s, {path.stat().st_size / count:,.0f} bytes a record", flush=True)
            measure(path, count)


if __name__ == "__main__":
    main()
