"""How the interface for programs stands a load, over a store of made reports.

    python -m benchmarks.service 10000 --rate 200 --seconds 30 --processes 2

Makes a store with so many reports (or takes the one at `--store`), serves it from another process, and asks at this rate whether or not
answers have come, so that a slow answer does not spare the service. Prints requests a second, the median, the 99th of a hundred and the
slowest in milliseconds (counted from when a request was due), and how the answers' statuses are spread, for each kind of request and all.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import socket
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from time import perf_counter, sleep
from typing import Any
from urllib.parse import quote
from urllib.request import urlopen

from benchmarks.made_documents import make_documents
from elshi.language.gazetteers import countries
from elshi.search.keeping import keep_index
from elshi.store import Provenance, Store, open_store
from elshi.web.context import WebOptions
from elshi.web.serving import serve, serve_together

__all__ = ["fill_store", "run_load"]

MADE_BY = Provenance("benchmark", "none", "none")
CONNECTIONS = 32
BATCH = 1000  # documents in one transaction
WARM = 4000  # requests before counting begins: a service that has been asked for a while remembers records


def fill_store(store: Store, count: int) -> None:
    """Add so many made reports, each in a document of its own, and index them."""
    made = make_documents(count)
    while batch := list(islice(made, BATCH)):
        store.add_all(((document, language, [engagement]) for document, language, engagement in batch), MADE_BY)
    keep_index(store)


@dataclass(slots=True)
class Tally:
    """Milliseconds and statuses of one kind of request."""

    times: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)

    def row(self, name: str) -> str:
        """One line of figures."""
        ordered = sorted(self.times)
        p50, p99 = (ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in (0.5, 0.99))
        return f"{name:12} {len(ordered):6}  p50 {p50:7.1f}  p99 {p99:7.1f}  max {ordered[-1]:7.1f} ms  {dict(self.statuses)}"


async def run_load(port: int, requests: Iterator[tuple[str, str]], rate: float, seconds: float) -> dict[str, Tally]:
    """Ask at this rate for so long; gives the figures by kind of request."""
    due: asyncio.Queue[tuple[float, str, str] | None] = asyncio.Queue()
    tallies: dict[str, Tally] = defaultdict(Tally)
    clients = [asyncio.create_task(_ask(port, due, tallies)) for _ in range(CONNECTIONS)]
    begun = perf_counter()
    for number in range(int(rate * seconds)):
        when = begun + number / rate
        await asyncio.sleep(max(0.0, when - perf_counter()))
        due.put_nowait((when, *next(requests)))
    for _ in clients:
        due.put_nowait(None)
    await asyncio.gather(*clients)
    return tallies


async def _ask(port: int, due: asyncio.Queue[tuple[float, str, str] | None], tallies: dict[str, Tally]) -> None:
    """One connection, which asks one thing after the other."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while (wanted := await due.get()) is not None:
        when, name, path = wanted
        writer.write(f"GET /api/v1/{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        await reader.readexactly(int(head.partition("content-length:")[2].partition("\r\n")[0] or 0))
        tallies[name].times.append(1000 * (perf_counter() - when))
        tallies[name].statuses[int(head.split(" ", 2)[1])] += 1
    writer.close()


def _choose_requests(port: int, random: Random) -> Iterator[tuple[str, str]]:
    """What is asked for, by kind: what a page of a desk needs, again and again, of other things each time."""
    known = _get(port, "records?limit=100")["items"]
    records = [item["record"]["id"] for item in known]
    people = [key for item in known for key in item["people"] if key]
    counted = _get(port, "facets?facet=country&values=100")["facets"]["country"]
    states = [told["value"] for told in counted if told["value"] in countries()]
    words = [part["name"]["value"].split()[-1] for item in known for part in item["record"]["participants"]]
    while True:
        country = random.choice(states)
        yield "record", f"records/{random.choice(records)}"
        yield "records", f"records?country={country}&limit=20"
        yield "search", f"search?q={quote(random.choice(words))}&facet=country&facet=topic&facet=month&limit=20"
        yield "search", f"search?country={country}&since=2018-01-01&facet=person&facet=type&limit=20"
        yield "person", f"records?person={quote(random.choice(people))}&limit=10"
        yield "evidence", f"records/{random.choice(records)}/reports"


def _get(port: int, path: str) -> Any:
    with urlopen(f"http://127.0.0.1:{port}/api/v1/{path}") as answer:
        return json.load(answer)


def _serve(path: Path, port: int, processes: int) -> None:
    open_one, options = partial(open_store, path, create=False), WebOptions(rate=None)
    if processes > 1:
        serve_together(open_one, "127.0.0.1", port, options, processes)
    else:
        serve(open_one, "127.0.0.1", port, options)


def main() -> None:
    """Make the store, serve it, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=int)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--rate", type=float, default=200.0)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--processes", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.store or Path(folder) / "service.db"
        if not path.exists():
            begun = perf_counter()
            with open_store(path) as store:
                fill_store(store, given.reports)
            print(f"{given.reports} reports added, resolved and indexed in {perf_counter() - begun:.0f} s")
        _measure(path, given.rate, given.seconds, given.processes)


def _measure(path: Path, rate: float, seconds: float, processes: int) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = multiprocessing.get_context("spawn").Process(target=_serve, args=(path, port, processes))
    server.start()
    try:
        _wait_for(port)
        requests = _choose_requests(port, Random(7))
        asyncio.run(run_load(port, islice(requests, WARM), rate / 2, WARM / (rate / 2)))
        begun = perf_counter()
        tallies = asyncio.run(run_load(port, requests, rate, seconds))
        total = Tally()
        for name, tally in sorted(tallies.items()):
            print(tally.row(name))
            total.times += tally.times
            total.statuses += tally.statuses
        print(total.row("all"))
        print(f"{len(total.times) / (perf_counter() - begun):.0f} requests a second, asked for {rate:.0f}")
    finally:
        server.terminate()
        server.join()


def _wait_for(port: int) -> None:
    for _ in range(300):
        try:
            urlopen(f"http://127.0.0.1:{port}/api/v1/health").close()
            return
        except OSError:
            sleep(0.1)
    raise TimeoutError("the service does not answer")


if __name__ == "__main__":
    main()
